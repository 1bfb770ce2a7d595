import { chineseNumber, narrow } from './number.ts'

export type PackReading = {
  readonly size: number
  readonly note: string
  /** The list of sizes in the note adds up to another number. */
  readonly counted: number | null
}

const packWord =
  /(?:1|一|每)?\s*(?:手|包|打|箱|份|pack|prepack)\s*(?:=|为|是|:|：)?\s*(\d+|[一二两三四五六七八九十百]+)\s*(?:件|双|套|个|条|只|pcs|pieces|pairs)/i
const plain =
  /^(\d+|[一二两三四五六七八九十百]+)\s*(?:件|双|套|个|条|只|pcs|pieces|pairs)?\s*(?:\/|一|每)?\s*(?:手|包|份|pack)$/i

/** 1手=5件(90-130各1): how many pieces a pack holds, and its note. `sizes` lets a range of sizes be counted. Null: no pack is named. */
export function readPack(text: string, sizes: readonly string[] = []): PackReading | null {
  const written = narrow(text)
  const named = packWord.exec(written) ?? plain.exec(written)
  const bare = /^\d{1,4}$/.test(written) ? written : named?.[1]
  if (!bare) return null
  const size = chineseNumber(bare) ?? Number(bare)
  if (!Number.isInteger(size) || size < 1 || size > 10_000) return null
  const inside =
    /\(([^()]*)\)/.exec(written)?.[1] ?? (named ? written.slice(named.index + named[0].length) : '')
  const note = inside
    .replace(/^[\s,，;；:：]+|[\s]+$/g, '')
    .replace(/\s*各\s*(\d+)/, ' 各 $1')
    .replace(/(\d)\s*-\s*(\d)/, '$1–$2')
  return { size, note: note.slice(0, 200), counted: countEach(inside, sizes) }
}

function countEach(note: string, sizes: readonly string[]): number | null {
  const match = /^(\d+)\s*[-–~至到]\s*(\d+)\s*(?:码|cm)?\s*各\s*(\d+)/i.exec(note.trim())
  if (!match) return null
  const [from, to, each] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const inRange = sizes.filter((size) => Number(size) >= from && Number(size) <= to)
  return inRange.length > 1 ? inRange.length * each : null
}
