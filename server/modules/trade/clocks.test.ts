import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectSound } from '#server/platform/testing/oracle.ts'
import {
  type Buyer,
  type Stocked,
  type TradeWorld,
  tradeWorld,
} from '#server/platform/testing/trade-world.ts'
import * as contract from '#shared/trade/contract.ts'

let world: TradeWorld
let buyer: Buyer
let product: Stocked
let keys = 0
/** Purchases whose stock cannot be given back: closing them fails, for good. */
const poisoned = new Set<string>()
let tries = 0

beforeAll(async () => {
  world = await tradeWorld({
    wrapCatalogue: (door) => ({
      ...door,
      releaseStock: async (tx, marketId, orderRef, lines) => {
        if (poisoned.has(orderRef)) {
          tries += 1
          throw new Error('this one never works')
        }
        return door.releaseStock(tx, marketId, orderRef, lines)
      },
    }),
  })
  buyer = await world.addBuyer()
  product = await world.addProduct(await world.addShop(), 100)
})
afterAll(() => world?.close())

const params = () => ({ market: world.market.slug })
const me = () => world.as(world.tokenOf(buyer))
async function unpaid(): Promise<string> {
  const purchase = await me().call(contract.placePurchase, {
    params: params(),
    body: {
      lines: [
        {
          productId: product.productId,
          kind: 'stock',
          cells: [{ skuId: product.skuIds[0] ?? '', quantity: 1 }],
        },
      ],
      addressId: buyer.addressId,
      expectedTotal: { amount: 4450, currency: 'CNY' },
    },
    idempotencyKey: `clocks-key-000000-${++keys}`,
  })
  return purchase.id
}
const stateOf = async (purchaseId: string) =>
  (await me().call(contract.getPurchase, { params: { ...params(), purchaseId } })).state
const failures = async () =>
  (
    await world.db.owner.drizzle.execute<{ subject: string; failures: number }>(
      sql`select subject, failures from clock_failures order by subject`,
    )
  ).rows

test('poisoned purchases delay nobody, are tried again later and later, and are done when they can be', async () => {
  const bad = [await unpaid(), await unpaid(), await unpaid()]
  const good = [await unpaid(), await unpaid()]
  for (const id of bad) poisoned.add(id)
  world.clock.advance(25 * 3_600_000)
  // A page is smaller than what is poisoned at its head.
  await world.trade.runClocks(2)
  expect(await Promise.all(good.map(stateOf))).toEqual(['expired', 'expired'])
  expect(await Promise.all(bad.map(stateOf))).toEqual(Array(3).fill('awaiting_payment'))
  expect(tries).toBe(3)

  // At once again: their time has not come, and what fell due meanwhile is done.
  await world.trade.runClocks(2)
  expect(tries).toBe(3)
  world.clock.advance(61_000)
  await world.trade.runClocks(2)
  expect(tries).toBe(6)
  world.clock.advance(61_000)
  await world.trade.runClocks(2)
  expect(tries).toBe(6)
  expect(await failures()).toEqual(bad.toSorted().map((subject) => ({ subject, failures: 2 })))

  poisoned.clear()
  world.clock.advance(61_000)
  await world.trade.runClocks(2)
  expect(await Promise.all(bad.map(stateOf))).toEqual(Array(3).fill('expired'))
  expect(await failures()).toEqual([])
  await expectSound(world.db.owner)
})
