import { eq } from 'drizzle-orm'
import type { Tx } from '#server/platform/db.ts'
import { providerEvents, reconciliationBreaks } from '../tables.ts'

/** Takes an event in once. False: it is known. */
export async function insertEvent(
  tx: Tx,
  event: { id: string; type: string; objectId: string },
): Promise<boolean> {
  const made = await tx
    .insert(providerEvents)
    .values({ ...event, state: 'received' })
    .onConflictDoNothing()
    .returning({ id: providerEvents.id })
  return made.length === 1
}

export async function settleEvent(
  tx: Tx,
  id: string,
  state: 'applied' | 'ignored' | 'quarantined',
  reason: string | null,
  now: Date,
): Promise<void> {
  await tx.update(providerEvents).set({ state, reason, settledAt: now }).where(eq(providerEvents.id, id))
}

export async function noteBreak(
  tx: Tx,
  row: { marketId: string; id: string; subject: string; kind: string; facts: Record<string, unknown> },
): Promise<void> {
  await tx.insert(reconciliationBreaks).values(row).onConflictDoNothing()
}
