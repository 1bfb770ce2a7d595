import type { FastifyInstance } from 'fastify'
import { serveSigned } from '#server/platform/endpoint.ts'
import { ProblemError } from '#server/platform/problems.ts'
import * as contract from '#shared/catalogue/contract.ts'
import type { Catalogue } from '../actions/context.ts'
import { listProducts } from '../actions/lists.ts'
import { changeAlt, type Pictures, uploadPicture } from '../actions/media.ts'
import * as products from '../actions/products.ts'
import { getStock, putStock } from '../actions/stock.ts'
import { createReport, listReports, removeReport } from '../actions/test-reports.ts'

/** The raw bytes of an upload; refused when the body is none. */
export function bytesOf(body: unknown): Buffer {
  if (!Buffer.isBuffer(body) || body.length === 0) throw new ProblemError('request/invalid', { count: 1 })
  return body
}

/** What a shop does with its products, stock, pictures and test reports. */
export function sellerRoutes(app: FastifyInstance, catalogue: Catalogue, pictures: Pictures): void {
  serveSigned(app, contract.listShopProducts, ({ actor, params, query }) =>
    listProducts(catalogue, actor, params, query),
  )
  serveSigned(app, contract.getShopProduct, ({ actor, params }) =>
    products.getProduct(catalogue, actor, params),
  )
  serveSigned(app, contract.createProduct, ({ actor, params, body }) =>
    products.createProduct(catalogue, actor, params, body),
  )
  serveSigned(app, contract.putProduct, ({ actor, params, body, locale }) =>
    products.putProduct(catalogue, actor, params, body, locale),
  )
  const verbs = [
    [contract.submitProduct, products.submitProduct],
    [contract.retractProduct, products.retractProduct],
    [contract.withdrawProduct, products.withdrawProduct],
    [contract.relistProduct, products.relistProduct],
  ] as const
  for (const [endpoint, perform] of verbs)
    serveSigned(app, endpoint, ({ actor, params, body, locale }) =>
      perform(catalogue, actor, params, body.version, locale),
    )
  serveSigned(app, contract.deleteProduct, async ({ actor, params }) => {
    await products.deleteProduct(catalogue, actor, params)
    return undefined
  })
  serveSigned(app, contract.getStock, ({ actor, params }) => getStock(catalogue, actor, params))
  serveSigned(app, contract.putStock, ({ actor, params, body, claim }) =>
    putStock(catalogue, actor, params, body, claim),
  )
  serveSigned(app, contract.uploadMedia, ({ actor, params, query, request }) =>
    uploadPicture(catalogue, pictures, actor, params, {
      bytes: bytesOf(request.body),
      alt: { zh: query.altZh, en: query.altEn },
    }),
  )
  serveSigned(app, contract.updateMedia, ({ actor, params, body }) =>
    changeAlt(catalogue, actor, params, body.alt),
  )
  serveSigned(app, contract.listTestReports, ({ actor, params, query }) =>
    listReports(catalogue, actor, params, query),
  )
  serveSigned(app, contract.createTestReport, ({ actor, params, body }) =>
    createReport(catalogue, actor, params, body),
  )
  serveSigned(app, contract.deleteTestReport, async ({ actor, params }) => {
    await removeReport(catalogue, actor, params)
    return undefined
  })
}
