import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

// Versions below which a known advisory applies (reliability.md 1.8), asked of the resolved tree: a dependency of a dependency counts too.

type Lock = { packages: Record<string, { version?: string; hasInstallScript?: boolean }> }
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
const resolved = (name: string): [path: string, version: string][] =>
  Object.entries(packages).flatMap(([path, { version }]) =>
    version !== undefined && path.endsWith(`node_modules/${name}`) ? [[path, version]] : [],
  )

/** Whether a version is at least the floor; a pre-release of the floor is below it. */
function reaches(version: string, floor: string): boolean {
  const parts = (text: string) => (text.split('-')[0] ?? '').split('.').map(Number)
  const [have, need] = [parts(version), parts(floor)]
  for (const [index, wanted] of need.entries()) {
    const found = have[index] ?? 0
    if (found !== wanted) return found > wanted
  }
  return !version.includes('-')
}

const floors: [name: string, floor: string, because: string][] = [
  ['fastify', '5.8.5', 'CVE-2026-33806: a leading space skips the schema of the body'],
  ['fast-jwt', '6.3.1', 'GHSA-mvf2-f6gm-w987 and its successors: algorithm confusion'],
  ['@fastify/jwt', '10.2.0', 'brings fast-jwt 6.3'],
  ['drizzle-orm', '0.45.2', 'CVE-2026-39356: identifiers were not escaped'],
  ['@fastify/static', '9.1.1', 'CVE-2026-6414: %2F walks around guards of routes'],
  ['file-type', '21.3.1', 'GHSA-5v7r-6r5c-r473: a malformed file loops for ever'],
  ['stripe', '23.0.0', 'refuses a blank secret of a webhook'],
  ['react-dom', '19.2.3', 'CVE-2025-55182 and its successors'],
]
/** Not used today; whoever brings one in brings it in whole. */
const floorsIfUsed: [name: string, floor: string][] = [
  ['@fastify/multipart', '9.0.3'],
  ['@fastify/session', '10.9.0'],
  ['@fastify/middie', '9.3.2'],
  ['@fastify/express', '4.0.5'],
]

describe('the resolved tree', () => {
  test.each(floors)('has %s at %s or above: %s', (name, floor) => {
    const found = resolved(name)
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter(([, version]) => !reaches(version, floor))).toEqual([])
    for (const [path, version] of found) {
      const installed = JSON.parse(readFileSync(`${path}/package.json`, 'utf8')) as { version: string }
      expect(installed.version).toBe(version)
    }
  })

  test.each(floorsIfUsed)('has no %s below %s', (name, floor) => {
    expect(resolved(name).filter(([, version]) => !reaches(version, floor))).toEqual([])
  })

  test.each([
    'xlsx',
    'exceljs',
    'react-server-dom-webpack',
    'react-server-dom-parcel',
    'react-server-dom-turbopack',
  ])('does not have %s', (name) => {
    expect(resolved(name)).toEqual([])
  })
})

test('a floor is reached by itself and by what is above it, not by what is below or still announced', () => {
  for (const version of ['5.8.5', '5.8.6', '5.10.0', '6.0.0']) expect(reaches(version, '5.8.5')).toBe(true)
  for (const version of ['5.8.4', '5.7.9', '4.99.0', '5.8.5-alpha.1'])
    expect(reaches(version, '5.8.5')).toBe(false)
})
