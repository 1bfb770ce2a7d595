import { AcceptInvitation } from '#web/src/features/accounts/accept-invitation.tsx'

/** `/invitation#token=…`: opened from an invitation mail. */
export function InvitationPage() {
  return <AcceptInvitation />
}
