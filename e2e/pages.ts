/// <reference lib="dom" />
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Locale } from '#shared/text.ts'
import { inLanguage, paths } from '#web/src/paths.ts'
import { accountOf, type DemoAccount } from './program.ts'
import { market, type World } from './world.ts'

/** Who looks: nobody in particular, or the first demo account of a role in the children's wear market. */
type Reader = 'visitor' | 'buyer' | 'shop owner' | 'market manager'

type PageCase = {
  name: string
  as: Reader
  path: (world: World) => string
  /** What the answer's status must be; 200 unless told. */
  status?: number
}

type Path = PageCase['path']
const anybody = (name: string, path: Path): PageCase => ({ name, as: 'visitor', path })
const buyer = (name: string, path: Path): PageCase => ({ name, as: 'buyer', path })
const seller = (name: string, path: Path): PageCase => ({ name, as: 'shop owner', path })
const office = (name: string, path: Path): PageCase => ({ name, as: 'market manager', path })
const shopOf = ({ seller: { shopId } }: World) => ({ market, shopId })

/** Every page, one line each: a picture is taken of each and axe judges it. */
export const pageCases: readonly PageCase[] = [
  anybody('markets', () => paths.markets()),
  anybody('home', () => paths.home(market)),
  anybody('home-shoes', () => paths.home('fujian-shoes')),
  anybody('search', () => paths.search(market, { q: '纯棉连衣裙', quantity: 200 })),
  anybody('search-list', () => paths.search(market, { view: 'list' })),
  anybody('search-nothing', () => paths.search(market, { q: '挖掘机', priceMax: 100 })),
  anybody('category', ({ product }) => paths.category(market, product.category.id)),
  anybody('category-shoes', () => paths.category('fujian-shoes', 'shoes')),
  anybody('product', ({ product }) => paths.product(market, product.id, { quantity: 200 })),
  anybody('shop', ({ product }) => paths.shop(market, product.shop.id)),
  anybody('shop-licence', ({ product }) => paths.shop(market, product.shop.id, { tab: 'licence' })),
  anybody('shop-terms', ({ product }) => paths.shop(market, product.shop.id, { tab: 'terms' })),
  anybody('about', () => paths.about(market)),
  anybody('about-shoes', () => paths.about('fujian-shoes')),
  anybody('sign-in', () => paths.signIn()),
  anybody('register', () => paths.register()),
  anybody('reset-password', () => paths.resetPassword()),
  anybody('verify-email', () => paths.verifyEmail()),
  anybody('invitation', () => paths.invitation()),
  { ...anybody('not-found', () => paths.product(market, 'prd_nothing')), status: 404 },
  buyer('cart', () => paths.cart(market)),
  buyer('checkout', () => paths.checkout(market)),
  buyer('orders', () => paths.orders(market)),
  buyer('order', (world) => paths.order(market, world.buyer.order)),
  buyer('order-completed', (world) => paths.order(market, world.buyer.completed)),
  buyer('purchase', (world) => paths.purchase(market, world.buyer.purchase)),
  buyer('purchase-unpaid', (world) => paths.purchase(market, world.buyer.unpaid)),
  buyer('open-shop', () => paths.openShop(market)),
  buyer('account', () => paths.account()),
  buyer('account-security', () => paths.account('security')),
  buyer('account-organisations', () => paths.account('organisations')),
  buyer('account-addresses', () => paths.account('addresses')),
  buyer('account-selling', () => paths.account('selling')),
  seller('workbench', (world) => paths.workbench(shopOf(world))),
  seller('shop-orders', (world) => paths.shopOrders(shopOf(world))),
  seller('shop-order', (world) => paths.shopOrder(shopOf(world), world.seller.orderId)),
  seller('shop-products', (world) => paths.shopProducts(shopOf(world))),
  seller('new-product', (world) => paths.newProduct(shopOf(world))),
  seller('edit-product', (world) => paths.editProduct(shopOf(world), world.seller.productId)),
  seller('stock', (world) => paths.productStock(shopOf(world), world.seller.productId)),
  seller('test-reports', (world) => paths.testReports(shopOf(world))),
  seller('imports', (world) => paths.imports(shopOf(world))),
  seller('import-columns', (world) => paths.import(shopOf(world), world.seller.importId)),
  seller('import-rows', (world) => paths.import(shopOf(world), world.seller.importId, { step: 'rows' })),
  seller('shop-money', (world) => paths.shopMoney(shopOf(world))),
  seller('shop-profile', (world) => paths.shopSettings(shopOf(world))),
  seller('shop-mixed-batch', (world) => paths.shopSettings(shopOf(world), 'terms')),
  seller('shop-freight', (world) => paths.shopSettings(shopOf(world), 'freight')),
  seller('shop-staff', (world) => paths.shopSettings(shopOf(world), 'staff')),
  seller('shop-identity', (world) => paths.shopSettings(shopOf(world), 'licence')),
  office('console', () => paths.console(market)),
  office('admissions', () => paths.admissions(market)),
  office('admission', (world) => paths.admission(market, world.console.applicationId)),
  office('reviews', () => paths.reviews(market)),
  office('review', (world) => paths.review(market, world.console.productId)),
  office('settlement', () => paths.settlement(market)),
]

export const widths = [1440, 390] as const
export const locales = ['zh', 'en'] as const

/** A browser window of one reader, language and width; signed in where the reader is somebody. */
export async function openWindow(
  browser: Browser,
  view: { baseUrl: string; accounts: readonly DemoAccount[]; reader: Reader; locale: Locale; width: number },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: view.baseUrl,
    locale: view.locale === 'zh' ? 'zh-CN' : 'en-GB',
    viewport: { width: view.width, height: view.width < 720 ? 844 : 900 },
    reducedMotion: 'reduce',
    ...(view.width < 720 ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
  })
  if (view.reader === 'visitor') return context
  const account = accountOf(view.accounts, view.reader, market)
  const answer = await context.request.post('/api/v1/sessions', {
    headers: { origin: view.baseUrl },
    data: { email: account.email, password: account.password },
  })
  if (!answer.ok()) throw new Error(`${account.email} could not sign in: ${answer.status()}`)
  return context
}

/** Opens a page and waits until it has come to life and everything that is in sight has loaded. */
export async function visit(page: Page, world: World, one: PageCase, locale: Locale): Promise<void> {
  const answer = await page.goto(inLanguage(locale, one.path(world)), { waitUntil: 'load' })
  if (answer?.status() !== (one.status ?? 200))
    throw new Error(`${one.name}: answered ${answer?.status()} instead of ${one.status ?? 200}`)
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector(`[aria-busy="true"]`) === null)
  await page.evaluate(async () => {
    for (const picture of document.images) picture.loading = 'eager'
    await Promise.all([
      document.fonts.ready,
      ...[...document.images].map((picture) => picture.decode().catch(() => undefined)),
    ])
  })
}
