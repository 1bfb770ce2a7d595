/**
 * Reads a number as people type it, as a whole number of its smallest unit: with `digits` 2, "39.80", "３９．８" of a full-width keyboard
 * and "1,280.5" are 3980, 3980 and 128050. Null when it is empty, negative, not a number, or finer than the smallest unit.
 */
export function parseUnits(text: string, digits: number): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s¥￥$€]/g, '')
    .replace(/,(?=\d{3}(\D|$))/g, '')
  const match = /^(\d{1,12})(?:\.(\d*))?$/.exec(plain)
  if (match === null) return null
  const [, whole = '', fraction = ''] = match
  if (fraction.replace(/0+$/, '').length > digits) return null
  return Number(whole) * 10 ** digits + Number(fraction.slice(0, digits).padEnd(digits, '0') || 0)
}

/** The reverse of `parseUnits`: 3980 with two digits is "39.80". */
export const unitsText = (units: number, digits: number): string => (units / 10 ** digits).toFixed(digits)
