import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { inMarket, openDatabase } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { testLogger } from '#server/platform/testing/database.ts'
import { breaches, expectSound } from '#server/platform/testing/oracle.ts'
import {
  type Buyer,
  type Stocked,
  type TradeWorld,
  tradeWorld,
} from '#server/platform/testing/trade-world.ts'
import { signatureHeader } from '#server/sandbox/stripe/webhooks.ts'

const removed = vi.hoisted(() => ({ controls: false }))
/** Twin of the lock on all attempts of a purchase, and of the state that was read: reads without waiting, writes without asking. */
vi.mock('./store/payments.ts', async (original) => {
  const real = await original<typeof import('./store/payments.ts')>()
  const lockPaymentsOf: typeof real.lockPaymentsOf = async (tx, marketId, purchaseId) =>
    removed.controls
      ? (await real.paymentsOf(tx, marketId, purchaseId)).toReversed()
      : real.lockPaymentsOf(tx, marketId, purchaseId)
  const movePayment: typeof real.movePayment = async (tx, from, set) => {
    if (!removed.controls) return real.movePayment(tx, from, set)
    await tx.execute(sql`update payments set state = ${set.state}, intent_id = ${set.intentId ?? null}, succeeded_at = now()
      where market_id = ${from.marketId} and id = ${from.id}`)
    return true
  }
  return { ...real, lockPaymentsOf, movePayment }
})
/** Twin of the key that makes a journal the same one: every posting is new. */
vi.mock('./ledger.ts', async (original) => {
  const real = await original<typeof import('./ledger.ts')>()
  const post: typeof real.post = (tx, entry) =>
    real.post(tx, removed.controls ? { ...entry, key: `${entry.key} ${Math.random()}` } : entry)
  return { ...real, post }
})

let world: TradeWorld
let product: Stocked
let buyer: Buyer
let serial = 0

beforeAll(async () => {
  world = await tradeWorld()
  product = await world.addProduct(await world.addShop(), 1_000_000)
  buyer = await world.addBuyer()
})
afterAll(() => world?.close())
afterEach(() =>
  world.sandbox.setFaults(
    { delayMs: 0, copies: 1, shuffleWindow: 1, lose: false },
    { serverError: 0, lostAnswer: 0 },
  ),
)

const count = async (statement: ReturnType<typeof sql>) => {
  const { rows } = await world.db.owner.drizzle.execute<{ count: number }>(statement)
  return rows[0]?.count ?? -1
}

async function unpaidPurchase(): Promise<string> {
  serial += 1
  const { purchaseId } = await world.trade.placePurchase(
    world.market,
    buyer.actor,
    {
      lines: [
        {
          productId: product.productId,
          kind: 'stock',
          cells: [{ skuId: product.skuIds[0] ?? '', quantity: 1 }],
        },
      ],
      addressId: buyer.addressId,
      expectedTotal: { amount: 3650 + 800, currency: 'CNY' },
      remark: '',
      buyerReference: '',
    },
    { scope: 'payments', key: `purchase-${serial}`.padEnd(16, '.'), hash: Buffer.from('') },
  )
  return purchaseId
}

async function openPage(purchaseId: string): Promise<string> {
  const purchase = await inMarket(world.db.database, world.market.id, (tx) =>
    world.trade.findPurchase(tx, world.market.id, purchaseId),
  )
  if (purchase === undefined) throw new Error('no purchase')
  const view = await world.trade.startPayment(world.market, purchase, 'stripe')
  return view.redirectUrl?.split('/').at(-1) ?? ''
}

const stateOf = async (purchaseId: string) =>
  inMarket(
    world.db.database,
    world.market.id,
    async (tx) => (await world.trade.findPurchase(tx, world.market.id, purchaseId))?.state,
  )

describe('the webhook and the browser finishing together', () => {
  const runs = 200
  test(`make one payment, ${runs} times with jitter, doubled and shuffled messages`, async () => {
    world.sandbox.setFaults({ delayMs: 8, copies: 2, shuffleWindow: 4 })
    const purchases: string[] = []
    for (let batch = 0; batch < runs / 20; batch++) {
      const pages = await Promise.all(
        Array.from({ length: 20 }, async () => {
          const purchaseId = await unpaidPurchase()
          return { purchaseId, sessionId: await openPage(purchaseId) }
        }),
      )
      const workers = Promise.all([world.work(), world.work()])
      await Promise.all(
        pages.map(async ({ purchaseId, sessionId }) => {
          world.sandbox.pay(sessionId)
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 10))
          await Promise.all([1, 2].map(() => world.trade.refreshPayment(world.market.id, purchaseId)))
        }),
      )
      await workers
      purchases.push(...pages.map((page) => page.purchaseId))
    }
    await world.sandbox.delivered()
    await world.work()
    expect(await count(sql`select count(*)::int as count from payments where state = 'succeeded'`)).toBe(runs)
    expect(await count(sql`select count(*)::int as count from ledger.journals where kind = 'capture'`)).toBe(
      runs,
    )
    expect(await count(sql`select count(*)::int as count from order_events where what = 'settle'`)).toBe(runs)
    expect(
      await count(
        sql`select count(*)::int as count from provider_events where state in ('received', 'quarantined')`,
      ),
    ).toBe(0)
    await expectSound(world.db.owner)
  }, 280_000)
})

test('expiry racing payment keeps the purchase or refunds it, never both and never neither', async () => {
  const system = { side: 'system' as const, actor: null, organisationId: null }
  const later = (span: number) => new Promise((resolve) => setTimeout(resolve, Math.random() * span))
  let [kept, closed] = [0, 0]
  // The payer's delay follows the machine: it grows while payment always wins and shrinks while expiry does.
  let span = 40
  for (let group = 0; group < 12; group++) {
    const pages = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const purchaseId = await unpaidPurchase()
        return { purchaseId, sessionId: await openPage(purchaseId) }
      }),
    )
    const before = { kept, closed }
    await Promise.all(
      pages.map(async ({ purchaseId, sessionId }) => {
        const pay = later(span).then(() => world.sandbox.pay(sessionId))
        const expire = world.trade.closePurchase(world.market.id, purchaseId, 'expired', system, 'race')
        await Promise.all([pay, expire.catch(() => undefined)])
      }),
    )
    await world.sandbox.delivered()
    await world.work()
    for (const { purchaseId } of pages) {
      const state = await stateOf(purchaseId)
      const captured = await count(
        sql`select count(*)::int as count from payments where purchase_id = ${purchaseId} and state = 'succeeded'`,
      )
      const refunded = await count(
        sql`select count(*)::int as count from refunds r join payments p on p.id = r.payment_id where p.purchase_id = ${purchaseId}`,
      )
      if (state === 'paid') {
        kept += 1
        expect([captured, refunded]).toEqual([1, 0])
      } else {
        closed += 1
        expect(state).toBe('expired')
        expect(refunded).toBe(captured)
      }
    }
    if (closed === before.closed) span *= 3
    if (kept === before.kept) span /= 3
  }
  // Both outcomes happened, or there was no race.
  expect(Math.min(kept, closed)).toBeGreaterThan(0)
  await expectSound(world.db.owner)
}, 180_000)

test('money that comes after the purchase was closed goes back whole', async () => {
  const purchaseId = await unpaidPurchase()
  const sessionId = await openPage(purchaseId)
  // Closed behind the institution's back, as if ending the page had been lost.
  await world.db.owner.drizzle.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.markets', ${world.market.id}, true)`)
    await tx.execute(sql`update payments set state = 'closed' where purchase_id = ${purchaseId}`)
  })
  const system = { side: 'system' as const, actor: null, organisationId: null }
  expect(await world.trade.closePurchase(world.market.id, purchaseId, 'expired', system, 'late')).toBe(true)
  world.sandbox.pay(sessionId)
  await world.sandbox.delivered()
  await world.work()
  expect(await stateOf(purchaseId)).toBe('expired')
  expect(
    await count(sql`select count(*)::int as count from refunds r join payments p on p.id = r.payment_id
    where p.purchase_id = ${purchaseId} and r.state = 'paid' and r.amount = 4450`),
  ).toBe(1)
  await expectSound(world.db.owner)
})

test('when every message is lost the reconciler finds the money', async () => {
  world.sandbox.setFaults({ lose: true })
  const pages = []
  for (let index = 0; index < 10; index++) {
    const purchaseId = await unpaidPurchase()
    pages.push(purchaseId)
    world.sandbox.pay(await openPage(purchaseId))
  }
  world.clock.advance(5 * 60_000)
  await world.payments.reconcile()
  await world.work()
  for (const purchaseId of pages) expect(await stateOf(purchaseId)).toBe('paid')
  await expectSound(world.db.owner)
}, 60_000)

test('an institution that answers 500, or executes and loses the answer, charges and pays once', async () => {
  world.sandbox.setFaults({}, { serverError: 0.15, lostAnswer: 0.15 })
  const before = world.sandbox.objects('checkout.session').length
  const opened: string[] = []
  for (let index = 0; index < 12; index++) {
    const purchaseId = await unpaidPurchase()
    const open = async (): Promise<string> => openPage(purchaseId).catch(() => open())
    opened.push(await open())
  }
  expect(new Set(opened).size).toBe(12)
  expect(world.sandbox.objects('checkout.session').length - before).toBe(12)
}, 120_000)

describe('messages', () => {
  const post = (body: string, signature: string | undefined) =>
    world.app.inject({
      method: 'POST',
      url: '/api/v1/payments/stripe/webhook',
      headers: {
        'content-type': 'application/json',
        ...(signature === undefined ? {} : { 'stripe-signature': signature }),
      },
      payload: body,
    })
  const now = () => Math.floor(Date.now() / 1000)
  const eventOf = (object: object, type = 'checkout.session.completed') =>
    JSON.stringify({
      id: `evt_${newId('mail').slice(4)}`,
      object: 'event',
      type,
      created: now(),
      livemode: false,
      data: { object },
    })

  test('that are not signed by the institution now change nothing', async () => {
    const body = eventOf({ id: 'cs_test_x', object: 'checkout.session', metadata: {} })
    const before = await count(sql`select count(*)::int as count from provider_events`)
    const good = signatureHeader(body, world.sandbox.webhookSecret, now())
    const wrong = [
      undefined,
      '',
      good.replace('v1=', 'v0='),
      signatureHeader(body, 'whsec_anotherEndpoint1234', now()),
      signatureHeader(body, world.sandbox.webhookSecret, now() - 301),
      signatureHeader(`${body} `, world.sandbox.webhookSecret, now()),
      `t=${now()},v1=${'0'.repeat(64)}`,
    ]
    for (const signature of wrong) expect((await post(body, signature)).statusCode).toBe(400)
    expect(await count(sql`select count(*)::int as count from provider_events`)).toBe(before)
    // Twin: the same body with the right signature is taken, and so is one of two while secrets rotate.
    expect((await post(body, `${good},v1=${'0'.repeat(64)}`)).statusCode).toBe(200)
    expect(await count(sql`select count(*)::int as count from provider_events`)).toBe(before + 1)
    await world.work()
  })

  test('with hostile content are quarantined and pay nothing', async () => {
    const purchaseId = await unpaidPurchase()
    const sessionId = await openPage(purchaseId)
    const { rows } = await world.db.owner.drizzle.execute<{ id: string }>(
      sql`select id from payments where session_id = ${sessionId}`,
    )
    const paymentId = rows[0]?.id ?? ''
    const metadata = { market_id: world.market.id, payment_id: paymentId }
    const hostile = [
      { id: 'cs_test_foreign', object: 'checkout.session', payment_status: 'paid', metadata },
      {
        id: sessionId,
        object: 'checkout.session',
        payment_status: 'paid',
        metadata: { ...metadata, market_id: newId('market') },
      },
      { id: sessionId, object: 'checkout.session', payment_status: 'paid', metadata: {} },
      {
        id: sessionId,
        object: 'checkout.session',
        payment_status: 'paid',
        metadata: { ...metadata, payment_id: newId('payment') },
      },
    ]
    const before = await count(
      sql`select count(*)::int as count from provider_events where state = 'quarantined'`,
    )
    for (const object of hostile) {
      const body = eventOf(object)
      expect((await post(body, signatureHeader(body, world.sandbox.webhookSecret, now()))).statusCode).toBe(
        200,
      )
    }
    // Truly signed and naming the right session, but the institution itself says that nothing is paid: believed is the institution.
    const lying = eventOf({ id: sessionId, object: 'checkout.session', payment_status: 'paid', metadata })
    expect((await post(lying, signatureHeader(lying, world.sandbox.webhookSecret, now()))).statusCode).toBe(
      200,
    )
    await world.work()
    expect(
      await count(sql`select count(*)::int as count from provider_events where state = 'quarantined'`),
    ).toBe(before + 4)
    expect(await stateOf(purchaseId)).toBe('awaiting_payment')
  })
})

describe('the books refuse', () => {
  const line = (account: string, amount: unknown, more: object = {}) => ({
    account,
    shop: null,
    currency: 'CNY',
    amount,
    ...more,
  })
  const posted = (lines: unknown, key = newId('payment'), marketId = world.market.id) =>
    inMarket(world.db.database, world.market.id, (tx) =>
      tx.execute(
        sql`select * from ledger.post(${marketId}, 'correction', ${key}, ${JSON.stringify(lines)}::jsonb)`,
      ),
    )
  const asApp = (statement: ReturnType<typeof sql>) =>
    inMarket(world.db.database, world.market.id, (tx) => tx.execute(statement))
  const shop = newId('shop')
  const good = [line('psp_clearing', 100), line('escrow_held', -100, { shop })]

  test.each<[string, () => Promise<unknown>]>([
    [
      'lines that do not sum to nought',
      () => posted([line('psp_clearing', 100), line('escrow_held', -99, { shop })]),
    ],
    ['one line', () => posted([line('psp_clearing', 100)])],
    ['no lines', () => posted([])],
    [
      'releasing more than is held',
      () => posted([line('escrow_held', 1, { shop: newId('shop') }), line('commission', -1)]),
    ],
    [
      'two currencies that balance only together',
      () => posted([line('psp_clearing', 5), line('commission', -5, { currency: 'USD' })]),
    ],
    ['half a fen', () => posted([line('psp_clearing', 1.5), line('commission', -1.5)])],
    ['more than a bigint', () => posted([line('psp_clearing', 2 ** 63), line('commission', -(2 ** 63))])],
    [
      'a key that was used for other lines',
      async () => {
        await posted(good, 'ledger-key-once')
        await posted([line('psp_clearing', 200), line('escrow_held', -200, { shop })], 'ledger-key-once')
      },
    ],
    [
      'a direct insert by the application',
      () =>
        asApp(
          sql`insert into ledger.journals (market_id, kind, idem_key, lines_hash) values (${world.market.id}, 'correction', 'x', '\\x00')`,
        ),
    ],
    [
      'a direct change of a balance by the application',
      () => asApp(sql`update ledger.accounts set balance = 0`),
    ],
    [
      'a posting in a market that the transaction did not name',
      () => posted(good, newId('payment'), newId('market')),
    ],
    [
      // The setting is null there, not empty: a comparison with it is neither true nor false.
      'a posting on a connection that never named a market',
      async () => {
        const fresh = openDatabase(world.db.url, testLogger, { max: 1 })
        try {
          await fresh.drizzle.execute(
            sql`select * from ledger.post(${world.market.id}, 'correction', ${newId('payment')}, ${JSON.stringify(good)}::jsonb)`,
          )
        } finally {
          await fresh.close()
        }
      },
    ],
  ])('%s', async (_what, attempt) => {
    await expect(attempt()).rejects.toThrow()
  })

  test('nobody, not even the owner: an edited or deleted posting', async () => {
    await expect(world.db.owner.pool.query('update ledger.postings set amount = amount + 1')).rejects.toThrow(
      /never changed/,
    )
    await expect(world.db.owner.pool.query('delete from ledger.journals')).rejects.toThrow(/never changed/)
    await expect(
      world.db.owner.pool.query(
        `with j as (insert into ledger.journals (market_id, kind, idem_key, lines_hash) values ('m', 'correction', 'lonely', '\\x00') returning id) select id from j`,
      ),
    ).rejects.toThrow(/does not balance/)
  })

  test('a posting in a savepoint stands, and a repeat is the same journal', async () => {
    const key = newId('payment')
    const ids = await inMarket(world.db.database, world.market.id, async (tx) => {
      const once = await tx.transaction((inner) =>
        inner.execute<{ journal_id: string }>(
          sql`select * from ledger.post(${world.market.id}, 'correction', ${key}, ${JSON.stringify(good)}::jsonb)`,
        ),
      )
      const again = await tx.execute<{ journal_id: string; replayed: boolean }>(
        sql`select * from ledger.post(${world.market.id}, 'correction', ${key}, ${JSON.stringify(good)}::jsonb)`,
      )
      return [once.rows[0]?.journal_id, again.rows[0]?.journal_id, again.rows[0]?.replayed]
    })
    expect(ids[0]).toBe(ids[1])
    expect(ids[2]).toBe(true)
    expect((await breaches(world.db.owner)).filter((breach) => breach.id === 'I2')).toEqual([])
  })
})

// Last in the file: it books money twice.
test('twin: without the lock, the state that was read, and the journal’s key, webhook and browser book money twice', async () => {
  await world.db.spoil()
  const captures = sql`select count(*)::int as count from ledger.journals where kind = 'capture'`
  const before = await count(captures)
  const pages = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const purchaseId = await unpaidPurchase()
      return { purchaseId, sessionId: await openPage(purchaseId) }
    }),
  )
  removed.controls = true
  try {
    const workers = Promise.all([world.work(), world.work()])
    await Promise.all(
      pages.map(async ({ purchaseId, sessionId }) => {
        world.sandbox.pay(sessionId)
        await Promise.all([1, 2, 3].map(() => world.trade.refreshPayment(world.market.id, purchaseId)))
      }),
    )
    await workers
    await world.sandbox.delivered()
    await world.work()
  } finally {
    removed.controls = false
  }
  expect((await count(captures)) - before).toBeGreaterThan(20)
  expect((await breaches(world.db.owner)).map((breach) => breach.id)).toEqual(
    expect.arrayContaining(['I3', 'I4']),
  )
}, 120_000)
