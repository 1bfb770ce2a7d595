import { narrow } from './number.ts'

/** Whom goods are for, as far as words say: 女式, Women's and 女童 are `female`, 男女 and unisex `both`. */
export type Audience = 'male' | 'female' | 'both'

/** Null: the words name nobody. */
export function readAudience(text: string): Audience | null {
  const written = narrow(text)
  if (/男女|中性|unisex/i.test(written)) return 'both'
  const female = /女(?!儿)|\b(?:women|womens|ladies|lady|girls?)\b/i.test(written)
  const male = /男|\b(?:men|mens|gents|boys?)\b/i.test(written)
  if (female && male) return 'both'
  return female ? 'female' : male ? 'male' : null
}

const optionValues: Readonly<Record<Audience, readonly string[]>> = {
  male: ['men', 'boy', 'male'],
  female: ['women', 'girl', 'female'],
  both: ['unisex'],
}

/** The option of a category's list that stands for the audience: boys in children's wear, men in shoes. */
export function audienceOption(
  audience: Audience,
  options: readonly { readonly value: string }[],
): string | undefined {
  return options.find(({ value }) => optionValues[audience].includes(value))?.value
}
