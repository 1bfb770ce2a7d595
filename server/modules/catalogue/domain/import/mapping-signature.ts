import { createHash } from 'node:crypto'
import { headerKey } from './headers.ts'
import { addedHeaders } from './rejected-rows.ts'

// A file of rejected rows that comes back is read like the list it was taken from.
const added = new Set(
  Object.values(addedHeaders).flatMap(({ row, reasons }) => [headerKey(row), headerKey(reasons)]),
)

/**
 * Names a list's headings regardless of their order, width, case and of amounts in brackets, so that a shop's next list
 * of the same make finds the mapping its seller confirmed.
 */
export function mappingSignature(headers: readonly string[]): string {
  const keys = [...new Set(headers.map(headerKey).filter((key) => key !== '' && !added.has(key)))].sort()
  return createHash('sha256').update(JSON.stringify(keys)).digest('hex').slice(0, 32)
}
