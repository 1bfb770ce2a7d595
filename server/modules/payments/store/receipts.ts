import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Db, Tx } from '#server/platform/db.ts'
import type { ReceiptState } from '#shared/payments/shapes.ts'
import { bankReceipts, payments } from '../tables.ts'
import type { Page } from './instructions.ts'
import { partiesIn } from './parties.ts'
import type { PaymentRow } from './payments.ts'

export type ReceiptRow = typeof bankReceipts.$inferSelect

export type ListedReceipt = { receipt: ReceiptRow; payment: PaymentRow | null; parties: string[] }

const listedReceipt = { receipt: bankReceipts, payment: payments, parties: partiesIn(bankReceipts) }

export async function insertReceipt(tx: Tx, row: typeof bankReceipts.$inferInsert): Promise<void> {
  await tx.insert(bankReceipts).values(row)
}

export async function findReceipt(db: Db, marketId: string, id: string) {
  const [row] = await db
    .select(listedReceipt)
    .from(bankReceipts)
    .leftJoin(
      payments,
      and(eq(payments.marketId, bankReceipts.marketId), eq(payments.id, bankReceipts.paymentId)),
    )
    .where(and(eq(bankReceipts.marketId, marketId), eq(bankReceipts.id, id)))
  return row
}

/** Quarantined money was sent back. False: it was matched, or returned already. */
export async function markReturned(
  tx: Tx,
  marketId: string,
  id: string,
  { note, by }: { note: string; by: string },
): Promise<boolean> {
  const quarantined: ReceiptState[] = [
    'underpaid',
    'overpaid',
    'unknown_reference',
    'wrong_currency',
    'purchase_closed',
    'already_paid',
  ]
  const moved = await tx
    .update(bankReceipts)
    .set({ state: 'returned', note, returnedBy: by })
    .where(
      and(
        eq(bankReceipts.marketId, marketId),
        eq(bankReceipts.id, id),
        inArray(bankReceipts.state, quarantined),
      ),
    )
    .returning({ id: bankReceipts.id })
  return moved.length === 1
}

export async function listReceipts(
  db: Db,
  marketId: string,
  { state, before, limit }: Page,
): Promise<ListedReceipt[]> {
  return db
    .select(listedReceipt)
    .from(bankReceipts)
    .leftJoin(
      payments,
      and(eq(payments.marketId, bankReceipts.marketId), eq(payments.id, bankReceipts.paymentId)),
    )
    .where(
      and(
        eq(bankReceipts.marketId, marketId),
        state === undefined ? undefined : sql`${bankReceipts.state} = ${state}`,
        before === undefined ? undefined : lt(bankReceipts.id, before),
      ),
    )
    .orderBy(desc(bankReceipts.id))
    .limit(limit)
}
