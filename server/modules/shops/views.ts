import type { Actor } from '#server/platform/actor.ts'
import { publicPath } from '#server/platform/uploads.ts'
import type { LicenceView } from '#shared/enterprises/shapes.ts'
import type { BoothView } from '#shared/markets/shapes.ts'
import type {
  ApplicationItem,
  ApplicationView,
  ShopCard,
  ShopView,
  TermsInput,
} from '#shared/shops/shapes.ts'
import type { Localised } from '#shared/text.ts'
import type { Enterprises } from '../enterprises/index.ts'
import { leads, type Market } from '../markets/index.ts'
import { applicationActions, mayDecide, shopActions } from './policy.ts'
import type { Application, listMoves, Shop } from './store.ts'

/** What a shop's page reads beside the shop itself. */
export type ShopFacts = {
  licence: LicenceView | null
  booths: BoothView[]
  terms: TermsInput | null
  now: Date
}

/** A booth as it is written on a card: hall and number. */
const boothLabel = (booth: BoothView): string => `${booth.hallName.zh || booth.hallName.en} ${booth.code}`

export function shopCard(market: Market, shop: Shop, { licence, booths, terms, now }: ShopFacts): ShopCard {
  return {
    id: shop.id,
    name: shop.name,
    introduction: shop.introduction,
    status: shop.status,
    ownedByLead: leads(shop.organisationId, market),
    verified: licence !== null && new Date(licence.nextVerificationDue) > now,
    categoryIds: shop.categoryIds,
    shipFrom: shop.shipFrom,
    dispatchDays: terms?.dispatchDays ?? null,
    logo: shop.logoKey === null ? null : publicPath(shop.logoKey),
    booths: booths.map(boothLabel),
    openedOn: shop.admittedAt.toISOString().slice(0, 10),
  }
}

export function shopView(actor: Actor | null, market: Market, shop: Shop, facts: ShopFacts): ShopView {
  const { licence, booths, terms } = facts
  return {
    ...shopCard(market, shop, facts),
    marketId: market.id,
    organisationId: shop.organisationId,
    licence,
    verifiedOn: licence?.verifiedAt.slice(0, 10) ?? null,
    nextVerificationOn: licence?.nextVerificationDue.slice(0, 10) ?? null,
    registration: 'registered',
    boothDetails: booths,
    banner: shop.bannerKey === null ? null : publicPath(shop.bannerKey),
    openingHours: shop.openingHours,
    contactPhone: shop.contactPhone,
    terms,
    actions: shopActions(actor, shop),
  }
}

export const applicationItem = (
  marketSlug: string,
  application: Application,
  organisationName: Localised,
  now: Date,
): ApplicationItem => ({
  id: application.id,
  marketSlug,
  organisationId: application.organisationId,
  organisationName,
  shopName: application.shopName,
  categoryIds: application.categoryIds,
  status: application.status,
  submittedAt: application.submittedAt?.toISOString() ?? null,
  waitingHours:
    application.submittedAt && (application.status === 'submitted' || application.status === 'verified')
      ? Math.max(0, Math.floor((now.getTime() - application.submittedAt.getTime()) / 3_600_000))
      : null,
  changedAt: application.changedAt.toISOString(),
})

/** An application as the actor may see it: the dossier is for its own people and for those who decide. */
export function applicationView(
  actor: Actor,
  market: Market,
  application: Application,
  parts: {
    organisationName: Localised
    checks: ApplicationView['checks']
    dossier: Awaited<ReturnType<Enterprises['dossierOf']>>
    moves: Awaited<ReturnType<typeof listMoves>>
    shopId: string | null
    now: Date
  },
): ApplicationView {
  const { identity, documents, verifications } = parts.dossier
  const decides = mayDecide(actor, market, application.organisationId)
  const own = actor.memberships.some((each) => each.organisationId === application.organisationId)
  return {
    ...applicationItem(market.slug, application, parts.organisationName, parts.now),
    introduction: application.introduction,
    contactName: application.contactName,
    contactPhone: application.contactPhone,
    boothWish: application.boothWish,
    checks: parts.checks,
    moves: parts.moves.map(({ move, by }) => ({
      from: move.from,
      to: move.to,
      at: move.at.toISOString(),
      by: by ?? '',
      reason: move.reason,
    })),
    identity:
      decides || own
        ? {
            status: identity?.status ?? 'draft',
            stated: identity?.stated ?? null,
            creditCodeLevel: identity?.creditCodeLevel ?? null,
            verifications,
            documents: documents.map(({ id, kind, contentType, size, validUntil }) => ({
              id,
              kind,
              contentType,
              size,
              validUntil,
            })),
          }
        : null,
    shopId: parts.shopId,
    actions: applicationActions(actor, market, application),
  }
}
