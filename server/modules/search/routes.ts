import type { FastifyInstance } from 'fastify'
import type { Neighbours } from '#server/modules/catalogue/index.ts'
import { prepared, serve } from '#server/platform/endpoint.ts'
import { notFound } from '#server/platform/problems.ts'
import { searchProducts, suggestWords } from '#shared/search/contract.ts'
import { answerSearch, type Searching } from './answer.ts'

/** Search and completion of a market, a parent market's over all its branches. */
export function searchRoutes(app: FastifyInstance, searching: Searching, { marketBySlug }: Neighbours): void {
  const marketOf = async (slug: string) => {
    const market = await marketBySlug(slug)
    if (market === null) throw notFound()
    return market
  }
  serve(app, searchProducts, async ({ params, query }) =>
    prepared(await answerSearch(searching, await marketOf(params.market), query)),
  )
  serve(app, suggestWords, async ({ params, query }) => {
    const market = await marketOf(params.market)
    const found = await searching.engine.suggest(market.branchIds, query.q, query.limit)
    return {
      items: found.map(({ text, kind, refId, count }) => ({
        text,
        kind,
        id: refId === '' ? null : refId,
        count,
      })),
    }
  })
}
