import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { inMarket } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { ProblemError } from '#server/platform/problems.ts'
import { breaches, expectSound } from '#server/platform/testing/oracle.ts'
import {
  type Buyer,
  type Stocked,
  type TradeWorld,
  tradeWorld,
} from '#server/platform/testing/trade-world.ts'
import type { CheckoutBody } from '#shared/trade/shapes.ts'
import type { CatalogueDoor } from './needs.ts'

// Each race is run twice: with the control, and with the control taken out (the twin), which must then break the same promise.

const removed = vi.hoisted(() => ({ claims: false }))
/** Twin of the claim that is inserted before the work: looks whether the key is known, works, and writes it down. */
vi.mock('#server/platform/idempotency.ts', async (original) => {
  const real = await original<typeof import('#server/platform/idempotency.ts')>()
  const once: typeof real.once = async (database, marketId, claim, work, known) => {
    if (!removed.claims) return real.once(database, marketId, claim, work, known)
    return inMarket(database, marketId, async (tx) => {
      const { rows } = await tx.execute<{ answer: typeof known & object }>(
        sql`select answer from idempotency_keys where scope = ${claim.scope} and key = ${claim.key}`,
      )
      if (rows[0] !== undefined) return { result: rows[0].answer, replayed: true }
      const result = await work(tx)
      await tx.execute(sql`insert into idempotency_keys (scope, key, request_hash, answer)
        values (${claim.scope}, ${claim.key}, ${claim.hash}, ${JSON.stringify(result)}::jsonb)`)
      return { result, replayed: false }
    })
  }
  return { ...real, once }
})

let world: TradeWorld | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

/** Runs `count` pieces of work, `hands` of them at any moment. */
async function withHands<T>(count: number, hands: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  let next = 0
  const hand = async () => {
    for (let index = next++; index < count; index = next++) results[index] = await work(index)
  }
  await Promise.all(Array.from({ length: hands }, hand))
  return results
}

/** Opens all connections of the pool, so that a race starts on many at once. */
const warm = (here: TradeWorld) =>
  Promise.all(Array.from({ length: 40 }, () => here.db.database.pool.query('select pg_sleep(0.2)')))

const claim = (key: string) => ({ scope: 'race', key: key.padEnd(16, '.'), hash: Buffer.from('same') })
const freightOf = (pieces: number) => 800 + Math.max(0, Math.ceil((pieces - 10) / 10)) * 200

/** One checkout; the code it is refused with, or null. */
async function submit(
  { trade, market }: TradeWorld,
  buyer: Buyer,
  key: string,
  lines: readonly { productId: string; skuId: string; quantity: number }[],
): Promise<string | null> {
  const quantity = lines.reduce((sum, line) => sum + line.quantity, 0)
  const body: CheckoutBody = {
    lines: lines.map(({ productId, skuId, quantity: each }) => ({
      productId,
      kind: 'stock',
      cells: [{ skuId, quantity: each }],
    })),
    addressId: buyer.addressId,
    expectedTotal: { amount: quantity * 3650 + freightOf(quantity), currency: 'CNY' },
    remark: '',
    buyerReference: '',
  }
  return refusalOf(() => trade.placePurchase(market, buyer.actor, body, claim(key)))
}

async function refusalOf(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof ProblemError) return error.code
    throw error
  }
}

const oneOf = ({ productId, skuIds }: Stocked, quantity: number) => ({
  productId,
  skuId: skuIds[0] ?? '',
  quantity,
})

/** Twin of the conditional update: looks whether there is enough, then writes without asking again. */
const readThenWrite = (door: CatalogueDoor): CatalogueDoor => ({
  ...door,
  holdStock: async (tx, marketId, orderRef, demand) => {
    for (const { skuId, quantity } of demand) {
      const { rows } = await tx.execute<{ free: number }>(
        sql`select on_hand - reserved as free from stock where market_id = ${marketId} and sku_id = ${skuId}`,
      )
      if ((rows[0]?.free ?? 0) < quantity) throw new ProblemError('catalogue/not-enough-stock')
      await tx.execute(
        sql`insert into stock_reservations (market_id, order_ref, sku_id, quantity) values (${marketId}, ${orderRef}, ${skuId}, ${quantity})`,
      )
      await tx.execute(
        sql`insert into stock_movements (market_id, sku_id, kind, on_hand, reserved, order_ref) values (${marketId}, ${skuId}, 'hold', 0, ${quantity}, ${orderRef})`,
      )
      await tx.execute(
        sql`update stock set reserved = reserved + ${quantity} where market_id = ${marketId} and sku_id = ${skuId}`,
      )
    }
  },
})

describe('1,000 checkouts at once over 10 SKUs with 100 units', () => {
  async function flashSale(door?: (each: CatalogueDoor) => CatalogueDoor) {
    world = await tradeWorld(door === undefined ? {} : { wrapCatalogue: door })
    const here = world
    // The table's own check would save the twin: it is a second control, so it goes too.
    if (door !== undefined) {
      await here.db.spoil()
      await here.db.owner.drizzle.execute(sql`alter table stock drop constraint stock_reserved_within`)
    }
    const shop = await here.addShop()
    const goods = await Promise.all(Array.from({ length: 10 }, () => here.addProduct(shop, 10)))
    const buyers = await Promise.all(Array.from({ length: 20 }, () => here.addBuyer()))
    await warm(here)
    const outcomes = await withHands(1000, 80, (index) => {
      const [buyer, product] = [buyers[index % 20], goods[(index * 7) % 10]]
      if (buyer === undefined || product === undefined) throw new Error('unreachable')
      return submit(here, buyer, `sale-${index}`, [oneOf(product, 1)])
    })
    const { rows } = await here.db.owner.drizzle.execute<{ sold: number }>(
      sql`select sum(quantity)::int as sold from order_lines`,
    )
    return { outcomes, sold: rows[0]?.sold ?? 0 }
  }

  test('sell exactly 100; everybody else hears that it is sold out', async () => {
    const { outcomes, sold } = await flashSale()
    expect(sold).toBe(100)
    const refusals = new Set(outcomes.filter((code) => code !== null))
    expect(outcomes.filter((code) => code === null)).toHaveLength(100)
    // Who looked after the last unit went is told by the rules, who lost the race by the stock.
    for (const code of refusals) expect(['trade/sold-out', 'trade/cannot-be-ordered']).toContain(code)
    if (world) await expectSound(world.db.owner)
  }, 240_000)

  test('twin: with read-then-write stock the same sale oversells, and the oracle says so', async () => {
    const { sold } = await flashSale(readThenWrite)
    expect(sold).toBeGreaterThan(100)
    const found = world === undefined ? [] : await breaches(world.db.owner)
    expect(found.some((breach) => breach.id === 'I1')).toBe(true)
  }, 240_000)
})

describe('one cart submitted 200 times', () => {
  async function filledCart() {
    world = await tradeWorld()
    const here = world
    const shop = await here.addShop()
    const product = await here.addProduct(shop, 5000)
    const buyer = await here.addBuyer()
    await here.inTransaction(async (tx) => {
      const key = [here.market.id, buyer.organisationId] as const
      await tx.execute(sql`insert into carts (market_id, buyer_id, version) values (${key[0]}, ${key[1]}, 1)`)
      await tx.execute(sql`insert into cart_cells (market_id, buyer_id, product_id, kind, sku_id, shop_id, quantity, seen_price, seen_available, added_by)
        values (${key[0]}, ${key[1]}, ${product.productId}, 'stock', ${product.skuIds[0]}, ${shop.id}, 3, 3650, 5000, ${buyer.actor.personId})`)
    })
    const body: CheckoutBody = {
      cartVersion: 1,
      addressId: buyer.addressId,
      expectedTotal: { amount: 3 * 3650 + 800, currency: 'CNY' },
      remark: '',
      buyerReference: '',
    }
    const purchases = async () => {
      const { rows } = await here.db.owner.drizzle.execute<{ count: number }>(
        sql`select count(*)::int as count from purchases`,
      )
      return rows[0]?.count ?? 0
    }
    const order = (key: string) => here.trade.placePurchase(here.market, buyer.actor, body, claim(key))
    const rest = { ...body, cartVersion: undefined }
    const lines = [
      {
        productId: product.productId,
        kind: 'stock' as const,
        cells: [{ skuId: product.skuIds[0] ?? '', quantity: 3 }],
      },
    ]
    const withoutVersion = (key: string) =>
      here.trade.placePurchase(here.market, buyer.actor, { ...rest, lines }, claim(key))
    return { here, order, purchases, withoutVersion }
  }

  test('with one key makes one purchase and 200 equal answers', async () => {
    const { here, order, purchases } = await filledCart()
    const answers = await Promise.all(Array.from({ length: 200 }, () => order('the-one-key')))
    expect(new Set(answers.map((answer) => answer.purchaseId)).size).toBe(1)
    expect(await purchases()).toBe(1)
    await expectSound(here.db.owner)
  }, 120_000)

  test('with 200 keys makes one purchase; the others hear that the cart was ordered', async () => {
    const { here, order, purchases } = await filledCart()
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, (_, index) => refusalOf(() => order(`key-${index}`))),
    )
    expect(outcomes.filter((code) => code === null)).toHaveLength(1)
    expect(outcomes.filter((code) => code === 'trade/cart-changed')).toHaveLength(199)
    expect(await purchases()).toBe(1)
    await expectSound(here.db.owner)
  }, 120_000)

  test('twin: without the cart’s version every key makes a purchase of the same goods', async () => {
    const { purchases, withoutVersion } = await filledCart()
    await Promise.all(Array.from({ length: 20 }, (_, index) => withoutVersion(`key-${index}`)))
    expect(await purchases()).toBeGreaterThan(1)
  }, 60_000)

  test('twin: with select-then-insert claims one key makes more than one purchase of the same lines', async () => {
    const { here, purchases, withoutVersion } = await filledCart()
    await warm(here)
    const asked = (key: string) => Promise.all(Array.from({ length: 200 }, () => withoutVersion(key)))
    const answers = await asked('the-key-with-its-control')
    expect([new Set(answers.map((answer) => answer.purchaseId)).size, await purchases()]).toEqual([1, 1])
    await here.db.spoil()
    await here.db.owner.drizzle.execute(
      sql`alter table idempotency_keys drop constraint idempotency_keys_scope_key_pk`,
    )
    removed.claims = true
    await asked('the-key-without-control').finally(() => {
      removed.claims = false
    })
    expect(await purchases()).toBeGreaterThan(2)
  }, 120_000)
})

describe('600 carts of eight lines in random order', () => {
  async function run(sorted: boolean) {
    const unsorted = (door: CatalogueDoor): CatalogueDoor => ({
      ...door,
      // Twin of the lock order: the same conditional update, line by line in the buyer's order.
      holdStock: async (tx, marketId, orderRef, demand) => {
        for (const line of demand) await door.holdStock(tx, marketId, `${orderRef} ${line.skuId}`, [line])
      },
    })
    world = await tradeWorld(sorted ? {} : { wrapCatalogue: unsorted })
    const here = world
    if (!sorted) await here.db.spoil()
    const shop = await here.addShop()
    const goods = await Promise.all(Array.from({ length: 12 }, () => here.addProduct(shop, 100_000)))
    const buyers = await Promise.all(Array.from({ length: 20 }, () => here.addBuyer()))
    let seed = 42
    const random = () => {
      seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296
      return seed / 4_294_967_296
    }
    const carts = Array.from({ length: 600 }, () =>
      goods
        .map((product) => ({ product, at: random() }))
        .sort((a, b) => a.at - b.at)
        .slice(0, 8)
        .map(({ product }) => oneOf(product, 1)),
    )
    const deadlocks = async () => {
      const { rows } = await here.db.owner.drizzle.execute<{ deadlocks: number }>(
        sql`select deadlocks from pg_stat_database where datname = current_database()`,
      )
      return rows[0]?.deadlocks ?? 0
    }
    const count = sorted ? carts.length : 40
    const outcomes = await withHands(count, 20, (index) => {
      const [buyer, lines] = [buyers[index % 20], carts[index]]
      if (buyer === undefined || lines === undefined) throw new Error('unreachable')
      // The twin's victims are tried again by the database layer and may give up in the end: that is its price.
      return submit(here, buyer, `cart-${index}`, lines)
    })
    // Statistics reach the view when sessions go idle.
    await new Promise((resolve) => setTimeout(resolve, 1500))
    return { outcomes, deadlocks: await deadlocks() }
  }

  test('all go through without one deadlock', async () => {
    const { outcomes, deadlocks } = await run(true)
    expect(outcomes.every((code) => code === null)).toBe(true)
    expect(deadlocks).toBe(0)
    if (world) await expectSound(world.db.owner)
  }, 240_000)

  test('twin: locked in the buyer’s order they deadlock', async () => {
    const { deadlocks } = await run(false)
    expect(deadlocks).toBeGreaterThan(0)
  }, 240_000)
})

test('the oracle is not blind: each kind of damage is found', async () => {
  world = await tradeWorld()
  const here = world
  const shop = await here.addShop()
  const product = await here.addProduct(shop, 100)
  const buyer = await here.addBuyer()
  expect(await submit(here, buyer, 'oracle', [oneOf(product, 2)])).toBeNull()
  expect(await breaches(here.db.owner)).toEqual([])
  const damages: [string, ReturnType<typeof sql>][] = [
    ['I1', sql`update stock set reserved = reserved + 1`],
    [
      'I2',
      sql`insert into ledger.accounts (market_id, code, currency, balance) values ('m', 'psp_clearing', 'CNY', 5)`,
    ],
    ['I3', sql`update purchases set state = 'paid', paid_at = now()`],
    ['I5', sql`update orders set state = 'shipped'`],
    ['I6', sql`insert into audit_log values ('s', 7, now(), null, null, 'a', 'b', '{}', '\\x00', '\\x00')`],
    [
      'I9',
      sql`insert into idempotency_keys (scope, key, request_hash) values ('s', 'kkkkkkkkkkkkkkkkkk', '\\x00')`,
    ],
    ['I10', sql`update purchases set buyer_id = ${newId('organisation')}`],
    ['I11', sql`update orders set goods = goods + 1, total = total + 1`],
  ]
  for (const [id, damage] of damages) {
    await here.db.owner.drizzle
      .transaction(async (tx) => {
        await tx.execute(sql`set local session_replication_role = replica`)
        await tx.execute(damage)
        const { rows } = await tx.execute<{ id: string }>(sql.raw(await oracleText()))
        expect(
          rows.map((row) => row.id),
          `damage of ${id}`,
        ).toContain(id)
        throw new Error('undo')
      })
      .catch((error: unknown) => {
        if (!(error instanceof Error) || error.message !== 'undo') throw error
      })
  }
  await expectSound(here.db.owner)
})

async function oracleText(): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  return readFile('server/invariants.sql', 'utf8')
}
