import { getSession } from '#shared/accounts/contract.ts'
import { getProduct, listReviews, listShopProducts } from '#shared/catalogue/contract.ts'
import { getImport, listImports, uploadImport } from '#shared/catalogue/import-contract.ts'
import type { ProductDocument } from '#shared/catalogue/views.ts'
import { searchProducts } from '#shared/search/contract.ts'
import { listApplications } from '#shared/shops/contract.ts'
import { getCart, listMyOrders, listShopOrders, putCartLine } from '#shared/trade/contract.ts'
import type { OrderTab } from '#shared/trade/states.ts'
import { accountOf, type DemoAccount } from './program.ts'
import { type Script, scriptAs, scriptOf } from './script.ts'

/** Things of the demo world that the addresses of pages name. */
export type World = {
  market: string
  /** A listed product whose minimum may be reached together with others of its shop. */
  product: ProductDocument
  buyer: {
    /** An order that is on its way, one that waits for the money, and one that is over. */
    order: string
    purchase: string
    unpaid: string
    completed: string
  }
  seller: { shopId: string; productId: string; orderId: string; importId: string }
  console: { applicationId: string; productId: string }
}

export const market = 'shishi-kids'

/** What a shop has in its own file: a good style, one with faults in its cells, one without a price. */
const supplierList = `款号,品名,类目,颜色,尺码,成分,安全类别,季节,起订量,批发价(10件起),批发价(100件起),库存,条码
YS-2601,纯棉婴儿连体衣 长袖,连体衣,奶白,66,棉100%,A类,春秋,１０件起,￥32.00,29.50,充足,6934567800012
YS-2601,纯棉婴儿连体衣 长袖,连体衣,奶白,73,棉100%,A类,春秋,１０件起,￥32.00,29.50,120,6934567800029
YS-2601,纯棉婴儿连体衣 长袖,连体衣,雾蓝,66,棉100%,A类,春秋,１０件起,￥32.00,29.50,断码,6934567800036
YS-2601,纯棉婴儿连体衣 长袖,连体衣,雾蓝,73,棉100%,A类,春秋,１０件起,￥32.00,29.50,64,6934567800043
YS-2602,加绒儿童卫衣 圆领,儿童卫衣,酒红,110,棉80% 聚酯纤维25%,B类,秋冬,10,45.00,41.00,-6,6934567800050
YS-2602,加绒儿童卫衣 圆领,儿童卫衣,酒红,120,棉80% 聚酯纤维25%,B类,秋冬,10,45.00,41.00,88,6934567800067
YS-2603,条绒儿童长裤,儿童长裤,咖啡,100,棉100%,B类,秋冬,10,面议,面议,200,6934567800074
`

/** Finds what the addresses name, and puts into the demo buyer's cart and the demo shop's imports what those pages show. */
export async function readWorld(baseUrl: string, accounts: readonly DemoAccount[]): Promise<World> {
  const anyone = scriptOf(baseUrl)
  const found = await anyone(searchProducts, {
    params: { market },
    query: { q: '连体衣', mixedBatch: 'true', limit: 1 },
  })
  const first = found.items[0]
  if (first === undefined) throw new Error('the demo world has no product for the page list')
  const product = await anyone(getProduct, { params: { product: first.id } })
  const as = (role: string) => scriptAs(baseUrl, accountOf(accounts, role, market))
  const [buyer, owner, manager] = await Promise.all([as('buyer'), as('shop owner'), as('market manager')])
  return {
    market,
    product,
    buyer: await readBuyer(buyer, anyone, product),
    seller: await readSeller(owner),
    console: await readConsole(manager),
  }
}

async function readBuyer(buyer: Script, anyone: Script, product: ProductDocument): Promise<World['buyer']> {
  const oneOf = async (tab: OrderTab) => {
    const { items } = await buyer(listMyOrders, { params: { market }, query: { tab } })
    const [order] = items
    if (order === undefined) throw new Error(`the demo buyer has no order ${tab}`)
    return order
  }
  await fillCart(buyer, anyone, product)
  const [shipped, unpaid, completed] = await Promise.all([
    oneOf('to_confirm'),
    oneOf('to_pay'),
    oneOf('completed'),
  ])
  return {
    order: shipped.id,
    purchase: shipped.purchaseId,
    unpaid: unpaid.purchaseId,
    completed: completed.id,
  }
}

/** A product above its minimum, and one of another shop far below it. */
async function fillCart(buyer: Script, anyone: Script, product: ProductDocument): Promise<void> {
  const { shops } = await buyer(getCart, { params: { market } })
  if (shops.length > 0) return
  const { items } = await anyone(searchProducts, {
    params: { market },
    query: { q: '卫衣', limit: 40 },
  })
  const other = items.find((item) => item.inStock && item.shop.id !== product.shop.id)
  const second = other && (await anyone(getProduct, { params: { product: other.id } }))
  const put = (goods: ProductDocument, quantity: number) => {
    const cells = goods.skus
      .filter((sku) => sku.available >= quantity)
      .slice(0, 4)
      .map((sku) => ({ skuId: sku.id, quantity }))
    return buyer(putCartLine, {
      params: { market },
      body: { productId: goods.id, kind: 'stock', cells, add: false },
    })
  }
  await put(product, Math.ceil(product.moq / 2) + product.packSize)
  if (second) await put(second, second.packSize)
}

async function readSeller(owner: Script): Promise<World['seller']> {
  const session = await owner(getSession, {})
  const shopId = session.shops.find((shop) => shop.marketSlug === market)?.shopId
  if (shopId === undefined) throw new Error('the demo owner has no shop')
  const shop = { market, shop: shopId }
  const products = await owner(listShopProducts, { params: shop, query: {} })
  const toShip = await owner(listShopOrders, { params: { market, shopId }, query: { tab: 'to_ship' } })
  const orders = await owner(listShopOrders, { params: { market, shopId }, query: {} })
  return {
    shopId,
    productId: products.items.find((one) => one.status === 'listed')?.id ?? '',
    orderId: (toShip.items[0] ?? orders.items[0])?.id ?? '',
    importId: await readImport(owner, shop),
  }
}

/** The shop's newest list, as far as its rows; its own small one where it has none. */
async function readImport(owner: Script, shop: { market: string; shop: string }): Promise<string> {
  const { items } = await owner(listImports, { params: shop, query: {} })
  const [known] = items
  if (known !== undefined) return known.id
  const { id } = await owner(uploadImport, {
    params: shop,
    query: { fileName: '禾屿 2026 春款报价.csv' },
    file: new Blob([supplierList]),
  })
  const params = { ...shop, import: id }
  while ((await owner(getImport, { params })).state === 'checking')
    await new Promise((wake) => setTimeout(wake, 200))
  return id
}

async function readConsole(manager: Script): Promise<World['console']> {
  const applications = await manager(listApplications, {
    params: { market },
    query: { status: 'submitted' },
  })
  const reviews = await manager(listReviews, { params: { market }, query: {} })
  return {
    applicationId: applications.items[0]?.id ?? '',
    productId: reviews.items[0]?.productId ?? '',
  }
}
