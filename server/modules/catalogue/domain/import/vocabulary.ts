import type { AttributeDefinition, Category } from '#shared/catalogue/category.ts'
import type { Currency } from '#shared/money.ts'
import { narrow } from './normalise/number.ts'

/** What an import may refer to: the market's categories and its currency. */
export type Vocabulary = { readonly categories: readonly Category[]; readonly currency: Currency }

export type CategoryFinder = {
  /** By the words of a category column. */
  readonly byWords: (written: string) => { categoryId: string; confidence: number } | null
  /** By the words of a title: the longest name in it counts, the last one of equals. */
  readonly byTitle: (title: string) => { categoryId: string; confidence: number } | null
  readonly get: (categoryId: string) => Category | undefined
}

type Name = { readonly words: string; readonly categoryId: string }

/** Prepares a vocabulary for looking names up; only leaves are found, because only they hold products. */
export function categoryFinder(vocabulary: Vocabulary): CategoryFinder {
  const byId = new Map(vocabulary.categories.map((category) => [category.id, category]))
  const names = vocabulary.categories
    .filter((category) => category.leaf)
    .flatMap((category) =>
      [category.name.zh, category.name.en, ...category.aliases].map(
        (name): Name => ({ words: categoryWords(name), categoryId: category.id }),
      ),
    )
    .filter(({ words }) => words.trim() !== '')
    .sort((a, b) => b.words.length - a.words.length)
  const exact = new Map<string, string>()
  for (const { words, categoryId } of names) if (!exact.has(words)) exact.set(words, categoryId)
  const inside = (text: string): { categoryId: string; at: number; length: number } | null => {
    let best: { categoryId: string; at: number; length: number } | null = null
    for (const { words, categoryId } of names) {
      if (best && words.length < best.length) break
      const at = text.lastIndexOf(words)
      if (at >= 0 && (!best || at > best.at)) best = { categoryId, at, length: words.length }
    }
    return best
  }
  return {
    byWords: (written) => {
      const parts = narrow(written)
        .split(/\s*[/>|\\]\s*/)
        .filter(Boolean)
        .reverse()
      for (const part of [written, ...parts]) {
        const found = exact.get(categoryWords(part))
        if (found) return { categoryId: found, confidence: 0.95 }
      }
      const found = inside(categoryWords(parts[0] ?? written))
      return found ? { categoryId: found.categoryId, confidence: 0.75 } : null
    },
    byTitle: (title) => {
      const found = inside(categoryWords(title))
      return found ? { categoryId: found.categoryId, confidence: 0.7 } : null
    },
    get: (categoryId) => byId.get(categoryId),
  }
}

/** Chinese without spaces; English in lower case, singular, each word between spaces so that "bag" is not found in "baggy". */
export function categoryWords(text: string): string {
  const plain = narrow(text)
    .toLowerCase()
    .replace(/['’]s\b|s['’]/g, 's')
  if (/\p{Script=Han}/u.test(plain)) return plain.replace(/[\s\-_/]+/g, '')
  const words = plain
    .split(/[^a-z0-9&]+/)
    .filter(Boolean)
    .map((word) => word.replace(/(?<=[a-z]{3})(?:es(?<=(?:s|x|ch|sh)es)|s(?<!ss))$/, ''))
  return words.length > 0 ? ` ${words.join(' ')} ` : ''
}

export type AttributeRole = 'composition' | 'safetyClass' | 'season' | 'cartonQuantity'

const roles: Readonly<Record<AttributeRole, RegExp>> = {
  composition: /composition|成分|成份|fibre_content|fiber_content/i,
  safetyClass: /safety|安全(?:技术)?(?:类别|等级)/i,
  season: /season|季节/i,
  cartonQuantity: /carton|箱规|每箱|装箱/i,
}

/** The attribute of a category that plays a role the importer reads by itself. */
export function attributeFor(
  category: Category | undefined,
  role: AttributeRole,
): AttributeDefinition | undefined {
  if (role === 'composition') {
    const typed = category?.attributes.find((attribute) => attribute.type === 'composition')
    if (typed) return typed
  }
  return category?.attributes.find(
    (attribute) => roles[role].test(attribute.key) || roles[role].test(attribute.name.zh),
  )
}
