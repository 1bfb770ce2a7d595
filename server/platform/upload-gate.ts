import { ProblemError } from './problems.ts'

/** Files that are in memory at any moment, of all and of one person. What waits has not been read from its socket yet. */
export const gateLimits = { atOnce: 6, ofOnePerson: 3, waiting: 60, patienceMs: 12_000 }

type Waiting = { person: string; enter: () => void }

/**
 * Lets a few uploads in at a time. A body is held whole while it is read and checked, so without a gate eighty of them at once took a
 * gigabyte. Who waits too long, or finds the line too long, gets `request/unavailable` and may come again.
 */
export function uploadGate(limits = gateLimits): { enter: (person: string) => Promise<() => void> } {
  const inside = new Map<string, number>()
  const line: Waiting[] = []
  let running = 0
  const fits = (person: string) => running < limits.atOnce && (inside.get(person) ?? 0) < limits.ofOnePerson

  const take = (person: string): (() => void) => {
    running += 1
    inside.set(person, (inside.get(person) ?? 0) + 1)
    let left = false
    return () => {
      if (left) return
      left = true
      running -= 1
      const rest = (inside.get(person) ?? 1) - 1
      if (rest === 0) inside.delete(person)
      else inside.set(person, rest)
      for (let next = line.findIndex((each) => fits(each.person)); next >= 0; ) {
        line.splice(next, 1)[0]?.enter()
        next = line.findIndex((each) => fits(each.person))
      }
    }
  }

  return {
    /** Resolves with the way out, which bears being called twice. */
    enter: (person) => {
      if (fits(person)) return Promise.resolve(take(person))
      if (line.length >= limits.waiting) return Promise.reject(new ProblemError('request/unavailable'))
      return new Promise((resolve, reject) => {
        const waiting: Waiting = {
          person,
          enter: () => {
            clearTimeout(timer)
            resolve(take(person))
          },
        }
        const timer = setTimeout(() => {
          line.splice(line.indexOf(waiting), 1)
          reject(new ProblemError('request/unavailable'))
        }, limits.patienceMs)
        line.push(waiting)
      })
    },
  }
}
