import { createHash } from 'node:crypto'
import { headerKey } from './headers.ts'

/**
 * Names a list's headings regardless of their order, width, case and of amounts in brackets, so that a shop's next list
 * of the same make finds the mapping its seller confirmed.
 */
export function mappingSignature(headers: readonly string[]): string {
  const keys = [...new Set(headers.map(headerKey).filter(Boolean))].sort()
  return createHash('sha256').update(JSON.stringify(keys)).digest('hex').slice(0, 32)
}
