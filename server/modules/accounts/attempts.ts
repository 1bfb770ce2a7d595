import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Database } from '#server/platform/db.ts'
import { ProblemError } from '#server/platform/problems.ts'

/** So many points in so many seconds, for each key. */
export type Rule = { points: number; seconds: number }

const hour = 3600
/**
 * Attempts that are counted. None of them can lock a person out of their own account: strangers share one allowance for an
 * account, while browsers and networks from which its owner has signed in before have an allowance each (reliability A1).
 */
export const rules = {
  /** Guesses at one account by anybody not known to it. */
  signInStrangers: { points: 20, seconds: hour },
  /** One unknown network at one account. */
  signInPair: { points: 10, seconds: 900 },
  /** A known browser or network at its own account. */
  signInKnown: { points: 20, seconds: hour },
  /** One network at all accounts; successes are given back, so an office signs in freely. */
  signInNetwork: { points: 60, seconds: 900 },
  /** All sign-ins of the installation: keeps the hashing from taking the processor. */
  signInAll: { points: 1500, seconds: 60 },
  /**
   * Mails to one address, asked for by anybody. The allowance comes back before the links of the last one have run out (30 minutes):
   * else strangers who use it up would leave the owner without a good link for the rest of the hour.
   */
  mailAddress: { points: 5, seconds: 1800 },
  mailNetwork: { points: 30, seconds: hour },
  tokenNetwork: { points: 30, seconds: 900 },
  passwordCheck: { points: 10, seconds: 900 },
  invitations: { points: 100, seconds: 24 * hour },
} as const satisfies Record<string, Rule>
export type RuleName = keyof typeof rules

/** Counters in PostgreSQL, shared by all processes. */
export function createAttempts(database: Database) {
  const limiters = new Map<RuleName, RateLimiterPostgres>()
  for (const [name, { points, seconds }] of Object.entries(rules) as [RuleName, Rule][]) {
    limiters.set(
      name,
      new RateLimiterPostgres({
        storeClient: database.pool,
        storeType: 'pool',
        tableName: 'attempt_counters',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: name,
        points,
        duration: seconds,
      }),
    )
  }
  const limiter = (name: RuleName): RateLimiterPostgres => {
    const found = limiters.get(name)
    if (!found) throw new Error(`no rule ${name}`)
    return found
  }
  const keyOf = (key: string) => key.toLowerCase().slice(0, 200)

  return {
    /** Counts an attempt; seconds to wait when it is one too many, else null. */
    async count(name: RuleName, key: string): Promise<number | null> {
      try {
        await limiter(name).consume(keyOf(key))
        return null
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
        throw refusal
      }
    },
    /** Counts an attempt or refuses with `request/too-many`. */
    async demand(name: RuleName, key: string): Promise<void> {
      const wait = await this.count(name, key)
      if (wait !== null) throw new ProblemError('request/too-many', { retryAfterSeconds: wait })
    },
    /** Takes an attempt back, e.g. since it succeeded. */
    async giveBack(name: RuleName, key: string): Promise<void> {
      await limiter(name).reward(keyOf(key))
    },
  }
}
export type Attempts = ReturnType<typeof createAttempts>
