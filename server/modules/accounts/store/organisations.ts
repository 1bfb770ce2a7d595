import { and, asc, count, desc, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Membership } from '#server/platform/actor.ts'
import type { Db, Tx } from '#server/platform/db.ts'
import type { AddressInput, MemberRole, OrganisationKind } from '#shared/accounts/shapes.ts'
import type { Localised } from '#shared/text.ts'
import { addresses, invitations, memberships, organisations, people } from '../tables.ts'

export type Organisation = typeof organisations.$inferSelect
export type NamedMembership = Membership & { name: Localised }

export async function insertOrganisation(
  tx: Tx,
  organisation: { id: string; kind: OrganisationKind; name: Localised },
): Promise<void> {
  await tx.insert(organisations).values(organisation)
}

export async function findOrganisation(db: Db, id: string): Promise<Organisation | null> {
  const [row] = await db.select().from(organisations).where(eq(organisations.id, id))
  return row ?? null
}

export const findOrganisations = async (db: Db, ids: readonly string[]): Promise<Organisation[]> =>
  ids.length === 0
    ? []
    : db
        .select()
        .from(organisations)
        .where(inArray(organisations.id, [...new Set(ids)]))

export async function renameOrganisation(tx: Tx, id: string, name: Localised): Promise<void> {
  await tx.update(organisations).set({ name }).where(eq(organisations.id, id))
}

/** Nobody else changes who belongs to it until this transaction ends. */
export async function lockOrganisation(tx: Tx, id: string): Promise<void> {
  await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, id)).for('update')
}

/** A person's memberships, the first joined first. */
export const listMemberships = (db: Db, personId: string): Promise<NamedMembership[]> =>
  db
    .select({
      organisationId: memberships.organisationId,
      role: memberships.role,
      kind: organisations.kind,
      name: organisations.name,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(memberships.personId, personId))
    .orderBy(asc(memberships.createdAt), asc(memberships.organisationId))

/** False when the person is a member already. */
export async function insertMembership(
  tx: Tx,
  membership: { organisationId: string; personId: string; role: MemberRole },
): Promise<boolean> {
  const rows = await tx.insert(memberships).values(membership).onConflictDoNothing().returning()
  return rows.length > 0
}

export const listMembers = (db: Db, organisationId: string) =>
  db
    .select({
      personId: memberships.personId,
      role: memberships.role,
      since: memberships.createdAt,
      name: people.name,
      email: people.email,
      locale: people.locale,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(eq(memberships.organisationId, organisationId))
    .orderBy(asc(memberships.createdAt), asc(memberships.personId))

const member = (organisationId: string, personId: string) =>
  and(eq(memberships.organisationId, organisationId), eq(memberships.personId, personId))

/** Changes a role if it is still what was read. */
export async function updateRole(
  tx: Tx,
  organisationId: string,
  personId: string,
  from: MemberRole,
  to: MemberRole,
): Promise<boolean> {
  const rows = await tx
    .update(memberships)
    .set({ role: to })
    .where(and(member(organisationId, personId), eq(memberships.role, from)))
    .returning()
  return rows.length > 0
}

export async function deleteMembership(tx: Tx, organisationId: string, personId: string): Promise<boolean> {
  const rows = await tx.delete(memberships).where(member(organisationId, personId)).returning()
  return rows.length > 0
}

export async function countOwned(db: Db, personId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), eq(memberships.role, 'owner')))
  return row?.count ?? 0
}

const openInvitation = (now: Date) =>
  and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now))

export async function insertInvitation(tx: Tx, invitation: typeof invitations.$inferInsert): Promise<void> {
  await tx.insert(invitations).values(invitation)
}

export const listInvitations = (db: Db, organisationId: string, now: Date) =>
  db
    .select({ invitation: invitations, inviter: people.name })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.invitedBy))
    .where(and(eq(invitations.organisationId, organisationId), openInvitation(now)))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(200)

/** Ends what waits for this address, what a person has invited to, or one invitation by id. */
export async function revokeInvitations(
  tx: Tx,
  organisationId: string,
  which: { email: string } | { id: string } | { invitedBy: string },
  now: Date,
): Promise<boolean> {
  const rows = await tx
    .update(invitations)
    .set({ revokedAt: now })
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        'id' in which
          ? eq(invitations.id, which.id)
          : 'invitedBy' in which
            ? eq(invitations.invitedBy, which.invitedBy)
            : eq(sql`lower(${invitations.email})`, which.email.toLowerCase()),
        openInvitation(now),
      ),
    )
    .returning({ id: invitations.id })
  return rows.length > 0
}

/** Uses an invitation, once, by the person whose address it was sent to. */
export async function useInvitation(tx: Tx, tokenHash: Buffer, email: string, now: Date) {
  const [row] = await tx
    .update(invitations)
    .set({ acceptedAt: now })
    .where(
      and(
        eq(invitations.tokenHash, tokenHash),
        eq(sql`lower(${invitations.email})`, email.toLowerCase()),
        openInvitation(now),
      ),
    )
    .returning()
  return row ?? null
}

export type Address = typeof addresses.$inferSelect
const inBook = (organisationId: string) =>
  and(eq(addresses.organisationId, organisationId), isNull(addresses.removedAt))

export const listAddresses = (db: Db, organisationId: string): Promise<Address[]> =>
  db
    .select()
    .from(addresses)
    .where(inBook(organisationId))
    .orderBy(desc(addresses.isDefault), desc(addresses.createdAt), desc(addresses.id))
    .limit(200)

export async function findAddress(db: Db, organisationId: string, id: string): Promise<Address | null> {
  const [row] = await db
    .select()
    .from(addresses)
    .where(and(inBook(organisationId), eq(addresses.id, id)))
  return row ?? null
}

export async function insertAddress(
  tx: Tx,
  organisationId: string,
  id: string,
  input: AddressInput,
): Promise<void> {
  await tx.insert(addresses).values({ id, organisationId, ...input })
}

export async function updateAddress(
  tx: Tx,
  organisationId: string,
  id: string,
  input: AddressInput,
): Promise<boolean> {
  const rows = await tx
    .update(addresses)
    .set(input)
    .where(and(inBook(organisationId), eq(addresses.id, id)))
    .returning({ id: addresses.id })
  return rows.length > 0
}

/** One address is the default at most: makes room for another. */
export async function clearDefault(tx: Tx, organisationId: string, except: string): Promise<void> {
  await tx
    .update(addresses)
    .set({ isDefault: false })
    .where(and(inBook(organisationId), eq(addresses.isDefault, true), ne(addresses.id, except)))
}

export async function removeAddress(tx: Tx, organisationId: string, id: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(addresses)
    .set({ removedAt: now })
    .where(and(inBook(organisationId), eq(addresses.id, id)))
    .returning({ id: addresses.id })
  return rows.length > 0
}
