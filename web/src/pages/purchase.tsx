import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { marketQuery } from '#web/src/features/markets/queries.ts'
import { PurchasePage as Purchase } from '#web/src/features/trade/purchase-page.tsx'
import { useCall } from '#web/src/page-context.ts'
import { choiceOf } from '#web/src/search-params.ts'

/** `/m/$market/purchases/$purchaseId`, with `?payment=returned` or `cancelled` when the browser comes from the institution's page. */
export function PurchasePage() {
  const { market: id = '', purchaseId = '' } = useParams({ strict: false })
  const { data: market } = useSuspenseQuery(marketQuery(useCall(), id))
  const returned = choiceOf(useSearch({ strict: false }), 'payment', ['returned', 'cancelled'] as const)
  return (
    <main className="wrap" id="main">
      <Purchase market={market} purchaseId={purchaseId} returned={returned} />
    </main>
  )
}
