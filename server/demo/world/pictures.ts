import type { DrawingSpec } from '../drawing/spec.ts'
import type { Blueprint } from './blueprint.ts'
import { fabrics } from './fabrics.ts'
import type { Look } from './looks.ts'
import { isForInfants, shopBarcode } from './product-facts.ts'
import type { PictureSeed } from './types.ts'

export type PictureContext = {
  productKey: string
  styleNo: string
  serial: number
  brand: { zh: string; en: string }
  maker: string
  place: string
}

const at = (value: number | undefined) => value ?? 0

/** Main picture, one per further colour, a detail, size sheet, hangtag and wash label; twenty at most. */
export function picturesOf(blueprint: Blueprint, look: Look, context: PictureContext): PictureSeed[] {
  const [main] = look.colourways
  if (!main) return []
  const name = blueprint.name
  const pictures: Omit<PictureSeed, 'key'>[] = look.colourways.slice(0, 14).map((colour, i) => ({
    role: i === 0 ? 'main' : 'colour',
    colour: colour.name.zh,
    alt: {
      zh: `${colour.name.zh}${look.patternWords.zh}${name.zh}`,
      en: `${colour.name.en} ${[look.patternWords.en, name.en].filter(Boolean).join(' ')}`,
    },
    spec: colour.spec,
  }))
  const add = (role: PictureSeed['role'], zh: string, en: string, spec: DrawingSpec) =>
    pictures.push({ role, colour: null, alt: { zh: `${name.zh}${zh}`, en: `${en} of the ${name.en}` }, spec })
  const shoe = blueprint.goods === 'shoe'
  add('detail', shoe ? '鞋头细节' : '领口细节', shoe ? 'toe' : 'neckline', { ...main.spec, view: 'detail' })
  if (context.serial % 3 === 0)
    add('detail', shoe ? '后跟细节' : '下摆细节', shoe ? 'heel' : 'hem', { ...main.spec, view: 'hem' })
  add('size-sheet', '尺寸图', 'measurements', sizeSheetSpec(blueprint, main.spec))
  add('hangtag', '吊牌', 'hangtag', hangtagSpec(blueprint, look, main.spec, context))
  if (!shoe && blueprint.type !== 'socks')
    add('wash-label', '水洗标', 'wash label', washLabelSpec(blueprint, look, main.spec, context))
  return pictures.map((picture, i) => ({ key: `${context.productKey}-${i + 1}`, ...picture }))
}

function sizeSheetSpec(blueprint: Blueprint, spec: DrawingSpec): DrawingSpec {
  const { view: _view, type: _type, ...rest } = spec
  const measures =
    blueprint.goods === 'garment'
      ? blueprint.measures.slice(0, 3).map((value) => `${value} cm`)
      : shoeMeasures(blueprint.sizes)
  return { ...rest, type: 'size-sheet', words: { of: blueprint.type, measures } }
}

/** Outer length and height of the middle size, by the Paris point (2/3 cm) with the usual allowance. */
function shoeMeasures(sizes: readonly string[]): string[] {
  const size = Number(sizes[Math.floor(sizes.length / 2)] ?? 38)
  const length = Math.round(((size * 2) / 3) * 10 + 18) / 10
  return [`${length.toFixed(1)} cm`, `${(length * 0.42).toFixed(1)} cm`]
}

const mainFibre = (look: Look) => {
  const fibre = look.fabric ? fabrics[look.fabric].fibres : []
  return fibre.map(([name, percent]) => `${name} ${percent}%`)
}

/** Fibres where they fit the tag, else the cloth's name; the wash label always has the fibres. */
function clothOnTag(look: Look): string {
  const fibres = mainFibre(look).join(' ')
  return fibres.length <= 14 || !look.fabric ? fibres : fabrics[look.fabric].name.zh
}

function hangtagSpec(
  blueprint: Blueprint,
  look: Look,
  spec: DrawingSpec,
  context: PictureContext,
): DrawingSpec {
  const size = blueprint.sizes[Math.floor(blueprint.sizes.length / 2)] ?? ''
  const infants = isForInfants(blueprint) && blueprint.goods === 'garment'
  const rows: [string, string][] = [
    ['品名', blueprint.name.zh],
    ['货号', context.styleNo],
    [blueprint.goods === 'shoe' ? '鞋号' : '号型', size === 'one-size' ? '均码' : size],
    [
      blueprint.goods === 'shoe' ? '鞋面' : '面料',
      blueprint.goods === 'shoe' ? (look.upper?.[1].zh ?? '') : clothOnTag(look),
    ],
    ['标准', blueprint.standard],
    ['等级', '合格品'],
  ]
  return {
    type: 'hangtag',
    colour: spec.colour,
    pattern: 'plain',
    seed: spec.seed,
    words: {
      brand: context.brand.zh,
      brandLatin: context.brand.en.toUpperCase(),
      ...badge(blueprint, infants),
      rows,
      barcode: shopBarcode(context.serial * 1000),
    },
  }
}

function badge(blueprint: Blueprint, infants: boolean): { badge: string; badgeNote: string } {
  if (blueprint.goods === 'shoe') return { badge: '合格证', badgeNote: blueprint.standard }
  if (infants) return { badge: 'A 类 · 婴幼儿用品', badgeNote: 'GB 31701-2015' }
  return {
    badge: blueprint.nextToSkin ? 'B 类 · 直接接触皮肤' : 'C 类 · 非直接接触皮肤',
    badgeNote: 'GB 31701-2015',
  }
}

function washLabelSpec(
  blueprint: Blueprint,
  look: Look,
  spec: DrawingSpec,
  context: PictureContext,
): DrawingSpec {
  const infants = isForInfants(blueprint)
  const [first = '', ...more] = mainFibre(look)
  const rows: [string, string][] = [
    ['面料：', first],
    ...more.map((text): [string, string] => ['　　　', text]),
    ['标准：', blueprint.standard],
    ['制造：', context.maker],
    ['产地：', context.place],
  ]
  return {
    type: 'wash-label',
    colour: spec.colour,
    pattern: 'plain',
    seed: spec.seed,
    words: {
      heading: blueprint.name.zh,
      brandLatin: context.brand.en.toUpperCase(),
      rows: rows.slice(0, 7),
      wash: 40,
      ...(blueprint.goods === 'garment' ? badge(blueprint, infants) : {}),
    },
  }
}

/** Weight of a piece in size number `size`, grams. */
export const weightOf = (blueprint: Blueprint, size: number) => {
  const [light, heavy] = blueprint.grams
  const steps = Math.max(1, blueprint.sizes.length - 1)
  return Math.round(at(light) + ((at(heavy) - at(light)) * size) / steps)
}
