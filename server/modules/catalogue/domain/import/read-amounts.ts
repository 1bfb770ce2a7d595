import { currencyDigits } from '#shared/money.ts'
import { addLine, type CellContext, headerLabel, report } from './cell-context.ts'
import { readQuantityText } from './normalise/number.ts'
import { readPack } from './normalise/pack.ts'
import { priceText, readCurrency, readPrice } from './normalise/price.ts'
import { readStock } from './normalise/stock.ts'
import { readWeight } from './normalise/weight.ts'
import { attributeFor } from './vocabulary.ts'

/** A price in minor units, or a report of why there is none. A price that was interpreted is imported with a warning: it is money. */
export function readPriceCell(cell: CellContext): number | null {
  const { currency, priceScale } = cell.constants
  const ofColumn = readCurrency(cell.mapping.header)
  if (ofColumn && ofColumn !== currency && cell.text.trim() !== '') {
    report(cell, 'error', 'price-currency', { currency: ofColumn, expected: currency })
    return null
  }
  const reading = readPrice(cell.text, currency, priceScale)
  if ('fault' in reading) {
    const facts = reading.currency ? { currency: reading.currency, expected: currency } : {}
    report(cell, 'error', reading.fault, facts, priceSuggestion(cell, reading.fault))
    return null
  }
  if (reading.how !== 'plain') {
    const as = priceScale === 'minor' ? String(reading.value) : priceText(reading.value, currency)
    report(cell, 'warning', reading.how === 'full-width' ? 'full-width' : 'read-as', { as }, as)
  }
  return reading.value
}

/** A column that names the currency of its row: prices in another than the market's are nobody's to convert. */
export function readCurrencyCell(cell: CellContext): void {
  const currency = readCurrency(cell.text)
  const expected = cell.constants.currency
  if (currency !== expected)
    report(cell, 'error', 'price-currency', { currency: currency ?? cell.text, expected })
}

/** Only rounding can be proposed: what a negative or a missing price should have been, the seller alone knows. */
function priceSuggestion(cell: CellContext, fault: string): string | undefined {
  if (fault !== 'price-decimals') return undefined
  const { currency, priceScale } = cell.constants
  const number = Number(cell.text.normalize('NFKC').replace(/[^\d.]/g, ''))
  if (!Number.isFinite(number)) return undefined
  const minor = Math.round(priceScale === 'minor' ? number : number * 10 ** currencyDigits[currency])
  return priceScale === 'minor' ? String(minor) : priceText(minor, currency)
}

export function readStockCell(cell: CellContext): number | null {
  const reading = readStock(cell.text)
  if ('none' in reading) {
    report(cell, 'note', 'stock-none', {}, '0')
    return 0
  }
  if ('fault' in reading) {
    report(cell, 'error', reading.fault, {}, reading.fault === 'stock-negative' ? '0' : undefined)
    return null
  }
  if (reading.how !== 'plain') {
    report(
      cell,
      'note',
      reading.how === 'full-width' ? 'full-width' : 'read-as',
      { as: String(reading.value) },
      String(reading.value),
    )
  }
  return reading.value
}

/** A size column of a matrix: blank means that the size is not made, which is no fault. */
export function readSizeStock(cell: CellContext, size: string): void {
  if (cell.text === '') return
  const stock = readStockCell(cell)
  if (stock !== null) {
    cell.values.sizeStocks = [...(cell.values.sizeStocks ?? []), { size, stock, column: cell.mapping.column }]
  }
}

export function readMoq(cell: CellContext): void {
  const reading = readQuantityText(cell.text)
  if (!reading) report(cell, 'error', 'quantity-unreadable')
  else if (reading.value < 1 || reading.value > 99_999)
    report(cell, 'error', 'quantity-out-of-range', { min: 1, max: 99_999 })
  else {
    cell.values.moq = reading.value
    const as = String(reading.value)
    if (reading.how !== 'plain')
      report(cell, 'warning', reading.how === 'full-width' ? 'full-width' : 'read-as', { as }, as)
  }
}

/** Pieces in a carton: an attribute where the category has one, else a line of the description. */
export function readCarton(cell: CellContext): void {
  const reading = readQuantityText(cell.text)
  if (!reading || reading.value < 1 || reading.value > 1_000_000) {
    report(cell, 'warning', 'quantity-unreadable')
    return
  }
  cell.values.cartonQuantity = reading.value
  if (!attributeFor(cell.category, 'cartonQuantity'))
    addLine(cell.values, headerLabel(cell.mapping.header) || '每箱数量', String(reading.value))
}

export function readWeightCell(cell: CellContext): void {
  const grams = readWeight(cell.text, cell.mapping.header)
  if (grams !== null) cell.values.weightGrams = grams
  else if (/\d/.test(cell.text)) addLine(cell.values, headerLabel(cell.mapping.header) || '重量', cell.text)
  else report(cell, 'warning', 'weight-unreadable')
}

export function readPackCell(cell: CellContext): void {
  const pack = readPack(cell.text, cell.sizes)
  if (!pack) {
    addLine(cell.values, headerLabel(cell.mapping.header) || '包装', cell.text)
    if (/\d/.test(cell.text)) report(cell, 'warning', 'pack-unreadable')
    return
  }
  cell.values.pack = { size: pack.size, note: pack.note }
  if (pack.counted !== null && pack.counted !== pack.size) {
    report(cell, 'warning', 'pack-count-differs', { size: pack.size, counted: pack.counted })
  }
}
