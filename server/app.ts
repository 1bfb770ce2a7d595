import { randomUUID } from 'node:crypto'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import underPressure from '@fastify/under-pressure'
import { sql } from 'drizzle-orm'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import type { Endpoint } from '#shared/http.ts'
import { mountDocs } from './platform/docs.ts'
import type { Served } from './platform/endpoint.ts'
import { openApiDocument } from './platform/openapi.ts'
import { indexProblems, ProblemError, type ProblemIndex, sendProblem } from './platform/problems.ts'
import type { Resources } from './platform/resources.ts'
import { installSecurityHeaders } from './platform/security-headers.ts'
import { sessionCookies } from './platform/session-cookies.ts'
import { uploadGate } from './platform/upload-gate.ts'
import type { Wiring } from './wiring.ts'

declare module 'fastify' {
  interface FastifyInstance {
    problems: ProblemIndex
  }
  interface FastifyContextConfig {
    endpoint?: Endpoint
    /** Says why a route without a contract is safe without an origin check, e.g. a signed webhook. */
    ownGuard?: string
  }
}

/** Builds the HTTP application: nothing listens yet. */
export async function buildApp(resources: Resources, wiring: Wiring): Promise<FastifyInstance> {
  const { config } = resources
  const problems = indexProblems(wiring.slots.flatMap((slot) => slot.problems ?? []))
  const app = Fastify({
    loggerInstance: resources.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024 * 1024,
    requestTimeout: 15_000,
    connectionTimeout: 30_000,
    keepAliveTimeout: 65_000,
    handlerTimeout: 20_000,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    routerOptions: {
      caseSensitive: true,
      ignoreDuplicateSlashes: false,
      ignoreTrailingSlash: false,
      maxParamLength: 120,
    },
    frameworkErrors: (error, request, reply) => void sendProblem(problems, request, reply, error),
  })
  app.decorate('served', new Map<string, Served>())
  app.decorate('problems', problems)
  app.decorateRequest('actor', null)
  // The default parser takes a type that a cross-site form may send; ours are JSON and, for files, raw bytes.
  app.removeContentTypeParser('text/plain')
  app.setErrorHandler((error, request, reply) => sendProblem(problems, request, reply, error))
  app.setNotFoundHandler((request, reply) =>
    sendProblem(problems, request, reply, new ProblemError('request/not-found')),
  )
  await app.register(cookie)
  // For whoever sends what is long (`reply.compress`). Brotli's fourth level costs what gzip's default does, and is smaller.
  await app.register(compress, {
    global: false,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  installSecurityHeaders(app, config)
  // Sheds load where others wait for an answer; a busy machine of a developer, or of a test, is only slow.
  await app.register(underPressure, {
    maxEventLoopDelay: config.test ? 0 : 4000,
    retryAfter: 2,
    exposeStatusRoute: false,
  })
  installActor(app, resources, wiring)
  health(app, resources)
  for (const slot of wiring.slots) slot.routes?.(app)
  const document = openApiDocument(
    [...app.served.values()].map((each) => each.endpoint),
    problems,
  )
  const description = JSON.stringify(document)
  app.get('/openapi.json', async (_request, reply) => {
    reply.type('application/json; charset=utf-8').compress(description)
    return reply
  })
  mountDocs(app)
  return app
}

/**
 * Who asks, for every route, before its body is read: a bearer token for scripts, a cookie for browsers. Who must be signed in and is not is
 * refused there and then, and files come in a few at a time. With a cookie every unsafe request must come from
 * our own pages: `Sec-Fetch-Site` or `Origin` says so, and when both are missing it is refused (reliability.md 3.2, CSRF).
 */
function installActor(app: FastifyInstance, { config }: Resources, wiring: Wiring): void {
  const own = new URL(config.publicUrl).origin
  const names = sessionCookies(config.publicUrl)
  const gate = uploadGate()
  app.addHook('onRequest', async (request, reply) => {
    if (
      request.routeOptions.config.endpoint === undefined &&
      request.routeOptions.config.ownGuard === undefined
    )
      return
    const header = request.headers.authorization
    const bearer = header?.startsWith('Bearer ') ? header.slice(7) : undefined
    const fromCookie = request.cookies[names.access]
    const unsafe = request.method !== 'GET' && request.method !== 'HEAD'
    if (bearer === undefined && unsafe && request.routeOptions.config.ownGuard === undefined) {
      const hasCookie = fromCookie !== undefined || request.cookies[names.refresh] !== undefined
      const site = request.headers['sec-fetch-site']
      const origin = request.headers.origin
      const sameOrigin =
        site === 'same-origin' ||
        origin === own ||
        (origin !== undefined && origin === `${request.protocol}://${request.host}`)
      if ((site !== undefined || origin !== undefined || hasCookie) && !sameOrigin)
        throw new ProblemError('request/cross-site')
    }
    request.actor = await wiring.resolveActor(bearer ?? fromCookie, unsafe ? 'write' : 'read')
    const { endpoint } = request.routeOptions.config
    if (endpoint?.access === 'signed-in' && request.actor === null)
      throw new ProblemError('request/not-signed-in')
    if (endpoint?.file) {
      const leave = await gate.enter(request.actor?.personId ?? request.ip)
      reply.raw.once('close', leave).once('finish', leave)
      // Who hung up while waiting has closed already.
      if (request.raw.destroyed || reply.raw.destroyed) leave()
    }
  })
}

function health(app: FastifyInstance, { database }: Resources): void {
  app.get('/livez', { config: { ownGuard: 'health' } }, async (_request, reply) =>
    reply.send({ status: 'ok' }),
  )
  app.get('/readyz', { config: { ownGuard: 'health' } }, async (_request, reply) => {
    try {
      await database.drizzle.execute(sql`select 1`)
      return reply.send({ status: 'ready' })
    } catch {
      throw new ProblemError('request/unavailable')
    }
  })
}
