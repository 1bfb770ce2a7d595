import type { CartLine } from '#shared/trade/cart-shapes.ts'
import type { CartView } from '#shared/trade/shapes.ts'

/** What a cart already holds of one shop besides one product, the way the rules read it: it counts towards the mixed batch. */
export function otherLines(cart: CartView | undefined, shopId: string, productId: string): CartLine[] {
  const lines = cart?.shops.find((one) => one.shop.id === shopId)?.lines ?? []
  return lines
    .filter((line) => line.listed && line.productId !== productId)
    .map((line) => ({
      kind: line.kind,
      offer: {
        productId: line.productId,
        quoteMode: line.quoteMode,
        tiers: line.tiers,
        moq: line.moq,
        packSize: line.packSize,
        mixedBatch: line.mixedBatch,
        samplePrice: line.samplePrice,
        sampleLimit: line.sampleLimit,
        samplesTaken: line.samplesTaken,
        unit: line.unit,
      },
      cells: line.cells.map(({ skuId, unitPrice, available, quantity }) => ({
        skuId,
        unitPrice,
        available,
        quantity,
      })),
    }))
}
