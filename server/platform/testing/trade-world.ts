import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '#server/app.ts'
import { createCatalogue } from '#server/modules/catalogue/index.ts'
import { cells, romper } from '#server/modules/catalogue/testing/drafts.ts'
import { layGround } from '#server/modules/catalogue/testing/neighbours.ts'
import { createPayments, type Payments } from '#server/modules/payments/index.ts'
import { createTrade, type Trade } from '#server/modules/trade/index.ts'
import type { CatalogueDoor, MarketFacts, ShopWithTerms, TradeNeeds } from '#server/modules/trade/needs.ts'
import { type Sandbox, startStripeSandbox } from '#server/sandbox/stripe/index.ts'
import type { Wiring } from '#server/wiring.ts'
import { allCategories } from '#shared/catalogue/categories.ts'
import { refreshPayoutAccount, startOnboarding } from '#shared/payments/contract.ts'
import type { Localised } from '#shared/text.ts'
import type { Actor, Membership } from '../actor.ts'
import { readConfig } from '../config.ts'
import { inMarket, type Tx } from '../db.ts'
import { eventJobs } from '../events.ts'
import { newId } from '../ids.ts'
import { drainJobs } from '../jobs.ts'
import { folderStore } from '../object-store.ts'
import type { Resources } from '../resources.ts'
import { type Caller, caller } from './app.ts'
import { type TestDatabase, testDatabase, testLogger } from './database.ts'

export type Stocked = { productId: string; skuIds: string[] }
export type Buyer = { actor: Actor; addressId: string; organisationId: string }

/** Trade, payments, catalogue and the payment sandbox on a fresh database; markets, shops and companies are only rows. */
export type TradeWorld = {
  app: FastifyInstance
  db: TestDatabase
  market: MarketFacts
  trade: Trade
  payments: Payments
  sandbox: Sandbox
  clock: { now: () => Date; advance: (milliseconds: number) => void }
  /** A shop with an active payout account, or one that has not opened any. */
  addShop: (name?: Localised, account?: 'active' | 'none') => Promise<ShopWithTerms>
  addProduct: (shop: ShopWithTerms, stock: number, changes?: Parameters<typeof romper>[1]) => Promise<Stocked>
  addBuyer: () => Promise<Buyer>
  /** An address in the book of an organisation. */
  addressFor: (organisationId: string) => string
  /** A person of this organisation, as a token; `powers` are what the charter gives them here. */
  person: (organisationId: string, role: Membership['role'], powers?: readonly string[]) => string
  as: (token: string) => Caller
  tokenOf: (buyer: Buyer) => string
  inTransaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  work: () => Promise<void>
  close: () => Promise<void>
}

const freight = {
  name: '全国',
  currency: 'CNY',
  chargeBy: 'pieces',
  paidBy: 'buyer',
  zones: [
    { name: { zh: '西藏', en: 'Tibet' }, provinces: ['54'], countries: [], rate: { kind: 'not-shipped' } },
  ],
  rest: { kind: 'tariff', firstUnit: 10, firstFee: 800, nextUnit: 10, nextFee: 200, minimumFee: 800 },
} satisfies NonNullable<ShopWithTerms['terms']>['freight']

export async function tradeWorld({
  wrapCatalogue = (door) => door,
}: {
  /** Twins put a broken control in here. */
  wrapCatalogue?: (door: CatalogueDoor) => CatalogueDoor
} = {}): Promise<TradeWorld> {
  const db = await testDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'jishi-trade-'))
  const sandbox = await startStripeSandbox({ dataDir, publicUrl: 'http://127.0.0.1:9', logger: testLogger })
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: db.url,
    DATA_DIR: dataDir,
    SEED: 'none',
    STRIPE_SECRET_KEY: sandbox.secretKey,
    STRIPE_WEBHOOK_SECRET: sandbox.webhookSecret,
    STRIPE_API_BASE: sandbox.apiBase,
  })
  let shift = 0
  const clock = {
    now: () => new Date(Date.now() + shift),
    advance: (ms: number) => {
      shift += ms
    },
  }
  const resources: Resources = {
    config,
    database: db.database,
    clock,
    logger: testLogger,
    objects: folderStore(join(dataDir, 'files')),
  }
  const ground = await layGround(db.owner)
  const { market } = ground
  const shops = new Map<string, ShopWithTerms>()
  const addresses = new Map<string, string>()
  const people = new Map<string, { actor: Actor; powers: readonly string[] }>()
  const lower: TradeNeeds = {
    market: async (slug) => ground.neighbours.marketBySlug(slug),
    marketById: async (id) => (await ground.neighbours.marketsById([id])).get(id) ?? null,
    marketIds: async () => [market.id],
    powers: async (_db, actor) => new Set(people.get(actor.personId)?.powers ?? []),
    shop: async (_db, _marketId, shopId) => shops.get(shopId) ?? null,
    shopsWithTerms: async (_tx, _marketId, ids) =>
      new Map(
        ids.flatMap((id): [string, ShopWithTerms][] =>
          shops.has(id) ? [[id, shops.get(id) as ShopWithTerms]] : [],
        ),
      ),
    address: async (_db, organisationId, addressId) =>
      addresses.get(addressId) === organisationId
        ? {
            recipient: '刘芸',
            phone: '13800000000',
            place: {
              kind: 'china',
              provinceCode: '360000',
              cityCode: '360100',
              districtCode: '360102',
              names: '江西省 南昌市 东湖区',
            },
            street: '八一大道 1 号',
            postalCode: '330000',
          }
        : null,
    organisationName: async () => ({ zh: '南昌贝乐童装', en: 'Beile' }),
  }
  const catalogue = createCatalogue({
    ...resources,
    neighbours: ground.neighbours,
    categories: allCategories,
    drawGoods: () => '<svg xmlns="http://www.w3.org/2000/svg"/>',
    pictures: {
      receiveImage: async () => ({ key: '', width: 1, height: 1 }),
      claim: async () => undefined,
      drop: async () => undefined,
    },
  })
  const payments = createPayments({ ...resources, lower })
  const trade = createTrade({ ...resources, lower, catalogue: wrapCatalogue(catalogue), payments })
  const slots = [catalogue.slots, payments.slots, trade.slots]
  const jobs = [
    ...slots.flatMap((slot) => slot.jobs ?? []),
    ...eventJobs(
      slots.flatMap((slot) => slot.events ?? []),
      slots.flatMap((slot) => slot.reactions ?? []),
    ),
  ]
  const resolveActor = async (token: string | undefined) => people.get(token ?? '')?.actor ?? null
  const app = await buildApp(resources, { slots, jobs, schedules: [], resolveActor } as unknown as Wiring)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  sandbox.setWebhookUrl(`http://127.0.0.1:${port}/api/v1/payments/stripe/webhook`)
  let styles = 0

  const person: TradeWorld['person'] = (organisationId, role, powers = []) => {
    const personId = newId('person')
    const acting: Membership = { organisationId, kind: 'buyer_company', role }
    const actor: Actor = {
      personId,
      sessionId: newId('session'),
      email: `${personId}@example.test`,
      name: role,
      platformAdmin: false,
      acting,
      memberships: [acting],
    }
    people.set(personId, { actor, powers })
    return personId
  }
  /** As the shop's owner would: to the institution's page, filled in there, and back. */
  const openAccount = async (shopId: string, organisationId: string) => {
    const owner = caller(app, person(organisationId, 'owner'), {})
    const params = { market: market.slug, shopId }
    await owner.call(startOnboarding, { params })
    const opened = sandbox
      .objects('account')
      .find((each) => (each['metadata'] as { shop_id?: string }).shop_id === shopId)
    sandbox.settleAccount(opened?.id ?? '', 'complete')
    await owner.call(refreshPayoutAccount, { params })
  }
  const actorOf = (token: string): Actor => {
    const found = people.get(token)
    if (found === undefined) throw new Error('nobody has this token')
    return found.actor
  }
  return {
    app,
    db,
    market,
    trade,
    payments,
    sandbox,
    clock,
    addShop: async (name = { zh: '小海豚童装', en: 'Little Dolphin' }, account = 'active') => {
      const { id, organisationId } = await ground.addShop({ ...market, branchIds: [market.id] }, name)
      const shop: ShopWithTerms = {
        id,
        organisationId,
        name,
        open: true,
        verified: true,
        terms: { mixedBatch: null, freight, dispatchDays: 2 },
      }
      shops.set(id, shop)
      if (account === 'active') await openAccount(id, organisationId)
      return shop
    },
    addProduct: async (shop, stock, changes = {}) => {
      styles += 1
      const id = newId('product')
      const draft = romper(`KT-${styles}`, {
        moq: 1,
        tiers: [{ minQuantity: 1, unitPrice: 3650 }],
        skus: cells(1, ['90'], stock),
        ...changes,
      })
      const now = clock.now()
      const skuIds = await inMarket(db.database, market.id, async (tx) => {
        await catalogue.insertProducts(
          tx,
          market.id,
          [{ id, shopId: shop.id, draft, status: 'listed', listedAt: now.toISOString() }],
          { personId: null, at: now },
        )
        const { rows } = await tx.execute<{ id: string }>(
          sql`select id from skus where market_id = ${market.id} and product_id = ${id} order by position`,
        )
        return rows.map((row) => row.id)
      })
      return { productId: id, skuIds }
    },
    addBuyer: async () => {
      const organisationId = newId('organisation')
      await db.owner.drizzle.execute(
        sql`insert into organisations (id, kind, name) values (${organisationId}, 'buyer_company', '{"zh":"南昌贝乐童装","en":"Beile"}')`,
      )
      const addressId = newId('address')
      addresses.set(addressId, organisationId)
      return { actor: actorOf(person(organisationId, 'owner')), addressId, organisationId }
    },
    addressFor: (organisationId) => {
      const addressId = newId('address')
      addresses.set(addressId, organisationId)
      return addressId
    },
    person,
    as: (token) => caller(app, token, {}),
    tokenOf: (buyer) => buyer.actor.personId,
    inTransaction: (work) => inMarket(db.database, market.id, work),
    work: () => drainJobs(db.owner.pool, jobs, testLogger),
    close: async () => {
      await app.close()
      await sandbox.close()
      await db.close()
    },
  }
}
