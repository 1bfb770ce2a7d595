import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { orderQuery } from '#web/src/features/trade/queries.ts'
import { ShopOrder } from '#web/src/features/trade/seller/shop-order.tsx'
import { usePageContext } from '#web/src/page-context.ts'
import { flagOf } from '#web/src/search-params.ts'
import { Loaded, Rows } from '#web/src/ui/loaded.tsx'
import { ConsolePage } from '#web/src/ui/page-head.tsx'
import { useShopPlace } from '#web/src/ui/use-place.ts'

/** `/shop/$market/$shopId/orders/$orderId`, with `?ship=1` straight to sending it. */
export function ShopOrderPage() {
  const { orderId = '' } = useParams({ strict: false })
  const ship = flagOf(useSearch({ strict: false }), 'ship') === true
  const place = useShopPlace()
  const { call } = usePageContext()
  const order = useQuery(orderQuery(call, place.market, orderId))
  if (order.data !== undefined)
    return <ShopOrder key={orderId} place={place} order={order.data} ship={ship} />
  return (
    <ConsolePage>
      <Loaded query={order} waiting={<Rows count={8} height={32} />}>
        {() => null}
      </Loaded>
    </ConsolePage>
  )
}
