import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { breaches, expectSound } from '#server/platform/testing/oracle.ts'
import {
  type Buyer,
  type Stocked,
  type TradeWorld,
  tradeWorld,
} from '#server/platform/testing/trade-world.ts'
import * as contract from '#shared/trade/contract.ts'

// The limit of samples holds per company and product, over all of its orders that stand, and at whatever moment they are placed.

let world: TradeWorld
let keys = 0
afterEach(() => world?.close())

async function sampling(): Promise<{ product: Stocked; buyer: Buyer; colleague: string }> {
  world = await tradeWorld()
  const product = await world.addProduct(await world.addShop(), 1000, { samplePrice: 4000, sampleLimit: 3 })
  const buyer = await world.addBuyer()
  await Promise.all(Array.from({ length: 20 }, () => world.db.database.pool.query('select pg_sleep(0.1)')))
  return { product, buyer, colleague: world.person(buyer.organisationId, 'staff') }
}

const linesOf = ({ productId, skuIds }: Stocked, quantity: number) => [
  { productId, kind: 'sample' as const, cells: [{ skuId: skuIds[0] ?? '', quantity }] },
]
const checkout = (product: Stocked, buyer: Buyer, quantity: number) => ({
  params: { market: world.market.slug },
  body: {
    lines: linesOf(product, quantity),
    addressId: buyer.addressId,
    expectedTotal: { amount: quantity * 4000 + 800, currency: 'CNY' as const },
  },
  idempotencyKey: `samples-key-00000-${++keys}`,
})
const order = (token: string, product: Stocked, buyer: Buyer, quantity = 1) =>
  world.as(token).call(contract.placePurchase, checkout(product, buyer, quantity))

/** Twenty checkouts of one sample each by two people of the company; how many stand. */
async function rush(product: Stocked, buyer: Buyer, colleague: string): Promise<number> {
  const tokens = Array.from({ length: 20 }, (_, index) => (index % 2 ? colleague : world.tokenOf(buyer)))
  const outcomes = await Promise.allSettled(tokens.map((token) => order(token, product, buyer)))
  return outcomes.filter((each) => each.status === 'fulfilled').length
}

test('twenty checkouts at once get three samples, not one more, and what is cancelled may be had again', async () => {
  const { product, buyer, colleague } = await sampling()
  const params = { market: world.market.slug }
  const first = await order(world.tokenOf(buyer), product, buyer)
  expect(await rush(product, buyer, colleague)).toBe(2)
  await expectSound(world.db.owner)

  const me = world.as(colleague)
  const ofProduct = { ...params, productId: product.productId }
  expect(await me.call(contract.getSamplesLeft, { params: ofProduct })).toEqual({
    limit: 3,
    taken: 3,
    left: 0,
  })
  const refusal = await me.refused(contract.placePurchase, checkout(product, buyer, 1))
  expect(refusal).toMatchObject({
    code: 'trade/cannot-be-ordered',
    errors: [
      { code: 'trade/sample-limit', facts: { limit: 3, taken: 3, left: 0 }, message: expect.any(String) },
    ],
  })
  expect(refusal.errors?.[0]?.message).toContain('还能订 0')
  const cart = await me.call(contract.putCartLine, { params, body: linesOf(product, 1)[0] ?? never() })
  expect(cart.shops[0]?.lines[0]).toMatchObject({ sampleLimit: 3, samplesTaken: 3 })
  expect(cart.ok).toBe(false)

  // Another company has three of its own.
  const other = await world.addBuyer()
  await order(world.tokenOf(other), product, other, 3)

  await me.call(contract.cancelPurchase, {
    params: { ...params, purchaseId: first.id },
    body: {},
    idempotencyKey: 'samples-cancel-0001',
  })
  expect((await me.call(contract.getSamplesLeft, { params: ofProduct })).left).toBe(1)
  expect(await rush(product, buyer, colleague)).toBe(1)

  // What is not paid in time may be had again too.
  world.clock.advance(25 * 3_600_000)
  await world.trade.runClocks()
  expect((await me.call(contract.getSamplesLeft, { params: ofProduct })).left).toBe(3)
  await expectSound(world.db.owner)
}, 60_000)

test('twin: without the constraint a rush takes more than the limit, and the oracle sees it', async () => {
  const { product, buyer, colleague } = await sampling()
  await world.db.spoil()
  await world.db.owner.drizzle.execute(sql`alter table sample_uses drop constraint sample_uses_within`)
  expect(await rush(product, buyer, colleague)).toBeGreaterThan(3)
  expect((await breaches(world.db.owner)).map((breach) => breach.id)).toContain('I12')
}, 60_000)

function never(): never {
  throw new Error('no line')
}
