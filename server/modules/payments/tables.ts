import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { createdAt, idColumn, localised, minorUnits, moment } from '#server/platform/columns.ts'

/** One attempt to pay a purchase. At most one of a purchase succeeds; a second success is `surplus` and goes back. */
export const payments = pgTable(
  'payments',
  {
    marketId: idColumn().notNull(),
    id: idColumn().notNull(),
    purchaseId: idColumn().notNull(),
    /** The company that pays, frozen when the payment begins: nobody who belongs to it settles it (0050_trade.sql). */
    buyerId: idColumn().notNull(),
    method: text().$type<'stripe' | 'bank_transfer'>().notNull(),
    state: text().$type<'awaiting' | 'succeeded' | 'surplus' | 'failed' | 'closed'>().notNull(),
    amount: minorUnits().notNull(),
    currency: text().notNull(),
    /** Bank transfer: what the payer writes into the remark. */
    reference: text(),
    sessionId: text(),
    sessionUrl: text(),
    intentId: text(),
    failure: text(),
    createdAt: createdAt(),
    payBefore: moment().notNull(),
    succeededAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.id] }),
    check('payments_amount', sql`${t.amount} > 0`),
    check('payments_state', sql`${t.state} in ('awaiting','succeeded','surplus','failed','closed')`),
    check('payments_time', sql`(${t.state} in ('succeeded','surplus')) = (${t.succeededAt} is not null)`),
    uniqueIndex('payments_one_success').on(t.marketId, t.purchaseId).where(sql`${t.state} = 'succeeded'`),
    // One open attempt per method: a second click gets the first one's page.
    uniqueIndex('payments_one_open')
      .on(t.marketId, t.purchaseId, t.method)
      .where(sql`${t.state} = 'awaiting'`),
    unique('payments_reference').on(t.reference),
    unique('payments_session').on(t.sessionId),
    unique('payments_intent').on(t.intentId),
    index('payments_purchase').on(t.marketId, t.purchaseId),
    index('payments_waiting').on(t.createdAt).where(sql`${t.state} = 'awaiting'`),
  ],
)

/** How a payment is shared among the shops, order by order, and what became of each share. */
export const paymentShares = pgTable(
  'payment_shares',
  {
    marketId: idColumn().notNull(),
    paymentId: idColumn().notNull(),
    orderId: idColumn().notNull(),
    /** As trade numbered it when the payment began: statements name it, and no capability asks a later one. */
    orderNumber: text().notNull(),
    shopId: idColumn().notNull(),
    amount: minorUnits().notNull(),
    released: minorUnits().notNull().default(0),
    refunded: minorUnits().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.paymentId, t.orderId] }),
    foreignKey({
      name: 'payment_shares_payment',
      columns: [t.marketId, t.paymentId],
      foreignColumns: [payments.marketId, payments.id],
    }),
    check(
      'payment_shares_within',
      sql`${t.amount} > 0 and ${t.released} >= 0 and ${t.refunded} >= 0 and ${t.released} + ${t.refunded} <= ${t.amount}`,
    ),
    index('payment_shares_order').on(t.marketId, t.orderId),
  ],
)

/** Inbox of the provider's events. An event is taken in once; what it means is read from the provider, not from its arrival. */
export const providerEvents = pgTable(
  'provider_events',
  {
    id: text().primaryKey(),
    type: text().notNull(),
    objectId: text().notNull(),
    state: text().$type<'received' | 'applied' | 'ignored' | 'quarantined'>().notNull(),
    reason: text(),
    receivedAt: createdAt(),
    settledAt: moment(),
  },
  (t) => [
    check('provider_events_state', sql`${t.state} in ('received','applied','ignored','quarantined')`),
    index('provider_events_open').on(t.receivedAt).where(sql`${t.state} in ('received','quarantined')`),
  ],
)

/** A shop's account at the provider: begun when its owner first goes to fill it in. What it may do is the provider's word. */
export const providerAccounts = pgTable(
  'provider_accounts',
  {
    marketId: idColumn().notNull(),
    shopId: idColumn().notNull(),
    /** As first sent, so that a repeat sends the same words under the same key. */
    businessName: text().notNull(),
    /** Null until the provider has answered. */
    accountId: text(),
    state: text().$type<'pending' | 'active' | 'restricted'>().notNull(),
    /** Codes of what the provider still asks for, in its own words, e.g. `external_account`. */
    requirements: text().array().notNull().default([]),
    /** Why the provider has closed it, in its own words. */
    disabledReason: text(),
    /** Grows with every word of the provider that was written: an older one that comes late finds another number. */
    version: integer().notNull().default(0),
    createdAt: createdAt(),
    checkedAt: moment(),
    activeSince: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.shopId] }),
    unique('provider_accounts_account').on(t.accountId),
    check('provider_accounts_state', sql`${t.state} in ('pending','active','restricted')`),
    check(
      'provider_accounts_known',
      sql`${t.state} = 'pending' or (${t.accountId} is not null and ${t.checkedAt} is not null)`,
    ),
    check('provider_accounts_time', sql`(${t.state} = 'active') = (${t.activeSince} is not null)`),
  ],
)

/** Money on its way to a shop. One per order and part of it that is released. */
export const payouts = pgTable(
  'payouts',
  {
    marketId: idColumn().notNull(),
    id: idColumn().notNull(),
    paymentId: idColumn().notNull(),
    orderId: idColumn().notNull(),
    shopId: idColumn().notNull(),
    /** Which release of the order: 1 on receipt, 2 when a shortage was waived. */
    part: integer().notNull(),
    method: text().$type<'stripe' | 'bank_transfer'>().notNull(),
    /** `waiting`: for the shop's account at the provider to become active. */
    state: text().$type<'waiting' | 'instructed' | 'paid' | 'failed'>().notNull(),
    gross: minorUnits().notNull(),
    commission: minorUnits().notNull(),
    amount: minorUnits().notNull(),
    currency: text().notNull(),
    providerId: text(),
    failure: text(),
    /** Part of the key that the provider knows the instruction by: a refusal is its answer to that key for good. */
    attempt: integer().notNull().default(1),
    /** Who recorded that the bank carried it out; null for what the provider confirms itself. */
    settledBy: idColumn(),
    createdAt: createdAt(),
    instructedAt: moment(),
    paidAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.id] }),
    foreignKey({
      name: 'payouts_share',
      columns: [t.marketId, t.paymentId, t.orderId],
      foreignColumns: [paymentShares.marketId, paymentShares.paymentId, paymentShares.orderId],
    }),
    unique('payouts_once').on(t.marketId, t.orderId, t.part),
    // One number of the bank or of the provider carries out one instruction; whose market it is not, does not notice.
    unique('payouts_provider').on(t.marketId, t.providerId),
    check(
      'payouts_sum',
      sql`${t.gross} = ${t.amount} + ${t.commission} and ${t.amount} > 0 and ${t.commission} >= 0`,
    ),
    check('payouts_state', sql`${t.state} in ('waiting','instructed','paid','failed')`),
    check('payouts_instructed', sql`(${t.state} = 'waiting') = (${t.instructedAt} is null)`),
    index('payouts_list').on(t.marketId, t.state, t.id),
    index('payouts_shop').on(t.marketId, t.shopId, t.id),
    index('payouts_waiting').on(t.marketId, t.shopId).where(sql`${t.state} = 'waiting'`),
  ],
)

/** Money on its way back to a buyer. `orderId` null: the whole payment goes back. */
export const refunds = pgTable(
  'refunds',
  {
    marketId: idColumn().notNull(),
    id: idColumn().notNull(),
    paymentId: idColumn().notNull(),
    orderId: idColumn(),
    /** Why, as a word of ours: one refund per payment, order and cause, so that a repeated job refunds once. */
    cause: text().notNull(),
    method: text().$type<'stripe' | 'bank_transfer'>().notNull(),
    state: text().$type<'instructed' | 'paid' | 'failed'>().notNull(),
    amount: minorUnits().notNull(),
    currency: text().notNull(),
    reason: text().notNull(),
    providerId: text(),
    failure: text(),
    /** Who recorded that the bank carried it out; null for what the provider confirms itself. */
    settledBy: idColumn(),
    createdAt: createdAt(),
    paidAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.id] }),
    foreignKey({
      name: 'refunds_payment',
      columns: [t.marketId, t.paymentId],
      foreignColumns: [payments.marketId, payments.id],
    }),
    unique('refunds_once').on(t.marketId, t.paymentId, t.orderId, t.cause).nullsNotDistinct(),
    unique('refunds_provider').on(t.marketId, t.providerId),
    check('refunds_amount', sql`${t.amount} > 0`),
    check('refunds_state', sql`${t.state} in ('instructed','paid','failed')`),
    index('refunds_list').on(t.marketId, t.state, t.id),
  ],
)

/** Money that arrived at the licensed institution's account, entered by a holder of `settle`. */
export const bankReceipts = pgTable(
  'bank_receipts',
  {
    marketId: idColumn().notNull(),
    id: idColumn().notNull(),
    bankRef: text().notNull(),
    reference: text().notNull(),
    payer: text().notNull(),
    amount: minorUnits().notNull(),
    currency: text().notNull(),
    receivedOn: date({ mode: 'string' }).notNull(),
    note: text().notNull(),
    state: text()
      .$type<
        | 'matched'
        | 'underpaid'
        | 'overpaid'
        | 'unknown_reference'
        | 'wrong_currency'
        | 'purchase_closed'
        | 'already_paid'
        | 'returned'
      >()
      .notNull(),
    paymentId: idColumn(),
    recordedBy: idColumn().notNull(),
    returnedBy: idColumn(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.id] }),
    foreignKey({
      name: 'bank_receipts_payment',
      columns: [t.marketId, t.paymentId],
      foreignColumns: [payments.marketId, payments.id],
    }),
    unique('bank_receipts_once').on(t.marketId, t.bankRef),
    check('bank_receipts_amount', sql`${t.amount} > 0`),
    index('bank_receipts_list').on(t.marketId, t.state, t.id),
  ],
)

/** The licensed institution's account of a market, shown to payers. The platform holds no money. */
export const bankAccounts = pgTable('bank_accounts', {
  marketId: idColumn().primaryKey(),
  institution: localised().notNull(),
  accountName: text().notNull(),
  accountNumber: text().notNull(),
  bankName: text().notNull(),
  bankCode: text(),
  updatedAt: createdAt(),
})

/** What the market keeps of each release, hundredths of a percent. No row: nothing. Orders freeze it when they are placed. */
export const marketCommissions = pgTable(
  'market_commissions',
  { marketId: idColumn().primaryKey(), bps: integer().notNull(), updatedAt: createdAt() },
  (t) => [check('market_commissions_bps', sql`${t.bps} between 0 and 2000`)],
)

/** Differences found between the provider's records and ours; a row older than a day asks for a person. */
export const reconciliationBreaks = pgTable(
  'reconciliation_breaks',
  {
    marketId: idColumn().notNull(),
    id: idColumn().notNull(),
    subject: text().notNull(),
    kind: text().notNull(),
    facts: jsonb().$type<Record<string, unknown>>().notNull(),
    foundAt: createdAt(),
    settledAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.id] }),
    unique('reconciliation_breaks_once').on(t.marketId, t.subject, t.kind),
  ],
)
