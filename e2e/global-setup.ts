import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

export type DemoAccount = {
  role: string
  email: string
  password: string
  organisation: string
  market: string | null
}

declare module 'vitest' {
  interface ProvidedContext {
    baseUrl: string
    accounts: DemoAccount[]
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready))
  const address = probe.address()
  await new Promise((done) => probe.close(done))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/** Starts the whole program as `npm start` does, in an empty data folder, with the demo world; stops it after the last journey. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'jishi-journeys-'))
  const port = await freePort()
  const environment = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: folder,
    SEED: 'demo',
    LOG_LEVEL: 'warn',
    NODE_ENV: 'development',
  }
  for (const name of ['DATABASE_URL', 'MEILI_URL', 'STRIPE_SECRET_KEY', 'PUBLIC_URL'])
    delete (environment as NodeJS.ProcessEnv)[name]
  const program = spawn(process.execPath, ['server/start.ts'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  program.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  program.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  const baseUrl = `http://localhost:${port}`
  const deadline = Date.now() + 240_000
  while (
    !(await fetch(`${baseUrl}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (program.exitCode !== null || Date.now() > deadline)
      throw new Error(`the program did not start:\n${output}`)
    await new Promise((wake) => setTimeout(wake, 250))
  }
  project.provide('baseUrl', baseUrl)
  project.provide(
    'accounts',
    JSON.parse(readFileSync(join(folder, 'demo-accounts.json'), 'utf8')) as DemoAccount[],
  )
  return async () => {
    const ended = new Promise((resolve) => program.once('exit', resolve))
    program.kill('SIGTERM')
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 15_000))])
    program.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}
