import { priceOf } from '#shared/catalogue/pricing.ts'
import type { CartLine, EvaluatedLine, MixedPool, NextStep, ShopTerms } from './cart-shapes.ts'

/**
 * What a buyer could do next, cheapest first: tiers that are worth reaching, then what is missing for minimum orders and
 * for the mixed batch. A step is named only when it leads somewhere: a tier when it saves (see `NextTier.saves`) and the
 * stock is there; the mixed batch when a line is held up that it would let through.
 */
export function nextStepsOf(
  terms: ShopTerms,
  lines: readonly CartLine[],
  evaluated: readonly EvaluatedLine[],
  pool: MixedPool,
): NextStep[] {
  const tiers: NextStep[] = []
  const minimums: NextStep[] = []
  const held: CartLine[] = []
  for (const [index, line] of lines.entries()) {
    const judged = evaluated[index]
    if (judged === undefined || line.kind === 'sample' || judged.quantity === 0) continue
    tiers.push(...tierStep(line, judged))
    if (!judged.issues.some(({ code }) => code === 'trade/below-minimum-order')) continue
    minimums.push(minimumStep(line, judged))
    if (line.offer.mixedBatch) held.push(line)
  }
  const mixed = held.length > 0 ? mixedStep(terms, lines, evaluated, pool) : []
  return [...tiers.sort(byCost), ...[...minimums, ...mixed].sort(byCost)]
}

const byCost = (a: NextStep, b: NextStep) => a.cost - b.cost

function unitOf({ offer }: CartLine) {
  return offer.unit === undefined ? {} : { unit: offer.unit }
}

function tierStep(line: CartLine, { nextTier, quantity, productId }: EvaluatedLine): NextStep[] {
  if (nextTier === null || !nextTier.saves) return []
  const available = line.cells.reduce((sum, cell) => sum + Math.max(0, cell.available), 0)
  if (available < quantity + nextTier.missingQuantity) return []
  const { missingQuantity, minQuantity, unitPrice, saving, extraAmount } = nextTier
  return [
    {
      kind: 'next-tier',
      productId,
      missingQuantity,
      minQuantity,
      unitPrice,
      saving,
      cost: extraAmount,
      ...unitOf(line),
    },
  ]
}

function minimumStep(line: CartLine, { productId, quantity, amount }: EvaluatedLine): NextStep {
  const { moq, packSize } = line.offer
  // Whole packs only: the step must be one that the order accepts.
  const missingQuantity = Math.ceil((moq - quantity) / packSize) * packSize
  return {
    kind: 'minimum-order',
    productId,
    missingQuantity,
    need: moq,
    cost: amountWith(line, missingQuantity) - amount,
    ...unitOf(line),
  }
}

/** What the line costs with `more` pieces in its cheapest chosen cell. */
function amountWith(line: CartLine, more: number): number {
  const chosen = line.cells.filter((cell) => cell.quantity > 0)
  const cheapest = chosen.reduce<number>(
    (best, cell, index) =>
      (cell.unitPrice ?? Infinity) < (chosen[best]?.unitPrice ?? Infinity) ? index : best,
    0,
  )
  const cells = chosen.map((cell, index) =>
    index === cheapest ? { ...cell, quantity: cell.quantity + more } : cell,
  )
  return priceOf(line.offer, cells).amount ?? 0
}

function mixedStep(
  terms: ShopTerms,
  lines: readonly CartLine[],
  evaluated: readonly EvaluatedLine[],
  pool: MixedPool,
): NextStep[] {
  const { missingQuantity, missingAmount } = pool
  if (terms.mixedBatch === null || (missingQuantity === null && missingAmount === null)) return []
  const prices = evaluated
    .filter((_, index) => lines[index]?.kind === 'stock' && lines[index].offer.mixedBatch)
    .flatMap((line) => line.cells.filter((cell) => cell.quantity > 0).map((cell) => cell.unitPrice ?? 0))
  const cheapest = prices.length > 0 ? Math.min(...prices) : 0
  const costs = [missingAmount, missingQuantity === null ? null : missingQuantity * cheapest].filter(
    (cost) => cost !== null,
  )
  const known = lines.map((line) => line.offer.unit)
  const unit = known.every((each) => each === known[0]) ? known[0] : undefined
  return [
    {
      kind: 'mixed-batch',
      missingQuantity,
      missingAmount,
      cost: Math.min(...costs),
      ...(unit === undefined ? {} : { unit }),
    },
  ]
}
