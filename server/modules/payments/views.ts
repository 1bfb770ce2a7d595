import type { Currency } from '#shared/money.ts'
import { money } from '#shared/money.ts'
import type { BankReceiptView, PaymentView, PayoutView, RefundView } from '#shared/payments/shapes.ts'
import type { PaymentRow } from './store/payments.ts'
import type { ListedPayout, PayoutRow } from './store/payouts.ts'
import type { ListedReceipt } from './store/receipts.ts'
import type { ListedRefund, RefundRow } from './store/refunds.ts'

const iso = (moment: Date | null) => moment?.toISOString() ?? null
/** Currencies are checked when a market is opened; the column holds nothing else. */
const currencyOf = (text: string) => text as Currency

export function paymentView(row: PaymentRow): PaymentView {
  return {
    id: row.id,
    purchaseId: row.purchaseId,
    method: row.method,
    state: row.state,
    amount: money(row.amount, currencyOf(row.currency)),
    redirectUrl: row.state === 'awaiting' ? row.sessionUrl : null,
    reference: row.reference,
    failure: row.failure,
    createdAt: row.createdAt.toISOString(),
    succeededAt: iso(row.succeededAt),
  }
}

/** Who reads a list of the desk: whether they settle here at all, and whether a matter is one of their own. */
export type Pen = { maySettle: boolean; hasPart: (parties: readonly string[]) => boolean }

/** The action that the state allows, or why this reader does not get it. */
function offered(action: string, open: boolean, parties: readonly string[], pen: Pen) {
  const asked = open && pen.maySettle
  const own = asked && pen.hasPart(parties)
  return {
    actions: asked && !own ? [action] : [],
    withheld: own ? ('payments/own-matter' as const) : null,
  }
}

export function receiptView({ receipt: row, payment, parties }: ListedReceipt, pen: Pen): BankReceiptView {
  const quarantined = row.state !== 'matched' && row.state !== 'returned'
  return {
    id: row.id,
    marketId: row.marketId,
    state: row.state,
    reference: row.reference,
    bankRef: row.bankRef,
    payer: row.payer,
    amount: money(row.amount, currencyOf(row.currency)),
    expected: payment === null ? null : money(payment.amount, currencyOf(payment.currency)),
    receivedOn: row.receivedOn,
    paymentId: row.paymentId,
    purchaseId: payment?.purchaseId ?? null,
    note: row.note,
    recordedAt: row.createdAt.toISOString(),
    ...offered('return', quarantined, parties, pen),
  }
}

const toMark = (row: PayoutRow | RefundRow) => row.method === 'bank_transfer' && row.state === 'instructed'

export function payoutView(row: ListedPayout, pen: Pen): PayoutView {
  return {
    id: row.id,
    orderId: row.orderId,
    orderNumber: row.orderNumber,
    shopId: row.shopId,
    shopName: row.shopName,
    method: row.method,
    state: row.state,
    amount: money(row.amount, currencyOf(row.currency)),
    failure: row.failure,
    createdAt: row.createdAt.toISOString(),
    paidAt: iso(row.paidAt),
    ...offered('mark-paid', toMark(row), row.parties, pen),
  }
}

export function refundView(row: ListedRefund, pen: Pen): RefundView {
  return {
    id: row.id,
    paymentId: row.paymentId,
    orderId: row.orderId,
    orderNumber: row.orderNumber,
    method: row.method,
    state: row.state,
    amount: money(row.amount, currencyOf(row.currency)),
    reason: row.reason,
    createdAt: row.createdAt.toISOString(),
    paidAt: iso(row.paidAt),
    ...offered('mark-paid', toMark(row), row.parties, pen),
  }
}
