import type { Localised } from '#shared/text.ts'
import type { AttributeDefinition, AttributeValue } from './category.ts'
import { compositionText } from './composition-text.ts'
import type { AttributeView } from './views.ts'

const same = (text: string): Localised => ({ zh: text, en: text })

/** The texts that stand for an attribute's value, one per value, in both languages. */
export function attributeWords(definition: AttributeDefinition, value: AttributeValue): Localised[] {
  const named = (code: string): Localised =>
    definition.options?.find((option) => option.value === code)?.name ?? same(code)
  if (typeof value === 'boolean') return [value ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' }]
  if (typeof value === 'number')
    return [same(definition.unit ? `${value} ${definition.unit}` : String(value))]
  if (typeof value === 'string') return [named(value)]
  return value.map((each) => (typeof each === 'string' ? named(each) : compositionText(each)))
}

/** The attributes of a product in the order of its category's schema; those that the schema does not know are left out. */
export function attributeViews(
  definitions: readonly AttributeDefinition[],
  values: Readonly<Record<string, AttributeValue>>,
): AttributeView[] {
  return definitions.flatMap((definition) => {
    const value = values[definition.key]
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return []
    const { key, name, type, unit = null } = definition
    return [{ key, name, type, unit, value, display: attributeWords(definition, value) }]
  })
}
