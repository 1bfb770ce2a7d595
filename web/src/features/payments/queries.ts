import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Call } from '#shared/http.ts'
import {
  getBankAccount,
  getPayoutAccount,
  getShopMoney,
  listBankReceipts,
  listPayouts,
  listRefunds,
} from '#shared/payments/contract.ts'
import type { PayoutState, ReceiptState, RefundState } from '#shared/payments/shapes.ts'
import type { ShopPlace } from '#web/src/paths.ts'

type Paged = { nextCursor: string | null }
const nextOf = (last: Paged) => last.nextCursor ?? undefined
const after = (cursor: string) => (cursor === '' ? {} : { cursor })

/** Money of a shop with its statement, page by page; every page carries the sums. */
export const shopMoneyQuery = (call: Call, market: string, shopId: string) =>
  infiniteQueryOptions({
    queryKey: ['shop-money', market, shopId],
    queryFn: ({ pageParam }) =>
      call(getShopMoney, { params: { market, shopId }, query: { limit: 50, ...after(pageParam) } }),
    initialPageParam: '',
    getNextPageParam: (last) => nextOf(last.statement),
    staleTime: 10_000,
  })

/** The account that a shop is paid to for online payments. */
export const payoutAccountQuery = (call: Call, place: ShopPlace) =>
  queryOptions({
    queryKey: ['payout-account', place.market, place.shopId],
    queryFn: () => call(getPayoutAccount, { params: place }),
    staleTime: 10_000,
  })

/** Bank transfers that arrived, newest first. */
export const receiptsQuery = (call: Call, market: string, state: ReceiptState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['bank-receipts', market, state ?? ''],
    queryFn: ({ pageParam }) =>
      call(listBankReceipts, {
        params: { market },
        query: { limit: 30, ...(state ? { state } : {}), ...after(pageParam) },
      }),
    initialPageParam: '',
    getNextPageParam: nextOf,
    staleTime: 5_000,
  })

/** Payments to shops. */
export const payoutsQuery = (call: Call, market: string, state: PayoutState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['payouts', market, state ?? ''],
    queryFn: ({ pageParam }) =>
      call(listPayouts, {
        params: { market },
        query: { limit: 30, ...(state ? { state } : {}), ...after(pageParam) },
      }),
    initialPageParam: '',
    getNextPageParam: nextOf,
    staleTime: 5_000,
  })

/** Refunds to buyers. */
export const refundsQuery = (call: Call, market: string, state: RefundState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['refunds', market, state ?? ''],
    queryFn: ({ pageParam }) =>
      call(listRefunds, {
        params: { market },
        query: { limit: 30, ...(state ? { state } : {}), ...after(pageParam) },
      }),
    initialPageParam: '',
    getNextPageParam: nextOf,
    staleTime: 5_000,
  })

/** The account that holds the market's money, and whether I may set it. */
export const settlementAccountQuery = (call: Call, market: string) =>
  queryOptions({
    queryKey: ['settlement-account', market],
    queryFn: () => call(getBankAccount, { params: { market } }),
    staleTime: 60_000,
  })
