import { z } from 'zod'
import { endpoint } from '#shared/http.ts'
import { MarketSlug } from '#shared/ids.ts'
import { MarketSummary, MarketView, VenueView } from './shapes.ts'

const open = { tag: 'markets', access: 'public', method: 'GET' } as const
const market = z.strictObject({ market: MarketSlug })

export const listMarkets = endpoint({
  ...open,
  operationId: 'listMarkets',
  summary: 'Markets of this installation, open ones, oldest first',
  path: '/markets',
  response: z.object({ items: z.array(MarketSummary) }),
})

export const getMarket = endpoint({
  ...open,
  operationId: 'getMarket',
  summary: 'A market: who runs it, who holds which power, its venues, its identity and whom to complain to',
  path: '/markets/:market',
  params: market,
  response: MarketView,
})

export const listVenues = endpoint({
  ...open,
  operationId: 'listVenues',
  summary: 'The buildings a market relies on, with halls, floors and how many booths are taken',
  path: '/markets/:market/venues',
  params: market,
  response: z.object({ items: z.array(VenueView) }),
})
