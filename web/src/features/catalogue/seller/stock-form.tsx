import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { categoryById } from '#shared/catalogue/categories.ts'
import { putStock } from '#shared/catalogue/contract.ts'
import { sortSizes } from '#shared/catalogue/matrix-order.ts'
import type { SellerProduct, SellerSku } from '#shared/catalogue/views.ts'
import { inLocale } from '#shared/text.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths, type ShopPlace } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button, ButtonLink } from '#web/src/ui/button.tsx'
import { TextField } from '#web/src/ui/field.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { NumberBox } from '#web/src/ui/number-box.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { uiTexts } from '#web/src/ui/texts.ts'
import { useToast } from '#web/src/ui/toasts.tsx'
import { failureText } from '#web/src/ui/use-form.ts'
import style from './stock-form.module.css'
import { goodsTexts } from './texts.ts'

type StockProps = { place: ShopPlace; product: SellerProduct; skus: readonly SellerSku[]; mayCount: boolean }

/** What was counted, cell by cell. Says what it changes before it is saved; never below what orders hold. */
export function StockForm({ place, product, skus, mayCount }: StockProps) {
  const t = useTexts(goodsTexts)
  const say = useTexts(uiTexts)
  const toast = useToast()
  const { call } = usePageContext()
  const client = useQueryClient()
  const [counted, setCounted] = useState<Readonly<Record<string, number | null>>>({})
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const changed = skus.filter((sku) => counted[sku.id] !== undefined && counted[sku.id] !== sku.onHand)
  const wrong = changed.some((sku) => (counted[sku.id] ?? -1) < sku.reserved)
  const delta = changed.reduce((sum, sku) => sum + (counted[sku.id] ?? sku.onHand) - sku.onHand, 0)
  const save = async () => {
    setBusy(true)
    setFailure('')
    try {
      const answer = await call(putStock, {
        params: { market: place.market, shop: place.shopId, product: product.id },
        body: {
          reason: reason.trim(),
          lines: changed.map((sku) => ({
            skuId: sku.id,
            count: { onHand: counted[sku.id] ?? sku.onHand, seen: sku.onHand },
          })),
        },
      })
      client.setQueryData(['stock', place.market, place.shopId, product.id], answer)
      setCounted({})
      setReason('')
      toast({ text: t('stock.saved') })
      await Promise.all([
        client.invalidateQueries({ queryKey: ['shop-products', place.market, place.shopId] }),
        client.invalidateQueries({ queryKey: ['shop-product', place.market, place.shopId, product.id] }),
      ])
    } catch (error) {
      setFailure(failureText(error, say))
      await client.invalidateQueries({ queryKey: ['stock', place.market, place.shopId, product.id] })
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Panel title={t('stock.title')} note={t('stock.text')}>
        <Grid
          product={product}
          skus={skus}
          counted={counted}
          locked={!mayCount}
          onCount={(id, value) => setCounted({ ...counted, [id]: value })}
        />
      </Panel>
      {failure !== '' && (
        <Note tone="rust" live>
          {failure}
        </Note>
      )}
      {mayCount && (
        <div className={style.bar}>
          <p role="status">
            {changed.length === 0
              ? t('stock.unchanged')
              : t('stock.changed', {
                  count: changed.length,
                  delta: `${delta > 0 ? '+' : ''}${count(delta)}`,
                })}
          </p>
          <TextField
            label={t('stock.reason')}
            value={reason}
            maxLength={200}
            placeholder={t('stock.reason.hint')}
            onChange={setReason}
            className={style.reason}
          />
          <ButtonLink to={paths.editProduct(place, product.id)}>{t('stock.back')}</ButtonLink>
          <Button
            kind="primary"
            busy={busy}
            disabled={changed.length === 0 || wrong}
            onClick={() => void save()}
          >
            {t('stock.save')}
          </Button>
        </div>
      )}
    </>
  )
}

type GridProps = {
  product: SellerProduct
  skus: readonly SellerSku[]
  counted: Readonly<Record<string, number | null>>
  locked: boolean
  onCount: (id: string, value: number | null) => void
}

function Grid({ product, skus, counted, locked, onCount }: GridProps) {
  const t = useTexts(goodsTexts)
  const locale = useLocale()
  const system = categoryById(product.draft.categoryId)?.sizes ?? []
  const sizes = sortSizes([...new Set(skus.map((sku) => sku.size))], system)
  const colours = [...new Map(skus.map((sku) => [sku.colour.zh || sku.colour.en, sku])).entries()]
  const now = (sku: SellerSku) => counted[sku.id] ?? sku.onHand
  const sum = (some: readonly SellerSku[]) => count(some.reduce((total, sku) => total + now(sku), 0))
  return (
    <div className={style.scroll}>
      <table className={style.grid}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('col.goods')}</span>
            </th>
            {sizes.map((size) => (
              <th scope="col" key={size}>
                {size === '' ? '–' : size}
              </th>
            ))}
            <th scope="col">{t('stock.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {colours.map(([key, sample]) => {
            const row = skus.filter((sku) => (sku.colour.zh || sku.colour.en) === key)
            return (
              <tr key={key}>
                <th scope="row">
                  {sample.colourHex !== null && <i style={{ background: sample.colourHex }} />}
                  {inLocale(sample.colour, locale) || '–'}
                </th>
                {sizes.map((size) => {
                  const sku = row.find((one) => one.size === size)
                  if (sku === undefined) return <td key={size} className={style.none} />
                  const below = now(sku) < sku.reserved
                  const words = {
                    colour: inLocale(sku.colour, locale),
                    size,
                    onHand: sku.onHand,
                    reserved: sku.reserved,
                  }
                  return (
                    <td
                      key={size}
                      data-changed={now(sku) !== sku.onHand || undefined}
                      data-wrong={below || undefined}
                    >
                      <NumberBox
                        value={now(sku)}
                        disabled={locked}
                        aria-label={t('stock.cell', words)}
                        aria-invalid={below || undefined}
                        onChange={(value) => onCount(sku.id, value ?? sku.onHand)}
                      />
                      <small className="num">
                        {below
                          ? t('stock.below', { count: sku.reserved })
                          : now(sku) !== sku.onHand
                            ? `${count(sku.onHand)} →`
                            : sku.reserved > 0
                              ? t('stock.reserved', { count: count(sku.reserved) })
                              : ' '}
                      </small>
                    </td>
                  )
                })}
                <td className={style.sum}>{sum(row)}</td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('stock.sum')}</th>
            {sizes.map((size) => (
              <td key={size} className={style.sum}>
                {sum(skus.filter((sku) => sku.size === size))}
              </td>
            ))}
            <td className={style.sum}>{sum(skus)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
