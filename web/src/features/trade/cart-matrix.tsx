import { inLocale } from '#shared/text.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { count } from '#web/src/ui/quantity.ts'
import style from './cart-matrix.module.css'
import { cartTexts } from './cart-texts.ts'
import { layOut } from './lay-out.ts'
import type { ShownLine } from './use-cart.ts'

const few = 20

/** A line's colour × size with a quantity in each cell. Wrong cells are marked where they stand. */
export function CartMatrix({
  line,
  change,
  disabled,
}: {
  line: ShownLine
  change: (quantities: Record<string, number>) => void
  disabled: boolean
}) {
  const t = useTexts(cartTexts)
  const locale = useLocale()
  const grid = layOut(line.cells)
  const wrong = new Set(
    line.judged.issues.flatMap((issue) => ('skuId' in issue.facts ? [issue.facts.skuId] : [])),
  )
  const title = inLocale(line.view.title, locale)
  const plain = grid.colours.length === 1 && grid.colours[0]?.key === ''
  return (
    <div className={style.scroll}>
      <table className={style.matrix}>
        <caption className="visually-hidden">{t('matrix.of', { title })}</caption>
        <thead>
          <tr>
            <th scope="col">{plain ? '' : t('matrix.colour')}</th>
            {grid.sizes.map((size) => (
              <th scope="col" key={size}>
                {size === '' ? t('matrix.quantity') : size}
              </th>
            ))}
            <th scope="col" className={style.sum}>
              {t('matrix.sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {grid.colours.map((colour) => (
            <tr key={colour.key}>
              <th scope="row">
                {colour.hex !== null && <i style={{ background: colour.hex }} />}
                <span>{inLocale(colour.name, locale)}</span>
              </th>
              {grid.sizes.map((size) => {
                const cell = grid.at(colour, size)
                if (cell === undefined) return <td key={size} className={style.none} />
                return (
                  <td
                    key={size}
                    data-filled={cell.quantity > 0 || undefined}
                    data-wrong={wrong.has(cell.skuId) || undefined}
                  >
                    <input
                      className="num"
                      inputMode="numeric"
                      autoComplete="off"
                      disabled={disabled || (cell.available === 0 && cell.quantity === 0)}
                      aria-label={`${inLocale(colour.name, locale)} ${size} ${t('matrix.stock', { count: cell.available })}`}
                      aria-invalid={wrong.has(cell.skuId) || undefined}
                      value={cell.quantity === 0 ? '' : cell.quantity}
                      placeholder="0"
                      onChange={(event) => change({ [cell.skuId]: readQuantity(event.target.value) })}
                      onFocus={(event) => event.target.select()}
                    />
                    <small data-low={cell.available < few || undefined}>
                      {cell.available === 0
                        ? t('matrix.out')
                        : cell.available < few
                          ? t('matrix.low', { count: cell.available })
                          : t('matrix.stock', { count: count(cell.available) })}
                    </small>
                  </td>
                )
              })}
              <td className={style.sum}>
                {count(grid.sizes.reduce((sum, size) => sum + (grid.at(colour, size)?.quantity ?? 0), 0))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const readQuantity = (text: string): number =>
  Math.min(1_000_000, Number(text.normalize('NFKC').replace(/\D/g, '')) || 0)
