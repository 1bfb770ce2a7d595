import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { namingConstraints, type Tx, transact } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { queueMail } from '#server/platform/mailer.ts'
import { notFound, ProblemError } from '#server/platform/problems.ts'
import type { Resources } from '#server/platform/resources.ts'
import type { AddressInput, MemberRole, OrganisationKind } from '#shared/accounts/shapes.ts'
import type { Locale, Localised } from '#shared/text.ts'
import type { Attempts } from '../attempts.ts'
import { invitationMail } from '../mails.ts'
import * as policy from '../policy.ts'
import * as store from '../store/organisations.ts'
import { setActing, unsetActing } from '../store/sessions.ts'
import { newToken, tokenHash } from '../tokens.ts'
import type { Sessions } from './sessions.ts'

const mostOrganisations = 20
const mostAddresses = 200
const invitationDays = 7

const notAllowed = () => new ProblemError('request/not-allowed')
/** The stream of the audit log for what belongs to no market. */
const stream = (organisationId: string) => `organisation:${organisationId}`

export function createOrganisations(
  { database, clock, config }: Resources,
  sessions: Sessions,
  attempts: Attempts,
) {
  const seeing = (actor: Actor, organisationId: string) => {
    if (!policy.maySee(actor, organisationId)) throw notFound()
  }
  const named = <T>(work: () => Promise<T>) =>
    namingConstraints({ memberships_last_owner: 'accounts/last-owner' }, work)

  /** Writes an organisation and its first owner. For the loader too: it asks nobody. */
  async function found(
    tx: Tx,
    input: { kind: OrganisationKind; name: Localised; ownerId?: string },
  ): Promise<string> {
    const id = newId('organisation', clock.now().getTime())
    await store.insertOrganisation(tx, { id, kind: input.kind, name: input.name })
    if (input.ownerId !== undefined)
      await store.insertMembership(tx, { organisationId: id, personId: input.ownerId, role: 'owner' })
    return id
  }

  /** What somebody invited to by a right that they no longer have opens nothing: else whoever leaves comes back by their own letter. */
  const endInvitationsBy = (tx: Tx, organisationId: string, invitedBy: string) =>
    store.revokeInvitations(tx, organisationId, { invitedBy }, clock.now())

  return {
    found,
    async create(actor: Actor, input: { kind: OrganisationKind; name: Localised }): Promise<string> {
      const id = await transact(database, async (tx) => {
        if ((await store.countOwned(tx, actor.personId)) >= mostOrganisations)
          throw new ProblemError('accounts/too-many-organisations', { limit: mostOrganisations })
        const made = await found(tx, { ...input, ownerId: actor.personId })
        await setActing(tx, actor.sessionId, made)
        await audit(tx, { stream: stream(made), actor, action: 'organisation.founded', subject: made })
        return made
      })
      sessions.forget(actor.personId)
      return id
    },

    async rename(actor: Actor, organisationId: string, name: Localised): Promise<void> {
      seeing(actor, organisationId)
      if (!policy.mayRename(actor, organisationId)) throw notAllowed()
      await transact(database, async (tx) => {
        await store.renameOrganisation(tx, organisationId, name)
        await audit(tx, {
          stream: stream(organisationId),
          actor,
          action: 'organisation.renamed',
          subject: organisationId,
          facts: { name },
        })
      })
    },

    async changeRole(actor: Actor, organisationId: string, personId: string, to: MemberRole): Promise<void> {
      seeing(actor, organisationId)
      await named(() =>
        transact(database, async (tx) => {
          await store.lockOrganisation(tx, organisationId)
          const member = (await store.listMembers(tx, organisationId)).find(
            (each) => each.personId === personId,
          )
          if (!member) throw notFound()
          if (!policy.mayGiveRole(actor, organisationId, member.role, to)) throw notAllowed()
          await store.updateRole(tx, organisationId, personId, member.role, to)
          await endInvitationsBy(tx, organisationId, personId)
          await audit(tx, {
            stream: stream(organisationId),
            actor,
            action: 'member.role-changed',
            subject: personId,
            facts: { from: member.role, to },
          })
        }),
      )
      sessions.forget(personId)
    },

    async removeMember(actor: Actor, organisationId: string, personId: string): Promise<void> {
      seeing(actor, organisationId)
      await named(() =>
        transact(database, async (tx) => {
          await store.lockOrganisation(tx, organisationId)
          const members = await store.listMembers(tx, organisationId)
          const member = members.find((each) => each.personId === personId)
          if (!member) throw notFound()
          if (!policy.mayRemove(actor, organisationId, personId, member.role)) throw notAllowed()
          // The constraint lets an organisation without members be; a person who leaves may not make one.
          if (member.role === 'owner' && members.filter((each) => each.role === 'owner').length === 1)
            throw new ProblemError('accounts/last-owner')
          await store.deleteMembership(tx, organisationId, personId)
          await unsetActing(tx, personId, organisationId)
          await endInvitationsBy(tx, organisationId, personId)
          await audit(tx, {
            stream: stream(organisationId),
            actor,
            action: 'member.removed',
            subject: personId,
          })
        }),
      )
      sessions.forget(personId)
    },

    async invite(
      actor: Actor,
      organisationId: string,
      input: { email: string; role: MemberRole },
      locale: Locale,
    ) {
      seeing(actor, organisationId)
      if (
        !policy.mayInvite(actor, organisationId) ||
        !policy.mayGiveRole(actor, organisationId, null, input.role)
      )
        throw notAllowed()
      await attempts.demand('invitations', organisationId)
      const token = newToken()
      const now = clock.now()
      const id = newId('invitation', now.getTime())
      const expiresAt = new Date(now.getTime() + invitationDays * 86_400_000)
      await transact(database, async (tx) => {
        const organisation = await store.findOrganisation(tx, organisationId)
        if (!organisation) throw notFound()
        await store.revokeInvitations(tx, organisationId, { email: input.email }, now)
        await store.insertInvitation(tx, {
          id,
          organisationId,
          ...input,
          tokenHash: tokenHash(token),
          invitedBy: actor.personId,
          expiresAt,
        })
        await queueMail(
          tx,
          invitationMail(config.publicUrl, { email: input.email, locale }, token, {
            organisation: organisation.name,
            inviter: actor.name,
          }),
        )
        await audit(tx, {
          stream: stream(organisationId),
          actor,
          action: 'member.invited',
          subject: id,
          facts: { role: input.role },
        })
      })
      return { id, ...input, expiresAt: expiresAt.toISOString(), invitedBy: actor.name, actions: ['revoke'] }
    },

    async revokeInvitation(actor: Actor, organisationId: string, id: string): Promise<void> {
      seeing(actor, organisationId)
      if (!policy.mayInvite(actor, organisationId)) throw notAllowed()
      await transact(database, async (tx) => {
        if (!(await store.revokeInvitations(tx, organisationId, { id }, clock.now()))) throw notFound()
        await audit(tx, { stream: stream(organisationId), actor, action: 'invitation.revoked', subject: id })
      })
    },

    /** Joins by a token: the person must be signed in with the address that it was sent to. */
    async accept(actor: Actor, token: string) {
      const joined = await transact(database, async (tx) => {
        const invitation = await store.useInvitation(tx, tokenHash(token), actor.email, clock.now())
        if (!invitation) throw new ProblemError('accounts/token-invalid')
        const { organisationId, role } = invitation
        if (!(await store.insertMembership(tx, { organisationId, personId: actor.personId, role })))
          throw new ProblemError('accounts/already-member')
        const organisation = await store.findOrganisation(tx, organisationId)
        if (!organisation) throw new ProblemError('accounts/token-invalid')
        await setActing(tx, actor.sessionId, organisationId)
        await audit(tx, {
          stream: stream(organisationId),
          actor,
          action: 'member.joined',
          subject: actor.personId,
          facts: { role },
        })
        return { organisationId, name: organisation.name, kind: organisation.kind, role }
      })
      sessions.forget(actor.personId)
      return joined
    },

    async addAddress(actor: Actor, organisationId: string, input: AddressInput): Promise<store.Address> {
      seeing(actor, organisationId)
      if (!policy.mayKeepAddresses(actor, organisationId)) throw notAllowed()
      return transact(database, async (tx) => {
        await store.lockOrganisation(tx, organisationId)
        const book = await store.listAddresses(tx, organisationId)
        if (book.length >= mostAddresses)
          throw new ProblemError('accounts/too-many-addresses', { limit: mostAddresses })
        const id = newId('address', clock.now().getTime())
        if (input.isDefault) await store.clearDefault(tx, organisationId, id)
        await store.insertAddress(tx, organisationId, id, {
          ...input,
          isDefault: input.isDefault || book.length === 0,
        })
        const made = await store.findAddress(tx, organisationId, id)
        if (!made) throw new ProblemError('request/changed-meanwhile')
        return made
      })
    },

    async changeAddress(
      actor: Actor,
      organisationId: string,
      id: string,
      input: AddressInput,
    ): Promise<store.Address> {
      seeing(actor, organisationId)
      if (!policy.mayKeepAddresses(actor, organisationId)) throw notAllowed()
      return transact(database, async (tx) => {
        await store.lockOrganisation(tx, organisationId)
        if (input.isDefault) await store.clearDefault(tx, organisationId, id)
        if (!(await store.updateAddress(tx, organisationId, id, input))) throw notFound()
        const changed = await store.findAddress(tx, organisationId, id)
        if (!changed) throw notFound()
        return changed
      })
    },

    async removeAddress(actor: Actor, organisationId: string, id: string): Promise<void> {
      seeing(actor, organisationId)
      if (!policy.mayKeepAddresses(actor, organisationId)) throw notAllowed()
      await transact(database, async (tx) => {
        if (!(await store.removeAddress(tx, organisationId, id, clock.now()))) throw notFound()
      })
    },

    seeing,
  }
}
export type Organisations = ReturnType<typeof createOrganisations>
