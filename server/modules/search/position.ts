import { ProblemError } from '#server/platform/problems.ts'
import type { SearchQuery } from '#shared/search/contract.ts'
import { wordToken } from './domain/tokens.ts'
import type { Position } from './port.ts'

/** Names the question that a position belongs to: another order, quantity or filter makes the position meaningless. */
export const questionOf = (
  { cursor, limit, facets, ...question }: SearchQuery,
  markets: readonly string[],
): string => wordToken(JSON.stringify([question, markets])).toString(36)

/** An opaque position in the results of a question. */
export const positionText = (question: string, { key, productId }: Position): string =>
  Buffer.from(`${question} ${key} ${productId}`).toString('base64url')

/** The position, or 400 `search/cursor-invalid` when it is none of this question. */
export function readPosition(question: string, cursor: string | undefined): Position | null {
  if (cursor === undefined) return null
  const [, asked, key, productId] =
    /^(\S+) (-?\d{1,16}) (\S{1,60})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (asked !== question || key === undefined || productId === undefined)
    throw new ProblemError('search/cursor-invalid')
  return { key: Number(key), productId }
}
