import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { inMarket, namingConstraints, type Tx } from '#server/platform/db.ts'
import { publish } from '#server/platform/events.ts'
import { newId } from '#server/platform/ids.ts'
import { notFound, ProblemError } from '#server/platform/problems.ts'
import type { Resources } from '#server/platform/resources.ts'
import { publicPath, type Uploads } from '#server/platform/uploads.ts'
import { pathOf } from '#shared/catalogue/categories.ts'
import { shopRoom } from '#shared/shops/room.ts'
import type { ShopPatch, ShopStatus, TermsInput } from '#shared/shops/shapes.ts'
import type { Localised } from '#shared/text.ts'
import type { Market } from '../../markets/index.ts'
import { shopChanged } from '../events.ts'
import { mayKeepShop, maySeeShop } from '../policy.ts'
import * as store from '../store.ts'

export type NewShop = {
  organisationId: string
  applicationId?: string
  name: Localised
  introduction: Localised
  categoryIds: string[]
  contactPhone: string
  shipFrom?: { divisionCode: string; name: Localised }
  openingHours?: Localised
  logoKey?: string
  bannerKey?: string
  admittedAt?: Date
}

/** Fails for categories that the market does not carry: its roots and all that lies below them. */
export function demandCategories(market: Pick<Market, 'categoryIds'>, categoryIds: readonly string[]): void {
  for (const categoryId of categoryIds)
    if (!pathOf(categoryId).some((category) => market.categoryIds.includes(category.id)))
      throw new ProblemError('shops/unknown-category', { categoryId })
}

export function createShopActions({ database, clock }: Resources, uploads: Uploads) {
  /** Opens a shop: the last step of admission. Rights and verification are the caller's business. */
  async function admitShop(tx: Tx, marketId: string, input: NewShop): Promise<string> {
    const id = newId('shop', clock.now().getTime())
    const { openingHours, shipFrom, admittedAt, ...rest } = input
    const now = admittedAt ?? clock.now()
    await namingConstraints({ shops_organisation: 'shops/has-shop' }, () =>
      store.insertShop(tx, {
        marketId,
        id,
        ...rest,
        status: 'open',
        shipFrom: shipFrom ?? null,
        openingHours: openingHours ?? { zh: '', en: '' },
        admittedAt: now,
        changedAt: now,
      }),
    )
    await publish(tx, shopChanged, { marketId, shopId: id }, id)
    return id
  }

  async function kept(tx: Tx, actor: Actor, market: Market, shopId: string): Promise<store.Shop> {
    const shop = await store.findShop(tx, market.id, shopId)
    if (!shop || !maySeeShop(actor, market, shop)) throw notFound()
    if (!mayKeepShop(actor, shop) || shop.status === 'closed') throw new ProblemError('request/not-allowed')
    return shop
  }

  async function putTerms(tx: Tx, marketId: string, shopId: string, terms: TermsInput): Promise<void> {
    await store.putTerms(tx, marketId, shopId, terms, clock.now())
    await publish(tx, shopChanged, { marketId, shopId }, shopId)
  }

  return {
    admitShop,
    putTerms,

    changeShop: (actor: Actor, market: Market, shopId: string, patch: ShopPatch): Promise<void> =>
      inMarket(database, market.id, async (tx) => {
        await kept(tx, actor, market, shopId)
        if (patch.categoryIds) demandCategories(market, patch.categoryIds)
        const change = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
        await store.updateShop(tx, market.id, shopId, { ...change, changedAt: clock.now() })
        await publish(tx, shopChanged, { marketId: market.id, shopId }, shopId)
        await audit(tx, {
          stream: market.id,
          actor,
          action: 'shop.changed',
          subject: shopId,
          facts: { fields: Object.keys(change) },
        })
      }),

    setTerms: (actor: Actor, market: Market, shopId: string, terms: TermsInput): Promise<void> =>
      inMarket(database, market.id, async (tx) => {
        await kept(tx, actor, market, shopId)
        if (terms.freight.currency !== market.currency)
          throw new ProblemError('shops/wrong-currency', { currency: market.currency })
        await putTerms(tx, market.id, shopId, terms)
        await audit(tx, { stream: market.id, actor, action: 'shop.terms-set', subject: shopId })
      }),

    async setPicture(
      actor: Actor,
      market: Market,
      shopId: string,
      place: 'logo' | 'banner',
      bytes: Uint8Array,
    ) {
      await inMarket(database, market.id, (tx) => kept(tx, actor, market, shopId))
      const picture = await uploads.receiveImage(bytes, { owner: shopId, ...shopRoom })
      await inMarket(database, market.id, async (tx) => {
        await kept(tx, actor, market, shopId)
        // Locked: of two that replace the same picture, each drops the one that it really replaced.
        const before = await store.lockPictures(tx, market.id, shopId)
        const replaced = place === 'logo' ? before.logoKey : before.bannerKey
        await uploads.claim(tx, picture.key)
        if (replaced !== null) await uploads.drop(tx, replaced)
        const change = place === 'logo' ? { logoKey: picture.key } : { bannerKey: picture.key }
        await store.updateShop(tx, market.id, shopId, { ...change, changedAt: clock.now() })
        await publish(tx, shopChanged, { marketId: market.id, shopId }, shopId)
        await audit(tx, {
          stream: market.id,
          actor,
          action: 'shop.picture-set',
          subject: shopId,
          facts: { place },
        })
      })
      return { url: publicPath(picture.key), width: picture.width, height: picture.height }
    },

    /** Moves a shop between open, suspended and closed, if it is still where it was: for sanctions and transitions above. */
    async setStatus(
      tx: Tx,
      marketId: string,
      shopId: string,
      from: ShopStatus,
      to: ShopStatus,
    ): Promise<void> {
      const moved = await store.updateShop(tx, marketId, shopId, { status: to, changedAt: clock.now() }, from)
      if (!moved) throw new ProblemError('request/changed-meanwhile')
      await publish(tx, shopChanged, { marketId, shopId }, shopId)
    },
  }
}
export type ShopActions = ReturnType<typeof createShopActions>
