import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { canonicalWord, tradeWords } from './domain/synonyms.ts'
import { han, latin, latinWords, normalise, type Segmenter, stopWords } from './domain/words.ts'

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
