import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inMarket, type Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { ProblemError } from '#server/platform/problems.ts'
import type { Demand } from './store/stock.ts'
import { cells, romper } from './testing/drafts.ts'
import { type CatalogueWorld, catalogueWorld } from './testing/world.ts'

let world: CatalogueWorld
let marketId: string
let shopId: string
beforeAll(async () => {
  world = await catalogueWorld()
  marketId = world.market.id
  shopId = (await world.addShop(world.market, { zh: '抢购店', en: 'Rush' })).id
})
afterAll(() => world.close())

/** A product with so many SKUs of this stock; returns their ids. */
async function skusOf(styleNo: string, count: number, stock: number): Promise<string[]> {
  const id = newId('product')
  const draft = romper(styleNo, {
    skus: cells(
      1,
      Array.from({ length: count }, (_, index) => `S${index}`),
      stock,
    ),
  })
  return inMarket(world.db.database, marketId, async (tx) => {
    const item = { id, shopId, draft, status: 'draft', listedAt: null } as const
    await world.catalogue.insertProducts(tx, marketId, [item], { personId: null, at: new Date() })
    return (await world.catalogue.offersFor(tx, marketId, [id])).get(id)?.skus.map((sku) => sku.skuId) ?? []
  })
}

type Hold = (tx: Tx, orderRef: string, demand: readonly Demand[]) => Promise<unknown>
const hold: Hold = (tx, orderRef, demand) => world.catalogue.holdStock(tx, marketId, orderRef, demand)

/** The control taken out: read what is there, decide, write what was computed. */
const readThenWrite: Hold = async (tx, _orderRef, demand) => {
  for (const { skuId, quantity } of demand) {
    const { rows } = await tx.execute<{ on_hand: number; reserved: number }>(
      sql`select on_hand, reserved from stock where market_id = ${marketId} and sku_id = ${skuId}`,
    )
    const row = rows[0]
    if (!row || row.on_hand - row.reserved < quantity) throw new ProblemError('catalogue/not-enough-stock')
    await tx.execute(
      sql`update stock set reserved = ${row.reserved + quantity} where market_id = ${marketId} and sku_id = ${skuId}`,
    )
  }
}

/** So many buyers at once, each for one order; returns how many were served. */
async function rush(buyers: number, how: Hold, demandOf: (buyer: number) => Demand[]): Promise<number> {
  const outcomes = await Promise.allSettled(
    Array.from({ length: buyers }, (_, buyer) =>
      inMarket(world.db.database, marketId, (tx) => how(tx, newId('order'), demandOf(buyer))),
    ),
  )
  for (const outcome of outcomes)
    if (outcome.status === 'rejected' && !(outcome.reason instanceof ProblemError)) throw outcome.reason
  return outcomes.filter((outcome) => outcome.status === 'fulfilled').length
}
const stockOf = async (skuId: string): Promise<{ on_hand: number; reserved: number }> => {
  const { rows } = await world.db.owner.pool.query('select on_hand, reserved from stock where sku_id = $1', [
    skuId,
  ])
  return rows[0]
}

test('64 buyers of 40 pieces: exactly 40 are sold, and holds, movements and stock agree', async () => {
  const [skuId = ''] = await skusOf('RACE-1', 1, 40)
  expect(await rush(64, hold, () => [{ skuId, quantity: 1 }])).toBe(40)
  expect(await stockOf(skuId)).toEqual({ on_hand: 40, reserved: 40 })
  const { rows } = await world.db.owner.pool.query(
    `select (select sum(quantity)::int from stock_reservations where sku_id = $1) as held,
      (select sum(reserved)::int from stock_movements where sku_id = $1) as moved`,
    [skuId],
  )
  expect(rows[0]).toEqual({ held: 40, moved: 40 })
})

test('orders over several SKUs in any order neither block each other for good nor take a part', async () => {
  const ids = await skusOf('RACE-3', 6, 30)
  const served = await rush(60, hold, (buyer) => {
    const turned = [...ids.slice(buyer % 6), ...ids.slice(0, buyer % 6)]
    return (buyer % 2 === 0 ? turned : turned.toReversed()).map((skuId) => ({ skuId, quantity: 1 }))
  })
  expect(served).toBe(30)
  for (const id of ids) expect(await stockOf(id)).toEqual({ on_hand: 30, reserved: 30 })
})

test('the refusal names the SKUs that have too little and what they have; nothing of the order is held', async () => {
  const [plenty = '', few = ''] = await skusOf('RACE-4', 2, 5)
  const refusal = inMarket(world.db.database, marketId, (tx) =>
    hold(tx, 'order-4', [
      { skuId: plenty, quantity: 2 },
      { skuId: few, quantity: 4 },
      { skuId: few, quantity: 4 },
    ]),
  )
  await expect(refusal).rejects.toMatchObject({
    code: 'catalogue/not-enough-stock',
    facts: { skuIds: [few], available: [5] },
  })
  expect(await stockOf(plenty)).toEqual({ on_hand: 5, reserved: 0 })
})

test('shipping in parts and releasing the rest, at once and twice, moves every piece once', async () => {
  const [skuId = ''] = await skusOf('RACE-5', 1, 100)
  const inside = <T>(work: (tx: Tx) => Promise<T>) => inMarket(world.db.database, marketId, work)
  await inside((tx) => hold(tx, 'order-5', [{ skuId, quantity: 60 }]))
  await inside((tx) => world.catalogue.shipStock(tx, marketId, 'order-5', [{ skuId, quantity: 25 }]))
  expect(await stockOf(skuId)).toEqual({ on_hand: 75, reserved: 35 })
  const given = await Promise.all(
    [1, 2, 3].map(() => inside((tx) => world.catalogue.releaseStock(tx, marketId, 'order-5'))),
  )
  expect(given.flat()).toEqual([{ skuId, quantity: 35 }])
  expect(await stockOf(skuId)).toEqual({ on_hand: 75, reserved: 0 })
  await expect(
    inside((tx) => world.catalogue.shipStock(tx, marketId, 'order-5', [{ skuId, quantity: 1 }])),
  ).rejects.toMatchObject({ code: 'catalogue/hold-not-open' })
})

// Last in the file: it leaves stock that nobody holds.
test('twin: read, then write sells more than there is', async () => {
  await world.db.spoil()
  const [skuId = ''] = await skusOf('RACE-2', 1, 40)
  const sold = await rush(64, readThenWrite, () => [{ skuId, quantity: 1 }])
  expect(sold).toBeGreaterThan((await stockOf(skuId)).reserved)
})
