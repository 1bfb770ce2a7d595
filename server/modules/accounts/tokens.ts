import { createHash, createHmac, randomBytes } from 'node:crypto'

/** A secret of 32 bytes as it goes over the wire. */
export const newToken = (): string => randomBytes(32).toString('base64url')
/** As it is kept: a random secret of 256 bits needs no slow hash. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token, 'utf8').digest()
/**
 * The successor of a refresh token. Made from the token and the session's key, so that the same answer can be given again when the
 * first was lost on the way, though nothing that opens a session is stored.
 */
export const successorOf = (token: string, key: Buffer): string =>
  createHmac('sha256', key).update(token, 'utf8').digest('base64url')
