import { z } from 'zod'
import {
  BankReceiptId,
  MarketId,
  OrderId,
  PaymentId,
  PayoutId,
  PurchaseId,
  RefundId,
  ShopId,
} from '#shared/ids.ts'
import { Money } from '#shared/money.ts'
import { Localised, line, lineIn } from '#shared/text.ts'

/** How a purchase is paid: through Stripe's hosted page (cards, Alipay, WeChat Pay), or by bank transfer with a reference. */
export const PaymentMethod = z.enum(['stripe', 'bank_transfer'])
export type PaymentMethod = z.infer<typeof PaymentMethod>

export const paymentStates = ['awaiting', 'succeeded', 'surplus', 'failed', 'closed'] as const
/** `surplus`: the money came although the purchase was already paid; it goes back. `closed`: given up before money came. */
export const PaymentState = z.enum(paymentStates)
export type PaymentState = z.infer<typeof PaymentState>

/** Account of the licensed institution (持牌机构) that holds the money of a market. The platform holds none. */
export const BankAccount = z.strictObject({
  institution: lineIn(120),
  accountName: line(120),
  accountNumber: line(40),
  bankName: line(120),
  bankCode: z
    .string()
    .regex(/^[0-9A-Za-z]{6,14}$/)
    .nullable(),
})
export type BankAccount = z.infer<typeof BankAccount>

/** What the buyer needs to transfer money: to whom, how much, and the reference that tells whose money it is. */
export const BankInstructions = z.object({
  paymentId: PaymentId,
  account: BankAccount,
  amount: Money,
  /** Spelled without letters that sound or look alike, e.g. `JS-7K4M-92WT`. Goes into the transfer's remark (附言). */
  reference: z.string(),
  payBefore: z.string(),
})
export type BankInstructions = z.infer<typeof BankInstructions>

export const PaymentView = z.object({
  id: PaymentId,
  purchaseId: PurchaseId,
  method: PaymentMethod,
  state: PaymentState,
  amount: Money,
  /** Stripe's hosted page while the payment waits; the browser goes there. */
  redirectUrl: z.string().nullable(),
  reference: z.string().nullable(),
  failure: z.string().nullable(),
  createdAt: z.string(),
  succeededAt: z.string().nullable(),
})
export type PaymentView = z.infer<typeof PaymentView>

export const receiptStates = [
  'matched',
  'underpaid',
  'overpaid',
  'unknown_reference',
  'wrong_currency',
  'purchase_closed',
  'already_paid',
  'returned',
] as const
/** `matched` money counts as paid; every other state is quarantined until somebody settles or returns it. */
export const ReceiptState = z.enum(receiptStates)
export type ReceiptState = z.infer<typeof ReceiptState>

/** Why an action is missing that the state would allow: the problem that trying it would answer with. */
export const Withheld = z.enum(['payments/own-matter']).nullable()
export type Withheld = z.infer<typeof Withheld>

export const BankReceiptView = z.object({
  id: BankReceiptId,
  marketId: MarketId,
  state: ReceiptState,
  reference: z.string(),
  bankRef: z.string(),
  payer: z.string(),
  amount: Money,
  expected: Money.nullable(),
  receivedOn: z.string(),
  paymentId: PaymentId.nullable(),
  purchaseId: PurchaseId.nullable(),
  note: z.string(),
  recordedAt: z.string(),
  actions: z.array(z.string()),
  withheld: Withheld,
})
export type BankReceiptView = z.infer<typeof BankReceiptView>

/** `waiting`: the shop's account at the payment institution is not active yet; nothing is sent until it is. */
export const PayoutState = z.enum(['waiting', 'instructed', 'paid', 'failed'])
export type PayoutState = z.infer<typeof PayoutState>
export const RefundState = z.enum(['instructed', 'paid', 'failed'])
export type RefundState = z.infer<typeof RefundState>

/** Money on its way to a shop for one order: a transfer through Stripe, or an instruction to the bank. */
export const PayoutView = z.object({
  id: PayoutId,
  orderId: OrderId,
  orderNumber: z.string(),
  shopId: ShopId,
  shopName: Localised,
  method: PaymentMethod,
  state: PayoutState,
  amount: Money,
  failure: z.string().nullable(),
  createdAt: z.string(),
  paidAt: z.string().nullable(),
  actions: z.array(z.string()),
  withheld: Withheld,
})
export type PayoutView = z.infer<typeof PayoutView>

export const RefundView = z.object({
  id: RefundId,
  paymentId: PaymentId,
  orderId: OrderId.nullable(),
  /** Null when the whole payment goes back. */
  orderNumber: z.string().nullable(),
  method: PaymentMethod,
  state: RefundState,
  amount: Money,
  reason: z.string(),
  createdAt: z.string(),
  paidAt: z.string().nullable(),
  actions: z.array(z.string()),
  withheld: Withheld,
})
export type RefundView = z.infer<typeof RefundView>

/** One line of a shop's statement: a posting to its account, in the words of the journal. */
export const StatementLine = z.object({
  journalId: z.string(),
  kind: z.enum(['capture', 'release', 'refund', 'refund_paid', 'payout', 'correction']),
  account: z.enum(['escrow_held', 'shop_payable']),
  orderId: OrderId.nullable(),
  /** What people call the order; null for a correction that concerns none. */
  orderNumber: z.string().nullable(),
  /** Positive: more for the shop. Minor units with their currency. */
  amount: Money,
  at: z.string(),
})
export type StatementLine = z.infer<typeof StatementLine>

export const ShopMoney = z.object({
  /** Secured and not yet released. */
  held: Money,
  /** Released in total, before commission. */
  released: Money,
  commission: Money,
  refunded: Money,
  /** Released and not yet paid out. */
  payable: Money,
  /** The part of it that waits for the shop's payout account. */
  waiting: Money,
  paidOut: Money,
  statement: z.object({ items: z.array(StatementLine), nextCursor: z.string().nullable() }),
})
export type ShopMoney = z.infer<typeof ShopMoney>

export const payoutAccountStates = ['pending', 'active', 'restricted'] as const
/**
 * `pending`: the shop has not handed in what the institution asks. `restricted`: handed in, and the institution asks for more, is
 * looking at it, or has refused. Only to an `active` one is money sent.
 */
export const PayoutAccountState = z.enum(payoutAccountStates)
export type PayoutAccountState = z.infer<typeof PayoutAccountState>

/** What the institution can ask of a shop, put into the few kinds that a person can act on. */
export const PayoutRequirement = z.enum(['company', 'identity', 'bank', 'business', 'terms', 'other'])
export type PayoutRequirement = z.infer<typeof PayoutRequirement>

/** A shop's account at the institution that pays it what buyers paid online. */
export const PayoutAccount = z.object({
  /** Whether payments are taken online here: where they are not, nobody needs the account. */
  needed: z.boolean(),
  /** Null: not begun. */
  state: PayoutAccountState.nullable(),
  missing: z.array(PayoutRequirement),
  /** The institution has closed the account for good; only it can say why. */
  refused: z.boolean(),
  /** Released money that is not sent before the account is active. */
  waiting: Money,
  activeSince: z.string().nullable(),
  actions: z.array(z.string()),
})
export type PayoutAccount = z.infer<typeof PayoutAccount>
