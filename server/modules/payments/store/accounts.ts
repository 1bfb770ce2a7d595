import { and, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '#server/platform/db.ts'
import type { PayoutAccountState } from '#shared/payments/shapes.ts'
import type { AccountFacts } from '../provider/port.ts'
import { payouts, providerAccounts } from '../tables.ts'

export type AccountRow = typeof providerAccounts.$inferSelect

const ofShop = (marketId: string, shopId: string) =>
  and(eq(providerAccounts.marketId, marketId), eq(providerAccounts.shopId, shopId))

export async function findAccount(db: Db, marketId: string, shopId: string): Promise<AccountRow | undefined> {
  const [row] = await db.select().from(providerAccounts).where(ofShop(marketId, shopId))
  return row
}

/** The account's state, held until the caller's transaction ends: a payout that is written meanwhile is not overlooked by activation. */
export async function holdState(
  tx: Tx,
  marketId: string,
  shopId: string,
): Promise<PayoutAccountState | null> {
  const [row] = await tx
    .select({ state: providerAccounts.state })
    .from(providerAccounts)
    .where(ofShop(marketId, shopId))
    .for('share')
  return row?.state ?? null
}

/** Notes that the shop's account is being opened. False: it was noted before. */
export async function insertAccount(
  tx: Tx,
  row: { marketId: string; shopId: string; businessName: string },
): Promise<boolean> {
  const made = await tx
    .insert(providerAccounts)
    .values({ ...row, state: 'pending' })
    .onConflictDoNothing()
    .returning({ shopId: providerAccounts.shopId })
  return made.length === 1
}

/** Keeps the provider's id of an account, the first one for good; answers the one that is kept. */
export async function keepAccountId(
  tx: Tx,
  { marketId, shopId }: { marketId: string; shopId: string },
  accountId: string,
): Promise<string> {
  const [row] = await tx
    .update(providerAccounts)
    .set({ accountId: sql`coalesce(${providerAccounts.accountId}, ${accountId})` })
    .where(ofShop(marketId, shopId))
    .returning({ accountId: providerAccounts.accountId })
  return row?.accountId ?? accountId
}

/** Writes what the provider said, unless something it said later was written since `read`. False then. */
export async function writeFacts(
  tx: Tx,
  read: AccountRow,
  facts: AccountFacts,
  state: PayoutAccountState,
  now: Date,
): Promise<boolean> {
  const written = await tx
    .update(providerAccounts)
    .set({
      state,
      requirements: [...facts.requirements],
      disabledReason: facts.disabledReason,
      version: read.version + 1,
      checkedAt: now,
      activeSince: state === 'active' ? (read.activeSince ?? now) : null,
    })
    .where(and(ofShop(read.marketId, read.shopId), eq(providerAccounts.version, read.version)))
    .returning({ shopId: providerAccounts.shopId })
  return written.length === 1
}

/** Instructs everything that waits for this account, if it is active. Answers the payouts, each to one caller only. */
export async function instructPayouts(
  tx: Tx,
  marketId: string,
  shopId: string,
  now: Date,
): Promise<{ id: string }[]> {
  if ((await holdState(tx, marketId, shopId)) !== 'active') return []
  return tx
    .update(payouts)
    .set({ state: 'instructed', instructedAt: now })
    .where(and(eq(payouts.marketId, marketId), eq(payouts.shopId, shopId), eq(payouts.state, 'waiting')))
    .returning({ id: payouts.id })
}

/** Released money of a shop that waits for its account, in minor units. */
export async function waitingFor(
  db: Db,
  { marketId, shopId, currency }: { marketId: string; shopId: string; currency: string },
): Promise<number> {
  const [row] = await db
    .select({ amount: sql<number>`coalesce(sum(${payouts.amount}), 0)::bigint` })
    .from(payouts)
    .where(
      and(
        eq(payouts.marketId, marketId),
        eq(payouts.shopId, shopId),
        eq(payouts.state, 'waiting'),
        eq(payouts.currency, currency),
      ),
    )
  return row?.amount ?? 0
}

const moneyWaits = sql`exists (select from ${payouts} where ${payouts.marketId} = ${providerAccounts.marketId}
  and ${payouts.shopId} = ${providerAccounts.shopId} and ${payouts.state} = 'waiting')`
const key = { marketId: providerAccounts.marketId, shopId: providerAccounts.shopId }

/** Accounts that money waits for and that the provider was last asked about before this moment, the longest unasked first. */
export async function findAwaited(db: Db, askedBefore: Date, limit: number) {
  return db
    .select(key)
    .from(providerAccounts)
    .where(
      and(
        sql`${providerAccounts.state} <> 'active' and ${providerAccounts.accountId} is not null`,
        sql`coalesce(${providerAccounts.checkedAt}, ${providerAccounts.createdAt}) < ${askedBefore.toISOString()}::timestamptz`,
        moneyWaits,
      ),
    )
    .orderBy(sql`coalesce(${providerAccounts.checkedAt}, ${providerAccounts.createdAt})`)
    .limit(limit)
}

/** Active accounts for which money still waits: released while the account was being opened, or put back meanwhile. */
export async function findReady(db: Db, limit: number) {
  return db
    .select(key)
    .from(providerAccounts)
    .where(and(eq(providerAccounts.state, 'active'), moneyWaits))
    .orderBy(providerAccounts.marketId, providerAccounts.shopId)
    .limit(limit)
}
