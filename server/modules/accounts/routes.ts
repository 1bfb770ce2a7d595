import type { FastifyInstance } from 'fastify'
import type { Actor } from '#server/platform/actor.ts'
import { transact } from '#server/platform/db.ts'
import { serve, serveSigned } from '#server/platform/endpoint.ts'
import { notFound, ProblemError } from '#server/platform/problems.ts'
import type { Resources } from '#server/platform/resources.ts'
import * as contract from '#shared/accounts/contract.ts'
import type { SessionView } from '#shared/accounts/shapes.ts'
import type { Organisations } from './actions/organisations.ts'
import { personView, type Sessions } from './actions/sessions.ts'
import type { SignIn } from './actions/sign-in.ts'
import type { Cookies } from './cookies.ts'
import type { SessionParts } from './index.ts'
import { mayInvite, mayKeepAddresses, memberActions, organisationActions } from './policy.ts'
import * as store from './store/organisations.ts'
import { updatePerson } from './store/people.ts'
import { findLiveSession } from './store/sessions.ts'

type Tools = {
  resources: Resources
  sessions: Sessions
  signIn: SignIn
  organisations: Organisations
  cookies: Cookies
  parts: () => SessionParts
}

export function accountsRoutes(app: FastifyInstance, tools: Tools): void {
  entryRoutes(app, tools)
  sessionRoutes(app, tools)
  organisationRoutes(app, tools)
  memberRoutes(app, tools)
  addressRoutes(app, tools)
}

/** Ways in: registration, sign-in, reset. Each sets the browser's cookies when it starts a session. */
function entryRoutes(app: FastifyInstance, { resources, sessions, signIn, cookies }: Tools): void {
  const now = () => resources.clock.now()
  serve(app, contract.register, async ({ body, request, reply }) => {
    await signIn.register(body, cookies.source(request, reply))
    return { status: 'accepted' as const }
  })
  serve(app, contract.confirmRegistration, async ({ body, request, reply }) => {
    const granted = await signIn.confirmRegistration(
      body.token,
      body.password,
      cookies.source(request, reply),
    )
    cookies.set(reply, granted, now())
    return granted
  })
  serve(app, contract.signIn, async ({ body, request, reply }) => {
    const granted = await signIn.signIn(body.email, body.password, cookies.source(request, reply))
    cookies.set(reply, granted, now())
    return granted
  })
  serve(app, contract.refreshSession, async ({ body, request, reply }) => {
    const token = body?.refreshToken ?? cookies.refreshToken(request)
    if (token === undefined) throw new ProblemError('accounts/session-ended')
    try {
      const granted = await sessions.refresh(token)
      cookies.set(reply, granted, now())
      return granted
    } catch (error) {
      if (body?.refreshToken === undefined) cookies.clear(reply)
      throw error
    }
  })
  serve(app, contract.requestPasswordReset, async ({ body, request, reply }) => {
    await signIn.requestReset(body.email, cookies.source(request, reply))
    return { status: 'accepted' as const }
  })
  serve(app, contract.confirmPasswordReset, async ({ body, request, reply }) => {
    const granted = await signIn.confirmReset(body.token, body.password, cookies.source(request, reply))
    cookies.set(reply, granted, now())
    return granted
  })
}

function sessionRoutes(app: FastifyInstance, { resources, sessions, signIn, cookies, parts }: Tools): void {
  const { database, clock } = resources
  const view = async (actor: Actor): Promise<SessionView> => {
    const live = await findLiveSession(database.drizzle, actor.sessionId, clock.now())
    if (!live) throw new ProblemError('request/not-signed-in')
    const memberships = await store.listMemberships(database.drizzle, actor.personId)
    const chosen = memberships.find((each) => each.organisationId === live.session.actingOrganisationId)
    const acting = chosen ?? memberships[0] ?? null
    const current = { ...actor, acting, memberships }
    const { shops, markets } = parts()
    return {
      sessionId: actor.sessionId,
      person: personView(live.person),
      acting,
      memberships,
      shops: await shops(current),
      markets: await markets(current),
      expiresAt: live.session.expiresAt.toISOString(),
    }
  }
  serveSigned(app, contract.getSession, ({ actor }) => view(actor))
  serveSigned(app, contract.changeSession, async ({ actor, body }) => {
    if (body.actingOrganisationId !== undefined) await sessions.actFor(actor, body.actingOrganisationId)
    if (body.locale !== undefined)
      await transact(database, (tx) => updatePerson(tx, actor.personId, { locale: body.locale }))
    return view(actor)
  })
  serveSigned(app, contract.signOut, async ({ actor, reply }) => {
    await sessions.end(actor, actor.sessionId)
    cookies.clear(reply)
    return undefined
  })
  serveSigned(app, contract.listSessions, async ({ actor }) => ({
    items: (await sessions.list(actor)).map((session) => ({
      id: session.id,
      current: session.id === actor.sessionId,
      userAgent: session.userAgent,
      network: session.network,
      startedAt: session.createdAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
      actions: ['end'],
    })),
  }))
  serveSigned(app, contract.endSession, async ({ actor, params }) => {
    await sessions.end(actor, params.sessionId)
    return undefined
  })
  serveSigned(app, contract.endAllSessions, async ({ actor, reply }) => {
    await sessions.endAll(actor)
    cookies.clear(reply)
    return undefined
  })
  serveSigned(app, contract.changePassword, async ({ actor, body, request, reply }) => {
    const granted = await signIn.changePassword(
      actor,
      body.current,
      body.next,
      cookies.source(request, reply),
    )
    cookies.set(reply, granted, clock.now())
    return granted
  })
  serveSigned(app, contract.changeMe, async ({ actor, body }) => {
    const person = await transact(database, (tx) => updatePerson(tx, actor.personId, body))
    if (!person) throw notFound()
    sessions.forget(actor.personId)
    return personView(person)
  })
}

function organisationRoutes(app: FastifyInstance, { resources, organisations }: Tools): void {
  const { drizzle } = resources.database
  const view = async (actor: Actor, id: string) => {
    const mine = (await store.listMemberships(drizzle, actor.personId)).find(
      (each) => each.organisationId === id,
    )
    const organisation = await store.findOrganisation(drizzle, id)
    if (!mine || !organisation) throw notFound()
    return organisationView(
      { ...actor, memberships: [...actor.memberships.filter((each) => each.organisationId !== id), mine] },
      organisation,
      mine.role,
    )
  }
  serveSigned(app, contract.createOrganisation, async ({ actor, body }) =>
    view(actor, await organisations.create(actor, body)),
  )
  serveSigned(app, contract.listOrganisations, async ({ actor }) => {
    const memberships = await store.listMemberships(drizzle, actor.personId)
    const found = await store.findOrganisations(
      drizzle,
      memberships.map((each) => each.organisationId),
    )
    const current = { ...actor, memberships }
    return {
      items: memberships.flatMap(({ organisationId, role }) => {
        const organisation = found.find((each) => each.id === organisationId)
        return organisation ? [organisationView(current, organisation, role)] : []
      }),
    }
  })
  serveSigned(app, contract.getOrganisation, ({ actor, params }) => view(actor, params.organisationId))
  serveSigned(app, contract.changeOrganisation, async ({ actor, params, body }) => {
    await organisations.rename(actor, params.organisationId, body.name)
    return view(actor, params.organisationId)
  })
}

const organisationView = (
  actor: Actor,
  organisation: store.Organisation,
  role: store.NamedMembership['role'],
) => ({
  id: organisation.id,
  kind: organisation.kind,
  name: organisation.name,
  role,
  createdAt: organisation.createdAt.toISOString(),
  actions: organisationActions(actor, organisation.id),
})

function memberRoutes(app: FastifyInstance, { resources, organisations }: Tools): void {
  const { drizzle } = resources.database
  const members = async (actor: Actor, organisationId: string) => {
    organisations.seeing(actor, organisationId)
    return (await store.listMembers(drizzle, organisationId)).map((member) => ({
      personId: member.personId,
      name: member.name,
      email: member.email,
      role: member.role,
      since: member.since.toISOString(),
      actions: memberActions(actor, organisationId, member),
    }))
  }
  serveSigned(app, contract.listMembers, async ({ actor, params }) => ({
    items: await members(actor, params.organisationId),
  }))
  serveSigned(app, contract.changeMember, async ({ actor, params, body }) => {
    await organisations.changeRole(actor, params.organisationId, params.personId, body.role)
    const changed = (await members(actor, params.organisationId)).find(
      (each) => each.personId === params.personId,
    )
    if (!changed) throw notFound()
    return changed
  })
  serveSigned(app, contract.removeMember, async ({ actor, params }) => {
    await organisations.removeMember(actor, params.organisationId, params.personId)
    return undefined
  })
  serveSigned(app, contract.invite, ({ actor, params, body, locale }) =>
    organisations.invite(actor, params.organisationId, body, locale),
  )
  serveSigned(app, contract.listInvitations, async ({ actor, params }) => {
    organisations.seeing(actor, params.organisationId)
    if (!mayInvite(actor, params.organisationId)) throw new ProblemError('request/not-allowed')
    const rows = await store.listInvitations(drizzle, params.organisationId, resources.clock.now())
    return {
      items: rows.map(({ invitation, inviter }) => ({
        id: invitation.id,
        email: invitation.email,
        role: invitation.role,
        expiresAt: invitation.expiresAt.toISOString(),
        invitedBy: inviter,
        actions: ['revoke'],
      })),
    }
  })
  serveSigned(app, contract.revokeInvitation, async ({ actor, params }) => {
    await organisations.revokeInvitation(actor, params.organisationId, params.invitationId)
    return undefined
  })
  serveSigned(app, contract.acceptInvitation, ({ actor, body }) => organisations.accept(actor, body.token))
}

function addressRoutes(app: FastifyInstance, { resources, organisations }: Tools): void {
  const view = (actor: Actor, address: store.Address) => ({
    id: address.id,
    recipient: address.recipient,
    phone: address.phone,
    place: address.place,
    street: address.street,
    postalCode: address.postalCode,
    isDefault: address.isDefault,
    actions: mayKeepAddresses(actor, address.organisationId) ? ['change', 'remove'] : [],
  })
  serveSigned(app, contract.listAddresses, async ({ actor, params }) => {
    organisations.seeing(actor, params.organisationId)
    const book = await store.listAddresses(resources.database.drizzle, params.organisationId)
    return {
      items: book.map((address) => view(actor, address)),
      actions: mayKeepAddresses(actor, params.organisationId) ? ['add'] : [],
    }
  })
  serveSigned(app, contract.createAddress, async ({ actor, params, body }) =>
    view(actor, await organisations.addAddress(actor, params.organisationId, body)),
  )
  serveSigned(app, contract.changeAddress, async ({ actor, params, body }) =>
    view(actor, await organisations.changeAddress(actor, params.organisationId, params.addressId, body)),
  )
  serveSigned(app, contract.removeAddress, async ({ actor, params }) => {
    await organisations.removeAddress(actor, params.organisationId, params.addressId)
    return undefined
  })
}
