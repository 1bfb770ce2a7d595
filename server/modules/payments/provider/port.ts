import type { Localised } from '#shared/text.ts'

/** How a hosted payment session stands, as the institution tells it. */
export type SessionFacts = {
  sessionId: string
  status: 'open' | 'complete' | 'expired'
  paid: boolean
  intentId: string | null
  amount: number
  currency: string
  live: boolean
  /** Ours, as we gave them when the session was opened; somebody else's session may claim anything here. */
  claims: Pick<Claims, 'marketId' | 'paymentId'>
  failure: string | null
}

export type Claims = { marketId: string | null; paymentId: string | null; shopId: string | null }

/** How a shop's account stands, as the institution tells it. */
export type AccountFacts = {
  /** Its owner has handed in what was asked. */
  submitted: boolean
  /** Money can be sent to it. */
  active: boolean
  /** Codes of what is asked for now, in the institution's words. */
  requirements: readonly string[]
  disabledReason: string | null
}

export type ProviderEvent = {
  id: string
  type: string
  live: boolean
  /** The hosted session, the payment behind it, or a shop's account. */
  objectId: string
  claims: Claims
  failure: string | null
}

export type SessionOrder = {
  paymentId: string
  marketId: string
  purchaseId: string
  purchaseNumber: string
  amount: number
  currency: string
  marketName: Localised
  payBefore: Date
  now: Date
  returnUrl: string
  cancelUrl: string
}

/**
 * A licensed institution that holds and moves money on our instructions. Every call that moves something carries a key made of our own
 * row, so that a repeat is the same instruction. Calls throw when the institution does not answer; nobody calls inside a transaction.
 */
export type PaymentProvider = {
  openSession: (order: SessionOrder) => Promise<{ sessionId: string; url: string }>
  readSession: (sessionId: string) => Promise<SessionFacts | null>
  /** Ends an open session, or tells that it was paid in the meantime. */
  closeSession: (sessionId: string) => Promise<SessionFacts | null>
  openAccount: (shop: { marketId: string; shopId: string; name: string }) => Promise<string>
  /** A page of the institution where the owner fills in the account; good once and for minutes. */
  onboardingPage: (order: { accountId: string; returnUrl: string; againUrl: string }) => Promise<string>
  /** Null: the institution does not know the account, or no longer lets us see it. */
  readAccount: (accountId: string) => Promise<AccountFacts | null>
  /** Answers `account-not-active` when it was refused because of the account: nothing has moved, and nothing will under this attempt. */
  transfer: (order: {
    payoutId: string
    attempt: number
    intentId: string
    accountId: string
    amount: number
    currency: string
    group: string
  }) => Promise<{ transferId: string } | 'account-not-active'>
  refund: (order: { refundId: string; intentId: string; amount: number }) => Promise<string>
  /** The event behind a signed message, or null when the signature is wrong or too old. */
  readEvent: (body: Buffer, signature: string | string[] | undefined) => ProviderEvent | null
}
