import { priceOf } from '#shared/catalogue/pricing.ts'
import type {
  CartCell,
  CartIssue,
  CartLine,
  EvaluatedCell,
  EvaluatedLine,
  EvaluatedShopCart,
  MixedPool,
  ShopTerms,
} from './cart-shapes.ts'
import { nextStepsOf } from './next-steps.ts'

/** Beyond this a bank transfer does not carry (`MinorAmount`), and beyond it sums would stop being exact. */
const mostAmount = 1_000_000_000_000
/** What is too much already is counted no further: two hundred lines of it still add up to a whole number that JSON carries. */
const atMost = (amount: number) => Math.min(amount, mostAmount + 1)

/**
 * Judges what a buyer wants of one shop: prices, MOQ, mixed batch, packs, stock, samples (commercial-and-law.md 1.1.2).
 * The product page, the cart and the API all ask this one function, so that a page never promises what the order refuses.
 *
 * - A line below its MOQ stands only when its offer opted in and the shop's mixed batch is reached.
 * - Samples ignore MOQ, packs and tiers, cost the sample price, are capped by the sample limit over all orders of the buyer, and do not count in the pool.
 * - A SKU that stands in two lines shares one stock; the later line is told what the earlier left.
 * - Lines of quantity nought have no issues: they are not there.
 */
export function evaluateShopCart({
  terms,
  lines,
}: {
  terms: ShopTerms
  lines: readonly CartLine[]
}): EvaluatedShopCart {
  const priced = lines.map((line) => (line.kind === 'sample' ? priceSample(line) : priceStock(line)))
  const pool = poolOf(terms, lines, priced)
  const taken = new Map<string, number>()
  const judged = lines.map((line, index) => {
    const evaluated = priced[index] ?? priceStock(line)
    const quantityIssues = line.kind === 'sample' ? sampleIssues(line, evaluated) : packIssues(line)
    const issues = [...evaluated.issues, ...quantityIssues, ...stockIssues(line, taken)]
    return decideMinimum(line, { ...evaluated, issues }, pool)
  })
  const goodsAmount = judged.reduce((sum, line) => sum + line.amount, 0)
  if (goodsAmount > mostAmount)
    judged.at(-1)?.issues.push({ code: 'trade/amount-too-large', facts: { limit: mostAmount } })
  return {
    lines: judged,
    pool,
    goodsAmount,
    ok: judged.some((line) => line.quantity > 0) && judged.every((line) => line.issues.length === 0),
    nextSteps: nextStepsOf(terms, lines, judged, pool),
  }
}

/** A quantity as the rules count it: nonsense (a fraction, a negative number) counts as nought and gets an issue. */
function counted(cell: CartCell): number {
  return Number.isSafeInteger(cell.quantity) && cell.quantity > 0 ? cell.quantity : 0
}

function unitOf({ offer }: CartLine) {
  return offer.unit === undefined ? {} : { unit: offer.unit }
}

function priceStock(line: CartLine): EvaluatedLine {
  const cells = line.cells.map((cell) => ({ quantity: counted(cell), unitPrice: cell.unitPrice }))
  const price = priceOf(line.offer, cells)
  return withPrices(line, price.unitPrices, price.activeTier, price.nextTier)
}

function priceSample(line: CartLine): EvaluatedLine {
  const prices = line.cells.map(() => line.offer.samplePrice)
  return withPrices(line, prices, null, null)
}

function withPrices(
  line: CartLine,
  unitPrices: readonly (number | null)[],
  activeTier: EvaluatedLine['activeTier'],
  nextTier: EvaluatedLine['nextTier'],
): EvaluatedLine {
  const issues: CartIssue[] = []
  const cells = line.cells.map((cell, index): EvaluatedCell => {
    const { skuId } = cell
    const quantity = counted(cell)
    const unitPrice = unitPrices[index] ?? null
    if (quantity !== cell.quantity)
      issues.push({ code: 'trade/quantity-not-whole', facts: { skuId, quantity: cell.quantity } })
    if (quantity > 0 && unitPrice === null && line.kind === 'stock') {
      issues.push({ code: 'trade/no-price', facts: { skuId, ...unitOf(line) } })
    }
    return { skuId, quantity, unitPrice, amount: atMost(quantity * (unitPrice ?? 0)) }
  })
  return {
    productId: line.offer.productId,
    kind: line.kind,
    quantity: cells.reduce((sum, cell) => sum + cell.quantity, 0),
    cells,
    amount: atMost(cells.reduce((sum, cell) => sum + cell.amount, 0)),
    activeTier,
    nextTier,
    issues,
    acceptedBy: null,
  }
}

function poolOf(terms: ShopTerms, lines: readonly CartLine[], priced: readonly EvaluatedLine[]): MixedPool {
  const inPool = priced.filter((_, index) => lines[index]?.kind === 'stock' && lines[index].offer.mixedBatch)
  const quantity = inPool.reduce((sum, line) => sum + line.quantity, 0)
  const amount = inPool.reduce((sum, line) => sum + line.amount, 0)
  const { minQuantity, minAmount } = terms.mixedBatch ?? { minQuantity: null, minAmount: null }
  const reached =
    (minQuantity !== null && quantity >= minQuantity) || (minAmount !== null && amount >= minAmount)
  return {
    quantity,
    amount,
    reached,
    missingQuantity: minQuantity === null ? null : Math.max(0, minQuantity - quantity),
    missingAmount: minAmount === null ? null : Math.max(0, minAmount - amount),
  }
}

function packIssues(line: CartLine): CartIssue[] {
  const { packSize } = line.offer
  const loose = line.cells.filter((cell) => counted(cell) % packSize !== 0)
  return loose.map(({ skuId, quantity }) => {
    const lower = Math.floor(quantity / packSize) * packSize
    const facts = { skuId, packSize, quantity, lower, upper: lower + packSize, ...unitOf(line) }
    return { code: 'trade/pack-multiple', facts }
  })
}

function sampleIssues(line: CartLine, { quantity }: EvaluatedLine): CartIssue[] {
  const { samplePrice, sampleLimit, samplesTaken: taken = 0 } = line.offer
  if (quantity === 0) return []
  if (samplePrice === null) return [{ code: 'trade/no-sample', facts: { quantity, ...unitOf(line) } }]
  const left = Math.max(0, sampleLimit - taken)
  if (quantity <= left) return []
  return [
    { code: 'trade/sample-limit', facts: { limit: sampleLimit, taken, left, quantity, ...unitOf(line) } },
  ]
}

function stockIssues(line: CartLine, taken: Map<string, number>): CartIssue[] {
  const issues: CartIssue[] = []
  for (const cell of line.cells) {
    const quantity = counted(cell)
    const before = taken.get(cell.skuId) ?? 0
    taken.set(cell.skuId, before + quantity)
    const available = Math.max(0, cell.available - before)
    if (quantity <= available) continue
    issues.push({
      code: 'trade/not-enough-stock',
      facts: { skuId: cell.skuId, available, quantity, ...unitOf(line) },
    })
  }
  return issues
}

function decideMinimum(line: CartLine, evaluated: EvaluatedLine, pool: MixedPool): EvaluatedLine {
  const { quantity, issues } = evaluated
  const { moq, mixedBatch } = line.offer
  if (quantity === 0) return evaluated
  if (line.kind === 'sample') return { ...evaluated, acceptedBy: issues.length === 0 ? 'sample' : null }
  if (quantity >= moq) return { ...evaluated, acceptedBy: 'minimum-order' }
  if (mixedBatch && pool.reached) return { ...evaluated, acceptedBy: 'mixed-batch' }
  const facts = { need: moq, have: quantity, missing: moq - quantity, ...unitOf(line) }
  return { ...evaluated, issues: [...issues, { code: 'trade/below-minimum-order', facts }] }
}
