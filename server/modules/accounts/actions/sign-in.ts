import type { Actor } from '#server/platform/actor.ts'
import { transact } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { queueMail } from '#server/platform/mailer.ts'
import { demand, ProblemError } from '#server/platform/problems.ts'
import type { Resources } from '#server/platform/resources.ts'
import { marketOfPage, type SessionGranted } from '#shared/accounts/shapes.ts'
import type { Locale } from '#shared/text.ts'
import type { Attempts, RuleName } from '../attempts.ts'
import { passwordAllowed } from '../domain/password-rules.ts'
import { alreadyRegisteredMail, passwordChangedMail, registrationMail, resetMail } from '../mails.ts'
import { hashPassword, passwordMatches } from '../passwords.ts'
import * as people from '../store/people.ts'
import { endSessionsOf } from '../store/sessions.ts'
import { newToken, tokenHash } from '../tokens.ts'
import type { Sessions, Source } from './sessions.ts'

const minutes = 60_000
/** How long a link that sets a new password is good. */
export const resetMinutes = 30
const knownForDays = 60

export function createSignIn(
  { database, clock, config, logger }: Resources,
  sessions: Sessions,
  attempts: Attempts,
  marketIsOpen: (slug: string) => Promise<boolean>,
) {
  /**
   * Counts this attempt against whoever makes it; the owner's own browser and network do not share the strangers' allowance.
   * Returns what was counted, to be given back when the attempt succeeds.
   */
  async function admitAttempt(
    email: string,
    personId: string,
    source: Source,
  ): Promise<[RuleName, string][]> {
    const device = source.device === null ? null : tokenHash(source.device)
    const known = await people.knownBy(database.drizzle, personId, {
      device,
      network: source.network,
      since: new Date(clock.now().getTime() - knownForDays * 86_400_000),
    })
    const counted: [RuleName, string][] = [['signInNetwork', source.network]]
    if (known === 'device') counted.push(['signInKnown', `${email} ${device?.toString('hex') ?? ''}`])
    else if (known === 'network') counted.push(['signInKnown', `${email} ${source.network}`])
    else counted.push(['signInPair', `${email} ${source.network}`], ['signInStrangers', email])
    for (const [rule, key] of counted) await attempts.demand(rule, key)
    // Last, so that it counts what goes on to be hashed: one network that is refused already must not use up everybody's allowance.
    await attempts.demand('signInAll', 'all')
    return counted
  }

  /** Signs in, or refuses in the same way and the same time whatever was wrong. */
  async function signIn(email: string, password: string, source: Source): Promise<SessionGranted> {
    const person = await people.findPersonByEmail(database.drizzle, email)
    let counted: [RuleName, string][] = []
    try {
      counted = await admitAttempt(email, person?.id ?? 'nobody', source)
    } catch (refusal) {
      logger.warn(
        { personId: person?.id ?? null, network: source.network },
        'sign-in refused: too many attempts',
      )
      throw refusal
    }
    const { matches, stale } = await passwordMatches(password, person?.passwordHash ?? null)
    if (!person || !matches || person.disabledAt !== null) {
      logger.info({ personId: person?.id ?? null, network: source.network }, 'sign-in failed')
      throw new ProblemError('accounts/sign-in-failed')
    }
    for (const [rule, key] of counted) await attempts.giveBack(rule, key)
    const rehashed = stale ? await hashPassword(password) : null
    await sessions.ready()
    const session = await transact(database, async (tx) => {
      if (rehashed !== null) await people.rehashPassword(tx, person.id, person.passwordHash, rehashed)
      return sessions.start(tx, person.id, source)
    })
    logger.info({ personId: person.id, network: source.network }, 'signed in')
    return session
  }

  /** Whether one more mail may go to this address: else nothing is sent, and nobody is told. */
  const mailAllowed = async (email: string) => (await attempts.count('mailAddress', email)) === null

  /** Asks for an account. Nothing in the answer or its time says whether the address is known. */
  async function register(
    input: { email: string; name: string; locale: Locale; startedAt?: string | undefined },
    source: Source,
  ): Promise<void> {
    await attempts.demand('mailNetwork', source.network)
    if (!(await mailAllowed(input.email))) return
    const token = newToken()
    // A market that nobody knows is no reason to send no mail: the person then begins where everybody does.
    const known = input.startedAt !== undefined && (await marketIsOpen(marketOfPage(input.startedAt)))
    const startedAt = known ? input.startedAt : undefined
    await transact(database, async (tx) => {
      const person = await people.findPersonByEmail(tx, input.email)
      if (person) return queueMail(tx, alreadyRegisteredMail(config.publicUrl, person, startedAt))
      await people.insertMailToken(tx, {
        hash: tokenHash(token),
        purpose: 'registration',
        email: input.email,
        payload: {
          name: input.name,
          locale: input.locale,
          ...(startedAt === undefined ? {} : { startedAt }),
        },
        expiresAt: new Date(clock.now().getTime() + 60 * minutes),
      })
      await queueMail(tx, registrationMail(config.publicUrl, input, token))
    })
  }

  /** Opens the account: whoever holds the token reads the mail of that address. Says where the registration began. */
  async function confirmRegistration(
    token: string,
    password: string,
    source: Source,
  ): Promise<SessionGranted & { startedAt: string | null }> {
    await attempts.demand('tokenNetwork', source.network)
    const hash = tokenHash(token)
    const waiting = await people.findMailToken(database.drizzle, hash, 'registration', clock.now())
    if (!waiting?.payload) throw new ProblemError('accounts/token-invalid')
    demand(passwordAllowed(password, { email: waiting.email, name: waiting.payload.name }))
    const passwordHash = await hashPassword(password)
    await sessions.ready()
    return transact(database, async (tx) => {
      const used = await people.useMailToken(tx, hash, 'registration', clock.now())
      if (!used?.payload) throw new ProblemError('accounts/token-invalid')
      const id = newId('person', clock.now().getTime())
      const { name, locale, startedAt = null } = used.payload
      const inserted = await people.insertPerson(tx, { id, email: used.email, passwordHash, name, locale })
      if (!inserted) throw new ProblemError('accounts/token-invalid')
      return { ...(await sessions.start(tx, id, source)), startedAt }
    })
  }

  async function requestReset(email: string, source: Source): Promise<void> {
    await attempts.demand('mailNetwork', source.network)
    if (!(await mailAllowed(email))) return
    const token = newToken()
    await transact(database, async (tx) => {
      const person = await people.findPersonByEmail(tx, email)
      if (!person || person.disabledAt !== null) return
      // Older links stay good until one is used: else a stranger who asks again and again would kill each link before it is opened.
      await people.insertMailToken(tx, {
        hash: tokenHash(token),
        purpose: 'password_reset',
        email: person.email,
        personId: person.id,
        expiresAt: new Date(clock.now().getTime() + resetMinutes * minutes),
      })
      await queueMail(tx, resetMail(config.publicUrl, person, token))
    })
  }

  async function confirmReset(token: string, password: string, source: Source): Promise<SessionGranted> {
    await attempts.demand('tokenNetwork', source.network)
    const hash = tokenHash(token)
    const waiting = await people.findMailToken(database.drizzle, hash, 'password_reset', clock.now())
    const person = waiting?.personId ? await people.findPerson(database.drizzle, waiting.personId) : null
    if (!person) throw new ProblemError('accounts/token-invalid')
    demand(passwordAllowed(password, person))
    const passwordHash = await hashPassword(password)
    await sessions.ready()
    const session = await transact(database, async (tx) => {
      const used = await people.useMailToken(tx, hash, 'password_reset', clock.now())
      if (!used || used.personId !== person.id) throw new ProblemError('accounts/token-invalid')
      await people.setPassword(tx, person.id, passwordHash)
      await endSessionsOf(tx, person.id, 'password', clock.now())
      await queueMail(tx, passwordChangedMail(config.publicUrl, person))
      return sessions.start(tx, person.id, source)
    })
    sessions.forget(person.id)
    return session
  }

  /** Changes the password and ends all other sessions; this one goes on with new tokens. */
  async function changePassword(
    actor: Actor,
    current: string,
    next: string,
    source: Source,
  ): Promise<SessionGranted> {
    await attempts.demand('passwordCheck', actor.personId)
    const person = await people.findPerson(database.drizzle, actor.personId)
    if (!person) throw new ProblemError('request/not-signed-in')
    const { matches } = await passwordMatches(current, person.passwordHash)
    if (!matches) throw new ProblemError('accounts/password-wrong')
    demand(passwordAllowed(next, person))
    const passwordHash = await hashPassword(next)
    await sessions.ready()
    const session = await transact(database, async (tx) => {
      await people.setPassword(tx, person.id, passwordHash)
      await endSessionsOf(tx, person.id, 'password', clock.now())
      await people.endMailTokens(tx, person.email, clock.now())
      await queueMail(tx, passwordChangedMail(config.publicUrl, person))
      return sessions.start(tx, person.id, source)
    })
    sessions.forget(person.id)
    return session
  }

  return { signIn, register, confirmRegistration, requestReset, confirmReset, changePassword }
}
export type SignIn = ReturnType<typeof createSignIn>
