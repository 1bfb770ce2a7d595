import { allCategories } from '#shared/catalogue/categories.ts'
import type { ColumnTarget } from '#shared/catalogue/import.ts'
import { fieldNames } from '#shared/catalogue/import-fields.ts'
import { inLocale, type Locale } from '#shared/text.ts'

const attributeNames = new Map(
  allCategories.flatMap((category) => category.attributes.map((one) => [one.key, one.name] as const)),
)

/** What a column means, in the reader's words; an attribute by its own name, whichever category it belongs to. */
export function targetName(target: ColumnTarget, locale: Locale): string {
  const name = target.field === 'attribute' ? attributeNames.get(target.key) : undefined
  return inLocale(name ?? fieldNames[target.field], locale)
}
