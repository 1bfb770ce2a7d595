import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demandDataDir } from './platform/startup.ts'

// Whoever starts the program with a wrong setting reads which one it is: no stack, no waiting, no exit that looks like success.

let folder: string
let taken: { port: number; close: () => void }
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jishi-start-'))
  writeFileSync(join(folder, 'a-file'), '')
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  taken = { port: typeof address === 'object' && address ? address.port : 0, close: () => server.close() }
})
afterAll(() => {
  taken.close()
  rmSync(folder, { recursive: true, force: true })
})

async function begin(script: string, settings: Record<string, string>) {
  const environment: NodeJS.ProcessEnv = { PATH: process.env['PATH'], HOME: folder, PORT: '0', ...settings }
  const child = spawn(process.execPath, [script], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), 30_000)
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve))
  clearTimeout(timer)
  return { code, out, err }
}

const nowhere = 'postgresql://somebody:secret-word@127.0.0.1:1/none'
const cases: [name: string, settings: () => Record<string, string>, says: RegExp][] = [
  ['a port that is no number', () => ({ PORT: 'abc' }), /^PORT: must be a port number/],
  ['a port in use', () => ({ PORT: String(taken.port), DATA_DIR: folder }), /^PORT: \d+ is in use/],
  [
    'a database that does not answer',
    () => ({ DATABASE_URL: nowhere, DATA_DIR: folder }),
    /^DATABASE_URL: .*ECONNREFUSED/,
  ],
  [
    'a data folder that is a file',
    () => ({ DATA_DIR: join(folder, 'a-file') }),
    /^DATA_DIR: .*\((EEXIST|ENOTDIR)\)/,
  ],
  // Where a folder can neither be made nor is missing its parent, making it with its parents never ends.
  [
    'a data folder below /proc',
    () => ({ DATA_DIR: '/proc/jishi/data' }),
    /^DATA_DIR: .*\((ENOENT|EACCES|EPERM|EROFS)\)/,
  ],
  [
    'half of Stripe',
    () => ({ STRIPE_SECRET_KEY: 'sk_test_12345678' }),
    /^STRIPE_WEBHOOK_SECRET: is required/,
  ],
  ['Meilisearch without a key', () => ({ MEILI_URL: 'http://127.0.0.1:7700' }), /^MEILI_KEY: is required/],
]

describe('npm start names the setting', () => {
  test.each(cases)(
    '%s',
    async (_what, settings, says) => {
      const { code, err } = await begin('server/start.ts', settings())
      expect(err).toMatch(says)
      expect(err).not.toMatch(/\n\s+at |secret-word/)
      expect(code).toBe(1)
    },
    40_000,
  )
})

test.each([
  ['server/migrate.ts', {}, /^DATABASE_URL: is required/],
  ['server/migrate.ts', { DATABASE_URL: nowhere }, /^DATABASE_URL: .*ECONNREFUSED/],
  ['server/main.ts', {}, /^DATABASE_URL: is required/],
  [
    'server/main.ts',
    { DATABASE_URL: nowhere, DATA_DIR: '/proc/jishi' },
    /^DATA_DIR: .*\((ENOENT|EACCES|EPERM|EROFS)\)/,
  ],
  ['server/worker.ts', { DATABASE_URL: nowhere }, /^DATABASE_URL: .*ECONNREFUSED/],
])(
  '%s with %o says so',
  async (script, settings, says) => {
    const { code, err } = await begin(script, { ...settings, LOG_LEVEL: 'silent' })
    expect(err).toMatch(says)
    expect(err).not.toMatch(/\n\s+at |secret-word/)
    expect(code).toBe(1)
  },
  40_000,
)

test('a data folder that does not answer ends the wait and is named', async () => {
  // Less patience than a process needs to begin: to the one who waits it is a folder that hangs.
  await expect(demandDataDir(folder, 1)).rejects.toThrow(/^DATA_DIR: .*no answer/)
  await demandDataDir(join(folder, 'new', 'and', 'deep'))
})
