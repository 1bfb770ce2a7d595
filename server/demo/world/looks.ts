import type { Localised } from '#shared/text.ts'
import { deepen, isDark, lighten } from '../drawing/colour.ts'
import type { DrawingSpec, GarmentType, Pattern } from '../drawing/spec.ts'
import type { Blueprint, GarmentBlueprint, ShoeBlueprint, Variant } from './blueprint.ts'
import type { Lots } from './chances.ts'
import { type FabricName, fabrics } from './fabrics.ts'
import { denimShades, type Shade, type ShadeName, shades, twoTone } from './palette.ts'

/** One colour of a product: what its swatch is called and what its picture is drawn with. */
export type Colourway = { name: Localised; hex: string; spec: DrawingSpec }

/** What a product looks like in words; the drawing follows the same choices. */
export type Look = {
  variant: Variant
  pattern: Pattern
  /** "小熊满印", "all-over bear print"; empty for plain cloth. */
  patternWords: Localised
  /** What else the picture shows, e.g. the shirt under dungarees. */
  feature: Localised
  fabric: FabricName | null
  upper: readonly [string, Localised] | null
  sole: readonly [string, string] | null
  colourways: Colourway[]
}

const allOver: Record<Pattern, Localised> = {
  plain: { zh: '纯色', en: 'plain' },
  stripes: { zh: '条纹', en: 'striped' },
  check: { zh: '格纹', en: 'checked' },
  dots: { zh: '波点', en: 'polka-dot' },
  floral: { zh: '碎花', en: 'floral print' },
  bear: { zh: '小熊满印', en: 'all-over bear print' },
  dino: { zh: '恐龙满印', en: 'all-over dinosaur print' },
  letters: { zh: '字母满印', en: 'all-over letter print' },
  camo: { zh: '迷彩', en: 'camouflage' },
  gradient: { zh: '渐变', en: 'gradient' },
  'colour-block': { zh: '拼色', en: 'colour block' },
  knit: { zh: '针织', en: 'knitted' },
  denim: { zh: '水洗牛仔', en: 'washed denim' },
  corduroy: { zh: '条绒', en: 'corded' },
}
const placedWords: Partial<Record<Pattern, Localised>> = {
  bear: { zh: '小熊单印', en: 'bear on the chest' },
  dino: { zh: '恐龙单印', en: 'dinosaur on the chest' },
  letters: { zh: '字母单印', en: 'lettering on the chest' },
}

/** Plain garments on which a second colour shows, so that it may be named. */
const trimmed: readonly GarmentType[] = [
  'polo',
  'windbreaker',
  'down-jacket',
  'joggers',
  'leggings',
  'shorts',
  'socks',
  'beanie',
  'bib',
  'pyjamas',
  'skirt',
]
const none: Localised = { zh: '', en: '' }

/** The look of a new style, with `count` colours. */
export function lookOf(
  lots: Lots,
  blueprint: Blueprint,
  count: number,
  seed: number,
  among?: readonly ShadeName[],
): Look {
  return blueprint.goods === 'garment'
    ? garmentLook(lots, blueprint, count, seed, among)
    : shoeLook(lots, blueprint, count, seed, among)
}

function garmentLook(
  lots: Lots,
  blueprint: GarmentBlueprint,
  count: number,
  seed: number,
  among?: readonly ShadeName[],
): Look {
  const variant = lots.pick(blueprint.variants)
  const fabric = lots.pick(blueprint.fabrics)
  const pattern = patternFor(lots, blueprint, variant, fabric)
  const choice = fabric === 'denim' ? denimShades : (among ?? blueprint.shades)
  const bases = lots.some(choice, count)
  const secondTone =
    pattern === 'gradient' ||
    pattern === 'colour-block' ||
    (pattern === 'plain' && trimmed.includes(blueprint.type) && lots.happens(0.4))
  const second = secondGarment(lots, blueprint, variant)
  const specSeed = seed & 0xffff
  const colourways = bases.map((base) => {
    const shade = shades[base]
    const accent = secondTone ? contrastTo(lots, base) : null
    const spec: DrawingSpec = {
      type: blueprint.type,
      colour: shade.hex,
      pattern,
      cut: variant.cut,
      seed: specSeed,
      ...(accent ? { accent: accent.hex } : {}),
      ...(second ? { second: second.shade.hex, secondPattern: second.pattern } : {}),
    }
    return { name: accent ? namedPair(pattern, shade, accent) : shade.name, hex: shade.hex, spec }
  })
  return {
    variant,
    pattern,
    patternWords: wordsFor(blueprint, variant, pattern, secondTone),
    feature: second?.words ?? none,
    fabric,
    upper: null,
    sole: null,
    colourways,
  }
}

const namedPair = (pattern: Pattern, base: Shade, accent: Shade): Localised =>
  pattern === 'gradient'
    ? { zh: `${accent.name.zh}到${base.name.zh}`, en: `${accent.name.en} to ${base.name.en.toLowerCase()}` }
    : twoTone(base, accent)

function patternFor(lots: Lots, blueprint: GarmentBlueprint, variant: Variant, fabric: FabricName): Pattern {
  if (fabric === 'denim') return 'denim'
  if (fabric === 'corduroy') return 'corduroy'
  const allowed = blueprint.patterns.filter(
    (pattern) =>
      pattern !== 'corduroy' &&
      pattern !== 'denim' &&
      (!variant.cut.placed || /bear|dino|letters/.test(pattern)),
  )
  return allowed.length === 0 ? 'plain' : lots.pick(allowed)
}

function wordsFor(
  blueprint: GarmentBlueprint,
  variant: Variant,
  pattern: Pattern,
  secondTone: boolean,
): Localised {
  if (variant.cut.placed) return placedWords[pattern] ?? none
  if (pattern === 'colour-block' || (pattern === 'plain' && secondTone)) return none
  if (pattern === 'knit' && blueprint.type === 'sweater' && variant.cut.front !== 'buttons')
    return { zh: '麻花针织', en: 'cable-knit' }
  if (pattern === 'denim' && /牛仔/.test(blueprint.name.zh)) return { zh: '水洗', en: 'washed' }
  return allOver[pattern]
}

type SecondGarment = { shade: Shade; pattern: Pattern; words: Localised }

function secondGarment(lots: Lots, blueprint: GarmentBlueprint, variant: Variant): SecondGarment | null {
  if (blueprint.type === 'overalls') {
    const shade = shades[lots.pick(['cream', 'white', 'oat'] as const)]
    const striped = lots.happens(0.4)
    return {
      shade,
      pattern: striped ? 'stripes' : 'plain',
      words: striped ? { zh: '条纹内搭', en: 'striped' } : { zh: '纯色内搭', en: 'plain' },
    }
  }
  if (blueprint.type !== 'two-piece' || lots.happens(0.55)) return null
  const shade = shades[lots.pick(['navy', 'charcoal', 'khaki', 'oat', 'coffee'] as const)]
  const short = variant.cut.leg === 'short'
  return {
    shade,
    pattern: 'plain',
    words: {
      zh: `配${shade.name.zh}${short ? '短裤' : '长裤'}`,
      en: `with ${shade.name.en.toLowerCase()} ${short ? 'shorts' : 'joggers'}`,
    },
  }
}

const darks: readonly ShadeName[] = [
  'navy',
  'charcoal',
  'black',
  'forest',
  'wine',
  'deepSea',
  'coffee',
  'plum',
  'darkDenim',
  'brick',
  'olive',
  'midDenim',
  'dustyPink',
  'caramel',
]

/** A second colour that can be told from the first. */
function contrastTo(lots: Lots, base: ShadeName): Shade {
  if (darks.includes(base)) return shades[lots.pick(['cream', 'white', 'oat', 'mustard'] as const)]
  const found = lots.pick(['navy', 'brick', 'forest', 'coffee', 'black'] as const)
  return shades[found]
}

function shoeLook(
  lots: Lots,
  blueprint: ShoeBlueprint,
  count: number,
  seed: number,
  among?: readonly ShadeName[],
): Look {
  const variant = lots.pick(blueprint.variants)
  const upper = lots.pick(blueprint.uppers)
  const sole = lots.pick(blueprint.soles)
  const paired = lots.happens(blueprint.twoTone)
  const bases = lots.some(among ?? blueprint.shades, count)
  const colourways = bases.map((base) => {
    const shade = shades[base]
    const accent = paired ? contrastTo(lots, base) : null
    const spec: DrawingSpec = {
      type: blueprint.type,
      colour: shade.hex,
      pattern: 'plain',
      cut: variant.cut,
      sole: sole[1],
      seed: seed & 0xffff,
      accent: accent?.hex ?? soloAccent(shade.hex, blueprint),
    }
    return { name: accent ? twoTone(shade, accent) : shade.name, hex: shade.hex, spec }
  })
  return {
    variant,
    pattern: 'plain',
    patternWords: none,
    feature: none,
    fabric: null,
    upper,
    sole,
    colourways,
  }
}

/** One-coloured shoes take a neighbouring tone for their panels. */
function soloAccent(hex: string, blueprint: ShoeBlueprint): string {
  if (blueprint.type === 'canvas-shoe') return '#B5604A'
  return isDark(hex) ? lighten(hex, 0.18) : deepen(hex, 0.14)
}

/** Name of the cloth or the upper, for titles and descriptions. */
export const materialOf = (look: Look): Localised =>
  look.fabric ? fabrics[look.fabric].name : (look.upper?.[1] ?? none)
