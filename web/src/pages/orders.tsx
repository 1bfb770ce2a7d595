import { useParams, useSearch } from '@tanstack/react-router'
import { type OrderTab, orderTabs } from '#shared/trade/states.ts'
import { NeedCompany } from '#web/src/features/trade/need-company.tsx'
import { OrderList } from '#web/src/features/trade/order-list.tsx'
import { useSession } from '#web/src/page-context.ts'
import { choiceOf, textOf } from '#web/src/search-params.ts'

/** `/m/$market/orders?tab=…&q=…` */
export function OrdersPage() {
  const { market = '' } = useParams({ strict: false })
  const search: Record<string, unknown> = useSearch({ strict: false })
  const acting = useSession()?.acting ?? null
  const tab = choiceOf(search, 'tab', Object.keys(orderTabs) as OrderTab[]) ?? 'all'
  const q = textOf(search, 'q') ?? ''
  return (
    <main className="wrap" id="main">
      {acting === null ? <NeedCompany /> : <OrderList key={q} market={market} tab={tab} q={q} />}
    </main>
  )
}
