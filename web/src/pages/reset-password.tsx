import { ResetPassword } from '#web/src/features/accounts/reset-password.tsx'

/** `/reset-password`: asks for a mail; `#token=…`: sets the new password. */
export function ResetPasswordPage() {
  return <ResetPassword />
}
