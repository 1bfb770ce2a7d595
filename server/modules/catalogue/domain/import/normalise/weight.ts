import { narrow, readNumber } from './number.ts'

/** Grams. The cell's own unit counts first, then the header's, as in 重量(kg); without both it is grams. Null: no weight, or beyond a tonne. */
export function readWeight(text: string, header = ''): number | null {
  const written = narrow(text).toLowerCase()
  const match = /^([\d.,]+)\s*(kg|千克|公斤|g|克|斤|lb|lbs|oz)?$/.exec(written)
  const number = match?.[1] ? readNumber(match[1]) : null
  if (!number || number.value < 0) return null
  const unit = match?.[2] ?? /\(\s*(kg|千克|公斤|g|克|斤)\s*\)/.exec(narrow(header).toLowerCase())?.[1] ?? 'g'
  const grams = Math.round(number.value * (factors[unit] ?? 1))
  return grams <= 1_000_000 ? grams : null
}

const factors: Readonly<Record<string, number>> = {
  kg: 1000,
  千克: 1000,
  公斤: 1000,
  g: 1,
  克: 1,
  斤: 500,
  lb: 453.59237,
  lbs: 453.59237,
  oz: 28.349523125,
}
