import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** An object of the sandbox, in the shape that Stripe's API gives. */
export type StripeObject = { id: string; object: string } & Record<string, unknown>

export type Journal = {
  get: (id: string) => StripeObject | undefined
  all: (object: string) => StripeObject[]
  put: (object: StripeObject) => void
  close: () => void
}

/**
 * Keeps objects in a file to which every change is appended; the last word on an id counts. A write has reached the system before the
 * answer goes out, so a killed process loses nothing, and a half-written last line is dropped on the next start.
 */
export function openJournal(file: string): Journal {
  mkdirSync(dirname(file), { recursive: true })
  const objects = new Map<string, StripeObject>()
  if (existsSync(file)) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const object = parsed(line)
      if (object !== null) objects.set(object.id, object)
    }
  }
  const handle = openSync(file, 'a')
  // After a crash the last line may lack its end.
  writeSync(handle, '\n')
  return {
    get: (id) => objects.get(id),
    all: (object) => [...objects.values()].filter((each) => each.object === object),
    put: (object) => {
      writeSync(handle, `${JSON.stringify(object)}\n`)
      objects.set(object.id, object)
    },
    close: () => closeSync(handle),
  }
}

function parsed(line: string): StripeObject | null {
  if (line.trim() === '') return null
  try {
    return JSON.parse(line) as StripeObject
  } catch {
    return null
  }
}

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** An id as Stripe makes them: a prefix and letters, e.g. `pi_3Q…`. */
export function stripeId(prefix: string, length = 24): string {
  return `${prefix}_${[...randomBytes(length)].map((byte) => letters.charAt(byte % 62)).join('')}`
}
