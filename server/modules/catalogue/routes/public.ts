import type { FastifyInstance } from 'fastify'
import { inMarkets } from '#server/platform/db.ts'
import { prepared, serve } from '#server/platform/endpoint.ts'
import { notFound } from '#server/platform/problems.ts'
import { getProduct, listCategories } from '#shared/catalogue/contract.ts'
import type { CategoryNode } from '#shared/catalogue/views.ts'
import { type Catalogue, marketOf } from '../actions/context.ts'
import { type Format, renditionFormats, renditions, renditionWidths } from '../renditions.ts'
import { countByCategory } from '../store/documents.ts'

/** Categories with the listed products in them and below, of a market and its branches. */
async function categoryTree(catalogue: Catalogue, slug: string): Promise<CategoryNode[]> {
  const market = await marketOf(catalogue, slug)
  const own = await inMarkets(catalogue.database, market.branchIds, (tx) =>
    countByCategory(tx, market.branchIds),
  )
  const counts = new Map<string, number>()
  for (const [id, count] of own)
    for (const above of catalogue.book.path(id)) counts.set(above.id, (counts.get(above.id) ?? 0) + count)
  return catalogue.book.all.map(({ id, parentId, name, leaf }) => ({
    id,
    parentId,
    name,
    leaf,
    count: counts.get(id) ?? 0,
  }))
}

const productText = {
  name: 'product-document',
  text: 'select body, etag from product_documents where product_id = $1',
}

/** What anybody may read: a product's page as prepared text, categories, pictures. */
export function publicRoutes(
  app: FastifyInstance,
  catalogue: Catalogue,
  drawGoods: (spec: object) => string,
): void {
  serve(app, getProduct, async ({ params }) => {
    const { rows } = await catalogue.database.pool.query<{ body: string; etag: string }>({
      ...productText,
      values: [params.product],
    })
    const row = rows[0]
    if (!row) throw notFound()
    return prepared(row.body, row.etag)
  })

  serve(app, listCategories, async ({ params }) => ({ items: await categoryTree(catalogue, params.market) }))

  const render = renditions(catalogue, drawGoods)
  app.get<{ Params: { media: string; file: string } }>('/media/:media/:file', async (request, reply) => {
    const [, width, format] = /^(\d{1,4})\.([a-z]{1,5})$/.exec(request.params.file) ?? []
    const known = renditionWidths.find((each) => each === Number(width))
    const as = renditionFormats.find((each): each is Format => each === format)
    if (known === undefined || as === undefined || !/^med_[0-9a-hjkmnp-tv-z]{26}$/.test(request.params.media))
      throw notFound()
    const { bytes, contentType } = await render(request.params.media, known, as)
    return reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('content-type', contentType)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(Buffer.from(bytes))
  })
}
