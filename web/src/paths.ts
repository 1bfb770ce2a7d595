import type { Locale } from '#shared/text.ts'

type Query = Record<string, string | number | boolean | readonly string[] | undefined>

const query = (values: Query): string => {
  const parameters = new URLSearchParams()
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined || value === '' || value === false) continue
    for (const one of Array.isArray(value) ? value : [value]) parameters.append(key, String(one))
  }
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}
const part = encodeURIComponent

/** A shop is found by its market and its id: the same two that its API takes. */
export type ShopPlace = { market: string; shopId: string }
const inShop = ({ market, shopId }: ShopPlace, rest: string) => `/shop/${part(market)}/${part(shopId)}${rest}`

/** Every URL of the site, without the language. Nobody else concatenates one; `inLanguage` adds `/en`. */
export const paths = {
  markets: () => '/',
  home: (market: string) => `/m/${part(market)}`,
  search: (market: string, values: Query = {}) => `/m/${part(market)}/search${query(values)}`,
  category: (market: string, category: string, values: Query = {}) =>
    `/m/${part(market)}/c/${part(category)}${query(values)}`,
  product: (market: string, productId: string, values: Query = {}) =>
    `/m/${part(market)}/p/${part(productId)}${query(values)}`,
  shop: (market: string, shopId: string, values: Query = {}) =>
    `/m/${part(market)}/s/${part(shopId)}${query(values)}`,
  about: (market: string) => `/m/${part(market)}/about`,
  cart: (market: string, values: Query = {}) => `/m/${part(market)}/cart${query(values)}`,
  checkout: (market: string, values: Query = {}) => `/m/${part(market)}/checkout${query(values)}`,
  purchase: (market: string, purchaseId: string) => `/m/${part(market)}/purchases/${part(purchaseId)}`,
  orders: (market: string, values: Query = {}) => `/m/${part(market)}/orders${query(values)}`,
  order: (market: string, orderId: string) => `/m/${part(market)}/orders/${part(orderId)}`,
  openShop: (market: string, values: Query = {}) => `/m/${part(market)}/open-shop${query(values)}`,
  signIn: (returnTo?: string) => `/sign-in${query({ returnTo })}`,
  register: (returnTo?: string) => `/register${query({ returnTo })}`,
  verifyEmail: () => '/verify-email',
  resetPassword: () => '/reset-password',
  invitation: () => '/invitation',
  account: (section?: string) => `/account${query({ section })}`,
  workbench: (shop: ShopPlace) => inShop(shop, ''),
  shopOrders: (shop: ShopPlace, values: Query = {}) => inShop(shop, `/orders${query(values)}`),
  shopOrder: (shop: ShopPlace, orderId: string) => inShop(shop, `/orders/${part(orderId)}`),
  shopProducts: (shop: ShopPlace, values: Query = {}) => inShop(shop, `/products${query(values)}`),
  newProduct: (shop: ShopPlace, values: Query = {}) => inShop(shop, `/products/new${query(values)}`),
  editProduct: (shop: ShopPlace, productId: string) => inShop(shop, `/products/${part(productId)}`),
  productStock: (shop: ShopPlace, productId: string) => inShop(shop, `/products/${part(productId)}/stock`),
  testReports: (shop: ShopPlace) => inShop(shop, '/reports'),
  imports: (shop: ShopPlace) => inShop(shop, '/import'),
  import: (shop: ShopPlace, importId: string, values: Query = {}) =>
    inShop(shop, `/import/${part(importId)}${query(values)}`),
  shopMoney: (shop: ShopPlace) => inShop(shop, '/money'),
  shopSettings: (shop: ShopPlace, section?: string) => inShop(shop, `/settings${query({ section })}`),
  console: (market: string) => `/console/${part(market)}`,
  admissions: (market: string, values: Query = {}) => `/console/${part(market)}/admissions${query(values)}`,
  admission: (market: string, id: string) => `/console/${part(market)}/admissions/${part(id)}`,
  reviews: (market: string, values: Query = {}) => `/console/${part(market)}/reviews${query(values)}`,
  review: (market: string, id: string) => `/console/${part(market)}/reviews/${part(id)}`,
  settlement: (market: string, values: Query = {}) => `/console/${part(market)}/settlement${query(values)}`,
  media: (mediaId: string, width: number, format: 'webp' | 'avif' = 'webp') =>
    `/media/${part(mediaId)}/${width}.${format}`,
} as const

/** The path as it stands in the browser: Chinese at the root, English under `/en`. */
export const inLanguage = (locale: Locale, path: string): string =>
  locale === 'en' ? `/en${path === '/' ? '' : path}` : path

/** The language of a URL path, and the path without it. */
export function readLanguage(url: string): { locale: Locale; path: string } {
  const english = /^\/en(?=$|[/?#])/.test(url)
  if (!english) return { locale: 'zh', path: url }
  const rest = url.slice(3)
  return { locale: 'en', path: rest.startsWith('/') ? rest : `/${rest}` }
}
