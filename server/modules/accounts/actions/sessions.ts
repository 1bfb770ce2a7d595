import { randomBytes } from 'node:crypto'
import type { Actor } from '#server/platform/actor.ts'
import { type Tx, transact } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { queueMail } from '#server/platform/mailer.ts'
import { notFound, ProblemError } from '#server/platform/problems.ts'
import type { Resources } from '#server/platform/resources.ts'
import type { SessionGranted } from '#shared/accounts/shapes.ts'
import { reuseMail } from '../mails.ts'
import type { Signing } from '../signing.ts'
import * as organisations from '../store/organisations.ts'
import * as people from '../store/people.ts'
import * as store from '../store/sessions.ts'
import { newToken, successorOf, tokenHash } from '../tokens.ts'

/** Where a sign-in comes from. */
export type Source = { network: string; userAgent: string; device: string | null }

const day = 86_400_000
const hour = 3_600_000
/** Traders stay signed in for two weeks between visits; those who hold office in a market for a working day. */
const times = {
  trader: { idle: 14 * day, absolute: 60 * day },
  office: { idle: 8 * hour, absolute: 12 * hour },
}
/** For so long the immediate parent of a token is answered again with the same successor: its answer may have been lost. */
const graceMs = 10_000
/** Rights read from the database serve reads for this long in one process. Writes read them anew. */
const readCacheMs = 5_000

type Cached = { actor: Actor; version: number; until: number }

export function createSessions({ database, clock, config, logger }: Resources, signing: Signing) {
  const cache = new Map<string, Cached>()

  const lifetimes = (person: people.Person, memberships: readonly organisations.NamedMembership[]) =>
    person.platformAdmin ||
    memberships.some((each) => each.kind === 'government_body' || each.kind === 'operator')
      ? times.office
      : times.trader

  async function granted(
    tx: Tx,
    person: people.Person,
    sessionId: string,
    refreshToken: string,
    idleUntil: Date,
  ): Promise<SessionGranted> {
    const { token, expiresAt } = await signing.sign({
      personId: person.id,
      sessionId,
      version: person.sessionVersion,
    })
    return {
      accessToken: token,
      expiresAt: expiresAt.toISOString(),
      refreshToken,
      idleUntil: idleUntil.toISOString(),
      person: personView(person),
      memberships: await organisations.listMemberships(tx, person.id),
    }
  }

  /** Starts a session in the transaction of what allowed it. */
  async function start(tx: Tx, personId: string, source: Source): Promise<SessionGranted> {
    const person = await people.findPerson(tx, personId)
    if (!person || person.disabledAt !== null) throw new ProblemError('accounts/sign-in-failed')
    const memberships = await organisations.listMemberships(tx, personId)
    const now = clock.now()
    const { idle, absolute } = lifetimes(person, memberships)
    const idleUntil = new Date(now.getTime() + idle)
    const session = {
      id: newId('session', now.getTime()),
      personId,
      actingOrganisationId: memberships[0]?.organisationId ?? null,
      successionKey: randomBytes(32),
      userAgent: source.userAgent.slice(0, 200),
      network: source.network,
      lastSeenAt: now,
      createdAt: now,
      idleUntil,
      expiresAt: new Date(now.getTime() + absolute),
    }
    await store.insertSession(tx, session)
    const refresh = newToken()
    await store.insertRefreshToken(tx, { hash: tokenHash(refresh), sessionId: session.id, parentHash: null })
    if (source.device !== null) await people.rememberDevice(tx, personId, tokenHash(source.device), now)
    return granted(tx, person, session.id, refresh, idleUntil)
  }

  /** What a used token means: a lost answer (its child is unused and young), or a copy in other hands. */
  async function secondUse(tx: Tx, token: string, hash: Buffer): Promise<string | null> {
    const used = await store.findRefreshToken(tx, hash)
    if (!used?.usedAt) return null
    const live = await store.findLiveSession(tx, used.sessionId, clock.now())
    if (!live) return null
    const successor = successorOf(token, live.session.successionKey)
    const child = await store.findRefreshToken(tx, tokenHash(successor))
    if (child && child.usedAt === null && clock.now().getTime() - used.usedAt.getTime() <= graceMs)
      return successor
    await store.endSession(tx, used.sessionId, 'reuse', clock.now())
    cache.delete(used.sessionId)
    logger.warn(
      { sessionId: used.sessionId, personId: live.person.id },
      'refresh token used twice: session ended',
    )
    await queueMail(
      tx,
      reuseMail(config.publicUrl, live.person, live.session.userAgent || live.session.network),
    )
    return null
  }

  /** Exchanges a refresh token. Throws `accounts/session-ended` for anything but a live one, after recording a reuse. */
  async function refresh(token: string): Promise<SessionGranted> {
    const hash = tokenHash(token)
    await signing.ready()
    const result = await transact(database, async (tx) => {
      const now = clock.now()
      const used = await store.useRefreshToken(tx, hash, now)
      if (!used) {
        const successor = await secondUse(tx, token, hash)
        const row = successor === null ? null : await store.findRefreshToken(tx, hash)
        const live = row === null ? null : await store.findLiveSession(tx, row.sessionId, now)
        if (successor === null || !live) return null
        return granted(tx, live.person, live.session.id, successor, live.session.idleUntil)
      }
      const live = await store.findLiveSession(tx, used.sessionId, now)
      if (!live) return null
      const successor = successorOf(token, live.session.successionKey)
      await store.insertRefreshToken(tx, {
        hash: tokenHash(successor),
        sessionId: used.sessionId,
        parentHash: hash,
      })
      const memberships = await organisations.listMemberships(tx, live.person.id)
      const idleUntil = new Date(
        Math.min(now.getTime() + lifetimes(live.person, memberships).idle, live.session.expiresAt.getTime()),
      )
      await store.touchSession(tx, used.sessionId, now, idleUntil)
      return granted(tx, live.person, used.sessionId, successor, idleUntil)
    })
    if (!result) throw new ProblemError('accounts/session-ended')
    return result
  }

  /** Who a token speaks for. Writes ask PostgreSQL every time; reads may be served from memory for a few seconds. */
  async function resolveActor(token: string | undefined, freshness: 'read' | 'write'): Promise<Actor | null> {
    if (token === undefined) return null
    const claims = await signing.verify(token)
    if (!claims) return null
    const now = clock.now()
    const cached = cache.get(claims.sessionId)
    if (freshness === 'read' && cached && cached.until > now.getTime() && cached.version === claims.version)
      return cached.actor.personId === claims.personId ? cached.actor : null
    const live = await store.findLiveSession(database.drizzle, claims.sessionId, now)
    if (!live || live.person.id !== claims.personId || live.person.sessionVersion !== claims.version) {
      cache.delete(claims.sessionId)
      return null
    }
    const named = await organisations.listMemberships(database.drizzle, live.person.id)
    const memberships = named.map(({ organisationId, kind, role }) => ({ organisationId, kind, role }))
    const chosen = memberships.find((each) => each.organisationId === live.session.actingOrganisationId)
    const actor: Actor = {
      personId: live.person.id,
      sessionId: live.session.id,
      email: live.person.email,
      name: live.person.name,
      platformAdmin: live.person.platformAdmin,
      acting: chosen ?? memberships[0] ?? null,
      memberships,
    }
    if (cache.size > 20_000) cache.clear()
    cache.set(claims.sessionId, { actor, version: claims.version, until: now.getTime() + readCacheMs })
    return actor
  }

  return {
    /** Before a transaction that starts a session (see `signing.ready`). */
    ready: () => signing.ready(),
    start,
    refresh,
    resolveActor,
    /** Forgets what was read of a person's sessions in this process. */
    forget(personId: string): void {
      for (const [id, { actor }] of cache) if (actor.personId === personId) cache.delete(id)
    },
    async end(actor: Actor, sessionId: string): Promise<void> {
      await transact(database, async (tx) => {
        const mine = (await store.listLiveSessions(tx, actor.personId, clock.now())).some(
          (each) => each.id === sessionId,
        )
        if (!mine) throw notFound()
        await store.endSession(
          tx,
          sessionId,
          sessionId === actor.sessionId ? 'signed_out' : 'ended',
          clock.now(),
        )
      })
      cache.delete(sessionId)
    },
    async endAll(actor: Actor): Promise<void> {
      await transact(database, async (tx) => {
        await people.raiseSessionVersion(tx, actor.personId)
        await store.endSessionsOf(tx, actor.personId, 'all', clock.now())
      })
      this.forget(actor.personId)
    },
    list: (actor: Actor) => store.listLiveSessions(database.drizzle, actor.personId, clock.now()),
    /** Chooses the organisation to act for; one of the person's own, else not found. */
    async actFor(actor: Actor, organisationId: string): Promise<void> {
      if (!actor.memberships.some((each) => each.organisationId === organisationId)) throw notFound()
      await transact(database, (tx) => store.setActing(tx, actor.sessionId, organisationId))
      this.forget(actor.personId)
    },
  }
}
export type Sessions = ReturnType<typeof createSessions>

export const personView = (person: people.Person) => ({
  id: person.id,
  email: person.email,
  name: person.name,
  locale: person.locale,
  platformAdmin: person.platformAdmin,
})
