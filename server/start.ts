import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RunningApi } from './api.ts'
import { demoIsLoaded } from './demo/loaded.ts'
import { type Config, ConfigError, readConfig } from './platform/config.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/embedded-postgres.ts'
import { createLogger, type Logger } from './platform/logger.ts'
import { migrateDatabase } from './platform/migrations.ts'
import { keepPostgres } from './platform/postgres-keeper.ts'
import { demandDataDir, explainStartup } from './platform/startup.ts'
import { type Sandbox, startStripeSandbox } from './sandbox/stripe/index.ts'
import { buildWebIfStale } from './web-build.ts'

/**
 * `npm start`: from nothing to a running market on one machine. Starts PostgreSQL when no DATABASE_URL is given, migrates,
 * builds the web when its sources changed, fills an empty database with the demo, starts the payment sandbox when there are no
 * Stripe keys, serves, and runs the jobs in a process of its own. Stopping is the same as crashing: everything is safe at any moment.
 */
const project = fileURLToPath(new URL('..', import.meta.url))
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Runs a step; says what it is, and when it takes more than two seconds, that it still goes on. */
async function step<T>(title: string, work: (progress: (text: string) => void) => Promise<T>): Promise<T> {
  const started = Date.now()
  let latest = ''
  let told = 0
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000)
    if (seconds >= 2 && seconds !== told) {
      told = seconds
      say(`  ${title} … ${latest ? `${latest}, ` : ''}${seconds} s`)
    }
  }, 2000)
  try {
    const result = await work((text) => {
      latest = text
    })
    say(`✓ ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
    return result
  } finally {
    clearInterval(timer)
  }
}

async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < 24)
    throw new ConfigError('Start with `npm start`: it runs on the Node 24 that npm installed.')
  const settings = readConfig(process.env)
  const logger = createLogger(settings.logLevel === 'info' ? 'warn' : settings.logLevel)
  await demandDataDir(settings.dataDir)
  await demandFreePort(settings)
  const postgres = await openPostgres(settings, logger)
  try {
    await serve(settings, logger, postgres)
  } catch (error) {
    // Nobody else would stop it: it runs detached.
    await postgres?.stop()
    throw error
  }
}

async function serve(
  settings: Config,
  logger: Logger,
  postgres: EmbeddedPostgres | undefined,
): Promise<void> {
  const databaseUrl = settings.databaseUrl ?? postgres?.url('jishi') ?? ''
  await step('Schema', () => migrateDatabase(databaseUrl, logger))
  const environment = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    DATA_DIR: settings.dataDir,
    LOG_LEVEL: settings.logLevel,
  }
  await Promise.all([
    buildWebIfStale(project, step),
    settings.seed === 'demo' && !(await demoIsLoaded(databaseUrl))
      ? step('Demo world', (progress) => runChild('server/demo/load.ts', environment, progress))
      : undefined,
  ])
  const sandbox =
    settings.stripe || settings.production
      ? undefined
      : await startStripeSandbox({
          dataDir: settings.dataDir,
          databaseUrl,
          publicUrl: settings.publicUrl,
          logger,
        })
  const config: Config = {
    ...settings,
    databaseUrl,
    ...(sandbox ? { stripe: { ...sandbox.keys, apiBase: sandbox.apiBase } } : {}),
  }
  // Only now: the demo's process has loaded the same modules and left them compiled.
  const api = await step('Web server', async () => (await import('./api.ts')).startApi(config, logger))
  const worker = startWorkerProcess(config, environment)
  stopInOrder({ api, worker, sandbox, postgres })
  await announce(config)
}

async function openPostgres(settings: Config, logger: Logger): Promise<EmbeddedPostgres | undefined> {
  if (settings.databaseUrl !== undefined) return undefined
  return step('PostgreSQL', async () => {
    const server = await startEmbeddedPostgres(settings.dataDir, logger)
    await server.ensureDatabase('jishi')
    const keeper = await keepPostgres(server, 'jishi', logger)
    if (keeper === null)
      throw new ConfigError(
        `DATA_DIR: another program runs on ${settings.dataDir}; stop it, or set another DATA_DIR (and PORT) for a second market`,
      )
    return {
      ...server,
      stop: async () => {
        await keeper.close()
        await server.stop()
      },
    }
  })
}

/** Says at once that the port is taken, instead of after a minute of preparation. */
async function demandFreePort({ host, port }: Config): Promise<void> {
  const probe = createServer()
  await new Promise<void>((free, taken) => {
    probe.once('error', (error: NodeJS.ErrnoException) =>
      taken(
        new ConfigError(
          error.code === 'EADDRINUSE'
            ? `PORT: ${port} is in use on ${host}; set another PORT (and DATA_DIR for a second market)`
            : `HOST, PORT: cannot listen (${error.code})`,
        ),
      ),
    )
    probe.listen(port, host, () => probe.close(() => free()))
  })
}

/** Runs a script of ours to its end; its messages are its progress. */
function runChild(
  script: string,
  environment: NodeJS.ProcessEnv,
  progress: (text: string) => void,
): Promise<void> {
  return new Promise((done, failed) => {
    const child = fork(join(project, script), {
      env: environment,
      cwd: process.cwd(),
      // The web server keeps its young generation small on purpose; this one makes a world and ends.
      execArgv: ['--max-semi-space-size=64'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    child.on('message', (text) => progress(String(text)))
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`${script} ended with ${code}`))))
  })
}

/** Jobs run beside the web server; a worker that dies is started again. */
function startWorkerProcess(config: Config, environment: NodeJS.ProcessEnv): { stop: () => Promise<void> } {
  let stopping = false
  let child: ChildProcess
  const stripe: NodeJS.ProcessEnv = config.stripe
    ? {
        STRIPE_SECRET_KEY: config.stripe.secretKey,
        STRIPE_WEBHOOK_SECRET: config.stripe.webhookSecret,
        ...(config.stripe.apiBase ? { STRIPE_API_BASE: config.stripe.apiBase } : {}),
      }
    : {}
  const begin = () => {
    child = fork(join(project, 'server/worker.ts'), {
      env: { ...environment, ...stripe, LOG_LEVEL: config.logLevel === 'info' ? 'warn' : config.logLevel },
    })
    child.on('exit', () => {
      if (!stopping) setTimeout(begin, 1000)
    })
  }
  begin()
  return {
    stop: async () => {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5000))])
    },
  }
}

function stopInOrder(parts: {
  api: RunningApi
  worker: { stop: () => Promise<void> }
  sandbox: Sandbox | undefined
  postgres: EmbeddedPostgres | undefined
}): void {
  let asked = false
  const stop = async () => {
    if (asked) process.exit(1)
    asked = true
    say('Stopping …')
    await parts.worker.stop()
    await parts.api.close()
    await parts.sandbox?.close()
    await parts.postgres?.stop()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

type DemoAccount = {
  role: string
  email: string
  password: string
  organisation: string
  market: string | null
}

async function announce(config: Config): Promise<void> {
  say(`\nJishi 集市 is open: ${config.publicUrl}`)
  say(`API ${config.publicUrl}/docs   mail sent so far ${config.publicUrl}/dev/outbox`)
  const file = join(config.dataDir, 'demo-accounts.json')
  const accounts = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as DemoAccount[],
    () => [],
  )
  if (accounts.length === 0) return
  say(`\nWho can sign in (all of them in ${file}):`)
  const roles = new Map<string, DemoAccount>()
  for (const account of accounts) if (!roles.has(account.role)) roles.set(account.role, account)
  for (const { role, email, password, organisation } of roles.values())
    say(`  ${role.padEnd(24)} ${email.padEnd(40)} ${password.padEnd(20)} ${organisation}`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainStartup(error)}\n`)
  process.exit(1)
})
