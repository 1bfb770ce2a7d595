import { narrow } from './number.ts'

export type SafetyClass = 'A' | 'B' | 'C'

/**
 * Safety class of children's textiles from label texts such as "GB 31701 A类 婴幼儿用品", "A 类", "class B"
 * (GB 31701-2015, 5.1). 婴幼儿用品 alone means class A (7.1). Null: no class is named, or two are.
 */
export function readSafetyClass(text: string): SafetyClass | null {
  const written = narrow(text).toUpperCase()
  const named = [
    ...written.matchAll(/(?:^|[^A-Z])([ABC])\s*(?:类|级|CLASS)?(?![A-Z])|CLASS\s*([ABC])(?![A-Z])/g),
  ].map((match) => match[1] ?? match[2])
  const classes = [...new Set(named)]
  if (classes.length === 1) {
    const [only] = classes
    return only === 'A' || only === 'B' || only === 'C' ? only : null
  }
  return classes.length === 0 && written.includes('婴幼儿用品') ? 'A' : null
}
