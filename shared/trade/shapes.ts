import { z } from 'zod'
import { PriceTier, QuoteMode, Unit } from '#shared/catalogue/product.ts'
import {
  AddressId,
  OrderId,
  OrderLineId,
  OrganisationId,
  ProductId,
  PurchaseId,
  ShipmentId,
  ShopId,
  SkuId,
} from '#shared/ids.ts'
import { Money } from '#shared/money.ts'
import { PaymentMethod, PaymentView } from '#shared/payments/shapes.ts'
import { Localised, line, paragraph } from '#shared/text.ts'
import { OrderMoveName, OrderState, OrderTab, PurchaseState, ShipmentState } from './states.ts'

export const LineKind = z.enum(['stock', 'sample'])
export type LineKind = z.infer<typeof LineKind>

const quantity = z.int().min(1).max(1_000_000)

/** What a buyer asks of one product: SKUs and how many of each. Never prices. */
export const DemandLine = z.strictObject({
  productId: ProductId,
  kind: LineKind.default('stock'),
  cells: z
    .array(z.strictObject({ skuId: SkuId, quantity }))
    .min(1)
    .max(400),
})
export type DemandLine = z.infer<typeof DemandLine>

/** Where goods go. Frozen into the purchase. */
export const ShipTo = z.object({
  recipient: z.string(),
  phone: z.string(),
  /** Six-digit GB/T 2260 code of the county, or '' abroad. */
  regionCode: z.string(),
  country: z.string(),
  text: z.string(),
})
export type ShipTo = z.infer<typeof ShipTo>

const Issue = z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) })

export const CartCellView = z.object({
  skuId: SkuId,
  colour: Localised,
  colourHex: z.string().nullable(),
  size: z.string(),
  articleNo: z.string(),
  quantity: z.int(),
  available: z.int(),
  unitPrice: z.int().nullable(),
  amount: z.int(),
  /** What is different from when the buyer put it in: `was` is what was seen then. */
  priceWas: z.int().nullable(),
  availableWas: z.int().nullable(),
})

export const CartLineView = z.object({
  productId: ProductId,
  kind: LineKind,
  title: Localised,
  styleNo: z.string(),
  mediaId: z.string().nullable(),
  /** False: withdrawn or blocked since; the line cannot be ordered. */
  listed: z.boolean(),
  unit: Unit,
  quoteMode: QuoteMode,
  tiers: z.array(PriceTier),
  moq: z.int(),
  packSize: z.int(),
  mixedBatch: z.boolean(),
  samplePrice: z.int().nullable(),
  sampleLimit: z.int(),
  /** Samples of it that the buyer has in orders already; the limit holds over these too. */
  samplesTaken: z.int(),
  quantity: z.int(),
  amount: z.int(),
  activeTier: PriceTier.nullable(),
  nextTier: z
    .object({
      minQuantity: z.int(),
      unitPrice: z.int(),
      missingQuantity: z.int(),
      extraAmount: z.int(),
      saving: z.int(),
      saves: z.boolean(),
    })
    .nullable(),
  acceptedBy: z.enum(['minimum-order', 'mixed-batch', 'sample']).nullable(),
  issues: z.array(Issue),
  cells: z.array(CartCellView),
})
export type CartLineView = z.infer<typeof CartLineView>

/** Freight of one shop's goods to the chosen address. `amount` null: the shop does not deliver there, or no address is chosen. */
export const FreightView = z.object({
  amount: Money.nullable(),
  state: z.enum(['known', 'no-address', 'not-delivered']),
  /** Why it is not delivered, e.g. `shops/not-shipped-there`. */
  code: z.string().nullable(),
  mode: z.enum(['express', 'freight']),
})
export type FreightView = z.infer<typeof FreightView>

export const CartShopView = z.object({
  shop: z.object({ id: ShopId, name: Localised, slug: z.string().nullable(), open: z.boolean() }),
  lines: z.array(CartLineView),
  pool: z.object({
    quantity: z.int(),
    amount: z.int(),
    reached: z.boolean(),
    missingQuantity: z.int().nullable(),
    missingAmount: z.int().nullable(),
  }),
  mixedBatch: z.object({ minQuantity: z.int().nullable(), minAmount: z.int().nullable() }).nullable(),
  /** Cheapest first: what to add to reach a minimum or a lower price (shared/trade/next-steps.ts). */
  nextSteps: z.array(z.record(z.string(), z.unknown())),
  goods: Money,
  freight: FreightView,
  /** Codes that keep the whole shop's part from being ordered, e.g. the shop is closed. */
  issues: z.array(Issue),
  ok: z.boolean(),
})
export type CartShopView = z.infer<typeof CartShopView>

export const CartView = z.object({
  /** Rises with every change. A checkout names it, so that two submissions of the same cart cannot both succeed. */
  version: z.int(),
  shops: z.array(CartShopView),
  quantity: z.int(),
  goods: Money,
  freight: Money.nullable(),
  total: Money.nullable(),
  addressId: AddressId.nullable(),
  ok: z.boolean(),
  actions: z.array(z.string()),
})
export type CartView = z.infer<typeof CartView>

export const CheckoutBody = z.strictObject({
  /** Orders the cart as it stood at this version; leave out to order `lines` without a cart. */
  cartVersion: z.int().min(0).optional(),
  /** Only these shops of the cart; the rest stays in it. */
  shopIds: z.array(ShopId).min(1).max(50).optional(),
  lines: z.array(DemandLine).min(1).max(200).optional(),
  addressId: AddressId,
  /** What the buyer saw and accepts, freight included. Another result is refused with the new totals. */
  expectedTotal: Money,
  remark: paragraph(500).default(''),
  /** The buyer's own purchase order number. */
  buyerReference: line(64, 0).default(''),
})
export type CheckoutBody = z.infer<typeof CheckoutBody>

const CellSummary = z.object({ colours: z.int(), sizes: z.int(), products: z.int(), quantity: z.int() })

export const OrderSummary = z.object({
  id: OrderId,
  number: z.string(),
  purchaseId: PurchaseId,
  state: OrderState,
  shop: z.object({ id: ShopId, name: Localised }),
  buyer: z.object({ id: OrganisationId, name: z.string(), place: z.string() }),
  title: Localised,
  mediaId: z.string().nullable(),
  summary: CellSummary,
  shipped: z.int(),
  received: z.int(),
  total: Money,
  held: Money,
  released: Money,
  placedAt: z.string(),
  /** The next date that matters: pay before, ship before, confirms itself on. */
  due: z
    .object({ what: z.enum(['pay', 'ship', 'auto-confirm']), at: z.string(), overdue: z.boolean() })
    .nullable(),
  actions: z.array(z.string()),
})
export type OrderSummary = z.infer<typeof OrderSummary>

export const PurchaseView = z.object({
  id: PurchaseId,
  number: z.string(),
  state: PurchaseState,
  buyer: z.object({ id: OrganisationId, name: z.string() }),
  goods: Money,
  freight: Money,
  total: Money,
  shipTo: ShipTo,
  remark: z.string(),
  buyerReference: z.string(),
  placedAt: z.string(),
  payBefore: z.string(),
  paidAt: z.string().nullable(),
  orders: z.array(OrderSummary),
  payment: PaymentView.nullable(),
  methods: z.array(PaymentMethod),
  actions: z.array(z.string()),
})
export type PurchaseView = z.infer<typeof PurchaseView>

export const OrderLineView = z.object({
  id: OrderLineId,
  productId: ProductId,
  skuId: SkuId,
  kind: LineKind,
  articleNo: z.string(),
  colour: Localised,
  colourHex: z.string().nullable(),
  size: z.string(),
  quantity: z.int(),
  shipped: z.int(),
  received: z.int(),
  unitPrice: z.int(),
  amount: z.int(),
})

/** The lines of one product as a colour × size matrix, with the snapshot of what was promised. */
export const OrderProductView = z.object({
  productId: ProductId,
  kind: LineKind,
  title: Localised,
  styleNo: z.string(),
  mediaId: z.string().nullable(),
  unit: Unit,
  snapshotId: z.string(),
  quantity: z.int(),
  amount: z.int(),
  lines: z.array(OrderLineView),
})

export const ShipmentView = z.object({
  id: ShipmentId,
  no: z.int(),
  state: ShipmentState,
  carrier: z.object({ code: z.string(), name: Localised }),
  trackingNo: z.string(),
  cartons: z.int().nullable(),
  note: z.string(),
  shippedAt: z.string(),
  receivedAt: z.string().nullable(),
  lines: z.array(z.object({ orderLineId: OrderLineId, quantity: z.int(), received: z.int().nullable() })),
  actions: z.array(z.string()),
})
export type ShipmentView = z.infer<typeof ShipmentView>

export const TimelineEntry = z.object({
  at: z.string(),
  /** A move of the order, or what happened to a shipment or its money. */
  what: z.union([
    OrderMoveName,
    z.enum(['receive', 'part_released', 'payout', 'refund', 'shortage_refunded', 'shortage_waived']),
  ]),
  by: z.object({ side: z.enum(['buyer', 'shop', 'market', 'system']), name: z.string().nullable() }),
  reason: z.string(),
  facts: z.record(z.string(), z.unknown()),
})

export const OrderView = OrderSummary.extend({
  shipTo: ShipTo,
  remark: z.string(),
  buyerReference: z.string(),
  goods: Money,
  freight: Money,
  freightMode: z.enum(['express', 'freight']),
  commission: Money.nullable(),
  refunded: Money,
  /** Value of goods that were sent and did not arrive; stays secured until one side settles it. */
  short: Money,
  securedAt: z.string().nullable(),
  receivedAt: z.string().nullable(),
  completedAt: z.string().nullable(),
  products: z.array(OrderProductView),
  shipments: z.array(ShipmentView),
  timeline: z.array(TimelineEntry),
  payout: z.object({ state: z.string(), amount: Money }).nullable(),
})
export type OrderView = z.infer<typeof OrderView>

export const OrderPage = z.object({
  items: z.array(OrderSummary),
  nextCursor: z.string().nullable(),
  counts: z.record(OrderTab, z.int()),
})

/** What waits for the shop's staff now. Every figure is counted from the tables at the moment of asking. */
export const TodayView = z.object({
  toShip: z.object({
    count: z.int(),
    under24h: z.int(),
    under48h: z.int(),
    over48h: z.int(),
    overdue: z.int(),
    oldestHours: z.int().nullable(),
    items: z.array(OrderSummary),
  }),
  shortages: z.object({ count: z.int(), items: z.array(OrderSummary) }),
  toConfirm: z.object({ count: z.int(), nextAutoConfirmAt: z.string().nullable() }),
  awaitingPayment: z.object({ count: z.int(), amount: Money }),
  week: z.object({ orders: z.int(), amount: Money, previousAmount: Money }),
  held: Money,
  payable: Money,
  /** Of the orders secured in the last 30 days and shipped: how many first parcels left within 48 hours. Null without orders. */
  dispatchedIn48h: z.object({ shipped: z.int(), inTime: z.int() }).nullable(),
  repeatBuyers: z.object({ buyers: z.int(), repeating: z.int() }),
})
export type TodayView = z.infer<typeof TodayView>
