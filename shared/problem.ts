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

/** Sentences for what is wrong with one field, where the rule is ours and not the schema library's. */
export const fieldTexts: Readonly<Record<string, Localised>> = {
  'request/hidden-characters': {
    zh: '含有看不见的控制字符，请删除后重新输入。',
    en: 'It holds characters that nobody sees; type it again without them.',
  },
  'request/too-deep': { zh: '嵌套层级过深。', en: 'It is nested too deeply.' },
  'request/too-many-members': { zh: '内容条目过多。', en: 'It has too many members.' },
  'request/not-json': { zh: '请求内容不是有效的 JSON。', en: 'The body is not valid JSON.' },
  'request/bad-url': { zh: '网址无法解析。', en: 'The address cannot be read.' },
  'request/invalid-cursor': {
    zh: '翻页位置无效，请从第一页重新开始。',
    en: 'This is no position of this list; begin again with its first page.',
  },
  'request/title-required': {
    zh: '请填写标题（中文或英文）。',
    en: 'Give a title, in Chinese or in English.',
  },
  'request/name-needed': { zh: '请填写名称（中文或英文）。', en: 'Give a name, in Chinese or in English.' },
  'request/divisions-apart': {
    zh: '省、市、区县不相符，请重新选择。',
    en: 'Province, city and county do not belong together; choose again.',
  },
  'request/unknown-province': { zh: '没有这个省级行政区。', en: 'There is no such province.' },
  'request/empty-zone': {
    zh: '请至少选择一个省份或国家（地区）。',
    en: 'Choose at least one province or country.',
  },
  'request/destination-twice': {
    zh: '同一地区只能出现在一个运费分区中。',
    en: 'A destination stands in one zone only.',
  },
  'request/least-needed': {
    zh: '请填写混批的起批数量或起批金额。',
    en: 'Give a least quantity or a least amount for mixed batches.',
  },
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
