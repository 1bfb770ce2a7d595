import { useSearch } from '@tanstack/react-router'
import { safeReturn } from '#web/src/features/accounts/return-to.ts'
import { SignInForm } from '#web/src/features/accounts/sign-in-form.tsx'
import { textOf } from '#web/src/search-params.ts'
import { landingPath } from '#web/src/shell/frame/landing.ts'

/** `/sign-in`: back to where the reader came from, if that is a page of ours, else to their desk. */
export function SignInPage() {
  const asked = textOf(useSearch({ strict: false }), 'returnTo')
  return <SignInForm returnTo={asked === undefined ? null : safeReturn(asked)} landing={landingPath} />
}
