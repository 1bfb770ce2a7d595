import { createHash, randomInt } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import sharp from 'sharp'
import { openResources } from '#server/api.ts'
import { readConfig } from '#server/platform/config.ts'
import { createLogger } from '#server/platform/logger.ts'
import { folderStore } from '#server/platform/object-store.ts'
import { wire } from '#server/wiring.ts'
import { drawLicence, type LicenceWords } from './drawing/sheets/licence.ts'
import { loadMarkets } from './load/markets.ts'
import { addYears, type Ids } from './load/moments.ts'
import { playOrders } from './load/orders.ts'
import { loadPayoutAccounts } from './load/payout-accounts.ts'
import {
  applicationScope,
  type LicenceFile,
  loadIdentities,
  loadPeople,
  organisationKey,
} from './load/people.ts'
import { linkPictures, loadProducts } from './load/products.ts'
import { idOf } from './load/rows.ts'
import { loadShops } from './load/shops.ts'
import { makeWorld } from './world/make-world.ts'
import type { PersonSeed, World } from './world/types.ts'

/**
 * Fills an empty database with the demo world. One transaction for all that stands still, so that a kill leaves nothing half;
 * then prepared documents, the index, and the orders, which are placed, paid, shipped and received by the same actions as real ones.
 * A database that holds a market of its own is left alone.
 */
const config = readConfig(process.env)
const logger = createLogger(config.logLevel === 'info' ? 'warn' : config.logLevel)
const say = (text: string) => process.send?.(text)

const roleNames: Record<PersonSeed['memberships'][number]['role'], string> = {
  platform_admin: 'platform administrator',
  market_manager: 'market manager',
  operator_staff: 'market staff',
  supervisor: 'supervisor',
  association_staff: 'association',
  owner: 'shop owner',
  staff: 'shop staff',
  buyer_owner: 'buyer',
  buyer_staff: 'buyer staff',
}

const client = new pg.Client({ connectionString: config.databaseUrl, application_name: 'jishi-demo' })
await client.connect()
try {
  await client.query(`select pg_advisory_lock(hashtextextended('jishi demo', 0))`)
  const { rows } = await client.query<{ markets: string; whole: string }>(
    `select (select count(*) from markets) as markets, (select count(*) from audit_log where stream = 'platform' and action = 'demo.loaded') as whole`,
  )
  if (Number(rows[0]?.whole ?? 0) === 0) await fill(Number(rows[0]?.markets ?? 0) === 0)
} finally {
  await client.end()
}

async function fill(empty: boolean): Promise<void> {
  const today = new Date()
  say('inventing the world')
  const world = makeWorld(20261124, today)
  const ids: Ids = (kind, key) => idOf(kind, key, new Date(Date.UTC(2026, 0, 1)))
  if (!empty && !(await isOurs(ids))) return
  const resources = openResources(config, logger, 'jishi-demo-actions')
  try {
    const wiring = wire(resources)
    if (empty) await loadStill(world, ids, (password) => wiring.accounts.hashPassword(password))
    await playOrders(resources, world, ids, say)
    for (const market of world.markets) {
      const marketId = ids('market', market.key)
      say(`pages and index of ${market.slug}`)
      await wiring.trade.countSales(marketId)
      await wiring.catalogue.prepareMarket(marketId)
      await wiring.search.indexMarket(marketId)
    }
    await wiring.search.engine.settle()
    await client.query(`select audit_append('platform', null, null, 'demo.loaded', 'demo', $1::jsonb)`, [
      JSON.stringify({ seed: world.seed, today: world.today }),
    ])
  } finally {
    await resources.database.close()
  }
}

/** Whether what is there is a demo world whose loading was interrupted, and not somebody's own market. */
async function isOurs(ids: Ids): Promise<boolean> {
  const { rowCount } = await client.query('select from markets where id = $1', [
    ids('market', 'market-shishi-kids'),
  ])
  return rowCount === 1
}

async function loadStill(world: World, ids: Ids, hash: (password: string) => Promise<string>): Promise<void> {
  const passwords = new Map(signingIn(world).map((person) => [person.key, randomPassword()]))
  say('people')
  const hashes = new Map(
    await Promise.all([...passwords].map(async ([key, password]) => [key, await hash(password)] as const)),
  )
  await client.query('begin')
  try {
    await client.query(`select set_config('app.markets', $1, true)`, [
      world.markets.map((each) => ids('market', each.key)).join(','),
    ])
    await loadPeople(client, world, ids, hashes)
    await loadIdentities(client, world, ids, await storeLicences(world))
    say('markets')
    await loadMarkets(client, world, ids)
    await loadShops(client, world, ids)
    // The sandbox is what pays where there are no keys; at the real Stripe nobody knows invented shops.
    if (config.stripe === undefined) await loadPayoutAccounts(client, world, ids, config.dataDir)
    say('products')
    await loadProducts(client, world, ids, say)
    await linkPictures(client, world, ids)
    await writeAccounts(world, passwords)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
  say('statistics')
  await client.query('analyze')
}

/** Who gets a password: everybody in office, and one person of each shop and each buyer. The others may reset theirs by mail. */
function signingIn(world: World): PersonSeed[] {
  return world.people.filter(
    (person) => !person.memberships.every((each) => each.role === 'staff' || each.role === 'buyer_staff'),
  )
}

/** Four groups of four letters and figures that are not mistaken for each other: 78 bits, said easily. */
function randomPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  return Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join(''),
  ).join('-')
}

/**
 * Licences as pictures: an applicant's own, which an office compares with what was typed, and one bare form for the enterprises that
 * were verified long ago. By the key of the world's application; the form under ''.
 */
async function storeLicences(world: World): Promise<Map<string, LicenceFile>> {
  const files = folderStore(join(config.dataDir, 'files'))
  const sheets = new Map<string, LicenceWords | null>([['', null]])
  for (const { key, applicant, documents } of world.applications) {
    if (!documents.includes('licence')) continue
    sheets.set(key, {
      creditCode: applicant.creditCode,
      name: applicant.name.zh,
      form: '有限责任公司',
      representative: applicant.legalRepresentative.zh,
      established: addYears(world.today, -3),
      domicile: applicant.domicile.zh,
      scope: applicationScope,
    })
  }
  const stored = [...sheets].map(async ([owner, words]): Promise<[string, LicenceFile]> => {
    const bytes = await sharp(Buffer.from(drawLicence(words)))
      .webp({ quality: 82 })
      .toBuffer()
    const key = `documents/demo-licence${owner === '' ? '' : `-${owner}`}.webp`
    await files.put(key, bytes)
    return [owner, { key, size: bytes.length, sha256: createHash('sha256').update(bytes).digest() }]
  })
  return new Map(await Promise.all(stored))
}

/** Who can sign in, for the person who started the program; readable by nobody else on the machine. */
async function writeAccounts(world: World, passwords: ReadonlyMap<string, string>): Promise<void> {
  const names = new Map(
    [...world.organisations, ...world.enterprises, ...world.buyers].map((each) => [each.key, each.name.zh]),
  )
  const marketOf = (person: PersonSeed): string | null => {
    for (const { subject } of person.memberships) {
      const shop = world.shops.find((each) => each.key === subject || each.enterprise === subject)
      const market = world.markets.find(
        (each) =>
          each.key === (shop?.market ?? subject) || each.parties.some((party) => party.subject === subject),
      )
      if (market) return market.slug
    }
    return null
  }
  const accounts = signingIn(world).map((person) => {
    const first = person.memberships[0]
    const organisation = first ? organisationKey(world, first.subject) : null
    return {
      role: first ? roleNames[first.role] : 'person',
      email: person.email,
      password: passwords.get(person.key) ?? '',
      organisation: names.get(organisation ?? '') ?? 'Jishi',
      market: marketOf(person),
    }
  })
  await mkdir(config.dataDir, { recursive: true })
  await writeFile(join(config.dataDir, 'demo-accounts.json'), `${JSON.stringify(accounts, null, 2)}\n`, {
    mode: 0o600,
  })
}
