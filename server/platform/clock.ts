/** Time is passed in: rules and actions never read the system's clock themselves. */
export type Clock = { now: () => Date }
export const systemClock: Clock = { now: () => new Date() }
