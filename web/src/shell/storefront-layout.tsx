import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Outlet, useMatches, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { marketQuery } from '#web/src/features/markets/queries.ts'
import { cartQuery } from '#web/src/features/trade/queries.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { TabBar } from './tab-bar.tsx'

const PhoneMenu = lazy(() => import('./phone-menu.tsx').then((module) => ({ default: module.PhoneMenu })))

/** A market's storefront around its pages: header, footer, and on a phone the tabs and the drawer. */
export function StorefrontLayout() {
  const { market: id = '' } = useParams({ strict: false })
  const { call, session } = usePageContext()
  const { data: market } = useSuspenseQuery(marketQuery(call, id))
  const { data: cart } = useQuery({
    ...cartQuery(call, id),
    enabled: session !== null && session.acting !== null,
  })
  const cartLines = cart?.shops.reduce((sum, shop) => sum + shop.lines.length, 0) ?? 0
  const slim = useMatches({ select: (matches) => matches.some((match) => match.staticData.docked === true) })
  const [menu, setMenu] = useState<'never' | 'open' | 'closed'>('never')
  const openMenu = () => setMenu('open')
  return (
    <>
      <Header market={market} cartLines={cartLines} slim={slim} onMenu={openMenu} />
      <Outlet />
      <Footer market={market} />
      {!slim && <TabBar market={market} onMenu={openMenu} />}
      {menu !== 'never' && (
        <Suspense>
          <PhoneMenu market={market} opened={menu === 'open'} onClose={() => setMenu('closed')} />
        </Suspense>
      )}
    </>
  )
}
