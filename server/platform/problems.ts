import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { ZodError } from 'zod'
import {
  commonProblems,
  type Decision,
  type Facts,
  type FieldProblem,
  fieldTexts,
  type ProblemCatalogue,
  type ProblemDocument,
  type ProblemText,
  problemDetail,
} from '#shared/problem.ts'
import type { Locale } from '#shared/text.ts'
import { isOutage } from './outages.ts'

/**
 * An expected failure: a code of the contract, the facts for the caller, and the cause for our log.
 * The only class of the server.
 */
export class ProblemError extends Error {
  readonly code: string
  readonly facts: Facts
  readonly errors: readonly FieldProblem[] | undefined
  constructor(
    code: string,
    facts: Facts = {},
    { cause, errors }: { cause?: unknown; errors?: readonly FieldProblem[] } = {},
  ) {
    super(code, cause === undefined ? undefined : { cause })
    this.code = code
    this.facts = facts
    this.errors = errors
  }
}

export const notFound = () => new ProblemError('request/not-found')

/** Throws the refusal of a pure rule as a problem. */
export function demand(decision: Decision): void {
  if (!decision.ok) throw new ProblemError(decision.code, decision.facts)
}

/** All problem codes of the installation; made once in app.ts from the capabilities' catalogues. */
export type ProblemIndex = ReadonlyMap<string, ProblemText>
export function indexProblems(catalogues: readonly ProblemCatalogue[]): ProblemIndex {
  const index = new Map<string, ProblemText>()
  for (const catalogue of [commonProblems as ProblemCatalogue, ...catalogues]) {
    for (const [code, text] of Object.entries(catalogue)) {
      if (index.has(code)) throw new Error(`problem code ${code} is declared twice`)
      index.set(code, text)
    }
  }
  return index
}

/** The RFC 9457 document for a code, in the reader's language. */
export function problemDocument(
  index: ProblemIndex,
  code: string,
  {
    facts = {},
    errors,
    instance,
    locale,
  }: { facts?: Facts; errors?: readonly FieldProblem[] | undefined; instance: string; locale: Locale },
): ProblemDocument {
  const text = index.get(code) ?? commonProblems['request/internal']
  return {
    type: `/docs/problems#${code}`,
    title: text.title[locale],
    status: text.status,
    detail: problemDetail(text, facts, locale),
    instance,
    code: index.has(code) ? code : 'request/internal',
    ...(errors && errors.length > 0
      ? {
          errors: errors.map((each) => ({
            ...each,
            message: fieldTexts[each.code]?.[locale] ?? each.message,
          })),
        }
      : {}),
    ...(Object.keys(facts).length > 0 ? { facts: { ...facts } } : {}),
  }
}

const fastifyCodes: Record<string, string> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request/unsupported-media-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'request/too-large',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request/invalid',
  FST_ERR_HANDLER_TIMEOUT: 'request/unavailable',
}

const oneFault = (pointer: string, code: string) => ({
  code: 'request/invalid',
  facts: { count: 1 },
  errors: [{ pointer, code, message: code }],
})

/** Which problem an error of any kind becomes. Unknown errors become `request/internal` and say nothing outside. */
export function problemOf(error: unknown): {
  code: string
  facts: Facts
  errors?: readonly FieldProblem[] | undefined
} {
  if (error instanceof ProblemError) return { code: error.code, facts: error.facts, errors: error.errors }
  if (error instanceof ZodError) return { code: 'request/internal', facts: {} }
  const { code, statusCode } = error as Partial<FastifyError>
  if (code === 'FST_ERR_BAD_URL') return oneFault('/path', 'request/bad-url')
  if (
    code === 'FST_ERR_CTP_EMPTY_JSON_BODY' ||
    code === 'FST_ERR_CTP_INVALID_JSON_BODY' ||
    error instanceof SyntaxError
  )
    return oneFault('', 'request/not-json')
  if (code !== undefined && fastifyCodes[code]) return { code: fastifyCodes[code], facts: {} }
  if (isOutage(error)) return { code: 'request/unavailable', facts: {} }
  // A parameter longer than any of ours names nothing.
  if (statusCode === 414) return { code: 'request/not-found', facts: {} }
  if (statusCode === 400) return { code: 'request/invalid', facts: { count: 1 } }
  if (statusCode === 404) return { code: 'request/not-found', facts: {} }
  if (statusCode === 413) return { code: 'request/too-large', facts: {} }
  if (statusCode === 415) return { code: 'request/unsupported-media-type', facts: {} }
  if (statusCode === 503) return { code: 'request/unavailable', facts: {} }
  return { code: 'request/internal', facts: {} }
}

/** The reader's language: `Accept-Language`, Chinese unless English is preferred. */
export function localeOf(request: FastifyRequest): Locale {
  const header = request.headers['accept-language'] ?? ''
  const first = header
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .find((part) => part.startsWith('zh') || part.startsWith('en'))
  return first?.startsWith('en') ? 'en' : 'zh'
}

export function sendProblem(
  index: ProblemIndex,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
): FastifyReply {
  const { code, facts, errors } = problemOf(error)
  const document = problemDocument(index, code, {
    facts,
    errors,
    instance: `/requests/${request.id}`,
    locale: localeOf(request),
  })
  if (document.status >= 500) request.log.error({ err: error }, 'request failed')
  else request.log.info({ code, cause: error instanceof Error ? error.cause : undefined }, 'request refused')
  if (typeof facts['retryAfterSeconds'] === 'number') reply.header('retry-after', facts['retryAfterSeconds'])
  else if (document.status === 503) reply.header('retry-after', 2)
  return reply
    .code(document.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(document))
}
