import { z } from 'zod'
import type { Locale, Localised } from './text.ts'

/** Facts that explain a refusal: shown in the text and given as members of the problem document. */
export type Facts = Readonly<
  Record<string, string | number | boolean | null | readonly string[] | readonly number[]>
>

/** What a problem code means: its HTTP status, a title, and a sentence made of the facts. */
export type ProblemText = {
  status: number
  title: Localised
  detail?: { zh: (facts: Facts) => string; en: (facts: Facts) => string }
}
/** A capability's problems. Codes are `capability/kebab-case`, stable, and never reused for something else. */
export type ProblemCatalogue = Readonly<Record<`${string}/${string}`, ProblemText>>

/** One thing that is wrong with the request: `pointer` is an RFC 6901 JSON pointer into the body (or `?name` of the query). */
export const FieldProblem = z.object({
  pointer: z.string(),
  code: z.string(),
  message: z.string(),
  facts: z.record(z.string(), z.unknown()).optional(),
})
export type FieldProblem = z.infer<typeof FieldProblem>

/** RFC 9457 problem document, `application/problem+json`. */
export const ProblemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  code: z.string(),
  errors: z.array(FieldProblem).optional(),
  facts: z.record(z.string(), z.unknown()).optional(),
})
export type ProblemDocument = z.infer<typeof ProblemDocument>

/** A pure rule's answer: yes, or no with a code and the facts. Rules return it, actions turn a refusal into a ProblemError. */
export type Decision = { ok: true } | { ok: false; code: string; facts: Facts }
export const allowed: Decision = { ok: true }
export const refused = (code: string, facts: Facts = {}): Decision => ({ ok: false, code, facts })

/** The problem's sentence in the reader's language; the title when the code has no sentence of its own. */
export function problemDetail(text: ProblemText, facts: Facts, locale: Locale): string {
  return text.detail ? text.detail[locale](facts) : text.title[locale]
}

/** Problems every endpoint may answer with. */
export const commonProblems = {
  'request/invalid': {
    status: 400,
    title: { zh: '请求内容不符合要求', en: 'The request does not fit' },
    detail: {
      zh: (f) => `有 ${f['count'] ?? 1} 处需要修改，见 errors。`,
      en: (f) => `${f['count'] ?? 1} thing(s) to correct; see errors.`,
    },
  },
  'request/unsupported-media-type': {
    status: 415,
    title: { zh: '不支持这种内容格式', en: 'Unsupported content type' },
  },
  'request/too-large': { status: 413, title: { zh: '内容过大', en: 'The content is too large' } },
  'request/not-found': { status: 404, title: { zh: '找不到', en: 'Not found' } },
  'request/not-signed-in': { status: 401, title: { zh: '请先登录', en: 'Sign in first' } },
  'request/not-allowed': { status: 403, title: { zh: '没有这项权限', en: 'Not allowed' } },
  'request/cross-site': {
    status: 403,
    title: { zh: '请求来源不受信任', en: 'Request from an untrusted origin' },
  },
  'request/too-many': {
    status: 429,
    title: { zh: '操作过于频繁', en: 'Too many attempts' },
    detail: {
      zh: (f) => `请在 ${f['retryAfterSeconds'] ?? 60} 秒后再试。`,
      en: (f) => `Try again in ${f['retryAfterSeconds'] ?? 60} seconds.`,
    },
  },
  'request/idempotency-key-missing': {
    status: 400,
    title: { zh: '缺少 Idempotency-Key 请求头', en: 'Idempotency-Key header missing' },
    detail: {
      zh: () => '此操作会变动货款或库存，请附上 16 至 255 个字符的 Idempotency-Key。',
      en: () => 'This moves money or stock: send an Idempotency-Key of 16 to 255 characters.',
    },
  },
  'request/idempotency-key-reused': {
    status: 422,
    title: { zh: '同一个 Idempotency-Key 用于不同内容', en: 'Idempotency-Key used for another request' },
  },
  'request/changed-meanwhile': {
    status: 409,
    title: { zh: '内容已被他人更改', en: 'Changed by somebody else meanwhile' },
    detail: {
      zh: () => '请刷新后在最新内容上重试。',
      en: () => 'Load the newest state and try again on top of it.',
    },
  },
  'request/unavailable': { status: 503, title: { zh: '服务暂时不可用', en: 'Temporarily unavailable' } },
  'request/internal': { status: 500, title: { zh: '服务器出错', en: 'Internal error' } },
} as const satisfies ProblemCatalogue
