import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Db, Tx } from '#server/platform/db.ts'
import type { BoothView, VenueView } from '#shared/markets/shapes.ts'
import { organisations } from '../accounts/tables.ts'
import {
  boothLeases,
  booths,
  charters,
  clusters,
  floors,
  halls,
  marketParties,
  marketPowers,
  markets,
  venueLinks,
  venues,
} from './tables.ts'

export type MarketRow = typeof markets.$inferSelect
export type ClusterRow = typeof clusters.$inferSelect

const whole = (db: Db) =>
  db
    .select({ market: markets, cluster: clusters })
    .from(markets)
    .innerJoin(clusters, eq(clusters.id, markets.clusterId))

export async function findMarket(db: Db, key: { slug: string } | { id: string }) {
  const [row] = await whole(db).where('slug' in key ? eq(markets.slug, key.slug) : eq(markets.id, key.id))
  return row ?? null
}

export const listOpenMarkets = (db: Db) =>
  whole(db).where(eq(markets.status, 'open')).orderBy(asc(markets.openedAt), asc(markets.id)).limit(200)

export async function listMarketIds(db: Db): Promise<string[]> {
  return (await db.select({ id: markets.id }).from(markets)).map((row) => row.id)
}

export const listParties = (db: Db, marketId: string) =>
  db
    .select({
      organisationId: marketParties.organisationId,
      role: marketParties.role,
      shareBps: marketParties.shareBps,
      since: marketParties.since,
      name: organisations.name,
      kind: organisations.kind,
    })
    .from(marketParties)
    .innerJoin(organisations, eq(organisations.id, marketParties.organisationId))
    .where(eq(marketParties.marketId, marketId))
    .orderBy(asc(marketParties.since), asc(marketParties.organisationId), asc(marketParties.role))

export const listPowers = (db: Db, marketId: string) =>
  db
    .select({ power: marketPowers.power, role: marketPowers.role, manner: marketPowers.manner })
    .from(marketPowers)
    .where(eq(marketPowers.marketId, marketId))
    .orderBy(asc(marketPowers.power), asc(marketPowers.role))

export const listBranches = (db: Db, marketId: string) =>
  db
    .select({ id: markets.id, slug: markets.slug, name: markets.name })
    .from(markets)
    .where(and(eq(markets.parentId, marketId), eq(markets.status, 'open')))
    .orderBy(asc(markets.openedAt), asc(markets.id))

/** Markets in which any of these organisations takes part. */
export const listMarketsOf = (db: Db, organisationIds: readonly string[]) =>
  organisationIds.length === 0
    ? Promise.resolve([])
    : db
        .selectDistinct({ id: markets.id })
        .from(marketParties)
        .innerJoin(markets, eq(markets.id, marketParties.marketId))
        .where(inArray(marketParties.organisationId, [...organisationIds]))

export async function insertCluster(tx: Tx, cluster: typeof clusters.$inferInsert): Promise<void> {
  await tx.insert(clusters).values(cluster)
}
export async function insertMarket(tx: Tx, market: typeof markets.$inferInsert): Promise<void> {
  await tx.insert(markets).values(market)
}
export async function insertParties(tx: Tx, rows: (typeof marketParties.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(marketParties).values(rows)
}
export async function insertCharter(
  tx: Tx,
  charter: typeof charters.$inferInsert,
  holdings: (typeof marketPowers.$inferInsert)[],
): Promise<void> {
  await tx.insert(charters).values(charter)
  if (holdings.length > 0) await tx.insert(marketPowers).values(holdings)
}

export async function insertVenue(
  tx: Tx,
  venue: typeof venues.$inferInsert,
  parts: {
    halls: (typeof halls.$inferInsert)[]
    floors: (typeof floors.$inferInsert)[]
    booths: (typeof booths.$inferInsert)[]
  },
): Promise<void> {
  await tx.insert(venues).values(venue)
  if (parts.halls.length > 0) await tx.insert(halls).values(parts.halls)
  if (parts.floors.length > 0) await tx.insert(floors).values(parts.floors)
  for (let at = 0; at < parts.booths.length; at += 1000)
    await tx.insert(booths).values(parts.booths.slice(at, at + 1000))
}
export async function linkVenue(tx: Tx, marketId: string, venueId: string, position: number): Promise<void> {
  await tx.insert(venueLinks).values({ marketId, venueId, position })
}

/** Lets a booth for the days from `from` up to but not including `until` (open when null). */
export async function insertLease(
  tx: Tx,
  lease: { venueId: string; boothId: string; organisationId: string; from: string; until: string | null },
): Promise<void> {
  await tx.insert(boothLeases).values({
    venueId: lease.venueId,
    boothId: lease.boothId,
    organisationId: lease.organisationId,
    period: `[${lease.from},${lease.until ?? ''})`,
  })
}

/** The venues of a market as a tree with counts; leases count on the day of `now`. */
export async function listVenues(db: Db, marketId: string, now: Date): Promise<VenueView[]> {
  const linked = await db
    .select({ venue: venues })
    .from(venueLinks)
    .innerJoin(venues, eq(venues.id, venueLinks.venueId))
    .where(eq(venueLinks.marketId, marketId))
    .orderBy(asc(venueLinks.position), asc(venues.id))
  const ids = linked.map((row) => row.venue.id)
  if (ids.length === 0) return []
  const today = now.toISOString().slice(0, 10)
  const allHalls = await db
    .select()
    .from(halls)
    .where(inArray(halls.venueId, ids))
    .orderBy(asc(halls.position), asc(halls.id))
  const allFloors = await db
    .select({
      floor: floors,
      boothCount: sql<number>`(select count(*)::int from booths b where b.venue_id = floors.venue_id and b.floor_id = floors.id)`,
      leasedCount: sql<number>`(select count(*)::int from booth_leases l join booths b on b.venue_id = l.venue_id and b.id = l.booth_id
        where b.venue_id = floors.venue_id and b.floor_id = floors.id and l.period @> ${today}::date)`,
    })
    .from(floors)
    .where(inArray(floors.venueId, ids))
    .orderBy(asc(floors.level))
  return linked.map(({ venue }) => {
    const tree = allHalls
      .filter((hall) => hall.venueId === venue.id)
      .map((hall) => ({
        id: hall.id,
        name: hall.name,
        floors: allFloors
          .filter(({ floor }) => floor.venueId === venue.id && floor.hallId === hall.id)
          .map(({ floor, boothCount, leasedCount }) => ({
            id: floor.id,
            name: floor.name,
            level: floor.level,
            boothCount,
            leasedCount,
          })),
      }))
    const all = tree.flatMap((hall) => hall.floors)
    return {
      id: venue.id,
      name: venue.name,
      address: venue.address,
      openingHours: venue.openingHours,
      halls: tree,
      boothCount: all.reduce((sum, floor) => sum + floor.boothCount, 0),
      leasedCount: all.reduce((sum, floor) => sum + floor.leasedCount, 0),
    }
  })
}

/** Booths that organisations hold today in the venues of a market, by organisation. */
export async function listBoothsHeld(
  db: Db,
  marketId: string,
  organisationIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, BoothView[]>> {
  const held = new Map<string, BoothView[]>()
  if (organisationIds.length === 0) return held
  const rows = await db
    .select({
      organisationId: boothLeases.organisationId,
      booth: booths,
      venueName: venues.name,
      hallName: halls.name,
      floor: floors,
    })
    .from(boothLeases)
    .innerJoin(
      venueLinks,
      and(eq(venueLinks.venueId, boothLeases.venueId), eq(venueLinks.marketId, marketId)),
    )
    .innerJoin(booths, and(eq(booths.venueId, boothLeases.venueId), eq(booths.id, boothLeases.boothId)))
    .innerJoin(floors, and(eq(floors.venueId, booths.venueId), eq(floors.id, booths.floorId)))
    .innerJoin(halls, and(eq(halls.venueId, floors.venueId), eq(halls.id, floors.hallId)))
    .innerJoin(venues, eq(venues.id, boothLeases.venueId))
    .where(
      and(
        inArray(boothLeases.organisationId, [...new Set(organisationIds)]),
        sql`${boothLeases.period} @> ${now.toISOString().slice(0, 10)}::date`,
      ),
    )
    .orderBy(asc(booths.code))
  for (const { organisationId, booth, venueName, hallName, floor } of rows) {
    const list = held.get(organisationId) ?? []
    list.push({
      id: booth.id,
      code: booth.code,
      venueId: booth.venueId,
      venueName,
      hallName,
      floorName: floor.name,
      level: floor.level,
      areaSquareMetres: booth.areaSquareMetres,
    })
    held.set(organisationId, list)
  }
  return held
}
