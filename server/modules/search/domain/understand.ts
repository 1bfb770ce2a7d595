import type { CategoryBook } from '#server/modules/catalogue/index.ts'
import type { Localised } from '#shared/text.ts'
import { normalise, type Segmenter } from './words.ts'

/** What words say: the words to look for, and the category that they name. */
export type Reading = { words: string[]; category: { id: string; name: Localised } | null }

/** Reads questions. Category names and aliases are matched as a whole, the longest first. */
export function createReader(book: CategoryBook, segmenter: Segmenter): (q: string) => Reading {
  const names = book.all
    .flatMap((category) =>
      [category.name.zh, category.name.en, ...category.aliases].map((name) => ({
        words: segmenter.words(name, 'ask'),
        text: normalise(name),
        id: category.id,
        leaf: category.leaf,
        name: category.name,
      })),
    )
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.text.length - a.text.length || Number(b.leaf) - Number(a.leaf))
  return (q) => {
    if (q === '') return { words: [], category: null }
    const words = [...segmenter.words(q, 'ask')]
    const asked = new Set(words)
    const named = names.find((each) => each.words.every((word) => asked.has(word)))
    return { words, category: named ? { id: named.id, name: named.name } : null }
  }
}
