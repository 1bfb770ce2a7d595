/** Minimum orders, in pieces, that buyers choose between: a product counts at each that is not below its own. */
export const moqThresholds = [1, 10, 50, 100, 300] as const

/** Days until dispatch that buyers choose between. */
export const leadTimeThresholds = [1, 3, 7, 15, 30] as const
