import { cells, romper } from '#server/modules/catalogue/testing/drafts.ts'
import { leavesOf } from '#shared/catalogue/categories.ts'
import type { ProductDraft } from '#shared/catalogue/product.ts'

/** Numbers between 0 and 1 that follow from a seed: two runs measure the same goods. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const adjectives = [
  ['纯棉', 'cotton'],
  ['加绒', 'fleece-lined'],
  ['宽松', 'loose'],
  ['卡通', 'cartoon'],
  ['条纹', 'striped'],
  ['春秋', 'spring'],
  ['短袖', 'short-sleeved'],
  ['针织', 'knitted'],
  ['牛仔', 'denim'],
  ['碎花', 'floral'],
  ['立领', 'stand-collar'],
  ['防水', 'waterproof'],
] as const
const seasons = ['spring', 'summer', 'autumn', 'winter', 'all-year']
const fabrics = ['cotton', 'modal', 'linen', 'polyester', 'knit', 'denim', 'fleece']

/** A product as a maker of children's wear would list it; what it is follows from its number. */
export function product(number: number, chance: () => number): ProductDraft {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() ** 1.6 * list.length)] as T
  const category = pick(leavesOf('childrens-wear'))
  const [first, second] = [pick(adjectives), pick(adjectives)]
  const price = 900 + Math.floor(chance() * 90) * 100
  const styleNo = `${pick(['KR', 'XH', 'JD', 'MM'])}-${10_000 + number}`
  return romper(styleNo, {
    categoryId: category.id,
    title: {
      zh: `${first[0]}${second[0]}${category.name.zh.split('/')[0]} ${styleNo}`,
      en: `${first[1]} ${second[1]} ${category.name.en}`,
    },
    attributes: { ...romper('').attributes, fabric: pick(fabrics), season: [pick(seasons), pick(seasons)] },
    tiers: [
      { minQuantity: 10, unitPrice: price },
      { minQuantity: 100, unitPrice: Math.round(price * 0.92) },
      { minQuantity: 500, unitPrice: Math.round(price * 0.85) },
    ],
    leadTimeDays: Math.floor(chance() * 15),
    mixedBatch: chance() < 0.7,
    customisable: chance() < 0.4,
    skus: cells(2, ['90', '100', '110', '120'], Math.floor(chance() * 400)),
  })
}
