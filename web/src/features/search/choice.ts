import { type Sort, sorts } from '#shared/search/contract.ts'
import { choiceOf, flagOf, listOf, numberOf, textOf } from '#web/src/search-params.ts'

/** What a buyer asked for, as it stands in the URL. */
export type Choice = {
  q?: string | undefined
  category?: string | undefined
  shop?: string | undefined
  hall?: string | undefined
  /** How many pieces the buyer wants: every price on the page is the price at this quantity. */
  quantity?: number | undefined
  priceMin?: number | undefined
  priceMax?: number | undefined
  moqMax?: number | undefined
  leadTimeMax?: number | undefined
  mixedBatch?: true | undefined
  sample?: true | undefined
  customisable?: true | undefined
  verified?: true | undefined
  ownGoods?: true | undefined
  /** `attribute:value`, repeated. */
  attr?: string[] | undefined
  sort?: Sort | undefined
  view?: 'list' | undefined
}

/** Prices are shown for this many pieces until the buyer says otherwise: a usual first order of a small retailer. */
export const usualQuantity = 200
export const quantityOf = (choice: Choice): number => choice.quantity ?? usualQuantity
/** Goods on one page of results: four full rows of seven. */
export const pageSize = 28

/** Reads a choice from URL parameters; what is not understood is left out. */
export function readChoice(raw: Record<string, unknown>): Choice {
  const choice: Choice = {
    q: textOf(raw, 'q')?.trim(),
    category: textOf(raw, 'category'),
    hall: textOf(raw, 'hall'),
    quantity: numberOf(raw, 'quantity', 1, 999_999),
    priceMin: numberOf(raw, 'priceMin', 0, 1_000_000_000),
    priceMax: numberOf(raw, 'priceMax', 0, 1_000_000_000),
    moqMax: numberOf(raw, 'moqMax', 1, 99_999),
    leadTimeMax: numberOf(raw, 'leadTimeMax', 0, 180),
    mixedBatch: flagOf(raw, 'mixedBatch'),
    sample: flagOf(raw, 'sample'),
    customisable: flagOf(raw, 'customisable'),
    verified: flagOf(raw, 'verified'),
    ownGoods: flagOf(raw, 'ownGoods'),
    attr: listOf(raw, 'attr')?.filter((one) => /^[a-z][a-z0-9_]*:[^,:]{1,100}$/.test(one)),
    sort: choiceOf(raw, 'sort', sorts),
    view: choiceOf(raw, 'view', ['list']),
  }
  return Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined))
}

const flags = ['mixedBatch', 'sample', 'customisable', 'verified', 'ownGoods'] as const
type Flag = (typeof flags)[number]
const isFlag = (key: string): key is Flag => flags.some((flag) => flag === key)

/** The choice as the server is asked; how the list is drawn is not among it. */
export function toSearchQuery({
  view,
  attr,
  sort,
  q,
  mixedBatch,
  sample,
  customisable,
  verified,
  ownGoods,
  ...rest
}: Choice) {
  const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Numbers
  return {
    ...known,
    q: q ?? '',
    quantity: quantityOf(rest),
    sort: sort ?? 'relevance',
    ...(attr === undefined ? {} : { attr }),
    ...(mixedBatch && { mixedBatch: 'true' as const }),
    ...(sample && { sample: 'true' as const }),
    ...(customisable && { customisable: 'true' as const }),
    ...(verified && { verified: 'true' as const }),
    ...(ownGoods && { ownGoods: 'true' as const }),
  }
}
type Numbers = { [K in 'category' | 'shop' | 'hall']?: string } & {
  [K in 'priceMin' | 'priceMax' | 'moqMax' | 'leadTimeMax']?: number
}
export type Asked = ReturnType<typeof toSearchQuery>

/** The choice without one filter: a facet value of an attribute, or a whole member. */
export function without(choice: Choice, key: string, value?: string): Choice {
  if (value !== undefined && choice.attr?.includes(`${key}:${value}`))
    return toggleAttribute(choice, key, value)
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

/** Sets a parameter that a facet names (`moqMax`, `hall`, a flag), or takes it out when it already has this value. */
export function toggleParameter(choice: Choice, key: string, value: string): Choice {
  if (isFlag(key)) return { ...choice, [key]: choice[key] ? undefined : true }
  if (key === 'hall') return { ...choice, hall: choice.hall === value ? undefined : value }
  if (key !== 'moqMax' && key !== 'leadTimeMax') return choice
  return { ...choice, [key]: choice[key] === Number(value) ? undefined : Number(value) }
}

/** Whether a facet's value is chosen. */
export function isChosen(
  choice: Choice,
  kind: 'attribute' | 'parameter' | 'flag' | 'threshold',
  key: string,
  value: string,
): boolean {
  if (kind === 'attribute') return choice.attr?.includes(`${key}:${value}`) ?? false
  if (isFlag(key)) return choice[key] === true
  if (key === 'hall') return choice.hall === value
  return (key === 'moqMax' || key === 'leadTimeMax') && choice[key] === Number(value)
}

/** Everything but the words, the quantity and the order taken away. */
export const withoutFilters = (choice: Choice): Choice => ({
  q: choice.q,
  quantity: choice.quantity,
  sort: choice.sort,
  view: choice.view,
})

/** How many filters are set. */
export const filterCount = ({
  q,
  quantity,
  sort,
  view,
  attr,
  priceMin,
  priceMax,
  shop,
  ...others
}: Choice): number =>
  Object.values(others).filter((value) => value !== undefined).length +
  (attr?.length ?? 0) +
  (priceMin !== undefined || priceMax !== undefined ? 1 : 0)
