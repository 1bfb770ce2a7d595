import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { ProductDocument } from '#shared/catalogue/views.ts'
import type { CartLine, ShopTerms } from '#shared/trade/cart-shapes.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { type Colour, gridOf } from './cells.ts'
import { FillBar } from './fill-bar.tsx'
import { Matrix } from './matrix.tsx'
import style from './order-form.module.css'
import { OrderTotal } from './order-total.tsx'
import { PhoneOrder, StickyOrder } from './phone-order.tsx'
import { orderTexts } from './texts.ts'
import { useAddToCart } from './use-add-to-cart.ts'
import { type Order, useOrder } from './use-order.ts'

const PasteDialog = lazy(() => import('./paste-dialog.tsx').then((module) => ({ default: module.PasteDialog })))

type FormProps = {
  market: string
  product: ProductDocument
  terms: ShopTerms
  /** What the buyer's cart already holds of this shop: it counts towards the mixed batch. */
  others: readonly CartLine[]
  statedQuantity: number
  /** The picture follows the colour. */
  onColour: (colour: Colour) => void
  /** What stands between the heading and the matrix needs the running quantity: the tier table. */
  above: (order: Order) => ReactNode
}

/** Choosing goods by colour and size: matrix on a desk, colour tabs on a phone, one running total. */
export function OrderForm({ market, product, terms, others, statedQuantity, onColour, above }: FormProps) {
  const t = useTexts(orderTexts)
  const order = useOrder(product, terms, others)
  const add = useAddToCart(market, product)
  const [grid] = useState(() => gridOf(product))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [pasting, setPasting] = useState(false)
  const choose = (colour: Colour) => {
    const next = new Set(chosen)
    if (!next.delete(colour.key)) next.add(colour.key)
    setChosen(next)
    onColour(colour)
  }
  return (
    <>
      {above(order)}
      <section aria-label={t('title')}>
        <div className={style.desk}>
          <FillBar product={product} grid={grid} order={order} chosen={chosen} onPaste={() => setPasting(true)} />
          <Matrix product={product} grid={grid} order={order} chosen={chosen} onChoose={choose} />
          <OrderTotal product={product} order={order} statedQuantity={statedQuantity} add={add} />
        </div>
        <PhoneOrder product={product} grid={grid} order={order} onColour={onColour} />
        <StickyOrder product={product} order={order} statedQuantity={statedQuantity} add={add} />
      </section>
      {pasting && (
        <Suspense>
          <PasteDialog product={product} grid={grid} order={order} onClose={() => setPasting(false)} />
        </Suspense>
      )}
    </>
  )
}
