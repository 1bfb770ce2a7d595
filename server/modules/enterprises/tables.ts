import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { createdAt, idColumn, moment } from '#server/platform/columns.ts'
import { storedFiles } from '#server/platform/tables.ts'
import type { DocumentKind, IdentityInput } from '#shared/enterprises/shapes.ts'
import { organisations, people } from '../accounts/tables.ts'

/** The legal identity of an organisation: as stated now, and as it was verified last. The public sees the verified one. */
export const identities = pgTable(
  'identities',
  {
    organisationId: text()
      .primaryKey()
      .references(() => organisations.id),
    status: text().$type<'draft' | 'pending' | 'verified' | 'rejected'>().notNull(),
    stated: jsonb().$type<IdentityInput>().notNull(),
    creditCode: text().notNull(),
    creditCodeLevel: text().$type<'ok' | 'review'>().notNull(),
    verified: jsonb().$type<IdentityInput>(),
    verifiedCode: text(),
    verifiedAt: moment(),
    nextDueAt: moment(),
    /** A change of a verified identity: the market answers by this day (Order 37 art. 26). */
    changeDueOn: date({ mode: 'string' }),
    changedAt: moment().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('identities_verified_code').on(t.verifiedCode),
    index('identities_next_due').on(t.nextDueAt),
    check('identities_status', sql`${t.status} in ('draft', 'pending', 'verified', 'rejected')`),
    check('identities_level', sql`${t.creditCodeLevel} in ('ok', 'review')`),
    check(
      'identities_verified_whole',
      sql`(${t.verified} is null) = (${t.verifiedAt} is null) and (${t.verified} is null) = (${t.nextDueAt} is null) and (${t.verified} is null) = (${t.verifiedCode} is null)`,
    ),
    check('identities_verified_status', sql`${t.status} <> 'verified' or ${t.verified} is not null`),
  ],
)

export const documents = pgTable(
  'documents',
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    id: idColumn().notNull(),
    kind: text().$type<DocumentKind>().notNull(),
    /** Null once the document is removed: its file goes. */
    fileKey: text().references(() => storedFiles.key),
    contentType: text().notNull(),
    size: bigint({ mode: 'number' }).notNull(),
    validUntil: date({ mode: 'string' }),
    uploadedBy: text()
      .notNull()
      .references(() => people.id),
    uploadedAt: createdAt(),
    /** A verification rests on it: it stays. */
    inEvidence: moment(),
    removedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    check('documents_removed', sql`(${t.fileKey} is null) = (${t.removedAt} is not null)`),
    check(
      'documents_kind',
      sql`${t.kind} in ('business_licence', 'representative_id', 'authorisation', 'other')`,
    ),
  ],
)

/** Who compared what and when: kept for the regulator, never changed (Order 37 art. 24). */
export const verifications = pgTable(
  'verifications',
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    id: idColumn().notNull(),
    /** In which market's name. Not `market_id`: the record goes with the organisation, and every market it trades in may see it. */
    inMarket: text().notNull(),
    byPersonId: text().references(() => people.id),
    method: text().$type<'document' | 'registry' | 'on_site'>().notNull(),
    result: text().$type<'verified' | 'rejected'>().notNull(),
    reason: text().notNull(),
    identity: jsonb().$type<IdentityInput>().notNull(),
    documentIds: text().array().notNull(),
    at: moment().notNull(),
    nextDueAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    check('verifications_method', sql`${t.method} in ('document', 'registry', 'on_site')`),
    check('verifications_result', sql`${t.result} in ('verified', 'rejected')`),
    check('verifications_due', sql`(${t.result} = 'verified') = (${t.nextDueAt} is not null)`),
  ],
)
