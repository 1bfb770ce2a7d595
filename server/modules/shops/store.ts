import { and, asc, desc, eq, gt, inArray, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { type Db, plannedOnce, type Tx } from '#server/platform/db.ts'
import type { ApplicationStatus, ShopStatus, TermsInput } from '#shared/shops/shapes.ts'
import { organisations, people } from '../accounts/tables.ts'
import { applicationDocuments, applicationMoves, applications, shops, shopTerms } from './tables.ts'

export type Application = typeof applications.$inferSelect
export type Shop = typeof shops.$inferSelect

const applicationKey = (marketId: string, id: string) =>
  and(eq(applications.marketId, marketId), eq(applications.id, id))
const shopKey = (marketId: string, id: string) => and(eq(shops.marketId, marketId), eq(shops.id, id))

export async function insertApplication(tx: Tx, row: typeof applications.$inferInsert): Promise<void> {
  await tx.insert(applications).values(row)
}

export async function findApplication(db: Db, marketId: string, id: string): Promise<Application | null> {
  const [row] = await db.select().from(applications).where(applicationKey(marketId, id))
  return row ?? null
}

/** Changes what an application says if it is still in the status that was read. */
export async function updateApplication(
  tx: Tx,
  marketId: string,
  id: string,
  status: ApplicationStatus,
  change: Partial<typeof applications.$inferInsert>,
): Promise<boolean> {
  const rows = await tx
    .update(applications)
    .set(change)
    .where(and(applicationKey(marketId, id), eq(applications.status, status)))
    .returning({ id: applications.id })
  return rows.length > 0
}

export async function insertMove(
  tx: Tx,
  move: Omit<typeof applicationMoves.$inferInsert, 'seq'>,
): Promise<void> {
  await tx.insert(applicationMoves).values({
    ...move,
    seq: sql`(select coalesce(max(seq), 0) + 1 from application_moves where market_id = ${move.marketId} and application_id = ${move.applicationId})`,
  })
}

export const listMoves = (db: Db, marketId: string, applicationId: string) =>
  db
    .select({ move: applicationMoves, by: people.name })
    .from(applicationMoves)
    .leftJoin(people, eq(people.id, applicationMoves.personId))
    .where(and(eq(applicationMoves.marketId, marketId), eq(applicationMoves.applicationId, applicationId)))
    .orderBy(asc(applicationMoves.seq))

/** Freezes with which documents of its organisation an application is handed in; what an earlier handing-in had is replaced. */
export async function freezeDocuments(
  tx: Tx,
  { marketId, id, organisationId }: Pick<Application, 'marketId' | 'id' | 'organisationId'>,
  documentIds: readonly string[],
): Promise<void> {
  await tx
    .delete(applicationDocuments)
    .where(and(eq(applicationDocuments.marketId, marketId), eq(applicationDocuments.applicationId, id)))
  if (documentIds.length > 0)
    await tx
      .insert(applicationDocuments)
      .values(documentIds.map((documentId) => ({ marketId, applicationId: id, organisationId, documentId })))
}

/** The documents that an application was handed in with last. */
export async function frozenDocuments(
  db: Db,
  marketId: string,
  applicationId: string,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ id: applicationDocuments.documentId })
    .from(applicationDocuments)
    .where(
      and(eq(applicationDocuments.marketId, marketId), eq(applicationDocuments.applicationId, applicationId)),
    )
  return new Set(rows.map((row) => row.id))
}

const withOwner = (db: Db) =>
  db
    .select({ application: applications, organisationName: organisations.name })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))

/** The office's queue: handed in first comes first. */
export const listQueue = (
  db: Db,
  marketId: string,
  {
    status,
    after,
    limit,
  }: { status: ApplicationStatus | undefined; after: { at: Date; id: string } | null; limit: number },
) =>
  withOwner(db)
    .where(
      and(
        eq(applications.marketId, marketId),
        status === undefined ? ne(applications.status, 'draft') : eq(applications.status, status),
        sql`${applications.submittedAt} is not null`,
        after === null
          ? undefined
          : or(
              gt(applications.submittedAt, after.at),
              and(eq(applications.submittedAt, after.at), gt(applications.id, after.id)),
            ),
      ),
    )
    .orderBy(asc(applications.submittedAt), asc(applications.id))
    .limit(limit)

export const listApplicationsOf = async (db: Db, organisationIds: readonly string[]) =>
  organisationIds.length === 0
    ? []
    : withOwner(db)
        .where(inArray(applications.organisationId, [...organisationIds]))
        .orderBy(desc(applications.changedAt), desc(applications.id))
        .limit(100)

export async function insertShop(tx: Tx, shop: typeof shops.$inferInsert): Promise<void> {
  await tx.insert(shops).values(shop)
}

export async function findShop(db: Db, marketId: string, id: string): Promise<Shop | null> {
  const [row] = await db.select().from(shops).where(shopKey(marketId, id))
  return row ?? null
}

/** The keys of a shop's pictures, locked until the transaction ends. */
export async function lockPictures(
  tx: Tx,
  marketId: string,
  id: string,
): Promise<Pick<Shop, 'logoKey' | 'bannerKey'>> {
  const [row] = await tx
    .select({ logoKey: shops.logoKey, bannerKey: shops.bannerKey })
    .from(shops)
    .where(shopKey(marketId, id))
    .for('update')
  return row ?? { logoKey: null, bannerKey: null }
}

export async function findShopOf(db: Db, marketId: string, organisationId: string): Promise<Shop | null> {
  const [row] = await db
    .select()
    .from(shops)
    .where(and(eq(shops.marketId, marketId), eq(shops.organisationId, organisationId)))
  return row ?? null
}

export const findShops = async (db: Db, marketId: string, ids: readonly string[]): Promise<Shop[]> =>
  ids.length === 0
    ? []
    : db
        .select()
        .from(shops)
        .where(and(eq(shops.marketId, marketId), inArray(shops.id, [...new Set(ids)])))

export async function updateShop(
  tx: Tx,
  marketId: string,
  id: string,
  change: Partial<typeof shops.$inferInsert>,
  status?: ShopStatus,
): Promise<boolean> {
  const rows = await tx
    .update(shops)
    .set(change)
    .where(and(shopKey(marketId, id), status === undefined ? undefined : eq(shops.status, status)))
    .returning({ id: shops.id })
  return rows.length > 0
}

/** A shop's name holds the text, in either language; the text's own wildcards are plain characters. */
const named = (q: string): SQL => {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(${shops.name}->>'zh' ilike ${pattern} or ${shops.name}->>'en' ilike ${pattern})`
}

export const listShops = (
  db: Db,
  marketId: string,
  { q, before, limit }: { q: string | undefined; before: { at: Date; id: string } | null; limit: number },
): Promise<Shop[]> =>
  db
    .select()
    .from(shops)
    .where(
      and(
        eq(shops.marketId, marketId),
        eq(shops.status, 'open'),
        q === undefined || q === '' ? undefined : named(q),
        before === null
          ? undefined
          : or(
              lt(shops.admittedAt, before.at),
              and(eq(shops.admittedAt, before.at), gt(shops.id, before.id)),
            ),
      ),
    )
    .orderBy(desc(shops.admittedAt), asc(shops.id))
    .limit(limit)

export const listShopsOf = async (db: Db, organisationIds: readonly string[]): Promise<Shop[]> =>
  organisationIds.length === 0
    ? []
    : db
        .select()
        .from(shops)
        .where(inArray(shops.organisationId, [...organisationIds]))
        .orderBy(asc(shops.admittedAt), asc(shops.id))
        .limit(200)

export async function putTerms(
  tx: Tx,
  marketId: string,
  shopId: string,
  terms: TermsInput,
  now: Date,
): Promise<void> {
  await tx
    .insert(shopTerms)
    .values({ marketId, shopId, terms, changedAt: now })
    .onConflictDoUpdate({ target: [shopTerms.marketId, shopTerms.shopId], set: { terms, changedAt: now } })
}

/** Terms by shop; a shop that has set none is not in the map. */
export async function findTerms(
  db: Db,
  marketId: string,
  shopIds: readonly string[],
): Promise<ReadonlyMap<string, TermsInput>> {
  if (shopIds.length === 0) return new Map()
  const rows = await db
    .select()
    .from(shopTerms)
    .where(and(eq(shopTerms.marketId, marketId), inArray(shopTerms.shopId, [...new Set(shopIds)])))
  return new Map(rows.map((row) => [row.shopId, row.terms]))
}

export type ShopWithTerms = Pick<Shop, 'id' | 'organisationId' | 'name' | 'status'> & {
  terms: TermsInput | null
}

/** Shops with the terms they sell under, in one question: every checkout asks it. */
export async function findShopsWithTerms(
  db: Db,
  marketId: string,
  ids: readonly string[],
): Promise<ShopWithTerms[]> {
  const { rows } =
    await db.execute<ShopWithTerms>(sql`${plannedOnce}select s.id, s.organisation_id as "organisationId", s.name, s.status, t.terms
    from shops s left join shop_terms t on t.market_id = s.market_id and t.shop_id = s.id
    where s.market_id = ${marketId} and s.id = any(${sql.param([...ids])}::text[])`)
  return rows
}
