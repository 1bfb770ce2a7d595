import type { FastifyInstance } from 'fastify'
import type { ProblemCatalogue } from '#shared/problem.ts'
import type { Actor } from './actor.ts'
import type { Event, Reaction } from './events.ts'
import type { AnyJob, Schedule } from './jobs.ts'

/** What each capability hands to the processes: its routes for HTTP, its jobs and schedules for the worker, its problem codes. */
export type Slots = {
  routes?: (app: FastifyInstance) => void
  jobs?: readonly AnyJob[]
  /** What it tells others, and what it does when others tell. */
  events?: readonly Event[]
  reactions?: readonly Reaction[]
  schedules?: readonly Schedule[]
  problems?: readonly ProblemCatalogue[]
}

/** Finds out who sends a request, from its token; null for nobody. Throws nothing: a bad token is nobody. */
export type ResolveActor = (token: string | undefined, freshness: 'read' | 'write') => Promise<Actor | null>
