import type { AttributeDefinition, Category } from './category.ts'
import { accessories, apparel } from './data/apparel.ts'
import { bags } from './data/bags.ts'
import { plumbing, stone } from './data/building.ts'
import { childrensWear } from './data/childrens-wear.ts'
import { food } from './data/food.ts'
import { home } from './data/home.ts'
import { shoes } from './data/shoes.ts'

/** Every category of the installation, parents before their children, roots in the order that menus show. */
export const allCategories: readonly Category[] = [
  ...childrensWear,
  ...shoes,
  ...bags,
  ...apparel,
  ...accessories,
  ...home,
  ...food,
  ...plumbing,
  ...stone,
]

const byId = new Map(allCategories.map((category) => [category.id, category]))

export function categoryById(id: string): Category | undefined {
  return byId.get(id)
}

/** The direct children of a category, or the roots for null, in menu order. */
export function childrenOf(id: string | null): Category[] {
  return allCategories.filter((category) => category.parentId === id)
}

/** The leaves at and below a category; a leaf is its own. All leaves for null. */
export function leavesOf(id: string | null): Category[] {
  return allCategories.filter(
    (category) => category.leaf && (id === null || pathOf(category.id).some((each) => each.id === id)),
  )
}

/** From the root down to the category itself; empty when it does not exist. */
export function pathOf(id: string): Category[] {
  const path: Category[] = []
  for (let at = byId.get(id); at !== undefined; at = at.parentId === null ? undefined : byId.get(at.parentId))
    path.unshift(at)
  return path
}

/**
 * The attributes that bind goods of a category: its own and those of every category above it, the general first. A child
 * that defines a key again replaces what it inherits (and keeps its place), e.g. a shorter list of ages for babies.
 */
export function attributesOf(category: Category | string): AttributeDefinition[] {
  const given = typeof category === 'string' ? byId.get(category) : category
  if (given === undefined) return []
  const above = given.parentId === null ? [] : pathOf(given.parentId)
  const merged = new Map<string, AttributeDefinition>()
  for (const each of [...above, given]) {
    for (const attribute of each.attributes) merged.set(attribute.key, attribute)
  }
  return [...merged.values()]
}

/**
 * The leaf that words most likely mean: the longest name or alias contained in them decides; of equally long ones the
 * one that stands earlier in the tree. Words for grown-ups keep children's goods out. `within` limits it to a branch. Undefined when no word fits: a guess is a
 * proposal to a person, never a decision.
 */
export function guessCategory(words: string, within: string | null = null): Category | undefined {
  const text = words.normalize('NFKC').toLowerCase()
  const forAdults = /\b(wo)?men('?s)?\b|男[士式]|女[士式]|成人/.test(text)
  let best: { category: Category; length: number } | undefined
  for (const category of leavesOf(within)) {
    if (forAdults && pathOf(category.id).some(({ id }) => childrensBranches.has(id))) continue
    for (const alias of wordsOf(category)) {
      const length = alias.length * (/\p{Script=Han}/u.test(alias) ? 2 : 1)
      if (length > (best?.length ?? 0) && containsWord(text, alias)) best = { category, length }
    }
  }
  return best?.category
}

const childrensBranches: ReadonlySet<string> = new Set(['childrens-wear', 'childrens-shoes', 'mother-baby'])

function wordsOf(category: Category): string[] {
  const names = category.name.zh.split('/')
  return [...names, category.name.en, ...category.aliases].map((alias) =>
    alias.normalize('NFKC').toLowerCase(),
  )
}

/** Chinese words stand anywhere; Latin words must begin and end at a word, give or take a plural s. */
function containsWord(text: string, word: string): boolean {
  if (/\p{Script=Han}/u.test(word)) return text.includes(word)
  const at = text.indexOf(word)
  if (at < 0) return false
  return !/[a-z]/.test(text.charAt(at - 1)) && /^s?([^a-z]|$)/.test(text.slice(at + word.length))
}
