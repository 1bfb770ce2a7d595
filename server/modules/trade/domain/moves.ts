import type { OrderMoveName, OrderState, PurchaseState } from '#shared/trade/states.ts'

type Moves<Name extends string, State extends string> = Record<Name, { from: readonly State[]; to: State }>

/** 采购单: it is paid once, or it ends unpaid. */
export const purchaseMoves = {
  pay: { from: ['awaiting_payment'], to: 'paid' },
  cancel: { from: ['awaiting_payment'], to: 'cancelled' },
  expire: { from: ['awaiting_payment'], to: 'expired' },
} as const satisfies Moves<string, PurchaseState>
export type PurchaseMove = keyof typeof purchaseMoves

/**
 * 订单. `place` makes it. `cancel` before payment belongs to the purchase, after payment it refunds; once something was sent it is no
 * longer possible. `release` pays the shop and ends the order.
 */
export const orderMoves = {
  place: { from: [], to: 'placed' },
  settle: { from: ['placed'], to: 'secured' },
  start_production: { from: ['secured'], to: 'in_production' },
  ship_part: { from: ['secured', 'in_production', 'partly_shipped'], to: 'partly_shipped' },
  ship_rest: { from: ['secured', 'in_production', 'partly_shipped'], to: 'shipped' },
  confirm: { from: ['shipped'], to: 'received' },
  auto_confirm: { from: ['shipped'], to: 'received' },
  release: { from: ['received'], to: 'completed' },
  cancel: { from: ['placed', 'secured', 'in_production'], to: 'cancelled' },
  expire: { from: ['placed'], to: 'expired' },
} as const satisfies Moves<OrderMoveName, OrderState>

/** Whether an order in this state can make the move. */
export function canMoveOrder(move: OrderMoveName, state: OrderState): boolean {
  return (orderMoves[move].from as readonly OrderState[]).includes(state)
}

/** Folds a history: the state that the moves lead to, or the first one that is not in the table. */
export function foldOrder(
  moves: readonly OrderMoveName[],
): { state: OrderState } | { illegal: OrderMoveName; at: number } {
  let state: OrderState | null = null
  for (const [at, move] of moves.entries()) {
    const legal: boolean = state === null ? move === 'place' : canMoveOrder(move, state)
    if (!legal) return { illegal: move, at }
    state = orderMoves[move].to
  }
  return state === null ? { illegal: 'place', at: 0 } : { state }
}
