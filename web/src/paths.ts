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
  workbench: (shopId: string) => `/shop/${part(shopId)}`,
  shopOrders: (shopId: string, values: Query = {}) => `/shop/${part(shopId)}/orders${query(values)}`,
  shopOrder: (shopId: string, orderId: string) => `/shop/${part(shopId)}/orders/${part(orderId)}`,
  shopProducts: (shopId: string, values: Query = {}) => `/shop/${part(shopId)}/products${query(values)}`,
  newProduct: (shopId: string) => `/shop/${part(shopId)}/products/new`,
  editProduct: (shopId: string, productId: string) => `/shop/${part(shopId)}/products/${part(productId)}`,
  imports: (shopId: string) => `/shop/${part(shopId)}/import`,
  import: (shopId: string, importId: string) => `/shop/${part(shopId)}/import/${part(importId)}`,
  shopSettings: (shopId: string) => `/shop/${part(shopId)}/settings`,
  console: (market: string) => `/console/${part(market)}`,
  admissions: (market: string, values: Query = {}) => `/console/${part(market)}/admissions${query(values)}`,
  admission: (market: string, id: string) => `/console/${part(market)}/admissions/${part(id)}`,
  reviews: (market: string, values: Query = {}) => `/console/${part(market)}/reviews${query(values)}`,
  review: (market: string, id: string) => `/console/${part(market)}/reviews/${part(id)}`,
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
