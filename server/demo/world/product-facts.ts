import type { Attributes } from '#shared/catalogue/category.ts'
import type { PriceTier } from '#shared/catalogue/product.ts'
import type { Localised } from '#shared/text.ts'
import type { Pattern } from '../drawing/spec.ts'
import type { Blueprint, GarmentBlueprint, ShoeBlueprint } from './blueprint.ts'
import type { Lots } from './chances.ts'
import { compositionOf } from './composition.ts'
import { fabrics } from './fabrics.ts'
import { type Look, materialOf } from './looks.ts'

const ageOfHeight: Record<string, readonly string[]> = {
  '59': ['m0-3'],
  '66': ['m3-6'],
  '73': ['m6-12'],
  '80': ['m12-18'],
  '90': ['m18-24'],
  '100': ['m24-36'],
  '110': ['y3-5'],
  '120': ['y5-7'],
  '130': ['y7-9'],
  '140': ['y9-12'],
  '150': ['y9-12'],
  '160': ['y12-14'],
  '1-3Y': ['m12-18', 'm18-24', 'm24-36'],
  '3-5Y': ['y3-5'],
  '5-8Y': ['y5-7', 'y7-9'],
  '8-12Y': ['y9-12'],
}

/** The ages that the sizes are cut for, in the order of growing. */
export function agesOf(blueprint: Blueprint): string[] {
  if (blueprint.goods === 'shoe')
    return blueprint.audience === 'toddler'
      ? ['m12-18', 'm18-24', 'm24-36']
      : ['y3-5', 'y5-7', 'y7-9', 'y9-12']
  if (blueprint.sizes[0] === 'one-size')
    return blueprint.audience === 'infant'
      ? ['m3-6', 'm6-12', 'm12-18', 'm18-24', 'm24-36']
      : ['y3-5', 'y5-7', 'y7-9']
  return [...new Set(blueprint.sizes.flatMap((size) => ageOfHeight[size] ?? []))]
}

/** GB 31701: goods for up to 36 months or 100 cm are of class A and bear 婴幼儿用品. */
export const isForInfants = (blueprint: Blueprint) => agesOf(blueprint).some((age) => age.startsWith('m'))

const patternValues: Record<Pattern, readonly string[]> = {
  plain: ['plain'],
  stripes: ['stripe'],
  check: ['check'],
  dots: ['dots'],
  floral: ['floral'],
  bear: ['animal', 'cartoon'],
  dino: ['animal', 'cartoon'],
  letters: ['letters'],
  camo: ['camouflage'],
  gradient: ['colour-block'],
  'colour-block': ['colour-block'],
  knit: ['plain'],
  denim: ['plain'],
  corduroy: ['plain'],
}
const styleValues: Partial<Record<Pattern, string>> = {
  floral: 'sweet',
  dots: 'sweet',
  camo: 'street',
  check: 'preppy',
  stripes: 'casual',
  letters: 'casual',
}

export function garmentAttributes(
  lots: Lots,
  blueprint: GarmentBlueprint,
  look: Look,
  brand: string,
  year: number,
): Attributes {
  if (!look.fabric) return {}
  const fabric = fabrics[look.fabric]
  const infants = isForInfants(blueprint)
  const feminine = look.pattern === 'floral' || look.variant.cut.collar === 'peter-pan'
  const gender =
    blueprint.gender ??
    (feminine ? 'girl' : /dino|camo/.test(look.pattern) && lots.happens(0.5) ? 'boy' : 'unisex')
  return {
    fabric: fabric.key,
    composition: compositionOf(look.fabric, blueprint.rib),
    safety_class: infants ? 'A' : blueprint.nextToSkin ? 'B' : 'C',
    infant_mark: infants,
    next_to_skin: blueprint.nextToSkin,
    neck_cord: false,
    age_range: agesOf(blueprint),
    gender,
    season: [...fabric.season],
    standard: blueprint.standard,
    pattern: [...patternValues[look.pattern]],
    style: [styleValues[look.pattern] ?? 'basic'],
    thickness: fabric.thickness,
    fabric_weight: fabric.gramsPerSquareMetre,
    fabric_origin: lots.pick(['local', 'local', 'shaoxing', 'guangdong', 'other-domestic']),
    listing_year: String(year),
    brand,
    care: '40℃以下轻柔水洗，不可漂白，悬挂晾干',
    ...(look.fabric === 'down' ? { down_content: 90 } : {}),
    ...look.variant.attributes,
  }
}

export function shoeAttributes(
  lots: Lots,
  blueprint: ShoeBlueprint,
  look: Look,
  brand: string,
  year: number,
): Attributes {
  const child = blueprint.audience === 'child' || blueprint.audience === 'toddler'
  const lists = Object.fromEntries(
    Object.entries(blueprint.attributes).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : [...value],
    ]),
  )
  return {
    upper_material: look.upper?.[0] ?? 'other',
    sole_material: look.sole?.[0] ?? 'rubber',
    lining_material: lots.pick(['textile', 'mesh', 'textile', 'pu']),
    season: [...blueprint.season],
    style: [/leather|dress/.test(blueprint.categoryId) ? 'basic' : 'sporty'],
    size_system: 'eu',
    construction: blueprint.construction,
    standard: blueprint.standard,
    gender: child ? 'unisex' : blueprint.audience,
    listing_year: String(year),
    brand,
    ...(child ? { age_range: agesOf(blueprint), detachable_parts: false } : {}),
    ...lists,
    ...look.variant.attributes,
  }
}

const seasonWords: Record<string, Localised> = {
  spring: { zh: '春秋款', en: 'spring and autumn' },
  summer: { zh: '夏款', en: 'summer' },
  autumn: { zh: '秋冬款', en: 'autumn and winter' },
  winter: { zh: '冬款', en: 'winter' },
  'all-year': { zh: '四季款', en: 'all seasons' },
}

/** The title says what the picture shows: colour, pattern, kind, cut, material, season. */
export function titleOf(
  blueprint: Blueprint,
  look: Look,
  season: string,
  brand: Localised | null,
): Localised {
  const colour = look.colourways[0]?.name ?? { zh: '', en: '' }
  const words = seasonWords[season] ?? { zh: '', en: '' }
  const material = materialOf(look)
  const infant = blueprint.goods === 'garment' && blueprint.audience === 'infant' ? 'A类' : ''
  const size = blueprint.sizes.length > 1 ? `${blueprint.sizes[0]}–${blueprint.sizes.at(-1)}码` : '均码'
  const zh = [
    brand?.zh ?? '',
    `${infant}${colour.zh}${look.patternWords.zh}${blueprint.name.zh}`,
    `${look.variant.words.zh}${look.feature.zh ? ` ${look.feature.zh}` : ''}`,
    `${material.zh}${blueprint.goods === 'shoe' ? '鞋面' : ''}`,
    `${words.zh} ${size}`,
  ]
  const en = [
    `${brand ? `${brand.en} ` : ''}${colour.en} ${[look.patternWords.en, blueprint.name.en].filter(Boolean).join(' ')}`,
    look.variant.words.en,
    look.feature.en,
    `${material.en}${blueprint.goods === 'shoe' ? ' upper' : ''}`,
    words.en,
  ]
  return { zh: zh.filter(Boolean).join(' '), en: en.filter(Boolean).join(', ') }
}

/** Plain sentences a buyer needs, made of the same facts as the attributes. */
export function descriptionOf(
  blueprint: Blueprint,
  look: Look,
  leadTimeDays: number,
  place: Localised,
): Localised {
  const material = materialOf(look)
  const colours = look.colourways.map((colour) => colour.name.zh).join('、')
  const coloursEn = look.colourways.map((colour) => colour.name.en.toLowerCase()).join(', ')
  const sizes = blueprint.sizes.length > 1 ? `${blueprint.sizes.join('、')} 码` : '均码'
  const sizesEn = blueprint.sizes.length > 1 ? blueprint.sizes.join(', ') : 'one size'
  const weight = look.fabric ? `，克重 ${fabrics[look.fabric].gramsPerSquareMetre} g/m²` : ''
  const weightEn = look.fabric ? `, ${fabrics[look.fabric].gramsPerSquareMetre} g/m²` : ''
  const label =
    blueprint.goods === 'garment'
      ? isForInfants(blueprint)
        ? '吊牌与水洗标标注 GB 31701 A类、婴幼儿用品。'
        : '吊牌与水洗标齐全，符合 GB 31701。'
      : '鞋盒、鞋舌标尺码一致，可换白盒。'
  const labelEn =
    blueprint.goods === 'garment'
      ? isForInfants(blueprint)
        ? 'Hangtag and wash label carry GB 31701 class A and the infants’ mark.'
        : 'With hangtag and wash label according to GB 31701.'
      : 'Box and tongue carry the same size; plain boxes on request.'
  return {
    zh: `${look.variant.words.zh}的${blueprint.name.zh}，${blueprint.goods === 'shoe' ? '鞋面' : '面料'}为${material.zh}${weight}。\n颜色：${colours}。尺码：${sizes}。\n${label}\n${place.zh}生产，现货付款后 ${leadTimeDays} 天内发出；实物与照片因光线略有色差，大货以确认样为准。`,
    en: `${capital(blueprint.name.en)}: ${look.variant.words.en}; ${material.en}${weightEn}.\nColours: ${coloursEn}. Sizes: ${sizesEn}.\n${labelEn}\nMade in ${place.en}; stock leaves within ${leadTimeDays} days of payment. Shades may differ a little from the photographs; the confirmed sample decides.`,
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Three or four tiers from the MOQ on, each a little cheaper, rounded to ten fen. */
export function tiersFrom(lots: Lots, first: number, moq: number, count: number): PriceTier[] {
  const tiers: PriceTier[] = [{ minQuantity: moq, unitPrice: first }]
  const steps = [
    [5, 0.93],
    [15, 0.87],
    [50, 0.82],
  ] as const
  for (const [times, factor] of steps.slice(0, count - 1)) {
    const jitter = 1 + (lots.chance() - 0.5) * 0.02
    const last = tiers.at(-1)?.unitPrice ?? first
    const price = Math.min(last - 10, Math.round((first * factor * jitter) / 10) * 10)
    tiers.push({ minQuantity: Math.max(50, Math.round((moq * times) / 50) * 50), unitPrice: price })
  }
  return tiers
}

/** A 13-digit article number of the range kept for use inside a company (GS1 prefix 20–29), with its check digit. */
export function shopBarcode(serial: number): string {
  const body = `26${String(serial).padStart(10, '0')}`
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (i % 2 ? 3 : 1), 0)
  return body + ((10 - (sum % 10)) % 10)
}

/** Stock of a cell: middle sizes are cut most, first colours run most; some cells are sold out, some nearly so. */
export function stockOf(lots: Lots, base: number, colour: number, size: number, sizes: number): number {
  const luck = lots.chance()
  if (luck < 0.07 + colour * 0.008) return 0
  if (luck < 0.13 + colour * 0.008) return lots.whole(2, 18)
  const middle = 1 - Math.abs((size + 0.5) / sizes - 0.48) * 1.3
  const popular = 1 / (1 + colour * 0.32)
  return Math.max(6, Math.round((base * middle * popular * (0.75 + lots.chance() * 0.5)) / 2) * 2)
}
