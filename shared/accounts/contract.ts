import { z } from 'zod'
import { endpoint, NoContent } from '#shared/http.ts'
import { AddressId, InvitationId, OrganisationId, PersonId, SessionId } from '#shared/ids.ts'
import { Locale, line } from '#shared/text.ts'
import {
  AddressInput,
  AddressView,
  Email,
  InvitationView,
  MailToken,
  MarketPage,
  MemberRole,
  MembershipView,
  MemberView,
  NewPassword,
  nameIn,
  OrganisationKind,
  OrganisationView,
  PersonView,
  SessionGranted,
  SessionItem,
  SessionView,
  TypedPassword,
} from './shapes.ts'

const signedIn = { tag: 'accounts', access: 'signed-in' } as const
const open = { tag: 'accounts', access: 'public' } as const
const accepted = z.object({ status: z.literal('accepted') })
const RefreshToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
const passwordProblems = ['accounts/password-common', 'accounts/password-context'] as const

/** The password is chosen when the address is confirmed, so nobody can prepare an account for somebody else's address. */
export const register = endpoint({
  ...open,
  operationId: 'register',
  summary:
    'Ask for an account: a link goes to the address. The answer is the same whether the address is known or not',
  method: 'POST',
  path: '/registrations',
  body: z.strictObject({
    email: Email,
    name: line(60),
    locale: Locale.default('zh'),
    /** Where the registration began, in a market that is open; kept until the address is confirmed. */
    startedAt: MarketPage.optional(),
  }),
  status: 202,
  response: accepted,
  problems: ['request/too-many'],
})

export const confirmRegistration = endpoint({
  ...open,
  operationId: 'confirmRegistration',
  summary: 'Open the account with the token from the mail and a password of choice; signs in',
  method: 'POST',
  path: '/registrations/confirm',
  body: z.strictObject({ token: MailToken, password: NewPassword }),
  status: 201,
  response: SessionGranted.extend({ startedAt: MarketPage.nullable() }),
  problems: ['accounts/token-invalid', ...passwordProblems, 'request/too-many'],
})

export const signIn = endpoint({
  ...open,
  operationId: 'signIn',
  summary: 'Sign in with e-mail and password; sets cookies and returns the tokens for scripts',
  method: 'POST',
  path: '/sessions',
  body: z.strictObject({ email: Email, password: TypedPassword }),
  status: 201,
  response: SessionGranted,
  problems: ['accounts/sign-in-failed', 'request/too-many'],
})

export const refreshSession = endpoint({
  ...open,
  operationId: 'refreshSession',
  summary: 'Exchange the refresh token (cookie or body) for new tokens',
  method: 'POST',
  path: '/sessions/refresh',
  body: z.strictObject({ refreshToken: RefreshToken.optional() }).optional(),
  status: 201,
  response: SessionGranted,
  problems: ['accounts/session-ended'],
})

export const getSession = endpoint({
  ...signedIn,
  operationId: 'getSession',
  summary: 'Who is signed in, for whom they act, and where they have a place',
  method: 'GET',
  path: '/sessions/current',
  response: SessionView,
})

export const changeSession = endpoint({
  ...signedIn,
  operationId: 'changeSession',
  summary: 'Choose the organisation to act for, or the language',
  method: 'PATCH',
  path: '/sessions/current',
  body: z.strictObject({ actingOrganisationId: OrganisationId.optional(), locale: Locale.optional() }),
  response: SessionView,
})

export const signOut = endpoint({
  ...signedIn,
  operationId: 'signOut',
  summary: 'End this session',
  method: 'DELETE',
  path: '/sessions/current',
  status: 204,
  response: NoContent,
})

export const listSessions = endpoint({
  ...signedIn,
  operationId: 'listSessions',
  summary: 'Where I am signed in',
  method: 'GET',
  path: '/sessions',
  response: z.object({ items: z.array(SessionItem) }),
})

export const endSession = endpoint({
  ...signedIn,
  operationId: 'endSession',
  summary: 'End one of my sessions',
  method: 'DELETE',
  path: '/sessions/:sessionId',
  params: z.strictObject({ sessionId: SessionId }),
  status: 204,
  response: NoContent,
})

export const endAllSessions = endpoint({
  ...signedIn,
  operationId: 'endAllSessions',
  summary: 'End all of my sessions, this one too',
  method: 'POST',
  path: '/sessions/end-all',
  status: 204,
  response: NoContent,
})

export const requestPasswordReset = endpoint({
  ...open,
  operationId: 'requestPasswordReset',
  summary: 'Ask for a link to set a new password; the same answer for known and unknown addresses',
  method: 'POST',
  path: '/password-resets',
  body: z.strictObject({ email: Email }),
  status: 202,
  response: accepted,
  problems: ['request/too-many'],
})

export const confirmPasswordReset = endpoint({
  ...open,
  operationId: 'confirmPasswordReset',
  summary: 'Set a new password with the token from the mail; ends all sessions and signs in',
  method: 'POST',
  path: '/password-resets/confirm',
  body: z.strictObject({ token: MailToken, password: NewPassword }),
  status: 201,
  response: SessionGranted,
  problems: ['accounts/token-invalid', ...passwordProblems, 'request/too-many'],
})

export const changePassword = endpoint({
  ...signedIn,
  operationId: 'changePassword',
  summary: 'Change my password; ends all sessions and starts this one anew',
  method: 'POST',
  path: '/people/me/change-password',
  body: z.strictObject({ current: TypedPassword, next: NewPassword }),
  status: 201,
  response: SessionGranted,
  problems: ['accounts/password-wrong', ...passwordProblems, 'request/too-many'],
})

export const changeMe = endpoint({
  ...signedIn,
  operationId: 'changeMe',
  summary: 'Change my name or language',
  method: 'PATCH',
  path: '/people/me',
  body: z.strictObject({ name: line(60).optional(), locale: Locale.optional() }),
  response: PersonView,
})

const organisation = z.strictObject({ organisationId: OrganisationId })

export const createOrganisation = endpoint({
  ...signedIn,
  operationId: 'createOrganisation',
  summary: 'Found an organisation and own it; the session acts for it from now on',
  method: 'POST',
  path: '/organisations',
  body: z.strictObject({ kind: OrganisationKind.extract(['enterprise', 'buyer_company']), name: nameIn(80) }),
  status: 201,
  response: OrganisationView,
  problems: ['accounts/too-many-organisations'],
})

export const listOrganisations = endpoint({
  ...signedIn,
  operationId: 'listOrganisations',
  summary: 'Organisations I belong to',
  method: 'GET',
  path: '/organisations',
  response: z.object({ items: z.array(OrganisationView) }),
})

export const getOrganisation = endpoint({
  ...signedIn,
  operationId: 'getOrganisation',
  summary: 'One of my organisations',
  method: 'GET',
  path: '/organisations/:organisationId',
  params: organisation,
  response: OrganisationView,
})

export const changeOrganisation = endpoint({
  ...signedIn,
  operationId: 'changeOrganisation',
  summary: 'Rename an organisation',
  method: 'PATCH',
  path: '/organisations/:organisationId',
  params: organisation,
  body: z.strictObject({ name: nameIn(80) }),
  response: OrganisationView,
})

export const listMembers = endpoint({
  ...signedIn,
  operationId: 'listMembers',
  summary: 'Members of an organisation',
  method: 'GET',
  path: '/organisations/:organisationId/members',
  params: organisation,
  response: z.object({ items: z.array(MemberView) }),
})

const member = z.strictObject({ organisationId: OrganisationId, personId: PersonId })

export const changeMember = endpoint({
  ...signedIn,
  operationId: 'changeMember',
  summary: 'Change a member’s role',
  method: 'PATCH',
  path: '/organisations/:organisationId/members/:personId',
  params: member,
  body: z.strictObject({ role: MemberRole }),
  response: MemberView,
  problems: ['accounts/last-owner'],
})

export const removeMember = endpoint({
  ...signedIn,
  operationId: 'removeMember',
  summary: 'Remove a member, or leave',
  method: 'DELETE',
  path: '/organisations/:organisationId/members/:personId',
  params: member,
  status: 204,
  response: NoContent,
  problems: ['accounts/last-owner'],
})

export const invite = endpoint({
  ...signedIn,
  operationId: 'invite',
  summary: 'Invite somebody by e-mail; a newer invitation to the same address replaces the older',
  method: 'POST',
  path: '/organisations/:organisationId/invitations',
  params: organisation,
  body: z.strictObject({ email: Email, role: MemberRole }),
  status: 201,
  response: InvitationView,
  problems: ['request/too-many'],
})

export const listInvitations = endpoint({
  ...signedIn,
  operationId: 'listInvitations',
  summary: 'Invitations that wait for an answer',
  method: 'GET',
  path: '/organisations/:organisationId/invitations',
  params: organisation,
  response: z.object({ items: z.array(InvitationView) }),
})

export const revokeInvitation = endpoint({
  ...signedIn,
  operationId: 'revokeInvitation',
  summary: 'Take an invitation back',
  method: 'DELETE',
  path: '/organisations/:organisationId/invitations/:invitationId',
  params: z.strictObject({ organisationId: OrganisationId, invitationId: InvitationId }),
  status: 204,
  response: NoContent,
})

/** Who is invited by a token must be signed in with the invited address: a forwarded mail opens nothing. */
export const acceptInvitation = endpoint({
  ...signedIn,
  operationId: 'acceptInvitation',
  summary: 'Join an organisation with the token from the mail',
  method: 'POST',
  path: '/invitations/accept',
  body: z.strictObject({ token: MailToken }),
  response: MembershipView,
  problems: ['accounts/token-invalid', 'accounts/already-member'],
})

export const listAddresses = endpoint({
  ...signedIn,
  operationId: 'listAddresses',
  summary: 'The address book of an organisation, the default first',
  method: 'GET',
  path: '/organisations/:organisationId/addresses',
  params: organisation,
  response: z.object({ items: z.array(AddressView), actions: z.array(z.string()) }),
})

export const createAddress = endpoint({
  ...signedIn,
  operationId: 'createAddress',
  summary: 'Add an address',
  method: 'POST',
  path: '/organisations/:organisationId/addresses',
  params: organisation,
  body: AddressInput,
  status: 201,
  response: AddressView,
  problems: ['accounts/too-many-addresses'],
})

const address = z.strictObject({ organisationId: OrganisationId, addressId: AddressId })

export const changeAddress = endpoint({
  ...signedIn,
  operationId: 'changeAddress',
  summary: 'Change an address; orders keep the address they were placed with',
  method: 'PUT',
  path: '/organisations/:organisationId/addresses/:addressId',
  params: address,
  body: AddressInput,
  response: AddressView,
})

export const removeAddress = endpoint({
  ...signedIn,
  operationId: 'removeAddress',
  summary: 'Remove an address',
  method: 'DELETE',
  path: '/organisations/:organisationId/addresses/:addressId',
  params: address,
  status: 204,
  response: NoContent,
})
