import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm'
import type { Db, Tx } from '#server/platform/db.ts'
import { people, refreshTokens, sessions } from '../tables.ts'

export type Session = typeof sessions.$inferSelect
export type EndReason = NonNullable<Session['endReason']>

export async function insertSession(tx: Tx, session: typeof sessions.$inferInsert): Promise<void> {
  await tx.insert(sessions).values(session)
}

export async function insertRefreshToken(
  tx: Tx,
  token: { hash: Buffer; sessionId: string; parentHash: Buffer | null },
): Promise<void> {
  await tx.insert(refreshTokens).values(token).onConflictDoNothing()
}

/** Uses a refresh token, once: of fifty who come together one gets a row back. */
export async function useRefreshToken(
  tx: Tx,
  hash: Buffer,
  now: Date,
): Promise<{ sessionId: string } | null> {
  const [row] = await tx
    .update(refreshTokens)
    .set({ usedAt: now })
    .where(and(eq(refreshTokens.hash, hash), isNull(refreshTokens.usedAt)))
    .returning({ sessionId: refreshTokens.sessionId })
  return row ?? null
}

export async function findRefreshToken(tx: Tx, hash: Buffer) {
  const [row] = await tx.select().from(refreshTokens).where(eq(refreshTokens.hash, hash))
  return row ?? null
}

/** The session with its person, if it can be used at this moment. */
export async function findLiveSession(db: Db, sessionId: string, now: Date) {
  const [row] = await db
    .select({ session: sessions, person: people })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        eq(sessions.id, sessionId),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now),
        gt(sessions.idleUntil, now),
        isNull(people.disabledAt),
      ),
    )
  return row ?? null
}

export async function touchSession(tx: Tx, sessionId: string, now: Date, idleUntil: Date): Promise<void> {
  await tx.update(sessions).set({ lastSeenAt: now, idleUntil }).where(eq(sessions.id, sessionId))
}

/** Ends a session; says whether it was this call that did. */
export async function endSession(
  tx: Tx,
  sessionId: string,
  reason: EndReason,
  now: Date,
): Promise<{ personId: string } | null> {
  const [row] = await tx
    .update(sessions)
    .set({ endedAt: now, endReason: reason })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)))
    .returning({ personId: sessions.personId })
  return row ?? null
}

/** Ends a person's sessions, all or all but one. */
export async function endSessionsOf(
  tx: Tx,
  personId: string,
  reason: EndReason,
  now: Date,
  except?: string,
): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: now, endReason: reason })
    .where(
      and(
        eq(sessions.personId, personId),
        isNull(sessions.endedAt),
        except === undefined ? undefined : ne(sessions.id, except),
      ),
    )
}

export const listLiveSessions = (db: Db, personId: string, now: Date): Promise<Session[]> =>
  db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.personId, personId),
        isNull(sessions.endedAt),
        gt(sessions.idleUntil, now),
        gt(sessions.expiresAt, now),
      ),
    )
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(100)

export async function setActing(tx: Tx, sessionId: string, organisationId: string | null): Promise<void> {
  await tx.update(sessions).set({ actingOrganisationId: organisationId }).where(eq(sessions.id, sessionId))
}

/** Whoever acted for this organisation without belonging to it any more acts for nobody. */
export async function unsetActing(tx: Tx, personId: string, organisationId: string): Promise<void> {
  await tx
    .update(sessions)
    .set({ actingOrganisationId: null })
    .where(and(eq(sessions.personId, personId), eq(sessions.actingOrganisationId, organisationId)))
}
