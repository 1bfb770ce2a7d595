import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type pg from 'pg'
import { cells, romper } from '#server/modules/catalogue/testing/drafts.ts'
import type { Actor, Membership } from '#server/platform/actor.ts'
import { systemClock } from '#server/platform/clock.ts'
import { readConfig } from '#server/platform/config.ts'
import { type Database, inMarket, openDatabase } from '#server/platform/db.ts'
import { eraseEmbeddedPostgres, startEmbeddedPostgres } from '#server/platform/embedded-postgres.ts'
import { newId } from '#server/platform/ids.ts'
import { createLogger } from '#server/platform/logger.ts'
import { migrateDatabase } from '#server/platform/migrations.ts'
import { folderStore } from '#server/platform/object-store.ts'
import { wire } from '#server/wiring.ts'

const buyersAtOnce = 16
const productCount = 1000
const linesPerOrder = 3

type Ground = {
  marketId: string
  skus: { productId: string; skuId: string }[]
  actor: Actor
  addressId: string
  shopId: string
}

/** Runs `work` with so many hands for so many seconds; times in milliseconds. */
async function load(seconds: number, work: (turn: number) => Promise<void>) {
  const times: number[] = []
  const end = performance.now() + seconds * 1000
  let turn = 0
  const started = performance.now()
  const hand = async () => {
    while (performance.now() < end) {
      const begun = performance.now()
      await work(turn++)
      times.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: buyersAtOnce }, hand))
  const elapsed = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(1))
  return { rps: Math.round(times.length / elapsed), p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

const chosen = (ground: Ground, turn: number) =>
  Array.from({ length: linesPerOrder }, (_, index) => {
    const sku = ground.skus[(turn * 7 + index * 331) % ground.skus.length]
    if (sku === undefined) throw new Error('no goods')
    return sku
  })

/**
 * The limit: one bare transaction through pg that writes the same rows with hand-written statements. It knows prices, names and ids
 * beforehand, asks nothing and refuses only what the stock refuses.
 */
async function bareCheckout(pool: pg.Pool, ground: Ground, turn: number): Promise<void> {
  const lines = chosen(ground, turn).sort((a, b) => (a.skuId < b.skuId ? -1 : 1))
  const { marketId, actor, shopId } = ground
  const [purchaseId, orderId] = [newId('purchase'), newId('order')]
  const buyerId = actor.acting?.organisationId
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.markets', $1, true)`, [marketId])
    await client.query({
      name: 'claim',
      text: `insert into idempotency_keys (scope, key, request_hash, answer) values ('bench', $1, '\\x00', '{}')`,
      values: [randomBytes(12).toString('hex')],
    })
    await client.query({
      name: 'rows',
      text: bareInsert,
      values: [
        marketId,
        purchaseId,
        orderId,
        buyerId,
        actor.personId,
        shopId,
        `B${turn}-${randomBytes(4).toString('hex')}`,
        lines.map(() => newId('orderLine')),
        lines.map((line) => line.productId),
        lines.map((line) => line.skuId),
      ],
    })
    await client.query({
      name: 'hold',
      text: bareHold,
      values: [marketId, purchaseId, lines.map((line) => line.skuId)],
    })
    await client.query({
      name: 'tell',
      text: `select jobs_enqueue('event:catalogue.products-changed', $1::json, null, null)`,
      values: [JSON.stringify({ marketId, productIds: lines.map((line) => line.productId) })],
    })
    await client.query('commit')
  } finally {
    client.release()
  }
}

const bareInsert = `with
  p as (insert into purchases (market_id, id, number, buyer_id, buyer_name, placed_by, state, currency, goods, freight, total, ship_to, remark, buyer_reference, placed_at, pay_before)
    values ($1, $2, $7, $4, 'bench', $5, 'awaiting_payment', 'CNY', 10950, 0, 10950, '{}', '', '', now(), now() + interval '1 day')),
  o as (insert into orders (market_id, id, purchase_id, shop_id, buyer_id, number, state, currency, goods, freight, total, commission_bps, freight_mode, lead_time_days,
      shop_name, buyer_name, buyer_place, title, products, colours, sizes, quantity, placed_at)
    values ($1, $3, $2, $6, $4, $7, 'placed', 'CNY', 10950, 0, 10950, 0, 'express', 3, '{}', 'bench', '', '{}', 3, 3, 1, 3, now())),
  l as (insert into order_lines (market_id, id, order_id, position, product_id, sku_id, kind, snapshot_id, title, style_no, unit, article_no, colour, size, quantity, unit_price, amount)
    select $1, x.id, $3, x.position, x.product_id, x.sku_id, 'stock', 'bench', '{}', 'KT', 'piece', 'a', '{}', '90', 1, 3650, 3650
    from unnest($8::text[], $9::text[], $10::text[]) with ordinality x(id, product_id, sku_id, position))
  insert into order_events (market_id, order_id, seq, what, after, side, at) values ($1, $3, 1, 'place', 'placed', 'buyer', now())`
const bareHold = `with locked as materialized (select sku_id from stock where market_id = $1 and sku_id = any($3) order by sku_id for update),
  held as (update stock s set reserved = reserved + 1 from locked l where s.market_id = $1 and s.sku_id = l.sku_id and s.on_hand - s.reserved >= 1 returning s.sku_id),
  noted as (insert into stock_reservations (market_id, order_ref, sku_id, quantity) select $1, $2, sku_id, 1 from held)
  insert into stock_movements (market_id, sku_id, kind, on_hand, reserved, order_ref) select $1, sku_id, 'hold', 0, 1, $2 from held`

async function layGround(
  owner: Database,
  database: Database,
  wiring: ReturnType<typeof wire>,
): Promise<Ground> {
  const [marketId, shopId, organisationId, addressId] = [
    newId('market'),
    newId('shop'),
    newId('organisation'),
    newId('address'),
  ]
  const terms = {
    mixedBatch: null,
    freight: {
      name: '包邮',
      currency: 'CNY',
      chargeBy: 'pieces',
      paidBy: 'seller',
      zones: [],
      rest: { kind: 'to-be-explained' },
    },
    returns: { days: 0, freightPaidBy: 'buyer', conditions: { zh: '', en: '' } },
    dispatchDays: 3,
    invoices: [],
  }
  const place = {
    kind: 'china',
    provinceCode: '360000',
    cityCode: '360100',
    districtCode: '360102',
    names: '江西省 南昌市 东湖区',
  }
  await owner.drizzle.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(
      sql`insert into organisations (id, kind, name) values (${organisationId}, 'buyer_company', '{"zh":"贝乐","en":"Beile"}')`,
    )
    await tx.execute(sql`insert into addresses (id, organisation_id, recipient, phone, place, street, postal_code, is_default)
      values (${addressId}, ${organisationId}, '刘芸', '13800000000', ${JSON.stringify(place)}::jsonb, '八一大道 1 号', '', true)`)
    await tx.execute(sql`insert into markets (id, slug, name, tagline, introduction, cluster_id, currency, ownership, operation, formation, goods, status, category_ids, operator_of_record_id, contact, registrations, opened_at)
      values (${marketId}, 'bench', '{"zh":"b","en":"b"}', '{}', '{}', 'clu', 'CNY', 'enterprise_led', 'self_built', 'market_formed', 'terminal_products', 'open', '{}', ${organisationId}, '{}', '[]', now())`)
    await tx.execute(
      sql`insert into clusters (id, slug, name, county_code, goods) values ('clu', 'bench', '{}', '350581', '{}')`,
    )
    const sellerId = newId('organisation')
    await tx.execute(sql`insert into identities (organisation_id, status, stated, credit_code, credit_code_level, verified, verified_code, verified_at, next_due_at, changed_at)
      values (${sellerId}, 'verified', '{}', '91350581MA00000154', 'ok', '{}', '91350581MA00000154', now(), now() + interval '180 days', now())`)
    await tx.execute(sql`insert into shops (market_id, id, organisation_id, status, name, introduction, category_ids, opening_hours, contact_phone, admitted_at, changed_at)
      values (${marketId}, ${shopId}, ${sellerId}, 'open', '{"zh":"店","en":"shop"}', '{}', '{}', '{}', '', now(), now())`)
    await tx.execute(
      sql`insert into shop_terms (market_id, shop_id, terms, changed_at) values (${marketId}, ${shopId}, ${JSON.stringify(terms)}::jsonb, now())`,
    )
    await tx.execute(
      sql`insert into snapshots (market_id, hash, content) values (${marketId}, 'bench', '{}')`,
    )
  })
  const at = new Date()
  const items = Array.from({ length: productCount }, (_, index) => ({
    id: newId('product'),
    shopId,
    draft: romper(`B-${index}`, {
      moq: 1,
      tiers: [{ minQuantity: 1, unitPrice: 3650 }],
      skus: cells(1, ['90'], 10_000_000),
    }),
    status: 'listed' as const,
    listedAt: at.toISOString(),
  }))
  await inMarket(database, marketId, (tx) =>
    wiring.catalogue.insertProducts(tx, marketId, items, { personId: null, at }),
  )
  const { rows } = await owner.drizzle.execute<{ productId: string; skuId: string }>(
    sql`select product_id as "productId", id as "skuId" from skus where market_id = ${marketId}`,
  )
  await owner.pool.query('analyze')
  const acting: Membership = { organisationId, kind: 'buyer_company', role: 'owner' }
  const actor: Actor = {
    personId: newId('person'),
    sessionId: newId('session'),
    email: '',
    name: 'bench',
    platformAdmin: false,
    acting,
    memberships: [acting],
  }
  return { marketId, shopId, skus: rows, actor, addressId }
}

/**
 * Checkouts of three lines over 1,000 SKUs by 16 buyers at once, through the action that the route calls (claim, offers, terms, rules,
 * snapshots, rows, stock, event), beside a bare transaction that writes the same rows. In turns, so that a busy moment hits both.
 */
export async function benchCheckout(url: string, folder: string, seconds: number): Promise<object> {
  const logger = createLogger('error')
  const config = readConfig({ NODE_ENV: 'test', DATABASE_URL: url, DATA_DIR: folder, SEED: 'none' })
  const [database, owner] = [openDatabase(url, logger), openDatabase(url, logger, { role: null, max: 2 })]
  try {
    const wiring = wire({
      config,
      database,
      clock: systemClock,
      logger,
      objects: folderStore(join(folder, 'files')),
    })
    const ground = await layGround(owner, database, wiring)
    const market = await wiring.markets.bySlug('bench')
    const ours = async (turn: number) => {
      const lines = chosen(ground, turn).map(({ productId, skuId }) => ({
        productId,
        kind: 'stock' as const,
        cells: [{ skuId, quantity: 1 }],
      }))
      await wiring.trade.placePurchase(
        market,
        ground.actor,
        {
          lines,
          addressId: ground.addressId,
          expectedTotal: { amount: 10_950, currency: 'CNY' },
          remark: '',
          buyerReference: '',
        },
        { scope: 'bench', key: randomBytes(12).toString('hex'), hash: Buffer.from('x') },
      )
    }
    const bare = (turn: number) => bareCheckout(database.pool, ground, turn)
    await load(1, ours)
    await load(1, bare)
    // A market that lives has statistics of its orders; without them the checks of foreign keys walk whole tables.
    await owner.pool.query('analyze')
    const runs = {
      ours: [] as Awaited<ReturnType<typeof load>>[],
      bare: [] as Awaited<ReturnType<typeof load>>[],
    }
    for (let round = 0; round < 3; round++) {
      runs.bare.push(await load(seconds, bare))
      runs.ours.push(await load(seconds, ours))
    }
    const middle = (list: typeof runs.ours) =>
      list.toSorted((a, b) => a.rps - b.rps)[1] ?? { rps: 0, p50: 0, p95: 0, p99: 0 }
    const [mine, limit] = [middle(runs.ours), middle(runs.bare)]
    return {
      bench: 'checkout',
      ...mine,
      limit_rps: limit.rps,
      ratio: Number((mine.rps / limit.rps).toFixed(2)),
    }
  } finally {
    await database.close()
    await owner.close()
  }
}

// Run by itself: `node bench/checkout.ts`.
if (process.argv[1] === import.meta.filename) {
  const folder = mkdtempSync(join(tmpdir(), 'jishi-bench-'))
  chmodSync(folder, 0o755)
  const logger = createLogger('error')
  const server = await startEmbeddedPostgres(folder, logger, { durable: true })
  try {
    await migrateDatabase(server.url('postgres'), logger)
    process.stdout.write(`${JSON.stringify(await benchCheckout(server.url('postgres'), folder, 4))}\n`)
  } finally {
    await server.stop()
    await eraseEmbeddedPostgres(folder)
  }
}
