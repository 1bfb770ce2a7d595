import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { createdAt, idColumn, localised, moment } from '#server/platform/columns.ts'
import type { ApplicationStatus, ShopStatus, TermsInput } from '#shared/shops/shapes.ts'
import type { Localised } from '#shared/text.ts'
import { organisations, people } from '../accounts/tables.ts'
import { documents } from '../enterprises/tables.ts'
import { markets } from '../markets/tables.ts'

export const applications = pgTable(
  'applications',
  {
    marketId: text()
      .notNull()
      .references(() => markets.id),
    id: idColumn().notNull(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    status: text().$type<ApplicationStatus>().notNull(),
    shopName: localised().notNull(),
    introduction: localised().notNull(),
    categoryIds: text().array().notNull(),
    contactName: text().notNull(),
    contactPhone: text().notNull(),
    boothWish: text().notNull(),
    submittedAt: moment(),
    changedAt: moment().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.id] }),
    unique('applications_owner').on(t.marketId, t.id, t.organisationId),
    uniqueIndex('applications_open')
      .on(t.marketId, t.organisationId)
      .where(sql`${t.status} in ('draft', 'submitted', 'returned', 'verified')`),
    index('applications_queue').on(t.marketId, t.status, t.submittedAt, t.id),
    index('applications_organisation').on(t.organisationId),
    check(
      'applications_status',
      sql`${t.status} in ('draft', 'submitted', 'returned', 'verified', 'admitted', 'refused', 'withdrawn')`,
    ),
    check(
      'applications_submitted',
      sql`${t.status} in ('draft', 'withdrawn') or ${t.submittedAt} is not null`,
    ),
  ],
)

/** What happened to an application: each move with who, when and why. */
export const applicationMoves = pgTable(
  'application_moves',
  {
    marketId: text().notNull(),
    applicationId: text().notNull(),
    seq: integer().notNull(),
    from: text().$type<ApplicationStatus>(),
    to: text().$type<ApplicationStatus>().notNull(),
    personId: text().references(() => people.id),
    reason: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.applicationId, t.seq] }),
    foreignKey({
      name: 'application_moves_application',
      columns: [t.marketId, t.applicationId],
      foreignColumns: [applications.marketId, applications.id],
    }),
  ],
)

/** With which documents an application was handed in: what its office may see, whatever the applicant uploads later for something else. */
export const applicationDocuments = pgTable(
  'application_documents',
  {
    marketId: text().notNull(),
    applicationId: text().notNull(),
    organisationId: text().notNull(),
    documentId: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.applicationId, t.documentId] }),
    foreignKey({
      name: 'application_documents_application',
      columns: [t.marketId, t.applicationId, t.organisationId],
      foreignColumns: [applications.marketId, applications.id, applications.organisationId],
    }),
    foreignKey({
      name: 'application_documents_document',
      columns: [t.organisationId, t.documentId],
      foreignColumns: [documents.organisationId, documents.id],
    }),
  ],
)

export const shops = pgTable(
  'shops',
  {
    marketId: text()
      .notNull()
      .references(() => markets.id),
    id: idColumn().notNull(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    applicationId: text(),
    status: text().$type<ShopStatus>().notNull(),
    name: localised().notNull(),
    introduction: localised().notNull(),
    categoryIds: text().array().notNull(),
    shipFrom: jsonb().$type<{ divisionCode: string; name: Localised }>(),
    openingHours: localised().notNull(),
    contactPhone: text().notNull(),
    logoKey: text(),
    bannerKey: text(),
    admittedAt: moment().notNull(),
    changedAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.id] }),
    unique('shops_organisation').on(t.marketId, t.organisationId),
    foreignKey({
      name: 'shops_application',
      columns: [t.marketId, t.applicationId],
      foreignColumns: [applications.marketId, applications.id],
    }),
    index('shops_newest').on(t.marketId, t.admittedAt.desc(), t.id),
    index('shops_owner').on(t.organisationId),
    check('shops_status', sql`${t.status} in ('open', 'suspended', 'closed')`),
  ],
)

/** Terms under which a shop sells. Orders copy what they were placed under. */
export const shopTerms = pgTable(
  'shop_terms',
  {
    marketId: text().notNull(),
    shopId: text().notNull(),
    terms: jsonb().$type<TermsInput>().notNull(),
    changedAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.marketId, t.shopId] }),
    foreignKey({
      name: 'shop_terms_shop',
      columns: [t.marketId, t.shopId],
      foreignColumns: [shops.marketId, shops.id],
    }),
  ],
)
