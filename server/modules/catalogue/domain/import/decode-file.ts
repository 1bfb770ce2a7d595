import { importLimits } from '#shared/catalogue/import.ts'
import { decodeCsv } from './decode-csv.ts'
import { decodeJson } from './decode-json.ts'
import { decodeXlsx } from './decode-xlsx.ts'
import { type DecodedFile, isEmptyRow, type Refusal, refusal } from './sheet.ts'

/**
 * Reads an uploaded list into sheets. The content decides the format, not the name: a ZIP is tried as XLSX, text that
 * starts with a bracket as JSON, other text as CSV.
 *
 * Refused with a reason, never thrown: empty, damaged, protected or old-format files, and files beyond `importLimits`.
 */
export async function decodeFile(bytes: Uint8Array, fileName: string): Promise<DecodedFile | Refusal> {
  if (bytes.length === 0) return refusal('catalogue/import-file-empty')
  if (bytes.length > importLimits.fileBytes) {
    return refusal('catalogue/import-file-too-large', { limit: importLimits.fileBytes / 1024 / 1024 })
  }
  const decoded = await decodeByContent(bytes, fileName.replace(/\.[^.]*$/, ''))
  if ('refused' in decoded) return decoded
  const filled = decoded.sheets.some((sheet) => sheet.rows.some((row) => !isEmptyRow(row)))
  return filled ? decoded : refusal('catalogue/import-file-empty')
}

async function decodeByContent(bytes: Uint8Array, name: string): Promise<DecodedFile | Refusal> {
  const [a, b, c, d] = bytes
  if (a === 0x50 && b === 0x4b) {
    const decoded = await decodeXlsx(bytes)
    return 'refused' in decoded ? decoded : { format: 'xlsx', ...decoded }
  }
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) return refusal(oleReason(bytes))
  if (a === 0x25 && b === 0x50 && c === 0x44 && d === 0x46) return refusal('catalogue/import-file-type')
  if (looksLikeJson(bytes)) {
    const decoded = decodeJson(bytes, name)
    return 'refused' in decoded ? decoded : { format: 'json', ...decoded }
  }
  const decoded = decodeCsv(bytes, name)
  return 'refused' in decoded ? decoded : { format: 'csv', ...decoded }
}

/** A password-protected XLSX hides in the same container as the old XLS; its directory names the encrypted package in UTF-16. */
function oleReason(bytes: Uint8Array): 'catalogue/import-file-protected' | 'catalogue/import-old-xls' {
  const directory = new TextDecoder('latin1').decode(bytes)
  return directory.includes('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e')
    ? 'catalogue/import-file-protected'
    : 'catalogue/import-old-xls'
}

function looksLikeJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 200)).replaceAll('\0', '')
  return /^\ufeff?\s*(\{|\[\s*[{[\]])/.test(start)
}
