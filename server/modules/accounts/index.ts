/**
 * Accounts: people, how they sign in, and the organisations they act for.
 *
 * A person is an e-mail address that was confirmed and a password (argon2id). A session is a sign-in on one device: a short
 * access token (EdDSA, no rights inside) and a refresh token that is exchanged once; a second use ends the session.
 * `resolveActor` turns a token into an actor whose memberships are read from the database: a right that ended is gone at the next
 * write. Attempts are counted so that a guesser is stopped and the owner is not (attempts.ts).
 * Organisations are what acts in markets; members are invited by mail; an organisation always keeps an owner.
 * Upper capabilities read memberships from the actor, organisations and addresses through the functions below, and add what they
 * know to the session's view by `completeSession`.
 */
import { z } from 'zod'
import type { Actor } from '#server/platform/actor.ts'
import { type Db, type Tx, transact } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { job } from '#server/platform/jobs.ts'
import type { Resources } from '#server/platform/resources.ts'
import type { Slots } from '#server/platform/slots.ts'
import { accountsProblems } from '#shared/accounts/problems.ts'
import type { SessionView } from '#shared/accounts/shapes.ts'
import type { Locale } from '#shared/text.ts'
import { createOrganisations } from './actions/organisations.ts'
import { createSessions } from './actions/sessions.ts'
import { createSignIn } from './actions/sign-in.ts'
import { createAttempts } from './attempts.ts'
import { createCookies } from './cookies.ts'
import { hashPassword } from './passwords.ts'
import { accountsRoutes } from './routes.ts'
import { createSigning } from './signing.ts'
import * as organisationStore from './store/organisations.ts'
import * as peopleStore from './store/people.ts'

/** What upper capabilities know of an actor's places, for the session's view. */
export type SessionParts = {
  shops: (actor: Actor) => Promise<SessionView['shops']>
  markets: (actor: Actor) => Promise<SessionView['markets']>
  /** Whether there is an open market of this slug. */
  marketIsOpen: (slug: string) => Promise<boolean>
}

export function createAccounts(resources: Resources) {
  const { database, clock, config } = resources
  const signing = createSigning(database, clock, config.publicUrl)
  const sessions = createSessions(resources, signing)
  const attempts = createAttempts(database)
  const organisations = createOrganisations(resources, sessions, attempts)
  let parts: SessionParts = {
    shops: async () => [],
    markets: async () => [],
    marketIsOpen: async () => false,
  }
  const signIn = createSignIn(resources, sessions, attempts, (slug) => parts.marketIsOpen(slug))

  const slots: Slots = {
    problems: [accountsProblems],
    routes: (app) =>
      accountsRoutes(app, {
        resources,
        sessions,
        signIn,
        organisations,
        cookies: createCookies(config),
        parts: () => parts,
      }),
    jobs: [
      job({ name: 'accounts.rotate-keys', payload: z.unknown(), perform: () => signing.rotate() }),
      job({
        name: 'accounts.sweep',
        payload: z.unknown(),
        perform: () => transact(database, (tx) => peopleStore.sweep(tx, clock.now())),
      }),
    ],
    schedules: [
      { name: 'accounts.rotate-keys', crontab: '23 2 1 * *' },
      { name: 'accounts.sweep', crontab: '41 2 * * *' },
    ],
  }

  return {
    slots,
    resolveActor: sessions.resolveActor,
    /** Counts attempts of any kind against a rule (attempts.ts); refuses with `request/too-many`. */
    attempts,
    /** Upper capabilities say what they know; called once, in wiring. */
    completeSession(given: SessionParts): void {
      parts = given
    },
    /** Writes a person whose address is known to be theirs: for the demo, tests and the first administrator. */
    async enrol(
      tx: Tx,
      person: { email: string; name: string; locale?: Locale; passwordHash: string; platformAdmin?: boolean },
    ): Promise<string> {
      const id = newId('person', clock.now().getTime())
      const inserted = await peopleStore.insertPerson(tx, { id, locale: 'zh', ...person })
      if (!inserted) throw new Error(`${person.email} is enrolled already`)
      return id
    },
    hashPassword,
    /** Starts a session without asking for a password: for the demo and tests. */
    startSession: (tx: Tx, personId: string, userAgent = 'demo') =>
      sessions.start(tx, personId, { network: 'unknown', userAgent, device: null }),
    /** Writes an organisation, with an owner if one is named. */
    foundOrganisation: organisations.found,
    addMember: organisationStore.insertMembership,
    organisationsById: async (
      db: Db,
      ids: readonly string[],
    ): Promise<ReadonlyMap<string, organisationStore.Organisation>> =>
      new Map((await organisationStore.findOrganisations(db, ids)).map((each) => [each.id, each])),
    /** Members with address and language, for mails. */
    membersOf: organisationStore.listMembers,
    /** An address of this organisation's book, or null: what checkout copies. */
    addressOf: organisationStore.findAddress,
    peopleById: async (db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
      new Map(await peopleStore.namesOf(db, ids)),
  }
}
export type Accounts = ReturnType<typeof createAccounts>
