import { AsyncLocalStorage } from 'node:async_hooks'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '#server/app.ts'
import type { Actor, Membership } from '#server/platform/actor.ts'
import type { Clock } from '#server/platform/clock.ts'
import type { Resources } from '#server/platform/resources.ts'
import type { Wiring } from '#server/wiring.ts'
import { type CallInput, type Endpoint, endpointUrl, type ResponseOf } from '#shared/http.ts'
import { recordBankReceipt } from '#shared/payments/contract.ts'
import { carriers } from '#shared/trade/carriers.ts'
import {
  cancelOrder,
  cancelPurchase,
  confirmReceipt,
  getOrder,
  placePurchase,
  previewPurchase,
  receiveShipment,
  shipOrder,
  startPayment,
  startProduction,
} from '#shared/trade/contract.ts'
import type { OrderSeed, PurchaseSeed } from '../world/order-types.ts'
import type { World } from '../world/types.ts'
import type { Ids } from './moments.ts'
import { organisationKey } from './people.ts'

/** How many courses of purchases run side by side; each has its own time. */
const lanes = 6

// The moment of the past in which a course of events stands.
const time = new AsyncLocalStorage<{ now: Date }>()

/** A clock that shows each course its own time, and everybody else the system's. */
export const courseClock: Clock = { now: () => time.getStore()?.now ?? new Date() }

/**
 * Places, pays, ships and receives the world's purchases through the same handlers as real ones, each at its own moment of the past:
 * what the demo shows went through every check. Payment is by bank transfer, so that no other process is needed. `resources` and
 * `wiring` go by `courseClock`.
 */
export async function playOrders(
  resources: Resources,
  wiring: Wiring,
  world: World,
  ids: Ids,
  progress: (text: string) => void,
): Promise<void> {
  const actors = actorsOf(world, ids)
  const app = await buildApp(resources, {
    ...wiring,
    resolveActor: async (token) => actors.get(token ?? '') ?? null,
  })
  await app.ready()
  const player = { app, wiring, world, ids }
  const waiting = chosenPurchases(world)
  let done = 0
  const lane = async () => {
    for (let purchase = waiting.shift(); purchase !== undefined; purchase = waiting.shift()) {
      const next = purchase
      await time.run({ now: new Date(next.placedAt) }, () => play(player, next))
      done += 1
      progress(`orders ${done}`)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  await app.close()
}

/** The products that `playOrders` sells, by the world's keys. */
export const productsBought = (world: World): Set<string> =>
  new Set(
    chosenPurchases(world).flatMap(({ orders }) =>
      orders.flatMap(({ lines }) => lines.map((line) => line.product)),
    ),
  )

/** Everything that is still under way or the first buyer's, and enough of what is over to fill statements and figures. */
function chosenPurchases(world: World): PurchaseSeed[] {
  const isOver = (purchase: PurchaseSeed) =>
    purchase.buyer !== world.buyers[0]?.key && purchase.orders.every((order) => order.state === 'completed')
  const over = world.purchases.filter(isOver)
  return [...world.purchases.filter((each) => !isOver(each)), ...over.slice(-16)]
}

type Player = {
  app: FastifyInstance
  wiring: Wiring
  world: World
  ids: Ids
}

function actorsOf(world: World, ids: Ids): Map<string, Actor> {
  const kinds = new Map<string, Membership['kind']>([
    ...world.enterprises.map((each) => [each.key, 'enterprise'] as const),
    ...world.buyers.map((each) => [each.key, 'buyer_company'] as const),
    ...world.organisations.map(
      (each) =>
        [
          each.key,
          each.kind === 'operator'
            ? 'operator'
            : each.kind === 'association'
              ? 'association'
              : 'government_body',
        ] as const,
    ),
  ])
  return new Map(
    world.people.map((person) => {
      const keys = [
        ...new Set(person.memberships.flatMap((each) => organisationKey(world, each.subject) ?? [])),
      ]
      const memberships = keys.map((key) => ({
        organisationId: ids('organisation', key),
        kind: kinds.get(key) ?? 'enterprise',
        role: 'owner' as const,
      }))
      const actor: Actor = {
        personId: ids('person', person.key),
        sessionId: '',
        email: person.email,
        name: person.name[person.locale],
        platformAdmin: false,
        acting: memberships[0] ?? null,
        memberships,
      }
      return [person.key, actor] as const
    }),
  )
}

/** Calls an endpoint as a person of the world; null when the answer is a problem (sold out meanwhile, say). */
async function ask<E extends Endpoint>(
  player: Player,
  person: string,
  endpoint: E,
  input: CallInput<E>,
): Promise<ResponseOf<E> | null> {
  const {
    params = {},
    query = {},
    body,
    idempotencyKey,
  } = input as { params?: object; query?: object; body?: object; idempotencyKey?: string }
  const send = () =>
    player.app.inject({
      method: endpoint.method,
      url: endpointUrl(endpoint.path, params as Record<string, unknown>, query as Record<string, unknown>),
      headers: {
        authorization: `Bearer ${person}`,
        ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
      },
      ...(body === undefined ? {} : { payload: body }),
    })
  let answer = await send()
  // A busy machine sheds load and has done nothing then. Nobody waits here for an answer in time: the same is asked again.
  for (let tries = 0; answer.statusCode === 503 && tries < 30; tries += 1) {
    await new Promise((wake) => setTimeout(wake, 1000))
    answer = await send()
  }
  if (answer.statusCode >= 500) throw new Error(`${endpoint.operationId}: ${answer.body}`)
  return answer.statusCode < 300 ? (answer.json() as ResponseOf<E>) : null
}

/**
 * Who enters the money that arrived for a purchase: the market's manager, or somebody of the management group where the manager's own
 * company sells in it. Nobody settles a matter of their own.
 */
function settlerOf(world: World, purchase: PurchaseSeed): string {
  const market = world.markets.find((each) => each.key === purchase.market)
  const parties = new Set(market?.parties.map((party) => party.subject))
  const sellers = new Set(purchase.orders.map((order) => organisationKey(world, order.shop)))
  const companiesOf = (person: World['people'][number]) =>
    person.memberships.map((each) => organisationKey(world, each.subject))
  const manages = (person: World['people'][number]) =>
    person.memberships.some((each) => each.role === 'market_manager')
  const office = world.people
    .filter(
      (person) =>
        person.memberships.some((each) => each.role === 'market_manager' || each.role === 'owner') &&
        companiesOf(person).some((company) => company !== null && parties.has(company)) &&
        !companiesOf(person).some((company) => sellers.has(company)),
    )
    .sort((one, other) => Number(manages(other)) - Number(manages(one)))
  return office[0]?.key ?? ''
}

/** Moves this course's time on, never back. */
function at(moment: string): void {
  const now = time.getStore()
  if (now && Date.parse(moment) > now.now.getTime()) now.now = new Date(moment)
}

async function play(player: Player, purchase: PurchaseSeed): Promise<void> {
  const { world, ids } = player
  const market = world.markets.find((each) => each.key === purchase.market)
  const buyer = world.buyers.find((each) => each.key === purchase.buyer)
  if (!market || !buyer) throw new Error(`purchase ${purchase.key} names nobody`)
  const params = { market: market.slug }
  const home = buyer.addresses.findIndex((address) => address.country === 'CN')
  const addressId = ids(
    'address',
    `${buyer.key} ${buyer.addresses[purchase.address]?.country === 'CN' ? purchase.address : Math.max(0, home)}`,
  )
  const lines = linesOf(player, purchase)
  const preview = await ask(player, purchase.by, previewPurchase, { params, body: { lines, addressId } })
  if (!preview?.total) return
  const placed = await ask(player, purchase.by, placePurchase, {
    params,
    body: { lines, addressId, expectedTotal: preview.total, remark: purchase.orders[0]?.note ?? '' },
    idempotencyKey: `demo-${purchase.key}-place`,
  })
  if (!placed) return
  const paidAt = purchase.orders
    .flatMap((order) => order.payments.map((payment) => payment.paidAt))
    .find((moment) => moment !== null)
  if (purchase.orders.every((order) => order.state === 'cancelled') && !paidAt) {
    await ask(player, purchase.by, cancelPurchase, {
      params: { ...params, purchaseId: placed.id },
      body: { reason: '' },
      idempotencyKey: `demo-${purchase.key}-cancel`,
    })
    return
  }
  if (!paidAt) return
  await pay(player, purchase, placed.id, params, paidAt)
  for (const order of placed.orders) {
    const seed = purchase.orders.find((each) => ids('shop', each.shop) === order.shop.id)
    if (seed) await carryOn(player, purchase, seed, order.id, params)
  }
}

function linesOf({ ids, world }: Player, purchase: PurchaseSeed) {
  const products = new Map<string, { skuId: string; quantity: number }[]>()
  for (const line of purchase.orders.flatMap((order) => order.lines)) {
    const cells = products.get(line.product) ?? []
    const product = world.products.find((each) => each.key === line.product)
    const position = product?.draft.skus.findIndex((sku) => sku.articleNo === line.sku) ?? -1
    const articleNo = product?.draft.skus[position]?.articleNo
    cells.push({ skuId: ids('sku', `${line.product} ${articleNo || position}`), quantity: line.quantity })
    products.set(line.product, cells)
  }
  return [...products].map(([key, cells]) => ({
    productId: ids('product', key),
    kind: 'stock' as const,
    cells,
  }))
}

async function pay(
  player: Player,
  purchase: PurchaseSeed,
  purchaseId: string,
  params: { market: string },
  paidAt: string,
): Promise<void> {
  const started = await ask(player, purchase.by, startPayment, {
    params: { ...params, purchaseId },
    body: { method: 'bank_transfer' },
    idempotencyKey: `demo-${purchase.key}-start`,
  })
  const reference = started?.reference
  if (!started || !reference) return
  at(paidAt)
  await ask(player, settlerOf(player.world, purchase), recordBankReceipt, {
    params,
    body: {
      bankRef: `DEMO-${purchase.key}`,
      reference,
      payer: player.world.buyers.find((each) => each.key === purchase.buyer)?.name.zh ?? '',
      amount: started.amount.amount,
      currency: started.amount.currency,
      receivedOn: paidAt.slice(0, 10),
    },
    idempotencyKey: `demo-${purchase.key}-receipt`,
  })
  await player.wiring.trade.settlePurchase(player.ids('market', purchase.market), purchaseId)
}

/** From secured to where the world left the order. */
async function carryOn(
  player: Player,
  purchase: PurchaseSeed,
  seed: OrderSeed,
  orderId: string,
  params: { market: string },
): Promise<void> {
  const ofOrder = { ...params, orderId }
  const seller =
    player.world.people.find((person) => person.memberships.some((each) => each.subject === seed.shop))
      ?.key ?? ''
  const moveTo = (state: OrderSeed['state']) => seed.moves.find((move) => move.to === state)
  const started = moveTo('in_production')
  if (started) {
    at(started.at)
    await ask(player, seller, startProduction, {
      params: ofOrder,
      body: {},
      idempotencyKey: `demo-${seed.key}-start`,
    })
    return
  }
  const cancelled = moveTo('cancelled')
  if (cancelled) {
    at(cancelled.at)
    await ask(player, seller, cancelOrder, {
      params: ofOrder,
      body: { reason: cancelled.reason?.zh ?? '' },
      idempotencyKey: `demo-${seed.key}-cancel`,
    })
    return
  }
  for (const [index, shipment] of seed.shipments.entries()) {
    const before = await ask(player, seller, getOrder, { params: ofOrder })
    if (!before) return
    const isLast = index === seed.shipments.length - 1 && seed.state !== 'shipped_in_part'
    const open = before.products
      .flatMap((product) => product.lines)
      .flatMap((line) => {
        const left = line.quantity - line.shipped
        const part = isLast ? left : Math.min(left, Math.ceil(line.quantity / 2))
        return part > 0 ? [{ orderLineId: line.id, quantity: part }] : []
      })
    at(shipment.shippedAt)
    const carrier =
      carriers.find(
        (each) => each.name.zh === shipment.carrier.name.zh || each.code === shipment.carrier.code,
      )?.code ?? 'debang'
    const sent = await ask(player, seller, shipOrder, {
      params: ofOrder,
      body: { carrier, trackingNo: shipment.trackingNo, lines: open },
      idempotencyKey: `demo-${seed.key}-ship-${index}`,
    })
    const parcel = sent?.shipments.at(-1)
    if (!parcel) return
    if (shipment.receivedAt === null || shipment.receivedAt > player.world.today) continue
    at(shipment.receivedAt)
    await ask(player, purchase.by, receiveShipment, {
      params: { ...ofOrder, shipmentId: parcel.id },
      body: { lines: open },
      idempotencyKey: `demo-${seed.key}-receive-${index}`,
    })
  }
  if (seed.state !== 'received' && seed.state !== 'completed') return
  const received = moveTo('received')
  if (received) at(received.at)
  await ask(player, purchase.by, confirmReceipt, {
    params: ofOrder,
    body: {},
    idempotencyKey: `demo-${seed.key}-confirm`,
  })
  if (seed.state === 'completed')
    await player.wiring.trade.releaseOrder(player.ids('market', purchase.market), orderId)
}
