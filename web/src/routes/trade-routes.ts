import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { OrderTab } from '#shared/trade/states.ts'
import { addressesQuery, myApplicationsQuery } from '#web/src/features/accounts/queries.ts'
import { applicationQuery } from '#web/src/features/shops/queries.ts'
import { cartQuery, myOrdersQuery, orderQuery, purchaseQuery } from '#web/src/features/trade/queries.ts'
import type { PageContext } from '#web/src/page-context.ts'
import { listOf, textOf } from '#web/src/search-params.ts'
import { say } from '#web/src/texts/texts.ts'
import { demandSession, loadOwn } from './guard.ts'

// The words of pages come with the pages: every visitor loads this file.
const applicationTexts = async () =>
  (await import('#web/src/features/shops/application-texts.ts')).applicationTexts
const cartTexts = async () => (await import('#web/src/features/trade/cart-texts.ts')).cartTexts
const checkoutTexts = async () => (await import('#web/src/features/trade/checkout-texts.ts')).checkoutTexts
const orderTexts = async () => (await import('#web/src/features/trade/order-texts.ts')).orderTexts
const orderListTexts = async () =>
  (await import('#web/src/features/trade/order-list-texts.ts')).orderListTexts

type Given = { context: PageContext; location: { href: string } }
type In = Given & { params: { market: string } }
const guarded = { beforeLoad: ({ context, location }: Given) => demandSession({ context, location }) }

/** What a buyer does in a market: cart, checkout, purchases, orders; and applying for a shop. */
export function tradeRoutes(market: AnyRoute) {
  const cart = createRoute({
    getParentRoute: () => market,
    path: 'cart',
    staticData: { module: 'src/pages/cart.tsx', docked: true },
    ...guarded,
    validateSearch: (raw: Record<string, unknown>) => ({ address: textOf(raw, 'address') }),
    component: lazyRouteComponent(() => import('#web/src/pages/cart.tsx'), 'CartPage'),
    loader: async (given: In) => {
      const { context, params } = given
      await loadOwn(given, loadCart(context, params.market))
      return { title: say(context, await cartTexts())('title') }
    },
  })
  const checkout = createRoute({
    getParentRoute: () => market,
    path: 'checkout',
    staticData: { module: 'src/pages/checkout.tsx', docked: true },
    ...guarded,
    validateSearch: (raw: Record<string, unknown>) => ({
      shop: listOf(raw, 'shop'),
      address: textOf(raw, 'address'),
    }),
    component: lazyRouteComponent(() => import('#web/src/pages/checkout.tsx'), 'CheckoutPage'),
    loader: async (given: In) => {
      const { context, params } = given
      await loadOwn(given, loadCart(context, params.market))
      return { title: say(context, await checkoutTexts())('title') }
    },
  })
  const purchase = createRoute({
    getParentRoute: () => market,
    path: 'purchases/$purchaseId',
    staticData: { module: 'src/pages/purchase.tsx' },
    ...guarded,
    validateSearch: (raw: Record<string, unknown>) => ({ payment: textOf(raw, 'payment') }),
    component: lazyRouteComponent(() => import('#web/src/pages/purchase.tsx'), 'PurchasePage'),
    loader: async (given: In & { params: { purchaseId: string } }) => {
      const { context, params } = given
      const view = await loadOwn(
        given,
        context.queryClient.fetchQuery(purchaseQuery(context.call, params.market, params.purchaseId)),
      )
      return { title: say(context, await checkoutTexts())('purchase.title', { number: view.number }) }
    },
  })
  const orders = createRoute({
    getParentRoute: () => market,
    path: 'orders',
    staticData: { module: 'src/pages/orders.tsx' },
    ...guarded,
    validateSearch: (raw: Record<string, unknown>) => ({
      tab: OrderTab.safeParse(raw.tab).data,
      q: textOf(raw, 'q')?.slice(0, 60),
    }),
    loaderDeps: ({ search }: { search: { tab?: OrderTab | undefined; q?: string | undefined } }) => search,
    component: lazyRouteComponent(() => import('#web/src/pages/orders.tsx'), 'OrdersPage'),
    loader: async (given: In & { deps: { tab?: OrderTab | undefined; q?: string | undefined } }) => {
      const { context, params, deps } = given
      const query = myOrdersQuery(context.call, params.market, deps.tab ?? 'all', deps.q ?? '')
      if (context.session?.acting != null) await loadOwn(given, context.queryClient.fetchInfiniteQuery(query))
      return { title: say(context, await orderListTexts())('list.title') }
    },
  })
  const order = createRoute({
    getParentRoute: () => market,
    path: 'orders/$orderId',
    staticData: { module: 'src/pages/order.tsx', docked: true },
    ...guarded,
    component: lazyRouteComponent(() => import('#web/src/pages/order.tsx'), 'OrderPage'),
    loader: async (given: In & { params: { orderId: string } }) => {
      const { context, params } = given
      const query = orderQuery(context.call, params.market, params.orderId)
      const view = await loadOwn(given, context.queryClient.fetchQuery(query))
      return { title: say(context, await orderTexts())('order.title', { number: view.number }) }
    },
  })
  const openShop = createRoute({
    getParentRoute: () => market,
    path: 'open-shop',
    staticData: { module: 'src/pages/open-shop.tsx' },
    ...guarded,
    validateSearch: (raw: Record<string, unknown>) => ({ application: textOf(raw, 'application') }),
    loaderDeps: ({ search }: { search: { application?: string | undefined } }) => search,
    component: lazyRouteComponent(() => import('#web/src/pages/open-shop.tsx'), 'OpenShopPage'),
    loader: async (given: In & { deps: { application?: string | undefined } }) => {
      const { context, params, deps } = given
      await loadOwn(given, context.queryClient.fetchQuery(myApplicationsQuery(context.call)))
      if (deps.application !== undefined && deps.application !== 'new') {
        const query = applicationQuery(context.call, params.market, deps.application)
        await loadOwn(given, context.queryClient.fetchQuery(query))
      }
      return { title: say(context, await applicationTexts())('title') }
    },
  })
  return [cart, checkout, purchase, orders, order, openShop]
}

/** The acting organisation's cart and addresses. Who belongs to no organisation has neither. */
async function loadCart({ session, queryClient, call }: PageContext, market: string): Promise<void> {
  if (session === null || session.acting === null) return
  const { organisationId } = session.acting
  await Promise.all([
    queryClient.fetchQuery(cartQuery(call, market)),
    queryClient.fetchQuery(addressesQuery(call, organisationId)),
  ])
}
