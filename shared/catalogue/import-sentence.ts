import type { Facts } from '#shared/catalogue/import-codes.ts'
import { fieldNames } from '#shared/catalogue/import-fields.ts'
import type { Locale, Localised } from '#shared/text.ts'

export type Sentence = (facts: Facts) => string
/** `label`: two to five words for a filter chip and a narrow cell; `zh`, `en`: the whole sentence with cell, rule and value. */
export type Message = { readonly label: Localised; readonly zh: Sentence; readonly en: Sentence }

export const message = (labelZh: string, labelEn: string, zh: Sentence, en: Sentence): Message => ({
  label: { zh: labelZh, en: labelEn },
  zh,
  en,
})

const isField = (field: unknown): field is keyof typeof fieldNames =>
  typeof field === 'string' && Object.hasOwn(fieldNames, field)
const where = (facts: Facts, locale: Locale): string => {
  const name = isField(facts.field) ? fieldNames[facts.field][locale] : ''
  const cell = String(facts.cell ?? '')
  return locale === 'zh' ? `${cell} ${name}` : `${cell} (${name.toLowerCase()})`
}
/** "F17 单价", "F17 (unit price)": the cell by address and field. */
export const zh = (facts: Facts): string => where(facts, 'zh')
export const en = (facts: Facts): string => where(facts, 'en')
const written = ({ value }: Facts, locale: Locale): string => {
  const text = String(value ?? '').trim()
  if (text === '') return locale === 'zh' ? '空' : 'empty'
  return locale === 'zh' ? `“${text}”` : `“${text}”`
}
/** The cell and what stands in it. */
export const z = (facts: Facts): string => `${zh(facts)}${written(facts, 'zh')}`
export const e = (facts: Facts): string => `${en(facts)} ${written(facts, 'en')}`
export const rows = (count: unknown): string => `${count} ${Number(count) === 1 ? 'row' : 'rows'}`
