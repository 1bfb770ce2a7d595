import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db, Tx } from '#server/platform/db.ts'
import { cartCells, carts } from '../tables.ts'

export type CartCellRow = typeof cartCells.$inferSelect
type CartKey = { marketId: string; buyerId: string }

const mine = ({ marketId, buyerId }: CartKey) =>
  and(eq(cartCells.marketId, marketId), eq(cartCells.buyerId, buyerId))

export async function readCart(db: Db, key: CartKey): Promise<{ version: number; cells: CartCellRow[] }> {
  const [cart] = await db
    .select({ version: carts.version })
    .from(carts)
    .where(and(eq(carts.marketId, key.marketId), eq(carts.buyerId, key.buyerId)))
  if (cart === undefined) return { version: 0, cells: [] }
  const cells = await db
    .select()
    .from(cartCells)
    .where(mine(key))
    .orderBy(cartCells.addedAt, cartCells.productId, cartCells.skuId)
  return { version: cart.version, cells }
}

/** Raises the cart's version and so locks it: changes of one cart, and its checkout, happen one after the other. */
export async function lockCart(tx: Tx, key: CartKey): Promise<number> {
  const [row] = await tx
    .insert(carts)
    .values({ ...key, version: 1 })
    .onConflictDoUpdate({
      target: [carts.marketId, carts.buyerId],
      set: { version: sql`${carts.version} + 1`, updatedAt: sql`now()` },
    })
    .returning({ version: carts.version })
  return row?.version ?? 0
}

/** Spends the version that the buyer looked at. False: the cart was changed or ordered meanwhile. */
export async function lockCartAt(tx: Tx, key: CartKey, version: number): Promise<boolean> {
  const spent = await tx
    .update(carts)
    .set({ version: sql`${carts.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(carts.marketId, key.marketId), eq(carts.buyerId, key.buyerId), eq(carts.version, version)))
    .returning({ version: carts.version })
  return spent.length === 1
}

export async function countCells(db: Db, key: CartKey): Promise<number> {
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(cartCells).where(mine(key))
  return row?.count ?? 0
}

/** Puts cells in: `add` sums with what is there, otherwise the quantity is set and what was seen is seen anew. */
export async function writeCells(
  tx: Tx,
  rows: readonly (typeof cartCells.$inferInsert)[],
  add: boolean,
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(cartCells)
    .values([...rows])
    .onConflictDoUpdate({
      target: [cartCells.marketId, cartCells.buyerId, cartCells.productId, cartCells.kind, cartCells.skuId],
      set: {
        quantity: add
          ? sql`least(${cartCells.quantity} + excluded.quantity, 1000000)`
          : sql`excluded.quantity`,
        seenPrice: sql`excluded.seen_price`,
        seenAvailable: sql`excluded.seen_available`,
      },
    })
}

export async function deleteLine(
  tx: Tx,
  key: CartKey,
  line: { productId: string; kind: 'stock' | 'sample'; skuIds?: readonly string[] },
): Promise<void> {
  await tx
    .delete(cartCells)
    .where(
      and(
        mine(key),
        eq(cartCells.productId, line.productId),
        eq(cartCells.kind, line.kind),
        line.skuIds === undefined ? undefined : inArray(cartCells.skuId, [...line.skuIds]),
      ),
    )
}

export async function deleteCells(tx: Tx, key: CartKey, shopIds: readonly string[] | null): Promise<void> {
  await tx
    .delete(cartCells)
    .where(and(mine(key), shopIds === null ? undefined : inArray(cartCells.shopId, [...shopIds])))
}
