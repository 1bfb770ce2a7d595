import { z } from 'zod'
import { ProblemError } from './problems.ts'

const Position = z.tuple([z.iso.datetime(), z.string().max(60)])

/** The position of a row in a list by time and id, as an opaque text. */
export const cursorAt = (at: Date, id: string): string =>
  Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url')

/** Reads a cursor; one that we did not write is an invalid request. */
export function readCursor(cursor: string | undefined): { at: Date; id: string } | null {
  if (cursor === undefined) return null
  try {
    const [at, id] = Position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { at: new Date(at), id }
  } catch (cause) {
    throw new ProblemError(
      'request/invalid',
      { count: 1 },
      {
        cause,
        errors: [{ pointer: '?cursor', code: 'request/cursor', message: 'not a cursor of this list' }],
      },
    )
  }
}
