import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { marketQuery } from '#web/src/features/markets/queries.ts'
import { CheckoutPage as Checkout } from '#web/src/features/trade/checkout-page.tsx'
import { NeedCompany } from '#web/src/features/trade/need-company.tsx'
import { useCall, useSession } from '#web/src/page-context.ts'
import { listOf, textOf } from '#web/src/search-params.ts'

/** `/m/$market/checkout?shop=…&shop=…&address=…` */
export function CheckoutPage() {
  const { market: id = '' } = useParams({ strict: false })
  const { data: market } = useSuspenseQuery(marketQuery(useCall(), id))
  const acting = useSession()?.acting ?? null
  const search: Record<string, unknown> = useSearch({ strict: false })
  return (
    <main className="wrap" id="main">
      {acting === null ? (
        <NeedCompany />
      ) : (
        <Checkout
          market={market}
          organisation={acting}
          shopIds={listOf(search, 'shop')}
          asked={textOf(search, 'address')}
        />
      )}
    </main>
  )
}
