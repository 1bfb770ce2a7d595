import type { Unit } from '#shared/catalogue/product.ts'
import { unitNames } from '#shared/catalogue/units.ts'
import type { Locale } from '#shared/text.ts'

const short: Partial<Record<Unit, string>> = {
  piece: 'pcs',
  pair: 'pairs',
  set: 'sets',
  box: 'boxes',
  metre: 'm',
  'square-metre': 'm²',
}

/** The unit as it stands after a figure: 件, pcs. */
export const unitAfter = (unit: Unit, locale: Locale): string =>
  locale === 'zh' ? unitNames[unit].zh : (short[unit] ?? unitNames[unit].en)
