import { stringify } from 'csv-stringify/sync'
import type { RowPreview } from '#shared/catalogue/import.ts'
import { importMessage } from '#shared/catalogue/import-messages.ts'
import type { Locale } from '#shared/text.ts'
import { styleNoOf } from './build-draft.ts'
import type { Layout } from './find-layout.ts'
import type { Sheet } from './sheet.ts'

/** Headings of the columns that are added; the reader of lists knows them and leaves them out when the file comes back. */
export const addedHeaders = {
  zh: { row: '原行号', reasons: '要修改的原因' },
  en: { row: 'Original row', reasons: 'Reasons' },
} as const

/**
 * The rows that were left out, as written, with their number and reasons: a CSV in UTF-8 with a byte order mark, which
 * every spreadsheet program opens, and in which no cell starts a formula (reliability.md U9). Corrected, it can be
 * uploaded again. `refusedStyles`: styles that could not be written, with the sentence of why; their rows are good, and go with them.
 */
export function rejectedRowsFile(
  sheet: Sheet,
  layout: Layout,
  rows: Iterable<RowPreview>,
  locale: Locale,
  refusedStyles: ReadonlyMap<string, string> = new Map(),
): Uint8Array {
  const added = addedHeaders[locale]
  const width = layout.columns.length
  const headers = layout.columns.map(({ header }) => header)
  const table: string[][] = [[...headers, added.row, added.reasons]]
  for (const preview of rows) {
    const { row, state, cells } = preview
    const refused =
      state === 'error' || state === 'ignored' ? undefined : refusedStyles.get(styleNoOf(preview) ?? '')
    if (state !== 'error' && refused === undefined) continue
    const written = (sheet.rows[row - sheet.firstRow] ?? []).map(({ text }) => text)
    const reasons = cells
      .filter(({ level }) => level === 'error')
      .map(({ code, facts }) => importMessage(code, facts, locale))
    if (refused !== undefined) reasons.push(refused)
    table.push([
      ...Array.from({ length: width }, (_, column) => written[column] ?? ''),
      String(row),
      reasons.join(locale === 'zh' ? '；' : '; '),
    ])
  }
  return new TextEncoder().encode(
    stringify(table, {
      bom: true,
      escape_formulas: true,
      record_delimiter: 'windows',
      // A lone carriage return would end the record for whoever reads it.
      quoted_match: /[\r\n]/,
    }),
  )
}
