import { z } from 'zod'
import { ProblemError } from '#server/platform/problems.ts'

/** An opaque page position of these parts. */
export const cursorOf = (...parts: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

const shapes = {
  moment: z
    .string()
    .regex(/^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/)
    .refine((text) => !Number.isNaN(Date.parse(text))),
  id: z.string().regex(/^[a-z]{3}_[0-9a-z]{26}$/),
  row: z.string().regex(/^\d{1,7}$/),
} as const
type Shape = keyof typeof shapes

/** The parts of a position, each of its shape, or 400 when it is not one of ours: what is in it goes into a query. */
export function readCursor(cursor: string | undefined, ...expected: readonly Shape[]): string[] | null {
  if (cursor === undefined) return null
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(parts) && parts.length === expected.length)
      return expected.map((shape, index) => shapes[shape].parse(parts[index]))
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
