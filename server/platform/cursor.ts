import { z } from 'zod'
import { ProblemError } from './problems.ts'

const Moment = z.iso.datetime()

/** The position of a row in a list, as an opaque text: the values that the list is ordered by. */
export const cursorOf = (...parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

/** The values of a position, as many as the list is ordered by; 400 `request/invalid` for a text that we did not write. */
export function readCursor(cursor: string | undefined, length: number): string[] | null {
  if (cursor === undefined) return null
  try {
    return z
      .array(z.string())
      .length(length)
      .parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch (cause) {
    throw notOurs(cause)
  }
}

/** The position of a row in a list by time and id. */
export const cursorAt = (at: Date, id: string): string => cursorOf(at.toISOString(), id)

/** Reads the position of a list by time and id; 400 `request/invalid` for a text that we did not write. */
export function readCursorAt(cursor: string | undefined): { at: Date; id: string } | null {
  const [at, id] = readCursor(cursor, 2) ?? []
  if (at === undefined || id === undefined) return null
  if (!Moment.safeParse(at).success) throw notOurs()
  return { at: new Date(at), id }
}

const notOurs = (cause?: unknown): ProblemError =>
  new ProblemError(
    'request/invalid',
    { count: 1 },
    { cause, errors: [{ pointer: '?/cursor', code: 'request/invalid-cursor', message: 'cursor' }] },
  )
