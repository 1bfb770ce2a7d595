import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '#server/platform/config.ts'
import { inMarket } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { testApp } from '#server/platform/testing/app.ts'
import { enterpriseWithShop, openedMarket } from '#server/platform/testing/builders.ts'
import { expectSound } from '#server/platform/testing/oracle.ts'
import {
  type Buyer,
  type Stocked,
  type TradeWorld,
  tradeWorld,
} from '#server/platform/testing/trade-world.ts'
import { signatureHeader } from '#server/sandbox/stripe/webhooks.ts'
import * as contract from '#shared/payments/contract.ts'
import * as trade from '#shared/trade/contract.ts'
import { stripeProvider } from './provider/stripe.ts'
import { findAccount, writeFacts } from './store/accounts.ts'

type Shop = Awaited<ReturnType<TradeWorld['addShop']>>

let world: TradeWorld
let buyer: Buyer
let keys = 0
const key = () => `payout-key-00000000-${++keys}`

beforeAll(async () => {
  world = await tradeWorld()
  buyer = await world.addBuyer()
})
afterAll(() => world?.close())
afterEach(async () => {
  world.sandbox.setFaults({ delayMs: 0, copies: 1, shuffleWindow: 1, lose: false }, noFaults)
  await expectSound(world.db.owner)
})
const noFaults = { serverError: 0, lostAnswer: 0 }

const market = () => ({ market: world.market.slug })
const of = (shop: Shop) => ({ params: { ...market(), shopId: shop.id } })
const as = (organisationId: string, role: 'owner' | 'manager' | 'staff' | 'viewer', powers: string[] = []) =>
  world.as(world.person(organisationId, role, powers))
const ownerOf = (shop: Shop) => as(shop.organisationId, 'owner')
const newShop = () => world.addShop({ zh: '星潮童装', en: 'Star Tide' }, 'none')

const accountsOf = (shop: Shop) =>
  world.sandbox
    .objects('account')
    .filter((each) => (each['metadata'] as { shop_id?: string }).shop_id === shop.id)
const accountIdOf = (shop: Shop) => accountsOf(shop)[0]?.id ?? ''
const transfersTo = (shop: Shop) =>
  world.sandbox.objects('transfer').filter((each) => each['destination'] === accountIdOf(shop))

/** An order that was paid online, sent and confirmed; its release is a waiting job. */
async function confirmedOrder(shop: Shop, product: Stocked): Promise<string> {
  const caller = world.as(world.tokenOf(buyer))
  const lines = [{ productId: product.productId, cells: [{ skuId: product.skuIds[0] ?? '', quantity: 1 }] }]
  const purchase = await caller.call(trade.placePurchase, {
    params: market(),
    body: { lines, addressId: buyer.addressId, expectedTotal: { amount: 4450, currency: 'CNY' } },
    idempotencyKey: key(),
  })
  const payment = await caller.call(trade.startPayment, {
    params: { ...market(), purchaseId: purchase.id },
    body: { method: 'stripe' },
    idempotencyKey: key(),
  })
  world.sandbox.pay(payment.redirectUrl?.split('/').at(-1) ?? '')
  const orderId = purchase.orders[0]?.id ?? ''
  const ofOrder = { ...market(), orderId }
  await world.trade.refreshPayment(world.market.id, purchase.id)
  const order = await caller.call(trade.getOrder, { params: ofOrder })
  await ownerOf(shop).call(trade.shipOrder, {
    params: ofOrder,
    body: {
      carrier: 'zhongtong',
      trackingNo: 'ZT7730441802',
      lines: [{ orderLineId: order.products[0]?.lines[0]?.id ?? '', quantity: 1 }],
    },
    idempotencyKey: key(),
  })
  await caller.call(trade.confirmReceipt, { params: ofOrder, body: {}, idempotencyKey: key() })
  return orderId
}
const released = async (shop: Shop, product: Stocked) => {
  const orderId = await confirmedOrder(shop, product)
  await world.work()
  return orderId
}
const payoutsOf = async (shop: Shop) => {
  const { rows } = await world.db.owner.drizzle.execute<{ state: string }>(
    sql`select state from payouts where shop_id = ${shop.id} order by id`,
  )
  return rows.map((row) => row.state)
}
const breaksOf = async () => {
  const { rows } = await world.db.owner.drizzle.execute(sql`select subject, kind from reconciliation_breaks`)
  return rows
}
const told = async () => {
  await world.sandbox.delivered()
  await world.work()
}

test('the owner sees what to do, a manager what is missing, who settles the state alone; nobody else may open it', async () => {
  const shop = await newShop()
  const other = await newShop()
  expect(await ownerOf(shop).call(contract.getPayoutAccount, of(shop))).toEqual({
    needed: true,
    state: null,
    missing: [],
    refused: false,
    waiting: { amount: 0, currency: 'CNY' },
    activeSince: null,
    actions: ['onboard'],
  })
  await ownerOf(shop).call(contract.startOnboarding, of(shop))
  await ownerOf(shop).call(contract.refreshPayoutAccount, of(shop))
  const missing = ['company', 'identity', 'bank', 'business', 'terms']
  const office = as(newId('organisation'), 'staff', ['settle'])
  const manager = as(shop.organisationId, 'manager')
  expect(await ownerOf(shop).call(contract.getPayoutAccount, of(shop))).toMatchObject({
    state: 'pending',
    missing,
    actions: ['onboard'],
  })
  expect(await manager.call(contract.getPayoutAccount, of(shop))).toMatchObject({ missing, actions: [] })
  expect(await office.call(contract.getPayoutAccount, of(shop))).toMatchObject({
    state: 'pending',
    missing: [],
    actions: [],
  })
  const staff = as(shop.organisationId, 'staff')
  const supervisor = as(newId('organisation'), 'staff', ['inspect'])
  for (const who of [staff, supervisor])
    expect((await who.refused(contract.getPayoutAccount, of(shop))).status).toBe(403)
  for (const who of [manager, office, staff, supervisor])
    expect((await who.refused(contract.startOnboarding, of(shop))).status).toBe(403)
  const strangers = [
    ownerOf(other),
    world.as(world.tokenOf(buyer)),
    as(newId('organisation'), 'owner', ['admit_shops']),
    as(shop.organisationId, 'viewer'),
  ]
  for (const who of strangers)
    for (const endpoint of [
      contract.getPayoutAccount,
      contract.startOnboarding,
      contract.refreshPayoutAccount,
    ])
      expect((await who.refused(endpoint, of(shop))).status).toBe(404)
  expect(accountsOf(other)).toEqual([])
})

test('clicked again and again while answers are lost, the account is one, and each click leads to a page', async () => {
  const shop = await newShop()
  world.sandbox.setFaults({}, { serverError: 0.1, lostAnswer: 0.2 })
  const click = async (): Promise<string> =>
    ownerOf(shop)
      .call(contract.startOnboarding, of(shop))
      .then(({ url }) => url)
      .catch(click)
  const urls = await Promise.all([click(), click(), click(), click(), click()])
  expect(accountsOf(shop)).toHaveLength(1)
  expect(new Set(urls).size).toBe(5)
  for (const url of urls) expect((await fetch(url)).status).toBe(200)
}, 60_000)

test('the page of the institution is filled in once, leads back to the money page, and its end is told by a signed message', async () => {
  const shop = await newShop()
  const { url } = await ownerOf(shop).call(contract.startOnboarding, of(shop))
  const fill = (outcome: string) =>
    fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `outcome=${outcome}`,
    })
  expect(await (await fetch(url)).text()).toContain('星潮童装')
  const back = (await fill('complete')).headers.get('location')
  expect(back).toContain(`/shop/${world.market.slug}/${shop.id}/money?account=returned`)
  // A link is good once: whoever comes back to it is sent to ask for a new one.
  expect((await fill('incomplete')).headers.get('location')).toContain('account=again')
  await told()
  expect(await ownerOf(shop).call(contract.getPayoutAccount, of(shop))).toMatchObject({
    state: 'active',
    missing: [],
    actions: [],
  })
  const again = await ownerOf(shop).refused(contract.startOnboarding, of(shop))
  expect(again.code).toBe('payments/account-complete')
})

describe('released money', () => {
  test('waits for the account without a failure or a break, and is paid once when the account is active', async () => {
    const shop = await newShop()
    const product = await world.addProduct(shop, 100)
    await released(shop, product)
    await released(shop, product)
    expect(await payoutsOf(shop)).toEqual(['waiting', 'waiting'])
    world.clock.advance(3 * 86_400_000)
    await world.payments.reconcile()
    await ownerOf(shop).call(contract.startOnboarding, of(shop))
    await world.payments.reconcile()
    await told()
    expect(await payoutsOf(shop)).toEqual(['waiting', 'waiting'])
    expect(await breaksOf()).toEqual([])
    expect(await ownerOf(shop).call(contract.getPayoutAccount, of(shop))).toMatchObject({
      state: 'pending',
      waiting: { amount: 8900 },
    })
    const money = () => ownerOf(shop).call(contract.getShopMoney, { ...of(shop), query: {} })
    expect(await money()).toMatchObject({ payable: { amount: 8900 }, waiting: { amount: 8900 } })

    world.sandbox.settleAccount(accountIdOf(shop), 'complete')
    await told()
    await released(shop, product)
    await world.payments.reconcile()
    await world.work()
    expect(await payoutsOf(shop)).toEqual(['paid', 'paid', 'paid'])
    expect(transfersTo(shop)).toHaveLength(3)
    expect(await money()).toMatchObject({
      payable: { amount: 0 },
      waiting: { amount: 0 },
      paidOut: { amount: 13350 },
    })
    expect(await breaksOf()).toEqual([])
  })

  test('that the institution refuses because the account was closed meanwhile waits again, and then goes out once', async () => {
    const shop = await world.addShop()
    const product = await world.addProduct(shop, 100)
    world.sandbox.setFaults({ lose: true })
    world.sandbox.settleAccount(accountIdOf(shop), 'incomplete')
    await released(shop, product)
    expect(await payoutsOf(shop)).toEqual(['waiting'])
    expect(await ownerOf(shop).call(contract.getPayoutAccount, of(shop))).toMatchObject({
      state: 'restricted',
      missing: ['identity'],
      waiting: { amount: 4450 },
      actions: ['onboard'],
    })
    world.sandbox.settleAccount(accountIdOf(shop), 'complete')
    // Nothing was told: the clock asks.
    world.clock.advance(20 * 60_000)
    await world.payments.reconcile()
    await world.work()
    expect(await payoutsOf(shop)).toEqual(['paid'])
    expect(transfersTo(shop)).toHaveLength(1)
    expect(await breaksOf()).toEqual([])
  })

  test('meets the activation of its account at any moment, and every order is paid exactly once', async () => {
    for (let round = 0; round < 4; round += 1) {
      const shop = await newShop()
      const product = await world.addProduct(shop, 100)
      await ownerOf(shop).call(contract.startOnboarding, of(shop))
      for (let order = 0; order < 8; order += 1) await confirmedOrder(shop, product)
      world.sandbox.setFaults({ delayMs: 10, copies: 2 })
      const activate = async () => {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 60))
        world.sandbox.settleAccount(accountIdOf(shop), 'complete')
        await Promise.all([
          ownerOf(shop).call(contract.refreshPayoutAccount, of(shop)),
          world.payments.reconcile(),
          world.sandbox.delivered(),
        ])
      }
      await Promise.all([world.work(), world.work(), activate()])
      await told()
      expect(await payoutsOf(shop)).toEqual(Array.from({ length: 8 }, () => 'paid'))
      expect(transfersTo(shop)).toHaveLength(8)
    }
    expect(await breaksOf()).toEqual([])
  }, 120_000)

  test('twin: where the account’s state is read without holding it, a payout is left behind for good', async () => {
    const { drizzle } = world.db.owner
    await drizzle.execute(sql`create table careless_accounts (state text); create table careless_payouts (state text);
      insert into careless_accounts values ('pending')`)
    const releaseWhileActivated = (hold: ReturnType<typeof sql>) =>
      drizzle.transaction(async (tx) => {
        const { rows } = await tx.execute<{ state: string }>(sql`select state from careless_accounts ${hold}`)
        const activated = drizzle.transaction(async (rival) => {
          await rival.execute(sql`update careless_accounts set state = 'active'`)
          await rival.execute(sql`update careless_payouts set state = 'instructed' where state = 'waiting'`)
        })
        await Promise.race([activated, new Promise((resolve) => setTimeout(resolve, 300))])
        const state = rows[0]?.state === 'active' ? 'instructed' : 'waiting'
        await tx.execute(sql`insert into careless_payouts values (${state})`)
        return { activated }
      })
    const left = async () => {
      const { rows } = await drizzle.execute<{ left: number }>(
        sql`select count(*)::int as left from careless_payouts where state = 'waiting'`,
      )
      return rows[0]?.left
    }
    await (await releaseWhileActivated(sql`for share`)).activated
    expect(await left()).toBe(0)
    await drizzle.execute(sql`update careless_accounts set state = 'pending'`)
    await (await releaseWhileActivated(sql``)).activated
    expect(await left()).toBe(1)
  })
})

describe('what is told of an account', () => {
  test('twice, late and in any order, or not at all, ends where the institution says', async () => {
    const shop = await newShop()
    await ownerOf(shop).call(contract.startOnboarding, of(shop))
    const stateOf = async () => (await ownerOf(shop).call(contract.getPayoutAccount, of(shop))).state
    for (const last of ['incomplete', 'complete', 'incomplete', 'complete'] as const) {
      world.sandbox.setFaults({ delayMs: 15, copies: 3, shuffleWindow: 3 })
      for (const outcome of ['complete', 'incomplete', last] as const)
        world.sandbox.settleAccount(accountIdOf(shop), outcome)
      await Promise.all([world.work(), told(), ownerOf(shop).call(contract.refreshPayoutAccount, of(shop))])
      await told()
      expect(await stateOf()).toBe(last === 'complete' ? 'active' : 'restricted')
    }
    world.sandbox.setFaults({ lose: true })
    world.sandbox.settleAccount(accountIdOf(shop), 'incomplete')
    expect(await stateOf()).toBe('active')
    await ownerOf(shop).call(contract.refreshPayoutAccount, of(shop))
    expect(await stateOf()).toBe('restricted')
  })

  test('and read before something newer was written is not written over it', async () => {
    const shop = await newShop()
    await ownerOf(shop).call(contract.startOnboarding, of(shop))
    const read = await inMarket(world.db.database, world.market.id, (tx) =>
      findAccount(tx, world.market.id, shop.id),
    )
    if (read === undefined) throw new Error('no account')
    world.sandbox.settleAccount(accountIdOf(shop), 'complete')
    await ownerOf(shop).call(contract.refreshPayoutAccount, of(shop))
    const old = { submitted: false, active: false, requirements: ['external_account'], disabledReason: null }
    const written = await inMarket(world.db.database, world.market.id, (tx) =>
      writeFacts(tx, read, old, 'pending', world.clock.now()),
    )
    expect(written).toBe(false)
    expect((await ownerOf(shop).call(contract.getPayoutAccount, of(shop))).state).toBe('active')
  })

  test('by a truly signed message that claims another shop, or none, is quarantined and moves nothing', async () => {
    const [shop, thief] = [await newShop(), await world.addShop({ zh: '晨雨童装', en: 'Morning Rain' })]
    await ownerOf(shop).call(contract.startOnboarding, of(shop))
    const before = await ownerOf(shop).call(contract.getPayoutAccount, of(shop))
    const claims = [
      { market_id: world.market.id, shop_id: shop.id },
      { market_id: world.market.id, shop_id: newId('shop') },
      { market_id: newId('market'), shop_id: thief.id },
      {},
    ]
    for (const metadata of claims) {
      const body = JSON.stringify({
        id: `evt_${newId('mail').slice(4)}`,
        object: 'event',
        type: 'account.updated',
        created: 0,
        livemode: false,
        data: { object: { id: accountIdOf(thief), object: 'account', details_submitted: true, metadata } },
      })
      const signature = signatureHeader(body, world.sandbox.webhookSecret, Math.floor(Date.now() / 1000))
      const answer = await world.app.inject({
        method: 'POST',
        url: '/api/v1/payments/stripe/webhook',
        headers: { 'content-type': 'application/json', 'stripe-signature': signature },
        payload: body,
      })
      expect(answer.statusCode).toBe(200)
    }
    await world.work()
    const { rows } = await world.db.owner.drizzle.execute<{ reason: string }>(
      sql`select reason from provider_events where type = 'account.updated' and state = 'quarantined' order by received_at`,
    )
    expect(rows.map((row) => row.reason).sort()).toEqual(
      [
        'another account claims the shop',
        'names no shop of ours',
        'no such account',
        'no such account',
      ].sort(),
    )
    expect(await ownerOf(shop).call(contract.getPayoutAccount, of(shop))).toEqual(before)
  })
})

test('Stripe’s two endpoints, for us and for the shops’ accounts, may sign with a secret each', () => {
  const [ours, theirs] = ['whsec_ours1234567890abc', 'whsec_theirs1234567890a']
  const settings = readConfig({
    STRIPE_SECRET_KEY: world.sandbox.secretKey,
    STRIPE_WEBHOOK_SECRET: `${ours},${theirs}`,
  }).stripe
  if (settings === undefined) throw new Error('no keys')
  const { readEvent } = stripeProvider(settings)
  const body = JSON.stringify({
    id: 'evt_1',
    object: 'event',
    type: 'x',
    livemode: false,
    data: { object: {} },
  })
  const now = Math.floor(Date.now() / 1000)
  const signedWith = (secret: string) => readEvent(Buffer.from(body), signatureHeader(body, secret, now))
  expect(signedWith(ours)?.id).toBe('evt_1')
  expect(signedWith(theirs)?.id).toBe('evt_1')
  expect(signedWith('whsec_another1234567890')).toBeNull()
  expect(signedWith(`${ours},${theirs}`)).toBeNull()
})

test('an institution that does not answer is named, and a market without online payment needs no account', async () => {
  const shop = await newShop()
  world.sandbox.setFaults({}, { serverError: 1 })
  const silent = await ownerOf(shop).refused(contract.startOnboarding, of(shop))
  expect([silent.status, silent.code]).toEqual([503, 'payments/institution-silent'])
  const offline = await testApp()
  try {
    const opened = await openedMarket(offline)
    const seller = await enterpriseWithShop(offline, opened)
    const params = { market: opened.slug, shopId: seller.shopId }
    expect(await seller.as.call(contract.getPayoutAccount, { params })).toMatchObject({
      needed: false,
      state: null,
      actions: [],
    })
    const refusal = await seller.as.refused(contract.startOnboarding, { params })
    expect(refusal.code).toBe('payments/not-online')
  } finally {
    await offline.close()
  }
}, 60_000)
