import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  type RouterHistory,
} from '@tanstack/react-router'
import { codeOf, statusOf } from './api/call.ts'
import { getProductQuery } from './features/catalogue/queries.ts'
import { listMarketsQuery, marketQuery } from './features/markets/queries.ts'
import { readChoice, toSearchQuery } from './features/search/choice.ts'
import { searchQuery, shelfQuery } from './features/search/queries.ts'
import { getShopQuery, listShopsQuery } from './features/shops/queries.ts'
import * as heads from './heads.ts'
import type { PageContext } from './page-context.ts'
import { accountRoutes } from './routes/account-routes.ts'
import { consoleRoutes, workbenchRoutes } from './routes/console-routes.ts'
import { tradeRoutes } from './routes/trade-routes.ts'
import { numberOf, parseSearch, stringifySearch, textOf } from './search-params.ts'
import { ErrorPage, NotFoundPage } from './shell/error-page.tsx'
import { Root } from './shell/root.tsx'
import { StorefrontLayout } from './shell/storefront-layout.tsx'
import { homeShelves, productShelves } from './shelves.ts'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Source file of the lazy page, as the build's manifest names it: its chunks are preloaded by the server. */
    module?: string
    /** The page docks its own main action at a phone's lower edge: tabs and search box make room. */
    docked?: true
  }
}

/** Data of a public page: what is not there is a 404 page, every other failure the error page. */
async function load<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (statusOf(error) === 404 || ['request/not-found', 'request/invalid'].includes(codeOf(error)))
      throw notFound()
    throw error
  }
}

const root = createRootRouteWithContext<PageContext>()({
  component: Root,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
})

const markets = createRoute({
  getParentRoute: () => root,
  path: '/',
  staticData: { module: 'src/pages/markets.tsx' },
  component: lazyRouteComponent(() => import('./pages/markets.tsx'), 'MarketsPage'),
  loader: async ({ context }) => {
    const { items } = await context.queryClient.ensureQueryData(listMarketsQuery(context.call))
    return heads.marketsHead(context, items)
  },
})

const market = createRoute({
  getParentRoute: () => root,
  path: 'm/$market',
  component: StorefrontLayout,
  loader: async ({ context, params }) => {
    await load(context.queryClient.ensureQueryData(marketQuery(context.call, params.market)))
  },
})

const home = createRoute({
  getParentRoute: () => market,
  path: '/',
  staticData: { module: 'src/pages/market-home.tsx' },
  component: lazyRouteComponent(() => import('./pages/market-home.tsx'), 'MarketHomePage'),
  notFoundComponent: NotFoundPage,
  loader: async ({ context, params }) => {
    const { queryClient, call } = context
    const [view] = await load(
      Promise.all([
        queryClient.ensureQueryData(marketQuery(call, params.market)),
        queryClient.ensureQueryData(listShopsQuery(call, params.market, 8)),
        ...homeShelves(context.locale).map((shelf) =>
          queryClient.ensureQueryData(shelfQuery(call, params.market, shelf.asked, shelf.limit)),
        ),
      ]),
    )
    return heads.homeHead(context, view)
  },
})

const search = createRoute({
  getParentRoute: () => market,
  path: 'search',
  staticData: { module: 'src/pages/search.tsx' },
  validateSearch: readChoice,
  loaderDeps: (input) => ({ choice: input.search }),
  component: lazyRouteComponent(() => import('./pages/search.tsx'), 'SearchPage'),
  notFoundComponent: NotFoundPage,
  loader: async ({ context, params, deps }) => {
    const { queryClient, call } = context
    const [view] = await load(
      Promise.all([
        queryClient.ensureQueryData(marketQuery(call, params.market)),
        queryClient.ensureInfiniteQueryData(searchQuery(call, params.market, toSearchQuery(deps.choice))),
      ]),
    )
    return heads.searchHead(context, view, deps.choice.q)
  },
})

const category = createRoute({
  getParentRoute: () => market,
  path: 'c/$category',
  staticData: { module: 'src/pages/search.tsx' },
  validateSearch: readChoice,
  loaderDeps: (input) => ({ choice: input.search }),
  component: lazyRouteComponent(() => import('./pages/search.tsx'), 'CategoryPage'),
  notFoundComponent: NotFoundPage,
  loader: async ({ context, params, deps }) => {
    const { queryClient, call } = context
    const view = await load(queryClient.ensureQueryData(marketQuery(call, params.market)))
    const known = view.categories.find((one) => one.id === params.category)
    if (known === undefined) throw notFound()
    await load(
      queryClient.ensureInfiniteQueryData(
        searchQuery(call, params.market, toSearchQuery({ ...deps.choice, category: params.category })),
      ),
    )
    return heads.categoryHead(context, view, known)
  },
})

const product = createRoute({
  getParentRoute: () => market,
  path: 'p/$productId',
  staticData: { module: 'src/pages/product.tsx', docked: true },
  component: lazyRouteComponent(() => import('./pages/product.tsx'), 'ProductPage'),
  notFoundComponent: NotFoundPage,
  validateSearch: (raw: Record<string, unknown>) => ({ quantity: numberOf(raw, 'quantity', 1, 999_999) }),
  loader: async ({ context, params }) => {
    const { queryClient, call } = context
    const { market: slug } = params
    const [view, goods] = await load(
      Promise.all([
        queryClient.ensureQueryData(marketQuery(call, slug)),
        queryClient.ensureQueryData(getProductQuery(call, params.productId)),
      ]),
    )
    const shelves = productShelves(goods, context.locale)
    await load(
      Promise.all([
        queryClient.ensureQueryData(getShopQuery(call, slug, goods.shop.id)),
        queryClient.ensureQueryData(shelfQuery(call, slug, shelves.mixable.asked, shelves.mixable.limit)),
        queryClient.ensureQueryData(shelfQuery(call, slug, shelves.similar.asked, shelves.similar.limit)),
      ]),
    )
    return heads.productHead(context, view, goods)
  },
})

const shop = createRoute({
  getParentRoute: () => market,
  path: 's/$shopId',
  staticData: { module: 'src/pages/shop.tsx' },
  validateSearch: (raw: Record<string, unknown>) => ({ ...readChoice(raw), tab: textOf(raw, 'tab') }),
  // Which tab is open is the page's own affair; the search knows no such parameter.
  loaderDeps: ({ search: { tab: _, ...choice } }) => ({ choice }),
  component: lazyRouteComponent(() => import('./pages/shop.tsx'), 'ShopPage'),
  notFoundComponent: NotFoundPage,
  loader: async ({ context, params, deps }) => {
    const { queryClient, call } = context
    const [view, seller] = await load(
      Promise.all([
        queryClient.ensureQueryData(marketQuery(call, params.market)),
        queryClient.ensureQueryData(getShopQuery(call, params.market, params.shopId)),
        queryClient.ensureInfiniteQueryData(
          searchQuery(call, params.market, toSearchQuery({ ...deps.choice, shop: params.shopId })),
        ),
      ]),
    )
    return heads.shopHead(context, view, seller)
  },
})

const about = createRoute({
  getParentRoute: () => market,
  path: 'about',
  staticData: { module: 'src/pages/about.tsx' },
  component: lazyRouteComponent(() => import('./pages/about.tsx'), 'AboutPage'),
  notFoundComponent: NotFoundPage,
  loader: async ({ context, params }) => {
    const view = await load(context.queryClient.ensureQueryData(marketQuery(context.call, params.market)))
    return heads.aboutHead(context, view)
  },
})

const routeTree = root.addChildren([
  markets,
  accountRoutes(root),
  market.addChildren([home, search, category, product, shop, about, ...tradeRoutes(market)]),
  workbenchRoutes(root),
  consoleRoutes(root),
])

/** The site's router for one page load: in the reader's language, on the given history. */
export function createAppRouter(context: PageContext, history: RouterHistory, nonce: string) {
  return createRouter({
    routeTree,
    history,
    context,
    basepath: context.locale === 'en' ? '/en' : '/',
    parseSearch,
    stringifySearch,
    search: { strict: true },
    ssr: { nonce },
    scrollRestoration: true,
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
  })
}
export type AppRouter = ReturnType<typeof createAppRouter>
