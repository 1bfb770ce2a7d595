import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  varchar,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, idColumn, localised, moment } from '#server/platform/columns.ts'
import type { MemberRole, OrganisationKind, Place } from '#shared/accounts/shapes.ts'
import type { Locale } from '#shared/text.ts'

export const people = pgTable(
  'people',
  {
    id: idColumn().primaryKey(),
    email: text().notNull(),
    name: text().notNull(),
    locale: text().$type<Locale>().notNull(),
    passwordHash: text().notNull(),
    /** Raised when the password changes or all sessions end: tokens of an older version are refused. */
    sessionVersion: integer().notNull().default(1),
    platformAdmin: boolean().notNull().default(false),
    disabledAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('people_email').on(sql`lower(${t.email})`),
    check('people_locale', sql`${t.locale} in ('zh', 'en')`),
  ],
)

/** One-time tokens sent by mail, kept as hashes: registration and password reset. Bound to purpose and address. */
export const mailTokens = pgTable(
  'mail_tokens',
  {
    hash: bytes().primaryKey(),
    purpose: text().$type<'registration' | 'password_reset'>().notNull(),
    email: text().notNull(),
    personId: text().references(() => people.id),
    payload: jsonb().$type<{ name: string; locale: Locale; startedAt?: string }>(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    index('mail_tokens_email').on(sql`lower(${t.email})`, t.purpose),
    check('mail_tokens_purpose', sql`${t.purpose} in ('registration', 'password_reset')`),
  ],
)

/** Keys that sign access tokens. All processes read them here; a key signs from `signsFrom` and verifies until `retiredAt`. */
export const signingKeys = pgTable('signing_keys', {
  kid: text().primaryKey(),
  privateKey: text().notNull(),
  publicKey: text().notNull(),
  signsFrom: moment().notNull(),
  retiredAt: moment(),
  createdAt: createdAt(),
})

/** A sign-in on one device. All refresh tokens of a session are one family: they live and die together. */
export const sessions = pgTable(
  'sessions',
  {
    id: idColumn().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    actingOrganisationId: text().references(() => organisations.id),
    /** With a refresh token in hand this makes its successor, so that a lost answer can be given again; alone it opens nothing. */
    successionKey: bytes().notNull(),
    userAgent: text().notNull(),
    network: text().notNull(),
    createdAt: createdAt(),
    lastSeenAt: moment().notNull(),
    idleUntil: moment().notNull(),
    expiresAt: moment().notNull(),
    endedAt: moment(),
    endReason: text().$type<'signed_out' | 'ended' | 'reuse' | 'password' | 'all'>(),
  },
  (t) => [
    index('sessions_person').on(t.personId, t.createdAt),
    check('sessions_ended', sql`(${t.endedAt} is null) = (${t.endReason} is null)`),
  ],
)

export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    hash: bytes().primaryKey(),
    sessionId: text()
      .notNull()
      .references(() => sessions.id),
    parentHash: bytes(),
    usedAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('refresh_tokens_parent').on(t.parentHash),
    index('refresh_tokens_session').on(t.sessionId),
  ],
)

/** Browsers in which a person has signed in before: their sign-ins are not slowed by strangers who guess. */
export const knownDevices = pgTable(
  'known_devices',
  {
    personId: text()
      .notNull()
      .references(() => people.id),
    hash: bytes().notNull(),
    lastSeenAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.hash] })],
)

/** Counters of attempts, kept by rate-limiter-flexible (its table layout). */
export const attemptCounters = pgTable(
  'attempt_counters',
  {
    key: varchar({ length: 255 }).primaryKey(),
    points: integer().notNull().default(0),
    expire: bigint({ mode: 'number' }),
  },
  (t) => [index('attempt_counters_expire').on(t.expire)],
)

export const organisations = pgTable(
  'organisations',
  {
    id: idColumn().primaryKey(),
    kind: text().$type<OrganisationKind>().notNull(),
    name: localised().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    check(
      'organisations_kind',
      sql`${t.kind} in ('enterprise', 'buyer_company', 'government_body', 'operator', 'association')`,
    ),
    check('organisations_name', sql`${t.name}->>'zh' <> '' or ${t.name}->>'en' <> ''`),
  ],
)

export const memberships = pgTable(
  'memberships',
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    role: text().$type<MemberRole>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.personId] }),
    index('memberships_person').on(t.personId),
    check('memberships_role', sql`${t.role} in ('owner', 'manager', 'staff', 'viewer')`),
  ],
)

export const invitations = pgTable(
  'invitations',
  {
    id: idColumn().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    email: text().notNull(),
    role: text().$type<MemberRole>().notNull(),
    tokenHash: bytes().notNull().unique('invitations_token'),
    invitedBy: text()
      .notNull()
      .references(() => people.id),
    expiresAt: moment().notNull(),
    acceptedAt: moment(),
    revokedAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    index('invitations_organisation').on(t.organisationId, t.createdAt),
    check('invitations_role', sql`${t.role} in ('owner', 'manager', 'staff', 'viewer')`),
  ],
)

/** Address book. Orders copy what they use; a removed address is gone from the book only. */
export const addresses = pgTable(
  'addresses',
  {
    id: idColumn().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    recipient: text().notNull(),
    phone: text().notNull(),
    place: jsonb().$type<Place>().notNull(),
    street: text().notNull(),
    postalCode: text().notNull(),
    isDefault: boolean().notNull(),
    createdAt: createdAt(),
    removedAt: moment(),
  },
  (t) => [
    index('addresses_organisation').on(t.organisationId, t.createdAt),
    uniqueIndex('addresses_default')
      .on(t.organisationId)
      .where(sql`${t.isDefault} and ${t.removedAt} is null`),
  ],
)
