import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '#server/app.ts'
import { type Wiring, wire } from '#server/wiring.ts'
import { type CallInput, type Endpoint, endpointUrl, type ResponseOf } from '#shared/http.ts'
import type { ProblemDocument } from '#shared/problem.ts'
import { type Clock, systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { drainJobs } from '../jobs.ts'
import { folderStore } from '../object-store.ts'
import type { Resources } from '../resources.ts'
import { type TestDatabase, testDatabase, testLogger } from './database.ts'

/** A caller of the API in a test: anonymous, or with a person's access token. */
export type Caller = {
  /** Calls and expects success; fails the test with the problem document otherwise. */
  call: <E extends Endpoint>(endpoint: E, input: CallInput<E>) => Promise<ResponseOf<E>>
  /** Calls and expects a problem; returns it. */
  refused: <E extends Endpoint>(endpoint: E, input: CallInput<E>) => Promise<ProblemDocument>
}

export type TestApp = {
  app: FastifyInstance
  wiring: Wiring
  resources: Resources
  db: TestDatabase
  as: (token: string | null, headers?: Record<string, string>) => Caller
  /** Performs every waiting job, as the worker would. */
  work: () => Promise<void>
  close: () => Promise<void>
}

/** The whole application on a fresh database, called through HTTP injection. */
export async function testApp({
  clock = systemClock,
  environment = {},
}: {
  clock?: Clock
  environment?: Record<string, string>
} = {}): Promise<TestApp> {
  const db = await testDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'jishi-files-'))
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: db.url,
    DATA_DIR: dataDir,
    SEED: 'none',
    ...environment,
  })
  const resources: Resources = {
    config,
    database: db.database,
    clock,
    logger: testLogger,
    objects: folderStore(join(dataDir, 'files')),
  }
  const wiring = wire(resources)
  const app = await buildApp(resources, wiring)
  await app.ready()
  return {
    app,
    wiring,
    resources,
    db,
    as: (token, headers = {}) => caller(app, token, headers),
    work: () => drainJobs(db.owner.pool, wiring.jobs, testLogger),
    close: async () => {
      await app.close()
      await db.close()
    },
  }
}

/** A caller of this application with this token. */
export function caller(app: FastifyInstance, token: string | null, headers: Record<string, string>): Caller {
  const send = async (endpoint: Endpoint, input: CallInput<Endpoint>) => {
    const {
      params = {},
      query = {},
      body,
      idempotencyKey,
    } = input as { params?: object; query?: object; body?: unknown; idempotencyKey?: string }
    const file = endpoint.file !== null
    return app.inject({
      method: endpoint.method,
      url: endpointUrl(endpoint.path, params as Record<string, unknown>, query as Record<string, unknown>),
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
        ...(file ? { 'content-type': endpoint.file?.types[0] ?? 'application/octet-stream' } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body as Buffer | object }),
    })
  }
  return {
    call: async (endpoint, input) => {
      const answer = await send(endpoint, input)
      if (answer.statusCode !== endpoint.status)
        throw new Error(`${endpoint.operationId} answered ${answer.statusCode}: ${answer.body}`)
      return (answer.statusCode === 204 ? undefined : endpoint.response.parse(answer.json())) as never
    },
    refused: async (endpoint, input) => {
      const answer = await send(endpoint, input)
      if (answer.statusCode < 400)
        throw new Error(`${endpoint.operationId} was not refused: ${answer.statusCode} ${answer.body}`)
      return answer.json() as ProblemDocument
    },
  }
}
