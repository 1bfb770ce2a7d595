import { sql } from 'drizzle-orm'
import {
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { createdAt, idColumn, localised, moment } from '#server/platform/columns.ts'
import type { Manner, Operation, Ownership, PartyRole, Power } from '#shared/markets/shapes.ts'
import type { Currency } from '#shared/money.ts'
import type { Localised } from '#shared/text.ts'
import { organisations } from '../accounts/tables.ts'

export const dateRange = customType<{ data: string }>({ dataType: () => 'daterange' })

/** An industrial cluster: many small makers of one kind of goods in one county. */
export const clusters = pgTable(
  'clusters',
  {
    id: idColumn().primaryKey(),
    slug: text().notNull().unique('clusters_slug'),
    name: localised().notNull(),
    /** GB/T 2260, six digits. */
    countyCode: text().notNull(),
    goods: localised().notNull(),
    createdAt: createdAt(),
  },
  (t) => [check('clusters_county_code', sql`${t.countyCode} ~ '^[0-9]{6}$'`)],
)

/**
 * A market. What it is (ownership, operation) decides who must stand beside it; migrations/0010_markets.sql holds that at commit,
 * so that a market without its initiator, its operator or its lead enterprise cannot exist.
 */
export const markets = pgTable(
  'markets',
  {
    id: idColumn().primaryKey(),
    slug: text().notNull().unique('markets_slug'),
    name: localised().notNull(),
    tagline: localised().notNull(),
    introduction: localised().notNull(),
    clusterId: text()
      .notNull()
      .references(() => clusters.id),
    currency: text().$type<Currency>().notNull(),
    ownership: text().$type<Ownership>().notNull(),
    operation: text().$type<Operation>().notNull(),
    formation: text().$type<'market_formed' | 'government_promoted'>().notNull(),
    goods: text().$type<'terminal_products' | 'production_materials'>().notNull(),
    parentId: text(),
    status: text().$type<'preparing' | 'open' | 'closed'>().notNull(),
    categoryIds: text().array().notNull(),
    /** The legal person that operates the platform in law (E-commerce Law art. 9). */
    operatorOfRecordId: text()
      .notNull()
      .references(() => organisations.id),
    contact: jsonb()
      .$type<{
        phone: string
        complaintPhone: string
        complaintEmail: string
        complaintHours: Localised
        supervisorPhone: string
        supervisorAddress: Localised
      }>()
      .notNull(),
    registrations: jsonb().$type<{ name: Localised; number: string }[]>().notNull(),
    openedAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({ name: 'markets_parent', columns: [t.parentId], foreignColumns: [t.id] }),
    index('markets_cluster').on(t.clusterId),
    index('markets_parent_id').on(t.parentId),
    check('markets_ownership', sql`${t.ownership} in ('enterprise_led', 'government_sponsored')`),
    check('markets_operation', sql`${t.operation} in ('self_built', 'entrusted')`),
    check(
      'markets_only_sponsored_is_entrusted',
      sql`${t.operation} = 'self_built' or ${t.ownership} = 'government_sponsored'`,
    ),
    check('markets_formation', sql`${t.formation} in ('market_formed', 'government_promoted')`),
    check('markets_goods', sql`${t.goods} in ('terminal_products', 'production_materials')`),
    check('markets_status', sql`${t.status} in ('preparing', 'open', 'closed')`),
    check('markets_opened', sql`${t.status} = 'preparing' or ${t.openedAt} is not null`),
    check('markets_slug_shape', sql`${t.slug} ~ '^[a-z][a-z0-9-]{1,40}$'`),
  ],
)

export const marketParties = pgTable(
  'market_parties',
  {
    marketId: text()
      .notNull()
      .references(() => markets.id),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    role: text().$type<PartyRole>().notNull(),
    /** Share in the management group, hundredths of a percent. */
    shareBps: integer(),
    since: date({ mode: 'string' }).notNull().default(sql`current_date`),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.organisationId, t.role] }),
    index('market_parties_organisation').on(t.organisationId),
    check(
      'market_parties_role',
      sql`${t.role} in ('lead_enterprise', 'management_group_member', 'initiator', 'investor', 'supervisor', 'operator', 'regulator', 'association')`,
    ),
    check(
      'market_parties_share',
      sql`${t.shareBps} is null or (${t.role} = 'management_group_member' and ${t.shareBps} between 1 and 10000)`,
    ),
  ],
)

/** The charter in force and those before it: when adopted, by whose decision. Its powers stand in market_powers. */
export const charters = pgTable(
  'charters',
  {
    marketId: text()
      .notNull()
      .references(() => markets.id),
    version: integer().notNull(),
    preamble: localised().notNull(),
    adoptedAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.version] }),
    check('charters_version', sql`${t.version} >= 1`),
  ],
)

/** Who holds each power now: a role among the parties, and how it uses the power. */
export const marketPowers = pgTable(
  'market_powers',
  {
    marketId: text()
      .notNull()
      .references(() => markets.id),
    power: text().$type<Power>().notNull(),
    role: text().$type<PartyRole>().notNull(),
    manner: text().$type<Manner>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.power, t.role] }),
    check(
      'market_powers_power',
      sql`${t.power} in ('admit_shops', 'review_listings', 'set_fees', 'publish_rules', 'inspect', 'sanction', 'arbitrate', 'hear_appeals', 'settle', 'view_statistics', 'amend_charter')`,
    ),
    check(
      'market_powers_manner',
      sql`${t.manner} in ('decide', 'vote', 'propose', 'approve', 'consent', 'order', 'other_official')`,
    ),
  ],
)

/** A building where booths are let: 专业市场. It may serve several e-commerce markets. */
export const venues = pgTable('venues', {
  id: idColumn().primaryKey(),
  name: localised().notNull(),
  address: localised().notNull(),
  openingHours: localised().notNull(),
  /** GB/T 2260, six digits. */
  divisionCode: text().notNull(),
  createdAt: createdAt(),
})

export const venueLinks = pgTable(
  'venue_links',
  {
    marketId: text()
      .notNull()
      .references(() => markets.id),
    venueId: text()
      .notNull()
      .references(() => venues.id),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.marketId, t.venueId] }), index('venue_links_venue').on(t.venueId)],
)

export const halls = pgTable(
  'halls',
  {
    venueId: text()
      .notNull()
      .references(() => venues.id),
    id: idColumn().notNull(),
    name: localised().notNull(),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.venueId, t.id] })],
)

export const floors = pgTable(
  'floors',
  {
    venueId: text().notNull(),
    id: idColumn().notNull(),
    hallId: text().notNull(),
    name: localised().notNull(),
    level: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.venueId, t.id] }),
    foreignKey({
      name: 'floors_hall',
      columns: [t.venueId, t.hallId],
      foreignColumns: [halls.venueId, halls.id],
    }),
    unique('floors_level').on(t.venueId, t.hallId, t.level),
  ],
)

export const booths = pgTable(
  'booths',
  {
    venueId: text().notNull(),
    id: idColumn().notNull(),
    floorId: text().notNull(),
    code: text().notNull(),
    areaSquareMetres: numeric({ precision: 8, scale: 2, mode: 'number' }),
  },
  (t) => [
    primaryKey({ columns: [t.venueId, t.id] }),
    foreignKey({
      name: 'booths_floor',
      columns: [t.venueId, t.floorId],
      foreignColumns: [floors.venueId, floors.id],
    }),
    unique('booths_code').on(t.venueId, t.floorId, t.code),
  ],
)

/** A booth let to an organisation for a time. The exclusion constraint in 0010_markets.sql lets no two leases overlap. */
export const boothLeases = pgTable(
  'booth_leases',
  {
    venueId: text().notNull(),
    boothId: text().notNull(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    period: dateRange().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.venueId, t.boothId, t.period] }),
    foreignKey({
      name: 'booth_leases_booth',
      columns: [t.venueId, t.boothId],
      foreignColumns: [booths.venueId, booths.id],
    }),
    index('booth_leases_organisation').on(t.organisationId),
    check('booth_leases_period', sql`not isempty(${t.period}) and not lower_inf(${t.period})`),
  ],
)
