import type { Localised } from '#shared/text.ts'
import type { CartLineView, CartShopView } from '#shared/trade/shapes.ts'

/** What is different between the cart that a buyer saw and the cart as it is now. Amounts are minor units; null where not known. */
export type CartChange =
  | { kind: 'price' | 'quantity'; title: Localised; was: number; now: number }
  | { kind: 'gone' | 'added'; title: Localised }
  | { kind: 'freight'; shop: Localised; was: number | null; now: number | null }

const keyOf = (line: CartLineView) => `${line.kind} ${line.productId}`

/** Compares shop by shop and line by line, in the order of the newer cart; prices are those of the first cell that differs. */
export function cartChanges(before: readonly CartShopView[], after: readonly CartShopView[]): CartChange[] {
  const oldLines = new Map(before.flatMap((shop) => shop.lines.map((line) => [keyOf(line), line] as const)))
  const newKeys = new Set(after.flatMap((shop) => shop.lines.map(keyOf)))
  const changes: CartChange[] = []
  for (const shop of after) {
    for (const line of shop.lines) changes.push(...lineChanges(oldLines.get(keyOf(line)), line))
    const old = before.find((one) => one.shop.id === shop.shop.id)
    if (old === undefined) continue
    const [was, now] = [old.freight.amount?.amount ?? null, shop.freight.amount?.amount ?? null]
    if (was !== now) changes.push({ kind: 'freight', shop: shop.shop.name, was, now })
  }
  for (const [key, line] of oldLines) if (!newKeys.has(key)) changes.push({ kind: 'gone', title: line.title })
  return changes
}

function lineChanges(old: CartLineView | undefined, line: CartLineView): CartChange[] {
  if (old === undefined) return [{ kind: 'added', title: line.title }]
  const changes: CartChange[] = []
  const prices = new Map(old.cells.map((cell) => [cell.skuId, cell.unitPrice]))
  const repriced = line.cells.find((cell) => (prices.get(cell.skuId) ?? cell.unitPrice) !== cell.unitPrice)
  const was = repriced === undefined ? null : (prices.get(repriced.skuId) ?? null)
  if (repriced !== undefined && repriced.unitPrice !== null && was !== null)
    changes.push({ kind: 'price', title: line.title, was, now: repriced.unitPrice })
  if (old.quantity !== line.quantity)
    changes.push({ kind: 'quantity', title: line.title, was: old.quantity, now: line.quantity })
  return changes
}
