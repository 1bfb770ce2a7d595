import type { Say } from '#web/src/texts/texts.ts'

/** What is wrong with a typed address, told before the server is asked. The server decides. */
export function emailProblem(email: string, t: Say<'email.missing' | 'email.wrong'>): Record<string, string> {
  if (email.trim() === '') return { '/email': t('email.missing') }
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? {} : { '/email': t('email.wrong') }
}

export const leastPassword = 12

/** What is wrong with a new password's length (ASVS 6.2.1); whether it is common, the server knows. */
export function passwordProblem(
  password: string,
  t: Say<'password.missing' | 'password.short'>,
): Record<string, string> {
  if (password === '') return { '/password': t('password.missing') }
  const missing = leastPassword - [...password].length
  return missing > 0 ? { '/password': t('password.short', { count: missing }) } : {}
}

/** The token that stands behind `#token=` in a mail's link; it is taken out of the address bar, where a bystander could read it. */
export function takeToken(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (token !== null) history.replaceState(history.state, '', location.pathname + location.search)
  return token !== null && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null
}
