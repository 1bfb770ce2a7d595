import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Jieba } from '@node-rs/jieba'
import { canonicalWord, tradeWords } from './domain/synonyms.ts'
import { han, latin, latinWords, normalise, type Segmenter, stopWords } from './domain/words.ts'

// Titles are longer and hardly ever repeat.
const longestKept = 40
const mostKept = 10_000

// Persons' names and idioms (tags of the dictionary) are two words of five, and no goods are called so.
const leftOut = new Set(['nr', 'nrt', 'nrfg', 'i', 'l'])

/**
 * The dictionary's lines, `word frequency tag`, without what is left out. Read here and not imported: an imported one stays in memory
 * beside what Jieba makes of it. As bytes, since as strings it would take ten times the room while it is read.
 */
function dictionary(): Buffer {
  const all = readFileSync(fileURLToPath(import.meta.resolve('@node-rs/jieba/dict.txt')))
  let length = 0
  for (let start = 0; start < all.length; ) {
    const next = all.indexOf(10, start)
    const end = next < 0 ? all.length : next + 1
    const tag = all.toString('latin1', all.lastIndexOf(32, end - 1) + 1, end).trim()
    if (!leftOut.has(tag)) length += all.copy(all, length, start, end)
    start = end
  }
  return all.subarray(0, length)
}

/** Builds the segmenter with the dictionary, and the trade's and the categories' own words, which it then keeps whole. */
export function createSegmenter(ownWords: readonly string[]): Segmenter {
  const jieba = Jieba.withDict(dictionary())
  // A name made of a fibre and a thing (纯棉连体衣) stays two words: both have to hold.
  const trade = tradeWords.filter((word) => word.length > 1)
  const simple = ownWords.map(normalise).filter((word) => !trade.some((each) => word.includes(each)))
  const own = new Set([...tradeWords, ...simple].filter((word) => /^\p{Script=Han}{2,}$/u.test(word)))
  jieba.loadDict(Buffer.from([...own].map((word) => `${word} 200000 n`).join('\n')))
  const cut = (run: string, purpose: 'index' | 'ask'): string[] =>
    purpose === 'ask' ? jieba.cut(run, true) : [...jieba.cutForSearch(run, true), ...jieba.cut(run, true)]
  const words = (text: string, purpose: 'index' | 'ask'): string[] => {
    const plain = normalise(text)
    const found = new Set<string>()
    for (const match of plain.matchAll(/t恤/g)) found.add(canonicalWord(match[0]))
    const rest = plain.replaceAll('t恤', ' ')
    const pieces = [
      ...(rest.match(latin) ?? []).flatMap((word) => latinWords(word, purpose)),
      ...(rest.match(han) ?? []).flatMap((run) => cut(run, purpose)),
    ]
    for (const piece of pieces) {
      const word = canonicalWord(piece)
      if (!stopWords.has(piece) && !stopWords.has(word)) found.add(word)
    }
    return [...found].filter((word) => word.length <= 64)
  }
  // Names of categories, colours, attributes and shops come again with every product: cutting them is most of the work of an index.
  const kept = new Map<string, readonly string[]>()
  return {
    words: (text, purpose) => {
      if (purpose === 'ask' || text.length > longestKept || !/\p{Script=Han}/u.test(text))
        return words(text, purpose)
      const known = kept.get(text)
      if (known !== undefined) return known
      if (kept.size >= mostKept) kept.clear()
      const found = words(text, purpose)
      kept.set(text, found)
      return found
    },
  }
}
