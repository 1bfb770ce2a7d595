import { useParams } from '@tanstack/react-router'
import { OrderPage as Order } from '#web/src/features/trade/order-page.tsx'

/** `/m/$market/orders/$orderId` */
export function OrderPage() {
  const { market = '', orderId = '' } = useParams({ strict: false })
  return (
    <main className="wrap" id="main">
      <Order market={market} orderId={orderId} />
    </main>
  )
}
