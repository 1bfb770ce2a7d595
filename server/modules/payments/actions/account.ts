import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { inMarket, type Tx } from '#server/platform/db.ts'
import { enqueue } from '#server/platform/jobs.ts'
import { ProblemError } from '#server/platform/problems.ts'
import type { PaymentsContext } from '../context.ts'
import { accountMove, accountMoves, isClosed, missingOf } from '../domain/account.ts'
import * as accounts from '../store/accounts.ts'

/** Whether its owner can do something about the account at the institution. */
export const mayOnboard = (
  account: Pick<accounts.AccountRow, 'state' | 'requirements' | 'disabledReason'> | undefined,
) =>
  account === undefined ||
  (!isClosed(account.disabledReason) &&
    (account.state !== 'active' || missingOf(account.requirements).length > 0))

/**
 * Opens the shop's account at the institution, once, and answers the address of the page where its owner fills it in. The row is committed
 * before the institution is called and gives the call its key: a second click, or a lost answer, finds the same account.
 */
export async function startOnboarding(
  context: PaymentsContext,
  actor: Actor,
  shop: { marketId: string; shopId: string; businessName: string },
  pages: { returnUrl: string; againUrl: string },
): Promise<string> {
  const { database, provider } = context
  if (provider === null) throw new ProblemError('payments/not-online')
  const { marketId, shopId } = shop
  const account = await inMarket(database, marketId, async (tx) => {
    if (await accounts.insertAccount(tx, shop))
      await audit(tx, {
        stream: marketId,
        actor,
        action: 'payments.payout-account-begun',
        subject: shopId,
        facts: {},
      })
    return accounts.findAccount(tx, marketId, shopId)
  })
  if (account === undefined) throw new ProblemError('request/changed-meanwhile')
  if (!mayOnboard(account))
    throw new ProblemError(
      isClosed(account.disabledReason) ? 'payments/account-closed' : 'payments/account-complete',
    )
  return answered(async () => {
    const accountId =
      account.accountId ??
      (await keep(context, account, await provider.openAccount({ ...account, name: account.businessName })))
    return provider.onboardingPage({ accountId, ...pages })
  })
}

const keep = (context: PaymentsContext, account: accounts.AccountRow, accountId: string) =>
  inMarket(context.database, account.marketId, (tx) => accounts.keepAccountId(tx, account, accountId))

async function answered<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw new ProblemError('payments/institution-silent', {}, { cause: error })
  }
}

/** The browser is back from the institution's page. */
export async function refreshAccount(
  context: PaymentsContext,
  marketId: string,
  shopId: string,
): Promise<void> {
  await answered(() => syncAccount(context, marketId, shopId))
}

/**
 * How often an account is read when others write it down in the meantime. Two are enough: who wrote over the second reading had read the
 * row after the first, and asked after that. So what stands there then was said after we began to ask, which is all that we promise.
 */
const readings = 2

/**
 * Brings the account to what the institution says of it now: the one way in for the browser's return, the message, a refused transfer and
 * the reconciler. What was read is written only if nothing was written since the reading began, so an old word never covers a newer one.
 */
export async function syncAccount(context: PaymentsContext, marketId: string, shopId: string): Promise<void> {
  const { database, provider, clock, logger } = context
  for (let tries = 0; tries < readings; tries += 1) {
    const read = await inMarket(database, marketId, (tx) => accounts.findAccount(tx, marketId, shopId))
    if (read?.accountId == null || provider === null) return
    const facts = await provider.readAccount(read.accountId)
    if (facts === null) {
      logger.error({ marketId, shopId }, 'the institution does not know the account of a shop')
      return
    }
    const move = accountMove(read.state, facts)
    const written = await inMarket(database, marketId, async (tx) => {
      const state = move === null ? read.state : accountMoves[move].to
      const now = clock.now()
      if (!(await accounts.writeFacts(tx, read, facts, state, now))) return false
      if (move === null) return true
      await audit(tx, {
        stream: marketId,
        actor: null,
        action: `payments.payout-account-${state}`,
        subject: shopId,
        facts: { from: read.state, disabledReason: facts.disabledReason },
      })
      if (move === 'activate') await instructWaiting(tx, marketId, shopId, now)
      return true
    })
    if (written) return
  }
}

/** Everything that waited for the shop's account goes out, each by a job of its own, if the account is active. */
export async function instructWaiting(tx: Tx, marketId: string, shopId: string, now: Date): Promise<void> {
  for (const { id } of await accounts.instructPayouts(tx, marketId, shopId, now))
    await enqueue(tx, 'payments.pay-out', { marketId, payoutId: id })
}
