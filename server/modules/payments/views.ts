import type { Currency } from '#shared/money.ts'
import { money } from '#shared/money.ts'
import type { BankReceiptView, PaymentView, PayoutView, RefundView } from '#shared/payments/shapes.ts'
import type {
  ListedPayout,
  ListedRefund,
  PaymentRow,
  PayoutRow,
  ReceiptRow,
  RefundRow,
} from './store/payments.ts'

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

export function receiptView(
  row: ReceiptRow,
  payment: PaymentRow | null,
  maySettle: boolean,
): BankReceiptView {
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
    actions: quarantined && maySettle ? ['return'] : [],
  }
}

const mayMark = (row: PayoutRow | RefundRow, maySettle: boolean) =>
  maySettle && row.method === 'bank_transfer' && row.state === 'instructed' ? ['mark-paid'] : []

export function payoutView(row: ListedPayout, maySettle: boolean): PayoutView {
  return {
    id: row.id,
    orderId: row.orderId,
    orderNumber: row.orderNumber,
    shopId: row.shopId,
    method: row.method,
    state: row.state,
    amount: money(row.amount, currencyOf(row.currency)),
    failure: row.failure,
    createdAt: row.createdAt.toISOString(),
    paidAt: iso(row.paidAt),
    actions: mayMark(row, maySettle),
  }
}

export function refundView(row: ListedRefund, maySettle: boolean): RefundView {
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
    actions: mayMark(row, maySettle),
  }
}
