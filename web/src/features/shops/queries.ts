import { queryOptions } from '@tanstack/react-query'
import { getIdentity } from '#shared/enterprises/contract.ts'
import type { Call } from '#shared/http.ts'
import { getApplication, getShop, listShops } from '#shared/shops/contract.ts'

/** A shop as buyers see it. */
export const getShopQuery = (call: Call, market: string, shopId: string) =>
  queryOptions({
    queryKey: ['shop', market, shopId],
    queryFn: () => call(getShop, { params: { market, shopId } }),
  })

/** Shops of a market, newest first. */
export const listShopsQuery = (call: Call, market: string, limit: number) =>
  queryOptions({
    queryKey: ['shops', market, limit],
    queryFn: () => call(listShops, { params: { market }, query: { limit } }),
  })

/** One application with its checks and what happened to it. */
export const applicationQuery = (call: Call, market: string, applicationId: string) =>
  queryOptions({
    queryKey: ['application', market, applicationId],
    queryFn: () => call(getApplication, { params: { market, applicationId } }),
    staleTime: 0,
  })

/** The legal identity of one of my organisations, with its documents. */
export const identityQuery = (call: Call, organisationId: string) =>
  queryOptions({
    queryKey: ['identity', organisationId],
    queryFn: () => call(getIdentity, { params: { organisationId } }),
    staleTime: 0,
  })
