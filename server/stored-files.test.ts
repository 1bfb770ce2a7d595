import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { cells, romper } from '#server/modules/catalogue/testing/drafts.ts'
import * as catalogue from '#shared/catalogue/contract.ts'
import * as enterprises from '#shared/enterprises/contract.ts'
import { putShopPicture } from '#shared/shops/contract.ts'
import { transact } from './platform/db.ts'
import { type TestApp, testApp } from './platform/testing/app.ts'
import { enterpriseWithShop, openedMarket, signedUpPerson } from './platform/testing/builders.ts'
import { createUploads, type Uploads } from './platform/uploads.ts'

// Invariant I15: no object without a row, no row without its object, whatever moment the process dies at.

let shift = 0
let world: TestApp
const clock = { now: () => new Date(Date.now() + shift) }
beforeEach(async () => {
  await world?.close()
  shift = 0
  world = await testApp({ clock })
})
afterAll(() => world?.close())

const png = (side = 40) =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#b5432a' } })
    .png()
    .toBuffer()
const room = { owner: 'shop_x', files: 3, bytes: 1024 ** 2 }

/** Keys that lie in the store and that rows name, of uploads. */
async function lying(): Promise<{ objects: string[]; rows: string[] }> {
  const folder = join(world.resources.config.dataDir, 'files')
  const objects = ['images', 'documents', 'renditions'].flatMap((part) => {
    try {
      return readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
        .filter((each) => each.isFile())
        .map((each) => join(each.parentPath, each.name).slice(folder.length + 1))
    } catch {
      return []
    }
  })
  const { rows } = await world.db.owner.pool.query<{ key: string }>(
    'select key from stored_files where removed_at is null order by key',
  )
  return { objects: objects.sort(), rows: rows.map((row) => row.key) }
}
async function expectInStep(files: number): Promise<void> {
  const { objects, rows } = await lying()
  expect(objects).toEqual(rows)
  expect(rows).toHaveLength(files)
}
const sweep = () => world.wiring.jobs.find((each) => each.name === 'files.sweep')?.run({})

test('a replaced shop picture and a removed document are deleted after the commit, and are found no more', async () => {
  const market = await openedMarket(world)
  const seller = await enterpriseWithShop(world, market)
  const before = (await lying()).rows.length
  const put = async () =>
    seller.as.call(putShopPicture, {
      params: { market: market.slug, shopId: seller.shopId, place: 'logo' },
      body: (await png(900)) as never,
    })
  const first = await put()
  await expectInStep(before + 3)
  await put()
  const gone = await world.app.inject({ method: 'GET', url: first.url })
  expect(gone.statusCode).toBe(404)
  await world.work()
  await expectInStep(before + 3)

  const person = await signedUpPerson(world, { kind: 'enterprise' })
  const params = { organisationId: person.organisationId }
  const document = await person.as.call(enterprises.uploadDocument, {
    params,
    query: { kind: 'other' },
    body: (await png()) as never,
  })
  await expectInStep(before + 4)
  await person.as.call(enterprises.removeDocument, { params: { ...params, documentId: document.id } })
  await world.work()
  await expectInStep(before + 3)
})

test('the picture of a deleted draft goes with the sizes made of it, unless something else shows it', async () => {
  const market = await openedMarket(world)
  const seller = await enterpriseWithShop(world, market)
  const before = (await lying()).rows.length
  const params = { market: market.slug, shop: seller.shopId }
  const upload = async () =>
    seller.as.call(catalogue.uploadMedia, { params, query: {}, body: (await png()) as never })
  const [alone, shared] = [await upload(), await upload()]
  const draft = (styleNo: string, mediaIds: string[]) =>
    seller.as.call(catalogue.createProduct, {
      params,
      body: romper(styleNo, { mediaIds, skus: cells(1, ['90'], 5) }),
    })
  const going = await draft('KT-1', [alone.id, shared.id])
  await draft('KT-2', [shared.id])
  const shown = await world.app.inject({ method: 'GET', url: `/media/${alone.id}/320.webp` })
  expect(shown.statusCode).toBe(200)
  await seller.as.call(catalogue.deleteProduct, { params: { ...params, product: going.id } })
  await world.work()
  await expectInStep(before + 1)
  const status = async (id: string) =>
    (await world.app.inject({ method: 'GET', url: `/media/${id}/320.webp` })).statusCode
  expect([await status(alone.id), await status(shared.id)]).toEqual([404, 200])
})

test('a full room says so in words before anybody’s bytes are read, and ten at once do not overfill it', async () => {
  const uploads = createUploads(world.resources)
  const bytes = await png()
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, () => uploads.receiveImage(bytes, room)),
  )
  expect(outcomes.filter((each) => each.status === 'fulfilled')).toHaveLength(3)
  await expect(uploads.receiveImage(Buffer.from('not even a picture'), room)).rejects.toMatchObject({
    code: 'uploads/quota-full',
    facts: { files: 3, mostFiles: 3 },
  })
  await expect(uploads.receiveImage(bytes, { owner: 'shop_y', files: 3, bytes: 10 })).rejects.toMatchObject({
    code: 'uploads/quota-full',
  })
  await expectInStep(3)
})

test('what a crash leaves at any step is taken away by the sweep, and what is in use stays', async () => {
  const uploads: Uploads = createUploads(world.resources)
  const claim = (key: string) => transact(world.resources.database, (tx) => uploads.claim(tx, key))
  const drop = (key: string) => transact(world.resources.database, (tx) => uploads.drop(tx, key))
  const receive = async () => (await uploads.receiveImage(await png(), { ...room, files: 100 })).key
  const used = await receive()
  await claim(used)
  // Died after the file arrived and before anything used it.
  const unclaimed = await receive()
  // Died between the row and the object.
  const { objects } = world.resources
  const broken = { ...world.resources, objects: { ...objects, put: () => Promise.reject(new Error('died')) } }
  await expect(createUploads(broken).receiveImage(await png(), { ...room, files: 100 })).rejects.toThrow(
    'died',
  )
  // Died before the job, and between deleting the object and its row.
  const dropped = await receive()
  await claim(dropped)
  await drop(dropped)
  const half = await receive()
  await claim(half)
  await drop(half)
  await objects.remove(half)
  await world.db.owner.pool.query(`delete from graphile_worker._private_jobs`)

  await sweep()
  expect((await lying()).rows).toContain(unclaimed)
  shift += 3_700_000
  await sweep()
  expect((await lying()).rows).toEqual([used])
  await expectInStep(1)
  const { rows } = await world.db.owner.pool.query('select key from stored_files')
  expect(rows).toEqual([{ key: used }])
  // What was swept away is not claimed any more.
  await expect(claim(unclaimed)).rejects.toMatchObject({ code: 'request/changed-meanwhile' })
})
