import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { serveSigned } from '#server/platform/endpoint.ts'
import { localeOf, notFound, ProblemError } from '#server/platform/problems.ts'
import * as contract from '#shared/catalogue/import-contract.ts'
import { ImportId, MarketSlug, ShopId } from '#shared/ids.ts'
import type { Catalogue } from '../actions/context.ts'
import * as lists from '../imports/actions.ts'
import { bytesOf } from './seller.ts'

const Params = z.strictObject({ market: MarketSlug, shop: ShopId, import: ImportId })

/** Lists that suppliers upload: read, shown, corrected, written. */
export function importRoutes(app: FastifyInstance, catalogue: Catalogue): void {
  serveSigned(app, contract.uploadImport, ({ actor, params, query, request }) =>
    lists.uploadList(catalogue, actor, params, { bytes: bytesOf(request.body), fileName: query.fileName }),
  )
  serveSigned(app, contract.listImports, ({ actor, params, query }) =>
    lists.listLists(catalogue, actor, params, query),
  )
  serveSigned(app, contract.getImport, ({ actor, params }) => lists.getList(catalogue, actor, params))
  serveSigned(app, contract.putImportMapping, ({ actor, params, body }) =>
    lists.putMapping(catalogue, actor, params, body),
  )
  serveSigned(app, contract.listImportRows, ({ actor, params, query }) =>
    lists.listRows(catalogue, actor, params, query),
  )
  serveSigned(app, contract.patchImportCells, ({ actor, params, body }) =>
    lists.patchCells(catalogue, actor, params, body),
  )
  serveSigned(app, contract.confirmImport, ({ actor, params, body }) =>
    lists.confirmList(catalogue, actor, params, body),
  )
  serveSigned(app, contract.deleteImport, async ({ actor, params }) => {
    await lists.deleteList(catalogue, actor, params)
    return undefined
  })
  app.get(
    `/api/v1${contract.rejectedRowsPath}`,
    { config: { ownGuard: 'a file for the shop’s people: the action asks who they are' } },
    async (request, reply) => {
      const params = Params.safeParse(request.params)
      if (!params.success) throw notFound()
      if (request.actor === null) throw new ProblemError('request/not-signed-in')
      const { name, bytes } = await lists.rejectedFile(
        catalogue,
        request.actor,
        params.data,
        localeOf(request),
      )
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('cache-control', 'private, no-store')
        .send(Buffer.from(bytes))
    },
  )
}
