import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { signIn } from '#shared/accounts/contract.ts'
import { type CallInput, type Endpoint, endpointUrl, type ResponseOf } from '#shared/http.ts'
import { getShopMoney } from '#shared/payments/contract.ts'
import { getOrder, getPurchase, shipOrder } from '#shared/trade/contract.ts'
import { openBrowser } from './browser.ts'

// A buyer finds rompers in both languages, fills matrices of two shops, pays at the institution's page, receives in parts and confirms;
// the shops see their money released.
const baseUrl = inject('baseUrl')
const accounts = inject('accounts')
const market = 'shishi-kids'
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  page = await context.newPage()
  page.setDefaultTimeout(30_000)
})
afterAll(() => browser.close())

const accountOf = (role: string, place?: string) => {
  const found = accounts.find(
    (each) => each.role === role && (place === undefined || each.organisation === place),
  )
  if (!found) throw new Error(`the demo has no ${role} ${place ?? ''}`)
  return found
}

/** Calls the API as a script does: signs in, sends the access token. */
async function scriptAs(email: string, password: string) {
  const call = async <E extends Endpoint>(
    endpoint: E,
    input: CallInput<E>,
    token?: string,
  ): Promise<ResponseOf<E>> => {
    const {
      params = {},
      query = {},
      body,
      idempotencyKey,
    } = input as { params?: object; query?: object; body?: unknown; idempotencyKey?: string }
    const answer = await fetch(
      `${baseUrl}${endpointUrl(endpoint.path, params as Record<string, unknown>, query as Record<string, unknown>)}`,
      {
        method: endpoint.method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
    )
    if (!answer.ok) throw new Error(`${endpoint.operationId}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as ResponseOf<E>
  }
  const { accessToken } = await call(signIn, { body: { email, password } })
  return <E extends Endpoint>(endpoint: E, input: CallInput<E>) => call(endpoint, input, accessToken)
}

test('rompers are found in Chinese and in English', async () => {
  await page.goto(`${baseUrl}/m/${market}/search?q=${encodeURIComponent('纯棉连体衣')}`)
  await expect.poll(() => page.locator('a[href*="/p/prd_"]').count()).toBeGreaterThan(5)
  expect(await page.locator('main').innerText()).toContain('连体衣')
  await page.goto(`${baseUrl}/en/m/${market}/search?q=${encodeURIComponent('cotton romper')}`)
  await expect.poll(() => page.locator('a[href*="/p/prd_"]').count()).toBeGreaterThan(5)
  expect((await page.locator('main').innerText()).toLowerCase()).toContain('romper')
})

test('the buyer signs in', async () => {
  const buyer = accountOf('buyer')
  await page.goto(`${baseUrl}/sign-in`)
  await page.locator('input[name=email]').fill(buyer.email)
  await page.locator('input[name=password]').fill(buyer.password)
  await page.locator('form button[type=submit]').click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
})

/** Puts at least the MOQ of the first product of a shop into the cart by its matrix; returns the shop's id. */
async function orderFromShop(position: number, taken: readonly string[]): Promise<string> {
  const answer = await fetch(
    `${baseUrl}/api/v1/markets/${market}/products?q=${encodeURIComponent('连体衣')}&limit=100`,
  )
  const { items } = (await answer.json()) as {
    items: { id: string; moq: number; packSize: number; inStock: boolean; shop: { id: string } }[]
  }
  const candidates = items.filter(
    (item) => item.inStock && item.packSize === 1 && item.moq <= 60 && !taken.includes(item.shop.id),
  )
  const chosen = candidates[position]
  if (!chosen) throw new Error('no product to order')
  await page.goto(`${baseUrl}/m/${market}/p/${chosen.id}`)
  const cells = page.locator('section input[aria-label*="库存"]')
  await expect.poll(() => cells.count()).toBeGreaterThan(0)
  let need = chosen.moq
  for (let index = 0; index < (await cells.count()) && need > 0; index++) {
    const stock = Number(
      /库存 (\d+)/.exec((await cells.nth(index).getAttribute('aria-label')) ?? '')?.[1] ?? 0,
    )
    const quantity = Math.min(stock, need)
    if (quantity < 1) continue
    await cells.nth(index).fill(String(quantity))
    need -= quantity
  }
  expect(need).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: '加入进货单' }).first().click()
  await page
    .getByText(/已加入进货单/)
    .first()
    .waitFor()
  return chosen.shop.id
}

let purchaseUrl = ''
test('two shops, one checkout, paid at the institution’s page', async () => {
  const first = await orderFromShop(0, [])
  const second = await orderFromShop(0, [first])
  expect(second).not.toBe(first)
  await page.goto(`${baseUrl}/m/${market}/checkout`)
  await page.getByText('在线支付').first().click()
  const submit = page.getByRole('button', { name: '提交订单，去支付' }).first()
  await submit.click()
  await page.waitForURL(/127\.0\.0\.1|localhost:(?!.*\/m\/)/, { waitUntil: 'load' })
  await page.locator('button[value=pay]').click()
  await page.waitForURL(/\/purchases\/pur_/)
  purchaseUrl = page.url()
  await page
    .getByText(/已付款/)
    .first()
    .waitFor()
})

test('goods come in parts, are counted and confirmed; the shops’ money is released', async () => {
  const buyer = await scriptAs(accountOf('buyer').email, accountOf('buyer').password)
  const purchaseId = /pur_[0-9a-z]+/.exec(purchaseUrl)?.[0] ?? ''
  const purchase = await buyer(getPurchase, { params: { market, purchaseId } })
  expect(purchase.orders).toHaveLength(2)
  const order = purchase.orders[0]
  if (!order) throw new Error('no order')
  const owner = accounts.find(
    (each) =>
      each.role === 'shop owner' &&
      each.market === market &&
      each.organisation.includes(order.shop.name.zh.slice(0, 2)),
  )
  if (!owner) throw new Error(`nobody of ${order.shop.name.zh} can sign in`)
  const seller = await scriptAs(owner.email, owner.password)
  const params = { market, orderId: order.id }
  const shipPart = async (share: (left: number) => number) => {
    const now = await seller(getOrder, { params })
    const lines = now.products
      .flatMap((product) => product.lines)
      .flatMap((line) => {
        const quantity = share(line.quantity - line.shipped)
        return quantity > 0 ? [{ orderLineId: line.id, quantity }] : []
      })
    await seller(shipOrder, {
      params,
      body: { carrier: 'shunfeng', trackingNo: `SF${Date.now()}`, lines },
      idempotencyKey: crypto.randomUUID(),
    })
  }
  await shipPart((left) => Math.ceil(left / 2))
  await shipPart((left) => left)
  await page.goto(`${baseUrl}/m/${market}/orders/${order.id}`)
  for (const part of [1, 2]) {
    await page
      .getByRole('button', { name: new RegExp(`点收第 ${part} 批`) })
      .first()
      .click()
    await page.getByRole('button', { name: /登记实收/ }).click()
    await page
      .getByText(new RegExp(`第 ${part} 批已登记实收`))
      .first()
      .waitFor()
  }
  await page
    .getByRole('button', { name: /确认收货，放款/ })
    .first()
    .click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确认收货/ })
    .click()
  await expect
    .poll(async () => (await buyer(getOrder, { params })).state, { timeout: 60_000 })
    .toBe('completed')
  const books = await seller(getShopMoney, { params: { market, shopId: order.shop.id } })
  expect(JSON.stringify(books)).toContain(order.number)
})
