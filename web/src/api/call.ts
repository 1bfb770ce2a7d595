import { refreshSession } from '#shared/accounts/contract.ts'
import { type Call, type Endpoint, endpointUrl, type ResponseOf } from '#shared/http.ts'
import { ProblemDocument } from '#shared/problem.ts'
import type { Locale } from '#shared/text.ts'

/** What the server answered instead of a result (RFC 9457). Pages show `message` and decide by `code`. */
export class ProblemError extends Error {
  readonly problem: ProblemDocument
  constructor(problem: ProblemDocument) {
    super(problem.detail ?? problem.title)
    this.problem = problem
  }
}

// On the server a call reaches the handler itself and throws the server's own error: it carries the same `status` and `code`.
const memberOf = (error: unknown, name: 'status' | 'code'): unknown =>
  error instanceof ProblemError
    ? error.problem[name]
    : typeof error === 'object' && error !== null && name in error
      ? Reflect.get(error, name)
      : undefined

/** The HTTP status a failed call ended with; 0 when the server could not be reached. */
export const statusOf = (error: unknown): number => Number(memberOf(error, 'status') ?? 0)

/** The problem's code, or '' when the failure was not an answer of the server. */
export const codeOf = (error: unknown): string => String(memberOf(error, 'code') ?? '')

type Parts = { params?: unknown; query?: unknown; body?: unknown; idempotencyKey?: string }
const members = (part: unknown): Record<string, unknown> =>
  typeof part === 'object' && part !== null ? Object.fromEntries(Object.entries(part)) : {}

function requestOf(endpoint: Endpoint, input: Parts, locale: Locale): Request {
  const headers = new Headers({
    accept: 'application/json',
    'accept-language': locale === 'zh' ? 'zh-CN' : 'en',
  })
  if (endpoint.idempotent) headers.set('idempotency-key', input.idempotencyKey ?? crypto.randomUUID())
  const url = new URL(
    endpointUrl(endpoint.path, members(input.params), members(input.query)),
    location.origin,
  )
  if (input.body instanceof Blob) {
    headers.set('content-type', input.body.type)
    return new Request(url, { method: endpoint.method, headers, body: input.body })
  }
  if (input.body === undefined) return new Request(url, { method: endpoint.method, headers })
  headers.set('content-type', 'application/json')
  return new Request(url, { method: endpoint.method, headers, body: JSON.stringify(input.body) })
}

// Several calls may find the session's short token ended at once: they wait for one renewal.
let renewal: Promise<boolean> | null = null

/** Exchanges the refresh cookie for a new token; false when the session is over. */
function renewSession(): Promise<boolean> {
  renewal ??= fetch(endpointUrl(refreshSession.path, {}, {}), { method: 'POST' })
    .then((response) => response.ok)
    .catch(() => false)
    .finally(() => {
      renewal = null
    })
  return renewal
}

/**
 * The browser's way to the server: typed by the contract, in the reader's language. An ended token is renewed once, and the call is
 * made again with the same idempotency key. Throws a ProblemError for every answer that is not a success, and passes a network failure
 * on as it is.
 */
export const callByFetch =
  (locale: Locale): Call =>
  async <E extends Endpoint>(endpoint: E, input: Parts) => {
    const request = requestOf(endpoint, input, locale)
    let response = await fetch(request.clone())
    if (response.status === 401 && endpoint.access === 'signed-in' && (await renewSession()))
      response = await fetch(request)
    // The server filtered its answer with the same contract, and it is our own origin: parsing again would only cost time.
    if (response.ok) return (response.status === 204 ? undefined : await response.json()) as ResponseOf<E>
    const problem = ProblemDocument.safeParse(await response.json().catch(() => null))
    throw new ProblemError(
      problem.success
        ? problem.data
        : {
            type: 'about:blank',
            title: response.statusText || 'HTTP error',
            status: response.status,
            code: 'request/failed',
          },
    )
  }
