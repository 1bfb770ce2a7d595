import { type KeyboardEvent, useRef } from 'react'
import type { ProductDocument, SkuView } from '#shared/catalogue/views.ts'
import { money } from '#shared/money.ts'
import { inLocale } from '#shared/text.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { classes } from '#web/src/ui/class-names.ts'
import { Money } from '#web/src/ui/money.tsx'
import { Picture } from '#web/src/ui/picture.tsx'
import { count } from '#web/src/ui/quantity.ts'
import type { Colour, Grid, Size } from './cells.ts'
import style from './matrix.module.css'
import { orderTexts } from './texts.ts'
import type { Order } from './use-order.ts'

/** Below this a cell says that it is nearly gone. */
const fewLeft = 20

type MatrixProps = {
  product: ProductDocument
  grid: Grid
  order: Order
  /** Colours chosen for filling by ratio. */
  chosen: ReadonlySet<string>
  onChoose: (colour: Colour) => void
}

/**
 * Colour × size with a quantity in each cell and its stock beneath. Arrow keys and Enter move between cells, Tab goes on as usual.
 * Nothing is pre-filled; a filled cell is tinted, a sold out one hatched.
 */
export function Matrix({ product, grid, order, chosen, onChoose }: MatrixProps) {
  const t = useTexts(orderTexts)
  const locale = useLocale()
  const table = useRef<HTMLTableElement>(null)
  const rowSum = (size: Size) =>
    sumOf(
      order,
      grid.colours.map((colour) => grid.at(colour, size)),
    )
  const columnSum = (colour: Colour) =>
    sumOf(
      order,
      grid.sizes.map((size) => grid.at(colour, size)),
    )
  const plain = grid.colours.length === 1 && grid.colours[0]?.key === ''
  return (
    <div className={style.scroll}>
      <table
        className={style.matrix}
        ref={table}
        onKeyDown={(event) => moveBetweenCells(event, table.current)}
        style={{ minWidth: 150 + 78 * grid.colours.length }}
      >
        <caption className="visually-hidden">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col" className={style.corner}>
              {plain ? t('corner.size') : t('corner.both')}
            </th>
            {grid.colours.map((colour) => (
              <th scope="col" key={colour.key}>
                {plain ? (
                  t('quantity')
                ) : (
                  <ColourHead
                    colour={colour}
                    chosen={chosen.has(colour.key)}
                    onChoose={() => onChoose(colour)}
                  />
                )}
              </th>
            ))}
            <th scope="col" className={style.sumHead}>
              {t('sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {grid.sizes.map((size, row) => (
            <tr key={size.code}>
              <SizeHead size={size} />
              {grid.colours.map((colour, column) => (
                <td key={colour.key}>
                  <Cell
                    product={product}
                    sku={grid.at(colour, size)}
                    colour={inLocale(colour.name, locale)}
                    order={order}
                    place={`${row}:${column}`}
                  />
                </td>
              ))}
              <td className={style.sum}>{rowSum(size) === 0 ? '–' : count(rowSum(size))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            {grid.colours.map((colour) => (
              <td key={colour.key}>{columnSum(colour) === 0 ? '–' : count(columnSum(colour))}</td>
            ))}
            <td className={style.sum}>{count(order.line.quantity)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

const sumOf = (order: Order, skus: readonly (SkuView | undefined)[]): number =>
  skus.reduce((sum, sku) => sum + (sku === undefined ? 0 : (order.quantities[sku.id] ?? 0)), 0)

function ColourHead({ colour, chosen, onChoose }: { colour: Colour; chosen: boolean; onChoose: () => void }) {
  const t = useTexts(orderTexts)
  const name = inLocale(colour.name, useLocale())
  return (
    <button
      type="button"
      className={style.colour}
      aria-pressed={chosen}
      title={t('fill.choose', { colour: name })}
      onClick={onChoose}
    >
      {colour.mediaId === null ? (
        <i style={{ background: colour.hex ?? 'var(--sand)' }} />
      ) : (
        <Picture
          mediaId={colour.mediaId}
          alt=""
          sizes="26px"
          width={26}
          height={32}
          className={style.colourPicture ?? ''}
        />
      )}
      <span>{name}</span>
    </button>
  )
}

/** A size with what it means in numbers: height, age, foot length. */
export function SizeHead({ size }: { size: Size }) {
  return (
    <th scope="row">
      <SizeWords size={size} />
    </th>
  )
}

/** The size's name and, beneath, its meaning. */
export function SizeWords({ size }: { size: Size }) {
  const t = useTexts(orderTexts)
  const locale = useLocale()
  const { option } = size
  const numeric = /^\d+$/.test(size.code)
  const meaning = [
    option?.age && inLocale(option.age, locale),
    option?.heightCm !== undefined &&
      String(option.heightCm) !== size.code &&
      t('height', { cm: option.heightCm }),
    option?.footMm !== undefined && t('foot', { mm: option.footMm }),
  ].filter((one) => typeof one === 'string')
  return (
    <>
      <b className="num">
        {size.code === '' ? '–' : numeric ? t('sizeName', { code: size.code }) : size.code}
      </b>
      {meaning.length > 0 && <small>{meaning.join(' · ')}</small>}
    </>
  )
}

type CellProps = {
  product: ProductDocument
  sku: SkuView | undefined
  colour: string
  order: Order
  place: string
}

function Cell({ product, sku, colour, order, place }: CellProps) {
  const t = useTexts(orderTexts)
  if (sku === undefined)
    return (
      <div className={classes(style.cell, style.out)}>
        <span className="visually-hidden">{t('none')}</span>
      </div>
    )
  const quantity = order.quantities[sku.id] ?? 0
  if (sku.available === 0 && quantity === 0)
    return (
      <div className={classes(style.cell, style.out)}>
        <span>{t('out')}</span>
      </div>
    )
  const over = quantity > sku.available
  const loose = quantity % product.packSize !== 0
  return (
    <label
      className={classes(
        style.cell,
        quantity > 0 && style.has,
        (over || loose) && style.wrong,
        sku.available < fewLeft && style.low,
      )}
    >
      <input
        inputMode="numeric"
        autoComplete="off"
        data-place={place}
        aria-label={t('cell', { colour, size: sku.size, count: sku.available })}
        aria-invalid={over || loose || undefined}
        value={quantity === 0 ? '' : quantity}
        placeholder="0"
        onChange={(event) => order.set({ [sku.id]: readQuantity(event.target.value) })}
        onFocus={(event) => event.target.select()}
      />
      <small className="num">
        {product.quoteMode === 'by-sku' && sku.unitPrice !== null && (
          <Money value={money(sku.unitPrice, product.currency)} />
        )}{' '}
        {sku.available < fewLeft
          ? t('low', { count: sku.available })
          : t('stock', { count: count(sku.available) })}
      </small>
    </label>
  )
}

/** Digits of what was typed, at most a million. */
export const readQuantity = (text: string): number =>
  Math.min(1_000_000, Number(text.normalize('NFKC').replace(/\D/g, '')) || 0)

const steps: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Enter: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Moves the focus to the next cell in the key's direction that can be filled. */
function moveBetweenCells(event: KeyboardEvent, table: HTMLTableElement | null) {
  const step = steps[event.key]
  const from = event.target instanceof HTMLElement ? event.target.dataset.place : undefined
  if (step === undefined || from === undefined || table === null) return
  event.preventDefault()
  let [row = 0, column = 0] = from.split(':').map(Number)
  for (let tries = 0; tries < 200; tries += 1) {
    row += step[0]
    column += step[1]
    if (row < 0 || column < 0 || row > 200 || column > 200) return
    const next = table.querySelector<HTMLInputElement>(`[data-place="${row}:${column}"]`)
    if (next) return next.focus()
  }
}
