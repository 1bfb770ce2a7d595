import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Db, Tx } from '#server/platform/db.ts'
import type { Locale } from '#shared/text.ts'
import { knownDevices, mailTokens, people, sessions } from '../tables.ts'

export type Person = typeof people.$inferSelect
const byEmail = (email: string) => eq(sql`lower(${people.email})`, email.toLowerCase())

export async function findPerson(db: Db, id: string): Promise<Person | null> {
  const [row] = await db.select().from(people).where(eq(people.id, id))
  return row ?? null
}

export async function findPersonByEmail(db: Db, email: string): Promise<Person | null> {
  const [row] = await db.select().from(people).where(byEmail(email))
  return row ?? null
}

/** False when the address is somebody's already. */
export async function insertPerson(
  tx: Tx,
  person: {
    id: string
    email: string
    name: string
    locale: Locale
    passwordHash: string
    platformAdmin?: boolean
  },
): Promise<boolean> {
  const rows = await tx.insert(people).values(person).onConflictDoNothing().returning({ id: people.id })
  return rows.length > 0
}

/** Sets a new password; every token and session of before belongs to an older version. Returns the new version. */
export async function setPassword(tx: Tx, personId: string, passwordHash: string): Promise<number> {
  const [row] = await tx
    .update(people)
    .set({ passwordHash, sessionVersion: sql`${people.sessionVersion} + 1` })
    .where(eq(people.id, personId))
    .returning({ version: people.sessionVersion })
  return row?.version ?? 0
}

/** The same password, hashed with today's parameters, unless it was changed meanwhile. */
export async function rehashPassword(tx: Tx, personId: string, before: string, after: string): Promise<void> {
  await tx
    .update(people)
    .set({ passwordHash: after })
    .where(and(eq(people.id, personId), eq(people.passwordHash, before)))
}

export async function raiseSessionVersion(tx: Tx, personId: string): Promise<void> {
  await tx
    .update(people)
    .set({ sessionVersion: sql`${people.sessionVersion} + 1` })
    .where(eq(people.id, personId))
}

export async function updatePerson(
  tx: Tx,
  personId: string,
  change: { name?: string | undefined; locale?: Locale | undefined },
): Promise<Person | null> {
  const [row] = await tx
    .update(people)
    .set({
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.locale === undefined ? {} : { locale: change.locale }),
    })
    .where(eq(people.id, personId))
    .returning()
  return row ?? null
}

export async function insertMailToken(tx: Tx, token: typeof mailTokens.$inferInsert): Promise<void> {
  await tx.insert(mailTokens).values(token)
}

/** Looks at a token without using it. */
export async function findMailToken(
  db: Db,
  hash: Buffer,
  purpose: 'registration' | 'password_reset',
  now: Date,
) {
  const [row] = await db
    .select()
    .from(mailTokens)
    .where(
      and(
        eq(mailTokens.hash, hash),
        eq(mailTokens.purpose, purpose),
        isNull(mailTokens.usedAt),
        gt(mailTokens.expiresAt, now),
      ),
    )
  return row ?? null
}

/** Uses a token, once: the conditional update decides between two who come together. Its siblings for the address end with it. */
export async function useMailToken(
  tx: Tx,
  hash: Buffer,
  purpose: 'registration' | 'password_reset',
  now: Date,
) {
  const [row] = await tx
    .update(mailTokens)
    .set({ usedAt: now })
    .where(
      and(
        eq(mailTokens.hash, hash),
        eq(mailTokens.purpose, purpose),
        isNull(mailTokens.usedAt),
        gt(mailTokens.expiresAt, now),
      ),
    )
    .returning()
  if (!row) return null
  await endMailTokens(tx, row.email, now)
  return row
}

/** Ends every open token sent to an address, e.g. when its password changes. */
export async function endMailTokens(tx: Tx, email: string, now: Date): Promise<void> {
  await tx
    .update(mailTokens)
    .set({ usedAt: now })
    .where(and(eq(sql`lower(${mailTokens.email})`, email.toLowerCase()), isNull(mailTokens.usedAt)))
}

/** How a person is known here: by this browser, by this network, or not at all. The same query for nobody. */
export async function knownBy(
  db: Db,
  personId: string,
  source: { device: Buffer | null; network: string; since: Date },
): Promise<'device' | 'network' | null> {
  const [row] = await db
    .select({
      device: sql<boolean>`exists (select from ${knownDevices} where ${knownDevices.personId} = ${personId} and ${knownDevices.hash} = ${source.device ?? Buffer.alloc(0)})`,
      network: sql<boolean>`exists (select from ${sessions} where ${sessions.personId} = ${personId} and ${sessions.network} = ${source.network} and ${sessions.createdAt} > ${source.since})`,
    })
    .from(sql`(select 1) as one`)
  if (row?.device) return 'device'
  return row?.network ? 'network' : null
}

export async function rememberDevice(tx: Tx, personId: string, hash: Buffer, now: Date): Promise<void> {
  await tx
    .insert(knownDevices)
    .values({ personId, hash, lastSeenAt: now })
    .onConflictDoUpdate({ target: [knownDevices.personId, knownDevices.hash], set: { lastSeenAt: now } })
}

/** What is past any use: counters, tokens and devices that were not seen for a year. */
export async function sweep(tx: Tx, now: Date): Promise<void> {
  const days = (count: number) => new Date(now.getTime() - count * 86_400_000)
  await tx.delete(mailTokens).where(sql`${mailTokens.expiresAt} < ${days(30)}`)
  await tx.delete(knownDevices).where(sql`${knownDevices.lastSeenAt} < ${days(365)}`)
  await tx.execute(sql`delete from attempt_counters where expire < ${now.getTime()}`)
  await tx.execute(
    sql`delete from refresh_tokens where session_id in (select id from sessions where expires_at < ${days(30)} or ended_at < ${days(30)})`,
  )
}

/** Names by id, for showing who did something. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<[string, string][]> {
  if (ids.length === 0) return []
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]))
  return rows.map((row) => [row.id, row.name])
}
