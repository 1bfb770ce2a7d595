import { z } from 'zod'
import { event } from '#server/platform/events.ts'

/** Something a buyer sees of these products changed: price, stock, words, pictures, status. Readers look up what is true now. */
export const productsChanged = event(
  'catalogue.products-changed',
  z.strictObject({ marketId: z.string(), productIds: z.array(z.string()).min(1).max(1000) }),
)
