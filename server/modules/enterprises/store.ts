import { and, asc, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Db, Tx } from '#server/platform/db.ts'
import { people } from '../accounts/tables.ts'
import { documents, identities, verifications } from './tables.ts'

export type Identity = typeof identities.$inferSelect
export type Document = typeof documents.$inferSelect
export type Verification = typeof verifications.$inferSelect & { by: string | null }

export async function findIdentity(db: Db, organisationId: string): Promise<Identity | null> {
  const [row] = await db.select().from(identities).where(eq(identities.organisationId, organisationId))
  return row ?? null
}

export const findIdentities = async (db: Db, organisationIds: readonly string[]): Promise<Identity[]> =>
  organisationIds.length === 0
    ? []
    : db
        .select()
        .from(identities)
        .where(inArray(identities.organisationId, [...new Set(organisationIds)]))

/** Those of these organisations whose verified identity is not yet due again at this moment. */
export const listVerifiedAt = async (
  db: Db,
  organisationIds: readonly string[],
  at: Date,
): Promise<string[]> =>
  organisationIds.length === 0
    ? []
    : (
        await db
          .select({ id: identities.organisationId })
          .from(identities)
          .where(
            and(
              inArray(identities.organisationId, [...new Set(organisationIds)]),
              gt(identities.nextDueAt, at),
            ),
          )
      ).map((row) => row.id)

/** The identity, locked until the transaction ends. */
export async function lockIdentity(tx: Tx, organisationId: string): Promise<Identity | null> {
  const [row] = await tx
    .select()
    .from(identities)
    .where(eq(identities.organisationId, organisationId))
    .for('update')
  return row ?? null
}

export async function insertIdentity(tx: Tx, identity: typeof identities.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(identities).values(identity).onConflictDoNothing().returning()
  return rows.length > 0
}

/** Changes the identity if nobody did since `version` was read. */
export async function updateIdentity(
  tx: Tx,
  organisationId: string,
  version: number,
  change: Partial<typeof identities.$inferInsert>,
): Promise<boolean> {
  const rows = await tx
    .update(identities)
    .set({ ...change, version: version + 1 })
    .where(and(eq(identities.organisationId, organisationId), eq(identities.version, version)))
    .returning({ id: identities.organisationId })
  return rows.length > 0
}

/** Whether another organisation was verified with this code. */
export async function codeIsTaken(db: Db, organisationId: string, code: string): Promise<boolean> {
  const rows = await db
    .select({ id: identities.organisationId })
    .from(identities)
    .where(and(eq(identities.verifiedCode, code), sql`${identities.organisationId} <> ${organisationId}`))
  return rows.length > 0
}

export async function insertVerification(tx: Tx, row: typeof verifications.$inferInsert): Promise<void> {
  await tx.insert(verifications).values(row)
}

export async function listVerifications(db: Db, organisationId: string): Promise<Verification[]> {
  const rows = await db
    .select({ verification: verifications, by: people.name })
    .from(verifications)
    .leftJoin(people, eq(people.id, verifications.byPersonId))
    .where(eq(verifications.organisationId, organisationId))
    .orderBy(desc(verifications.at), desc(verifications.id))
    .limit(100)
  return rows.map(({ verification, by }) => ({ ...verification, by }))
}

export async function insertDocument(tx: Tx, row: typeof documents.$inferInsert): Promise<void> {
  await tx.insert(documents).values(row)
}

export const listDocuments = (db: Db, organisationId: string): Promise<Document[]> =>
  db
    .select()
    .from(documents)
    .where(and(eq(documents.organisationId, organisationId), isNull(documents.removedAt)))
    .orderBy(asc(documents.kind), desc(documents.uploadedAt), desc(documents.id))
    .limit(200)

export async function findDocument(db: Db, organisationId: string, id: string): Promise<Document | null> {
  const [row] = await db
    .select()
    .from(documents)
    .where(
      and(eq(documents.organisationId, organisationId), eq(documents.id, id), isNull(documents.removedAt)),
    )
  return row ?? null
}

/** Takes a document out unless a verification rests on it. */
export async function removeDocument(
  tx: Tx,
  organisationId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const rows = await tx
    .update(documents)
    .set({ removedAt: now, fileKey: null })
    .where(
      and(
        eq(documents.organisationId, organisationId),
        eq(documents.id, id),
        isNull(documents.removedAt),
        isNull(documents.inEvidence),
      ),
    )
    .returning({ id: documents.id })
  return rows.length > 0
}

/** Whether some document is this file. */
export async function fileIsUsed(db: Db, fileKey: string): Promise<boolean> {
  const rows = await db
    .select({ id: documents.id })
    .from(documents)
    .where(eq(documents.fileKey, fileKey))
    .limit(1)
  return rows.length > 0
}

/** Documents that a verification rests on stay: those that are named, or all. */
export async function keepAsEvidence(
  tx: Tx,
  organisationId: string,
  now: Date,
  ids?: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .update(documents)
    .set({ inEvidence: now })
    .where(
      and(
        eq(documents.organisationId, organisationId),
        isNull(documents.removedAt),
        ids === undefined ? undefined : inArray(documents.id, [...ids]),
      ),
    )
    .returning({ id: documents.id })
  return rows.map((row) => row.id)
}

/** Verified identities that fall due on or before a moment, with the moment. */
export const listDueBefore = (db: Db, before: Date) =>
  db
    .select({ organisationId: identities.organisationId, dueAt: identities.nextDueAt })
    .from(identities)
    .where(sql`${identities.nextDueAt} <= ${before}`)
    .orderBy(asc(identities.nextDueAt))
    .limit(5000)
