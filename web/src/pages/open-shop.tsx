import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { marketQuery } from '#web/src/features/markets/queries.ts'
import { ApplicationPage } from '#web/src/features/shops/application-page.tsx'
import { useCall } from '#web/src/page-context.ts'
import { textOf } from '#web/src/search-params.ts'

/** `/m/$market/open-shop?application=…` */
export function OpenShopPage() {
  const { market: id = '' } = useParams({ strict: false })
  const { data: market } = useSuspenseQuery(marketQuery(useCall(), id))
  const asked = textOf(useSearch({ strict: false }), 'application')
  return (
    <main className="wrap" id="main">
      <ApplicationPage key={asked} market={market} asked={asked} />
    </main>
  )
}
