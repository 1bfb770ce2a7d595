import { z } from 'zod'
import { event } from '#server/platform/events.ts'

/** A shop was admitted, or its profile, terms or status changed: readers look up what it is now. */
export const shopChanged = event('shops.shop-changed', z.object({ marketId: z.string(), shopId: z.string() }))
