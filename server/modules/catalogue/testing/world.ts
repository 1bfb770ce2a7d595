import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { buildApp } from '#server/app.ts'
import { createSearch, type SearchCapability } from '#server/modules/search/index.ts'
import { systemClock } from '#server/platform/clock.ts'
import { readConfig } from '#server/platform/config.ts'
import { inMarket, type Tx } from '#server/platform/db.ts'
import { eventJobs } from '#server/platform/events.ts'
import { drainJobs } from '#server/platform/jobs.ts'
import { folderStore } from '#server/platform/object-store.ts'
import type { Resources } from '#server/platform/resources.ts'
import { type Caller, caller } from '#server/platform/testing/app.ts'
import { type TestDatabase, testDatabase, testLogger } from '#server/platform/testing/database.ts'
import type { Wiring } from '#server/wiring.ts'
import { allCategories } from '#shared/catalogue/categories.ts'
import { type CatalogueCapability, createCatalogue } from '../index.ts'
import { type Ground, layGround } from './neighbours.ts'

/** Catalogue and search over HTTP on a fresh database, with markets and shops that are only rows. */
export type CatalogueWorld = Ground & {
  app: FastifyInstance
  db: TestDatabase
  resources: Resources
  catalogue: CatalogueCapability
  search: SearchCapability
  as: (token: string | null) => Caller
  /** A transaction that sees the first market. */
  inTransaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Performs every waiting job, as the worker would. */
  work: () => Promise<void>
  close: () => Promise<void>
}

const square = (): string =>
  '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="100"><rect width="80" height="100"/></svg>'

export async function catalogueWorld(): Promise<CatalogueWorld> {
  const db = await testDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'jishi-files-'))
  const config = readConfig({ NODE_ENV: 'test', DATABASE_URL: db.url, DATA_DIR: dataDir, SEED: 'none' })
  const resources: Resources = {
    config,
    database: db.database,
    clock: systemClock,
    logger: testLogger,
    objects: folderStore(join(dataDir, 'files')),
  }
  const ground = await layGround(db.owner)
  let pictures = 0
  const receiveImage = async (bytes: Uint8Array) => {
    const { width, height } = await sharp(bytes).metadata()
    pictures += 1
    const key = `images/${pictures}.webp`
    await resources.objects.put(key, bytes)
    return { key, width, height }
  }
  const { neighbours } = ground
  const catalogue = createCatalogue({
    ...resources,
    neighbours,
    categories: allCategories,
    drawGoods: square,
    pictures: { receiveImage, claim: async () => undefined, drop: async () => undefined },
  })
  const search = createSearch({ ...resources, catalogue })
  const slots = [catalogue.slots, search.slots]
  const jobs = [
    ...slots.flatMap((slot) => slot.jobs ?? []),
    ...eventJobs(
      slots.flatMap((slot) => slot.events ?? []),
      slots.flatMap((slot) => slot.reactions ?? []),
    ),
  ]
  const wiring = { slots, jobs, schedules: [], resolveActor: ground.resolveActor }
  const app = await buildApp(resources, wiring as unknown as Wiring)
  await app.ready()
  return {
    ...ground,
    app,
    db,
    resources,
    catalogue,
    search,
    as: (token) => caller(app, token, {}),
    inTransaction: (work) => inMarket(db.database, ground.market.id, work),
    work: () => drainJobs(db.owner.pool, jobs, testLogger),
    close: async () => {
      await app.close()
      await db.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
