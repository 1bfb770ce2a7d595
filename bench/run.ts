/**
 * `npm run bench`: measures reads, and the checkout, of the program beside a bare Fastify and pg that answers the same bytes, on the
 * same database in the same run, and prints one JSON line each. `--scale 1000000` measures reads at a million products. Ratios are what
 * to look at: absolute numbers belong to the machine. `node_ms` is the processor's time of the HTTP process for one request, which a busy
 * machine disturbs less than rates. Not a test: nothing fails here, since times differ between machines.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '#server/platform/clock.ts'
import { readConfig } from '#server/platform/config.ts'
import { openDatabase } from '#server/platform/db.ts'
import { eraseEmbeddedPostgres, startEmbeddedPostgres } from '#server/platform/embedded-postgres.ts'
import { createLogger } from '#server/platform/logger.ts'
import { migrateDatabase } from '#server/platform/migrations.ts'
import { folderStore } from '#server/platform/object-store.ts'
import { benchCheckout } from './checkout.ts'
import { layBenchGround } from './ground.ts'
import { load, type Measured } from './load.ts'
import { type Bench, productDetail, productList, searchTwoFacets } from './routes.ts'

const { values: options } = parseArgs({
  options: {
    scale: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '2' },
    only: { type: 'string', default: 'all' },
  },
})
const scale = Number(options.scale)
const seconds = Number(options.seconds)
const say = (fact: object): void => void process.stdout.write(`${JSON.stringify(fact)}\n`)
const rounds = 7
const children: ChildProcess[] = []

/** Starts a process of its own and waits for the port that it tells. */
function start(
  file: string,
  url: string,
  folder: string,
  args: string[] = [],
): Promise<{ child: ChildProcess; port: number; loading?: object }> {
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    DATABASE_URL: url,
    DATA_DIR: folder,
    SEED: 'none',
    MALLOC_ARENA_MAX: '1',
    NODE_COMPILE_CACHE: join(import.meta.dirname, '../node_modules/.cache/node'),
  }
  // As `npm start` and `npm run api` run it.
  const child = fork(join(import.meta.dirname, file), args, {
    env,
    execArgv: ['--max-semi-space-size=8', '--heap-growing-percent=20'],
  })
  children.push(child)
  return new Promise((resolve, reject) => {
    child.once('message', (message: { port: number; loading?: object }) => resolve({ child, ...message }))
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
  })
}

type Usage = { rss: number; cpu: { user: number; system: number } }
/** What a process used up to now: memory in bytes, processor milliseconds. */
const usageOf = (child: ChildProcess): Promise<{ rss: number; cpuMs: number }> =>
  new Promise((resolve) => {
    child.once('message', ({ rss, cpu }: Usage) => resolve({ rss, cpuMs: (cpu.user + cpu.system) / 1000 }))
    child.send('usage')
  })

const middle = (runs: readonly Measured[]): Measured =>
  runs.toSorted((a, b) => a.rps - b.rps)[Math.floor(runs.length / 2)] ?? {
    rps: 0,
    p50: 0,
    p95: 0,
    p99: 0,
    failed: 0,
  }

function ratioOf({ program, limit }: { program: readonly Measured[]; limit: readonly Measured[] }): number {
  const ratios = program.map((run, index) => run.rps / (limit[index]?.rps ?? Number.NaN))
  return ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0
}

/** Limit and program in turns, so that a busy moment of the machine hits neither alone; the middle of the turns and of their ratios counts. */
async function measure(
  bench: Bench,
  url: string,
  folder: string,
  program: { child: ChildProcess; port: number },
): Promise<void> {
  const file = join(folder, 'routes.json')
  writeFileSync(file, JSON.stringify(bench.routes))
  const limit = await start('limit.ts', url, folder, [file])
  const paths = bench.routes.map(([path]) => path)
  const runs: { program: Measured[]; limit: Measured[] } = { program: [], limit: [] }
  await load(limit.port, paths, 2)
  await load(program.port, paths, 2)
  const before = { program: await usageOf(program.child), limit: await usageOf(limit.child) }
  for (let round = 0; round < rounds; round++) {
    runs.limit.push(await load(limit.port, paths, seconds))
    runs.program.push(await load(program.port, paths, seconds))
  }
  const perRequest = async (child: ChildProcess, since: number, done: readonly Measured[]): Promise<number> =>
    ((await usageOf(child)).cpuMs - since) / done.reduce((sum, run) => sum + run.rps * seconds, 0)
  const nodeMs = await perRequest(program.child, before.program.cpuMs, runs.program)
  const limitNodeMs = await perRequest(limit.child, before.limit.cpuMs, runs.limit)
  limit.child.kill()
  const mine = middle(runs.program)
  const best = middle(runs.limit)
  say({
    bench: bench.name,
    scale,
    rps: mine.rps,
    p50: mine.p50,
    p95: mine.p95,
    p99: mine.p99,
    limit_rps: best.rps,
    ratio: Number(ratioOf(runs).toFixed(2)),
    node_ms: Number(nodeMs.toFixed(3)),
    limit_node_ms: Number(limitNodeMs.toFixed(3)),
    ...(mine.failed + best.failed > 0 ? { failed: mine.failed + best.failed } : {}),
  })
}

/** Lays the ground in this database and measures every read on it. */
async function benchReads(url: string): Promise<void> {
  await migrateDatabase(url, logger)
  const owner = openDatabase(url, logger, { role: null, max: 4 })
  const config = readConfig({ NODE_ENV: 'test', DATABASE_URL: url, DATA_DIR: folder, SEED: 'none' })
  const database = openDatabase(url, logger)
  const resources = {
    config,
    database,
    clock: systemClock,
    logger,
    objects: folderStore(join(folder, 'files')),
  }
  const ground = await layBenchGround(resources, owner, scale, say)
  const benches = [await productDetail(owner), await productList(ground), await searchTwoFacets(ground)]
  const program = await start('program.ts', url, folder)
  say({ bench: 'index taken into memory', scale, ...program.loading })
  for (const bench of benches) await measure(bench, url, folder, program)
  const { rss } = await usageOf(program.child)
  say({ bench: 'memory of the program', scale, rss_mb: Math.round(rss / 1e6) })
  program.child.kill()
  await database.close()
  await owner.close()
}

const folder = mkdtempSync(join(tmpdir(), 'jishi-bench-'))
chmodSync(folder, 0o755)
const logger = createLogger('error')
const server = await startEmbeddedPostgres(folder, logger, { durable: true })
try {
  if (options.only !== 'checkout') await benchReads(server.url('postgres'))
  if (options.only !== 'reads') {
    await server.ensureDatabase('checkout')
    await migrateDatabase(server.url('checkout'), logger)
    say(await benchCheckout(server.url('checkout'), folder, seconds))
  }
} finally {
  for (const child of children) child.kill()
  await server.stop()
  await eraseEmbeddedPostgres(folder)
}
