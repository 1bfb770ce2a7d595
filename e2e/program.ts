import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eraseEmbeddedPostgres } from '#server/platform/embedded-postgres.ts'

export type DemoAccount = {
  role: string
  email: string
  password: string
  organisation: string
  market: string | null
}

export type Program = { baseUrl: string; accounts: DemoAccount[]; stop: () => Promise<void> }

/** The first demo account of a role, in a market where the role belongs to one, of an organisation where one is named. */
export function accountOf(
  accounts: readonly DemoAccount[],
  role: string,
  market: string,
  organisation?: string,
): DemoAccount {
  const found = accounts.find(
    (one) =>
      one.role === role &&
      (one.market === null || one.market === market) &&
      (organisation === undefined || one.organisation === organisation),
  )
  if (found === undefined) throw new Error(`the demo has no ${role} ${organisation ?? ''}`)
  return found
}

/** Settings of the machine that would lead the program away from its own empty folder. */
const strangers = [
  'DATABASE_URL',
  'MEILI_URL',
  'MEILI_KEY',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'STRIPE_API_BASE',
  'PUBLIC_URL',
]
const patienceMs = 240_000

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready))
  const address = probe.address()
  await new Promise((done) => probe.close(done))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

const isReady = (baseUrl: string) =>
  fetch(`${baseUrl}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  )

/**
 * Starts the whole program as `npm start` does, in an empty data folder, with the demo world, and waits until it is ready.
 * Fails with the program's own words when it ends early or takes more than four minutes. `stop` ends it and removes its folder.
 */
async function startProgram(): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'jishi-journeys-'))
  const port = await freePort()
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: folder,
    SEED: 'demo',
    LOG_LEVEL: 'warn',
    NODE_ENV: 'development',
  }
  for (const name of strangers) delete environment[name]
  const child = spawn(process.execPath, ['server/start.ts'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-20_000)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const stop = async () => {
    if (child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      const lastResort = setTimeout(() => child.kill('SIGKILL'), 15_000)
      await ended
      clearTimeout(lastResort)
    }
    await eraseEmbeddedPostgres(folder)
  }
  const baseUrl = `http://localhost:${port}`
  const deadline = Date.now() + patienceMs
  while (!(await isReady(baseUrl))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop()
      throw new Error(`the program did not start:\n${output}`)
    }
    await new Promise((wake) => setTimeout(wake, 250))
  }
  const accounts = JSON.parse(readFileSync(join(folder, 'demo-accounts.json'), 'utf8')) as DemoAccount[]
  return { baseUrl, accounts, stop }
}

/** The program that PAGES_URL names (with PAGES_ACCOUNTS, the file of its demo accounts), which stays as it is; else one of our own. */
export async function openProgram(): Promise<Program> {
  const { PAGES_URL: baseUrl, PAGES_ACCOUNTS: file } = process.env
  if (baseUrl === undefined || file === undefined) return startProgram()
  const accounts = JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[]
  return { baseUrl, accounts, stop: async () => undefined }
}
