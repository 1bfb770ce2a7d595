import type { ProductDraft, SkuDraft } from '#shared/catalogue/product.ts'
import type { Localised } from '#shared/text.ts'
import type { Blueprint } from './blueprint.ts'
import { type Lots, lotsFor } from './chances.ts'
import { fabrics } from './fabrics.ts'
import { garmentBlueprints } from './garment-blueprints.ts'
import { reportsFor, withStatus } from './listing-status.ts'
import { type Look, lookOf } from './looks.ts'
import { allShades, denimShades, type ShadeName } from './palette.ts'
import { picturesOf, weightOf } from './pictures.ts'
import {
  descriptionOf,
  garmentAttributes,
  shoeAttributes,
  shopBarcode,
  stockOf,
  tiersFrom,
  titleOf,
} from './product-facts.ts'
import { shoeBlueprints } from './shoe-blueprints.ts'
import type { EnterpriseSeed, ProductSeed, ShopSeed } from './types.ts'

/** How many styles the world has, and how many of them each kind of shop shows. */
export const productCount = 3000
const anchorCount = 187

type Counter = { serial: number }

/** 3,000 styles over the shops; the anchor shop has 187, the others between 20 and 80 by their age and luck. */
export function makeProducts(
  seed: number,
  today: Date,
  shops: readonly ShopSeed[],
  enterprises: readonly EnterpriseSeed[],
): ProductSeed[] {
  const lots = lotsFor(seed, 'products')
  const weights = shops.map((shop) => (shop.anchor ? 0 : 0.5 + lots.chance()))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const counts = weights.map((weight, i) =>
    shops[i]?.anchor ? anchorCount : Math.floor(((productCount - anchorCount) * weight) / total),
  )
  let rest = productCount - counts.reduce((sum, count) => sum + count, 0)
  for (let i = 1; rest > 0; i = (i % (shops.length - 1)) + 1, rest--) counts[i] = (counts[i] ?? 0) + 1
  const counter: Counter = { serial: 0 }
  return shops.flatMap((shop, i) => {
    const enterprise = enterprises.find(({ key }) => key === shop.enterprise)
    return enterprise ? stockShop(seed, today, shop, enterprise, counts[i] ?? 0, counter) : []
  })
}

function stockShop(
  seed: number,
  today: Date,
  shop: ShopSeed,
  enterprise: EnterpriseSeed,
  count: number,
  counter: Counter,
): ProductSeed[] {
  const lots = lotsFor(seed, shop.key)
  const wear = shop.market === 'market-shishi-kids'
  const all: readonly Blueprint[] = wear ? garmentBlueprints : shoeBlueprints
  const repertoire = shop.anchor ? all : lots.some(all, lots.whole(5, wear ? 11 : 8))
  const level = 0.25 + lots.chance() * 0.6
  const titles = new Set<string>()
  return Array.from({ length: count }, () => {
    counter.serial += 1
    return makeProduct({ lots, today, shop, enterprise, repertoire, level, serial: counter.serial, titles })
  })
}

type Workshop = {
  lots: Lots
  today: Date
  shop: ShopSeed
  enterprise: EnterpriseSeed
  repertoire: readonly Blueprint[]
  level: number
  serial: number
  titles: Set<string>
}

/** Every 250th style comes in very many colours, so that a matrix of some hundred cells exists. */
const isWide = (serial: number) => serial % 250 === 40

function makeProduct(workshop: Workshop): ProductSeed {
  const { lots, shop, enterprise, serial, today } = workshop
  const { blueprint, look, title } = newStyle(workshop)
  const year = Number(today.toISOString().slice(0, 4))
  const styleNo = styleNumber(enterprise, blueprint, serial, year)
  const place: Localised = {
    zh:
      enterprise.division === '350581'
        ? '福建石狮'
        : enterprise.division === '350582'
          ? '福建晋江'
          : '福建泉州',
    en:
      enterprise.division === '350581'
        ? 'Shishi, Fujian'
        : enterprise.division === '350582'
          ? 'Jinjiang, Fujian'
          : 'Quanzhou, Fujian',
  }
  const key = `p${String(serial).padStart(4, '0')}`
  const pictures = picturesOf(blueprint, look, {
    productKey: key,
    styleNo,
    serial,
    brand: enterprise.brand,
    maker: enterprise.name.zh,
    place: place.zh,
  })
  const leadTimeDays = Math.max(1, shop.leadTimeDays + lots.pick([-1, 0, 0, 0, 2]))
  const first = priceOf(workshop, blueprint, look)
  const moq = lots.pick(blueprint.moq)
  const packSize = blueprint.packSize ?? 1
  const bySku = !isWide(serial) && serial % 26 === 11
  const brand = enterprise.brand.zh
  const draft: ProductDraft = {
    styleNo,
    categoryId: blueprint.categoryId,
    title,
    description: descriptionOf(blueprint, look, leadTimeDays, place),
    attributes:
      blueprint.goods === 'garment'
        ? garmentAttributes(lots, blueprint, look, brand, year)
        : shoeAttributes(lots, blueprint, look, brand, year),
    unit: blueprint.unit,
    quoteMode: bySku ? 'by-sku' : 'by-quantity',
    tiers: tiersFrom(lots, first, moq, bySku ? 1 : lots.pick([3, 4, 4])),
    moq,
    packSize,
    packNote: packNote(blueprint, packSize),
    mixedBatch: shop.mixedBatch !== null && lots.happens(0.85),
    samplePrice: lots.happens(0.9) ? Math.round((first * 1.35) / 100) * 100 : null,
    sampleLimit: lots.pick([2, 3, 3, 5]),
    leadTimeDays,
    origin: { country: 'CN', place },
    hsCode: blueprint.hsCode,
    customisable: shop.customisable && lots.happens(0.7),
    mediaIds: pictures.map((picture) => picture.key),
    skus: skusOf(lots, blueprint, look, styleNo, serial, bySku ? first : null, packSize),
  }
  return withStatus(
    lots,
    today,
    { key, shop: shop.key, draft, pictures, reports: reportsFor(lots, today, blueprint, serial) },
    serial,
  )
}

function newStyle({ lots, repertoire, enterprise, serial, titles }: Workshop): {
  blueprint: Blueprint
  look: Look
  title: Localised
} {
  const wide = isWide(serial)
  const plainKinds = repertoire.filter(
    ({ goods, sizes, categoryId }) =>
      sizes.length >= 5 && (goods === 'shoe' || !/jeans|denim/.test(categoryId)),
  )
  for (let attempt = 0; ; attempt++) {
    const chosen = lots.pick(wide && plainKinds.length > 0 ? plainKinds : repertoire)
    const blueprint = wide ? { ...chosen, sizes: wideSizes(chosen) } : chosen
    const among: readonly ShadeName[] | undefined = wide
      ? allShades.filter((shade) => !denimShades.includes(shade) || shade === 'black' || shade === 'charcoal')
      : undefined
    const look = lookOf(
      lots,
      blueprint,
      wide
        ? lots.whole(16, 24)
        : lots.weighted([
            [2, 2],
            [3, 5],
            [4, 5],
            [5, 3],
            [6, 1],
          ]),
      serial * 7919 + attempt,
      among,
    )
    const season = look.fabric
      ? (fabrics[look.fabric].season[0] ?? 'all-year')
      : blueprint.goods === 'shoe'
        ? (blueprint.season[0] ?? 'all-year')
        : 'all-year'
    const title = titleOf(blueprint, look, season, serial % 3 === 0 ? enterprise.brand : null)
    if (!titles.has(title.zh) || attempt > 12) {
      titles.add(title.zh)
      return { blueprint, look, title }
    }
  }
}

function wideSizes(blueprint: Blueprint): readonly string[] {
  if (blueprint.goods === 'garment')
    return blueprint.audience === 'infant'
      ? blueprint.sizes
      : ['80', '90', '100', '110', '120', '130', '140', '150', '160']
  // Sizes of adults' shoes end at 48.
  const first = Math.min(Number(blueprint.sizes[0] ?? 35), 35)
  const count = blueprint.audience === 'toddler' ? 8 : 14
  return Array.from({ length: count }, (_, i) => String(first + i))
}

function styleNumber(enterprise: EnterpriseSeed, blueprint: Blueprint, serial: number, year: number): string {
  const letters = enterprise.brand.en
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase()
  const initials = letters.charAt(0) + (letters.match(/[BCDFGHJKLMNPQRSTWXYZ]/g)?.at(1) ?? 'X')
  return `${initials}-${blueprint.type.charAt(0).toUpperCase()}${String(year).slice(2)}${String(serial).padStart(4, '0')}`
}

function priceOf({ lots, level }: Workshop, blueprint: Blueprint, look: Look): number {
  const [low, high] = blueprint.price
  const cloth = look.fabric ? fabrics[look.fabric].costFactor : look.upper?.[0] === 'leather' ? 1.25 : 1
  const grown = blueprint.goods === 'garment' && blueprint.audience === 'child' ? 1.15 : 1
  const place = Math.min(1, Math.max(0, level + (lots.chance() - 0.5) * 0.5))
  return Math.round(((low + (high - low) * place) * cloth * grown * (look.variant.price ?? 1)) / 10) * 10
}

const packNote = (blueprint: Blueprint, packSize: number): Localised =>
  packSize === 1
    ? { zh: '', en: '' }
    : {
        zh: `每色每码 ${packSize} ${blueprint.unit === 'pair' ? '双' : '件'}一包`,
        en: `Packs of ${packSize} ${blueprint.unit === 'pair' ? 'pairs' : 'pieces'} of one colour and size`,
      }

function skusOf(
  lots: Lots,
  blueprint: Blueprint,
  look: Look,
  styleNo: string,
  serial: number,
  ownPrice: number | null,
  packSize: number,
): SkuDraft[] {
  const base = lots.pick([80, 160, 240, 360, 520, 700])
  const coded = serial % 2 === 0
  const { sizes } = blueprint
  return look.colourways.flatMap((colour, c) =>
    sizes.map(
      (size, s): SkuDraft => ({
        articleNo: `${styleNo}-${c + 1}-${size}`,
        colour: colour.name,
        colourHex: colour.hex.toUpperCase(),
        size,
        stock: Math.floor(stockOf(lots, base, c, s, sizes.length) / packSize) * packSize,
        unitPrice: ownPrice === null ? null : Math.round((ownPrice * (1 + 0.035 * s)) / 10) * 10,
        weightGrams: weightOf(blueprint, s),
        barcode: coded ? shopBarcode(serial * 1000 + c * sizes.length + s) : null,
      }),
    ),
  )
}
