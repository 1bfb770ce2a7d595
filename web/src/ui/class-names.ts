/** The given class names that are not empty, joined. */
export const classes = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(' ')
