import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from './testing/app.ts'
import { createUploads, type Uploads } from './uploads.ts'

let world: TestApp
let uploads: Uploads
const room = { owner: 'shop_test', files: 1000, bytes: 1024 ** 3 }
beforeAll(async () => {
  world = await testApp()
  uploads = createUploads(world.resources)
})
afterAll(() => world.close())

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#b5432a' } })
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: { code?: string }) => error.code,
  )

/** A PNG of one colour whose header claims the size given; tiny in bytes, huge when decoded. */
function bomb(width: number, height: number): Buffer {
  const table = Array.from({ length: 256 }, (_, n) => {
    let c = n
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    return c >>> 0
  })
  const crc = (bytes: Buffer) => {
    let c = 0xffffffff
    for (const byte of bytes) c = (table[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8)
    return (c ^ 0xffffffff) >>> 0
  }
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length, 0)
    body.copy(out, 4)
    out.writeUInt32BE(crc(body), body.length + 4)
    return out
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 })
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test('a picture is written anew: upright, as WebP, in the sizes that pages ask for, without a word of its metadata', async () => {
  const bytes = await picture(1200, 900)
    .withExif({
      IFD0: { Copyright: 'secret-canary', Software: 'secret-canary' },
      IFD3: { GPSLatitude: '24/1 44/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const kept = await uploads.receiveImage(bytes, room)
  expect(kept).toMatchObject({ width: 900, height: 1200, contentType: 'image/webp' })
  expect(kept.renditions.map((rendition) => rendition.width)).toEqual([320, 800])
  for (const { key, width, height } of [kept, ...kept.renditions]) {
    expect(key).toMatch(/^images\/[0-9a-f]{32}\.webp$/)
    const file = await uploads.open(key)
    const facts = await sharp(file?.bytes).metadata()
    expect(facts).toMatchObject({ format: 'webp', width, height })
    expect([facts.exif, facts.xmp, facts.icc]).toEqual([undefined, undefined, undefined])
    expect(Buffer.from(file?.bytes ?? []).includes('secret-canary')).toBe(false)
  }
})

test('what follows a picture’s end does not survive', async () => {
  const bytes = Buffer.concat([
    await picture(50, 50).png().toBuffer(),
    Buffer.from('<?php system($_GET[0]); ?><script>alert(1)</script>'),
  ])
  const kept = await uploads.receiveImage(bytes, room)
  const file = await uploads.open(kept.key)
  expect(Buffer.from(file?.bytes ?? []).includes('script')).toBe(false)
})

test('what is not a JPEG, PNG or WebP by its own bytes is refused, whatever it calls itself', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const cases: [string, Buffer][] = [
    ['SVG', svg],
    ['SVG with an XML head', Buffer.concat([Buffer.from('<?xml version="1.0"?>'), svg])],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['GIF', await picture(10, 10).gif().toBuffer()],
    ['TIFF', await picture(10, 10).tiff().toBuffer()],
    ['AVIF', await picture(10, 10).avif().toBuffer()],
    ['text', Buffer.from('just text')],
    ['PDF where a picture is asked for', Buffer.from('%PDF-1.7\n%%EOF')],
    ['zip', Buffer.from('504b0304', 'hex')],
    ['one byte', Buffer.from('x')],
  ]
  for (const [name, bytes] of cases)
    expect([name, await refusal(uploads.receiveImage(bytes, room))]).toEqual([name, 'uploads/type-refused'])
})

test('cut and corrupted pictures are refused, not half shown', async () => {
  const whole = await picture(400, 400).jpeg().toBuffer()
  expect(await refusal(uploads.receiveImage(whole.subarray(0, Math.floor(whole.length / 2)), room))).toBe(
    'uploads/unreadable',
  )
  const noise = Buffer.concat([whole.subarray(0, 20), Buffer.alloc(400, 0x5a)])
  expect(await refusal(uploads.receiveImage(noise, room))).toBe('uploads/unreadable')
})

test('a picture of a few kilobytes that would unpack to billions of pixels is refused quickly', async () => {
  const bytes = bomb(30_000, 30_000)
  expect(bytes.length).toBeLessThan(300_000)
  expect(await refusal(uploads.receiveImage(bytes, room))).toBe('uploads/too-many-pixels')
})

test('a PDF is kept as it is and a scanned document becomes a JPEG; neither is public', async () => {
  const pdf = await uploads.receiveDocument(
    Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF'),
    room,
  )
  expect(pdf).toMatchObject({
    contentType: 'application/pdf',
    key: expect.stringMatching(/^documents\/[0-9a-f]{32}\.pdf$/),
  })
  const scan = await uploads.receiveDocument(await picture(600, 800).png().toBuffer(), room)
  expect(scan.contentType).toBe('image/jpeg')
  for (const { key } of [pdf, scan]) expect((await uploads.open(key))?.isPublic).toBe(false)
})

test('a key that names no stored file opens nothing, and none is read outside the store', async () => {
  for (const key of ['images/none.webp', '../../etc/passwd', 'images/../../secret', '/etc/passwd', ''])
    expect(await uploads.open(key)).toBeNull()
})

test('a private file is not served by the public way, under any spelling of its name', async () => {
  const { key } = await uploads.receiveDocument(Buffer.from('%PDF-1.7\n%%EOF'), room)
  const name = key.slice('documents/'.length)
  for (const path of [
    name,
    `..%2Fdocuments%2F${name}`,
    `../documents/${name}`,
    `%2e%2e/documents/${name}`,
    name.replace('pdf', 'webp'),
  ])
    expect([path, (await world.app.inject(`/files/${path}`)).statusCode]).toEqual([path, 404])
})
