import type { CategoryBook, ListedProduct } from '#server/modules/catalogue/index.ts'
import type { AttributeDefinition, AttributeValue } from '#shared/catalogue/category.ts'
import type { ProductCard } from '#shared/catalogue/views.ts'
import type { Localised } from '#shared/text.ts'
import type { FacetEntry, SearchDocument, Term } from '../port.ts'
import { fabricWords } from './synonyms.ts'
import type { Segmenter } from './words.ts'

/** Names of the yes-or-no facets, by the query parameter that filters by them. */
export const flagNames = {
  mixedBatch: { zh: '支持混批', en: 'Mixed batch' },
  sample: { zh: '可拿样', en: 'Sample available' },
  customisable: { zh: '可定制', en: 'Customisable' },
  verified: { zh: '已认证店铺', en: 'Verified shop' },
  ownGoods: { zh: '自营', en: 'Lead enterprise’s own goods' },
} as const satisfies Record<string, Localised>
export type Flag = keyof typeof flagNames

// Goods with five per cent of elastane are not what somebody means who asks for elastane.
const worthNaming = 30
const both = (text: Localised): string => `${text.zh} ${text.en}`

/** What stands for a product in the index, made of what anybody may read of it. */
export function searchDocument(
  listed: ListedProduct,
  card: ProductCard,
  book: CategoryBook,
  segmenter: Segmenter,
): SearchDocument {
  const { product, shop, market } = listed
  const path = book.path(product.categoryId)
  const attributes = attributeFacets(book.attributes(product.categoryId), product.attributes)
  const titleWords = segmenter.words(both(product.title), 'index')
  const others = [
    product.styleNo,
    ...attributes.flatMap((entry) => both(entry.name)),
    ...textsOf(product.attributes),
    ...new Set(product.skus.map((sku) => both(sku.colour))),
    ...product.skus.slice(0, 200).map((sku) => sku.articleNo),
    both(shop.name),
    both(product.origin.place),
  ]
  const known = new Set(titleWords)
  const names = path.flatMap((category) => [both(category.name), ...category.aliases])
  const named = names
    .flatMap((text) => segmenter.words(text, 'index'))
    .filter((word) => !fabricWords.has(word))
  const otherWords = [...new Set([...named, ...others.flatMap((text) => segmenter.words(text, 'index'))])]
    .filter((word) => !known.has(word))
    .slice(0, 400)
  const { lowest } = card.skuPrices ?? { lowest: null }
  const tiers = lowest === null ? product.tiers : [{ minQuantity: 1, unitPrice: lowest }]
  return {
    productId: product.id,
    marketId: market.id,
    category: product.categoryId,
    card: JSON.stringify(card),
    titleWords,
    otherWords,
    facets: [...fixedFacets(listed, path.at(-1)?.name), ...attributes],
    scopes: path.map((category) => ({ facet: 'category', value: category.id })),
    tierMins: tiers.map((tier) => tier.minQuantity),
    tierPrices: tiers.map((tier) => tier.unitPrice),
    moq: product.moq,
    leadTimeDays: product.leadTimeDays,
    price: (tiers.findLast((tier) => tier.minQuantity <= product.moq) ?? tiers[0])?.unitPrice ?? 0,
    popularity: product.sold30d,
    sold30d: product.sold30d,
    listedAt: card.listedAt,
    terms: termsOf(listed, titleWords, path),
  }
}

function fixedFacets({ product, shop }: ListedProduct, category: Localised | undefined): FacetEntry[] {
  const flags: Record<Flag, boolean> = {
    mixedBatch: product.mixedBatch,
    sample: product.samplePrice !== null,
    customisable: product.customisable,
    verified: shop.verified,
    ownGoods: shop.ownedByLead,
  }
  return [
    { facet: 'category', value: product.categoryId, name: category ?? { zh: '', en: '' } },
    { facet: 'shop', value: shop.id, name: shop.name },
    ...(shop.hall ? [{ facet: 'hall', value: shop.hall.zh.slice(0, 40), name: shop.hall }] : []),
    ...Object.entries(flagNames).flatMap(([value, name]) =>
      Object.entries(flags).some(([flag, is]) => flag === value && is)
        ? [{ facet: 'flag', value, name }]
        : [],
    ),
  ]
}

/** Values of the attributes that the schema flags as facets; numbers and free texts stand for themselves. */
function attributeFacets(
  definitions: readonly AttributeDefinition[],
  values: Readonly<Record<string, AttributeValue>>,
): FacetEntry[] {
  return definitions
    .filter((definition) => definition.facet)
    .flatMap((definition) => {
      const value = values[definition.key]
      if (value === undefined) return []
      const codes = (Array.isArray(value) ? value : [value]).flatMap((each) =>
        typeof each === 'object' ? [] : [String(each)],
      )
      return codes
        .filter((code) => code !== '' && code.length <= 60 && !/[,:]/.test(code))
        .map((code) => ({
          facet: `attr.${definition.key}`,
          value: code,
          name: nameOf(definition, code),
        }))
    })
}

function nameOf(definition: AttributeDefinition, code: string): Localised {
  if (definition.type === 'boolean') return code === 'true' ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' }
  const text = definition.unit ? `${code} ${definition.unit}` : code
  return definition.options?.find((option) => option.value === code)?.name ?? { zh: text, en: text }
}

/** Free texts among the attributes: fibres of a composition, brand, fabric names. */
function textsOf(values: Readonly<Record<string, AttributeValue>>): string[] {
  return Object.values(values).flatMap((value) =>
    (Array.isArray(value) ? value : [value]).flatMap((each) =>
      typeof each === 'object'
        ? each.fibres.filter(({ percent }) => percent >= worthNaming).map(({ fibre }) => fibre)
        : typeof each === 'string'
          ? [each]
          : [],
    ),
  )
}

function termsOf(
  { shop }: ListedProduct,
  titleWords: readonly string[],
  path: readonly { id: string; name: Localised }[],
): Term[] {
  const named = (kind: 'category' | 'shop', refId: string, name: Localised): Term[] =>
    [name.zh, name.en]
      .map((term) => term.normalize('NFKC').toLowerCase().trim())
      .filter((term) => term !== '')
      .map((term) => ({ term, kind, refId }))
  return [
    ...path.flatMap((category) => named('category', category.id, category.name)),
    ...named('shop', shop.id, shop.name),
    ...titleWords
      .filter((word) => word.length > 1 && !/\d/.test(word))
      .map((term): Term => ({ term, kind: 'word', refId: '' })),
  ]
}
