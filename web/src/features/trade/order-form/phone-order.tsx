import { useState } from 'react'
import type { ProductDocument } from '#shared/catalogue/views.ts'
import { inLocale } from '#shared/text.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { Picture } from '#web/src/ui/picture.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { Stepper } from '#web/src/ui/stepper.tsx'
import type { Colour, Grid } from './cells.ts'
import { SizeWords } from './matrix.tsx'
import { Amount, NextHint } from './order-total.tsx'
import style from './phone-order.module.css'
import { orderTexts } from './texts.ts'
import type { AddToCart } from './use-add-to-cart.ts'
import type { Order } from './use-order.ts'

type PhoneProps = { product: ProductDocument; grid: Grid; order: Order; onColour: (colour: Colour) => void }

/** The matrix for a thumb: colours along the top with what is chosen of each, the sizes of one colour beneath with steppers. */
export function PhoneOrder({ product, grid, order, onColour }: PhoneProps) {
  const t = useTexts(orderTexts)
  const locale = useLocale()
  const [open, setOpen] = useState(0)
  const colour = grid.colours[open]
  if (colour === undefined) return null
  const chosenOf = (one: Colour) =>
    grid.sizes.reduce((sum, size) => {
      const sku = grid.at(one, size)
      return sum + (sku === undefined ? 0 : (order.quantities[sku.id] ?? 0))
    }, 0)
  return (
    <div className={style.phone}>
      {grid.colours.length > 1 && (
        <div className={style.colours}>
          {grid.colours.map((one, index) => (
            <button
              type="button"
              key={one.key}
              aria-pressed={index === open}
              onClick={() => {
                setOpen(index)
                onColour(one)
              }}
            >
              {chosenOf(one) > 0 && <sup className="num">{count(chosenOf(one))}</sup>}
              {one.mediaId === null ? (
                <i style={{ background: one.hex ?? 'var(--sand)' }} />
              ) : (
                <Picture
                  mediaId={one.mediaId}
                  alt=""
                  sizes="66px"
                  width={66}
                  height={82}
                  className={style.picture ?? ''}
                />
              )}
              {inLocale(one.name, locale)}
            </button>
          ))}
        </div>
      )}
      <ul>
        {grid.sizes.map((size) => {
          const sku = grid.at(colour, size)
          if (sku === undefined) return null
          const quantity = order.quantities[sku.id] ?? 0
          return (
            <li key={size.code}>
              <span className={style.size}>
                <SizeWords size={size} />
              </span>
              <span className={style.stock}>
                {sku.available === 0 ? t('out') : t('stock', { count: count(sku.available) })}
              </span>
              <Stepper
                value={quantity}
                onChange={(next) => order.set({ [sku.id]: next })}
                step={product.packSize > 1 ? product.packSize : 5}
                max={Math.max(sku.available, quantity)}
                disabled={sku.available === 0 && quantity === 0}
                filled={quantity > 0}
                label={t('cell', {
                  colour: inLocale(colour.name, locale),
                  size: size.code,
                  count: sku.available,
                })}
                less={t('less')}
                more={t('more')}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** The bar at the lower edge of a phone: next step, amount, and the two ways on. */
export function StickyOrder({
  product,
  order,
  statedQuantity,
  add,
}: {
  product: ProductDocument
  order: Order
  statedQuantity: number
  add: AddToCart
}) {
  const t = useTexts(orderTexts)
  return (
    <div className={style.sticky}>
      <NextHint product={product} order={order} brief />
      <div className={style.row}>
        <Amount product={product} order={order} statedQuantity={statedQuantity} brief />
        <Button kind="outline" busy={add.busy === 'cart'} onClick={() => add.toCart(order)}>
          {t('act.addShort')}
        </Button>
        <Button kind="primary" busy={add.busy === 'order'} onClick={() => add.andOrder(order)}>
          {t('act.buyShort')}
        </Button>
      </div>
    </div>
  )
}
