import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { ProductDocument } from '#shared/catalogue/views.ts'
import type { Locale } from '#shared/text.ts'
import { inLanguage, paths } from '#web/src/paths.ts'
import type { DemoAccount } from './program.ts'

/** Things of the demo world that addresses name. */
type World = {
  market: string
  /** A listed product whose minimum may be reached together with others of its shop. */
  product: { id: string; shopId: string; categoryId: string }
}

/** Who looks: nobody in particular, or the first demo account of a role in the children's wear market. */
type Reader = 'visitor' | 'buyer' | 'shop owner' | 'market manager'

type PageCase = {
  name: string
  as: Reader
  path: (world: World) => string
  /** What the answer's status must be; 200 unless told. */
  status?: number
}

const market = 'shishi-kids'
const goods = (name: string, path: PageCase['path']): PageCase => ({ name, as: 'visitor', path })

/** Every page, one line each: pictures are taken of all, and the public ones are judged by axe. */
export const pageCases: readonly PageCase[] = [
  goods('markets', () => paths.markets()),
  goods('home', (world) => paths.home(world.market)),
  goods('home-shoes', () => paths.home('fujian-shoes')),
  goods('search', (world) => paths.search(world.market, { q: '纯棉连衣裙', quantity: 200 })),
  goods('search-list', (world) => paths.search(world.market, { view: 'list' })),
  goods('search-nothing', (world) => paths.search(world.market, { q: '挖掘机', priceMax: 100 })),
  goods('category', (world) => paths.category(world.market, world.product.categoryId)),
  goods('category-shoes', () => paths.category('fujian-shoes', 'shoes')),
  goods('product', (world) => paths.product(world.market, world.product.id, { quantity: 200 })),
  goods('shop', (world) => paths.shop(world.market, world.product.shopId)),
  goods('shop-licence', (world) => paths.shop(world.market, world.product.shopId, { tab: 'licence' })),
  goods('shop-terms', (world) => paths.shop(world.market, world.product.shopId, { tab: 'terms' })),
  goods('about', (world) => paths.about(world.market)),
  { ...goods('not-found', (world) => paths.product(world.market, 'prd_nothing')), status: 404 },
]

export const widths = [1440, 390] as const
export const locales = ['zh', 'en'] as const

/** Finds what the addresses name. */
export async function readWorld(baseUrl: string): Promise<World> {
  const answer = await fetch(
    `${baseUrl}/api/v1/markets/${market}/products?q=${encodeURIComponent('连体衣')}&mixedBatch=true&limit=1`,
  )
  const { items } = (await answer.json()) as { items: { id: string }[] }
  const first = items[0]
  if (first === undefined) throw new Error('the demo world has no product for the page list')
  const document = await fetch(`${baseUrl}/api/v1/products/${first.id}`)
  const product = (await document.json()) as ProductDocument
  return {
    market,
    product: { id: product.id, shopId: product.shop.id, categoryId: product.category.id },
  }
}

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
  const account = view.accounts.find(
    (one) => one.role === view.reader && (one.market === null || one.market === market),
  )
  if (account === undefined) throw new Error(`no demo account: ${view.reader}`)
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
  await page.evaluate(async () => {
    for (const picture of document.images) picture.loading = 'eager'
    await Promise.all([
      document.fonts.ready,
      ...[...document.images].map((picture) => picture.decode().catch(() => undefined)),
    ])
  })
}
