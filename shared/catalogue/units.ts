import type { Localised } from '#shared/text.ts'
import type { Unit } from './product.ts'

/** Names of the sale units. English has the singular; `countOf` gives the plural. */
export const unitNames: Readonly<Record<Unit, Localised>> = {
  piece: { zh: '件', en: 'piece' },
  pair: { zh: '双', en: 'pair' },
  set: { zh: '套', en: 'set' },
  'square-metre': { zh: '平方米', en: 'm²' },
  metre: { zh: '米', en: 'metre' },
  box: { zh: '箱', en: 'box' },
  kilogram: { zh: '千克', en: 'kg' },
}

const englishPlurals: Readonly<Record<Unit, string>> = {
  piece: 'pieces',
  pair: 'pairs',
  set: 'sets',
  'square-metre': 'm²',
  metre: 'metres',
  box: 'boxes',
  kilogram: 'kg',
}

/** "36 件", "1 pair", "36 pairs". */
export function countOf(quantity: number, unit: Unit, locale: 'zh' | 'en'): string {
  if (locale === 'zh') return `${quantity} ${unitNames[unit].zh}`
  return `${quantity} ${quantity === 1 ? unitNames[unit].en : englishPlurals[unit]}`
}
