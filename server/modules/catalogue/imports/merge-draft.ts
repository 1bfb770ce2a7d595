import type { ProductDraft } from '#shared/catalogue/product.ts'
import { articleNoOf, canonical, cellOf, draftOf, type StoredProduct } from '../domain/stored-product.ts'

/**
 * What a product becomes when a list names its style again: the list wins where it says something, the product keeps what the list
 * is silent about, its pictures, and the cells that the list does not name. A list never takes a cell away.
 */
export function mergeDraft(product: StoredProduct, draft: ProductDraft): ProductDraft {
  const before = draftOf(product)
  const named = new Map(draft.skus.map((sku) => [cellOf(sku), sku]))
  const known = new Set(before.skus.map(cellOf))
  const said = (text: ProductDraft['title'], otherwise: ProductDraft['title']) => ({
    zh: text.zh || otherwise.zh,
    en: text.en || otherwise.en,
  })
  return {
    ...draft,
    title: said(draft.title, before.title),
    description: said(draft.description, before.description),
    attributes: { ...before.attributes, ...draft.attributes },
    samplePrice: draft.samplePrice ?? before.samplePrice,
    hsCode: draft.hsCode ?? before.hsCode,
    customisable: draft.customisable || before.customisable,
    mediaIds: draft.mediaIds.length > 0 ? draft.mediaIds : before.mediaIds,
    skus: [
      ...before.skus.map((sku) => {
        const now = named.get(cellOf(sku))
        return now
          ? {
              ...now,
              articleNo: now.articleNo || sku.articleNo,
              colourHex: now.colourHex ?? sku.colourHex,
              weightGrams: now.weightGrams ?? sku.weightGrams,
              barcode: now.barcode ?? sku.barcode,
            }
          : sku
      }),
      ...draft.skus.filter((sku) => !known.has(cellOf(sku))),
    ],
  }
}

/** Whether the merged draft says anything that the product does not say already, stock included. */
export const saysMore = (product: StoredProduct, merged: ProductDraft): boolean =>
  canonical(comparable(draftOf(product))) !== canonical(comparable(merged))

const comparable = (draft: ProductDraft) => ({
  ...draft,
  skus: draft.skus.map((sku) => ({ ...sku, articleNo: articleNoOf(draft.styleNo, sku) })),
})
