import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '#shared/http.ts'
import { type FieldProblem, fieldTexts } from '#shared/problem.ts'
import type { Locale } from '#shared/text.ts'
import type { Actor } from './actor.ts'
import type { IdempotencyClaim } from './idempotency.ts'
import { localeOf, ProblemError } from './problems.ts'

/** What a handler gets: parsed input and who asks. */
export type Exchange<E extends Endpoint> = {
  params: ParamsOf<E>
  query: QueryOf<E>
  body: BodyOf<E>
  actor: Actor | null
  locale: Locale
  request: FastifyRequest
  reply: FastifyReply
  /** For idempotent endpoints: what to claim inside the transaction (see idempotency.ts). */
  claim: IdempotencyClaim
}
/** An exchange of a signed-in person. */
export type SignedExchange<E extends Endpoint> = Omit<Exchange<E>, 'actor'> & { actor: Actor }

/** Prepared text that goes to the wire as it is: made by our own code from a checked schema, so it is not parsed again. */
export type Prepared = { readonly prepared: string | Buffer; readonly etag?: string }
export const prepared = (text: string | Buffer, etag?: string): Prepared =>
  etag === undefined ? { prepared: text } : { prepared: text, etag }

type Handler<E extends Endpoint, X> = (
  exchange: X,
) => Promise<ResponseOf<E> | Prepared> | ResponseOf<E> | Prepared

/** Registry of what is served, for OpenAPI, the route sweep of the tests, and in-process calls of the page renderer. */
export type Served = {
  endpoint: Endpoint
  handle: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>
}

declare module 'fastify' {
  interface FastifyInstance {
    served: Map<string, Served>
  }
  interface FastifyRequest {
    actor: Actor | null
  }
}

const zodLocales = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError }

type Unreadable = { pointer: string; code: string }
/** Nothing that we ask for is nested deeper; whoever walks a value of strangers must come back. */
const deepest = 32
/** Nor has one object more members, or a whole body more values: a schema that names each of a hundred thousand takes half a second. */
const mostMembers = 2_000
const mostValues = 100_000
/** What anybody may send without being known: forms of a few fields. */
const publicBodyBytes = 64 * 1024

/**
 * Finds what no schema and no store of ours can take: text with NUL, which PostgreSQL refuses, or with half a surrogate pair, which UTF-8
 * has no form for; and values that are deeper, wider or more than anything that we ask for.
 */
function unreadable(value: unknown, pointer: string, depth = 0, walked = { values: 0 }): Unreadable | null {
  walked.values += 1
  if (walked.values > mostValues) return { pointer, code: 'request/too-many-members' }
  if (typeof value === 'string')
    return value.includes('\0') || !value.isWellFormed()
      ? { pointer, code: 'request/hidden-characters' }
      : null
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return null
  if (depth === deepest) return { pointer, code: 'request/too-deep' }
  const members = Object.entries(value)
  if (!Array.isArray(value) && members.length > mostMembers)
    return { pointer, code: 'request/too-many-members' }
  for (const [key, member] of members) {
    const found = unreadable(key, pointer) ?? unreadable(member, `${pointer}/${key}`, depth + 1, walked)
    if (found !== null) return found
  }
  return null
}

/** Rules of ours have names of their own, with sentences in `fieldTexts`; the others are called as the schema library calls them. */
function ruleOf({ code, message }: { code: string; message: string }): string {
  const own = `request/${message}`
  return code === 'custom' && own in fieldTexts ? own : `request/${code.replaceAll('_', '-')}`
}

/** Parses one part of the request or throws 400 `request/invalid` that names each field by JSON pointer, in the caller's language. */
function parsePart<S extends z.ZodType>(
  schema: S,
  value: unknown,
  locale: Locale,
  prefix: string,
): z.output<S> {
  const fault = unreadable(value, prefix)
  if (fault !== null)
    throw new ProblemError('request/invalid', { count: 1 }, { errors: [{ ...fault, message: fault.code }] })
  const parsed = schema.safeParse(value, { error: zodLocales[locale] })
  if (parsed.success) return parsed.data
  const errors: FieldProblem[] = parsed.error.issues.slice(0, 50).map((issue) => ({
    pointer: `${prefix}${issue.path.map((step) => `/${String(step).slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`,
    code: ruleOf(issue),
    // A message names what was sent, and what was sent may be long.
    message: issue.message.slice(0, 300),
  }))
  throw new ProblemError('request/invalid', { count: errors.length }, { errors })
}

const requestHash = (request: FastifyRequest): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([request.url.split('?')[0], request.body ?? null]))
    .digest()

function claimOf(endpoint: Endpoint, request: FastifyRequest): IdempotencyClaim {
  const header = request.headers['idempotency-key']
  if (!endpoint.idempotent) return { scope: '', key: '', hash: Buffer.alloc(0) }
  if (typeof header !== 'string' || header.length < 16 || header.length > 255)
    throw new ProblemError('request/idempotency-key-missing')
  return {
    scope: `${request.actor?.personId ?? 'anonymous'} ${endpoint.operationId}`,
    key: header,
    hash: requestHash(request),
  }
}

/** Serves a public endpoint: the actor may be null. */
export function serve<E extends Endpoint>(
  app: FastifyInstance,
  endpoint: E,
  handler: Handler<E, Exchange<E>>,
): void {
  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const locale = localeOf(request)
    if (endpoint.access === 'signed-in' && request.actor === null)
      throw new ProblemError('request/not-signed-in')
    // A parser for raw bytes belongs to the whole application: bytes where JSON is asked for would be walked one by one.
    if (
      endpoint.file
        ? !endpoint.file.types.includes((request.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '')
        : Buffer.isBuffer(request.body)
    )
      throw new ProblemError('request/unsupported-media-type')
    const exchange: Exchange<E> = {
      params: parsePart(endpoint.params, request.params, locale, '/path') as ParamsOf<E>,
      query: parsePart(endpoint.query, request.query, locale, '?') as QueryOf<E>,
      body: (endpoint.file
        ? request.body
        : parsePart(endpoint.body, request.body ?? undefined, locale, '')) as BodyOf<E>,
      actor: request.actor,
      locale,
      request,
      reply,
      claim: claimOf(endpoint, request),
    }
    return handler(exchange)
  }
  app.served.set(endpoint.operationId, { endpoint, handle })
  // Raw bytes are parsed for the types that some endpoint takes; whether this one does is asked before its handler runs.
  for (const type of endpoint.file?.types ?? [])
    if (!app.hasContentTypeParser(type))
      app.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes))
  app.route({
    method: endpoint.method,
    url: `/api/v1${endpoint.path}`,
    ...(endpoint.file ? { bodyLimit: endpoint.file.maxBytes } : {}),
    ...(endpoint.access === 'public' ? { bodyLimit: publicBodyBytes } : {}),
    config: { endpoint },
    handler: async (request, reply) => respond(endpoint, request, reply, await handle(request, reply)),
  })
}

/** Serves an endpoint that demands a session: the handler's actor is never null. */
export function serveSigned<E extends Endpoint>(
  app: FastifyInstance,
  endpoint: E,
  handler: Handler<E, SignedExchange<E>>,
): void {
  if (endpoint.access !== 'signed-in') throw new Error(`${endpoint.operationId} is declared public`)
  serve(app, endpoint, (exchange) => {
    if (exchange.actor === null) throw new ProblemError('request/not-signed-in')
    return handler({ ...exchange, actor: exchange.actor })
  })
}

const isPrepared = (value: unknown): value is Prepared =>
  typeof value === 'object' && value !== null && 'prepared' in value

function respond(
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
  result: unknown,
): FastifyReply {
  if (reply.sent) return reply
  if (isPrepared(result)) {
    reply.header('content-type', 'application/json; charset=utf-8')
    if (result.etag !== undefined) {
      reply.header('etag', result.etag).header('cache-control', 'public, max-age=0, must-revalidate')
      if (request.headers['if-none-match'] === result.etag) return reply.code(304).send()
    }
    return sendText(request, reply.code(endpoint.status), result.prepared)
  }
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  if (endpoint.status === 204) return reply.code(204).send()
  // The schema filters: what the contract does not name does not leave the server (ASVS 15.3.1).
  const body = endpoint.response.parse(result)
  reply.code(endpoint.status).header('content-type', 'application/json; charset=utf-8')
  return sendText(request, reply, JSON.stringify(body))
}

/** From so many bytes on an answer is worth compressing, for who reads compressed ones. */
const worthCompressing = 2048

function sendText(request: FastifyRequest, reply: FastifyReply, text: string | Buffer): FastifyReply {
  if (text.length < worthCompressing || request.headers['accept-encoding'] === undefined)
    return reply.send(text)
  reply.compress(text)
  return reply
}
