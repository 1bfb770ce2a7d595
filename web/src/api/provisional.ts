import { z } from 'zod'
import { endpoint } from '#shared/http.ts'
import type * as shapes from './shapes.ts'

// PROVISIONAL endpoints with the obvious shapes, until the contracts in shared/*/contract.ts are merged.
const market = z.strictObject({ market: z.string() })
const common = { tag: 'provisional', access: 'public', method: 'GET' } as const

export const listMarkets = endpoint({ ...common, operationId: 'listMarkets', summary: '', path: '/markets', response: z.custom<{ items: shapes.MarketSummary[] }>() })
export const getMarket = endpoint({ ...common, operationId: 'getMarket', summary: '', path: '/markets/:market', params: market, response: z.custom<shapes.MarketView>() })
export const getShowcase = endpoint({ ...common, operationId: 'getShowcase', summary: '', path: '/markets/:market/showcase', params: market, response: z.custom<{ newest: shapes.ProductCard[]; quick: shapes.ProductCard[]; shops: shapes.ShopView[] }>() })
export const searchProducts = endpoint({ ...common, operationId: 'searchProducts', summary: '', path: '/markets/:market/search', params: market, query: z.record(z.string(), z.unknown()), response: z.custom<shapes.SearchAnswer>() })
export const suggest = endpoint({ ...common, operationId: 'suggest', summary: '', path: '/markets/:market/suggestions', params: market, query: z.strictObject({ q: z.string() }), response: z.custom<{ items: string[] }>() })
export const getProduct = endpoint({ ...common, operationId: 'getProduct', summary: '', path: '/markets/:market/products/:productId', params: market.extend({ productId: z.string() }), response: z.custom<shapes.ProductView>() })
export const getShop = endpoint({ ...common, operationId: 'getShop', summary: '', path: '/markets/:market/shops/:shopId', params: market.extend({ shopId: z.string() }), response: z.custom<shapes.ShopView>() })
export const addToCart = endpoint({ ...common, method: 'POST', operationId: 'addToCart', summary: '', path: '/markets/:market/cart/lines', params: market, body: z.strictObject({ lines: z.array(z.strictObject({ skuId: z.string(), quantity: z.int() })) }), response: z.custom<{ lines: number }>() })
export const getCartCount = endpoint({ ...common, operationId: 'getCartCount', summary: '', path: '/markets/:market/cart/count', params: market, response: z.custom<{ lines: number }>() })
