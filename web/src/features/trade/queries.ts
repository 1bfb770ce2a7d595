import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Call } from '#shared/http.ts'
import { getBankAccount } from '#shared/payments/contract.ts'
import {
  getBankInstructions,
  getCart,
  getOrder,
  getPurchase,
  getSamplesLeft,
  listMyOrders,
  listShopOrders,
} from '#shared/trade/contract.ts'
import type { OrderTab } from '#shared/trade/states.ts'

/** The cart of the acting organisation in this market, without freight. */
export const cartQuery = (call: Call, market: string) =>
  queryOptions({
    queryKey: ['cart', market],
    queryFn: () => call(getCart, { params: { market } }),
    staleTime: 10_000,
  })

/** The same cart with each shop's freight to an address. */
export const cartToQuery = (call: Call, market: string, addressId: string | null) =>
  queryOptions({
    queryKey: ['cart', market, 'to', addressId],
    queryFn: () => call(getCart, { params: { market }, query: addressId === null ? {} : { addressId } }),
    staleTime: 10_000,
  })

/** Samples of a product that my company may still order. */
export const samplesLeftQuery = (call: Call, market: string, productId: string) =>
  queryOptions({
    queryKey: ['samples-left', market, productId],
    queryFn: () => call(getSamplesLeft, { params: { market, productId } }),
    staleTime: 10_000,
    retry: false,
  })

/** A purchase with its orders and its payment. */
export const purchaseQuery = (call: Call, market: string, purchaseId: string) =>
  queryOptions({
    queryKey: ['purchase', market, purchaseId],
    queryFn: () => call(getPurchase, { params: { market, purchaseId } }),
    staleTime: 5_000,
  })

/** Where and under which reference to transfer the money of a purchase. */
export const bankInstructionsQuery = (call: Call, market: string, purchaseId: string) =>
  queryOptions({
    queryKey: ['bank-instructions', market, purchaseId],
    queryFn: () => call(getBankInstructions, { params: { market, purchaseId } }),
    staleTime: 60_000,
  })

/** The account of the institution that holds this market's money; a market without one takes no bank transfers. */
export const bankAccountQuery = (call: Call, market: string) =>
  queryOptions({
    queryKey: ['bank-account', market],
    queryFn: () => call(getBankAccount, { params: { market } }),
    staleTime: 300_000,
    retry: false,
  })

const ordersPage = 30

/** Orders of the acting organisation as buyer, newest first. */
export const myOrdersQuery = (call: Call, market: string, tab: OrderTab, q: string) =>
  infiniteQueryOptions({
    queryKey: ['orders', market, 'mine', tab, q],
    queryFn: ({ pageParam }) =>
      call(listMyOrders, {
        params: { market },
        query: {
          tab,
          limit: ordersPage,
          ...(q === '' ? {} : { q }),
          ...(pageParam === '' ? {} : { cursor: pageParam }),
        },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    staleTime: 5_000,
  })

/** Orders of a shop, newest first. */
export const shopOrdersQuery = (call: Call, market: string, shopId: string, tab: OrderTab, q: string) =>
  infiniteQueryOptions({
    queryKey: ['orders', market, shopId, tab, q],
    queryFn: ({ pageParam }) =>
      call(listShopOrders, {
        params: { market, shopId },
        query: {
          tab,
          limit: ordersPage,
          ...(q === '' ? {} : { q }),
          ...(pageParam === '' ? {} : { cursor: pageParam }),
        },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    staleTime: 5_000,
  })

/** An order, for its buyer and for its shop. */
export const orderQuery = (call: Call, market: string, orderId: string) =>
  queryOptions({
    queryKey: ['order', market, orderId],
    queryFn: () => call(getOrder, { params: { market, orderId } }),
    staleTime: 5_000,
  })
