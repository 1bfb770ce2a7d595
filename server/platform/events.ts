import type { z } from 'zod'
import type { Db } from './db.ts'
import { type AnyJob, enqueue } from './jobs.ts'

/** Something that happened in a capability, told to those above it. The payload holds ids and the market; readers look up the rest. */
export type Event<S extends z.ZodType = z.ZodType> = { name: string; payload: S }
export const event = <S extends z.ZodType>(name: string, payload: S): Event<S> => ({ name, payload })

/** What a capability does when an event happens. Runs at least once, in the worker: it must bear a repeat. */
export type Reaction = { event: Event; run: (payload: unknown) => Promise<void> }
export const reaction = <S extends z.ZodType>(
  to: Event<S>,
  perform: (payload: z.output<S>) => Promise<void>,
): Reaction => ({
  event: to,
  run: async (raw) => perform(to.payload.parse(raw)),
})

const jobName = (name: string) => `event:${name}`

/** Publishes in the transaction of the change: told if and only if it is committed. A `key` merges waiting repeats. */
export async function publish<S extends z.ZodType>(
  db: Db,
  what: Event<S>,
  payload: z.input<S>,
  key?: string,
): Promise<void> {
  await enqueue(
    db,
    jobName(what.name),
    what.payload.parse(payload) as object,
    key === undefined ? {} : { key: `${what.name}:${key}` },
  )
}

/** One job per event that tells all who react to it, in the order of wiring. Events nobody reacts to are done at once. */
export function eventJobs(events: readonly Event[], reactions: readonly Reaction[]): AnyJob[] {
  return events.map((each) => {
    const mine = reactions.filter((candidate) => candidate.event.name === each.name)
    return {
      name: jobName(each.name),
      run: async (payload) => {
        for (const candidate of mine) await candidate.run(payload)
      },
    }
  })
}
