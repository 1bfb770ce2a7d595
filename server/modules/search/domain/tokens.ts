// FNV-1a over UTF-16 code units, twice 16 bits wide per step: fast, and the same in every process.
function hash31(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193)
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193)
  }
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 12
  return hash & 0x7fffffff
}

/** The token of a word: negative, so that no word is ever mistaken for a filter. */
export const wordToken = (word: string): number => -hash31(word) - 1

/** The token of a filter value: not negative. */
export const facetToken = (facet: string, value: string): number => hash31(`${facet}\u0000${value}`)
