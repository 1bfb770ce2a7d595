/**
 * The child process that reads what strangers send (see uploads.ts). It gets one message with the bytes, answers with one, and is
 * killed. It imports nothing of the server.
 */
import { fileTypeFromBuffer } from 'file-type'
import sharp, { type Sharp } from 'sharp'

export type ReadRequest = { purpose: 'picture' | 'document'; bytes: Uint8Array; widths: number[] }
export type ReadAnswer =
  | {
      ok: true
      contentType: 'image/webp' | 'image/jpeg' | 'application/pdf'
      pictures: { width: number; height: number; bytes: Uint8Array }[]
    }
  | { ok: false; code: 'uploads/unreadable' | 'uploads/type-refused' | 'uploads/too-many-pixels' }

const pictureTypes: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp'])
const mostPixels = 40_000_000
/** Larger pictures are made this large: no page shows more. */
const longestSide = 2400

async function readFile({ purpose, bytes, widths }: ReadRequest): Promise<ReadAnswer> {
  const found = await fileTypeFromBuffer(bytes)
  if (found?.mime === 'application/pdf' && purpose === 'document')
    return { ok: true, contentType: 'application/pdf', pictures: [] }
  if (!found || !pictureTypes.has(found.mime)) return { ok: false, code: 'uploads/type-refused' }
  const source = () =>
    sharp(bytes, { limitInputPixels: mostPixels, failOn: 'warning', pages: 1 })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
  const contentType = purpose === 'picture' ? 'image/webp' : 'image/jpeg'
  const written = (image: Sharp) =>
    purpose === 'picture'
      ? image.webp({ quality: 84, effort: 3 })
      : image.flatten({ background: '#ffffff' }).jpeg({ quality: 88 })
  const main = await written(source()).toBuffer({ resolveWithObject: true })
  const pictures = [{ width: main.info.width, height: main.info.height, bytes: new Uint8Array(main.data) }]
  for (const width of widths.filter((each) => each < main.info.width)) {
    const smaller = await written(sharp(main.data).resize({ width })).toBuffer({ resolveWithObject: true })
    pictures.push({
      width: smaller.info.width,
      height: smaller.info.height,
      bytes: new Uint8Array(smaller.data),
    })
  }
  return { ok: true, contentType, pictures }
}

process.once('message', (request) => {
  readFile(request as ReadRequest)
    .catch((error: unknown): ReadAnswer => {
      const tooLarge = error instanceof Error && error.message.includes('pixel limit')
      return { ok: false, code: tooLarge ? 'uploads/too-many-pixels' : 'uploads/unreadable' }
    })
    .then((answer) => process.send?.(answer))
})
