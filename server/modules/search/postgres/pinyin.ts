import { pinyin } from 'pinyin-pro'

/** Full pinyin and initials of a Chinese word without tones and spaces; '' for words without Chinese characters. */
export function pinyinOf(word: string): { pinyin: string; initials: string } {
  if (!/\p{Script=Han}/u.test(word)) return { pinyin: '', initials: '' }
  const syllables = pinyin(word, { toneType: 'none', type: 'array', v: true }).map((each) =>
    each.toLowerCase(),
  )
  return { pinyin: syllables.join(''), initials: syllables.map((each) => each.charAt(0)).join('') }
}
