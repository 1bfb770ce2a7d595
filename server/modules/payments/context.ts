import type { Resources } from '#server/platform/resources.ts'
import type { LowerCapabilities } from './needs.ts'
import type { PaymentProvider } from './provider/port.ts'

/** What the actions of payments work with. `provider` is null where no Stripe keys are set: only bank transfers are offered then. */
export type PaymentsContext = Resources & {
  lower: LowerCapabilities
  provider: PaymentProvider | null
  live: boolean
}
