import style from './age-bar.module.css'

export type AgePart = { level: 'calm' | 'soon' | 'late'; count: number }

/** How old what waits is: one stroke per level, as wide as its share. The words stand beneath. */
export function AgeBar({ parts, label }: { parts: readonly AgePart[]; label: string }) {
  const some = parts.filter((part) => part.count > 0)
  return (
    <span className={style.bar} role="img" aria-label={label}>
      {some.length === 0 && <i style={{ flexGrow: 1 }} />}
      {some.map((part) => (
        <i key={part.level} data-level={part.level} style={{ flexGrow: part.count }} />
      ))}
    </span>
  )
}
