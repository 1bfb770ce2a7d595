import { useSearch } from '@tanstack/react-router'
import { RegisterForm } from '#web/src/features/accounts/register-form.tsx'
import { safeReturn } from '#web/src/features/accounts/return-to.ts'
import { textOf } from '#web/src/search-params.ts'

/** `/register`: asks for an account. */
export function RegisterPage() {
  return <RegisterForm returnTo={safeReturn(textOf(useSearch({ strict: false }), 'returnTo'))} />
}
