import type { OrderView } from '#shared/trade/shapes.ts'
import type { OrderState } from '#shared/trade/states.ts'
import type { StateTone } from '#web/src/ui/state-word.tsx'

/** The dot of an order's state: gold waits for somebody, sea goes on by itself, leaf is done. */
export const stateTone: Readonly<Record<OrderState, StateTone>> = {
  placed: 'wait',
  secured: 'wait',
  in_production: 'go',
  partly_shipped: 'go',
  shipped: 'go',
  received: 'hold',
  completed: 'ok',
  cancelled: 'idle',
  expired: 'idle',
}

/** How many of a line's goods are where: received, short (counted fewer than sent), on the way, not sent yet. They sum to what was ordered. */
export type Whereabouts = { ordered: number; received: number; short: number; onWay: number; open: number }

/** Where each line's goods are, by order line id. */
export function whereabouts({
  products,
  shipments,
}: Pick<OrderView, 'products' | 'shipments'>): ReadonlyMap<string, Whereabouts> {
  const short = new Map<string, number>()
  for (const { orderLineId, quantity, received } of shipments.flatMap((shipment) => shipment.lines)) {
    if (received !== null) short.set(orderLineId, (short.get(orderLineId) ?? 0) + quantity - received)
  }
  return new Map(
    products
      .flatMap((product) => product.lines)
      .map((line) => {
        const missing = short.get(line.id) ?? 0
        const { quantity, shipped, received } = line
        return [
          line.id,
          {
            ordered: quantity,
            received,
            short: missing,
            onWay: shipped - received - missing,
            open: quantity - shipped,
          },
        ]
      }),
  )
}

/** Pieces that were counted and are short, over the whole order. */
export const shortPieces = (order: Pick<OrderView, 'products' | 'shipments'>): number =>
  [...whereabouts(order).values()].reduce((sum, line) => sum + line.short, 0)

/** The state that the headline names: receiving has shades that the order's own state has not. */
export type Headline = { key: HeadKey; facts: Record<string, number> }
type HeadKey = OrderState | 'shipped.counted' | 'shipped.short' | 'received.short' | 'cancelled.refunded'

/** What the page's headline says of an order. Money in it is left to the page. */
export function headline(
  order: Pick<
    OrderView,
    'state' | 'summary' | 'shipped' | 'received' | 'products' | 'shipments' | 'short' | 'refunded'
  >,
): Headline {
  const short = shortPieces(order)
  const facts = { quantity: order.summary.quantity, shipped: order.shipped, received: order.received, short }
  if (order.state === 'shipped' && short > 0) return { key: 'shipped.short', facts }
  if (order.state === 'shipped' && order.received === order.summary.quantity)
    return { key: 'shipped.counted', facts }
  if (order.state === 'received' && order.short.amount > 0) return { key: 'received.short', facts }
  if (order.state === 'cancelled' && order.refunded.amount > 0) return { key: 'cancelled.refunded', facts }
  return { key: order.state, facts }
}

/**
 * What a confirmation now would release: everything that is held, less what is short. Shipments that are not counted are taken as complete,
 * so nothing of theirs is short. Minor units.
 */
export const wouldRelease = (order: Pick<OrderView, 'held' | 'short'>): number =>
  order.held.amount - order.short.amount

/** What happened to an order, the oldest first. Of one moment, things stay in the order in which they were told. */
export function chronological<Entry extends { at: string }>(timeline: readonly Entry[]): readonly Entry[] {
  const [first, last] = [timeline[0], timeline.at(-1)]
  return first !== undefined && last !== undefined && first.at > last.at ? timeline.toReversed() : timeline
}
