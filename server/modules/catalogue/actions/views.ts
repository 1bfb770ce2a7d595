import type { SellerProduct, SellerSku } from '#shared/catalogue/views.ts'
import { availableOf, draftOf, type StoredProduct, type StoredSku } from '../domain/stored-product.ts'
import { sellerActions } from '../policy.ts'
import type { Catalogue, ShopScope } from './context.ts'

export const sellerSku = (sku: StoredSku): SellerSku => ({ ...sku, available: availableOf(sku) })

/** The calendar day of a moment in China, where test reports are dated. */
export const dayOf = (moment: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(moment)

/** A product as its shop sees it, judged by today's rules. */
export function sellerProduct(
  { rules, clock }: Catalogue,
  { actor, market, shop }: Pick<ShopScope, 'actor' | 'market' | 'shop'>,
  product: StoredProduct,
): SellerProduct {
  const draft = draftOf(product)
  const { id, shopId, version, status, change, remarks } = product
  return {
    id,
    shopId,
    version,
    status,
    change,
    draft,
    skus: product.skus.map(sellerSku),
    media: product.media,
    testReports: product.testReports,
    problems: rules.check(draft, {
      reports: product.testReports,
      today: dayOf(clock.now()),
      carried: market.categoryIds,
    }),
    remarks,
    submittedAt: product.submittedAt,
    reviewedAt: product.reviewedAt,
    listedAt: product.listedAt,
    updatedAt: product.updatedAt,
    actions: sellerActions(actor, shop, product),
  }
}
