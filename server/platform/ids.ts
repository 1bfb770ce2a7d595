import { randomBytes } from 'node:crypto'
import { type IdKind, idPrefixes } from '#shared/ids.ts'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** Where chance comes from: the system's generator, or a seeded one while the demo world is built. */
export type Chance = (bytes: number) => Uint8Array
const systemChance: Chance = (bytes) => randomBytes(bytes)

/** A new id of this kind (see shared/ids.ts). Sorts by time of making; unguessable in its last 80 bits. */
export function newId(kind: IdKind, at: number = Date.now(), chance: Chance = systemChance): string {
  let time = at
  let head = ''
  for (let index = 0; index < 10; index++) {
    head = alphabet.charAt(time % 32) + head
    time = Math.floor(time / 32)
  }
  let tail = ''
  for (const byte of chance(16)) tail += alphabet.charAt(byte % 32)
  return `${idPrefixes[kind]}_${head}${tail}`
}
