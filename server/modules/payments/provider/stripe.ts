import Stripe from 'stripe'
import type { Config } from '#server/platform/config.ts'
import type {
  AccountFacts,
  Claims,
  PaymentProvider,
  ProviderEvent,
  SessionFacts,
  SessionOrder,
} from './port.ts'

type StripeSettings = NonNullable<Config['stripe']>

/** Seconds that a signature stays good (Stripe's own default; 0 would switch the check off). */
const signatureToleranceSeconds = 300
/** Stripe accepts a session's end between 30 minutes and 24 hours from now. */
const sessionSeconds = { least: 31 * 60, most: 24 * 3600 - 60 }

/**
 * Stripe Connect with separate charges and transfers: the buyer pays on Stripe's hosted page to the platform's account, and each shop's part
 * is transferred when the buyer has received the goods. `apiBase` points the official client at a sandbox.
 */
export function stripeProvider({ secretKey, webhookSecret, apiBase }: StripeSettings): PaymentProvider {
  const stripe = new Stripe(secretKey, {
    timeout: 10_000,
    maxNetworkRetries: 2,
    telemetry: false,
    appInfo: { name: 'Jishi' },
    ...baseOf(apiBase),
  })
  return {
    openSession: async (order) => {
      const session = await stripe.checkout.sessions.create(sessionParams(order), {
        idempotencyKey: `session:${order.paymentId}`,
      })
      if (session.url === null) throw new Error('Stripe opened a session without a page')
      return { sessionId: session.id, url: session.url }
    },
    readSession: (sessionId) => orNull(async () => factsOf(await retrieve(stripe, sessionId)), [404]),
    closeSession: (sessionId) =>
      orNull(async () => {
        const found = await retrieve(stripe, sessionId)
        if (found.status !== 'open') return factsOf(found)
        try {
          return factsOf(
            await stripe.checkout.sessions.expire(sessionId, {}, { idempotencyKey: `expire:${sessionId}` }),
          )
        } catch (error) {
          // Paid between the two calls: the session's own word counts.
          if (error instanceof Stripe.errors.StripeInvalidRequestError)
            return factsOf(await retrieve(stripe, sessionId))
          throw error
        }
      }, [404]),
    openAccount: async ({ marketId, shopId, name }) => {
      const account = await stripe.accounts.create(
        {
          type: 'express',
          business_profile: { name },
          capabilities: { transfers: { requested: true } },
          metadata: { market_id: marketId, shop_id: shopId },
        },
        { idempotencyKey: `account:${marketId}:${shopId}` },
      )
      return account.id
    },
    onboardingPage: async ({ accountId, returnUrl, againUrl }) => {
      const link = await stripe.accountLinks.create({
        account: accountId,
        type: 'account_onboarding',
        return_url: returnUrl,
        refresh_url: againUrl,
      })
      return link.url
    },
    // 403: the account no longer lets this platform act for it.
    readAccount: (accountId) =>
      orNull(async () => accountFactsOf(await stripe.accounts.retrieve(accountId)), [403, 404]),
    transfer: async ({ payoutId, attempt, intentId, accountId, amount, currency, group }) => {
      const intent = await stripe.paymentIntents.retrieve(intentId)
      const charge =
        typeof intent.latest_charge === 'string' ? intent.latest_charge : intent.latest_charge?.id
      try {
        const transfer = await stripe.transfers.create(
          {
            amount,
            currency: currency.toLowerCase(),
            destination: accountId,
            transfer_group: group,
            ...(charge === undefined ? {} : { source_transaction: charge }),
            metadata: { payout_id: payoutId },
          },
          { idempotencyKey: `payout:${payoutId}:${attempt}` },
        )
        return { transferId: transfer.id }
      } catch (error) {
        if (
          error instanceof Stripe.errors.StripeInvalidRequestError &&
          error.code === 'insufficient_capabilities_for_transfer'
        )
          return 'account-not-active'
        throw error
      }
    },
    refund: async ({ refundId, intentId, amount }) => {
      const refund = await stripe.refunds.create(
        { payment_intent: intentId, amount, metadata: { refund_id: refundId } },
        { idempotencyKey: `refund:${refundId}` },
      )
      return refund.id
    },
    readEvent: (body, signature) => {
      if (typeof signature !== 'string') return null
      // Stripe tells of our own account and of the shops' accounts through two endpoints, each with a secret of its own.
      for (const secret of webhookSecret.split(','))
        try {
          return eventOf(stripe.webhooks.constructEvent(body, signature, secret, signatureToleranceSeconds))
        } catch {
          // Not signed with this one.
        }
      return null
    },
  }
}

function baseOf(apiBase: string | undefined) {
  if (apiBase === undefined) return {}
  const url = new URL(apiBase)
  const protocol = url.protocol === 'http:' ? ('http' as const) : ('https' as const)
  return { host: url.hostname, port: url.port || (protocol === 'http' ? 80 : 443), protocol }
}

function sessionParams(order: SessionOrder): Stripe.Checkout.SessionCreateParams {
  const metadata = { market_id: order.marketId, payment_id: order.paymentId, purchase_id: order.purchaseId }
  const seconds = Math.floor((order.payBefore.getTime() - order.now.getTime()) / 1000)
  const lasting = Math.min(Math.max(seconds, sessionSeconds.least), sessionSeconds.most)
  return {
    mode: 'payment',
    client_reference_id: order.purchaseId,
    success_url: order.returnUrl,
    cancel_url: order.cancelUrl,
    expires_at: Math.floor(order.now.getTime() / 1000) + lasting,
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: order.currency.toLowerCase(),
          unit_amount: order.amount,
          product_data: { name: `${order.marketName.zh || order.marketName.en} ${order.purchaseNumber}` },
        },
      },
    ],
    metadata,
    payment_intent_data: { transfer_group: order.purchaseId, metadata },
  }
}

const retrieve = (stripe: Stripe, sessionId: string) =>
  stripe.checkout.sessions.retrieve(sessionId, { expand: ['payment_intent'] })

/** Null where Stripe answers with one of these: it does not know the object, or does not show it to us. */
async function orNull<T>(read: () => Promise<T>, statuses: readonly number[]): Promise<T | null> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError && statuses.includes(error.statusCode ?? 0)) return null
    throw error
  }
}

function accountFactsOf(account: Stripe.Account): AccountFacts {
  const { currently_due, past_due, disabled_reason } = account.requirements ?? {}
  return {
    submitted: account.details_submitted,
    active: account.capabilities?.transfers === 'active',
    requirements: [...new Set([...(currently_due ?? []), ...(past_due ?? [])])].sort(),
    disabledReason: disabled_reason ?? null,
  }
}

function factsOf(session: Stripe.Checkout.Session): SessionFacts {
  const intent = session.payment_intent
  return {
    sessionId: session.id,
    status: statusOf(session.status),
    paid: session.payment_status === 'paid',
    intentId: typeof intent === 'string' ? intent : (intent?.id ?? null),
    amount: session.amount_total ?? 0,
    currency: (session.currency ?? '').toUpperCase(),
    live: session.livemode,
    claims: claimsOf(session.metadata),
    failure:
      typeof intent === 'object' && intent !== null ? (intent.last_payment_error?.message ?? null) : null,
  }
}

const statusOf = (status: string | null): SessionFacts['status'] =>
  status === 'complete' || status === 'expired' ? status : 'open'

const claimsOf = (metadata: Stripe.Metadata | null | undefined): Claims => ({
  marketId: metadata?.['market_id'] ?? null,
  paymentId: metadata?.['payment_id'] ?? null,
  shopId: metadata?.['shop_id'] ?? null,
})

function eventOf(event: Stripe.Event): ProviderEvent {
  const object = event.data.object as {
    id?: string
    metadata?: Stripe.Metadata
    last_payment_error?: { message?: string }
  }
  return {
    id: event.id,
    type: event.type,
    live: event.livemode,
    objectId: object.id ?? '',
    claims: claimsOf(object.metadata),
    failure: object.last_payment_error?.message ?? null,
  }
}
