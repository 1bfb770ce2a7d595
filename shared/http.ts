import { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * One operation of the API, declared once: the server serves it, the web calls it, OpenAPI is made from it.
 * `params`, `query` and `body` are strict objects: unknown members are refused. The response schema also filters: what it
 * does not name does not leave the server.
 */
export type Endpoint<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> = {
  operationId: string
  tag: string
  summary: string
  method: Method
  /** Fastify style, below `/api/v1`: `/markets/:market/products`. */
  path: `/${string}`
  /** `public`: anybody. `signed-in`: a person with a session; the action's policy decides the rest. */
  access: 'public' | 'signed-in'
  params: P
  query: Q
  body: B
  status: 200 | 201 | 202 | 204
  response: R
  /** Codes this endpoint may answer with, beyond the common ones. */
  problems: readonly string[]
  /** Moves money or stock: an `Idempotency-Key` header is demanded, a repeat gets the first answer. */
  idempotent: boolean
  /** The body is a file, sent raw with one of these content types. */
  file: { types: readonly string[]; maxBytes: number } | null
}

const nothing = z.strictObject({})
export const NoContent = z.undefined()

type Declaration<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = {
  operationId: string
  tag: string
  summary: string
  method: Method
  path: `/${string}`
  access: 'public' | 'signed-in'
  params?: P
  query?: Q
  body?: B
  status?: 200 | 201 | 202 | 204
  response: R
  problems?: readonly string[]
  idempotent?: boolean
  file?: { types: readonly string[]; maxBytes: number }
}

/** Declares an endpoint; everything left out is "none". */
export function endpoint<
  R extends z.ZodType,
  P extends z.ZodType = typeof nothing,
  Q extends z.ZodType = typeof nothing,
  B extends z.ZodType = z.ZodUndefined,
>(declaration: Declaration<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return {
    ...declaration,
    params: declaration.params ?? (nothing as unknown as P),
    query: declaration.query ?? (nothing as unknown as Q),
    body: declaration.body ?? (z.undefined() as unknown as B),
    status: declaration.status ?? 200,
    problems: declaration.problems ?? [],
    idempotent: declaration.idempotent ?? false,
    file: declaration.file ?? null,
  }
}

export type ParamsOf<E extends Endpoint> = z.output<E['params']>
export type QueryOf<E extends Endpoint> = z.output<E['query']>
export type BodyOf<E extends Endpoint> = z.output<E['body']>
export type ResponseOf<E extends Endpoint> = z.output<E['response']>

/** What a caller writes: `params` and `query` before defaults, `body` as sent. Empty parts may be left out. */
export type CallInput<E extends Endpoint> = Part<'params', z.input<E['params']>> &
  Part<'query', z.input<E['query']>> &
  Part<'body', z.input<E['body']>> & { idempotencyKey?: string }
type Part<K extends string, T> = T extends undefined
  ? { [key in K]?: undefined }
  : Record<string, never> extends T
    ? { [key in K]?: T }
    : { [key in K]: T }

/** The typed caller that both the browser (fetch) and the server-side rendering (in-process) implement. */
export type Call = <E extends Endpoint>(endpoint: E, input: CallInput<E>) => Promise<ResponseOf<E>>

/** The path with its parameters filled in, below `/api/v1`. */
export function endpointUrl(
  path: string,
  params: Record<string, unknown>,
  query: Record<string, unknown>,
): string {
  const filled = path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue
    search.set(name, Array.isArray(value) ? value.join(',') : String(value))
  }
  const text = search.toString()
  return `/api/v1${filled}${text ? `?${text}` : ''}`
}

/** A page of a list by keyset: `nextCursor` is null on the last page. Cursors are opaque. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })

/** Query members of every paged list. */
export const pageQuery = {
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(24),
}
