import sharp from 'sharp'
import { notFound, ProblemError } from '#server/platform/problems.ts'
import type { Catalogue } from './actions/context.ts'
import { type MediaSource, readMediaSource } from './store/media.ts'

/** Widths and formats in which a picture is shown. Closed: nobody makes the server render others. */
export const renditionWidths = [160, 320, 480, 800] as const
export const renditionFormats = ['webp', 'avif'] as const
export type Format = (typeof renditionFormats)[number]

const keyOf = (mediaId: string, width: number, format: Format) => `renditions/${mediaId}/${width}.${format}`
/** Under which keys the sizes of a picture may have been kept. */
export const renditionKeys = (mediaId: string): string[] =>
  renditionWidths.flatMap((width) => renditionFormats.map((format) => keyOf(mediaId, width, format)))

const contentTypes: Readonly<Record<Format, string>> = { webp: 'image/webp', avif: 'image/avif' }
const mostWaiting = 200

/** Lets `most` tasks run at once; the rest wait in line, and a line that is too long is refused. */
function gate(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0
  const line: (() => void)[] = []
  return async (task) => {
    if (running >= most) {
      if (line.length >= mostWaiting) throw new ProblemError('request/unavailable')
      await new Promise<void>((resolve) => line.push(resolve))
    }
    running += 1
    try {
      return await task()
    } finally {
      running -= 1
      line.shift()?.()
    }
  }
}

export type Rendition = { bytes: Uint8Array; contentType: string }

/**
 * Makes `render(mediaId, width, format)`: from the object store when it was made before, else rasterised from the stored upload or
 * drawn, kept, and given. Two at once, since each takes a core; the same picture asked for twice is made once. 404 without a source.
 */
export function renditions(
  { database, objects }: Pick<Catalogue, 'database' | 'objects'>,
  drawGoods: (spec: object) => string,
): (mediaId: string, width: number, format: Format) => Promise<Rendition> {
  const enter = gate(2)
  const making = new Map<string, Promise<Uint8Array>>()
  const original = async (source: MediaSource): Promise<Uint8Array> => {
    if (source.drawing !== null) return Buffer.from(drawGoods(source.drawing))
    const bytes = source.objectKey === null ? null : await objects.get(source.objectKey)
    if (bytes === null) throw notFound()
    return bytes
  }
  const make = async (key: string, mediaId: string, width: number, format: Format): Promise<Uint8Array> => {
    const source = await readMediaSource(database.drizzle, mediaId)
    if (source === null) throw notFound()
    const bytes = await enter(async () => {
      const picture = sharp(await original(source), { limitInputPixels: 40e6, density: 72, pages: 1 }).resize(
        {
          width,
          withoutEnlargement: source.drawing === null,
        },
      )
      return format === 'webp'
        ? picture.webp({ quality: 80, effort: 4 }).toBuffer()
        : picture.avif({ quality: 55, effort: 3 }).toBuffer()
    })
    await objects.put(key, bytes)
    return bytes
  }
  return async (mediaId, width, format) => {
    const key = keyOf(mediaId, width, format)
    const kept = await objects.get(key)
    if (kept !== null) return { bytes: kept, contentType: contentTypes[format] }
    const already = making.get(key)
    const made = already ?? make(key, mediaId, width, format).finally(() => making.delete(key))
    if (!already) making.set(key, made)
    return { bytes: await made, contentType: contentTypes[format] }
  }
}
