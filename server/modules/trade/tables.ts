import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { createdAt, idColumn, localised, minorUnits, moment } from '#server/platform/columns.ts'
import type { ShipTo } from '#shared/trade/shapes.ts'
import type { OrderState, PurchaseState } from '#shared/trade/states.ts'

/** The cart of a buyer's organisation in a market. The version rises with every change and is spent by a checkout. */
export const carts = pgTable(
  'carts',
  {
    marketId: idColumn().notNull(),
    buyerId: idColumn().notNull(),
    version: integer().notNull().default(0),
    updatedAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.marketId, t.buyerId] })],
)

/** One SKU in a cart, with the price and stock that were seen when it was put in. */
export const cartCells = pgTable(
  'cart_cells',
  {
    marketId: idColumn().notNull(),
    buyerId: idColumn().notNull(),
    productId: idColumn().notNull(),
    kind: text().$type<'stock' | 'sample'>().notNull(),
    skuId: idColumn().notNull(),
    shopId: idColumn().notNull(),
    quantity: integer().notNull(),
    seenPrice: minorUnits(),
    seenAvailable: integer().notNull(),
    addedBy: idColumn().notNull(),
    addedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.buyerId, t.productId, t.kind, t.skuId] }),
    foreignKey({
      name: 'cart_cells_cart',
      columns: [t.marketId, t.buyerId],
      foreignColumns: [carts.marketId, carts.buyerId],
    }).onDelete('cascade'),
    check('cart_cells_quantity', sql`${t.quantity} between 1 and 1000000`),
    check('cart_cells_kind', sql`${t.kind} in ('stock','sample')`),
  ],
)

export const purchases = pgTable(
  'purchases',
  {
    marketId: idColumn().notNull(),
    id: idColumn().notNull(),
    number: text().notNull(),
    buyerId: idColumn().notNull(),
    buyerName: text().notNull(),
    placedBy: idColumn().notNull(),
    state: text().$type<PurchaseState>().notNull(),
    currency: text().notNull(),
    goods: minorUnits().notNull(),
    freight: minorUnits().notNull(),
    total: minorUnits().notNull(),
    shipTo: jsonb().$type<ShipTo>().notNull(),
    remark: text().notNull(),
    buyerReference: text().notNull(),
    /** The cart it was made of; null when lines were ordered without one. One purchase per cart version. */
    cartVersion: integer(),
    placedAt: moment().notNull(),
    payBefore: moment().notNull(),
    paidAt: moment(),
    closedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.id] }),
    unique('purchases_number').on(t.marketId, t.number),
    unique('purchases_cart').on(t.marketId, t.buyerId, t.cartVersion),
    check(
      'purchases_sum',
      sql`${t.total} = ${t.goods} + ${t.freight} and ${t.goods} > 0 and ${t.freight} >= 0`,
    ),
    check('purchases_state', sql`${t.state} in ('awaiting_payment','paid','cancelled','expired')`),
    check('purchases_paid', sql`(${t.state} = 'paid') = (${t.paidAt} is not null)`),
    index('purchases_unpaid').on(t.payBefore).where(sql`${t.state} = 'awaiting_payment'`),
  ],
)

export const orders = pgTable(
  'orders',
  {
    marketId: idColumn().notNull(),
    id: idColumn().notNull(),
    purchaseId: idColumn().notNull(),
    shopId: idColumn().notNull(),
    buyerId: idColumn().notNull(),
    number: text().notNull(),
    state: text().$type<OrderState>().notNull(),
    currency: text().notNull(),
    goods: minorUnits().notNull(),
    freight: minorUnits().notNull(),
    total: minorUnits().notNull(),
    commissionBps: integer().notNull(),
    freightMode: text().$type<'express' | 'freight'>().notNull(),
    leadTimeDays: integer().notNull(),
    /** What lists show, frozen: shop and buyer names, title and picture of the first product, counts. */
    shopName: localised().notNull(),
    buyerName: text().notNull(),
    buyerPlace: text().notNull(),
    title: localised().notNull(),
    mediaId: text(),
    products: integer().notNull(),
    colours: integer().notNull(),
    sizes: integer().notNull(),
    quantity: integer().notNull(),
    shipped: integer().notNull().default(0),
    received: integer().notNull().default(0),
    /** Shipments on their way, not yet received. */
    openShipments: integer().notNull().default(0),
    /** Value of goods sent and not arrived, minor units; held back at release. */
    shortAmount: minorUnits().notNull().default(0),
    shortState: text().$type<'none' | 'open' | 'refunded' | 'waived'>().notNull().default('none'),
    released: minorUnits().notNull().default(0),
    commission: minorUnits().notNull().default(0),
    refunded: minorUnits().notNull().default(0),
    placedAt: moment().notNull(),
    securedAt: moment(),
    shipBefore: moment(),
    firstShippedAt: moment(),
    shippedAt: moment(),
    autoConfirmAt: moment(),
    receivedAt: moment(),
    completedAt: moment(),
    closedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.id] }),
    foreignKey({
      name: 'orders_purchase',
      columns: [t.marketId, t.purchaseId],
      foreignColumns: [purchases.marketId, purchases.id],
    }),
    unique('orders_number').on(t.marketId, t.number),
    unique('orders_one_per_shop').on(t.marketId, t.purchaseId, t.shopId),
    check('orders_sum', sql`${t.total} = ${t.goods} + ${t.freight} and ${t.goods} > 0 and ${t.freight} >= 0`),
    check('orders_counts', sql`${t.received} <= ${t.shipped} and ${t.shipped} <= ${t.quantity}`),
    check(
      'orders_money',
      sql`${t.released} + ${t.refunded} <= ${t.total} and ${t.shortAmount} <= ${t.goods} and ${t.commission} <= ${t.released}`,
    ),
    check(
      'orders_state',
      sql`${t.state} in ('placed','secured','in_production','partly_shipped','shipped','received','completed','cancelled','expired')`,
    ),
    index('orders_of_buyer').on(t.marketId, t.buyerId, t.id),
    index('orders_of_shop').on(t.marketId, t.shopId, t.id),
    index('orders_of_shop_by_state').on(t.marketId, t.shopId, t.state, t.id),
    index('orders_to_confirm').on(t.autoConfirmAt).where(sql`${t.state} = 'shipped'`),
    index('orders_to_release').on(t.receivedAt).where(sql`${t.state} = 'received'`),
  ],
)

export const orderLines = pgTable(
  'order_lines',
  {
    marketId: idColumn().notNull(),
    id: idColumn().notNull(),
    orderId: idColumn().notNull(),
    position: smallint().notNull(),
    productId: idColumn().notNull(),
    skuId: idColumn().notNull(),
    kind: text().$type<'stock' | 'sample'>().notNull(),
    snapshotId: text().notNull(),
    title: localised().notNull(),
    styleNo: text().notNull(),
    mediaId: text(),
    unit: text().notNull(),
    articleNo: text().notNull(),
    colour: localised().notNull(),
    colourHex: text(),
    size: text().notNull(),
    quantity: integer().notNull(),
    unitPrice: minorUnits().notNull(),
    amount: minorUnits().notNull(),
    shipped: integer().notNull().default(0),
    received: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.id] }),
    foreignKey({
      name: 'order_lines_order',
      columns: [t.marketId, t.orderId],
      foreignColumns: [orders.marketId, orders.id],
    }),
    unique('order_lines_position').on(t.marketId, t.orderId, t.position),
    check(
      'order_lines_amount',
      sql`${t.amount} = ${t.quantity} * ${t.unitPrice} and ${t.quantity} > 0 and ${t.unitPrice} > 0`,
    ),
    check(
      'order_lines_counts',
      sql`0 <= ${t.received} and ${t.received} <= ${t.shipped} and ${t.shipped} <= ${t.quantity}`,
    ),
    index('order_lines_sku').on(t.marketId, t.skuId),
  ],
)

/**
 * Samples that a buyer's company has ordered of a product, over all of its orders that are not cancelled or expired. The limit is the
 * product's at the last order: the check refuses what goes beyond it, also to two checkouts at once.
 */
export const sampleUses = pgTable(
  'sample_uses',
  {
    marketId: idColumn().notNull(),
    buyerId: idColumn().notNull(),
    productId: idColumn().notNull(),
    quantity: integer().notNull(),
    sampleLimit: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.buyerId, t.productId] }),
    check('sample_uses_within', sql`${t.quantity} between 0 and ${t.sampleLimit}`),
  ],
)

/** History of an order: every move and every happening beside it, with who, when and why. Never changed (0050_trade.sql). */
export const orderEvents = pgTable(
  'order_events',
  {
    marketId: idColumn().notNull(),
    orderId: idColumn().notNull(),
    seq: smallint().notNull(),
    what: text().notNull(),
    /** State before and after; the same where nothing moved. */
    before: text().$type<OrderState>(),
    after: text().$type<OrderState>().notNull(),
    side: text().$type<'buyer' | 'shop' | 'market' | 'system'>().notNull(),
    personId: idColumn(),
    personName: text(),
    organisationId: idColumn(),
    reason: text().notNull().default(''),
    facts: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    at: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.orderId, t.seq] }),
    foreignKey({
      name: 'order_events_order',
      columns: [t.marketId, t.orderId],
      foreignColumns: [orders.marketId, orders.id],
    }),
    check('order_events_side', sql`${t.side} in ('buyer','shop','market','system')`),
  ],
)

export const shipments = pgTable(
  'shipments',
  {
    marketId: idColumn().notNull(),
    id: idColumn().notNull(),
    orderId: idColumn().notNull(),
    no: smallint().notNull(),
    state: text().$type<'shipped' | 'received'>().notNull(),
    carrier: text().notNull(),
    trackingNo: text().notNull(),
    cartons: integer(),
    note: text().notNull(),
    shippedAt: moment().notNull(),
    receivedAt: moment(),
    /** True when the clock received it and nobody counted. */
    byClock: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.id] }),
    foreignKey({
      name: 'shipments_order',
      columns: [t.marketId, t.orderId],
      foreignColumns: [orders.marketId, orders.id],
    }),
    unique('shipments_no').on(t.marketId, t.orderId, t.no),
    check('shipments_state', sql`${t.state} in ('shipped','received')`),
  ],
)

export const shipmentLines = pgTable(
  'shipment_lines',
  {
    marketId: idColumn().notNull(),
    shipmentId: idColumn().notNull(),
    orderLineId: idColumn().notNull(),
    quantity: integer().notNull(),
    received: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.shipmentId, t.orderLineId] }),
    foreignKey({
      name: 'shipment_lines_shipment',
      columns: [t.marketId, t.shipmentId],
      foreignColumns: [shipments.marketId, shipments.id],
    }),
    foreignKey({
      name: 'shipment_lines_line',
      columns: [t.marketId, t.orderLineId],
      foreignColumns: [orderLines.marketId, orderLines.id],
    }),
    check('shipment_lines_counts', sql`${t.quantity} > 0 and ${t.received} between 0 and ${t.quantity}`),
    index('shipment_lines_of_line').on(t.marketId, t.orderLineId),
  ],
)

/** What the clock could not do, and when it tries again: until then it stands in nobody's way (actions/clocks.ts). */
export const clockFailures = pgTable(
  'clock_failures',
  {
    marketId: idColumn().notNull(),
    /** The purchase or the order. */
    subject: idColumn().notNull(),
    failures: integer().notNull(),
    retryAt: moment().notNull(),
    reason: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.subject] }),
    check('clock_failures_count', sql`${t.failures} > 0`),
  ],
)

/** Last order number given out for a market and day; processes take them in blocks (numbers.ts). */
export const orderNumberDays = pgTable(
  'order_number_days',
  { marketId: idColumn().notNull(), day: text().notNull(), last: integer().notNull() },
  (t) => [primaryKey({ columns: [t.marketId, t.day] })],
)
