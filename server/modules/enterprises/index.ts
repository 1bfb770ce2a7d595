/**
 * Enterprises: the legal identity of organisations, the evidence for it, and who compared the two.
 *
 * An organisation states its identity as it stands on the licence. A credit code that is none is refused; one whose check character
 * does not fit goes to a person, since genuine ones exist (GB 32100-2015, commercial-and-law 2.7). A market that admits a shop
 * verifies identity and documents; the verified identity is what the public sees, for six months (Order 37 art. 24), then it is due
 * again, and the owners are reminded. A later change waits beside the verified identity until it is verified too.
 * Documents come in through the one upload pipeline and leave as attachments, to their organisation and to those who decide.
 */
import { z } from 'zod'
import { type Db, transact } from '#server/platform/db.ts'
import { job } from '#server/platform/jobs.ts'
import { queueMail } from '#server/platform/mailer.ts'
import type { Resources } from '#server/platform/resources.ts'
import type { Slots } from '#server/platform/slots.ts'
import type { Uploads } from '#server/platform/uploads.ts'
import { enterprisesProblems, uploadsProblems } from '#shared/enterprises/problems.ts'
import type { LicenceView } from '#shared/enterprises/shapes.ts'
import type { Accounts } from '../accounts/index.ts'
import type { IdentityOf } from '../markets/index.ts'
import { createEnterpriseActions } from './actions.ts'
import { reminderDays } from './domain/verification.ts'
import { reminderMail } from './mails.ts'
import { enterprisesRoutes } from './routes.ts'
import * as store from './store.ts'
import { licenceOf, verificationView } from './views.ts'

export function createEnterprises(
  resources: Resources,
  { accounts, uploads }: { accounts: Accounts; uploads: Uploads },
) {
  const { database, clock, config } = resources
  const actions = createEnterpriseActions(resources, uploads)

  /** Reminds owners of identities that fall due: one mail per step and date, however often the job runs. */
  async function remind(): Promise<void> {
    const now = clock.now()
    const dayMs = 86_400_000
    const due = await store.listDueBefore(
      database.drizzle,
      new Date(now.getTime() + Math.max(...reminderDays) * dayMs),
    )
    for (const { organisationId, dueAt } of due) {
      if (!dueAt) continue
      const left = Math.ceil((dueAt.getTime() - now.getTime()) / dayMs)
      const step = reminderDays.findLast((days) => left <= days)
      if (step === undefined) continue
      await transact(database, async (tx) => {
        const owners = (await accounts.membersOf(tx, organisationId)).filter(
          (member) => member.role === 'owner',
        )
        const organisation = (await accounts.organisationsById(tx, [organisationId])).get(organisationId)
        for (const owner of owners)
          await queueMail(tx, {
            ...reminderMail(config.publicUrl, owner, organisation?.name ?? { zh: '', en: '' }, dueAt),
            dedupeKey: `verify:${organisationId}:${owner.personId}:${dueAt.toISOString().slice(0, 10)}:${step}`,
          })
      })
    }
  }

  const slots: Slots = {
    problems: [enterprisesProblems, uploadsProblems],
    routes: (app) => enterprisesRoutes(app, resources, actions),
    jobs: [job({ name: 'enterprises.remind-verification', payload: z.unknown(), perform: remind })],
    schedules: [{ name: 'enterprises.remind-verification', crontab: '10 1 * * *' }],
  }

  return {
    slots,
    /** Writes an identity as stated, in the caller's transaction: for the demo and tests. */
    stateIdentity: actions.state,
    recordVerification: actions.recordVerification,
    openDocument: actions.openDocument,
    /** The public licence views of these organisations: verified ones only. */
    async licencesOf(db: Db, organisationIds: readonly string[]): Promise<ReadonlyMap<string, LicenceView>> {
      const found = new Map<string, LicenceView>()
      for (const identity of await store.findIdentities(db, organisationIds)) {
        const licence = licenceOf(identity)
        if (licence) found.set(identity.organisationId, licence)
      }
      return found
    },
    /** Everything that the admitting office of a market compares. */
    async dossierOf(db: Db, organisationId: string) {
      const identity = await store.findIdentity(db, organisationId)
      return {
        identity,
        licence: licenceOf(identity),
        documents: await store.listDocuments(db, organisationId),
        verifications: (await store.listVerifications(db, organisationId)).map(verificationView),
      }
    },
    /** Those of these organisations that a market can let sell: verified, and not overdue. */
    mayTrade: async (db: Db, organisationIds: readonly string[]): Promise<ReadonlySet<string>> =>
      new Set(await store.listVerifiedAt(db, organisationIds, clock.now())),
    identityOf: (async (db, organisationId) => {
      const licence = licenceOf(await store.findIdentity(db, organisationId))
      if (!licence) return null
      const { organisationId: _, verifiedAt, nextVerificationDue: __, ...shown } = licence
      return { ...shown, verifiedOn: verifiedAt.slice(0, 10) }
    }) satisfies IdentityOf as IdentityOf,
  }
}
export type Enterprises = ReturnType<typeof createEnterprises>
