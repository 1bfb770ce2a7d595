import { VerifyEmail } from '#web/src/features/accounts/verify-email.tsx'

/** `/verify-email#token=…`: opened from the confirmation mail. */
export function VerifyEmailPage() {
  return <VerifyEmail />
}
