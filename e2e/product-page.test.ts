import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { inLanguage, paths } from '#web/src/paths.ts'
import { openBrowser } from './browser.ts'
import { market, readWorld, type World } from './world.ts'

// What a slow phone meets on the page that sells: little script, and the largest content out of the server's HTML.
const baseUrl = inject('baseUrl')
const scriptBytesMost = 250 * 1024
let browser: Browser
let world: World

beforeAll(async () => {
  browser = await openBrowser()
  world = await readWorld(baseUrl, inject('accounts'))
}, 120_000)
afterAll(() => browser.close())

test('a product page ships less than 250 KB of script over the wire', async () => {
  const context = await browser.newContext({ baseURL: baseUrl, viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  const scripts = new Set<string>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await page.goto(paths.product(market, world.product.id), { waitUntil: 'networkidle' })
  expect(scripts.size).toBeGreaterThan(0)
  expect(bytes).toBeLessThan(scriptBytesMost)
  await context.close()
})

test.each(['zh', 'en'] as const)(
  'without scripts a reader in %s sees name, prices, sizes and stock',
  async (locale) => {
    const context = await browser.newContext({ baseURL: baseUrl, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(inLanguage(locale, paths.product(market, world.product.id)))
    const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ')
    const title = world.product.title[locale] || world.product.title.zh
    expect(text).toContain(title)
    const [tier] = world.product.tiers
    expect(text).toContain(((tier?.unitPrice ?? 0) / 100).toFixed(2))
    for (const { size } of world.product.skus) expect(text).toContain(size)
    const picture = page.locator('main img').first()
    expect(
      await picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0),
    ).toBe(true)
    await context.close()
  },
)

test('the largest content is painted from the server’s HTML, before the scripts have run', async () => {
  const context = await browser.newContext({ baseURL: baseUrl, viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  // Scripts are held back: what is largest then came with the page.
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/\.js$/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(paths.product(market, world.product.id), { waitUntil: 'commit' })
  const largest = () =>
    page.evaluate(
      () =>
        new Promise<{ tag: string; source: string; size: number }>((resolve) => {
          new PerformanceObserver((list) => {
            const entry = list.getEntries().at(-1) as PerformanceEntry & {
              element?: Element
              url: string
              size: number
            }
            resolve({ tag: entry.element?.tagName ?? '', source: entry.url, size: entry.size })
          }).observe({ type: 'largest-contentful-paint', buffered: true })
        }),
    )
  await page
    .locator('main img')
    .first()
    .evaluate((image: HTMLImageElement) => image.decode())
  const before = await largest()
  release()
  await page.waitForLoadState('networkidle')
  const after = await largest()
  expect(before.tag).toBe('IMG')
  expect(after).toEqual(before)
  await context.close()
})
