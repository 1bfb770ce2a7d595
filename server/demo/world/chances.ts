import { type Chance, chanceFrom, fingerprint } from '../drawing/chance.ts'

/** What the world draws its lots with. Every part of the world has its own source, so that one part may grow alone. */
export type Lots = {
  readonly chance: Chance
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number
  pick<T>(list: readonly T[]): T
  /** One of the pairs, as often as its weight says. */
  weighted<T>(list: readonly (readonly [T, number])[]): T
  /** `count` different members in a chance order. */
  some<T>(list: readonly T[], count: number): T[]
  happens(probability: number): boolean
}

/** Lots for one part of the world, from the world's seed and the part's name. */
export function lotsFor(seed: number, part: string): Lots {
  const chance = chanceFrom(fingerprint(`${seed}/${part}`))
  const whole = (low: number, high: number) => low + Math.floor(chance() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(chance() * list.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  return {
    chance,
    whole,
    pick,
    weighted: (list) => {
      let rest = chance() * list.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of list) {
        rest -= weight
        if (rest < 0) return value
      }
      return pick(list)[0]
    },
    some: (list, count) => {
      const left = [...list]
      const chosen: (typeof left)[number][] = []
      while (chosen.length < count && left.length > 0)
        chosen.push(...left.splice(Math.floor(chance() * left.length), 1))
      return chosen
    },
    happens: (probability) => chance() < probability,
  }
}
