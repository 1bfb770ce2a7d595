import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { expectSound } from '#server/platform/testing/oracle.ts'
import {
  type Buyer,
  type Stocked,
  type TradeWorld,
  tradeWorld,
} from '#server/platform/testing/trade-world.ts'
import * as contract from '#shared/payments/contract.ts'
import * as trade from '#shared/trade/contract.ts'

// Who settles in a market may also buy or sell in it, as anybody may; then somebody else records that the money came.

const removed = vi.hoisted(() => ({ policy: false }))
/** Twin of the policy: nobody has a part in anything, and the database alone stands in the way. */
vi.mock('./policy.ts', async (original) => {
  const real = await original<typeof import('./policy.ts')>()
  const hasPart: typeof real.hasPart = (actor, parties) => !removed.policy && real.hasPart(actor, parties)
  return { ...real, hasPart }
})

let world: TradeWorld
let product: Stocked
let buyer: Buyer
let neutral: string
/** Settles and belongs, as a mere viewer, to the company that pays. */
let ofBuyer: string
/** Settles and belongs to the shop that is paid. */
let ofShop: string
let shopOrganisation: string
let keys = 0
const key = () => `own-matter-key-0000-${++keys}`
const params = () => ({ market: world.market.slug })
const refusedAs = { code: 'payments/own-matter', status: 403 }

beforeAll(async () => {
  world = await tradeWorld()
  const shop = await world.addShop()
  shopOrganisation = shop.organisationId
  product = await world.addProduct(shop, 1000)
  buyer = await world.addBuyer()
  neutral = world.person((await world.addBuyer()).organisationId, 'staff', ['settle'])
  ofBuyer = world.person(buyer.organisationId, 'viewer', ['settle'])
  ofShop = world.person(shop.organisationId, 'viewer', ['settle'])
  // The people of this world are no rows; the database reads memberships, so these two are.
  for (const [id, organisationId] of [
    [ofBuyer, buyer.organisationId],
    [ofShop, shop.organisationId],
  ]) {
    await world.db.owner.drizzle.execute(
      sql`insert into people (id, email, name, locale, password_hash) values (${id}, ${`${id}@example.test`}, 'x', 'zh', 'x')`,
    )
    await world.db.owner.drizzle.execute(
      sql`insert into organisations (id, kind, name) values (${organisationId}, 'enterprise', '{"zh":"小海豚","en":""}') on conflict do nothing`,
    )
    await world.db.owner.drizzle.execute(
      sql`insert into memberships (organisation_id, person_id, role) values (${organisationId}, ${id}, 'viewer')`,
    )
  }
  await world.as(neutral).call(contract.putBankAccount, {
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

async function toBePaid() {
  const caller = world.as(world.tokenOf(buyer))
  const purchase = await caller.call(trade.placePurchase, {
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
      expectedTotal: { amount: 3650 + 800, currency: 'CNY' },
    },
    idempotencyKey: key(),
  })
  const payment = await caller.call(trade.startPayment, {
    params: { ...params(), purchaseId: purchase.id },
    body: { method: 'bank_transfer' },
    idempotencyKey: key(),
  })
  return { orderId: purchase.orders[0]?.id ?? '', reference: payment.reference ?? '' }
}

const receipt = (reference: string, amount = 4450) => ({
  params: params(),
  body: {
    bankRef: `T${++keys}`,
    reference,
    payer: '南昌贝乐',
    amount,
    currency: 'CNY' as const,
    receivedOn: '2026-11-24',
  },
  idempotencyKey: key(),
})

async function paid() {
  const { orderId, reference } = await toBePaid()
  expect((await world.as(neutral).call(contract.recordBankReceipt, receipt(reference))).state).toBe('matched')
  await world.work()
  return orderId
}

test('nobody enters or returns the money of a company they belong to, on either side; a colleague does', async () => {
  const { reference } = await toBePaid()
  for (const token of [ofBuyer, ofShop]) {
    expect(await world.as(token).refused(contract.recordBankReceipt, receipt(reference))).toMatchObject(
      refusedAs,
    )
    // What is nobody's is anybody's to enter.
    expect((await world.as(token).call(contract.recordBankReceipt, receipt('thank you'))).state).toBe(
      'unknown_reference',
    )
  }
  const short = await world.as(neutral).call(contract.recordBankReceipt, receipt(reference, 1))
  expect(short).toMatchObject({ state: 'underpaid', actions: ['return'], withheld: null })
  const ofReceipt = { ...params(), receipt: short.id }
  for (const token of [ofBuyer, ofShop]) {
    const listed = await world.as(token).call(contract.listBankReceipts, { params: params(), query: {} })
    expect(listed.items.find((each) => each.id === short.id)).toMatchObject({
      actions: [],
      withheld: 'payments/own-matter',
    })
    const refusal = await world
      .as(token)
      .refused(contract.returnBankReceipt, { params: ofReceipt, body: { note: 'x' }, idempotencyKey: key() })
    expect(refusal).toMatchObject(refusedAs)
  }
  const sent = { params: ofReceipt, body: { note: 'B1' }, idempotencyKey: key() }
  expect((await world.as(neutral).call(contract.returnBankReceipt, sent)).state).toBe('returned')
  expect((await world.as(neutral).call(contract.recordBankReceipt, receipt(reference))).state).toBe('matched')
  await world.work()
  await expectSound(world.db.owner)
})

test('nobody marks a refund or a payment to a shop of a company they belong to; the desk says why', async () => {
  const cancelled = await paid()
  const caller = world.as(world.tokenOf(buyer))
  await caller.call(trade.cancelOrder, {
    params: { ...params(), orderId: cancelled },
    body: { reason: '订错' },
    idempotencyKey: key(),
  })
  const kept = await paid()
  const staff = world.as(world.person(shopOrganisation, 'staff'))
  const seen = await staff.call(trade.getOrder, { params: { ...params(), orderId: kept } })
  await staff.call(trade.shipOrder, {
    params: { ...params(), orderId: kept },
    body: {
      carrier: 'zhongtong',
      trackingNo: 'ZT773044',
      lines: [{ orderLineId: seen.products[0]?.lines[0]?.id ?? '', quantity: 1 }],
    },
    idempotencyKey: key(),
  })
  await caller.call(trade.confirmReceipt, {
    params: { ...params(), orderId: kept },
    body: {},
    idempotencyKey: key(),
  })
  await world.work()
  const query = { state: 'instructed' as const }
  for (const token of [ofBuyer, ofShop]) {
    const me = world.as(token)
    const [refund] = (await me.call(contract.listRefunds, { params: params(), query })).items
    const [payout] = (await me.call(contract.listPayouts, { params: params(), query })).items
    expect(refund).toMatchObject({ actions: [], withheld: 'payments/own-matter' })
    expect(payout).toMatchObject({ actions: [], withheld: 'payments/own-matter' })
    const body = { bankRef: 'B2' }
    for (const bare of [false, true]) {
      // Without the policy the database refuses in the same words.
      removed.policy = bare
      const ofRefund = { params: { ...params(), refund: refund?.id ?? '' }, body, idempotencyKey: key() }
      expect(await me.refused(contract.markRefundPaid, ofRefund)).toMatchObject(refusedAs)
      const ofPayout = { params: { ...params(), payout: payout?.id ?? '' }, body, idempotencyKey: key() }
      expect(await me.refused(contract.markPayoutPaid, ofPayout)).toMatchObject(refusedAs)
    }
    removed.policy = false
  }
  const me = world.as(neutral)
  const [refund] = (await me.call(contract.listRefunds, { params: params(), query })).items
  const [payout] = (await me.call(contract.listPayouts, { params: params(), query })).items
  expect(payout).toMatchObject({ actions: ['mark-paid'], withheld: null, shopName: { zh: '小海豚童装' } })
  const sent = { params: { ...params(), refund: refund?.id ?? '' }, body: { bankRef: 'B3' } }
  expect((await me.call(contract.markRefundPaid, { ...sent, idempotencyKey: key() })).state).toBe('paid')
  const out = { params: { ...params(), payout: payout?.id ?? '' }, body: { bankRef: 'B4' } }
  expect((await me.call(contract.markPayoutPaid, { ...out, idempotencyKey: key() })).state).toBe('paid')
  await expectSound(world.db.owner)
})

// Last in the file: it takes the controls away.
test('twin: without policy and constraint a company says itself that it has paid', async () => {
  const { reference } = await toBePaid()
  removed.policy = true
  try {
    expect(await world.as(ofBuyer).refused(contract.recordBankReceipt, receipt(reference))).toMatchObject(
      refusedAs,
    )
    await world.db.spoil()
    await world.db.owner.drizzle.execute(sql`drop trigger bank_receipts_own_matter on bank_receipts`)
    const entered = await world.as(ofBuyer).call(contract.recordBankReceipt, receipt(reference))
    expect(entered.state).toBe('matched')
  } finally {
    removed.policy = false
  }
})
