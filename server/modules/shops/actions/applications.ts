import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { inMarket, namingConstraints, type Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { queueMail } from '#server/platform/mailer.ts'
import { demand, notFound, ProblemError } from '#server/platform/problems.ts'
import type { Resources } from '#server/platform/resources.ts'
import type { ApplicationInput } from '#shared/shops/shapes.ts'
import { inLocale } from '#shared/text.ts'
import type { Accounts } from '../../accounts/index.ts'
import type { Enterprises } from '../../enterprises/index.ts'
import type { Market } from '../../markets/index.ts'
import { type ApplicationVerb, mayEdit, mayMove, moveOf, type Side } from '../domain/application-moves.ts'
import { applicationChecks } from '../domain/checks.ts'
import { decisionMail } from '../mails.ts'
import { mayApply, mayDecide, maySeeApplication } from '../policy.ts'
import * as store from '../store.ts'
import { demandCategories, type ShopActions } from './shops.ts'

type OfficeVerb = 'return' | 'verify' | 'refuse' | 'admit'
const decisions = { return: 'returned', verify: 'verified', refuse: 'refused', admit: 'admitted' } as const
const notAllowed = () => new ProblemError('request/not-allowed')

export function createApplicationActions(
  { database, clock, config }: Resources,
  { accounts, enterprises }: { accounts: Accounts; enterprises: Enterprises },
  shops: ShopActions,
) {
  /** The application, or "not found" for everybody who may not see it. */
  async function visible(tx: Tx, actor: Actor, market: Market, id: string): Promise<store.Application> {
    const application = await store.findApplication(tx, market.id, id)
    if (!application || !maySeeApplication(actor, market, application)) throw notFound()
    return application
  }

  async function move(
    tx: Tx,
    actor: Actor,
    application: store.Application,
    verb: ApplicationVerb,
    reason: string,
    change: Partial<store.Application> = {},
  ): Promise<void> {
    const found = moveOf(verb, application.status)
    demand(mayMove(verb, application.status))
    if (!found) throw new ProblemError('request/changed-meanwhile')
    const { marketId, id } = application
    const now = clock.now()
    const moved = await store.updateApplication(tx, marketId, id, application.status, {
      ...change,
      status: found.to,
      changedAt: now,
    })
    if (!moved) throw new ProblemError('request/changed-meanwhile')
    await store.insertMove(tx, {
      marketId,
      applicationId: id,
      from: application.status,
      to: found.to,
      personId: actor.personId,
      reason,
      at: now,
    })
    await audit(tx, {
      stream: marketId,
      actor,
      action: `application.${found.to}`,
      subject: id,
      facts: { organisationId: application.organisationId, reason },
    })
  }

  /** A move of the applicant, in its own transaction. */
  const asApplicant = (
    actor: Actor,
    market: Market,
    id: string,
    verb: 'submit' | 'withdraw',
    before: (tx: Tx, application: store.Application) => Promise<Partial<store.Application>>,
  ): Promise<void> =>
    inMarket(database, market.id, async (tx) => {
      const application = await visible(tx, actor, market, id)
      if (!mayApply(actor, application.organisationId)) throw notAllowed()
      demand(mayMove(verb, application.status))
      await move(tx, actor, application, verb, '', await before(tx, application))
    })

  /** Tells those who may hand the application in, each in their own language; who only works there is not written to. */
  async function tellApplicant(
    tx: Tx,
    market: Market,
    application: store.Application,
    verb: OfficeVerb,
    reason: string,
  ): Promise<void> {
    for (const member of await accounts.membersOf(tx, application.organisationId))
      if (member.role === 'owner' || member.role === 'manager')
        await queueMail(
          tx,
          decisionMail(config.publicUrl, member, { decision: decisions[verb], market, application, reason }),
        )
  }

  /** A move of the office: never about its own organisation. The applicant hears of it by mail. */
  const asOffice = (
    actor: Actor,
    market: Market,
    id: string,
    verb: OfficeVerb,
    reason: string,
    before: (tx: Tx, application: store.Application) => Promise<void> = async () => {},
  ): Promise<void> =>
    inMarket(database, market.id, async (tx) => {
      const application = await visible(tx, actor, market, id)
      if (!mayDecide(actor, market, application.organisationId)) throw notAllowed()
      demand(mayMove(verb, application.status))
      await before(tx, application)
      await move(tx, actor, application, verb, reason)
      await tellApplicant(tx, market, application, verb, reason)
    })

  /**
   * What is looked at. While the applicant may still change it: what would be handed in now. Else, and for the office always: the
   * documents that it was handed in with, not what was uploaded since for another purpose.
   */
  async function checksOf(tx: Tx, application: store.Application, side: Side) {
    const whole = await enterprises.dossierOf(tx, application.organisationId)
    const open = side === 'applicant' && mayEdit(application.status)
    const frozen = open ? null : await store.frozenDocuments(tx, application.marketId, application.id)
    const dossier = {
      ...whole,
      documents: whole.documents.filter((document) => frozen === null || frozen.has(document.id)),
    }
    const organisation = (await accounts.organisationsById(tx, [application.organisationId])).get(
      application.organisationId,
    )
    const shop = await store.findShopOf(tx, application.marketId, application.organisationId)
    const checks = applicationChecks({
      identity: dossier.identity && {
        legalName: dossier.identity.stated.legalName,
        creditCodeLevel: dossier.identity.creditCodeLevel,
      },
      organisationName: organisation ? inLocale(organisation.name, 'zh') : '',
      licences: dossier.documents.filter((document) => document.kind === 'business_licence'),
      hasOtherShop: shop !== null && shop.applicationId !== application.id,
      today: clock.now().toISOString().slice(0, 10),
    })
    return { checks, dossier, organisation, shop }
  }

  return {
    visible,
    checksOf,

    /** Whose document the office opens: of this applicant, and handed in with this application. */
    async ownerOfDocument(actor: Actor, market: Market, id: string, documentId: string): Promise<string> {
      return inMarket(database, market.id, async (tx) => {
        const application = await visible(tx, actor, market, id)
        if (!mayDecide(actor, market, application.organisationId)) throw notAllowed()
        if (!(await store.frozenDocuments(tx, market.id, id)).has(documentId)) throw notFound()
        return application.organisationId
      })
    },

    apply: (actor: Actor, market: Market, input: ApplicationInput): Promise<string> =>
      inMarket(database, market.id, async (tx) => {
        const mine = actor.memberships.find((each) => each.organisationId === input.organisationId)
        if (!mine) throw notFound()
        if (mine.kind !== 'enterprise' || !mayApply(actor, input.organisationId)) throw notAllowed()
        if (market.status !== 'open') throw new ProblemError('shops/market-not-open')
        demandCategories(market, input.categoryIds)
        if (await store.findShopOf(tx, market.id, input.organisationId))
          throw new ProblemError('shops/has-shop')
        const id = newId('application', clock.now().getTime())
        const now = clock.now()
        await namingConstraints({ applications_open: 'shops/application-open' }, () =>
          store.insertApplication(tx, { marketId: market.id, id, ...input, status: 'draft', changedAt: now }),
        )
        await store.insertMove(tx, {
          marketId: market.id,
          applicationId: id,
          from: null,
          to: 'draft',
          personId: actor.personId,
          reason: '',
          at: now,
        })
        await audit(tx, { stream: market.id, actor, action: 'application.begun', subject: id })
        return id
      }),

    edit: (
      actor: Actor,
      market: Market,
      id: string,
      input: Omit<ApplicationInput, 'organisationId'>,
    ): Promise<void> =>
      inMarket(database, market.id, async (tx) => {
        const application = await visible(tx, actor, market, id)
        if (!mayApply(actor, application.organisationId)) throw notAllowed()
        if (!mayEdit(application.status))
          throw new ProblemError('shops/application-cannot-move', {
            from: application.status,
            to: application.status,
          })
        demandCategories(market, input.categoryIds)
        const changed = await store.updateApplication(tx, market.id, id, application.status, {
          ...input,
          changedAt: clock.now(),
        })
        if (!changed) throw new ProblemError('request/changed-meanwhile')
      }),

    submit: (actor: Actor, market: Market, id: string) =>
      asApplicant(actor, market, id, 'submit', async (tx, application) => {
        const { dossier } = await checksOf(tx, application, 'applicant')
        if (!dossier.identity) throw new ProblemError('shops/identity-missing')
        if (!dossier.documents.some((document) => document.kind === 'business_licence'))
          throw new ProblemError('shops/licence-missing')
        await store.freezeDocuments(
          tx,
          application,
          dossier.documents.map((document) => document.id),
        )
        return { submittedAt: clock.now() }
      }),

    withdraw: (actor: Actor, market: Market, id: string) =>
      asApplicant(actor, market, id, 'withdraw', async () => ({})),

    giveBack: (actor: Actor, market: Market, id: string, reason: string) =>
      asOffice(actor, market, id, 'return', reason),

    refuse: (actor: Actor, market: Market, id: string, reason: string) =>
      asOffice(actor, market, id, 'refuse', reason),

    /** Records the verification. Where a check does not fit, the note says what a person compared. */
    verify: (
      actor: Actor,
      market: Market,
      id: string,
      { method, note }: { method: 'document' | 'registry' | 'on_site'; note: string },
    ) =>
      asOffice(actor, market, id, 'verify', note, async (tx, application) => {
        const { checks, dossier } = await checksOf(tx, application, 'office')
        if (note === '' && checks.some((check) => !check.fits)) throw new ProblemError('shops/note-missing')
        await enterprises.recordVerification(tx, actor, {
          organisationId: application.organisationId,
          marketId: market.id,
          method,
          result: 'verified',
          reason: note,
          documentIds: dossier.documents.map((document) => document.id),
        })
      }),

    admit: (actor: Actor, market: Market, id: string) =>
      asOffice(actor, market, id, 'admit', '', async (tx, application) => {
        // Between verification and admission the identity may have been changed or have fallen due.
        const { dossier } = await checksOf(tx, application, 'office')
        if (dossier.identity?.status !== 'verified') throw new ProblemError('request/changed-meanwhile')
        await shops.admitShop(tx, market.id, {
          organisationId: application.organisationId,
          applicationId: application.id,
          name: application.shopName,
          introduction: application.introduction,
          categoryIds: application.categoryIds,
          contactPhone: application.contactPhone,
        })
      }),
  }
}
export type ApplicationActions = ReturnType<typeof createApplicationActions>
