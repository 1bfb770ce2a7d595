import { z } from 'zod'
import { endpoint } from '#shared/http.ts'
import type * as shapes from './shapes.ts'

// PROVISIONAL endpoints of markets and shops, until shared/markets/contract.ts and shared/shops/contract.ts are on this branch.
const market = z.strictObject({ market: z.string() })
const common = { tag: 'provisional', access: 'public', method: 'GET', summary: '' } as const

export const listMarkets = endpoint({
  ...common,
  operationId: 'listMarkets',
  path: '/markets',
  response: z.custom<{ items: shapes.MarketSummary[] }>(),
})
export const getMarket = endpoint({
  ...common,
  operationId: 'getMarket',
  path: '/markets/:market',
  params: market,
  response: z.custom<shapes.MarketView>(),
})
export const getShop = endpoint({
  ...common,
  operationId: 'getShop',
  path: '/markets/:market/shops/:shop',
  params: market.extend({ shop: z.string() }),
  response: z.custom<shapes.ShopView>(),
})
export const listShops = endpoint({
  ...common,
  operationId: 'listShops',
  path: '/markets/:market/shops',
  params: market,
  response: z.custom<{ items: shapes.ShopView[] }>(),
})
