import { useSearch } from '@tanstack/react-router'
import { AccountPage as Account, accountSections } from '#web/src/features/accounts/account-page.tsx'
import { Selling } from '#web/src/features/shops/selling.tsx'
import { useSession } from '#web/src/page-context.ts'
import { choiceOf } from '#web/src/search-params.ts'

/** `/account?section=…`. The route lets only signed-in people here. */
export function AccountPage() {
  const session = useSession()
  const section = choiceOf(useSearch({ strict: false }), 'section', accountSections) ?? 'profile'
  return session === null ? null : (
    <Account section={section} given={session} selling={(each) => <Selling session={each} />} />
  )
}
