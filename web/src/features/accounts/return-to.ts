import { readLanguage } from '#web/src/paths.ts'

/**
 * Where to go after signing in: a path of this site without its language, or `fallback`. Everything else that stands in the URL (another
 * host, `//host`, `/\host`, `javascript:`) is dropped, so that nobody is sent away by a link to our own sign-in page.
 */
export function safeReturn(raw: string | undefined, fallback = '/'): string {
  if (raw === undefined || !/^\/(?![/\\])/.test(raw) || /[\u0000-\u001f\\]/.test(raw)) return fallback
  const { path } = readLanguage(raw)
  const here = new URL(path, 'https://own.invalid')
  if (here.origin !== 'https://own.invalid') return fallback
  const target = here.pathname + here.search + here.hash
  // `/.//host` becomes `//host` when it is read.
  if (target.startsWith('//')) return fallback
  return /^\/(sign-in|register|verify-email|reset-password)(?=$|[/?#])/.test(target) ? fallback : target
}
