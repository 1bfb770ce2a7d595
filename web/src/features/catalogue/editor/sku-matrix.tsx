import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { SkuDraft } from '#shared/catalogue/product.ts'
import type { SellerSku } from '#shared/catalogue/views.ts'
import { currencyDigits } from '#shared/money.ts'
import { inLocale } from '#shared/text.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import field from '#web/src/ui/field.module.css'
import { NumberBox } from '#web/src/ui/number-box.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { useEditor } from './editor-context.ts'
import { colourKey, type EditorColour } from './editor-draft.ts'
import { anchorOf, problemAt } from './judge.ts'
import style from './skus-section.module.css'
import { editorTexts } from './texts.ts'

type MatrixProps = {
  colours: readonly EditorColour[]
  sizes: readonly string[]
  stored: readonly SellerSku[]
  onToggle: (colour: string, size: string) => void
}

/** Colour × size: opening stock, and the price where each SKU has its own. A cell can be taken out: not every colour is made in every size. */
export function SkuMatrix({ colours, sizes, stored, onToggle }: MatrixProps) {
  const t = useTexts(editorTexts)
  const locale = useLocale()
  const { draft, change } = useEditor()
  const named = colours.filter((one) => one.zh !== '' || one.en !== '')
  const rows = named.length === 0 ? [{ zh: '', en: '', hex: null }] : named
  const columns = sizes.length === 0 ? [''] : sizes
  const put = (at: number, values: Partial<SkuDraft>) =>
    change({ skus: draft.skus.map((sku, index) => (index === at ? { ...sku, ...values } : sku)) })
  return (
    <>
      <FillBar />
      <div style={{ overflowX: 'auto', paddingTop: 8, marginTop: -8 }}>
        <table className={style.matrix}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('skus.colours')}</span>
              </th>
              {columns.map((size) => (
                <th scope="col" key={size} className="num">
                  {size === '' ? '–' : size}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((colour) => {
              const key = colour.zh.trim() || colour.en.trim()
              return (
                <tr key={key}>
                  <th scope="row">
                    {colour.hex !== null && <i style={{ background: colour.hex }} />}
                    {inLocale(colour, locale) || '–'}
                  </th>
                  {columns.map((size) => {
                    const at = draft.skus.findIndex((sku) => colourKey(sku) === key && sku.size === size)
                    return (
                      <td key={size}>
                        <Cell
                          at={at}
                          colour={inLocale(colour, locale)}
                          size={size}
                          stored={stored}
                          onPut={put}
                          onToggle={() => onToggle(key, size)}
                        />
                      </td>
                    )
                  })}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <Codes onPut={put} />
    </>
  )
}

type CellProps = {
  at: number
  colour: string
  size: string
  stored: readonly SellerSku[]
  onPut: (at: number, values: Partial<SkuDraft>) => void
  onToggle: () => void
}

function Cell({ at, colour, size, stored, onPut, onToggle }: CellProps) {
  const t = useTexts(editorTexts)
  const { draft, problems, shown, locked, currency } = useEditor()
  const sku = draft.skus[at]
  const words = { colour, size }
  if (sku === undefined)
    return (
      <button
        type="button"
        className={style.off}
        disabled={locked}
        aria-label={t('skus.cell.on', words)}
        onClick={onToggle}
      >
        {t('skus.off')}
      </button>
    )
  const kept = stored.find(
    (one) => (one.colour.zh || one.colour.en) === colourKey(sku) && one.size === sku.size,
  )
  const problem = problemAt(problems, `/skus/${at}`)
  const wrong = problem !== undefined && problem.level !== 'warning' && shown
  return (
    <div
      className={style.cell}
      id={anchorOf(`/skus/${at}`)}
      data-wrong={wrong || undefined}
      title={problem?.message}
    >
      {kept === undefined ? (
        <NumberBox
          value={sku.stock}
          blankZero
          placeholder="0"
          disabled={locked}
          aria-label={t('skus.cell.stock', words)}
          onChange={(stock) => onPut(at, { stock: stock ?? 0 })}
        />
      ) : (
        <small className="num">{t('skus.kept', { count: count(kept.onHand) })}</small>
      )}
      {draft.quoteMode === 'by-sku' && (
        <NumberBox
          value={sku.unitPrice}
          digits={currencyDigits[currency]}
          placeholder={t('skus.price')}
          disabled={locked}
          aria-label={t('skus.cell.price', words)}
          aria-invalid={wrong || undefined}
          onChange={(unitPrice) => onPut(at, { unitPrice })}
        />
      )}
      {!locked && (
        <button type="button" aria-label={t('skus.cell.off', words)} onClick={onToggle}>
          <IconX size={13} stroke={2} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}

/** Writes one figure into every cell. */
function FillBar() {
  const t = useTexts(editorTexts)
  const { draft, change, locked, saved, currency } = useEditor()
  const [stock, setStock] = useState<number | null>(null)
  const [price, setPrice] = useState<number | null>(null)
  if (locked) return null
  return (
    <div className={style.fill}>
      {saved ? (
        <span>{t('skus.stockElsewhere')}</span>
      ) : (
        <>
          <span>{t('skus.fill')}</span>
          <NumberBox
            className={field.control}
            aria-label={t('skus.fill')}
            value={stock}
            onChange={setStock}
          />
          <Button
            size="s"
            disabled={stock === null}
            onClick={() => change({ skus: draft.skus.map((sku) => ({ ...sku, stock: stock ?? 0 })) })}
          >
            {t('skus.fill.go')}
          </Button>
        </>
      )}
      {draft.quoteMode === 'by-sku' && (
        <>
          <span>{t('skus.fillPrice')}</span>
          <NumberBox
            className={field.control}
            aria-label={t('skus.fillPrice')}
            digits={currencyDigits[currency]}
            value={price}
            onChange={setPrice}
          />
          <Button
            size="s"
            disabled={price === null}
            onClick={() => change({ skus: draft.skus.map((sku) => ({ ...sku, unitPrice: price })) })}
          >
            {t('skus.fill.go')}
          </Button>
        </>
      )}
    </div>
  )
}

/** What few sellers need: own article numbers, weights for freight, barcodes. */
function Codes({ onPut }: { onPut: CellProps['onPut'] }) {
  const t = useTexts(editorTexts)
  const locale = useLocale()
  const { draft, locked } = useEditor()
  const [opened, setOpened] = useState(false)
  return (
    <details className={style.codes} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{t('skus.codes')}</summary>
      {opened && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('skus.matrix')}</th>
              <th scope="col">{t('skus.article')}</th>
              <th scope="col">{t('skus.weight')}</th>
              <th scope="col">{t('skus.barcode')}</th>
            </tr>
          </thead>
          <tbody>
            {draft.skus.map((sku, at) => {
              const name = `${inLocale(sku.colour, locale)} ${sku.size}`
              return (
                <tr key={`${colourKey(sku)} ${sku.size}`}>
                  <td>{name}</td>
                  <td>
                    <input
                      className={field.control}
                      disabled={locked}
                      maxLength={64}
                      aria-label={`${t('skus.article')} ${name}`}
                      placeholder={t('skus.article.hint')}
                      value={sku.articleNo}
                      onChange={(event) => onPut(at, { articleNo: event.target.value })}
                    />
                  </td>
                  <td>
                    <NumberBox
                      className={field.control}
                      disabled={locked}
                      aria-label={`${t('skus.weight')} ${name}`}
                      value={sku.weightGrams}
                      onChange={(weightGrams) => onPut(at, { weightGrams })}
                    />
                  </td>
                  <td>
                    <input
                      className={field.control}
                      disabled={locked}
                      inputMode="numeric"
                      maxLength={14}
                      aria-label={`${t('skus.barcode')} ${name}`}
                      value={sku.barcode ?? ''}
                      onChange={(event) =>
                        onPut(at, {
                          barcode: event.target.value.trim() === '' ? null : event.target.value.trim(),
                        })
                      }
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </details>
  )
}
