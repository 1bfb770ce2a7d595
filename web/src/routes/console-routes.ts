import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { PageContext } from '#web/src/page-context.ts'
import { choiceOf, textOf } from '#web/src/search-params.ts'
import { say } from '#web/src/texts/texts.ts'
import { consoleHeadTexts } from './console-head-texts.ts'
import { demandSession } from './guard.ts'

type Raw = Record<string, unknown>
type Given = { context: PageContext; location: { href: string } }
const guard = ({ context, location }: Given) => demandSession({ context, location })

type Title = keyof (typeof consoleHeadTexts)['zh']
const head =
  (title: Title) =>
  ({ context }: { context: PageContext }) => ({ title: say(context, consoleHeadTexts)(title) })

/**
 * `/shop/$market/$shopId/…`. The pages ask for their data in the browser: they are for one person, and nothing of them should stand in
 * a cache between the server and that person.
 */
export function workbenchRoutes(root: AnyRoute) {
  const shop = createRoute({
    getParentRoute: () => root,
    path: 'shop/$market/$shopId',
    beforeLoad: guard,
    staticData: { module: 'src/shell/frame/workbench-layout.tsx' },
    component: lazyRouteComponent(
      () => import('#web/src/shell/frame/workbench-layout.tsx'),
      'WorkbenchLayout',
    ),
  })
  const today = createRoute({
    getParentRoute: () => shop,
    path: '/',
    staticData: { module: 'src/pages/workbench/today.tsx' },
    component: lazyRouteComponent(() => import('#web/src/pages/workbench/today.tsx'), 'TodayPage'),
    loader: head('today'),
  })
  const orders = createRoute({
    getParentRoute: () => shop,
    path: 'orders',
    staticData: { module: 'src/pages/workbench/orders.tsx' },
    validateSearch: (raw: Raw) => ({ tab: textOf(raw, 'tab'), q: textOf(raw, 'q') }),
    component: lazyRouteComponent(() => import('#web/src/pages/workbench/orders.tsx'), 'ShopOrdersPage'),
    loader: head('orders'),
  })
  const order = createRoute({
    getParentRoute: () => shop,
    path: 'orders/$orderId',
    staticData: { module: 'src/pages/workbench/order.tsx' },
    validateSearch: (raw: Raw) => ({ ship: textOf(raw, 'ship') }),
    component: lazyRouteComponent(() => import('#web/src/pages/workbench/order.tsx'), 'ShopOrderPage'),
    loader: head('order'),
  })
  const products = createRoute({
    getParentRoute: () => shop,
    path: 'products',
    staticData: { module: 'src/pages/workbench/products.tsx' },
    validateSearch: (raw: Raw) => ({ status: textOf(raw, 'status'), q: textOf(raw, 'q') }),
    component: lazyRouteComponent(() => import('#web/src/pages/workbench/products.tsx'), 'ShopProductsPage'),
    loader: head('products'),
  })
  const newProduct = createRoute({
    getParentRoute: () => shop,
    path: 'products/new',
    staticData: { module: 'src/pages/workbench/product-editor.tsx' },
    validateSearch: (raw: Raw) => ({ copy: textOf(raw, 'copy') }),
    component: lazyRouteComponent(
      () => import('#web/src/pages/workbench/product-editor.tsx'),
      'NewProductPage',
    ),
    loader: head('newProduct'),
  })
  const editProduct = createRoute({
    getParentRoute: () => shop,
    path: 'products/$productId',
    staticData: { module: 'src/pages/workbench/product-editor.tsx' },
    component: lazyRouteComponent(
      () => import('#web/src/pages/workbench/product-editor.tsx'),
      'EditProductPage',
    ),
    loader: head('editProduct'),
  })
  const stock = createRoute({
    getParentRoute: () => shop,
    path: 'products/$productId/stock',
    staticData: { module: 'src/pages/workbench/stock.tsx' },
    component: lazyRouteComponent(() => import('#web/src/pages/workbench/stock.tsx'), 'StockPage'),
    loader: head('stock'),
  })
  const reports = createRoute({
    getParentRoute: () => shop,
    path: 'reports',
    staticData: { module: 'src/pages/workbench/reports.tsx' },
    component: lazyRouteComponent(() => import('#web/src/pages/workbench/reports.tsx'), 'ReportsPage'),
    loader: head('reports'),
  })
  const imports = createRoute({
    getParentRoute: () => shop,
    path: 'import',
    staticData: { module: 'src/pages/workbench/imports.tsx' },
    component: lazyRouteComponent(() => import('#web/src/pages/workbench/imports.tsx'), 'ImportsPage'),
    loader: head('import'),
  })
  const oneImport = createRoute({
    getParentRoute: () => shop,
    path: 'import/$importId',
    staticData: { module: 'src/pages/workbench/import.tsx' },
    validateSearch: (raw: Raw) => ({
      step: choiceOf(raw, 'step', ['columns', 'rows'] as const),
      code: textOf(raw, 'code'),
    }),
    component: lazyRouteComponent(() => import('#web/src/pages/workbench/import.tsx'), 'ImportPage'),
    loader: head('import'),
  })
  const money = createRoute({
    getParentRoute: () => shop,
    path: 'money',
    staticData: { module: 'src/pages/workbench/money.tsx' },
    validateSearch: (raw: Raw) => ({ account: choiceOf(raw, 'account', ['returned', 'again'] as const) }),
    component: lazyRouteComponent(() => import('#web/src/pages/workbench/money.tsx'), 'ShopMoneyPage'),
    loader: head('money'),
  })
  const settings = createRoute({
    getParentRoute: () => shop,
    path: 'settings',
    staticData: { module: 'src/pages/workbench/settings.tsx' },
    validateSearch: (raw: Raw) => ({ section: textOf(raw, 'section') }),
    component: lazyRouteComponent(() => import('#web/src/pages/workbench/settings.tsx'), 'ShopSettingsPage'),
    loader: head('settings'),
  })
  return shop.addChildren([
    today,
    orders,
    order,
    products,
    newProduct,
    editProduct,
    stock,
    reports,
    imports,
    oneImport,
    money,
    settings,
  ])
}

/** `/console/$market/…`: the desks of those who hold powers in a market. */
export function consoleRoutes(root: AnyRoute) {
  const desk = createRoute({
    getParentRoute: () => root,
    path: 'console/$market',
    beforeLoad: guard,
    staticData: { module: 'src/shell/frame/console-layout.tsx' },
    component: lazyRouteComponent(() => import('#web/src/shell/frame/console-layout.tsx'), 'ConsoleLayout'),
  })
  const overview = createRoute({
    getParentRoute: () => desk,
    path: '/',
    staticData: { module: 'src/pages/console/overview.tsx' },
    component: lazyRouteComponent(() => import('#web/src/pages/console/overview.tsx'), 'OverviewPage'),
    loader: head('console'),
  })
  const admissions = createRoute({
    getParentRoute: () => desk,
    path: 'admissions',
    staticData: { module: 'src/pages/console/admissions.tsx' },
    validateSearch: (raw: Raw) => ({ status: textOf(raw, 'status') }),
    component: lazyRouteComponent(() => import('#web/src/pages/console/admissions.tsx'), 'AdmissionsPage'),
    loader: head('admissions'),
  })
  const admission = createRoute({
    getParentRoute: () => desk,
    path: 'admissions/$applicationId',
    staticData: { module: 'src/pages/console/admission.tsx' },
    component: lazyRouteComponent(() => import('#web/src/pages/console/admission.tsx'), 'AdmissionPage'),
    loader: head('admission'),
  })
  const reviews = createRoute({
    getParentRoute: () => desk,
    path: 'reviews',
    staticData: { module: 'src/pages/console/reviews.tsx' },
    component: lazyRouteComponent(() => import('#web/src/pages/console/reviews.tsx'), 'ReviewsPage'),
    loader: head('reviews'),
  })
  const review = createRoute({
    getParentRoute: () => desk,
    path: 'reviews/$productId',
    staticData: { module: 'src/pages/console/review.tsx' },
    component: lazyRouteComponent(() => import('#web/src/pages/console/review.tsx'), 'ReviewPage'),
    loader: head('review'),
  })
  const settlement = createRoute({
    getParentRoute: () => desk,
    path: 'settlement',
    staticData: { module: 'src/pages/console/settlement.tsx' },
    validateSearch: (raw: Raw) => ({ tab: textOf(raw, 'tab'), state: textOf(raw, 'state') }),
    component: lazyRouteComponent(() => import('#web/src/pages/console/settlement.tsx'), 'SettlementPage'),
    loader: head('settlement'),
  })
  return desk.addChildren([overview, admissions, admission, reviews, review, settlement])
}
