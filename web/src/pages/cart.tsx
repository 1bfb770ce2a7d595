import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { marketQuery } from '#web/src/features/markets/queries.ts'
import { CartPage as Cart } from '#web/src/features/trade/cart-page.tsx'
import { NeedCompany } from '#web/src/features/trade/need-company.tsx'
import { useCall, useSession } from '#web/src/page-context.ts'
import { textOf } from '#web/src/search-params.ts'

/** `/m/$market/cart?address=…` */
export function CartPage() {
  const { market: id = '' } = useParams({ strict: false })
  const { data: market } = useSuspenseQuery(marketQuery(useCall(), id))
  const acting = useSession()?.acting ?? null
  const asked = textOf(useSearch({ strict: false }), 'address')
  return (
    <main className="wrap" id="main">
      {acting === null ? <NeedCompany /> : <Cart market={market} organisation={acting} asked={asked} />}
    </main>
  )
}
