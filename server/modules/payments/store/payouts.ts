import { and, desc, eq, getTableColumns, lt, sql } from 'drizzle-orm'
import type { Db, Tx } from '#server/platform/db.ts'
import type { Localised } from '#shared/text.ts'
import { shops } from '../../shops/tables.ts'
import { paymentShares, payouts } from '../tables.ts'
import { type Page, shareOf } from './instructions.ts'
import { partiesIn } from './parties.ts'

export type PayoutRow = typeof payouts.$inferSelect

/** A movement with the number of the order it is for, and the companies that it is between. */
export type ListedPayout = PayoutRow & { orderNumber: string; shopName: Localised; parties: string[] }

const shopOf = and(eq(shops.marketId, payouts.marketId), eq(shops.id, payouts.shopId))

const listedPayout = {
  ...getTableColumns(payouts),
  orderNumber: paymentShares.orderNumber,
  shopName: shops.name,
  parties: partiesIn(payouts),
}

export async function insertPayout(tx: Tx, row: typeof payouts.$inferInsert): Promise<PayoutRow | undefined> {
  const [made] = await tx.insert(payouts).values(row).onConflictDoNothing().returning()
  return made
}

export async function findPayout(db: Db, marketId: string, id: string): Promise<ListedPayout | undefined> {
  const [row] = await db
    .select(listedPayout)
    .from(payouts)
    .innerJoin(paymentShares, shareOf(payouts))
    .innerJoin(shops, shopOf)
    .where(and(eq(payouts.marketId, marketId), eq(payouts.id, id)))
  return row
}

/** The newest payment to the shop for an order. */
export async function payoutOfOrder(db: Db, marketId: string, orderId: string): Promise<PayoutRow | null> {
  const [row] = await db
    .select()
    .from(payouts)
    .where(and(eq(payouts.marketId, marketId), eq(payouts.orderId, orderId)))
    .orderBy(desc(payouts.part))
    .limit(1)
  return row ?? null
}

export async function settlePayout(
  tx: Tx,
  payout: PayoutRow,
  providerId: string,
  now: Date,
): Promise<boolean> {
  const moved = await tx
    .update(payouts)
    .set({ state: 'paid', providerId, paidAt: now, failure: null })
    .where(
      and(eq(payouts.marketId, payout.marketId), eq(payouts.id, payout.id), eq(payouts.state, 'instructed')),
    )
    .returning({ id: payouts.id })
  return moved.length === 1
}

/** The provider refused an instruction because of the shop's account: it waits, and goes out under another key. False: it has moved on. */
export async function putBack(tx: Tx, payout: PayoutRow): Promise<boolean> {
  const moved = await tx
    .update(payouts)
    .set({ state: 'waiting', instructedAt: null, attempt: payout.attempt + 1 })
    .where(
      and(
        eq(payouts.marketId, payout.marketId),
        eq(payouts.id, payout.id),
        eq(payouts.state, 'instructed'),
        eq(payouts.attempt, payout.attempt),
      ),
    )
    .returning({ id: payouts.id })
  return moved.length === 1
}

export async function listPayouts(
  db: Db,
  marketId: string,
  { state, before, limit }: Page,
): Promise<ListedPayout[]> {
  return db
    .select(listedPayout)
    .from(payouts)
    .innerJoin(paymentShares, shareOf(payouts))
    .innerJoin(shops, shopOf)
    .where(
      and(
        eq(payouts.marketId, marketId),
        state === undefined ? undefined : sql`${payouts.state} = ${state}`,
        before === undefined ? undefined : lt(payouts.id, before),
      ),
    )
    .orderBy(desc(payouts.id))
    .limit(limit)
}
