import { type Refusal, refusal, type Sheet } from './sheet.ts'
import { readNumberKinds, readSharedStrings, readWorkbook } from './xlsx-parts.ts'
import { readSheet, type SheetContext } from './xlsx-sheet.ts'
import { openArchive } from './zip.ts'

const maxSheets = 60

/** All visible sheets of an XLSX workbook, within the limits of an import. */
export async function decodeXlsx(bytes: Uint8Array): Promise<{ sheets: Sheet[] } | Refusal> {
  const archive = await openArchive(bytes)
  if ('refused' in archive) return archive
  if (!archive.names.has('xl/workbook.xml')) return refusal('catalogue/import-file-type')
  const workbook = await readWorkbook(archive)
  if ('refused' in workbook) return workbook
  const strings = await readSharedStrings(archive)
  if ('refused' in strings) return strings
  const kinds = await readNumberKinds(archive)
  if ('refused' in kinds) return kinds
  const context: SheetContext = { strings, kinds, date1904: workbook.date1904, used: { rows: 0, cells: 0 } }
  const sheets: Sheet[] = []
  for (const { name, part } of workbook.sheets.slice(0, maxSheets)) {
    const sheet = await readSheet(archive, name, part, context)
    if ('refused' in sheet) return sheet
    sheets.push(sheet)
  }
  return { sheets }
}
