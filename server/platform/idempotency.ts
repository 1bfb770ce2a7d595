import { and, eq } from 'drizzle-orm'
import type { Database, Tx } from './db.ts'
import { inMarket } from './db.ts'
import { ProblemError } from './problems.ts'
import { idempotencyKeys } from './tables.ts'

/** Who asks for what: principal and operation, the caller's key, and a hash of path and body. */
export type IdempotencyClaim = { scope: string; key: string; hash: Buffer }

/**
 * Runs `work` once for a claim, in one transaction of the market: the claim is inserted in the same transaction as the work, so
 * a concurrent twin waits on the row and then gets the first answer (draft-ietf-httpapi-idempotency-key-header).
 * Another body under the same key is refused with `request/idempotency-key-reused`. A failed work leaves no claim behind.
 */
export async function once<T>(
  database: Database,
  marketId: string,
  claim: IdempotencyClaim,
  work: (tx: Tx) => Promise<T>,
  /** The answer when it is known before the work, e.g. an id that was just made: written with the claim, which saves a write. */
  known?: T,
): Promise<{ result: T; replayed: boolean }> {
  return inMarket(database, marketId, async (tx) => {
    const inserted = await tx
      .insert(idempotencyKeys)
      .values({
        scope: claim.scope,
        key: claim.key,
        requestHash: claim.hash,
        ...(known === undefined ? {} : { answer: known as object }),
      })
      .onConflictDoNothing()
      .returning({ key: idempotencyKeys.key })
    const mine = and(eq(idempotencyKeys.scope, claim.scope), eq(idempotencyKeys.key, claim.key))
    if (inserted.length === 0) {
      const [row] = await tx.select().from(idempotencyKeys).where(mine)
      if (!row) throw new ProblemError('request/changed-meanwhile')
      if (!row.requestHash.equals(claim.hash)) throw new ProblemError('request/idempotency-key-reused')
      return { result: row.answer as T, replayed: true }
    }
    const result = await work(tx)
    if (known !== undefined) return { result: known, replayed: false }
    await tx
      .update(idempotencyKeys)
      .set({ answer: result as object })
      .where(mine)
    return { result, replayed: false }
  })
}
