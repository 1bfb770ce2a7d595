import style from './matrix-glyph.module.css'

/**
 * How many colours and sizes an order spans, as a tiny picture: one square per cell, filled from the first by the share that was sent.
 * Beyond 6 × 9 it is cut; the words beside it say the truth.
 */
export function MatrixGlyph({ colours, sizes, share }: { colours: number; sizes: number; share: number }) {
  const rows = Math.min(6, Math.max(1, colours))
  const columns = Math.min(9, Math.max(1, sizes))
  const filled = Math.round(rows * columns * Math.min(1, Math.max(0, share)))
  return (
    <svg
      className={style.glyph}
      width={columns * 7}
      height={rows * 6}
      viewBox={`0 0 ${columns * 7} ${rows * 6}`}
      aria-hidden="true"
    >
      {Array.from({ length: rows * columns }, (_, index) => index).map((index) => (
        <rect
          key={index}
          x={(index % columns) * 7}
          y={Math.floor(index / columns) * 6}
          width={6}
          height={5}
          rx={1.5}
          data-on={index < filled || undefined}
        />
      ))}
    </svg>
  )
}
