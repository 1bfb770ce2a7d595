import type { Actor } from '#server/platform/actor.ts'
import { cursorOf, readCursor } from '#server/platform/cursor.ts'
import type { listShopProducts } from '#shared/catalogue/contract.ts'
import type { ProductStatus } from '#shared/catalogue/product.ts'
import type { ResponseOf } from '#shared/http.ts'
import { mayEditShop, sellerActions } from '../policy.ts'
import { countByStatus, pageOfShop } from '../store/lists.ts'
import { type Catalogue, inShop } from './context.ts'

type Query = {
  status?: ProductStatus | undefined
  q?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** A page of a shop's products with the numbers for the tabs. */
export function listProducts(
  catalogue: Catalogue,
  actor: Actor,
  where: { market: string; shop: string },
  { status, q, cursor, limit }: Query,
): Promise<ResponseOf<typeof listShopProducts>> {
  const [updatedAt, id] = readCursor(cursor, 'moment', 'id') ?? []
  const after = updatedAt === undefined || id === undefined ? null : { updatedAt, id }
  return inShop(catalogue, actor, where, 'see', async (tx, { market, shop }) => {
    const lines = await pageOfShop(tx, market.id, shop.id, { status, q, after, limit: limit + 1 })
    const page = lines.slice(0, limit)
    const last = lines.length > limit ? page.at(-1) : undefined
    return {
      items: page.map(({ lowestAmount, highestAmount, ...line }) => ({
        ...line,
        lowest: { amount: lowestAmount, currency: market.currency },
        highest: { amount: highestAmount, currency: market.currency },
        actions: sellerActions(actor, shop, line),
      })),
      nextCursor: last ? cursorOf(last.updatedAt, last.id) : null,
      counts: await countByStatus(tx, market.id, shop.id),
      actions: mayEditShop(actor, shop).ok ? ['create', 'import', 'upload', 'test-report'] : [],
    }
  })
}
