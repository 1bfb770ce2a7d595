import type { FastifyInstance } from 'fastify'
import { serveSigned } from '#server/platform/endpoint.ts'
import { approveListing, getReview, listReviews, sendBackListing } from '#shared/catalogue/contract.ts'
import type { Catalogue } from '../actions/context.ts'
import { approve, getWaiting, listWaiting, sendBack } from '../actions/reviews.ts'

/** What a holder of `review_listings` does. */
export function reviewRoutes(app: FastifyInstance, catalogue: Catalogue): void {
  serveSigned(app, listReviews, ({ actor, params, query }) =>
    listWaiting(catalogue, actor, params.market, query),
  )
  serveSigned(app, getReview, ({ actor, params }) => getWaiting(catalogue, actor, params))
  serveSigned(app, approveListing, ({ actor, params, body, locale }) =>
    approve(catalogue, actor, { ...params, version: body.version }, locale),
  )
  serveSigned(app, sendBackListing, ({ actor, params, body }) =>
    sendBack(catalogue, actor, { ...params, ...body }),
  )
}
