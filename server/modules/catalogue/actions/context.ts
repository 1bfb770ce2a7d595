import type { Actor } from '#server/platform/actor.ts'
import { inMarket, namingConstraints, type Tx } from '#server/platform/db.ts'
import { demand, notFound } from '#server/platform/problems.ts'
import type { Resources } from '#server/platform/resources.ts'
import type { CategoryBook } from '../domain/category-book.ts'
import type { ListingRules } from '../domain/listing-rules.ts'
import type { MarketFacts, Neighbours, ShopFacts } from '../neighbours.ts'
import { mayEditShop, maySeeShop } from '../policy.ts'

/** What the catalogue's actions work with. */
export type Catalogue = Resources & { neighbours: Neighbours; book: CategoryBook; rules: ListingRules }

/** A shop in a market with the person who acts in it. */
export type ShopScope = { market: MarketFacts; shop: ShopFacts; actor: Actor }

/** Name of the job that takes pictures of a deleted draft away (media.ts). */
export const dropMediaJob = 'catalogue.drop-media'

/** Violations that a request can cause, by the name of the constraint. */
const constraints: Readonly<Record<string, string>> = {
  products_style_no: 'catalogue/style-no-taken',
  skus_cell: 'catalogue/sku-twice',
  skus_article_no: 'catalogue/sku-twice',
  product_media_media: 'catalogue/unknown-media',
  test_reports_number: 'catalogue/report-number-taken',
  test_reports_dates: 'catalogue/report-dates',
  test_reports_media: 'catalogue/unknown-media',
  stock_reserved_within: 'catalogue/stock-below-reserved',
}

/** The market of a slug, or 404. */
export async function marketOf(catalogue: Catalogue, slug: string): Promise<MarketFacts> {
  const market = await catalogue.neighbours.marketBySlug(slug)
  if (market === null) throw notFound()
  return market
}

/**
 * Runs `work` in one transaction of the market for somebody of the shop. A stranger gets 404, since drafts are nobody else's
 * business; a member who may only look gets 403 on `edit`.
 */
export async function inShop<T>(
  catalogue: Catalogue,
  actor: Actor,
  where: { market: string; shop: string },
  need: 'see' | 'edit',
  work: (tx: Tx, scope: ShopScope) => Promise<T>,
): Promise<T> {
  const market = await marketOf(catalogue, where.market)
  return namingConstraints(constraints, () =>
    inMarket(catalogue.database, market.id, async (tx) => {
      const shop = (await catalogue.neighbours.shopsById(tx, market.id, [where.shop])).get(where.shop)
      if (!shop || !maySeeShop(actor, shop)) throw notFound()
      if (need === 'edit') demand(mayEditShop(actor, shop))
      return work(tx, { market, shop, actor })
    }),
  )
}
