import { type Currency, money } from '#shared/money.ts'
import type { PaymentMethod, PaymentView } from '#shared/payments/shapes.ts'
import { carrierOf } from '#shared/trade/carriers.ts'
import type { OrderSummary, OrderView, PurchaseView, ShipmentView } from '#shared/trade/shapes.ts'
import { orderActions, purchaseActions, type Standing } from './policy.ts'
import type { OrderEventRow, OrderLineRow, OrderRow, PurchaseRow } from './store/checkout.ts'
import type { ShipmentLineRow, ShipmentRow } from './store/orders.ts'

const iso = (moment: Date | null) => moment?.toISOString() ?? null
/** The column holds what a market was opened with. */
const currencyOf = (text: string) => text as Currency

const unsecured = new Set(['placed', 'cancelled', 'expired'])

function dueOf(order: OrderRow, payBefore: Date | null, now: Date): OrderSummary['due'] {
  const at = (what: 'pay' | 'ship' | 'auto-confirm', moment: Date | null) =>
    moment === null ? null : { what, at: moment.toISOString(), overdue: moment < now }
  if (order.state === 'placed') return at('pay', payBefore)
  if (['secured', 'in_production', 'partly_shipped'].includes(order.state))
    return at('ship', order.shipBefore)
  return order.state === 'shipped' ? at('auto-confirm', order.autoConfirmAt) : null
}

export function orderSummary(
  order: OrderRow,
  standing: Standing,
  now: Date,
  payBefore: Date | null = null,
): OrderSummary {
  const inCurrency = (amount: number) => money(amount, currencyOf(order.currency))
  const secured = !unsecured.has(order.state)
  return {
    id: order.id,
    number: order.number,
    purchaseId: order.purchaseId,
    state: order.state,
    shop: { id: order.shopId, name: order.shopName },
    buyer: { id: order.buyerId, name: order.buyerName, place: order.buyerPlace },
    title: order.title,
    mediaId: order.mediaId,
    summary: {
      colours: order.colours,
      sizes: order.sizes,
      products: order.products,
      quantity: order.quantity,
    },
    shipped: order.shipped,
    received: order.received,
    total: inCurrency(order.total),
    held: inCurrency(secured ? order.total - order.released - order.refunded : 0),
    released: inCurrency(order.released),
    placedAt: order.placedAt.toISOString(),
    due: dueOf(order, payBefore, now),
    actions: orderActions(standing, order),
  }
}

export function purchaseView(
  purchase: PurchaseRow,
  orders: readonly OrderRow[],
  more: { standing: Standing; now: Date; payment: PaymentView | null; methods: PaymentMethod[] },
): PurchaseView {
  const inCurrency = (amount: number) => money(amount, currencyOf(purchase.currency))
  return {
    id: purchase.id,
    number: purchase.number,
    state: purchase.state,
    buyer: { id: purchase.buyerId, name: purchase.buyerName },
    goods: inCurrency(purchase.goods),
    freight: inCurrency(purchase.freight),
    total: inCurrency(purchase.total),
    shipTo: purchase.shipTo,
    remark: purchase.remark,
    buyerReference: purchase.buyerReference,
    placedAt: purchase.placedAt.toISOString(),
    payBefore: purchase.payBefore.toISOString(),
    paidAt: iso(purchase.paidAt),
    orders: orders.map((order) => orderSummary(order, more.standing, more.now, purchase.payBefore)),
    payment: more.payment,
    methods: more.methods,
    actions: purchaseActions(more.standing, purchase.state),
  }
}

export type OrderParts = {
  order: OrderRow
  purchase: PurchaseRow
  lines: readonly OrderLineRow[]
  events: readonly OrderEventRow[]
  shipments: readonly { shipment: ShipmentRow; lines: readonly ShipmentLineRow[] }[]
}

export function orderView(parts: OrderParts, standing: Standing, now: Date): OrderView {
  const { order, purchase } = parts
  const inCurrency = (amount: number) => money(amount, currencyOf(order.currency))
  return {
    ...orderSummary(order, standing, now, purchase.payBefore),
    shipTo: purchase.shipTo,
    remark: purchase.remark,
    buyerReference: purchase.buyerReference,
    goods: inCurrency(order.goods),
    freight: inCurrency(order.freight),
    freightMode: order.freightMode,
    // What the market keeps of a shop's money is not the buyer's to see.
    commission: standing?.side === 'buyer' ? null : inCurrency(order.commission),
    refunded: inCurrency(order.refunded),
    short: inCurrency(order.shortState === 'open' ? order.shortAmount : 0),
    securedAt: iso(order.securedAt),
    receivedAt: iso(order.receivedAt),
    completedAt: iso(order.completedAt),
    products: productsOf(parts.lines),
    shipments: parts.shipments.map((each) => shipmentView(each, order, standing)),
    timeline: parts.events.map((event) => ({
      at: event.at.toISOString(),
      what: event.what as OrderView['timeline'][number]['what'],
      by: { side: event.side, name: event.personName },
      reason: event.reason,
      facts: standing?.side === 'buyer' ? withoutCommission(event.facts) : event.facts,
    })),
    payout: null,
  }
}

function withoutCommission(facts: Record<string, unknown>): Record<string, unknown> {
  const { commission: _hidden, ...rest } = facts
  return rest
}

function productsOf(lines: readonly OrderLineRow[]): OrderView['products'] {
  const groups = new Map<string, OrderLineRow[]>()
  for (const line of lines) {
    const key = `${line.kind} ${line.productId}`
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    return [
      {
        productId: first.productId,
        kind: first.kind,
        title: first.title,
        styleNo: first.styleNo,
        mediaId: first.mediaId,
        unit: first.unit as OrderView['products'][number]['unit'],
        snapshotId: first.snapshotId,
        quantity: group.reduce((sum, line) => sum + line.quantity, 0),
        amount: group.reduce((sum, line) => sum + line.amount, 0),
        lines: group.map(
          ({
            id,
            productId,
            skuId,
            kind,
            articleNo,
            colour,
            colourHex,
            size,
            quantity,
            shipped,
            received,
            unitPrice,
            amount,
          }) => ({
            id,
            productId,
            skuId,
            kind,
            articleNo,
            colour,
            colourHex,
            size,
            quantity,
            shipped,
            received,
            unitPrice,
            amount,
          }),
        ),
      },
    ]
  })
}

function shipmentView(
  { shipment, lines }: OrderParts['shipments'][number],
  order: OrderRow,
  standing: Standing,
): ShipmentView {
  const name = carrierOf(shipment.carrier)?.name ?? { zh: shipment.carrier, en: shipment.carrier }
  const open = shipment.state === 'shipped' && orderActions(standing, order).includes('receive')
  return {
    id: shipment.id,
    no: shipment.no,
    state: shipment.state,
    carrier: { code: shipment.carrier, name },
    trackingNo: shipment.trackingNo,
    cartons: shipment.cartons,
    note: shipment.note,
    shippedAt: shipment.shippedAt.toISOString(),
    receivedAt: iso(shipment.receivedAt),
    lines: lines.map(({ orderLineId, quantity, received }) => ({ orderLineId, quantity, received })),
    actions: open ? ['receive'] : [],
  }
}
