import { generateKeyPairSync, randomBytes } from 'node:crypto'
import fastifyJwt, { type JWT } from '@fastify/jwt'
import Fastify from 'fastify'
import { z } from 'zod'
import type { Clock } from '#server/platform/clock.ts'
import { type Database, transact } from '#server/platform/db.ts'
import {
  findSigningKeys,
  insertSigningKey,
  lockSigningKeys,
  retireSigningKeys,
  type SigningKey,
} from './store/keys.ts'

/** Ten minutes: as long as a token stays good for reads after its session ended in another process, at the very most. */
export const accessSeconds = 600
/** Clocks of our machines may differ by this much. */
const toleranceSeconds = 5
/** A new key signs only when every process has seen it; an old one verifies until its last token is over. */
const noticeSeconds = 300
/** Longer than a transaction lives. */
const readyMs = 20_000

export type AccessClaims = { personId: string; sessionId: string; version: number; expiresAt: Date }

const Header = z.strictObject({
  alg: z.literal('EdDSA'),
  typ: z.literal('at+jwt'),
  kid: z.string().regex(/^[a-f0-9]{16}$/),
})
const Payload = z.strictObject({
  iss: z.string(),
  aud: z.string(),
  sub: z.string().regex(/^per_[0-9a-z]{26}$/),
  sid: z.string().regex(/^ses_[0-9a-z]{26}$/),
  sv: z.int().min(1),
  iat: z.int(),
  exp: z.int(),
})

/** Base64url without padding that is written as it would be encoded: no stray bits, no second spelling of one token. */
const canonical = (part: string): Buffer | null => {
  const bytes = Buffer.from(part, 'base64url')
  return bytes.length > 0 && bytes.toString('base64url') === part ? bytes : null
}
const json = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}

/**
 * Signs and checks access tokens: EdDSA only, by keys that all processes read from the database, and only in the one shape that
 * `sign` writes. No rights stand in a token.
 */
export function createSigning(database: Database, clock: Clock, origin: string) {
  const tokens = tokenTool(origin)
  let known: { keys: readonly SigningKey[]; until: number } = { keys: [], until: 0 }

  async function keysNow(fresh = false): Promise<readonly SigningKey[]> {
    const now = clock.now()
    if (!fresh && known.until > now.getTime()) return known.keys
    const keys = await findSigningKeys(database.drizzle)
    known = { keys, until: now.getTime() + 60_000 }
    return keys
  }

  async function signingKey(): Promise<SigningKey> {
    const usable = (keys: readonly SigningKey[]) => {
      const now = clock.now()
      return keys
        .filter((key) => key.signsFrom <= now && (key.retiredAt === null || key.retiredAt > now))
        .sort((a, b) => b.signsFrom.getTime() - a.signsFrom.getTime())[0]
    }
    const key = usable(await keysNow()) ?? usable(await keysNow(true))
    if (key) return key
    await transact(database, async (tx) => {
      await lockSigningKeys(tx)
      if (!usable(await findSigningKeys(tx))) await insertSigningKey(tx, newKey(clock.now()))
    })
    const made = usable(await keysNow(true))
    if (!made) throw new Error('no key to sign with')
    return made
  }

  return {
    /**
     * Has a key at hand for a while. Called before a transaction that signs: inside it a second connection would be asked for while
     * holding the first, and a pool full of those waits for itself.
     */
    async ready(): Promise<void> {
      if (known.until - clock.now().getTime() < readyMs) await keysNow(true)
      await signingKey()
    },

    /** An access token of this session, good for `accessSeconds`. */
    async sign(claims: Omit<AccessClaims, 'expiresAt'>): Promise<{ token: string; expiresAt: Date }> {
      const key = await signingKey()
      const iat = Math.floor(clock.now().getTime() / 1000)
      const exp = iat + accessSeconds
      const { sign } = await tokens()
      const token = sign(
        { sub: claims.personId, sid: claims.sessionId, sv: claims.version, iat, exp },
        { key: key.privateKey, kid: key.kid },
      )
      return { token, expiresAt: new Date(exp * 1000) }
    },

    /** The claims of a token, or null for anything that is not exactly a current access token of ours. */
    async verify(token: string): Promise<AccessClaims | null> {
      if (token.length > 2048) return null
      const parts = token.split('.').map(canonical)
      const [head, body, signature] = parts
      if (parts.length !== 3 || !head || !body || !signature) return null
      const header = Header.safeParse(json(head))
      const payload = Payload.safeParse(json(body))
      if (!header.success || !payload.success) return null
      const now = clock.now()
      const { sub, sid, sv, iat, exp } = payload.data
      const seconds = now.getTime() / 1000
      if (iat > seconds + toleranceSeconds || exp <= iat || exp - iat > accessSeconds) return null
      const fits = (key: SigningKey) => key.kid === header.data.kid
      const key =
        (await keysNow()).find(fits) ??
        (known.until - now.getTime() < 55_000 ? (await keysNow(true)).find(fits) : undefined)
      if (!key || (key.retiredAt !== null && key.retiredAt <= now)) return null
      try {
        const { verify } = await tokens()
        verify(token, { key: key.publicKey, clockTimestamp: now.getTime() })
      } catch {
        return null
      }
      return { personId: sub, sessionId: sid, version: sv, expiresAt: new Date(exp * 1000) }
    },

    /** Makes the next key; the ones before it verify until their last token is over. Run by the clock. */
    async rotate(): Promise<void> {
      await transact(database, async (tx) => {
        await lockSigningKeys(tx)
        const from = new Date(clock.now().getTime() + noticeSeconds * 1000)
        await retireSigningKeys(tx, new Date(from.getTime() + (accessSeconds + 60) * 1000))
        await insertSigningKey(tx, newKey(from))
      })
      known = { keys: [], until: 0 }
    },
  }
}
export type Signing = ReturnType<typeof createSigning>

/**
 * @fastify/jwt on an instance that serves nothing: tokens are made and checked outside of requests too (the demo, tests, the page
 * renderer). It holds what every token must keep to and no key: each call names the one that the database knows by its `kid`.
 */
function tokenTool(origin: string): () => Promise<JWT> {
  const keyless = async (): Promise<never> => {
    throw new Error('a token is signed and checked with a named key only')
  }
  const audience = `${origin}/api`
  let made: Promise<JWT> | null = null
  const make = async (): Promise<JWT> => {
    const holder = Fastify()
    await holder.register(fastifyJwt, {
      secret: { private: keyless, public: keyless },
      sign: { algorithm: 'EdDSA', iss: origin, aud: audience, header: { alg: 'EdDSA', typ: 'at+jwt' } },
      verify: {
        algorithms: ['EdDSA'],
        allowedIss: origin,
        allowedAud: audience,
        checkTyp: 'at+jwt',
        requiredClaims: ['iss', 'aud', 'sub', 'sid', 'sv', 'iat', 'exp'],
        // The plugin reads maxAge in seconds; the tolerance goes to its verifier in milliseconds.
        maxAge: accessSeconds,
        clockTolerance: toleranceSeconds * 1000,
        cache: false,
      },
    })
    await holder.ready()
    return holder.jwt
  }
  return () => {
    made ??= make()
    return made
  }
}

function newKey(signsFrom: Date): SigningKey {
  const pair = generateKeyPairSync('ed25519')
  return {
    kid: randomBytes(8).toString('hex'),
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    signsFrom,
    retiredAt: null,
  }
}
