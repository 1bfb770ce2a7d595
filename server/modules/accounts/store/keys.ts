import { isNull, sql } from 'drizzle-orm'
import type { Db, Tx } from '#server/platform/db.ts'
import { signingKeys } from '../tables.ts'

export type SigningKey = {
  kid: string
  privateKey: string
  publicKey: string
  signsFrom: Date
  retiredAt: Date | null
}

export const findSigningKeys = (db: Db): Promise<SigningKey[]> =>
  db
    .select({
      kid: signingKeys.kid,
      privateKey: signingKeys.privateKey,
      publicKey: signingKeys.publicKey,
      signsFrom: signingKeys.signsFrom,
      retiredAt: signingKeys.retiredAt,
    })
    .from(signingKeys)

/** One process makes keys at a time. */
export async function lockSigningKeys(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('jishi signing keys', 0))`)
}

export async function insertSigningKey(tx: Tx, key: SigningKey): Promise<void> {
  await tx.insert(signingKeys).values(key)
}

export async function retireSigningKeys(tx: Tx, at: Date): Promise<void> {
  await tx.update(signingKeys).set({ retiredAt: at }).where(isNull(signingKeys.retiredAt))
}
