import type { Localised } from '#shared/text.ts'
import type { Lots } from './chances.ts'
import { plusDays } from './days.ts'
import type { OrderMoveSeed, OrderSeed, OrderState, PaymentSeed, ShipmentSeed } from './order-types.ts'
import type { ShopSeed } from './types.ts'

type Course = { lots: Lots; today: Date; placed: Date; by: string; shop: ShopSeed; foreign: boolean }
type Bare = Pick<OrderSeed, 'key' | 'state' | 'lines' | 'total'>

const carriers: readonly (readonly [string, Localised, string])[] = [
  ['zhongtong', { zh: '中通快递', en: 'ZTO Express' }, '78'],
  ['yuantong', { zh: '圆通快递', en: 'YTO Express' }, 'YT'],
  ['yunda', { zh: '韵达快递', en: 'Yunda Express' }, '46'],
  ['shunfeng', { zh: '顺丰快递', en: 'SF Express' }, 'SF'],
  ['debangwuliu', { zh: '德邦快递', en: 'Deppon Express' }, 'DPK'],
  ['annengwuliu', { zh: '安能物流', en: 'ANE Logistics' }, '30'],
]

const cancelReasons: readonly Localised[] = [
  { zh: '采购商：尺码配比要改，重新下单', en: 'Buyer: size split changed, ordering anew' },
  { zh: '采购商：与其他订单合并', en: 'Buyer: merged with another order' },
  { zh: '店铺：所选颜色缸差，双方同意取消', en: 'Shop: dye lot differs, cancelled by agreement' },
]

const past: readonly OrderState[] = [
  'placed',
  'secured',
  'in_production',
  'shipped_in_part',
  'shipped',
  'received',
  'completed',
]
const reached = (state: OrderState, goal: OrderState) => past.indexOf(state) >= past.indexOf(goal)

/** Payments, shipments and moves that led an order to its state, none of them later than today. */
export function settle(course: Course, order: Bare): Pick<OrderSeed, 'payments' | 'shipments' | 'moves'> {
  const { lots, placed, by, today } = course
  const latest = plusDays(today, -0.01)
  const cap = (at: Date) => (at > latest ? latest : at)
  const moves: OrderMoveSeed[] = [{ to: 'placed', at: placed.toISOString(), by, reason: null }]
  const move = (to: OrderState, at: Date, who: string, reason: Localised | null = null) =>
    moves.push({ to, at: at.toISOString(), by: who, reason })
  const clerk = `person-${course.shop.slug}-staff-1`

  if (order.state === 'expired') {
    move('expired', cap(plusDays(placed, 3)), 'system', { zh: '3 天内未付款', en: 'Not paid within 3 days' })
    return { payments: payments(course, order, null, null), shipments: [], moves }
  }
  const securedAt = order.state === 'placed' ? null : cap(plusDays(placed, 0.02 + lots.chance() * 0.6))
  if (order.state === 'cancelled') {
    const paid = lots.happens(0.4) ? securedAt : null
    if (paid) move('secured', paid, by)
    const at = cap(plusDays(paid ?? placed, 0.2 + lots.chance()))
    move('cancelled', at, by, lots.pick(cancelReasons))
    return { payments: payments(course, order, paid, at), shipments: [], moves }
  }
  if (securedAt) move('secured', securedAt, by)
  if (securedAt && order.state === 'in_production')
    move('in_production', cap(plusDays(securedAt, 0.1 + lots.chance() * 0.5)), clerk)
  const shipments =
    securedAt && reached(order.state, 'shipped_in_part') ? shipmentsOf(course, order, securedAt, cap) : []
  const [first, second] = shipments
  if (first && second) move('shipped_in_part', new Date(first.shippedAt), clerk)
  const last = second ?? first
  if (first && !second && order.state === 'shipped_in_part')
    move('shipped_in_part', new Date(first.shippedAt), clerk)
  if (last && reached(order.state, 'shipped')) move('shipped', new Date(last.shippedAt), clerk)
  const receivedAt = last?.receivedAt ? new Date(last.receivedAt) : null
  if (receivedAt && reached(order.state, 'received')) move('received', receivedAt, by)
  const completedAt =
    receivedAt && order.state === 'completed' ? cap(plusDays(receivedAt, 1 + lots.chance() * 6)) : null
  if (completedAt)
    move('completed', completedAt, lots.happens(0.6) ? by : 'system', {
      zh: '验收无异议，货款放行',
      en: 'Accepted without objection; money released',
    })
  return {
    payments: payments(course, order, securedAt, null, last ? new Date(last.shippedAt) : null, order.state),
    shipments,
    moves,
  }
}

function shipmentsOf(course: Course, order: Bare, secured: Date, cap: (at: Date) => Date): ShipmentSeed[] {
  const { lots, shop } = course
  const inPart = order.state === 'shipped_in_part'
  const split = inPart || lots.happens(0.18)
  const dispatch = cap(plusDays(secured, 0.4 + lots.chance() * shop.leadTimeDays))
  const whole = order.lines.map((line, i) => ({ line: i, quantity: line.quantity }))
  const firstPart = whole.flatMap(({ line, quantity }) =>
    quantity > 1 ? [{ line, quantity: Math.ceil(quantity * 0.6) }] : [{ line, quantity }],
  )
  const rest = whole.flatMap(({ line, quantity }, i) => {
    const left = quantity - (firstPart[i]?.quantity ?? 0)
    return left > 0 ? [{ line, quantity: left }] : []
  })
  const arrived = reached(order.state, 'received')
  const make = (at: Date, lines: ShipmentSeed['lines'], received: boolean): ShipmentSeed => {
    const [code, name, prefix] = lots.pick(carriers)
    return {
      carrier: { code, name },
      trackingNo: `${prefix}${String(lots.whole(100_000, 999_999))}${String(lots.whole(100_000, 999_999))}`,
      shippedAt: at.toISOString(),
      receivedAt: received ? cap(plusDays(at, 1.2 + lots.chance() * 3)).toISOString() : null,
      lines,
    }
  }
  if (!split || rest.length === 0) return [make(dispatch, whole, arrived)]
  if (inPart) return [make(dispatch, firstPart, false)]
  const second = cap(plusDays(dispatch, 0.8 + lots.chance() * 2))
  return [make(dispatch, firstPart, arrived || lots.happens(0.5)), make(second, rest, arrived)]
}

/** Full payment, or 30 % deposit and the balance before dispatch for large orders. */
function payments(
  course: Course,
  order: Bare,
  paidAt: Date | null,
  refundedAt: Date | null,
  shippedAt: Date | null = null,
  state: OrderState = order.state,
): PaymentSeed[] {
  const { lots, placed, foreign } = course
  const provider =
    foreign || order.total > 3_000_000 ? 'bank_transfer' : lots.happens(0.72) ? 'stripe' : 'bank_transfer'
  const label = order.key.replace('purchase-', '').toUpperCase()
  const due = plusDays(placed, 3).toISOString()
  const stateOf = (paid: Date | null): PaymentSeed['state'] => {
    if (refundedAt) return paid ? 'refunded' : 'void'
    if (!paid) return state === 'expired' ? 'void' : 'unpaid'
    return state === 'completed' ? 'released' : 'held'
  }
  const one = (kind: PaymentSeed['kind'], amount: number, dueAt: string, paid: Date | null): PaymentSeed => ({
    kind,
    provider,
    amount,
    dueAt,
    paidAt: paid?.toISOString() ?? null,
    reference: `JS${label}${kind === 'balance' ? 'B' : kind === 'deposit' ? 'D' : ''}`,
    state: stateOf(paid),
  })
  if (order.total < 1_500_000 || !lots.happens(0.6)) return [one('full', order.total, due, paidAt)]
  const deposit = Math.round(order.total * 0.3)
  const balancePaid = paidAt && shippedAt ? new Date((paidAt.getTime() + shippedAt.getTime()) / 2) : null
  return [
    one('deposit', deposit, due, paidAt),
    one('balance', order.total - deposit, plusDays(placed, 10).toISOString(), balancePaid),
  ]
}
