/** Splits text into the words that are looked for. `forIndex` keeps the parts of compounds too; a question keeps the longest. */
export type Segmenter = { words: (text: string, purpose: 'index' | 'ask') => readonly string[] }

/** What says nothing about goods: particles, and words that every buyer here adds. */
export const stopWords = new Set(
  'the a an of for and with in on to from by or at 的 和 与 及 了 之 或 款 批发 厂家 直销 现货 包邮 wholesale'.split(
    ' ',
  ),
)
/** Latin words and model numbers. */
export const latin = /[a-z0-9]+(?:[-_./'][a-z0-9]+)*/g
/** Runs of Chinese characters. */
export const han = /\p{Script=Han}+/gu

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
export function latinWords(word: string, purpose: 'index' | 'ask'): string[] {
  if (purpose === 'ask') return [stem(word)]
  const parts = word.split(/[-_./']/)
  const joined = parts.join('')
  const runs = /\d/.test(joined) ? (joined.match(/\d{2,}|[a-z]{2,}/g) ?? []) : []
  return [word, joined, ...parts, ...runs].filter((part) => part !== '').map(stem)
}
