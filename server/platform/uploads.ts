import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { and, eq, isNull } from 'drizzle-orm'
import type { FastifyReply } from 'fastify'
import { ProblemError } from './problems.ts'
import type { Resources } from './resources.ts'
import type { Slots } from './slots.ts'
import { createStoredFiles, type Room } from './stored-files.ts'
import { storedFiles } from './tables.ts'
import type { ReadAnswer, ReadRequest } from './uploads-reader.ts'

/** A picture as it is kept: WebP, upright, without metadata. */
export type Picture = { key: string; width: number; height: number; contentType: 'image/webp'; size: number }
export type ReceivedImage = Picture & { renditions: Picture[] }
export type ReceivedDocument = { key: string; contentType: 'image/jpeg' | 'application/pdf'; size: number }

const reader = fileURLToPath(new URL('./uploads-reader.ts', import.meta.url))
const timeLimitMs = 10_000
/** Private memory of the reading process, KiB: a picture of 40 million pixels fits, a bomb does not. */
const memoryLimitKiB = 1_048_576
const atOnce = 2
/** Smaller sizes that pages ask for, in pixels of width. */
const renditionWidths = [320, 800]
const contentType = 'image/webp' as const

/** Names are ours and of chance: nothing that a stranger sends reaches a path. */
const newKey = (folder: string, ending: string) => `${folder}/${randomBytes(16).toString('hex')}.${ending}`
const arriving = (key: string, type: string, bytes: Uint8Array) => ({
  key,
  contentType: type,
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest(),
  bytes,
})

/**
 * The one way in for files. Bytes of strangers are only ever read by a child process with little memory, little time, no right to write
 * files and no secrets in its environment; pictures are decoded and written anew, so nothing of the original survives but its pixels.
 * SVG and everything else is refused by its first bytes, whatever it calls itself.
 */
export function createUploads(resources: Resources) {
  const { database, objects, logger } = resources
  const files = createStoredFiles(resources)
  let running = 0
  const waiting: (() => void)[] = []

  async function read(request: ReadRequest): Promise<Extract<ReadAnswer, { ok: true }>> {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      const answer = await readInChild(request)
      if (!answer.ok) {
        logger.info({ code: answer.code, size: request.bytes.length }, 'upload refused')
        throw new ProblemError(answer.code)
      }
      return answer
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }

  return {
    slots: files.slots,
    claim: files.claim,
    drop: files.drop,

    /**
     * Takes a picture of a product or a shop: anybody may see it by its key. It stays when a transaction claims it within the hour.
     * Throws `uploads/…`.
     */
    async receiveImage(bytes: Uint8Array, room: Room): Promise<ReceivedImage> {
      await files.expectRoom(room)
      const { pictures } = await read({ purpose: 'picture', bytes, widths: renditionWidths })
      const made = pictures.map(({ width, height, bytes: content }) => ({
        picture: { key: newKey('images', 'webp'), width, height, contentType, size: content.length },
        content,
      }))
      const [main, ...renditions] = made.map((each) => each.picture)
      if (!main) throw new ProblemError('uploads/unreadable')
      await files.keep(
        room,
        made.map(({ picture: { key, size }, content }) => ({
          ...arriving(key, contentType, content),
          size,
          isPublic: true,
          madeFrom: key === main.key ? null : main.key,
        })),
      )
      return { ...main, renditions }
    },

    /** Takes a document: a picture is written anew, a PDF is kept as it is and only ever handed out as an attachment. */
    async receiveDocument(bytes: Uint8Array, room: Room): Promise<ReceivedDocument> {
      await files.expectRoom(room)
      const { contentType: found, pictures } = await read({ purpose: 'document', bytes, widths: [] })
      const content = found === 'application/pdf' ? bytes : pictures[0]?.bytes
      if (!content || found === 'image/webp') throw new ProblemError('uploads/unreadable')
      const key = newKey('documents', found === 'application/pdf' ? 'pdf' : 'jpg')
      await files.keep(room, [{ ...arriving(key, found, content), isPublic: false, madeFrom: null }])
      return { key, size: content.length, contentType: found }
    },

    /** A stored file, or null. Rights are the caller's business. */
    async open(key: string): Promise<{ bytes: Uint8Array; contentType: string; isPublic: boolean } | null> {
      const [row] = await database.drizzle
        .select()
        .from(storedFiles)
        .where(and(eq(storedFiles.key, key), isNull(storedFiles.removedAt)))
      const bytes = row ? await objects.get(key) : null
      return row && bytes ? { bytes, contentType: row.contentType, isPublic: row.isPublic } : null
    },
  }
}
export type Uploads = ReturnType<typeof createUploads>

/** Where a public picture is served, as a path on our own host. */
export const publicPath = (key: string): string => `/files/${key.replace(/^images\//, '')}`

/** Serves public pictures by their random names. A name never means another picture, so it may be kept for ever. */
export function publicFiles(uploads: Uploads): Slots {
  return {
    routes: (app) => {
      app.get<{ Params: { name: string } }>('/files/:name', async (request, reply) => {
        const { name } = request.params
        const file = /^[0-9a-f]{32}\.webp$/.test(name) ? await uploads.open(`images/${name}`) : null
        if (!file?.isPublic) throw new ProblemError('request/not-found')
        return reply
          .header('content-type', file.contentType)
          .header('x-content-type-options', 'nosniff')
          .header('content-security-policy', "default-src 'none'; sandbox")
          .header('cache-control', 'public, max-age=31536000, immutable')
          .send(Buffer.from(file.bytes))
      })
    },
  }
}

/** The raw body of a file endpoint; anything else than bytes is not a file. */
export function fileBytes(body: unknown): Uint8Array {
  if (!Buffer.isBuffer(body) || body.length === 0) throw new ProblemError('uploads/unreadable')
  return body
}

/** Hands a private file out: as an attachment, of the type that it was found to be, in a sandbox if a browser shows it after all. */
export function sendAttachment(
  reply: FastifyReply,
  file: { bytes: Uint8Array; contentType: string },
  name: string,
): FastifyReply {
  const ending = file.contentType === 'application/pdf' ? 'pdf' : 'jpg'
  return reply
    .header('content-type', file.contentType)
    .header('content-disposition', `attachment; filename="${name.replace(/[^a-z0-9_-]/gi, '')}.${ending}"`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(file.bytes))
}

/** Starts a reader, gives it one file, and ends it: nothing of one upload is left when the next one comes. */
function readInChild(request: ReadRequest): Promise<ReadAnswer> {
  return new Promise((resolve) => {
    const node = [
      '--permission',
      '--allow-fs-read=*',
      '--allow-addons',
      '--disable-warning=SecurityWarning',
      '--max-old-space-size=128',
      reader,
    ]
    // The shell sets the limit where it can (Linux) and becomes the reader; elsewhere the reader runs without it.
    const child: ChildProcess = spawn(
      'sh',
      ['-c', `ulimit -d ${memoryLimitKiB} 2>/dev/null; exec "$@"`, 'sh', process.execPath, ...node],
      {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        serialization: 'advanced',
        env: { PATH: process.env['PATH'] ?? '' },
      },
    )
    let settled = false
    const settle = (answer: ReadAnswer) => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      resolve(answer)
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => settle({ ok: false, code: 'uploads/unreadable' }), timeLimitMs)
    child.on('message', (answer) => settle(answer as ReadAnswer))
    child.on('error', () => settle({ ok: false, code: 'uploads/unreadable' }))
    child.on('exit', () => settle({ ok: false, code: 'uploads/unreadable' }))
    child.send(request, (error) => {
      if (error) settle({ ok: false, code: 'uploads/unreadable' })
    })
  })
}
