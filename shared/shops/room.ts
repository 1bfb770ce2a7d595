/** Files that a shop may keep: pictures of its goods, its logo and its banner together. */
export const shopRoom = { files: 20_000, bytes: 4 * 1024 ** 3 } as const
