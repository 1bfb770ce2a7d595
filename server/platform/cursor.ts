import { z } from 'zod'
import { ProblemError } from './problems.ts'

/** What a position is made of. Every part goes into a query, so a part that no list of ours would have written is refused. */
const shapes = {
  moment: z.iso.datetime().regex(/^2/),
  id: z.string().regex(/^[a-z]{3}_[0-9a-z]{26}$/),
  row: z.string().regex(/^\d{1,7}$/),
} as const
export type CursorPart = keyof typeof shapes

/** The position of a row in a list, as an opaque text: the values that the list is ordered by. */
export const cursorOf = (...parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

/** The values of a position, each of its shape; 400 `request/invalid` for a text that we did not write. */
export function readCursor(cursor: string | undefined, ...expected: readonly CursorPart[]): string[] | null {
  if (cursor === undefined) return null
  try {
    const parts = z
      .array(z.string())
      .length(expected.length)
      .parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return expected.map((shape, index) => shapes[shape].parse(parts[index]))
  } catch (cause) {
    throw notOurs(cause)
  }
}

/** The position of a row in a list by time and id. */
export const cursorAt = (at: Date, id: string): string => cursorOf(at.toISOString(), id)

/** Reads the position of a list by time and id; 400 `request/invalid` for a text that we did not write. */
export function readCursorAt(cursor: string | undefined): { at: Date; id: string } | null {
  const [at, id] = readCursor(cursor, 'moment', 'id') ?? []
  if (at === undefined || id === undefined) return null
  return { at: new Date(at), id }
}

const notOurs = (cause: unknown): ProblemError =>
  new ProblemError(
    'request/invalid',
    { count: 1 },
    { cause, errors: [{ pointer: '?/cursor', code: 'request/invalid-cursor', message: 'cursor' }] },
  )
