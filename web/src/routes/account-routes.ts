import { type AnyRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { safeReturn } from '#web/src/features/accounts/return-to.ts'
import { listMarketsQuery } from '#web/src/features/markets/queries.ts'
import type { PageContext } from '#web/src/page-context.ts'
import { inLanguage } from '#web/src/paths.ts'
import { textOf } from '#web/src/search-params.ts'
import { landingPath } from '#web/src/shell/frame/landing.ts'
import { PlainLayout } from '#web/src/shell/plain-layout.tsx'
import { say } from '#web/src/texts/texts.ts'
import { demandSession } from './guard.ts'

// The words of pages come with the pages: every visitor loads this file.
const accountTexts = async () => (await import('#web/src/features/accounts/account-texts.ts')).accountTexts
const accessTexts = async () => (await import('#web/src/features/accounts/texts.ts')).accessTexts

type Given = { context: PageContext }
const returnTo = (raw: Record<string, unknown>) => ({ returnTo: textOf(raw, 'returnTo') })

/** Signing in, registering, mails' links, and the account: pages that belong to no market. */
export function accountRoutes(root: AnyRoute) {
  const plain = createRoute({ getParentRoute: () => root, id: 'plain', component: PlainLayout })
  // The markets stand beside each form: a failure to load them must not keep anybody from signing in.
  const access = (
    key: 'signIn.title' | 'register.title' | 'verify.title' | 'reset.title' | 'invitation.title',
  ) => {
    return async ({ context }: Given) => {
      await context.queryClient.prefetchQuery(listMarketsQuery(context.call))
      return { title: say(context, await accessTexts())(key) }
    }
  }
  const signIn = createRoute({
    getParentRoute: () => plain,
    path: 'sign-in',
    staticData: { module: 'src/pages/sign-in.tsx' },
    validateSearch: returnTo,
    // Who is signed in has nothing to do here.
    beforeLoad: ({ context, search }: Given & { search: { returnTo: string | undefined } }) => {
      if (context.session === null) return
      const to = safeReturn(search.returnTo, landingPath(context.session))
      throw redirect({ href: inLanguage(context.locale, to), statusCode: 302 })
    },
    component: lazyRouteComponent(() => import('#web/src/pages/sign-in.tsx'), 'SignInPage'),
    loader: access('signIn.title'),
  })
  const register = createRoute({
    getParentRoute: () => plain,
    path: 'register',
    staticData: { module: 'src/pages/register.tsx' },
    validateSearch: returnTo,
    component: lazyRouteComponent(() => import('#web/src/pages/register.tsx'), 'RegisterPage'),
    loader: access('register.title'),
  })
  const verifyEmail = createRoute({
    getParentRoute: () => plain,
    path: 'verify-email',
    staticData: { module: 'src/pages/verify-email.tsx' },
    component: lazyRouteComponent(() => import('#web/src/pages/verify-email.tsx'), 'VerifyEmailPage'),
    loader: access('verify.title'),
  })
  const resetPassword = createRoute({
    getParentRoute: () => plain,
    path: 'reset-password',
    staticData: { module: 'src/pages/reset-password.tsx' },
    component: lazyRouteComponent(() => import('#web/src/pages/reset-password.tsx'), 'ResetPasswordPage'),
    loader: access('reset.title'),
  })
  const invitation = createRoute({
    getParentRoute: () => plain,
    path: 'invitation',
    staticData: { module: 'src/pages/invitation.tsx' },
    component: lazyRouteComponent(() => import('#web/src/pages/invitation.tsx'), 'InvitationPage'),
    loader: access('invitation.title'),
  })
  const account = createRoute({
    getParentRoute: () => plain,
    path: 'account',
    staticData: { module: 'src/pages/account.tsx' },
    validateSearch: (raw: Record<string, unknown>) => ({ section: textOf(raw, 'section') }),
    beforeLoad: ({ context, location }: Given & { location: { href: string } }) =>
      demandSession({ context, location }),
    component: lazyRouteComponent(() => import('#web/src/pages/account.tsx'), 'AccountPage'),
    loader: async ({ context }: Given) => ({ title: say(context, await accountTexts())('title') }),
  })
  return plain.addChildren([signIn, register, verifyEmail, resetPassword, invitation, account])
}
