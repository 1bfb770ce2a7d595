import { inMarket, inMarkets, transact } from '#server/platform/db.ts'
import { enqueue } from '#server/platform/jobs.ts'
import { ProblemError } from '#server/platform/problems.ts'
import type { PaymentsContext } from '../context.ts'
import type { ProviderEvent } from '../provider/port.ts'
import * as accounts from '../store/accounts.ts'
import * as instructions from '../store/instructions.ts'
import * as paymentStore from '../store/payments.ts'
import * as providerStore from '../store/provider.ts'
import { instructWaiting, syncAccount } from './account.ts'
import { payOut, sendRefund } from './release.ts'
import { applySession, doubtOf } from './settle.ts'
import { refreshPayment } from './start.ts'

/** Events that say something about a hosted session. Others are taken in and left alone. */
const aboutSessions = new Set([
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
])
const aboutIntents = new Set(['payment_intent.payment_failed', 'payment_intent.succeeded'])

/**
 * Takes a signed message in and answers at once; the job does the rest. Refuses what is not signed by the institution within the
 * tolerance, and says nothing about why.
 */
export async function receiveEvent(
  context: PaymentsContext,
  body: Buffer,
  signature: string | string[] | undefined,
): Promise<void> {
  const event = context.provider?.readEvent(body, signature) ?? null
  if (event === null) throw new ProblemError('payments/signature-wrong')
  await transact(context.database, async (tx) => {
    const fresh = await providerStore.insertEvent(tx, {
      id: event.id,
      type: event.type,
      objectId: event.objectId,
    })
    if (fresh) await enqueue(tx, 'payments.apply-event', event)
  })
}

/**
 * Job: what an event means is read from the institution by the object's id, so order and repeats do not matter. Content that does not
 * fit our own row is quarantined: nothing is paid by it.
 */
export async function applyEvent(context: PaymentsContext, event: ProviderEvent): Promise<void> {
  const outcome = await judgeEvent(context, event)
  if (outcome.state === 'quarantined')
    context.logger.error(
      { event: event.id, type: event.type, reason: outcome.reason },
      'a provider event was quarantined',
    )
  await transact(context.database, (tx) =>
    providerStore.settleEvent(tx, event.id, outcome.state, outcome.reason, context.clock.now()),
  )
}

type Outcome = { state: 'applied' | 'ignored' | 'quarantined'; reason: string | null }
const quarantine = (reason: string): Outcome => ({ state: 'quarantined', reason })

async function judgeEvent(context: PaymentsContext, event: ProviderEvent): Promise<Outcome> {
  if (event.type === 'account.updated') return judgeAccountEvent(context, event)
  const ofSession = aboutSessions.has(event.type)
  if (!ofSession && !aboutIntents.has(event.type)) return { state: 'ignored', reason: null }
  if (event.live !== context.live) return quarantine('live mode differs')
  const { marketId, paymentId } = event.claims
  if (marketId === null || paymentId === null) return quarantine('names no payment of ours')
  const payment = await inMarket(context.database, marketId, (tx) =>
    paymentStore.findPayment(tx, marketId, paymentId),
  )
  if (payment?.sessionId == null) return quarantine('no such payment')
  if (ofSession && payment.sessionId !== event.objectId)
    return quarantine('another session claims the payment')
  const facts = await context.provider?.readSession(payment.sessionId)
  if (facts == null) return quarantine('the institution does not know the session')
  if (!ofSession && facts.intentId !== null && facts.intentId !== event.objectId)
    return quarantine('another payment intent claims the payment')
  const doubt = doubtOf(payment, facts, context.live)
  if (doubt !== null) return quarantine(doubt)
  await applySession(context, payment, { ...facts, failure: facts.failure ?? event.failure })
  return { state: 'applied', reason: null }
}

/** An account that we did not open for the shop it claims moves nothing, whoever signed the message. */
async function judgeAccountEvent(context: PaymentsContext, event: ProviderEvent): Promise<Outcome> {
  if (event.live !== context.live) return quarantine('live mode differs')
  const { marketId, shopId } = event.claims
  if (marketId === null || shopId === null) return quarantine('names no shop of ours')
  const account = await inMarket(context.database, marketId, (tx) =>
    accounts.findAccount(tx, marketId, shopId),
  )
  if (account === undefined) return quarantine('no such account')
  // Told before its opening was written down here: whoever opens it reads it after that.
  if (account.accountId === null) return { state: 'ignored', reason: null }
  if (account.accountId !== event.objectId) return quarantine('another account claims the shop')
  await syncAccount(context, marketId, shopId)
  return { state: 'applied', reason: null }
}

/** Minutes before the reconciler looks at what should have been answered. */
const patienceMinutes = 3
/** Minutes between two questions about an account that money waits for: its owner may take days. */
const accountPatienceMinutes = 15

/** Job by the clock: asks the institution about everything whose answer or message was lost. */
export async function reconcile(context: PaymentsContext): Promise<{ settled: number }> {
  const { database, clock, lower, logger } = context
  const olderThan = new Date(clock.now().getTime() - patienceMinutes * 60_000)
  const askedBefore = new Date(clock.now().getTime() - accountPatienceMinutes * 60_000)
  const work = await inMarkets(database, await lower.marketIds(), async (tx) => ({
    ...(await instructions.findUnsettled(tx, olderThan, 200)),
    accounts: await accounts.findAwaited(tx, askedBefore, 50),
    ready: await accounts.findReady(tx, 200),
  }))
  let settled = 0
  const attempt = async (what: string, run: () => Promise<unknown>) => {
    try {
      if ((await run()) === 'settled') settled += 1
    } catch (error) {
      logger.warn({ err: error, what }, 'reconciliation will try again')
    }
  }
  for (const { marketId, id } of work.waiting) await attempt(id, () => refreshPayment(context, marketId, id))
  for (const { marketId, shopId } of work.accounts)
    await attempt(shopId, () => syncAccount(context, marketId, shopId))
  for (const { marketId, shopId } of work.ready)
    await attempt(shopId, () =>
      inMarket(database, marketId, (tx) => instructWaiting(tx, marketId, shopId, clock.now())),
    )
  for (const { marketId, id } of work.payouts) await attempt(id, () => payOut(context, marketId, id))
  for (const { marketId, id } of work.refunds) await attempt(id, () => sendRefund(context, marketId, id))
  return { settled }
}
