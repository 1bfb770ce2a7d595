import type { Actor } from '#server/platform/actor.ts'
import { inMarket, type Tx } from '#server/platform/db.ts'
import { notFound, ProblemError } from '#server/platform/problems.ts'
import type { CartView, DemandLine } from '#shared/trade/shapes.ts'
import type { TradeContext } from '../context.ts'
import type { MarketFacts } from '../needs.ts'
import { mayBuy } from '../policy.ts'
import * as carts from '../store/carts.ts'
import { samplesTaken } from '../store/samples.ts'
import { cartView, listPrice, seenKey } from '../views-cart.ts'
import { judgeNow } from './judging.ts'

/** A cart holds at most this many SKUs; a buyer with more orders in two goes. */
const cellLimit = 2000

/** The organisation that buys: the one the person acts for. */
export function buyerOf(actor: Actor): string {
  if (actor.acting === null) throw new ProblemError('request/not-allowed')
  return actor.acting.organisationId
}

export function demandOf(cells: readonly carts.CartCellRow[]): DemandLine[] {
  const lines = new Map<string, DemandLine>()
  for (const { productId, kind, skuId, quantity } of cells) {
    const key = `${kind} ${productId}`
    const line = lines.get(key)
    if (line === undefined) lines.set(key, { productId, kind, cells: [{ skuId, quantity }] })
    else line.cells.push({ skuId, quantity })
  }
  return [...lines.values()]
}

async function show(
  context: TradeContext,
  tx: Tx,
  market: MarketFacts,
  actor: Actor,
  addressId: string | undefined,
): Promise<CartView> {
  const buyerId = buyerOf(actor)
  const { version, cells } = await carts.readCart(tx, { marketId: market.id, buyerId })
  const address = addressId === undefined ? null : await context.lower.address(tx, buyerId, addressId)
  const judged = await judgeNow(context, tx, { market, buyerId }, demandOf(cells), address)
  const seen = new Map(
    cells.map((cell) => [
      seenKey(cell.kind, cell.skuId),
      { price: cell.seenPrice, available: cell.seenAvailable },
    ]),
  )
  return cartView(judged, {
    version,
    currency: market.currency,
    addressId: address === null ? null : (addressId ?? null),
    seen,
    mayBuy: mayBuy(actor),
  })
}

export function getCart(
  context: TradeContext,
  market: MarketFacts,
  actor: Actor,
  addressId: string | undefined,
): Promise<CartView> {
  return inMarket(context.database, market.id, (tx) => show(context, tx, market, actor, addressId))
}

type CartChange = {
  productId: string
  kind: 'stock' | 'sample'
  cells: readonly { skuId: string; quantity: number }[]
  add: boolean
}

/** Sets or adds to one product's quantities, with the price and stock of this moment as what the buyer saw. */
export function putLine(
  context: TradeContext,
  market: MarketFacts,
  actor: Actor,
  change: CartChange,
): Promise<CartView> {
  if (!mayBuy(actor)) throw new ProblemError('request/not-allowed')
  const key = { marketId: market.id, buyerId: buyerOf(actor) }
  return inMarket(context.database, market.id, async (tx) => {
    const offer = (await context.catalogue.offersFor(tx, market.id, [change.productId])).get(change.productId)
    const skus = new Map(offer?.skus.map((sku) => [sku.skuId, sku]))
    const wanted = change.cells.filter((cell) => cell.quantity > 0)
    if (offer?.status !== 'listed' || wanted.some((cell) => !skus.has(cell.skuId)))
      throw new ProblemError('trade/not-offered')
    await carts.lockCart(tx, key)
    const gone = change.add
      ? change.cells.filter((cell) => cell.quantity === 0).map((cell) => cell.skuId)
      : undefined
    if (gone === undefined) await carts.deleteLine(tx, key, change)
    else if (gone.length > 0) await carts.deleteLine(tx, key, { ...change, skuIds: gone })
    const rows = wanted.map(({ skuId, quantity }) => ({
      ...key,
      productId: change.productId,
      kind: change.kind,
      skuId,
      shopId: offer.shopId,
      quantity,
      seenPrice: listPrice(offer, change.kind, skuId),
      seenAvailable: skus.get(skuId)?.available ?? 0,
      addedBy: actor.personId,
    }))
    await carts.writeCells(tx, rows, change.add)
    if ((await carts.countCells(tx, key)) > cellLimit)
      throw new ProblemError('trade/cart-full', { limit: cellLimit })
    return show(context, tx, market, actor, undefined)
  })
}

/** Takes a product out of the cart, or everything. */
export function takeOut(
  context: TradeContext,
  market: MarketFacts,
  actor: Actor,
  line: { productId: string; kind: 'stock' | 'sample' } | null,
): Promise<CartView> {
  if (!mayBuy(actor)) throw new ProblemError('request/not-allowed')
  const key = { marketId: market.id, buyerId: buyerOf(actor) }
  return inMarket(context.database, market.id, async (tx) => {
    await carts.lockCart(tx, key)
    await (line === null ? carts.deleteCells(tx, key, null) : carts.deleteLine(tx, key, line))
    return show(context, tx, market, actor, undefined)
  })
}

/** How many samples of a product the company may still order. */
export function samplesLeft(
  context: TradeContext,
  market: MarketFacts,
  actor: Actor,
  productId: string,
): Promise<{ limit: number; taken: number; left: number }> {
  const buyerId = buyerOf(actor)
  return inMarket(context.database, market.id, async (tx) => {
    const offer = (await context.catalogue.offersFor(tx, market.id, [productId])).get(productId)
    if (offer?.status !== 'listed') throw notFound()
    const limit = offer.samplePrice === null ? 0 : offer.sampleLimit
    const taken = (await samplesTaken(tx, { marketId: market.id, buyerId }, [productId])).get(productId) ?? 0
    return { limit, taken, left: Math.max(0, limit - taken) }
  })
}

/** What lines would cost now, without touching a cart. */
export function previewLines(
  context: TradeContext,
  market: MarketFacts,
  actor: Actor,
  lines: readonly DemandLine[],
  addressId: string | undefined,
): Promise<CartView> {
  const buyerId = buyerOf(actor)
  return inMarket(context.database, market.id, async (tx) => {
    const address = addressId === undefined ? null : await context.lower.address(tx, buyerId, addressId)
    const judged = await judgeNow(context, tx, { market, buyerId }, lines, address)
    if (judged.unknown.length > 0) throw new ProblemError('trade/not-offered', { productIds: judged.unknown })
    return cartView(judged, {
      version: 0,
      currency: market.currency,
      addressId: address === null ? null : (addressId ?? null),
      seen: new Map(),
      mayBuy: mayBuy(actor),
    })
  })
}
