import { notFound, redirect } from '@tanstack/react-router'
import { codeOf, statusOf } from '#web/src/api/call.ts'
import type { PageContext } from '#web/src/page-context.ts'
import { inLanguage, paths, readLanguage } from '#web/src/paths.ts'

/** A page for signed-in people: everybody else signs in first and comes back to it. */
export function demandSession({
  context,
  location,
}: {
  context: PageContext
  location: { href: string }
}): void {
  if (context.session !== null) return
  const { path } = readLanguage(location.href)
  throw redirect({ href: inLanguage(context.locale, paths.signIn(path)), statusCode: 302 })
}

/** Data of a signed-in person's page: what is not there (or not theirs) is a 404 page; a session that has ended leads to signing in. */
export async function loadOwn<T>(
  given: { context: PageContext; location: { href: string } },
  answer: Promise<T>,
): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (statusOf(error) === 404 || codeOf(error) === 'request/not-found') throw notFound()
    if (statusOf(error) === 401) demandSession({ ...given, context: { ...given.context, session: null } })
    throw error
  }
}
