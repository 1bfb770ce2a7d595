import { parse } from 'csv-parse/sync'
import { importLimits } from '#shared/catalogue/import.ts'
import { type Cell, cellMaker, type Encoding, type Refusal, refusal, type Sheet } from './sheet.ts'

type DecodedText = { readonly text: string; readonly encoding: Encoding }

/** The text of `bytes`: by its byte order mark, else UTF-8 when it is valid, else GB18030 (what Excel in China writes). Null: neither. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const decode = (encoding: Encoding): DecodedText | null => {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
    } catch {
      return null
    }
  }
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return decode('utf-8')
  if (first === 0xff && second === 0xfe) return decode('utf-16le')
  if (first === 0xfe && second === 0xff) return decode('utf-16be')
  const wide = wideEncoding(bytes)
  if (wide) return decode(wide)
  return decode('utf-8') ?? decode('gb18030')
}

/** UTF-16 without a mark shows itself by zero bytes on one side only. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  const length = Math.min(bytes.length, 4000) & ~1
  if (length < 4) return null
  let evenZeros = 0
  let oddZeros = 0
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) evenZeros += 1
    if (bytes[index + 1] === 0) oddZeros += 1
  }
  const enough = length / 2 / 20
  if (oddZeros > enough && evenZeros === 0) return 'utf-16le'
  if (evenZeros > enough && oddZeros === 0) return 'utf-16be'
  return null
}

const separators = [',', '\t', ';', '|'] as const

/** The separator that splits the first records most evenly into more than one column; quoted text does not count. */
export function guessSeparator(text: string): string {
  const counts = separators.map((separator) => ({ separator, perLine: separatorsPerLine(text, separator) }))
  let best = { separator: ',', score: 0 }
  for (const { separator, perLine } of counts) {
    const used = perLine.filter((count) => count > 0)
    if (used.length === 0) continue
    const typical = [...used].sort((a, b) => a - b)[Math.floor(used.length / 2)] ?? 0
    const even = perLine.filter((count) => count === typical).length / perLine.length
    const score = even * Math.min(typical, 12) + used.length / perLine.length
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

function separatorsPerLine(text: string, separator: string): number[] {
  const perLine: number[] = []
  let quoted = false
  let count = 0
  let filled = false
  for (let index = 0; index < text.length && perLine.length < 40; index += 1) {
    const character = text[index]
    if (character === '"') quoted = !quoted
    if (quoted) continue
    if (character === separator) count += 1
    if (character === '\n' || (character === '\r' && text[index + 1] !== '\n')) {
      if (filled) perLine.push(count)
      count = 0
      filled = false
    } else if (character !== '\r') filled = true
  }
  if (filled && perLine.length < 40) perLine.push(count)
  return perLine
}

/** A delimited text as one sheet. Quoted line breaks stay inside their cell; a row keeps its number as a spreadsheet shows it. */
export function decodeCsv(
  bytes: Uint8Array,
  name: string,
): { encoding: Encoding; sheets: Sheet[] } | Refusal {
  const decoded = decodeText(bytes)
  if (!decoded) return refusal('catalogue/import-encoding')
  const { encoding } = decoded
  const declared = /^sep=([,;\t|])\r?\n/.exec(decoded.text)
  const text = declared ? decoded.text.slice(declared[0].length) : decoded.text
  if (text.includes('\u0000')) return refusal('catalogue/import-file-type')
  const records = parseRecords(text, declared?.[1] ?? guessSeparator(text.slice(0, 200_000)))
  if ('refused' in records) return records
  if (records.length > importLimits.rows)
    return refusal('catalogue/import-too-many-rows', { limit: importLimits.rows })
  const make = cellMaker()
  const rows: Cell[][] = []
  let cells = 0
  for (const record of records) {
    let width = record.length
    while (width > 0 && record[width - 1] === '') width -= 1
    cells += width
    if (width > importLimits.columns || cells > importLimits.cells) {
      return refusal('catalogue/import-too-many-columns', { limit: importLimits.columns })
    }
    rows.push(record.slice(0, width).map((text) => make(unescapeFormula(text))))
  }
  return { encoding, sheets: [{ name, rows, firstRow: declared ? 2 : 1 }] }
}

/** Exports put an apostrophe before text that would start a formula; read back, it goes. */
function unescapeFormula(text: string): string {
  return /^'[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text
}

function parseRecords(text: string, delimiter: string): string[][] | Refusal {
  const options = {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: 1_000_000,
    to: importLimits.rows + 1,
  }
  try {
    return parse(text, options)
  } catch {
    // A quotation mark that is never closed swallows the file; read without quoting, the rows are whole again.
    try {
      return parse(text, { ...options, quote: false })
    } catch {
      return refusal('catalogue/import-file-damaged')
    }
  }
}
