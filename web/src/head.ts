import type { Locale } from '#shared/text.ts'
import { inLanguage } from './paths.ts'

/** What a public page says of itself to search engines and to the browser's tab. */
export type PageHead = {
  title: string
  description?: string
  /** Path without language, for canonical and hreflang; missing where a page should not be found by search engines. */
  path?: string
  /** Schema.org objects. */
  data?: readonly Record<string, unknown>[]
  image?: string
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** JSON that may stand inside a script element: no `<`, so that no value can end the element. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')

/** The head's markup on the server. Every value is escaped; JSON-LD carries the nonce. */
export function renderHead(
  head: PageHead,
  { locale, origin, nonce }: { locale: Locale; origin: string; nonce: string },
): string {
  const lines = [`<title>${escapeHtml(head.title)}</title>`]
  if (head.description) lines.push(`<meta name="description" content="${escapeHtml(head.description)}">`)
  if (head.path === undefined) lines.push('<meta name="robots" content="noindex">')
  if (head.path !== undefined) {
    const url = (language: Locale) => escapeHtml(origin + inLanguage(language, head.path ?? '/'))
    lines.push(
      `<link rel="canonical" href="${url(locale)}">`,
      `<link rel="alternate" hreflang="zh-CN" href="${url('zh')}">`,
      `<link rel="alternate" hreflang="en" href="${url('en')}">`,
      `<link rel="alternate" hreflang="x-default" href="${url('zh')}">`,
      `<meta property="og:title" content="${escapeHtml(head.title)}">`,
      `<meta property="og:url" content="${url(locale)}">`,
      `<meta property="og:locale" content="${locale === 'zh' ? 'zh_CN' : 'en'}">`,
    )
    if (head.image) lines.push(`<meta property="og:image" content="${escapeHtml(origin + head.image)}">`)
  }
  for (const object of head.data ?? [])
    lines.push(
      `<script type="application/ld+json" nonce="${escapeHtml(nonce)}">${scriptJson({ '@context': 'https://schema.org', ...object })}</script>`,
    )
  return lines.join('\n    ')
}
