import { z } from 'zod'
import { event } from '#server/platform/events.ts'

/** An order moved along its machine, or something happened to it: whoever tells people reads the order. */
export const orderMoved = event(
  'trade.order-moved',
  z.strictObject({ marketId: z.string(), orderId: z.string(), what: z.string(), after: z.string() }),
)
