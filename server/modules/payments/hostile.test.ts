import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#server/platform/ids.ts'
import { expectSound } from '#server/platform/testing/oracle.ts'
import {
  type Buyer,
  type Stocked,
  type TradeWorld,
  tradeWorld,
} from '#server/platform/testing/trade-world.ts'
import * as contract from '#shared/payments/contract.ts'
import * as trade from '#shared/trade/contract.ts'

// The desk and the payout account under people who press twenty times, type the same number again, and bring keys of others.

type Shop = Awaited<ReturnType<TradeWorld['addShop']>>

let world: TradeWorld
let shop: Shop
let product: Stocked
let buyer: Buyer
let desk: string
let keys = 0
const key = () => `hostile-key-000000-${++keys}`
const params = () => ({ market: world.market.slug })
const twenty = <T>(work: (index: number) => Promise<T>) =>
  Promise.allSettled(Array.from({ length: 20 }, (_, index) => work(index)))
const fulfilled = <T>(outcomes: readonly PromiseSettledResult<T>[]): T[] =>
  outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))

beforeAll(async () => {
  world = await tradeWorld()
  shop = await world.addShop()
  product = await world.addProduct(shop, 1000)
  buyer = await world.addBuyer()
  desk = world.person(newId('organisation'), 'staff', ['settle'])
  await world.as(desk).call(contract.putBankAccount, {
    params: params(),
    body: {
      institution: { zh: '存管银行', en: 'Custody bank' },
      accountName: '交易资金存管专户',
      accountNumber: '6230000000001234',
      bankName: '石狮支行',
      bankCode: null,
    },
  })
})
afterAll(() => world?.close())
beforeEach(() => expectSound(world.db.owner))

async function toBePaid() {
  const caller = world.as(world.tokenOf(buyer))
  const purchase = await caller.call(trade.placePurchase, {
    params: params(),
    body: {
      lines: [{ productId: product.productId, cells: [{ skuId: product.skuIds[0] ?? '', quantity: 1 }] }],
      addressId: buyer.addressId,
      expectedTotal: { amount: 4450, currency: 'CNY' },
    },
    idempotencyKey: key(),
  })
  const payment = await caller.call(trade.startPayment, {
    params: { ...params(), purchaseId: purchase.id },
    body: { method: 'bank_transfer' },
    idempotencyKey: key(),
  })
  return {
    purchaseId: purchase.id,
    orderId: purchase.orders[0]?.id ?? '',
    reference: payment.reference ?? '',
  }
}

const receipt = (reference: string, bankRef: string, idempotencyKey = key()) => ({
  params: params(),
  body: {
    bankRef,
    reference,
    payer: '南昌贝乐',
    amount: 4450,
    currency: 'CNY' as const,
    receivedOn: '2026-11-24',
  },
  idempotencyKey,
})

/** An order that was paid by transfer. */
async function paid() {
  const { orderId, reference } = await toBePaid()
  await world.as(desk).call(contract.recordBankReceipt, receipt(reference, `IN-${++keys}`))
  await world.work()
  return { ...params(), orderId }
}

/** A refund that the bank is to carry out. */
async function toRefund() {
  const ofOrder = await paid()
  await world.as(world.tokenOf(buyer)).call(trade.cancelOrder, {
    params: ofOrder,
    body: { reason: '订错' },
    idempotencyKey: key(),
  })
  await world.work()
  const { items } = await world.as(desk).call(contract.listRefunds, { params: params(), query: {} })
  return { ...params(), refund: items.find((each) => each.orderId === ofOrder.orderId)?.id ?? '' }
}

/** A payment to the shop that the bank is to carry out. */
async function toPayOut() {
  const ofOrder = await paid()
  const seller = world.as(world.person(shop.organisationId, 'staff'))
  const order = await seller.call(trade.getOrder, { params: ofOrder })
  await seller.call(trade.shipOrder, {
    params: ofOrder,
    body: {
      carrier: 'zhongtong',
      trackingNo: 'ZT7730441802',
      lines: [{ orderLineId: order.products[0]?.lines[0]?.id ?? '', quantity: 1 }],
    },
    idempotencyKey: key(),
  })
  const confirmed = { params: ofOrder, body: {}, idempotencyKey: key() }
  await world.as(world.tokenOf(buyer)).call(trade.confirmReceipt, confirmed)
  await world.work()
  const { items } = await world.as(desk).call(contract.listPayouts, { params: params(), query: {} })
  return { ...params(), payout: items.find((each) => each.orderId === ofOrder.orderId)?.id ?? '' }
}

test('one transfer that is entered twenty times counts once, and the refusal names its number', async () => {
  const { reference } = await toBePaid()
  const me = world.as(desk)
  const outcomes = await twenty(() => me.call(contract.recordBankReceipt, receipt(reference, 'SAME-1')))
  expect(fulfilled(outcomes).map((each) => each.state)).toEqual(['matched'])
  const refusal = await me.refused(contract.recordBankReceipt, receipt(reference, 'SAME-1'))
  expect(refusal).toMatchObject({ status: 409, code: 'payments/receipt-known' })
  expect(refusal.detail).toContain('SAME-1')
  await world.work()
})

test('twenty transfers for one purchase pay it once; the others are kept for who sent them', async () => {
  const { reference } = await toBePaid()
  const outcomes = await twenty((index) =>
    world.as(desk).call(contract.recordBankReceipt, receipt(reference, `MANY-${index}`)),
  )
  const states = fulfilled(outcomes).map((each) => each.state)
  expect(states.filter((state) => state === 'matched')).toHaveLength(1)
  expect(states.filter((state) => state === 'already_paid')).toHaveLength(19)
  await world.work()
})

test('a key is its owner’s: repeated it answers what it answered, with other words it is refused, to others it is nothing', async () => {
  const [first, second] = [await toBePaid(), await toBePaid()]
  const mine = key()
  const sent = receipt(first.reference, 'KEY-1', mine)
  const outcomes = fulfilled(await twenty(() => world.as(desk).call(contract.recordBankReceipt, sent)))
  expect(outcomes).toHaveLength(20)
  expect(new Set(outcomes.map((each) => each.id)).size).toBe(1)
  const other = await world
    .as(desk)
    .refused(contract.recordBankReceipt, receipt(second.reference, 'KEY-2', mine))
  expect(other.code).toBe('request/idempotency-key-reused')
  const colleague = world.person(newId('organisation'), 'staff', ['settle'])
  expect((await world.as(colleague).refused(contract.recordBankReceipt, sent)).code).toBe(
    'payments/receipt-known',
  )
  // Who has lost the right since does not get the old answer either.
  for (const powers of [[], ['inspect']]) {
    const who = world.person(buyer.organisationId, 'owner', powers)
    expect([403, 404]).toContain((await world.as(who).refused(contract.recordBankReceipt, sent)).status)
  }
  await world.work()
})

test('one instruction that is marked twenty times is paid once', async () => {
  const [payout, refund] = [await toPayOut(), await toRefund()]
  const outs = await twenty((index) =>
    world.as(desk).call(contract.markPayoutPaid, {
      params: payout,
      body: { bankRef: `OUT-${index}` },
      idempotencyKey: key(),
    }),
  )
  const backs = await twenty((index) =>
    world.as(desk).call(contract.markRefundPaid, {
      params: refund,
      body: { bankRef: `BACK-${index}` },
      idempotencyKey: key(),
    }),
  )
  expect([fulfilled(outs).length, fulfilled(backs).length]).toEqual([1, 1])
})

test('one number of the bank carries out one instruction: a second one is refused with the number and stays to be paid', async () => {
  const me = world.as(desk)
  const payouts = [await toPayOut(), await toPayOut()]
  const refunds = [await toRefund(), await toRefund()]
  const mark = {
    payout: (at: number) => ({
      params: payouts[at] ?? never(),
      body: { bankRef: 'BATCH-1' },
      idempotencyKey: key(),
    }),
    refund: (at: number) => ({
      params: refunds[at] ?? never(),
      body: { bankRef: 'BATCH-2' },
      idempotencyKey: key(),
    }),
  }
  await me.call(contract.markPayoutPaid, mark.payout(0))
  await me.call(contract.markRefundPaid, mark.refund(0))
  const refusals = [
    await me.refused(contract.markPayoutPaid, mark.payout(1)),
    await me.refused(contract.markRefundPaid, mark.refund(1)),
  ]
  for (const [index, refusal] of refusals.entries()) {
    expect(refusal).toMatchObject({ status: 409, code: 'payments/bank-number-known' })
    expect(refusal.detail).toContain(`BATCH-${index + 1}`)
  }
  const query = { state: 'instructed' as const }
  const open = await me.call(contract.listPayouts, { params: params(), query })
  expect(open.items.map((each) => each.id)).toContain(payouts[1]?.payout)
  await expectSound(world.db.owner)
})

test('numbers of a bank are a market’s own: another market’s neither block nor betray them', async () => {
  const { rows } = await world.db.owner.drizzle.execute<{ definition: string }>(
    sql`select pg_get_constraintdef(oid) as definition from pg_constraint
      where conname in ('payouts_provider', 'refunds_provider', 'bank_receipts_once') order by conname`,
  )
  for (const { definition } of rows) expect(definition).toContain('UNIQUE (market_id, ')
  expect(rows).toHaveLength(3)
})

test('twenty questions to the institution at once are all answered, with the newest word', async () => {
  const fresh = await world.addShop({ zh: '星潮童装', en: 'Star Tide' }, 'none')
  const owner = world.as(world.person(fresh.organisationId, 'owner'))
  const ofShop = { params: { ...params(), shopId: fresh.id } }
  await owner.call(contract.startOnboarding, ofShop)
  const account = world.sandbox
    .objects('account')
    .find((each) => (each['metadata'] as { shop_id?: string }).shop_id === fresh.id)
  for (const outcome of ['complete', 'incomplete', 'complete'] as const) {
    world.sandbox.settleAccount(account?.id ?? '', outcome)
    const outcomes = await twenty(() => owner.call(contract.refreshPayoutAccount, ofShop))
    const state = outcome === 'complete' ? 'active' : 'restricted'
    expect(fulfilled(outcomes).map((each) => each.state)).toEqual(Array.from({ length: 20 }, () => state))
  }
  await world.sandbox.delivered()
  await world.work()
}, 60_000)

test('an account that the institution has closed is not opened again from here, and says so', async () => {
  const closed = await world.addShop({ zh: '晨雨童装', en: 'Morning Rain' }, 'none')
  const owner = world.as(world.person(closed.organisationId, 'owner'))
  const ofShop = { params: { ...params(), shopId: closed.id } }
  await owner.call(contract.startOnboarding, ofShop)
  const account = world.sandbox
    .objects('account')
    .find((each) => (each['metadata'] as { shop_id?: string }).shop_id === closed.id)
  world.sandbox.settleAccount(account?.id ?? '', 'rejected')
  expect(await owner.call(contract.refreshPayoutAccount, ofShop)).toMatchObject({
    state: 'restricted',
    refused: true,
    actions: [],
  })
  expect(await owner.refused(contract.startOnboarding, ofShop)).toMatchObject({
    status: 409,
    code: 'payments/account-closed',
  })
})

// Last in the file: it takes the control away.
test('twin: without the constraint one number of the bank carries out as many instructions as one likes', async () => {
  await world.db.spoil()
  await world.db.owner.drizzle.execute(sql`alter table payouts drop constraint payouts_provider`)
  for (const payout of [await toPayOut(), await toPayOut()]) {
    const sent = { params: payout, body: { bankRef: 'TWIN-1' }, idempotencyKey: key() }
    expect((await world.as(desk).call(contract.markPayoutPaid, sent)).state).toBe('paid')
  }
})

function never(): never {
  throw new Error('no instruction')
}
