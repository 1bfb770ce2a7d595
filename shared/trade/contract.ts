import { z } from 'zod'
import { endpoint, pageQuery } from '#shared/http.ts'
import {
  AddressId,
  MarketSlug,
  OrderId,
  OrderLineId,
  ProductId,
  PurchaseId,
  ShipmentId,
  ShopId,
  SkuId,
} from '#shared/ids.ts'
import { BankInstructions, PaymentMethod, PaymentView } from '#shared/payments/shapes.ts'
import { line, paragraph } from '#shared/text.ts'
import {
  CartView,
  CheckoutBody,
  DemandLine,
  LineKind,
  OrderPage,
  OrderView,
  PurchaseView,
  TodayView,
} from './shapes.ts'
import { OrderTab } from './states.ts'

const tag = 'trade'
const market = z.strictObject({ market: MarketSlug })
const ofOrder = z.strictObject({ market: MarketSlug, orderId: OrderId })
const ofPurchase = z.strictObject({ market: MarketSlug, purchaseId: PurchaseId })
const ofShop = z.strictObject({ market: MarketSlug, shopId: ShopId })

export const getCart = endpoint({
  operationId: 'getCart',
  tag,
  summary: 'The cart of the acting organisation, judged per shop, with freight to an address',
  method: 'GET',
  path: '/markets/:market/cart',
  access: 'signed-in',
  params: market,
  query: z.strictObject({ addressId: AddressId.optional() }),
  response: CartView,
})

export const putCartLine = endpoint({
  operationId: 'putCartLine',
  tag,
  summary: 'Set (or with add: true, add to) the quantities of one product in the cart',
  method: 'PUT',
  path: '/markets/:market/cart/lines',
  access: 'signed-in',
  params: market,
  body: z.strictObject({
    productId: ProductId,
    kind: LineKind.default('stock'),
    /** Quantity nought takes the SKU out. SKUs that are not named stay when adding, and go when setting. */
    cells: z
      .array(z.strictObject({ skuId: SkuId, quantity: z.int().min(0).max(1_000_000) }))
      .min(1)
      .max(400),
    add: z.boolean().default(false),
  }),
  response: CartView,
  problems: ['trade/not-offered', 'trade/cart-full'],
})

export const deleteCartLine = endpoint({
  operationId: 'deleteCartLine',
  tag,
  summary: 'Take one product out of the cart',
  method: 'DELETE',
  path: '/markets/:market/cart/lines/:productId/:kind',
  access: 'signed-in',
  params: z.strictObject({ market: MarketSlug, productId: ProductId, kind: LineKind }),
  response: CartView,
})

export const emptyCart = endpoint({
  operationId: 'emptyCart',
  tag,
  summary: 'Empty the cart',
  method: 'DELETE',
  path: '/markets/:market/cart',
  access: 'signed-in',
  params: market,
  response: CartView,
})

export const getSamplesLeft = endpoint({
  operationId: 'getSamplesLeft',
  tag,
  summary:
    'Samples of a product that the acting organisation may still order; the limit holds over all of its orders',
  method: 'GET',
  path: '/markets/:market/products/:productId/samples',
  access: 'signed-in',
  params: z.strictObject({ market: MarketSlug, productId: ProductId }),
  response: z.object({ limit: z.int(), taken: z.int(), left: z.int() }),
})

export const previewPurchase = endpoint({
  operationId: 'previewPurchase',
  tag,
  summary: 'Judge and price lines without a cart: what a purchase of them would cost now',
  method: 'POST',
  path: '/markets/:market/purchases/preview',
  access: 'signed-in',
  params: market,
  body: z.strictObject({ lines: z.array(DemandLine).min(1).max(200), addressId: AddressId.optional() }),
  response: CartView,
  problems: ['trade/not-offered'],
})

export const placePurchase = endpoint({
  operationId: 'placePurchase',
  tag,
  summary: 'Order: one purchase, one order per shop, all or nothing; stock is held and prices are frozen',
  method: 'POST',
  path: '/markets/:market/purchases',
  access: 'signed-in',
  params: market,
  body: CheckoutBody,
  status: 201,
  response: PurchaseView,
  idempotent: true,
  problems: [
    'trade/total-changed',
    'trade/cart-changed',
    'trade/cart-empty',
    'trade/cannot-be-ordered',
    'trade/own-goods',
    'trade/sold-out',
    'trade/not-delivered',
    'trade/not-offered',
  ],
})

export const getPurchase = endpoint({
  operationId: 'getPurchase',
  tag,
  summary: 'A purchase with its orders and its payment',
  method: 'GET',
  path: '/markets/:market/purchases/:purchaseId',
  access: 'signed-in',
  params: ofPurchase,
  response: PurchaseView,
})

export const cancelPurchase = endpoint({
  operationId: 'cancelPurchase',
  tag,
  summary: 'Give up an unpaid purchase; its stock is free again',
  method: 'POST',
  path: '/markets/:market/purchases/:purchaseId/cancel',
  access: 'signed-in',
  params: ofPurchase,
  body: z.strictObject({ reason: paragraph(300).default('') }),
  response: PurchaseView,
  idempotent: true,
  problems: ['trade/move-not-possible'],
})

export const startPayment = endpoint({
  operationId: 'startPayment',
  tag,
  summary: 'Begin to pay a purchase: a redirect to Stripe’s hosted page, or a reference for a bank transfer',
  method: 'POST',
  path: '/markets/:market/purchases/:purchaseId/payments',
  access: 'signed-in',
  params: ofPurchase,
  body: z.strictObject({ method: PaymentMethod }),
  status: 201,
  response: PaymentView,
  idempotent: true,
  problems: ['trade/move-not-possible', 'payments/no-bank-account', 'payments/provider-unavailable'],
})

export const refreshPayment = endpoint({
  operationId: 'refreshPayment',
  tag,
  summary: 'Ask the institution how the payment stands: called when the browser comes back from its page',
  method: 'POST',
  path: '/markets/:market/purchases/:purchaseId/payments/refresh',
  access: 'signed-in',
  params: ofPurchase,
  response: PurchaseView,
})

export const getBankInstructions = endpoint({
  operationId: 'getBankInstructions',
  tag,
  summary: 'To which account, how much, and under which reference to transfer',
  method: 'GET',
  path: '/markets/:market/purchases/:purchaseId/bank-instructions',
  access: 'signed-in',
  params: ofPurchase,
  response: BankInstructions,
})

const orderQuery = z.strictObject({
  ...pageQuery,
  tab: OrderTab.default('all'),
  q: z.string().max(60).optional(),
})

export const listMyOrders = endpoint({
  operationId: 'listMyOrders',
  tag,
  summary: 'Orders of the acting organisation as buyer, newest first, with counts per tab',
  method: 'GET',
  path: '/markets/:market/orders',
  access: 'signed-in',
  params: market,
  query: orderQuery,
  response: OrderPage,
})

export const listShopOrders = endpoint({
  operationId: 'listShopOrders',
  tag,
  summary: 'Orders of a shop, newest first, with counts per tab',
  method: 'GET',
  path: '/markets/:market/shops/:shopId/orders',
  access: 'signed-in',
  params: ofShop,
  query: orderQuery,
  response: OrderPage,
})

export const getOrder = endpoint({
  operationId: 'getOrder',
  tag,
  summary:
    'An order: timeline, matrix of ordered, shipped and received, money, shipments, and what may be done',
  method: 'GET',
  path: '/markets/:market/orders/:orderId',
  access: 'signed-in',
  params: ofOrder,
  response: OrderView,
})

const verb = { tag, method: 'POST', access: 'signed-in', response: OrderView, idempotent: true } as const

export const startProduction = endpoint({
  ...verb,
  operationId: 'startProduction',
  summary: 'The shop begins to make the goods (optional step)',
  path: '/markets/:market/orders/:orderId/start-production',
  params: ofOrder,
  body: z.strictObject({ note: paragraph(300).default('') }),
  problems: ['trade/move-not-possible'],
})

export const shipOrder = endpoint({
  ...verb,
  operationId: 'shipOrder',
  summary: 'Send goods, all or a part by quantity, with carrier and tracking number',
  path: '/markets/:market/orders/:orderId/ship',
  params: ofOrder,
  body: z.strictObject({
    carrier: z.string().max(40),
    trackingNo: z
      .string()
      .trim()
      .regex(/^[0-9A-Za-z][0-9A-Za-z -]{3,39}$/),
    cartons: z.int().min(1).max(10_000).nullable().default(null),
    note: paragraph(300).default(''),
    lines: z
      .array(z.strictObject({ orderLineId: OrderLineId, quantity: z.int().min(1) }))
      .min(1)
      .max(400),
  }),
  problems: ['trade/move-not-possible', 'trade/more-than-open', 'trade/carrier-unknown'],
})

export const receiveShipment = endpoint({
  ...verb,
  operationId: 'receiveShipment',
  summary: 'Say what arrived of a shipment, by quantity; fewer than sent is a shortage',
  path: '/markets/:market/orders/:orderId/shipments/:shipmentId/receive',
  params: z.strictObject({ market: MarketSlug, orderId: OrderId, shipmentId: ShipmentId }),
  body: z.strictObject({
    lines: z
      .array(z.strictObject({ orderLineId: OrderLineId, quantity: z.int().min(0) }))
      .min(1)
      .max(400),
  }),
  problems: ['trade/move-not-possible', 'trade/more-than-open'],
})

export const confirmReceipt = endpoint({
  ...verb,
  operationId: 'confirmReceipt',
  summary: 'Confirm that the goods arrived: the money is released to the shop, except for what is short',
  path: '/markets/:market/orders/:orderId/confirm-receipt',
  params: ofOrder,
  body: z.strictObject({ note: paragraph(300).default('') }),
  problems: ['trade/move-not-possible'],
})

export const refundShortage = endpoint({
  ...verb,
  operationId: 'refundShortage',
  summary: 'The shop accepts that goods are short: their value goes back to the buyer',
  path: '/markets/:market/orders/:orderId/refund-shortage',
  params: ofOrder,
  body: z.strictObject({ note: paragraph(300).default('') }),
  problems: ['trade/no-shortage'],
})

export const waiveShortage = endpoint({
  ...verb,
  operationId: 'waiveShortage',
  summary: 'The buyer withdraws the shortage, e.g. after the goods were found: the rest is released',
  path: '/markets/:market/orders/:orderId/waive-shortage',
  params: ofOrder,
  body: z.strictObject({ note: paragraph(300).default('') }),
  problems: ['trade/no-shortage'],
})

export const cancelOrder = endpoint({
  ...verb,
  operationId: 'cancelOrder',
  summary: 'Cancel a paid order before anything was sent: the money goes back and the stock is free again',
  path: '/markets/:market/orders/:orderId/cancel',
  params: ofOrder,
  body: z.strictObject({ reason: line(300, 2) }),
  problems: ['trade/move-not-possible'],
})

export const getShopToday = endpoint({
  operationId: 'getShopToday',
  tag,
  summary: 'What waits for the shop today, and how it goes',
  method: 'GET',
  path: '/markets/:market/shops/:shopId/today',
  access: 'signed-in',
  params: ofShop,
  response: TodayView,
})
