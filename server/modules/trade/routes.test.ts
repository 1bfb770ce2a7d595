import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { cells } from '#server/modules/catalogue/testing/drafts.ts'
import { expectSound } from '#server/platform/testing/oracle.ts'
import {
  type Buyer,
  type Stocked,
  type TradeWorld,
  tradeWorld,
} from '#server/platform/testing/trade-world.ts'
import * as paymentsContract from '#shared/payments/contract.ts'
import * as contract from '#shared/trade/contract.ts'
import type { ShopWithTerms } from './needs.ts'

let world: TradeWorld
let shop: ShopWithTerms
let other: ShopWithTerms
let romper: Stocked
let trousers: Stocked
let buyer: Buyer
let keys = 0
const key = () => `test-key-0000000000-${++keys}`

beforeAll(async () => {
  world = await tradeWorld()
  shop = await world.addShop()
  other = await world.addShop({ zh: '晨雨童装', en: 'Morning Rain' })
  romper = await world.addProduct(shop, 500)
  trousers = await world.addProduct(other, 500)
  buyer = await world.addBuyer()
})
afterAll(() => world?.close())
afterEach(() => expectSound(world.db.owner))

const params = () => ({ market: world.market.slug })
const cellsOf = ({ productId, skuIds }: Stocked, quantity: number) => ({
  productId,
  kind: 'stock' as const,
  cells: skuIds.map((skuId) => ({ skuId, quantity })),
})

async function place(lines: ReturnType<typeof cellsOf>[], who = buyer) {
  const caller = world.as(world.tokenOf(who))
  const preview = await caller.call(contract.previewPurchase, {
    params: params(),
    body: { lines, addressId: who.addressId },
  })
  if (preview.total === null) throw new Error('no total')
  const body = { lines, addressId: who.addressId, expectedTotal: preview.total }
  return caller.call(contract.placePurchase, { params: params(), body, idempotencyKey: key() })
}

async function payByCard(purchaseId: string) {
  const caller = world.as(world.tokenOf(buyer))
  const payment = await caller.call(contract.startPayment, {
    params: { ...params(), purchaseId },
    body: { method: 'stripe' },
    idempotencyKey: key(),
  })
  const sessionId = payment.redirectUrl?.split('/').at(-1) ?? ''
  world.sandbox.pay(sessionId)
  await world.sandbox.delivered()
  await world.work()
  return payment
}

test('all 400 SKUs of a style are put into the cart, bought, and held, each once', async () => {
  const sizes = Array.from({ length: 20 }, (_, index) => String(60 + index * 5))
  const wide = await world.addProduct(shop, 0, { skus: cells(20, sizes, 10) })
  expect(wide.skuIds).toHaveLength(400)
  const caller = world.as(world.tokenOf(buyer))
  const cart = await caller.call(contract.putCartLine, { params: params(), body: cellsOf(wide, 3) })
  expect(cart.shops[0]?.lines[0]).toMatchObject({ quantity: 1200, amount: 1200 * 3650, issues: [] })
  const known = await caller.call(contract.getCart, {
    params: params(),
    query: { addressId: buyer.addressId },
  })
  if (known.total === null) throw new Error('no total')
  const purchase = await caller.call(contract.placePurchase, {
    params: params(),
    body: { cartVersion: known.version, addressId: buyer.addressId, expectedTotal: known.total },
    idempotencyKey: key(),
  })
  const orderId = purchase.orders[0]?.id ?? ''
  const order = await caller.call(contract.getOrder, { params: { ...params(), orderId } })
  expect(order.products[0]?.lines).toHaveLength(400)
  const held = await world.inTransaction((tx) =>
    tx.execute<{ reserved: number }>(sql`select k.reserved from skus s
      join stock k on k.market_id = s.market_id and k.sku_id = s.id where s.product_id = ${wide.productId}`),
  )
  expect(held.rows.map(({ reserved }) => reserved)).toEqual(Array(400).fill(3))
})

test('from the cart to the money in the shop’s account, with goods sent in two parts', async () => {
  const caller = world.as(world.tokenOf(buyer))
  await caller.call(contract.putCartLine, { params: params(), body: cellsOf(romper, 12) })
  const cart = await caller.call(contract.putCartLine, {
    params: params(),
    body: { ...cellsOf(trousers, 5), add: true },
  })
  expect(cart.shops.map((each) => each.goods.amount).sort()).toEqual([12 * 3650, 5 * 3650].sort())
  const known = await caller.call(contract.getCart, {
    params: params(),
    query: { addressId: buyer.addressId },
  })
  expect(known.freight).toEqual({ amount: 1000 + 800, currency: 'CNY' })
  if (known.total === null) throw new Error('no total')
  const purchase = await caller.call(contract.placePurchase, {
    params: params(),
    body: { cartVersion: known.version, addressId: buyer.addressId, expectedTotal: known.total },
    idempotencyKey: key(),
  })
  expect(purchase.number).toMatch(/^JS\d{6}-\d{4}$/)
  expect(purchase.orders).toHaveLength(2)
  expect((await caller.call(contract.getCart, { params: params() })).shops).toEqual([])

  await payByCard(purchase.id)
  const paid = await caller.call(contract.getPurchase, { params: { ...params(), purchaseId: purchase.id } })
  expect(paid.state).toBe('paid')
  expect(paid.orders.map((order) => order.state)).toEqual(['secured', 'secured'])

  const order = paid.orders.find((each) => each.shop.id === shop.id)
  if (order === undefined) throw new Error('no order')
  const staff = world.as(world.person(shop.organisationId, 'staff'))
  const ofOrder = { ...params(), orderId: order.id }
  const seen = await staff.call(contract.getOrder, { params: ofOrder })
  const lineId = seen.products[0]?.lines[0]?.id ?? ''
  const send = (quantity: number) =>
    staff.call(contract.shipOrder, {
      params: ofOrder,
      body: { carrier: 'zhongtong', trackingNo: 'ZT7730441802', lines: [{ orderLineId: lineId, quantity }] },
      idempotencyKey: key(),
    })
  expect((await send(7)).state).toBe('partly_shipped')
  const last = await send(5)
  expect(last.state).toBe('shipped')

  const first = await caller.call(contract.receiveShipment, {
    params: { ...ofOrder, shipmentId: last.shipments[0]?.id ?? '' },
    body: { lines: [{ orderLineId: lineId, quantity: 6 }] },
    idempotencyKey: key(),
  })
  expect(first.short.amount).toBe(3650)
  await caller.call(contract.confirmReceipt, { params: ofOrder, body: {}, idempotencyKey: key() })
  await world.work()
  const half = await caller.call(contract.getOrder, { params: ofOrder })
  expect(half).toMatchObject({
    state: 'received',
    held: { amount: 3650 },
    released: { amount: 12 * 3650 + 1000 - 3650 },
  })

  await staff.call(contract.refundShortage, {
    params: ofOrder,
    body: { note: '少装一件' },
    idempotencyKey: key(),
  })
  await world.work()
  const done = await caller.call(contract.getOrder, { params: ofOrder })
  expect(done).toMatchObject({
    state: 'completed',
    held: { amount: 0 },
    refunded: { amount: 3650 },
    payout: { state: 'paid' },
  })
  expect(done.timeline.map((entry) => entry.what)).toEqual([
    'release',
    'shortage_refunded',
    'part_released',
    'confirm',
    'receive',
    'receive',
    'ship_rest',
    'ship_part',
    'settle',
    'place',
  ])
  const owner = world.as(world.person(shop.organisationId, 'owner'))
  const money = await owner.call(paymentsContract.getShopMoney, { params: { ...params(), shopId: shop.id } })
  expect(money).toMatchObject({
    held: { amount: 0 },
    payable: { amount: 0 },
    paidOut: { amount: 12 * 3650 + 1000 - 3650 },
  })
  expect(world.sandbox.objects('transfer')).toHaveLength(1)
})

test('a total that is not what the buyer accepted is refused with the new one, and prices cannot be sent', async () => {
  const caller = world.as(world.tokenOf(buyer))
  const body = {
    lines: [cellsOf(romper, 3)],
    addressId: buyer.addressId,
    expectedTotal: { amount: 1, currency: 'CNY' as const },
  }
  const refusal = await caller.refused(contract.placePurchase, {
    params: params(),
    body,
    idempotencyKey: key(),
  })
  expect(refusal).toMatchObject({
    status: 409,
    code: 'trade/total-changed',
    facts: { total: 3 * 3650 + 800 },
  })
  const priced = { ...body, lines: [{ ...cellsOf(romper, 3), unitPrice: 1 }] }
  const invalid = await caller.refused(contract.placePurchase, {
    params: params(),
    body: priced,
    idempotencyKey: key(),
  })
  expect(invalid.code).toBe('request/invalid')
})

test('the same key gives the same purchase; another body under it is refused', async () => {
  const caller = world.as(world.tokenOf(buyer))
  const body = {
    lines: [cellsOf(romper, 2)],
    addressId: buyer.addressId,
    expectedTotal: { amount: 2 * 3650 + 800, currency: 'CNY' as const },
  }
  const idempotencyKey = key()
  const first = await caller.call(contract.placePurchase, { params: params(), body, idempotencyKey })
  const again = await caller.call(contract.placePurchase, { params: params(), body, idempotencyKey })
  expect(again.id).toBe(first.id)
  const refusal = await caller.refused(contract.placePurchase, {
    params: params(),
    body: { ...body, remark: 'x' },
    idempotencyKey,
  })
  expect(refusal.code).toBe('request/idempotency-key-reused')
})

test('a key that began a payment, or gave a purchase up, is not taken for another one', async () => {
  const caller = world.as(world.tokenOf(buyer))
  const [one, two] = [await place([cellsOf(romper, 1)]), await place([cellsOf(romper, 1)])]
  const of = (purchaseId: string) => ({ params: { ...params(), purchaseId } })
  const idempotencyKey = key()
  const pay = (purchaseId: string) => ({
    ...of(purchaseId),
    body: { method: 'stripe' as const },
    idempotencyKey,
  })
  const first = await caller.call(contract.startPayment, pay(one.id))
  expect((await caller.call(contract.startPayment, pay(one.id))).id).toBe(first.id)
  expect((await caller.refused(contract.startPayment, pay(two.id))).code).toBe(
    'request/idempotency-key-reused',
  )
  const giveUp = { ...of(two.id), idempotencyKey: key() }
  const gone = await caller.call(contract.cancelPurchase, { ...giveUp, body: { reason: '' } })
  expect((await caller.call(contract.cancelPurchase, { ...giveUp, body: { reason: '' } })).state).toBe(
    gone.state,
  )
  expect((await caller.refused(contract.cancelPurchase, { ...giveUp, body: { reason: 'other' } })).code).toBe(
    'request/idempotency-key-reused',
  )
  // The same key under another route is another request.
  expect(
    (await caller.call(contract.cancelPurchase, { ...of(two.id), body: {}, idempotencyKey })).state,
  ).toBe('cancelled')
})

test('what is refused is said in the reader’s language', async () => {
  const refused = async (language: string) => {
    const answer = await world.app.inject({
      method: 'POST',
      url: `/api/v1/markets/${world.market.slug}/purchases`,
      headers: {
        authorization: `Bearer ${world.tokenOf(buyer)}`,
        'idempotency-key': key(),
        'accept-language': language,
      },
      payload: {
        lines: [cellsOf(romper, 900_000)],
        addressId: buyer.addressId,
        expectedTotal: { amount: 1, currency: 'CNY' },
      },
    })
    return (answer.json() as { errors: { code: string; message: string }[] }).errors[0]
  }
  expect(await refused('zh')).toMatchObject({
    code: 'trade/not-enough-stock',
    message: expect.stringMatching(/库存/),
  })
  expect(await refused('en')).toMatchObject({
    code: 'trade/not-enough-stock',
    message: expect.stringMatching(/in stock/),
  })
})

test('a company does not buy from its own shop', async () => {
  const owner = world.as(world.person(shop.organisationId, 'owner'))
  const body = {
    lines: [cellsOf(romper, 1)],
    addressId: world.addressFor(shop.organisationId),
    expectedTotal: { amount: 4450, currency: 'CNY' as const },
  }
  const refusal = await owner.refused(contract.placePurchase, {
    params: params(),
    body,
    idempotencyKey: key(),
  })
  expect(refusal.code).toBe('trade/own-goods')
})

test('strangers find nothing; a viewer sees and may not act; a foreign shop does not see the order', async () => {
  const purchase = await place([cellsOf(romper, 1)])
  const orderId = purchase.orders[0]?.id ?? ''
  const stranger = world.as(world.person((await world.addBuyer()).organisationId, 'owner'))
  for (const who of [stranger, world.as(world.person(other.organisationId, 'owner'))]) {
    expect((await who.refused(contract.getOrder, { params: { ...params(), orderId } })).status).toBe(404)
    expect(
      (await who.refused(contract.getPurchase, { params: { ...params(), purchaseId: purchase.id } })).status,
    ).toBe(404)
    expect(
      (await who.refused(contract.listShopOrders, { params: { ...params(), shopId: shop.id } })).status,
    ).toBe(404)
    expect(
      (await who.refused(paymentsContract.getShopMoney, { params: { ...params(), shopId: shop.id } })).status,
    ).toBe(404)
  }
  const viewer = world.as(world.person(buyer.organisationId, 'viewer'))
  expect(
    (await viewer.call(contract.getPurchase, { params: { ...params(), purchaseId: purchase.id } })).actions,
  ).toEqual([])
  const refusal = await viewer.refused(contract.cancelPurchase, {
    params: { ...params(), purchaseId: purchase.id },
    body: {},
    idempotencyKey: key(),
  })
  expect(refusal.status).toBe(403)
})

test('a bank transfer pays by its reference; too little, too much and unknown ones are named and pay nothing', async () => {
  const settler = world.as(world.person((await world.addBuyer()).organisationId, 'owner', ['settle']))
  const caller = world.as(world.tokenOf(buyer))
  const account = {
    institution: { zh: '泉州银行（存管）', en: 'Bank of Quanzhou, custody' },
    accountName: '石狮市童衣汇市场交易资金存管专户',
    accountNumber: '6230000000001234',
    bankName: '泉州银行石狮支行',
    bankCode: '313397000000',
  }
  await settler.call(paymentsContract.putBankAccount, { params: params(), body: account })
  const purchase = await place([cellsOf(romper, 4)])
  const ofPurchase = { ...params(), purchaseId: purchase.id }
  await caller.call(contract.startPayment, {
    params: ofPurchase,
    body: { method: 'bank_transfer' },
    idempotencyKey: key(),
  })
  const instructions = await caller.call(contract.getBankInstructions, { params: ofPurchase })
  const receipt = (bankRef: string, amount: number, reference = instructions.reference) =>
    settler.call(paymentsContract.recordBankReceipt, {
      params: params(),
      body: { bankRef, reference, payer: '南昌贝乐', amount, currency: 'CNY', receivedOn: '2026-11-24' },
      idempotencyKey: key(),
    })
  expect((await receipt('T1', purchase.total.amount - 1)).state).toBe('underpaid')
  expect((await receipt('T2', purchase.total.amount + 1)).state).toBe('overpaid')
  expect((await receipt('T3', purchase.total.amount, 'thank you')).state).toBe('unknown_reference')
  expect((await caller.call(contract.getPurchase, { params: ofPurchase })).state).toBe('awaiting_payment')
  expect(
    (await receipt('T4', purchase.total.amount, `货款 ${instructions.reference.toLowerCase()}`)).state,
  ).toBe('matched')
  await world.work()
  expect((await caller.call(contract.getPurchase, { params: ofPurchase })).state).toBe('paid')
  expect((await receipt('T5', purchase.total.amount)).state).toBe('already_paid')
  const twice = await settler.refused(paymentsContract.recordBankReceipt, {
    params: params(),
    body: { bankRef: 'T4', reference: 'x', payer: 'x', amount: 1, currency: 'CNY', receivedOn: '2026-11-24' },
    idempotencyKey: key(),
  })
  expect(twice.code).toBe('payments/receipt-known')
})

test('a paid order that is cancelled before dispatch gives money and stock back', async () => {
  const purchase = await place([cellsOf(trousers, 9)])
  await payByCard(purchase.id)
  const caller = world.as(world.tokenOf(buyer))
  const orderId = purchase.orders[0]?.id ?? ''
  const cancelled = await caller.call(contract.cancelOrder, {
    params: { ...params(), orderId },
    body: { reason: '款式订错' },
    idempotencyKey: key(),
  })
  expect(cancelled).toMatchObject({
    state: 'cancelled',
    refunded: purchase.total,
    held: { amount: 0 },
    actions: [],
  })
  await world.work()
  const refunds = world.sandbox.objects('refund')
  expect(refunds.at(-1)).toMatchObject({ amount: purchase.total.amount })
})

test('the clock closes what is not paid and confirms what nobody confirmed', async () => {
  const unpaid = await place([cellsOf(romper, 1)])
  const paid = await place([cellsOf(romper, 2)])
  await payByCard(paid.id)
  const orderId = paid.orders[0]?.id ?? ''
  const staff = world.as(world.person(shop.organisationId, 'staff'))
  const seen = await staff.call(contract.getOrder, { params: { ...params(), orderId } })
  await staff.call(contract.shipOrder, {
    params: { ...params(), orderId },
    body: {
      carrier: 'shunfeng',
      trackingNo: 'SF1234567890',
      lines: [{ orderLineId: seen.products[0]?.lines[0]?.id ?? '', quantity: 2 }],
    },
    idempotencyKey: key(),
  })
  world.clock.advance(25 * 3_600_000)
  await world.trade.runClocks()
  const caller = world.as(world.tokenOf(buyer))
  expect(
    (await caller.call(contract.getPurchase, { params: { ...params(), purchaseId: unpaid.id } })).state,
  ).toBe('expired')
  expect((await caller.call(contract.getOrder, { params: { ...params(), orderId } })).state).toBe('shipped')
  world.clock.advance(7 * 24 * 3_600_000)
  await world.trade.runClocks()
  const confirmed = await caller.call(contract.getOrder, { params: { ...params(), orderId } })
  expect(
    confirmed.timeline.some((entry) => entry.what === 'auto_confirm' && entry.by.side === 'system'),
  ).toBe(true)
  const today = await staff.call(contract.getShopToday, { params: { ...params(), shopId: shop.id } })
  const tabs = await staff.call(contract.listShopOrders, {
    params: { ...params(), shopId: shop.id },
    query: { tab: 'to_ship' },
  })
  expect(today.toShip.count).toBe(tabs.counts.to_ship)
  expect(tabs.items).toHaveLength(tabs.counts.to_ship ?? -1)
})
