import { createHash, randomInt } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import sharp from 'sharp'
import { openResources } from '#server/api.ts'
import { readConfig } from '#server/platform/config.ts'
import { createLogger } from '#server/platform/logger.ts'
import { folderStore } from '#server/platform/object-store.ts'
import { type Wiring, wire } from '#server/wiring.ts'
import { drawLicence, type LicenceWords } from './drawing/sheets/licence.ts'
import { loadMarkets } from './load/markets.ts'
import { addYears, type Ids } from './load/moments.ts'
import { courseClock, playOrders, productsBought } from './load/orders.ts'
import { loadPayoutAccounts } from './load/payout-accounts.ts'
import {
  applicationScope,
  type LicenceFile,
  loadIdentities,
  loadPeople,
  organisationKey,
  setPasswords,
} from './load/people.ts'
import { linkPictures, loadProducts } from './load/products.ts'
import { idOf } from './load/rows.ts'
import { loadShops } from './load/shops.ts'
import { makeWorld } from './world/make-world.ts'
import type { PersonSeed, World } from './world/types.ts'

/**
 * Fills an empty database with the demo world. One transaction for everybody and one for each market's goods, so that a kill leaves
 * nothing half and the next start goes on where this one stopped; then the orders, which are placed, paid, shipped and received by the
 * same actions as real ones, while goods that nobody buys get their prepared pages and their place in the index; then the goods that
 * were bought. A database that holds a market of its own is left alone.
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
  const resources = { ...openResources(config, logger, 'jishi-demo-actions'), clock: courseClock }
  try {
    const wiring = wire(resources)
    // The other core works the hashes out while PostgreSQL takes the goods.
    const passwords = new Map(signingIn(world).map((person) => [person.key, randomPassword()]))
    const hashing = Promise.all(
      [...passwords].map(
        async ([key, password]) => [key, await wiring.accounts.hashPassword(password)] as const,
      ),
    )
    if (empty) await loadStill(world, ids)
    await Promise.all(world.markets.map((market) => loadGoods(partOf(world, market.key), ids, market.key)))
    await setPasswords(client, ids, new Map(await hashing))
    await writeAccounts(world, passwords)
    say('statistics')
    await gatherStatistics()
    const bought = productsBought(world)
    const prepare = (chosen: World['products']) =>
      prepareProducts(wiring, { ...world, products: chosen }, ids)
    await Promise.all([
      playOrders(resources, wiring, world, ids, say),
      prepare(world.products.filter(({ key }) => !bought.has(key))),
    ])
    say('pages and index of what was bought')
    for (const { key } of world.markets) await wiring.trade.countSales(ids('market', key))
    await prepare(world.products.filter(({ key }) => bought.has(key)))
    await wiring.search.engine.settle()
    await client.query(`select audit_append('platform', null, null, 'demo.loaded', 'demo', $1::jsonb)`, [
      JSON.stringify({ seed: world.seed, today: world.today }),
    ])
  } finally {
    await resources.database.close()
  }
}

/** A market's own part of what stands in shops. */
function partOf(world: World, market: string): World {
  const shops = world.shops.filter((shop) => shop.market === market)
  const keys = new Set(shops.map((shop) => shop.key))
  return { ...world, shops, products: world.products.filter((product) => keys.has(product.shop)) }
}

/** Makes public pages and index entries, some hundred products at a time. */
async function prepareProducts({ catalogue, search }: Wiring, world: World, ids: Ids): Promise<void> {
  for (const { key } of world.markets) {
    const marketId = ids('market', key)
    const productIds = partOf(world, key).products.map((product) => ids('product', product.key))
    for (let from = 0; from < productIds.length; from += 250) {
      await catalogue.prepareProducts(marketId, productIds.slice(from, from + 250), search.indexListed)
    }
  }
}

/** Whether what is there is a demo world whose loading was interrupted, and not somebody's own market. */
async function isOurs(ids: Ids): Promise<boolean> {
  const { rowCount } = await client.query('select from markets where id = $1', [
    ids('market', 'market-shishi-kids'),
  ])
  return rowCount === 1
}

/** Everybody, the markets and their shops, in one transaction. */
async function loadStill(world: World, ids: Ids): Promise<void> {
  say('people and markets')
  await inOne(
    client,
    world.markets.map((each) => ids('market', each.key)),
    async () => {
      await loadPeople(client, world, ids)
      await loadIdentities(client, world, ids, await storeLicences(world))
      await loadMarkets(client, world, ids)
      await loadShops(client, world, ids)
      // The sandbox is what pays where there are no keys; at the real Stripe nobody knows invented shops.
      if (config.stripe === undefined) await loadPayoutAccounts(client, world, ids, config.dataDir)
    },
  )
}

/** The goods of one market in one transaction and on a connection of its own: two markets fill side by side. Nothing when they are there. */
async function loadGoods(world: World, ids: Ids, market: string): Promise<void> {
  const marketId = ids('market', market)
  const own = new pg.Client({ connectionString: config.databaseUrl, application_name: 'jishi-demo-goods' })
  await own.connect()
  try {
    const { rowCount } = await own.query('select from products where market_id = $1 limit 1', [marketId])
    if (rowCount !== 0) return
    await inOne(own, [marketId], async () => {
      await loadProducts(own, world, ids, say)
      await linkPictures(own, world, ids)
    })
  } finally {
    await own.end()
  }
}

/** Statistics of what was filled, the largest tables first, two at a time. */
async function gatherStatistics(): Promise<void> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables where n_live_tup > 0 order by n_live_tup desc`,
  )
  const other = new pg.Client({
    connectionString: config.databaseUrl,
    application_name: 'jishi-demo-statistics',
  })
  await other.connect()
  const drain = async (connection: pg.Client) => {
    for (let table = tables.shift(); table !== undefined; table = tables.shift())
      await connection.query(`analyze ${table.name}`)
  }
  await Promise.all([drain(client), drain(other)]).finally(() => other.end())
}

/** One transaction that sees these markets. */
async function inOne(
  connection: pg.Client,
  marketIds: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  await connection.query('begin')
  try {
    await connection.query(`select set_config('app.markets', $1, true)`, [marketIds.join(',')])
    await work()
    await connection.query('commit')
  } catch (error) {
    await connection.query('rollback')
    throw error
  }
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
