import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

/** argon2id as OWASP asks at least: 19 MiB, two passes, one lane. Raise these and stored hashes follow at the next sign-in. */
const current = { memory: 19_456, passes: 2, parallelism: 1 }
type Parameters = typeof current

// Each hash takes a thread and 19 MiB for some 40 ms: two at a time leave the rest of the process room to answer others.
const atOnce = 2
let running = 0
const waiting: (() => void)[] = []
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

const derive = (
  password: string,
  salt: Buffer,
  { memory, passes, parallelism }: Parameters,
): Promise<Buffer> =>
  inTurn(
    () =>
      new Promise((resolve, reject) => {
        argon2(
          'argon2id',
          { message: Buffer.from(password, 'utf8'), nonce: salt, memory, passes, parallelism, tagLength: 32 },
          (error, key) => (error ? reject(error) : resolve(key)),
        )
      }),
  )

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

/** The hash of a password in PHC form: parameters, salt and tag in one string. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await derive(password, salt, current)
  return `$argon2id$v=19$m=${current.memory},t=${current.passes},p=${current.parallelism}$${base64(salt)}$${base64(tag)}`
}

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/
// For addresses nobody has: the same work as for the others, so that time tells nothing (reliability A6).
const nobodys = `$argon2id$v=19$m=${current.memory},t=${current.passes},p=${current.parallelism}$${base64(randomBytes(16))}$${base64(randomBytes(32))}`

/** Compares a password with a stored hash, or does the same work for nobody. `stale`: hash it again with today's parameters. */
export async function passwordMatches(
  password: string,
  stored: string | null,
): Promise<{ matches: boolean; stale: boolean }> {
  const parsed = phc.exec(stored ?? nobodys)
  if (!parsed) throw new Error('a stored password hash cannot be read')
  const [, memory, passes, parallelism, salt = '', tag = ''] = parsed
  const parameters = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const expected = Buffer.from(tag, 'base64')
  const made = await derive(password, Buffer.from(salt, 'base64'), parameters)
  const matches = timingSafeEqual(made, expected) && stored !== null
  const stale =
    parameters.memory !== current.memory ||
    parameters.passes !== current.passes ||
    parameters.parallelism !== current.parallelism
  return { matches, stale }
}
