import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cells, romper } from '#server/modules/catalogue/testing/drafts.ts'
import { inMarket } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { type TestApp, testApp } from '#server/platform/testing/app.ts'
import { enterpriseWithShop, openedMarket, signedUpPerson } from '#server/platform/testing/builders.ts'
import { expectSound } from '#server/platform/testing/oracle.ts'
import { createAddress } from '#shared/accounts/contract.ts'
import { getProduct } from '#shared/catalogue/contract.ts'
import * as payments from '#shared/payments/contract.ts'
import * as contract from '#shared/trade/contract.ts'

// The other tests of trade stand on rows; this one goes through the wiring of the whole program.

let world: TestApp
beforeAll(async () => {
  world = await testApp()
})
afterAll(() => world?.close())

test('a company buys in a real market, pays by bank transfer, and the shop is paid by instruction', async () => {
  const market = await openedMarket(world)
  const seller = await enterpriseWithShop(world, market)
  const productId = newId('product')
  const skuId = await inMarket(world.resources.database, market.id, async (tx) => {
    const draft = romper('KT-2618', { skus: cells(1, ['90'], 200) })
    await world.wiring.catalogue.insertProducts(
      tx,
      market.id,
      [{ id: productId, shopId: seller.shopId, draft, status: 'listed', listedAt: new Date().toISOString() }],
      { personId: null, at: new Date() },
    )
    const { rows } = await tx.execute<{ id: string }>(
      sql`select id from skus where product_id = ${productId}`,
    )
    return rows[0]?.id ?? ''
  })
  const buyer = await signedUpPerson(world)
  const address = await buyer.as.call(createAddress, {
    params: { organisationId: buyer.organisationId },
    body: {
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
    },
  })
  const params = { market: market.slug }
  const soldOnPage = async () => {
    await world.wiring.trade.countSales(market.id)
    await world.work()
    return (await buyer.as.call(getProduct, { params: { product: productId } })).sold30d
  }
  const put = await buyer.as.call(contract.putCartLine, {
    params,
    body: { productId, cells: [{ skuId, quantity: 120 }] },
  })
  expect(put.shops[0]?.lines[0]).toMatchObject({ amount: 120 * 2900, issues: [] })
  const purchase = await buyer.as.call(contract.placePurchase, {
    params,
    body: {
      cartVersion: put.version,
      addressId: address.id,
      expectedTotal: { amount: 120 * 2900, currency: 'CNY' },
    },
    idempotencyKey: 'whole-purchase-0001',
  })
  expect(purchase).toMatchObject({ state: 'awaiting_payment', actions: ['pay', 'cancel'], methods: [] })
  expect(await soldOnPage(), 'nothing is paid yet').toBe(0)
  const account = {
    institution: { zh: '存管银行', en: 'Custody bank' },
    accountName: '交易资金存管专户',
    accountNumber: '6230000000001234',
    bankName: '石狮支行',
    bankCode: null,
  }
  const stranger = await signedUpPerson(world)
  expect((await stranger.as.refused(payments.putBankAccount, { params, body: account })).status).toBe(404)
  await market.office.as.call(payments.putBankAccount, { params, body: account })
  const ofPurchase = { ...params, purchaseId: purchase.id }
  await buyer.as.call(contract.startPayment, {
    params: ofPurchase,
    body: { method: 'bank_transfer' },
    idempotencyKey: 'whole-payment-00001',
  })
  const { reference } = await buyer.as.call(contract.getBankInstructions, { params: ofPurchase })
  const receipt = await market.office.as.call(payments.recordBankReceipt, {
    params,
    body: {
      bankRef: 'T1',
      reference,
      payer: '贝乐',
      amount: 120 * 2900,
      currency: 'CNY',
      receivedOn: '2026-11-24',
    },
    idempotencyKey: 'whole-receipt-00001',
  })
  expect(receipt.state).toBe('matched')
  await world.work()
  const orderId = purchase.orders[0]?.id ?? ''
  const order = await seller.as.call(contract.getOrder, { params: { ...params, orderId } })
  expect(order).toMatchObject({ state: 'secured', actions: ['start-production', 'ship', 'cancel'] })
  expect(await soldOnPage(), 'what is paid counts as sold').toBe(120)
  await seller.as.call(contract.shipOrder, {
    params: { ...params, orderId },
    body: {
      carrier: 'zhongtong',
      trackingNo: 'ZT773044',
      lines: [{ orderLineId: order.products[0]?.lines[0]?.id ?? '', quantity: 120 }],
    },
    idempotencyKey: 'whole-ship-00000001',
  })
  await buyer.as.call(contract.confirmReceipt, {
    params: { ...params, orderId },
    body: {},
    idempotencyKey: 'whole-confirm-00001',
  })
  await world.work()
  const [payout] = (await market.office.as.call(payments.listPayouts, { params, query: {} })).items
  expect(payout).toMatchObject({
    state: 'instructed',
    amount: { amount: 120 * 2900 },
    actions: ['mark-paid'],
  })
  await market.office.as.call(payments.markPayoutPaid, {
    params: { ...params, payout: payout?.id ?? '' },
    body: { bankRef: 'B7' },
    idempotencyKey: 'whole-payout-000001',
  })
  const money = await seller.as.call(payments.getShopMoney, { params: { ...params, shopId: seller.shopId } })
  expect(money).toMatchObject({ payable: { amount: 0 }, paidOut: { amount: 120 * 2900 } })
  expect(
    (await market.supervisor.as.call(contract.getOrder, { params: { ...params, orderId } })).actions,
  ).toEqual([])
  expect((await stranger.as.refused(contract.getOrder, { params: { ...params, orderId } })).status).toBe(404)
  await expectSound(world.db.owner)
})
