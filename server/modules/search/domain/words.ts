import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { canonicalWord, tradeWords } from './synonyms.ts'

/** Splits text into the words that are looked for. `forIndex` keeps the parts of compounds too; a question keeps the longest. */
export type Segmenter = { words: (text: string, purpose: 'index' | 'ask') => string[] }

// What says nothing about goods: particles, and words that every buyer here adds.
const stopWords = new Set(
  'the a an of for and with in on to from by or at 的 和 与 及 了 之 或 款 批发 厂家 直销 现货 包邮 wholesale'.split(
    ' ',
  ),
)
const latin = /[a-z0-9]+(?:[-_./'][a-z0-9]+)*/g
const han = /\p{Script=Han}+/gu

/** One form for the same word: width, case and compatibility letters folded away. */
export const normalise = (text: string): string => text.normalize('NFKC').toLowerCase()

/** English plural and possessive endings taken off; words with digits, and short ones, stay. */
export function stem(word: string): string {
  const bare = word.replace(/'s$/, '').replaceAll("'", '')
  if (/\d/.test(bare) || bare.length < 4) return bare
  if (bare.endsWith('ies') && bare.length > 4) return `${bare.slice(0, -3)}y`
  if (/(ss|sh|ch|x|z)es$/.test(bare)) return bare.slice(0, -2)
  return bare.endsWith('s') && !/(ss|us|is)$/.test(bare) ? bare.slice(0, -1) : bare
}

/** A model number whole and in parts: `KR-2618B` is found by `kr-2618b`, `2618b`, `kr2618b` and `2618`. */
function latinWords(word: string, purpose: 'index' | 'ask'): string[] {
  if (purpose === 'ask') return [stem(word)]
  const parts = word.split(/[-_./']/)
  const joined = parts.join('')
  const runs = /\d/.test(joined) ? (joined.match(/\d{2,}|[a-z]{2,}/g) ?? []) : []
  return [word, joined, ...parts, ...runs].filter((part) => part !== '').map(stem)
}

/** Builds the segmenter with the dictionary, and the trade's and the categories' own words, which it then keeps whole. */
export function createSegmenter(ownWords: readonly string[]): Segmenter {
  const jieba = Jieba.withDict(dict)
  // A name made of a fibre and a thing (纯棉连体衣) stays two words: both have to hold.
  const trade = tradeWords.filter((word) => word.length > 1)
  const simple = ownWords.map(normalise).filter((word) => !trade.some((each) => word.includes(each)))
  const own = new Set([...tradeWords, ...simple].filter((word) => /^\p{Script=Han}{2,}$/u.test(word)))
  jieba.loadDict(Buffer.from([...own].map((word) => `${word} 200000 n`).join('\n')))
  const cut = (run: string, purpose: 'index' | 'ask'): string[] =>
    purpose === 'ask' ? jieba.cut(run, true) : [...jieba.cutForSearch(run, true), ...jieba.cut(run, true)]
  return {
    words: (text, purpose) => {
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
    },
  }
}
