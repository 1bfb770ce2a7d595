import { sql } from 'drizzle-orm'
import type { Actor } from './actor.ts'
import type { Tx } from './db.ts'

/**
 * Records a decision or a change in the audit log, in the transaction of the change. Call it last: it takes the lock of the
 * stream. `facts` hold ids and reasons, never secrets or personal data beyond ids.
 */
export async function audit(
  tx: Tx,
  entry: {
    stream: string
    actor: Actor | null
    action: string
    subject: string
    facts?: Record<string, unknown>
  },
): Promise<void> {
  await tx.execute(
    sql`select audit_append(${entry.stream}, ${entry.actor?.personId ?? null}, ${entry.actor?.acting?.organisationId ?? null}, ${entry.action}, ${entry.subject}, ${JSON.stringify(entry.facts ?? {})}::jsonb)`,
  )
}
