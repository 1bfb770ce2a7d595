import { z } from 'zod'
import { endpoint, pageOf, pageQuery } from '#shared/http.ts'
import { BankReceiptId, MarketSlug, PayoutId, RefundId, ShopId } from '#shared/ids.ts'
import { Currency, MinorAmount } from '#shared/money.ts'
import { line, paragraph } from '#shared/text.ts'
import {
  BankAccount,
  BankReceiptView,
  PayoutAccount,
  PayoutState,
  PayoutView,
  ReceiptState,
  RefundState,
  RefundView,
  ShopMoney,
} from './shapes.ts'

const tag = 'payments'
const market = z.strictObject({ market: MarketSlug })

export const getBankAccount = endpoint({
  operationId: 'getBankAccount',
  tag,
  summary: 'Account of the licensed institution that holds the money of this market',
  method: 'GET',
  path: '/markets/:market/bank-account',
  access: 'signed-in',
  params: market,
  response: z.object({ account: BankAccount.nullable(), actions: z.array(z.string()) }),
})

export const putBankAccount = endpoint({
  operationId: 'putBankAccount',
  tag,
  summary: 'Set the account of the licensed institution (power: settle)',
  method: 'PUT',
  path: '/markets/:market/bank-account',
  access: 'signed-in',
  params: market,
  body: BankAccount,
  response: z.object({ account: BankAccount, actions: z.array(z.string()) }),
})

export const recordBankReceipt = endpoint({
  operationId: 'recordBankReceipt',
  tag,
  summary:
    'Enter money that arrived by bank transfer; it is matched by its reference or quarantined (power: settle)',
  method: 'POST',
  path: '/markets/:market/bank-receipts',
  access: 'signed-in',
  params: market,
  body: z.strictObject({
    /** The bank's own number of the transaction: the same one is entered once. */
    bankRef: line(64),
    reference: line(64),
    payer: line(120),
    amount: MinorAmount.min(1),
    currency: Currency,
    receivedOn: z.iso.date(),
    note: paragraph(500).default(''),
  }),
  status: 201,
  response: BankReceiptView,
  idempotent: true,
  problems: ['payments/receipt-known', 'payments/own-matter'],
})

export const listBankReceipts = endpoint({
  operationId: 'listBankReceipts',
  tag,
  summary: 'Bank transfers that arrived, newest first (power: settle)',
  method: 'GET',
  path: '/markets/:market/bank-receipts',
  access: 'signed-in',
  params: market,
  query: z.strictObject({ ...pageQuery, state: ReceiptState.optional() }),
  response: pageOf(BankReceiptView),
})

export const returnBankReceipt = endpoint({
  operationId: 'returnBankReceipt',
  tag,
  summary: 'Record that quarantined money was sent back to its payer (power: settle)',
  method: 'POST',
  path: '/markets/:market/bank-receipts/:receipt/return',
  access: 'signed-in',
  params: z.strictObject({ market: MarketSlug, receipt: BankReceiptId }),
  body: z.strictObject({ note: line(500) }),
  response: BankReceiptView,
  idempotent: true,
  problems: ['payments/own-matter', 'payments/not-waiting'],
})

export const listPayouts = endpoint({
  operationId: 'listPayouts',
  tag,
  summary: 'Payments to shops: instructions for the bank and transfers through Stripe (power: settle)',
  method: 'GET',
  path: '/markets/:market/payouts',
  access: 'signed-in',
  params: market,
  query: z.strictObject({ ...pageQuery, state: PayoutState.optional() }),
  response: pageOf(PayoutView),
})

export const markPayoutPaid = endpoint({
  operationId: 'markPayoutPaid',
  tag,
  summary: 'Record that the bank carried out an instruction (power: settle)',
  method: 'POST',
  path: '/markets/:market/payouts/:payout/mark-paid',
  access: 'signed-in',
  params: z.strictObject({ market: MarketSlug, payout: PayoutId }),
  body: z.strictObject({ bankRef: line(64) }),
  response: PayoutView,
  idempotent: true,
  problems: ['payments/own-matter', 'payments/not-waiting', 'payments/bank-number-known'],
})

export const listRefunds = endpoint({
  operationId: 'listRefunds',
  tag,
  summary: 'Refunds to buyers, newest first (power: settle)',
  method: 'GET',
  path: '/markets/:market/refunds',
  access: 'signed-in',
  params: market,
  query: z.strictObject({ ...pageQuery, state: RefundState.optional() }),
  response: pageOf(RefundView),
})

export const markRefundPaid = endpoint({
  operationId: 'markRefundPaid',
  tag,
  summary: 'Record that the bank carried out a refund (power: settle)',
  method: 'POST',
  path: '/markets/:market/refunds/:refund/mark-paid',
  access: 'signed-in',
  params: z.strictObject({ market: MarketSlug, refund: RefundId }),
  body: z.strictObject({ bankRef: line(64) }),
  response: RefundView,
  idempotent: true,
  problems: ['payments/own-matter', 'payments/not-waiting', 'payments/bank-number-known'],
})

const ofShop = z.strictObject({ market: MarketSlug, shopId: ShopId })

export const getPayoutAccount = endpoint({
  operationId: 'getPayoutAccount',
  tag,
  summary:
    'The account that a shop is paid to for online payments: its state and, for its owner and managers, what is missing',
  method: 'GET',
  path: '/markets/:market/shops/:shopId/payout-account',
  access: 'signed-in',
  params: ofShop,
  response: PayoutAccount,
})

export const startOnboarding = endpoint({
  operationId: 'startOnboarding',
  tag,
  summary: 'Begin or go on with opening the payout account at the institution (owner of the shop)',
  method: 'POST',
  path: '/markets/:market/shops/:shopId/payout-account/onboarding',
  access: 'signed-in',
  params: ofShop,
  /** The institution's own page; good once and for minutes. */
  response: z.object({ url: z.string() }),
  problems: [
    'payments/account-complete',
    'payments/account-closed',
    'payments/not-online',
    'payments/institution-silent',
  ],
})

export const refreshPayoutAccount = endpoint({
  operationId: 'refreshPayoutAccount',
  tag,
  summary:
    'Ask the institution how the payout account stands: called when the browser comes back from its page',
  method: 'POST',
  path: '/markets/:market/shops/:shopId/payout-account/refresh',
  access: 'signed-in',
  params: ofShop,
  response: PayoutAccount,
  problems: ['payments/institution-silent'],
})

export const getShopMoney = endpoint({
  operationId: 'getShopMoney',
  tag,
  summary: 'Money of a shop: held, released, payable, and the statement behind it',
  method: 'GET',
  path: '/markets/:market/shops/:shopId/money',
  access: 'signed-in',
  params: ofShop,
  query: z.strictObject(pageQuery),
  response: ShopMoney,
})
