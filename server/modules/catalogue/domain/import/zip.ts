import { Buffer } from 'node:buffer'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { importLimits } from '#shared/catalogue/import.ts'
import { type Refusal, refusal } from './sheet.ts'

/**
 * A zip whose directory has been judged; `read` gives an entry's bytes in pieces until `take` says no, and counts them
 * against one budget for the whole archive.
 */
export type Archive = {
  readonly names: ReadonlySet<string>
  readonly read: (name: string, take: (piece: Buffer) => boolean) => Promise<Refusal | null>
}

// Deflate reaches 1,032 to 1. Sheets of a real list stay below 60; beyond 200 and 20 MB somebody packed nothing.
const suspiciousRatio = 200
const suspiciousBytes = 20 * 1024 * 1024

/**
 * Opens `bytes` as a zip. Refused before anything is unpacked: more than 1,000 entries, more than 200 MB promised,
 * absurd ratios, encryption. Sizes that lie are caught while reading, because the bytes are counted.
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive | Refusal> {
  let zip: ZipFile
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch {
    return refusal('catalogue/import-file-damaged')
  }
  if (zip.entryCount > importLimits.zipEntries) {
    return refusal('catalogue/import-zip-entries', { limit: importLimits.zipEntries })
  }
  const entries = new Map<string, Entry>()
  let promised = 0
  try {
    for await (const entry of zip.eachEntry()) {
      promised += entry.uncompressedSize
      const refused = judge(entry, promised)
      if (refused) return refused
      entries.set(entry.fileName, entry)
    }
  } catch {
    return refusal('catalogue/import-file-damaged')
  }
  const budget = { left: importLimits.unpackedBytes }
  return {
    names: new Set(entries.keys()),
    read: async (name, take) => {
      const entry = entries.get(name)
      return entry ? readEntry(zip, entry, budget, take) : refusal('catalogue/import-file-damaged')
    },
  }
}

function judge(entry: Entry, promised: number): Refusal | null {
  if (entry.isEncrypted()) return refusal('catalogue/import-file-protected')
  const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1)
  if (
    promised > importLimits.unpackedBytes ||
    (entry.uncompressedSize > suspiciousBytes && ratio > suspiciousRatio)
  ) {
    return refusal('catalogue/import-unpacked-size', { limit: importLimits.unpackedBytes / 1024 / 1024 })
  }
  return null
}

async function readEntry(
  zip: ZipFile,
  entry: Entry,
  budget: { left: number },
  take: (piece: Buffer) => boolean,
): Promise<Refusal | null> {
  try {
    const stream = await zip.openReadStreamPromise(entry)
    for await (const piece of stream) {
      if (!Buffer.isBuffer(piece)) continue
      budget.left -= piece.length
      if (budget.left < 0) {
        stream.destroy()
        return refusal('catalogue/import-unpacked-size', { limit: importLimits.unpackedBytes / 1024 / 1024 })
      }
      if (!take(piece)) {
        stream.destroy()
        return null
      }
    }
    return null
  } catch {
    return refusal('catalogue/import-file-damaged')
  }
}
