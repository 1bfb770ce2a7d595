import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import type { Database } from '../db.ts'

const invariants = readFileSync(fileURLToPath(new URL('../../invariants.sql', import.meta.url)), 'utf8')

export type Breach = { id: string; what: string; subject: string }

/** Everything in the database that must never be (server/invariants.sql). `owner` sees behind the walls. */
export async function breaches(owner: Database): Promise<Breach[]> {
  const { rows } = await owner.pool.query<Breach>(invariants)
  return rows
}

/** Asserts that nothing is wrong. Asked at the end of every file that has a database; ask it too after each test that moves stock or money. */
export async function expectSound(owner: Database): Promise<void> {
  expect(await breaches(owner)).toEqual([])
}
