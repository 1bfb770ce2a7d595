import { choiceOf, flagOf, listOf, numberOf, textOf } from '#web/src/search-params.ts'

/** Orders of a result list a buyer can choose. Nothing is boosted: what comes first follows from this word alone. */
export const sorts = ['relevance', 'price', 'newest', 'dispatch'] as const
export type Sort = (typeof sorts)[number]

/** What a buyer asked for, as it stands in the URL. */
export type Choice = {
  q?: string | undefined
  category?: string | undefined
  shop?: string | undefined
  /** How many pieces the buyer wants: every price on the page is the price at this quantity. */
  quantity?: number | undefined
  priceMin?: number | undefined
  priceMax?: number | undefined
  moqMax?: number | undefined
  leadTimeMax?: number | undefined
  mixedBatch?: true | undefined
  sample?: true | undefined
  customisable?: true | undefined
  ownGoods?: true | undefined
  /** `attribute:value`, repeated. */
  attr?: string[] | undefined
  sort?: Sort | undefined
  view?: 'list' | undefined
}

/** Prices are shown for this many pieces until the buyer says otherwise: a usual first order of a small retailer. */
export const usualQuantity = 200
export const quantityOf = (choice: Choice): number => choice.quantity ?? usualQuantity

/** Reads a choice from URL parameters; what is not understood is left out. */
export function readChoice(raw: Record<string, unknown>): Choice {
  const choice: Choice = {
    q: textOf(raw, 'q')?.trim(),
    category: textOf(raw, 'category'),
    quantity: numberOf(raw, 'quantity', 1, 999_999),
    priceMin: numberOf(raw, 'priceMin', 0, 100_000_000),
    priceMax: numberOf(raw, 'priceMax', 0, 100_000_000),
    moqMax: numberOf(raw, 'moqMax', 1, 99_999),
    leadTimeMax: numberOf(raw, 'leadTimeMax', 0, 180),
    mixedBatch: flagOf(raw, 'mixedBatch'),
    sample: flagOf(raw, 'sample'),
    customisable: flagOf(raw, 'customisable'),
    ownGoods: flagOf(raw, 'ownGoods'),
    attr: listOf(raw, 'attr')?.filter((one) => one.includes(':')),
    sort: choiceOf(raw, 'sort', sorts),
    view: choiceOf(raw, 'view', ['list']),
  }
  return Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined))
}

/** The parts of a choice that the server needs; how the list is drawn is not among them. */
export function toSearchQuery({ view, ...choice }: Choice): Omit<Choice, 'view'> & { quantity: number } {
  return { ...choice, quantity: quantityOf(choice) }
}

/** The choice without one filter: a facet value of an attribute, or a whole member. */
export function without(choice: Choice, key: string, value?: string): Choice {
  if (value !== undefined && choice.attr?.includes(`${key}:${value}`)) {
    const rest = choice.attr.filter((one) => one !== `${key}:${value}`)
    return { ...choice, attr: rest.length === 0 ? undefined : rest }
  }
  if (key === 'price') return { ...choice, priceMin: undefined, priceMax: undefined }
  return { ...choice, [key]: undefined }
}

/** Adds an attribute's value to the choice, or takes it out when it was chosen. */
export function toggleAttribute(choice: Choice, key: string, value: string): Choice {
  const one = `${key}:${value}`
  const chosen = choice.attr ?? []
  const next = chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]
  return { ...choice, attr: next.length === 0 ? undefined : next }
}

/** Everything but the words, the quantity and the order taken away. */
export const withoutFilters = (choice: Choice): Choice => ({
  q: choice.q,
  quantity: choice.quantity,
  sort: choice.sort,
  view: choice.view,
})

/** How many filters are set. */
export const filterCount = ({ q, quantity, sort, view, attr, priceMin, priceMax, shop, ...flags }: Choice): number =>
  Object.values(flags).filter((value) => value !== undefined).length +
  (attr?.length ?? 0) +
  (priceMin !== undefined || priceMax !== undefined ? 1 : 0)
