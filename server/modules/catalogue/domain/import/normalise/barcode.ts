import { narrow } from './number.ts'

export type BarcodeReading =
  | { readonly code: string; readonly valid: boolean }
  | { readonly fault: 'barcode-length' | 'barcode-rounded' }

/** The digits of a barcode and whether its GTIN check digit is right (GS1 General Specifications, 7.9). Null: empty. */
export function readBarcode(text: string): BarcodeReading | null {
  const written = narrow(text).replace(/[\s'’`-]/g, '')
  if (written === '') return null
  // 6.9E+12 is what is left of a code that a spreadsheet took for a number and shortened.
  if (/^\d(\.\d+)?e\+?\d+$/i.test(written)) return { fault: 'barcode-rounded' }
  if (!/^\d{8,14}$/.test(written)) return { fault: 'barcode-length' }
  return { code: written, valid: [8, 12, 13, 14].includes(written.length) && checkDigitHolds(written) }
}

function checkDigitHolds(code: string): boolean {
  let sum = 0
  for (let index = code.length - 2, weight = 3; index >= 0; index -= 1, weight = 4 - weight) {
    sum += Number(code[index]) * weight
  }
  return (10 - (sum % 10)) % 10 === Number(code.at(-1))
}
