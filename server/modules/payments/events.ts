import { z } from 'zod'
import { event } from '#server/platform/events.ts'

const ofPayment = z.strictObject({ marketId: z.string(), purchaseId: z.string(), paymentId: z.string() })

/** A purchase is paid: the money is held by the licensed institution. */
export const paymentSettled = event('payments.settled', ofPayment)
/** An attempt was refused by the institution; the buyer may try again. */
export const paymentFailed = event('payments.failed', ofPayment)
/** A shop's money for an order is on its way or has arrived; a refund has arrived. */
export const moneyMoved = event(
  'payments.moved',
  z.strictObject({ marketId: z.string(), orderId: z.string(), what: z.enum(['payout', 'refund']) }),
)
