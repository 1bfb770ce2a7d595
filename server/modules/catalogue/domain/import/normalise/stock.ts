import { narrow, type Reading, readQuantityText } from './number.ts'

export type StockReading =
  | Reading<number>
  | { readonly none: true }
  | { readonly fault: 'stock-not-a-number' | 'stock-negative' | 'missing' }

const sellsOut =
  /^(?:断码|断货|缺码|缺货|缺|无|无货|没货|售罄|卖完|卖光|已断|停产|-+|\/|—+|×|x|none|no|n\/a|sold\s*out|out\s*of\s*stock|oos)$/i
const highest = 100_000_000

/** Pieces at hand. 断码 and its like mean none; 充足 (plenty) is no number, and only the seller can count. */
export function readStock(text: string): StockReading {
  const written = narrow(text)
  if (written === '') return { fault: 'missing' }
  if (sellsOut.test(written)) return { none: true }
  const reading = readQuantityText(written)
  if (!reading || Math.abs(reading.value) > highest) return { fault: 'stock-not-a-number' }
  if (reading.value < 0) return { fault: 'stock-negative' }
  return /[０-９]/.test(text) ? { value: reading.value, how: 'full-width' } : reading
}
