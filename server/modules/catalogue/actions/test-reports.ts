import type { z } from 'zod'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { cursorOf, readCursor } from '#server/platform/cursor.ts'
import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { notFound, ProblemError } from '#server/platform/problems.ts'
import type { createTestReport, listTestReports } from '#shared/catalogue/contract.ts'
import type { BodyOf, ResponseOf } from '#shared/http.ts'
import { mayEditShop } from '../policy.ts'
import { unknownMedia } from '../store/media.ts'
import {
  deleteReport,
  insertReports,
  lockReport,
  pageOfReports,
  productsOfStyles,
} from '../store/test-reports.ts'
import { type Catalogue, inShop } from './context.ts'
import { tellChanged } from './products.ts'

type Where = { market: string; shop: string }
type Report = z.output<(typeof createTestReport)['response']>

/** Test reports of a shop, newest first. */
export function listReports(
  catalogue: Catalogue,
  actor: Actor,
  where: Where,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<ResponseOf<typeof listTestReports>> {
  const after = readCursor(cursor, 'id')?.[0] ?? null
  return inShop(catalogue, actor, where, 'see', async (tx, { market, shop }) => {
    const reports = await pageOfReports(tx, market.id, shop.id, after, limit + 1)
    const items = reports.slice(0, limit)
    const last = reports.length > limit ? items.at(-1) : undefined
    return {
      items,
      nextCursor: last ? cursorOf(last.id) : null,
      actions: mayEditShop(actor, shop).ok ? ['create', 'delete'] : [],
    }
  })
}

async function tellListed(
  tx: Tx,
  marketId: string,
  products: readonly { id: string; status: string }[],
): Promise<void> {
  for (const { id, status } of products) if (status === 'listed') await tellChanged(tx, marketId, id)
}

/** Records a test report; listed products of its styles show it from then on. */
export function createReport(
  catalogue: Catalogue,
  actor: Actor,
  where: Where,
  body: BodyOf<typeof createTestReport>,
): Promise<Report> {
  return inShop(catalogue, actor, where, 'edit', async (tx, { market, shop }) => {
    const media = body.mediaId === null ? [] : [body.mediaId]
    if ((await unknownMedia(tx, market.id, shop.id, media)).length > 0)
      throw new ProblemError('catalogue/unknown-media')
    const report = { ...body, id: newId('report', catalogue.clock.now().getTime()) }
    await insertReports(tx, market.id, [{ ...report, shopId: shop.id }])
    await tellListed(tx, market.id, await productsOfStyles(tx, market.id, shop.id, body.styleNos))
    const facts = { number: body.number, styles: body.styleNos.length }
    await audit(tx, { stream: market.id, actor, action: 'catalogue.test-report', subject: report.id, facts })
    return report
  })
}

/** Removes a report; refused while a product in the market, or on its way there, rests on it. */
export function removeReport(
  catalogue: Catalogue,
  actor: Actor,
  where: Where & { report: string },
): Promise<void> {
  return inShop(catalogue, actor, where, 'edit', async (tx, { market, shop }) => {
    const report = await lockReport(tx, market.id, shop.id, where.report)
    if (report === null) throw notFound()
    const products = await productsOfStyles(tx, market.id, shop.id, report.styleNos)
    if (products.some(({ status }) => status === 'listed' || status === 'in_review'))
      throw new ProblemError('catalogue/report-in-use')
    await deleteReport(tx, market.id, where.report)
    await audit(tx, {
      stream: market.id,
      actor,
      action: 'catalogue.test-report-removed',
      subject: where.report,
    })
  })
}
