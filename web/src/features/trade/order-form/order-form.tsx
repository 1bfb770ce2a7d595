import { lazy, Suspense, useState } from 'react'
import type { ProductDocument } from '#shared/catalogue/views.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { type Colour, gridOf } from './cells.ts'
import { FillBar } from './fill-bar.tsx'
import { Matrix } from './matrix.tsx'
import style from './order-form.module.css'
import { OrderTotal } from './order-total.tsx'
import { PhoneOrder, StickyOrder } from './phone-order.tsx'
import { orderTexts } from './texts.ts'
import { useAddToCart } from './use-add-to-cart.ts'
import type { Order } from './use-order.ts'

const PasteDialog = lazy(() =>
  import('./paste-dialog.tsx').then((module) => ({ default: module.PasteDialog })),
)

type FormProps = {
  market: string
  product: ProductDocument
  order: Order
  statedQuantity: number
  /** The picture follows the colour. */
  onColour: (colour: Colour) => void
}

/** Choosing goods by colour and size: matrix on a desk, colour tabs on a phone, one running total. */
export function OrderForm({ market, product, order, statedQuantity, onColour }: FormProps) {
  const t = useTexts(orderTexts)
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
      <section aria-label={t('title')}>
        <div className={style.desk}>
          <FillBar
            product={product}
            grid={grid}
            order={order}
            chosen={chosen}
            onPaste={() => setPasting(true)}
          />
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
