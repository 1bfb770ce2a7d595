/** A source of numbers from 0 (included) to 1 (excluded). */
export type Chance = () => number

/** Mulberry32: small, fast, and the same on every machine. Not for secrets. */
export function chanceFrom(seed: number): Chance {
  let state = (Math.imul(seed, 2654435761) + 97) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** FNV-1a over UTF-16 units: names ids after what is drawn, so that equal specs make equal bytes. */
export function fingerprint(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
