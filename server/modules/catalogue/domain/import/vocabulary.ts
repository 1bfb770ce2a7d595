import type { AttributeDefinition, Category } from '#shared/catalogue/category.ts'
import type { Currency } from '#shared/money.ts'
import { narrow } from './normalise/number.ts'

/** What an import may refer to: the categories, which of them the market carries, and its currency. */
export type Vocabulary = {
  readonly categories: readonly Category[]
  readonly currency: Currency
  /** Categories that the market carries, with all that lies below them; empty when it carries everything. */
  readonly carried?: readonly string[]
}

type Found = { readonly categoryId: string; readonly confidence: number }

export type CategoryFinder = {
  /** By the words of a category column; the other words of a path such as 服装 / 内裤 tell equal names apart. */
  readonly byWords: (written: string) => Found | null
  /** By the words of a title: the longest name in it counts, of equals the one that the market carries, then the last one. */
  readonly byTitle: (title: string) => Found | null
  readonly get: (categoryId: string) => Category | undefined
  readonly isCarried: (categoryId: string) => boolean
}

type Name = { readonly words: string; readonly categoryId: string }

const adults = /\b(?:wo)?men['’]?s?\b|\b(?:ladies|gents)\b|男[士式]|女[士式]|成人/i
const children = /童|婴|宝宝|children|kids|babies/i

/** Prepares a vocabulary for looking names up; only leaves are found, because only they hold products. */
export function categoryFinder(vocabulary: Vocabulary): CategoryFinder {
  const byId = new Map(vocabulary.categories.map((category) => [category.id, category]))
  const paths = new Map(vocabulary.categories.map(({ id }) => [id, pathOf(byId, id)]))
  const roots = vocabulary.carried ?? []
  const isCarried = (id: string): boolean =>
    roots.length === 0 || (paths.get(id) ?? []).some((above) => roots.includes(above.id))
  const isForChildren = (id: string): boolean =>
    (paths.get(id) ?? []).some(({ name }) => children.test(name.zh) || children.test(name.en))
  const names = vocabulary.categories
    .filter((category) => category.leaf)
    .flatMap((category) => wordsOf(category).map((words): Name => ({ words, categoryId: category.id })))
    .sort((a, b) => b.words.length - a.words.length)
  const exact = Map.groupBy(names, ({ words }) => words)
  const inside = (text: string): string | null => {
    const forAdults = adults.test(text)
    let best: { categoryId: string; at: number; length: number; carried: boolean } | null = null
    for (const { words, categoryId } of names) {
      if (best && words.length < best.length) break
      const at = text.lastIndexOf(words)
      if (at < 0 || (forAdults && isForChildren(categoryId))) continue
      const carried = isCarried(categoryId)
      if (!best || (carried !== best.carried ? carried : at > best.at))
        best = { categoryId, at, length: words.length, carried }
    }
    return best?.categoryId ?? null
  }
  const nearest = (found: readonly Name[], others: readonly string[]): string | undefined => {
    const score = ({ categoryId }: Name): number => {
      const above = (paths.get(categoryId) ?? []).slice(0, -1).flatMap(wordsOf)
      return others.filter((other) => above.includes(other)).length * 2 + (isCarried(categoryId) ? 1 : 0)
    }
    return [...found].sort((a, b) => score(b) - score(a))[0]?.categoryId
  }
  return {
    byWords: (written) => {
      const parts = narrow(written)
        .split(/\s*[/>|\\]\s*/)
        .filter(Boolean)
        .reverse()
      const others = parts.map(categoryWords)
      for (const part of [written, ...parts]) {
        const words = categoryWords(part)
        const found = nearest(
          exact.get(words) ?? [],
          others.filter((other) => other !== words),
        )
        if (found) return { categoryId: found, confidence: 0.95 }
      }
      const found = inside(categoryWords(parts[0] ?? written))
      return found ? { categoryId: found, confidence: 0.75 } : null
    },
    byTitle: (title) => {
      const found = inside(categoryWords(title))
      return found ? { categoryId: found, confidence: 0.7 } : null
    },
    get: (categoryId) => byId.get(categoryId),
    isCarried,
  }
}

function pathOf(byId: ReadonlyMap<string, Category>, id: string): Category[] {
  const path: Category[] = []
  for (let at = byId.get(id); at; at = at.parentId === null ? undefined : byId.get(at.parentId))
    path.unshift(at)
  return path
}

const wordsOf = ({ name, aliases }: Category): string[] =>
  [name.zh, name.en, ...aliases].map(categoryWords).filter((words) => words.trim() !== '')

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
