import { sql } from 'drizzle-orm'
import sharp from 'sharp'
import { cells, reportFor, romper } from '#server/modules/catalogue/testing/drafts.ts'
import { createAddress, invite, signOut } from '#shared/accounts/contract.ts'
import * as catalogue from '#shared/catalogue/contract.ts'
import { uploadImport } from '#shared/catalogue/import-contract.ts'
import { putIdentity, uploadDocument } from '#shared/enterprises/contract.ts'
import * as payments from '#shared/payments/contract.ts'
import { apply, submitApplication } from '#shared/shops/contract.ts'
import * as trade from '#shared/trade/contract.ts'
import { inMarket, transact } from '../db.ts'
import type { TestApp } from './app.ts'
import {
  colleague,
  type EnterpriseShop,
  enterpriseWithShop,
  type OpenedMarket,
  openedMarket,
  type SignedUp,
  signedUpPerson,
  testIdentity,
} from './builders.ts'

/** Everything that a tenant has and that nobody else may see; each text carries the tenant's canary. */
export type Side = {
  canary: string
  slug: string
  shop: EnterpriseShop
  company: SignedUp
  applicant: SignedUp
  ids: Record<SideId, string>
}
const sideIds = [
  'organisation',
  'enterprise',
  'applicantOrganisation',
  'member',
  'invitation',
  'session',
  'address',
  'document',
  'application',
  'applicationDocument',
  'shopId',
  'draft',
  'listed',
  'sku',
  'waiting',
  'media',
  'report',
  'import',
  'purchase',
  'order',
  'securedOrder',
  'shippedOrder',
  'orderLine',
  'shippedLine',
  'shipment',
  'payout',
  'refund',
  'receipt',
] as const
export type SideId = (typeof sideIds)[number]

let serial = 0
/** A key for a call that moves money or stock. */
export const freshKey = (): string => `sweep-key-${String(++serial).padStart(8, '0')}`

export const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 80, channels: 3, background: '#ffffff' } })
    .jpeg()
    .toBuffer()

export const place = {
  kind: 'china',
  provinceCode: '360000',
  cityCode: '360100',
  districtCode: '360102',
  names: '江西省 南昌市 东湖区',
} as const

/** Fills a market with one tenant of each kind, all through the API, so that every table behind it has rows of theirs. */
export async function buildSide(world: TestApp, market: OpenedMarket, canary: string): Promise<Side> {
  const params = { market: market.slug }
  const shop = await enterpriseWithShop(world, market)
  const company = await signedUpPerson(world, { name: `采购 ${canary}` })
  const applicant = await signedUpPerson(world, { kind: 'enterprise' })
  const goods = await sellerThings(world, { canary, shop, params })
  const people = await companyThings(world, company, canary)
  const admission = await applicantThings(applicant, canary, params)
  const money = await tradeThings(world, market, { canary, shop, company, goods, addressId: people.address })
  const document = await shop.as.call(uploadDocument, {
    params: { organisationId: shop.organisationId },
    query: { kind: 'other' },
    body: (await picture()) as never,
  })
  return {
    canary,
    slug: market.slug,
    shop,
    company,
    applicant,
    ids: {
      organisation: company.organisationId,
      enterprise: shop.organisationId,
      applicantOrganisation: applicant.organisationId,
      shopId: shop.shopId,
      document: document.id,
      ...goods,
      ...people,
      ...admission,
      ...money,
    },
  }
}

type Selling = { canary: string; shop: EnterpriseShop; params: { market: string } }

async function sellerThings(world: TestApp, { canary, shop, params }: Selling) {
  const where = { ...params, shop: shop.shopId }
  const named = (style: string) =>
    romper(`${canary}-${style}`, {
      title: { zh: `连体衣 ${canary}`, en: '' },
      moq: 1,
      tiers: [{ minQuantity: 1, unitPrice: 3650 }],
      skus: cells(1, ['90'], 500),
    })
  const media = await shop.as.call(catalogue.uploadMedia, {
    params: where,
    query: { altZh: canary },
    body: (await picture()) as never,
  })
  const draft = await shop.as.call(catalogue.createProduct, { params: where, body: named('D') })
  const report = await shop.as.call(catalogue.createTestReport, {
    params: where,
    body: { ...reportFor([`${canary}-W`, `${canary}-L`]), number: `R-${canary}` },
  })
  const submitted = async (style: string) => {
    const body = { ...named(style), mediaIds: [media.id] }
    const made = await shop.as.call(catalogue.createProduct, { params: where, body })
    return shop.as.call(catalogue.submitProduct, {
      params: { ...where, product: made.id },
      body: { version: made.version },
    })
  }
  const waiting = await submitted('W')
  const forSale = await submitted('L')
  const office = await marketOffice(world, params.market)
  const listed = await office.as.call(catalogue.approveListing, {
    params: { ...params, product: forSale.id },
    body: { version: forSale.version },
  })
  const list = await shop.as.call(uploadImport, {
    params: where,
    query: { fileName: `${canary}.csv` },
    body: Buffer.from(
      `货号,品名,类目,颜色,尺码,批发价,起订量,库存,成分\r\n${canary}-I,连体衣 ${canary},连体衣,雾蓝,90,32.00,10,50,棉100%`,
    ) as never,
  })
  await world.work()
  return {
    media: media.id,
    draft: draft.id,
    report: report.id,
    waiting: waiting.id,
    listed: listed.id,
    sku: listed.skus[0]?.id ?? '',
    import: list.id,
  }
}

const offices = new Map<string, SignedUp>()
/** Opens a market whose office the builders of its sides find again. */
export async function sweptMarket(world: TestApp): Promise<OpenedMarket> {
  const market = await openedMarket(world)
  offices.set(market.slug, market.office)
  await market.office.as.call(payments.putBankAccount, {
    params: { market: market.slug },
    body: bankAccount,
  })
  return market
}
async function marketOffice(_world: TestApp, slug: string): Promise<SignedUp> {
  const office = offices.get(slug)
  if (!office) throw new Error(`${slug} was not opened by sweptMarket`)
  return office
}

export const bankAccount = {
  institution: { zh: '存管银行', en: 'Custody bank' },
  accountName: '交易资金存管专户',
  accountNumber: '6230000000001234',
  bankName: '石狮支行',
  bankCode: null,
}

async function companyThings(world: TestApp, company: SignedUp, canary: string) {
  const { organisationId } = company
  const address = await company.as.call(createAddress, {
    params: { organisationId },
    body: { recipient: `刘芸 ${canary}`, phone: '13800000000', place, street: canary },
  })
  const member = await colleague(world, organisationId, 'staff')
  const invitation = await company.as.call(invite, {
    params: { organisationId },
    body: { email: `${canary.toLowerCase()}@example.com`, role: 'viewer' },
  })
  const session = await transact(world.resources.database, (tx) =>
    world.wiring.accounts.startSession(tx, company.personId, canary),
  )
  const payload = JSON.parse(
    Buffer.from(session.accessToken.split('.')[1] ?? '', 'base64url').toString(),
  ) as {
    sid: string
  }
  return {
    address: address.id,
    member: member.personId,
    invitation: invitation.id,
    session: payload.sid,
  }
}

async function applicantThings(applicant: SignedUp, canary: string, params: { market: string }) {
  const { organisationId } = applicant
  await applicant.as.call(putIdentity, { params: { organisationId }, body: testIdentity() })
  const licence = await applicant.as.call(uploadDocument, {
    params: { organisationId },
    query: { kind: 'business_licence' },
    body: (await picture()) as never,
  })
  const application = await applicant.as.call(apply, { params, body: applicationOf(organisationId, canary) })
  await applicant.as.call(submitApplication, { params: { ...params, applicationId: application.id } })
  return { application: application.id, applicationDocument: licence.id }
}

export const applicationOf = (organisationId: string, canary: string) => ({
  organisationId,
  shopName: { zh: '海之星', en: '' },
  introduction: { zh: canary, en: '' },
  categoryIds: ['childrens-wear'],
  contactName: canary,
  contactPhone: '13800000000',
  boothWish: '',
})

type Buying = Omit<Selling, 'params'> & {
  company: SignedUp
  goods: { listed: string; sku: string }
  addressId: string
}

/** Purchases at every stage: unpaid with an open transfer, secured, shipped, completed with a payout, cancelled with a refund. */
async function tradeThings(world: TestApp, market: OpenedMarket, buying: Buying) {
  const { canary, shop, company, goods, addressId } = buying
  const params = { market: market.slug }
  const place = async (quantity: number) =>
    company.as.call(trade.placePurchase, {
      params,
      body: {
        lines: [{ productId: goods.listed, cells: [{ skuId: goods.sku, quantity }] }],
        addressId,
        expectedTotal: { amount: quantity * 3650, currency: 'CNY' },
        remark: canary,
        buyerReference: canary,
      },
      idempotencyKey: freshKey(),
    })
  const transfer = async (purchaseId: string) => {
    const ofPurchase = { ...params, purchaseId }
    await company.as.call(trade.startPayment, {
      params: ofPurchase,
      body: { method: 'bank_transfer' },
      idempotencyKey: freshKey(),
    })
    return company.as.call(trade.getBankInstructions, { params: ofPurchase })
  }
  const receipt = (reference: string, amount: number) =>
    market.office.as.call(payments.recordBankReceipt, {
      params,
      body: {
        bankRef: freshKey(),
        reference,
        payer: canary,
        amount,
        currency: 'CNY',
        receivedOn: '2026-11-24',
      },
      idempotencyKey: freshKey(),
    })
  const paid = async () => {
    const purchase = await place(2)
    const { reference } = await transfer(purchase.id)
    await receipt(reference, 7300)
    await world.work()
    const orderId = purchase.orders[0]?.id ?? ''
    return company.as.call(trade.getOrder, { params: { ...params, orderId } })
  }
  const shipped = async () => {
    const order = await paid()
    const lines = [{ orderLineId: order.products[0]?.lines[0]?.id ?? '', quantity: 2 }]
    return shop.as.call(trade.shipOrder, {
      params: { ...params, orderId: order.id },
      body: { carrier: 'zhongtong', trackingNo: 'ZT773044', note: canary, lines },
      idempotencyKey: freshKey(),
    })
  }
  const unpaid = await place(1)
  await transfer(unpaid.id)
  const secured = await paid()
  const sent = await shipped()
  const done = await shipped()
  await company.as.call(trade.confirmReceipt, {
    params: { ...params, orderId: done.id },
    body: {},
    idempotencyKey: freshKey(),
  })
  const cancelled = await paid()
  await shop.as.call(trade.cancelOrder, {
    params: { ...params, orderId: cancelled.id },
    body: { reason: `没有布料 ${canary}` },
    idempotencyKey: freshKey(),
  })
  await world.work()
  const strange = await receipt(`unknown ${canary}`, 100)
  await company.as.call(trade.putCartLine, {
    params,
    body: { productId: goods.listed, cells: [{ skuId: goods.sku, quantity: 3 }] },
  })
  const found = await inMarket(world.resources.database, market.id, async (tx) => {
    const { rows } = await tx.execute<{ payout: string; refund: string }>(
      sql`select (select id from payouts where order_id = ${done.id}) as payout,
        (select id from refunds where order_id = ${cancelled.id}) as refund`,
    )
    return rows[0]
  })
  return {
    purchase: unpaid.id,
    order: unpaid.orders[0]?.id ?? '',
    securedOrder: secured.id,
    shippedOrder: sent.id,
    orderLine: secured.products[0]?.lines[0]?.id ?? '',
    shippedLine: sent.products[0]?.lines[0]?.id ?? '',
    shipment: sent.shipments[0]?.id ?? '',
    payout: found?.payout ?? '',
    refund: found?.refund ?? '',
    receipt: strange.id,
  }
}

/** The principals of the table. Company, shop and applicant A, market 1 with office and supervisor, and their like elsewhere. */
export const principals = [
  'anonymous',
  'ended session',
  'company A owner',
  'company A viewer',
  'company B owner',
  'shop A owner',
  'shop A staff',
  'shop A viewer',
  'shop B owner',
  'applicant A',
  'office 1',
  'office 1 staff',
  'supervisor 1',
  'office 2',
  'supervisor 2',
  'platform admin',
] as const
export type Principal = (typeof principals)[number]

/** A token for each principal; null for nobody. */
export async function principalTokens(
  world: TestApp,
  parts: { a: Side; b: Side; one: OpenedMarket; two: OpenedMarket },
): Promise<Record<Principal, string | null>> {
  const { a, b, one, two } = parts
  const gone = await colleague(world, a.company.organisationId, 'owner')
  await gone.as.call(signOut, {})
  const member = async (organisationId: string, role: 'staff' | 'viewer') =>
    (await colleague(world, organisationId, role)).token
  return {
    anonymous: null,
    'ended session': gone.token,
    'company A owner': a.company.token,
    'company A viewer': await member(a.company.organisationId, 'viewer'),
    'company B owner': b.company.token,
    'shop A owner': a.shop.token,
    'shop A staff': await member(a.shop.organisationId, 'staff'),
    'shop A viewer': await member(a.shop.organisationId, 'viewer'),
    'shop B owner': b.shop.token,
    'applicant A': a.applicant.token,
    'office 1': one.office.token,
    'office 1 staff': await member(one.office.organisationId, 'staff'),
    'supervisor 1': one.supervisor.token,
    'office 2': two.office.token,
    'supervisor 2': two.supervisor.token,
    'platform admin': (await signedUpPerson(world, { platformAdmin: true })).token,
  }
}
