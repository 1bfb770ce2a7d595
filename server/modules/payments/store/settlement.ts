import { eq, sql } from 'drizzle-orm'
import { type Db, plannedOnce, type Tx } from '#server/platform/db.ts'
import type { BankAccount } from '#shared/payments/shapes.ts'
import { bankAccounts, marketCommissions } from '../tables.ts'

export async function findBankAccount(db: Db, marketId: string): Promise<BankAccount | null> {
  const [row] = await db.select().from(bankAccounts).where(eq(bankAccounts.marketId, marketId))
  if (row === undefined) return null
  const { institution, accountName, accountNumber, bankName, bankCode } = row
  return { institution, accountName, accountNumber, bankName, bankCode }
}

export async function writeBankAccount(tx: Tx, marketId: string, account: BankAccount): Promise<void> {
  const set = { ...account, updatedAt: sql`now()` }
  await tx
    .insert(bankAccounts)
    .values({ marketId, ...account })
    .onConflictDoUpdate({ target: bankAccounts.marketId, set })
}

/** What a checkout freezes and offers, in one question: the commission, and whether bank transfers can be taken. */
export async function settlementOf(
  db: Db,
  marketId: string,
): Promise<{ commissionBps: number; bankAccount: boolean }> {
  const { rows } = await db.execute<{ commissionBps: number; bankAccount: boolean }>(
    sql`${plannedOnce}select coalesce((select bps from ${marketCommissions} where market_id = ${marketId}), 0)::int as "commissionBps",
      exists (select from ${bankAccounts} where market_id = ${marketId}) as "bankAccount"`,
  )
  return rows[0] ?? { commissionBps: 0, bankAccount: false }
}

export async function writeCommission(tx: Tx, marketId: string, bps: number): Promise<void> {
  await tx
    .insert(marketCommissions)
    .values({ marketId, bps })
    .onConflictDoUpdate({ target: marketCommissions.marketId, set: { bps, updatedAt: sql`now()` } })
}
