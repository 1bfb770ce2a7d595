import { type Lots, lotsFor } from './chances.ts'
import { plusDays } from './days.ts'
import { settle } from './order-course.ts'
import {
  type OrderLineSeed,
  type OrderSeed,
  type OrderState,
  orderStates,
  type PurchaseSeed,
} from './order-types.ts'
import type { BuyerSeed, FreightTemplateSeed, PersonSeed, ProductSeed, ShopSeed } from './types.ts'

/** How many orders the last 120 days brought. */
export const orderCount = 400
const period = 120

type Yard = {
  lots: Lots
  today: Date
  byShop: Map<string, ProductSeed[]>
  shops: Map<string, ShopSeed>
  /** What open orders have taken of each SKU already. */
  promised: Map<string, number>
}

/** Purchases with one order per shop, at the prices of their day and within the stock. */
export function makePurchases(
  seed: number,
  today: Date,
  products: readonly ProductSeed[],
  shops: readonly ShopSeed[],
  buyers: readonly BuyerSeed[],
  people: readonly PersonSeed[],
): PurchaseSeed[] {
  const lots = lotsFor(seed, 'orders')
  const byShop = new Map<string, ProductSeed[]>()
  for (const product of products) {
    if (product.status !== 'listed' || product.draft.quoteMode !== 'by-quantity') continue
    const shelf = byShop.get(product.shop)
    if (shelf) shelf.push(product)
    else byShop.set(product.shop, [product])
  }
  const yard: Yard = {
    lots,
    today,
    byShop,
    shops: new Map(shops.map((shop) => [shop.key, shop])),
    promised: new Map(),
  }
  const purchases: PurchaseSeed[] = []
  let orders = 0
  const add = (plan: Plan) => {
    const purchase = makePurchase(yard, purchases.length + 1, plan, people)
    orders += purchase.orders.length
    if (purchase.orders.length > 0) purchases.push(purchase)
  }
  for (const plan of showcase(yard, buyers)) add(plan)
  while (orders < orderCount) add(planPurchase(yard, orders, buyers))
  return purchases.sort((a, b) => a.placedAt.localeCompare(b.placedAt))
}

/** Business hours in China, more orders lately than four months ago. */
function momentOf({ lots, today }: Yard): Date {
  const ago = period * lots.chance() ** 1.5
  const day = plusDays(today, -ago)
  const morning = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 1)
  const at = new Date(morning + lots.whole(0, 9 * 3600) * 1000)
  return at > plusDays(today, -0.05) ? plusDays(at, -1) : at
}

/** Who buys from whom and when; `state` where it is to have come to a certain one. */
type Plan = { market: string; buyer: BuyerSeed; shops: ShopSeed[]; placed: Date; state?: OrderState }

const shopsOf = ({ shops, byShop }: Yard, market: string): ShopSeed[] =>
  [...shops.values()].filter((shop) => shop.market === market && (byShop.get(shop.key)?.length ?? 0) > 0)

/** The age in days at which an order of each state is met. */
const showcaseAges: Record<OrderState, number> = {
  placed: 0.3,
  secured: 1.4,
  in_production: 4,
  shipped_in_part: 5,
  shipped: 6,
  received: 9,
  completed: 15,
  cancelled: 7,
  expired: 8,
}

/**
 * The first buyer's orders at the lead enterprise's shop, one in each state: who signs in as either of the accounts that the start
 * prints has something of every kind before them. Some come with a second shop's order.
 */
function showcase(yard: Yard, buyers: readonly BuyerSeed[]): Plan[] {
  const [buyer] = buyers
  const market = 'market-shishi-kids'
  const candidates = shopsOf(yard, market)
  const anchor = candidates.find((shop) => shop.anchor)
  if (!buyer || !anchor) return []
  const others = candidates.filter((shop) => shop !== anchor)
  return orderStates.map((state, index) => ({
    market,
    buyer,
    shops: index % 2 === 0 ? [anchor] : [anchor, yard.lots.pick(others)],
    placed: plusDays(yard.today, -showcaseAges[state]),
    state,
  }))
}

function planPurchase(yard: Yard, ordersBefore: number, buyers: readonly BuyerSeed[]): Plan {
  const { lots } = yard
  const buyer = lots.pick(buyers)
  const market =
    /履|步|Obuwie|Footwear/.test(buyer.name.zh + buyer.name.en) || lots.happens(0.25)
      ? 'market-fujian-shoes'
      : 'market-shishi-kids'
  const placed = momentOf(yard)
  const candidates = shopsOf(yard, market)
  const chosen = new Set<ShopSeed>()
  const wanted = Math.min(
    lots.weighted([
      [1, 6],
      [2, 3],
      [3, 1],
    ]),
    orderCount - ordersBefore,
  )
  const anchor = candidates.find((shop) => shop.anchor)
  if (anchor && lots.happens(0.18)) chosen.add(anchor)
  while (chosen.size < wanted) chosen.add(lots.pick(candidates))
  return { market, buyer, shops: [...chosen], placed }
}

function makePurchase(
  yard: Yard,
  number: number,
  { market, buyer, shops, placed, state }: Plan,
  people: readonly PersonSeed[],
): PurchaseSeed {
  const { lots } = yard
  const members = people.filter((person) => person.memberships.some(({ subject }) => subject === buyer.key))
  // Who signs in with the printed account placed what the account shows.
  const by = state === undefined ? lots.pick(members).key : (members[0]?.key ?? '')
  const address = lots.whole(0, buyer.addresses.length - 1)
  const key = `purchase-${String(number).padStart(4, '0')}`
  const orders = shops.flatMap(
    (shop, i) => makeOrder(yard, { key: `${key}-${i + 1}`, shop, buyer, by, address, placed, state }) ?? [],
  )
  return {
    key,
    market,
    buyer: buyer.key,
    by,
    address,
    currency: 'CNY',
    placedAt: placed.toISOString(),
    total: orders.reduce((sum, order) => sum + order.total, 0),
    orders,
  }
}

type OrderContext = {
  key: string
  shop: ShopSeed
  buyer: BuyerSeed
  by: string
  address: number
  placed: Date
  state: OrderState | undefined
}

/** States in which goods are promised and not yet all out of the door. */
const holdsStock = new Set<OrderState>(['placed', 'secured', 'in_production', 'shipped_in_part'])

const notes: readonly string[] = [
  '',
  '',
  '',
  '',
  '请按箱贴好尺码标',
  '发货前拍照确认',
  '同批同缸，谢谢',
  '随货开专票',
  'Please mark cartons with our PO number',
]

function makeOrder(yard: Yard, context: OrderContext): OrderSeed | null {
  const { lots, today } = yard
  const age = (today.getTime() - context.placed.getTime()) / 86_400_000
  const state = context.state ?? stateAt(lots, age)
  const open = holdsStock.has(state)
  const lines = linesFor(yard, context.shop, open)
  if (lines.length === 0) return null
  const goodsAmount = lines.reduce((sum, line) => sum + line.amount, 0)
  const freight = freightFor(yard, context, lines)
  const order = {
    key: context.key,
    shop: context.shop.key,
    state,
    lines,
    goodsAmount,
    freight,
    total: goodsAmount + freight,
    note: lots.pick(notes),
  }
  return {
    ...order,
    ...settle(
      {
        lots,
        today,
        placed: context.placed,
        by: context.by,
        shop: context.shop,
        foreign: context.buyer.country !== 'CN',
      },
      order,
    ),
  }
}

/** What an order of that age has come to, as a healthy market shows it. */
function stateAt(lots: Lots, age: number): OrderState {
  if (age < 1)
    return lots.weighted([
      ['placed', 6],
      ['secured', 4],
    ])
  if (age < 3)
    return lots.weighted([
      ['placed', 1],
      ['secured', 6],
      ['shipped_in_part', 1],
      ['shipped', 2],
      ['cancelled', 1],
    ])
  if (age < 8)
    return lots.weighted([
      ['secured', 1],
      ['in_production', 1],
      ['shipped_in_part', 2],
      ['shipped', 6],
      ['received', 2],
      ['cancelled', 1],
      ['expired', 1],
    ])
  if (age < 18)
    return lots.weighted([
      ['shipped_in_part', 1],
      ['shipped', 2],
      ['received', 5],
      ['completed', 5],
      ['cancelled', 1],
      ['expired', 1],
    ])
  return lots.weighted([
    ['completed', 18],
    ['cancelled', 1],
    ['expired', 1],
  ])
}

function linesFor(yard: Yard, shop: ShopSeed, open: boolean): OrderLineSeed[] {
  const { lots, byShop } = yard
  const shelf = byShop.get(shop.key) ?? []
  const styles = lots.some(
    shelf,
    Math.min(
      shelf.length,
      lots.weighted([
        [1, 3],
        [2, 4],
        [3, 3],
        [4, 1],
        [6, 1],
      ]),
    ),
  )
  return styles.flatMap((product) => fillMatrix(yard, product, open))
}

/** Cells of one product, multiples of its pack, at least its MOQ together; nothing when the stock does not reach. */
function fillMatrix({ lots, promised }: Yard, product: ProductSeed, open: boolean): OrderLineSeed[] {
  const { draft } = product
  const goal =
    draft.moq *
    lots.weighted([
      [1, 3],
      [2, 4],
      [4, 3],
      [8, 2],
      [18, 1],
    ])
  const colours = lots.some([...new Set(draft.skus.map((sku) => sku.colour.zh))], lots.whole(1, 3))
  const cells = draft.skus.filter((sku) => colours.includes(sku.colour.zh))
  const each = Math.max(draft.packSize, Math.ceil(goal / cells.length / draft.packSize) * draft.packSize)
  const taken = cells.flatMap((sku) => {
    const key = `${product.key}/${sku.articleNo}`
    const left = sku.stock - (promised.get(key) ?? 0)
    const quantity = Math.min(each, Math.floor(left / draft.packSize) * draft.packSize)
    return quantity > 0 ? [{ key, sku: sku.articleNo, quantity }] : []
  })
  const quantity = taken.reduce((sum, cell) => sum + cell.quantity, 0)
  if (quantity < draft.moq) return []
  if (open) for (const cell of taken) promised.set(cell.key, (promised.get(cell.key) ?? 0) + cell.quantity)
  const tier = draft.tiers.findLast(({ minQuantity }) => minQuantity <= quantity) ?? draft.tiers[0]
  const unitPrice = tier?.unitPrice ?? 0
  return taken.map((cell) => ({
    product: product.key,
    sku: cell.sku,
    quantity: cell.quantity,
    unitPrice,
    amount: cell.quantity * unitPrice,
  }))
}

/** Freight by weight from the shop's template; goods for abroad travel at a price agreed beforehand. */
function freightFor(yard: Yard, context: OrderContext, lines: readonly OrderLineSeed[]): number {
  const shelf = new Map((yard.byShop.get(context.shop.key) ?? []).map((product) => [product.key, product]))
  let grams = 0
  for (const line of lines) {
    const sku = shelf.get(line.product)?.draft.skus.find(({ articleNo }) => articleNo === line.sku)
    grams += (sku?.weightGrams ?? 0) * line.quantity
  }
  const address = context.buyer.addresses[context.address]
  return address?.country === 'CN'
    ? tariffFor(context.shop.freight, address.province ?? '', grams)
    : Math.ceil(grams / 1000) * 4200
}

/** First kilogram, then each further begun one, never below the minimum. */
export function tariffFor(template: FreightTemplateSeed, province: string, grams: number): number {
  const rate = template.zones.find((zone) => zone.provinces.includes(province))?.rate ?? template.rest
  if (rate.kind !== 'tariff') return 0
  const further = Math.max(0, Math.ceil((grams - rate.firstUnit) / rate.nextUnit))
  return Math.max(rate.minimumFee, rate.firstFee + further * rate.nextFee)
}
