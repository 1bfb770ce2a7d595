import type { AttributeDefinition, AttributeValue, CompositionPart } from '#shared/catalogue/category.ts'
import type { AttributeView } from '#shared/catalogue/views.ts'
import type { Localised } from '#shared/text.ts'

const same = (text: string): Localised => ({ zh: text, en: text })
const isPart = (value: unknown): value is CompositionPart =>
  typeof value === 'object' && value !== null && 'fibres' in value

const composition = (part: CompositionPart): Localised => {
  const fibres = part.fibres.map(({ fibre, percent }) => `${fibre} ${percent}%`)
  return { zh: `${part.part}：${fibres.join('、')}`, en: `${part.part}: ${fibres.join(', ')}` }
}

/** The texts that stand for an attribute's value, one per value, in both languages. */
export function displayOf(definition: AttributeDefinition, value: AttributeValue): Localised[] {
  const named = (code: string): Localised =>
    definition.options?.find((option) => option.value === code)?.name ?? same(code)
  if (typeof value === 'boolean') return [value ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' }]
  if (typeof value === 'number')
    return [same(definition.unit ? `${value} ${definition.unit}` : String(value))]
  if (typeof value === 'string') return [named(value)]
  return value.map((each) => (isPart(each) ? composition(each) : named(each)))
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
    return [{ key, name, type, unit, value, display: displayOf(definition, value) }]
  })
}
