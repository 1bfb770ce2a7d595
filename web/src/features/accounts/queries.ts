import { queryOptions } from '@tanstack/react-query'
import {
  getSession,
  listAddresses,
  listInvitations,
  listMembers,
  listOrganisations,
  listSessions,
} from '#shared/accounts/contract.ts'
import type { Call } from '#shared/http.ts'
import { listMyApplications } from '#shared/shops/contract.ts'

/** Who is signed in, as it stands now: shops and places may have been added since the page came. */
export const sessionQuery = (call: Call) =>
  queryOptions({ queryKey: ['session'], queryFn: () => call(getSession, {}), staleTime: 0 })

/** Where I am signed in. */
export const sessionsQuery = (call: Call) =>
  queryOptions({ queryKey: ['sessions'], queryFn: () => call(listSessions, {}), staleTime: 0 })

/** Organisations I belong to. */
export const organisationsQuery = (call: Call) =>
  queryOptions({ queryKey: ['organisations'], queryFn: () => call(listOrganisations, {}), staleTime: 10_000 })

/** Members of an organisation. */
export const membersQuery = (call: Call, organisationId: string) =>
  queryOptions({
    queryKey: ['members', organisationId],
    queryFn: () => call(listMembers, { params: { organisationId } }),
    staleTime: 10_000,
  })

/** Invitations of an organisation that wait for an answer. */
export const invitationsQuery = (call: Call, organisationId: string) =>
  queryOptions({
    queryKey: ['invitations', organisationId],
    queryFn: () => call(listInvitations, { params: { organisationId } }),
    staleTime: 10_000,
  })

/** The address book of an organisation, the default first. */
export const addressesQuery = (call: Call, organisationId: string) =>
  queryOptions({
    queryKey: ['addresses', organisationId],
    queryFn: () => call(listAddresses, { params: { organisationId } }),
    staleTime: 10_000,
  })

/** Applications for shops of my organisations, in all markets. */
export const myApplicationsQuery = (call: Call) =>
  queryOptions({
    queryKey: ['applications', 'mine'],
    queryFn: () => call(listMyApplications, {}),
    staleTime: 0,
  })
