import type { Actor } from '#server/platform/actor.ts'
import { sqlState, type Tx, violatedConstraint } from '#server/platform/db.ts'
import { type IdempotencyClaim, once } from '#server/platform/idempotency.ts'
import { newId } from '#server/platform/ids.ts'
import { ProblemError } from '#server/platform/problems.ts'
import type { FieldProblem } from '#shared/problem.ts'
import { tradeProblems } from '#shared/problems/trade.ts'
import { inLocale, type Locale } from '#shared/text.ts'
import type { CheckoutBody, DemandLine } from '#shared/trade/shapes.ts'
import type { TradeContext } from '../context.ts'
import { placeNameOf, shipToOf } from '../domain/address.ts'
import { plusHours } from '../domain/clocks.ts'
import type { Judged, JudgedShop } from '../domain/judge.ts'
import type { AddressFacts, MarketFacts } from '../needs.ts'
import { mayBuy } from '../policy.ts'
import * as carts from '../store/carts.ts'
import {
  insertPlaced,
  type OrderLineRow,
  type OrderRow,
  type PlacedRows,
  type PurchaseRow,
} from '../store/checkout.ts'
import { takeSamples } from '../store/samples.ts'
import { buyerOf, demandOf } from './cart.ts'
import { judgeNow, productsOf } from './judging.ts'

type Placing = {
  market: MarketFacts
  actor: Actor
  body: CheckoutBody
  buyerId: string
  now: Date
  numbers: string[]
  purchaseId: string
  /** In which the refusal is said. */
  locale: Locale
}

/**
 * Places a purchase: one order per shop, all or nothing, in one transaction. What is asked are goods and quantities; prices and freight
 * are ours, frozen here, and must come to what the buyer accepted. Stock is taken last, so that its rows are locked for the shortest time.
 */
export async function placePurchase(
  context: TradeContext,
  market: MarketFacts,
  actor: Actor,
  body: CheckoutBody,
  claim: IdempotencyClaim,
  locale: Locale = 'zh',
): Promise<{ purchaseId: string }> {
  if (!mayBuy(actor)) throw new ProblemError('request/not-allowed')
  const now = context.clock.now()
  const buyerId = buyerOf(actor)
  const numbers = await context.takeNumbers(market.id, now, 1)
  const purchaseId = newId('purchase', now.getTime())
  const placing: Placing = { market, actor, body, buyerId, now, numbers, purchaseId, locale }
  const attempt = () =>
    once(context.database, market.id, claim, (tx) => place(context, tx, placing), { purchaseId })
  try {
    const { result } = await attempt().catch((error: unknown) => {
      // Another checkout of this company took the samples meanwhile: judged again, the line says how many are left.
      if (violatedConstraint(error) === 'sample_uses_within') return attempt()
      throw error
    })
    return result
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'catalogue/not-enough-stock')
      throw new ProblemError('trade/sold-out', error.facts, { cause: error })
    if (sqlState(error) === '23505' && violatedConstraint(error) === 'purchases_cart')
      throw new ProblemError('trade/cart-changed', {}, { cause: error })
    throw error
  }
}

async function place(context: TradeContext, tx: Tx, placing: Placing): Promise<{ purchaseId: string }> {
  const { market, body, buyerId } = placing
  const demand = await demandFor(tx, placing)
  const address = await context.lower.address(tx, buyerId, body.addressId)
  if (address === null) throw new ProblemError('trade/not-delivered')
  const { offers, keepSnapshots } = await context.catalogue.offersToPromise(tx, market.id, productsOf(demand))
  const judged = await judgeNow(context, tx, { market, buyerId }, demand, address, offers)
  demandOrderable(judged, placing)
  const [settlement, buyerName, snapshots] = [
    await context.payments.settlementOf(tx, market.id),
    await context.lower.organisationName(tx, buyerId),
    await keepSnapshots(judged.shops.flatMap(promisesOf)),
  ]
  const rows = placedRows(placing, judged, address, {
    buyerName: buyerName === null ? '' : inLocale(buyerName, 'zh'),
    commissionBps: settlement.commissionBps,
    payHours: context.payHours,
    snapshots,
  })
  await insertPlaced(tx, rows)
  await takeSamples(tx, { marketId: market.id, buyerId }, samplesOf(judged))
  if (body.lines === undefined)
    await carts.deleteCells(tx, { marketId: market.id, buyerId }, body.shopIds ?? null)
  await context.catalogue.holdStock(tx, market.id, rows.purchase.id, rows.lines)
  return { purchaseId: rows.purchase.id }
}

/** Goods and quantities: the cart at the version that the buyer saw, or the lines of the request. */
async function demandFor(tx: Tx, { market, body, buyerId }: Placing): Promise<DemandLine[]> {
  if (body.lines !== undefined) return body.lines
  const key = { marketId: market.id, buyerId }
  if (body.cartVersion === undefined) throw new ProblemError('trade/cart-empty')
  if (!(await carts.lockCartAt(tx, key, body.cartVersion))) throw new ProblemError('trade/cart-changed')
  const { cells } = await carts.readCart(tx, key)
  const chosen =
    body.shopIds === undefined ? cells : cells.filter((cell) => body.shopIds?.includes(cell.shopId))
  if (chosen.length === 0) throw new ProblemError('trade/cart-empty')
  return demandOf(chosen)
}

function demandOrderable(
  judged: Judged & { unknown: string[] },
  { body, market, locale, buyerId }: Placing,
): void {
  if (judged.unknown.length > 0) throw new ProblemError('trade/not-offered', { productIds: judged.unknown })
  const closed = judged.shops.flatMap((shop) => shop.issues).find((issue) => !issue.code.startsWith('shops/'))
  if (closed !== undefined) throw new ProblemError(closed.code)
  if (judged.shops.some((each) => each.shop.organisationId === buyerId))
    throw new ProblemError('trade/own-goods')
  const unreachable = judged.shops.filter((shop) => shop.freight.state === 'not-delivered')
  if (unreachable.length > 0)
    throw new ProblemError('trade/not-delivered', { shopIds: unreachable.map((each) => each.shop.id) })
  const errors: FieldProblem[] = judged.shops.flatMap((shop) =>
    shop.evaluated.lines.flatMap((line) =>
      line.issues.map((issue) => ({
        pointer: '/lines',
        code: issue.code,
        message: tradeProblems[issue.code][locale]({ ...issue.facts, currency: market.currency }),
        facts: { productId: line.productId, kind: line.kind, ...issue.facts },
      })),
    ),
  )
  if (errors.length > 0)
    throw new ProblemError('trade/cannot-be-ordered', { count: errors.length }, { errors })
  if (!judged.ok || judged.total === null) throw new ProblemError('trade/cart-empty')
  if (judged.total !== body.expectedTotal.amount || body.expectedTotal.currency !== market.currency)
    throw new ProblemError('trade/total-changed', {
      total: judged.total,
      goods: judged.goods,
      freight: judged.freight ?? 0,
      currency: market.currency,
      expected: body.expectedTotal.amount,
    })
}

const samplesOf = (judged: Judged) =>
  judged.shops.flatMap((shop) =>
    shop.lines.flatMap(({ offer, demand }, index) =>
      demand.kind === 'sample'
        ? [
            {
              productId: offer.productId,
              quantity: shop.evaluated.lines[index]?.quantity ?? 0,
              limit: offer.sampleLimit,
            },
          ]
        : [],
    ),
  )

/** What each product's snapshot says of the shop's terms. */
const promisesOf = ({ shop, lines }: JudgedShop) =>
  [...new Set(lines.map((line) => line.offer.productId))].map((productId) => ({
    productId,
    terms: { mixedBatch: shop.terms?.mixedBatch ?? null, dispatchDays: shop.terms?.dispatchDays ?? null },
  }))

type Frozen = {
  buyerName: string
  commissionBps: number
  payHours: number
  snapshots: ReadonlyMap<string, string>
}

function placedRows(placing: Placing, judged: Judged, address: AddressFacts, frozen: Frozen): PlacedRows {
  const { market, actor, body, buyerId, now, numbers } = placing
  const base = numbers[0] ?? ''
  const purchase: PurchaseRow = {
    marketId: market.id,
    id: placing.purchaseId,
    number: base,
    buyerId,
    buyerName: frozen.buyerName,
    placedBy: actor.personId,
    state: 'awaiting_payment',
    currency: market.currency,
    goods: judged.goods,
    freight: judged.freight ?? 0,
    total: judged.total ?? 0,
    shipTo: shipToOf(address),
    remark: body.remark,
    buyerReference: body.buyerReference,
    cartVersion: body.lines === undefined ? (body.cartVersion ?? null) : null,
    placedAt: now,
    payBefore: plusHours(now, frozen.payHours),
    paidAt: null,
    closedAt: null,
  }
  const parts = judged.shops.map((each, index) => {
    // One shop: the order has the purchase's number. Several: -1, -2 … behind it.
    const number = judged.shops.length === 1 ? base : `${base}-${index + 1}`
    const id = newId('order', now.getTime())
    const lines = lineRows(market.id, id, each, frozen.snapshots)
    return { order: orderRow(placing, purchase, each, { id, number, lines, address, frozen }), lines }
  })
  return {
    purchase,
    orders: parts.map((part) => part.order),
    lines: parts.flatMap((part) => part.lines),
    events: parts.map(({ order }) => ({
      marketId: market.id,
      orderId: order.id,
      seq: 1,
      what: 'place',
      before: null,
      after: 'placed' as const,
      side: 'buyer' as const,
      personId: actor.personId,
      personName: actor.name,
      organisationId: buyerId,
      reason: '',
      facts: { total: order.total },
      at: now,
    })),
  }
}

function lineRows(
  marketId: string,
  orderId: string,
  { lines, evaluated }: JudgedShop,
  snapshots: ReadonlyMap<string, string>,
): OrderLineRow[] {
  let position = 0
  return lines.flatMap(({ offer, demand }, index) =>
    (evaluated.lines[index]?.cells ?? [])
      .filter((cell) => cell.quantity > 0)
      .map((cell): OrderLineRow => {
        const sku = offer.skus.find((each) => each.skuId === cell.skuId)
        return {
          marketId,
          id: newId('orderLine'),
          orderId,
          position: ++position,
          productId: offer.productId,
          skuId: cell.skuId,
          kind: demand.kind,
          snapshotId: snapshots.get(offer.productId) ?? '',
          title: offer.title,
          styleNo: offer.styleNo,
          mediaId: offer.mediaId,
          unit: offer.unit,
          articleNo: sku?.articleNo ?? '',
          colour: sku?.colour ?? { zh: '', en: '' },
          colourHex: sku?.colourHex ?? null,
          size: sku?.size ?? '',
          quantity: cell.quantity,
          unitPrice: cell.unitPrice ?? 0,
          amount: cell.amount,
          shipped: 0,
          received: 0,
        }
      }),
  )
}

function orderRow(
  { market, buyerId, now }: Placing,
  purchase: PurchaseRow,
  each: JudgedShop,
  made: { id: string; number: string; lines: readonly OrderLineRow[]; address: AddressFacts; frozen: Frozen },
): OrderRow {
  const { shop, evaluated, freight } = each
  const { lines, frozen } = made
  const distinct = (of: (line: OrderLineRow) => string) => new Set(lines.map(of)).size
  const leadTimes = each.lines.map((line) => line.offer.leadTimeDays)
  return {
    marketId: market.id,
    id: made.id,
    purchaseId: purchase.id,
    shopId: shop.id,
    buyerId,
    number: made.number,
    state: 'placed',
    currency: market.currency,
    goods: evaluated.goodsAmount,
    freight: freight.amount ?? 0,
    total: evaluated.goodsAmount + (freight.amount ?? 0),
    commissionBps: frozen.commissionBps,
    freightMode: freight.mode,
    leadTimeDays: Math.max(shop.terms?.dispatchDays ?? 0, ...leadTimes),
    shopName: shop.name,
    buyerName: frozen.buyerName,
    buyerPlace: placeNameOf(made.address),
    title: lines[0]?.title ?? { zh: '', en: '' },
    mediaId: lines[0]?.mediaId ?? null,
    products: distinct((line) => line.productId),
    colours: distinct((line) => `${line.productId} ${line.colour.zh} ${line.colour.en}`),
    sizes: distinct((line) => line.size),
    quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
    shipped: 0,
    received: 0,
    openShipments: 0,
    shortAmount: 0,
    shortState: 'none',
    released: 0,
    commission: 0,
    refunded: 0,
    placedAt: now,
    securedAt: null,
    shipBefore: null,
    firstShippedAt: null,
    shippedAt: null,
    autoConfirmAt: null,
    receivedAt: null,
    completedAt: null,
    closedAt: null,
  }
}
