import type { Currency } from '#shared/money.ts'
import type { Localised } from '#shared/text.ts'

export const orderStates = [
  'placed',
  'secured',
  'in_production',
  'shipped_in_part',
  'shipped',
  'received',
  'completed',
  'cancelled',
  'expired',
] as const
export type OrderState = (typeof orderStates)[number]

export type OrderLineSeed = {
  product: string
  sku: string
  quantity: number
  unitPrice: number
  amount: number
}
export type PaymentSeed = {
  kind: 'full' | 'deposit' | 'balance'
  provider: 'stripe' | 'bank_transfer'
  amount: number
  dueAt: string
  paidAt: string | null
  reference: string
  state: 'unpaid' | 'held' | 'released' | 'refunded' | 'void'
}
export type ShipmentSeed = {
  carrier: { code: string; name: Localised }
  trackingNo: string
  shippedAt: string
  receivedAt: string | null
  /** Index of the order's line and how many of it. */
  lines: { line: number; quantity: number }[]
}
export type OrderMoveSeed = { to: OrderState; at: string; by: string; reason: Localised | null }
export type OrderSeed = {
  key: string
  shop: string
  state: OrderState
  lines: OrderLineSeed[]
  goodsAmount: number
  freight: number
  total: number
  payments: PaymentSeed[]
  shipments: ShipmentSeed[]
  moves: OrderMoveSeed[]
  note: string
}
export type PurchaseSeed = {
  key: string
  market: string
  buyer: string
  /** The person who placed it. */
  by: string
  address: number
  currency: Currency
  placedAt: string
  total: number
  orders: OrderSeed[]
}
