import { ProblemError } from '#server/platform/problems.ts'

/** An opaque page position of these parts. */
export const cursorOf = (...parts: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

/** The parts of a position, all texts, or 400 when it is not one of ours. */
export function readCursor(cursor: string | undefined, length: number): string[] | null {
  if (cursor === undefined) return null
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(parts) && parts.length === length && parts.every((part) => typeof part === 'string'))
      return parts
  } catch {
    // Falls through to the refusal: what cannot be read is no position.
  }
  throw new ProblemError(
    'request/invalid',
    { count: 1 },
    {
      errors: [{ pointer: '?/cursor', code: 'request/invalid-cursor', message: 'cursor' }],
    },
  )
}
