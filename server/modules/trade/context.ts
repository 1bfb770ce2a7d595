import type { Payments } from '#server/modules/payments/index.ts'
import type { Resources } from '#server/platform/resources.ts'
import type { CatalogueDoor, TradeNeeds } from './needs.ts'
import type { TakeNumbers } from './numbers.ts'

/** What the actions of trade work with. */
export type TradeContext = Resources & {
  lower: TradeNeeds
  catalogue: CatalogueDoor
  payments: Payments
  takeNumbers: TakeNumbers
  /** Hours that an unpaid purchase holds its stock. */
  payHours: number
}
