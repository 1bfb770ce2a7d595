import { count } from '#web/src/ui/quantity.ts'

/** How many goods there are; beyond a bound the server stops counting. */
export type Total = { count: number; capped: boolean }

/** "1,018", or "10,000+" where counting stopped. */
export const totalText = (total: Total): string => `${count(total.count)}${total.capped ? '+' : ''}`
