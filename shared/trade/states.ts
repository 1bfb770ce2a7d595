import { z } from 'zod'

/** A purchase (采购单): one submission of a cart, one order per shop, paid once. */
export const purchaseStates = ['awaiting_payment', 'paid', 'cancelled', 'expired'] as const
export const PurchaseState = z.enum(purchaseStates)
export type PurchaseState = z.infer<typeof PurchaseState>

/** An order (订单): what one shop owes the buyer. The money is secured from `secured` on and released after `received`. */
export const orderStates = [
  'placed',
  'secured',
  'in_production',
  'partly_shipped',
  'shipped',
  'received',
  'completed',
  'cancelled',
  'expired',
] as const
export const OrderState = z.enum(orderStates)
export type OrderState = z.infer<typeof OrderState>

/** What moves an order. Each move is written to the order's history with who, when and why. */
export const orderMoveNames = [
  'place',
  'settle',
  'start_production',
  'ship_part',
  'ship_rest',
  'confirm',
  'auto_confirm',
  'release',
  'cancel',
  'expire',
] as const
export const OrderMoveName = z.enum(orderMoveNames)
export type OrderMoveName = z.infer<typeof OrderMoveName>

export const shipmentStates = ['shipped', 'received'] as const
export const ShipmentState = z.enum(shipmentStates)
export type ShipmentState = z.infer<typeof ShipmentState>

/** Tabs of an order list: states that ask the same thing of the reader. */
export const orderTabs = {
  all: orderStates,
  to_pay: ['placed'],
  to_ship: ['secured', 'in_production', 'partly_shipped'],
  to_confirm: ['shipped'],
  received: ['received'],
  completed: ['completed'],
  closed: ['cancelled', 'expired'],
} as const satisfies Record<string, readonly OrderState[]>
export type OrderTab = keyof typeof orderTabs
export const OrderTab = z.enum(Object.keys(orderTabs) as [OrderTab, ...OrderTab[]])
