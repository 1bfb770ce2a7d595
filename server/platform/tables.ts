import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { bytes, createdAt, idColumn, moment } from './columns.ts'

/** First answers to unsafe requests, by caller, operation and key; kept 30 days. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    scope: text().notNull(),
    key: text().notNull(),
    requestHash: bytes().notNull(),
    answer: jsonb().$type<object>(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.scope, t.key] }),
    check('idempotency_key_length', sql`length(${t.key}) between 16 and 255`),
    index('idempotency_keys_age').on(t.createdAt),
  ],
)

/**
 * Append-only record of what was decided and changed, chained by hash per stream (one stream per market, one for the platform).
 * Written by the database function `audit_append` only; nobody may update or delete (reliability.md 3.9).
 */
export const auditLog = pgTable(
  'audit_log',
  {
    stream: text().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    at: moment().notNull(),
    actorPersonId: text(),
    actorOrganisationId: text(),
    action: text().notNull(),
    subject: text().notNull(),
    facts: jsonb().$type<Record<string, unknown>>().notNull(),
    prev: bytes().notNull(),
    hash: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.stream, t.seq] }), index('audit_log_subject').on(t.subject, t.at)],
)

/** Mail to be sent, and in development to be read on the outbox page. Links in it carry one-time tokens, so a sent mail keeps no body in production. */
export const mails = pgTable(
  'mails',
  {
    id: idColumn().primaryKey(),
    recipient: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    dedupeKey: text().unique('mails_dedupe_key'),
    attempts: integer().notNull().default(0),
    sentAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [index('mails_newest').on(t.createdAt)],
)

/** Files in the object store: one row per stored object, whatever it is for. */
export const storedFiles = pgTable(
  'stored_files',
  {
    key: text().primaryKey(),
    contentType: text().notNull(),
    size: bigint({ mode: 'number' }).notNull(),
    sha256: bytes().notNull(),
    createdAt: createdAt(),
    isPublic: boolean().notNull().default(false),
    /** Whose room it takes: a shop, or an organisation for its documents. */
    owner: text(),
    /** The file that it was made smaller from. No reference: the two go in any order. */
    madeFrom: text(),
    /** When something began to use it; until then it is on its way, and may be swept away. */
    claimedAt: moment(),
    /** When nothing used it any more: the object goes, then the row. */
    removedAt: moment(),
  },
  (t) => [
    check('stored_files_size', sql`${t.size} > 0`),
    index('stored_files_owner').on(t.owner).where(sql`${t.removedAt} is null`),
    index('stored_files_made_from').on(t.madeFrom).where(sql`${t.madeFrom} is not null`),
    index('stored_files_going').on(t.removedAt).where(sql`${t.removedAt} is not null`),
    index('stored_files_unclaimed').on(t.createdAt).where(sql`${t.claimedAt} is null`),
  ],
)
