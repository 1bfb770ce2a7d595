import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { newId } from '#server/platform/ids.ts'
import { expectSound } from '#server/platform/testing/oracle.ts'
import {
  type Buyer,
  type Stocked,
  type TradeWorld,
  tradeWorld,
} from '#server/platform/testing/trade-world.ts'
import * as contract from '#shared/trade/contract.ts'

// Samples under a buyer who counts on being asked once only, and a seller who changes the terms meanwhile.

let world: TradeWorld
let keys = 0
const key = () => `hostile-samples-0-${++keys}`
const params = () => ({ market: world.market.slug })

beforeAll(async () => {
  world = await tradeWorld()
})
afterAll(() => world?.close())
afterEach(() => expectSound(world.db.owner))

const sampled = async (limit = 3): Promise<{ product: Stocked; buyer: Buyer }> => ({
  product: await world.addProduct(await world.addShop(), 1000, { samplePrice: 4000, sampleLimit: limit }),
  buyer: await world.addBuyer(),
})
const sampleLine = (product: Stocked, quantity: number) => ({
  productId: product.productId,
  kind: 'sample' as const,
  cells: [{ skuId: product.skuIds[0] ?? '', quantity }],
})
const checkout = (
  product: Stocked,
  buyer: Buyer,
  quantity: number,
  lines = [sampleLine(product, quantity)],
) => ({
  params: params(),
  body: {
    lines,
    addressId: buyer.addressId,
    expectedTotal: { amount: quantity * 4000 + 800, currency: 'CNY' as const },
  },
  idempotencyKey: key(),
})
const left = (token: string, productId: string) =>
  world.as(token).call(contract.getSamplesLeft, { params: { ...params(), productId } })
const twenty = <T>(work: () => Promise<T>) => Promise.allSettled(Array.from({ length: 20 }, work))

test('asked for in several lines and cells, samples are counted together', async () => {
  const { product, buyer } = await sampled()
  const me = world.as(world.tokenOf(buyer))
  const apart = [sampleLine(product, 2), sampleLine(product, 1), sampleLine(product, 1)]
  const refusal = await me.refused(contract.placePurchase, checkout(product, buyer, 4, apart))
  expect(refusal).toMatchObject({
    code: 'trade/cannot-be-ordered',
    errors: [{ code: 'trade/sample-limit' }],
  })
  await me.call(contract.placePurchase, checkout(product, buyer, 3, apart.slice(0, 2)))
  expect(await left(world.tokenOf(buyer), product.productId)).toEqual({ limit: 3, taken: 3, left: 0 })
})

test('a purchase that is sent twenty times under its key takes its samples once, and cancelled twenty times gives them back once', async () => {
  const { product, buyer } = await sampled()
  const me = world.as(world.tokenOf(buyer))
  await me.call(contract.placePurchase, checkout(product, buyer, 1))
  const sent = checkout(product, buyer, 2)
  const answers = await twenty(() => me.call(contract.placePurchase, sent))
  const ids = answers.flatMap((each) => (each.status === 'fulfilled' ? [each.value.id] : []))
  expect([ids.length, new Set(ids).size]).toEqual([20, 1])
  expect((await left(world.tokenOf(buyer), product.productId)).left).toBe(0)
  await twenty(() =>
    me.call(contract.cancelPurchase, {
      params: { ...params(), purchaseId: ids[0] ?? '' },
      body: {},
      idempotencyKey: key(),
    }),
  )
  expect((await left(world.tokenOf(buyer), product.productId)).taken).toBe(1)
})

test('a seller who lowers the limit or ends sampling afterwards leaves nobody with less than nothing, and what is ordered may be cancelled', async () => {
  const { product, buyer } = await sampled()
  const token = world.tokenOf(buyer)
  const me = world.as(token)
  const first = await me.call(contract.placePurchase, checkout(product, buyer, 2))
  await me.call(contract.placePurchase, checkout(product, buyer, 1))
  const change = (set: ReturnType<typeof sql>) =>
    world.db.owner.drizzle.execute(sql`update products set ${set} where id = ${product.productId}`)
  await change(sql`sample_limit = 1`)
  expect(await left(token, product.productId)).toEqual({ limit: 1, taken: 3, left: 0 })
  expect((await me.refused(contract.placePurchase, checkout(product, buyer, 1))).code).toBe(
    'trade/cannot-be-ordered',
  )
  await me.call(contract.cancelPurchase, {
    params: { ...params(), purchaseId: first.id },
    body: {},
    idempotencyKey: key(),
  })
  expect(await left(token, product.productId)).toEqual({ limit: 1, taken: 1, left: 0 })
  await change(sql`sample_price = null`)
  expect((await left(token, product.productId)).left).toBe(0)
  expect((await me.refused(contract.placePurchase, checkout(product, buyer, 1))).status).toBe(409)
})

test('what is not for sale has no samples to tell of, not even to those who know its number', async () => {
  const { product, buyer } = await sampled()
  const me = world.as(world.tokenOf(buyer))
  const asked = (productId: string) =>
    me.refused(contract.getSamplesLeft, { params: { ...params(), productId } })
  const bare = ({ instance: _instance, ...rest }: Awaited<ReturnType<typeof asked>>) => rest
  const unknown = bare(await asked(newId('product')))
  expect(unknown.status).toBe(404)
  for (const status of ['draft', 'withdrawn']) {
    await world.db.owner.drizzle.execute(
      sql`update products set status = ${status} where id = ${product.productId}`,
    )
    expect(bare(await asked(product.productId))).toEqual(unknown)
  }
  const elsewhere = { market: 'fujian-shoes', productId: product.productId }
  expect((await me.refused(contract.getSamplesLeft, { params: elsewhere })).status).toBe(404)
})

test('nobody takes samples at their own price, of their own shop, for another company’s address, or in fractions', async () => {
  const { product, buyer } = await sampled()
  const me = world.as(world.tokenOf(buyer))
  const order = checkout(product, buyer, 1)
  const cheap = { ...order.body, expectedTotal: { amount: 1, currency: 'CNY' as const } }
  expect((await me.refused(contract.placePurchase, { ...order, body: cheap })).code).toBe(
    'trade/total-changed',
  )
  const other = await world.addBuyer()
  const theirs = { ...order.body, addressId: other.addressId }
  expect((await me.refused(contract.placePurchase, { ...order, body: theirs })).code).toBe(
    'trade/not-delivered',
  )
  for (const quantity of [-1, 0.5, 0, 2 ** 31])
    expect(
      (await me.refused(contract.placePurchase, checkout(product, buyer, 1, [sampleLine(product, quantity)])))
        .status,
    ).toBeLessThan(500)
  const shop = await world.addShop()
  const own = await world.addProduct(shop, 10, { samplePrice: 4000, sampleLimit: 3 })
  const addressId = world.addressFor(shop.organisationId)
  const seller = world.as(world.person(shop.organisationId, 'owner'))
  const ofOwn = checkout(own, { ...buyer, addressId }, 1)
  expect((await seller.refused(contract.placePurchase, ofOwn)).code).toBe('trade/own-goods')
  const onlooker = world.as(world.person(buyer.organisationId, 'viewer'))
  expect((await onlooker.refused(contract.placePurchase, order)).status).toBe(403)
  expect((await left(world.tokenOf(buyer), product.productId)).taken).toBe(0)
})
