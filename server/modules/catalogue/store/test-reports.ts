import { sql } from 'drizzle-orm'
import type { Db } from '#server/platform/db.ts'
import type { TestReportView } from '#shared/catalogue/views.ts'

export type StoredReport = TestReportView & { styleNos: string[] }

/** A page of a shop's test reports, newest first. */
export async function pageOfReports(
  db: Db,
  marketId: string,
  shopId: string,
  after: string | null,
  limit: number,
): Promise<StoredReport[]> {
  const { rows } = await db.execute<StoredReport>(sql`select id, number, lab, issued_on::text as "issuedOn",
      expires_on::text as "expiresOn", media_id as "mediaId", style_nos as "styleNos" from test_reports
    where market_id = ${marketId} and shop_id = ${shopId} ${after ? sql`and id < ${after}` : sql``}
    order by id desc limit ${limit}`)
  return rows
}

/** Writes test reports. */
export async function insertReports(
  db: Db,
  marketId: string,
  reports: readonly (StoredReport & { shopId: string })[],
): Promise<void> {
  if (reports.length === 0) return
  await db.execute(sql`insert into test_reports (market_id, id, shop_id, number, lab, issued_on, expires_on, media_id, style_nos)
    select ${marketId}, x.id, x."shopId", x.number, x.lab, x."issuedOn", x."expiresOn", x."mediaId",
      array(select jsonb_array_elements_text(x."styleNos"))
    from jsonb_to_recordset(${JSON.stringify(reports)}::jsonb) as x(id text, "shopId" text, number text, lab text,
      "issuedOn" date, "expiresOn" date, "mediaId" text, "styleNos" jsonb)`)
}

/** Products of the shop with one of these style numbers, and whether they are listed. */
export async function productsOfStyles(
  db: Db,
  marketId: string,
  shopId: string,
  styleNos: readonly string[],
): Promise<{ id: string; status: string }[]> {
  const { rows } = await db.execute<{ id: string; status: string }>(sql`select id, status from products
    where market_id = ${marketId} and shop_id = ${shopId} and style_no = any(${sql.param([...styleNos])}::text[]) order by id`)
  return rows
}

/** A report of this shop, locked, or null. */
export async function lockReport(
  db: Db,
  marketId: string,
  shopId: string,
  id: string,
): Promise<{ styleNos: string[] } | null> {
  const { rows } = await db.execute<{
    styleNos: string[]
  }>(sql`select style_nos as "styleNos" from test_reports
    where market_id = ${marketId} and shop_id = ${shopId} and id = ${id} for update`)
  return rows[0] ?? null
}

export async function deleteReport(db: Db, marketId: string, id: string): Promise<void> {
  await db.execute(sql`delete from test_reports where market_id = ${marketId} and id = ${id}`)
}
