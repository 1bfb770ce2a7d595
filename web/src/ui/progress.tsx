import style from './progress.module.css'

/** How far a long job is, in figures and as a bar. Without `of` it only says that it works. */
export function Progress({ done, of, label }: { done: number; of: number | null; label: string }) {
  const share = of === null || of === 0 ? null : Math.min(1, done / of)
  return (
    <span
      className={style.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of ?? undefined}
      aria-valuenow={share === null ? undefined : done}
    >
      <i
        data-unknown={share === null || undefined}
        style={share === null ? undefined : { width: `${share * 100}%` }}
      />
    </span>
  )
}
