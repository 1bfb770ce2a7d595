import { z } from 'zod'
import { ProductDraft, ProductStatus } from '#shared/catalogue/product.ts'
import {
  CategoryNode,
  Day,
  MediaView,
  ProductDocument,
  ReviewLine,
  ReviewRemark,
  SellerProduct,
  SellerProductLine,
  SellerSku,
  TestReportView,
} from '#shared/catalogue/views.ts'
import { endpoint, NoContent, pageOf, pageQuery } from '#shared/http.ts'
import { MarketSlug, MediaId, ProductId, ReportId, ShopId, SkuId } from '#shared/ids.ts'
import { Localised, line, lineIn } from '#shared/text.ts'

const tag = 'catalogue'
const market = z.strictObject({ market: MarketSlug })
const shop = market.extend({ shop: ShopId })
const product = shop.extend({ product: ProductId })
const review = market.extend({ product: ProductId })
const version = z.int().min(1)

export const listCategories = endpoint({
  operationId: 'listCategories',
  tag,
  summary: 'Categories of a market with the number of listed products',
  method: 'GET',
  path: '/markets/:market/categories',
  access: 'public',
  params: market,
  response: z.object({ items: z.array(CategoryNode) }),
})

export const getProduct = endpoint({
  operationId: 'getProduct',
  tag,
  summary: 'A listed product, in both languages',
  method: 'GET',
  path: '/products/:product',
  access: 'public',
  params: z.strictObject({ product: ProductId }),
  response: ProductDocument,
})

export const listShopProducts = endpoint({
  operationId: 'listShopProducts',
  tag,
  summary: 'Products of a shop, newest change first, by status and by words in title or style number',
  method: 'GET',
  path: '/markets/:market/shops/:shop/products',
  access: 'signed-in',
  params: shop,
  query: z.strictObject({
    ...pageQuery,
    status: ProductStatus.optional(),
    q: z.string().trim().max(80).optional(),
  }),
  response: pageOf(SellerProductLine).extend({
    /** Number of products by status, for the tabs. */
    counts: z.record(ProductStatus, z.int()),
    actions: z.array(z.string()),
  }),
})

export const getShopProduct = endpoint({
  operationId: 'getShopProduct',
  tag,
  summary: 'A product as its shop sees it',
  method: 'GET',
  path: '/markets/:market/shops/:shop/products/:product',
  access: 'signed-in',
  params: product,
  response: SellerProduct,
})

export const createProduct = endpoint({
  operationId: 'createProduct',
  tag,
  summary: 'Write a new product as a draft',
  method: 'POST',
  path: '/markets/:market/shops/:shop/products',
  access: 'signed-in',
  params: shop,
  body: ProductDraft,
  status: 201,
  response: SellerProduct,
  problems: [
    'catalogue/style-no-taken',
    'catalogue/sku-twice',
    'catalogue/unknown-media',
    'catalogue/unknown-category',
  ],
})

export const putProduct = endpoint({
  operationId: 'putProduct',
  tag,
  summary: 'Replace what is said of a product; stock is changed by its own endpoint',
  method: 'PUT',
  path: '/markets/:market/shops/:shop/products/:product',
  access: 'signed-in',
  params: product,
  body: z.strictObject({ version, draft: ProductDraft }),
  response: SellerProduct,
  problems: [
    'request/changed-meanwhile',
    'catalogue/style-no-taken',
    'catalogue/sku-twice',
    'catalogue/sku-in-orders',
    'catalogue/unknown-media',
    'catalogue/unknown-category',
    'catalogue/move-not-allowed',
    'catalogue/listing-has-errors',
  ],
})

const verb = (operationId: string, name: string, summary: string, problems: readonly string[]) =>
  endpoint({
    operationId,
    tag,
    summary,
    method: 'POST',
    path: `/markets/:market/shops/:shop/products/:product/${name}`,
    access: 'signed-in',
    params: product,
    body: z.strictObject({ version }),
    response: SellerProduct,
    problems: ['request/changed-meanwhile', 'catalogue/move-not-allowed', ...problems],
  })

export const submitProduct = verb('submitProduct', 'submit', 'Submit a draft for review', [
  'catalogue/listing-has-errors',
  'catalogue/shop-not-open',
  'catalogue/shop-not-verified',
])
export const retractProduct = verb(
  'retractProduct',
  'retract',
  'Take a listing, or a change of a listed product, back out of review',
  [],
)
export const withdrawProduct = verb('withdrawProduct', 'withdraw', 'Take a product out of the market', [])
export const relistProduct = verb('relistProduct', 'relist', 'Put a withdrawn product back, unchanged', [
  'catalogue/listing-has-errors',
  'catalogue/shop-not-open',
  'catalogue/shop-not-verified',
])

export const deleteProduct = endpoint({
  operationId: 'deleteProduct',
  tag,
  summary: 'Delete a draft that was never listed',
  method: 'DELETE',
  path: '/markets/:market/shops/:shop/products/:product',
  access: 'signed-in',
  params: product,
  status: 204,
  response: NoContent,
  problems: ['catalogue/move-not-allowed', 'catalogue/sku-in-orders'],
})

export const getStock = endpoint({
  operationId: 'getStock',
  tag,
  summary: 'Stock of each SKU: on hand, reserved for orders, available',
  method: 'GET',
  path: '/markets/:market/shops/:shop/products/:product/stock',
  access: 'signed-in',
  params: product,
  response: z.object({ items: z.array(SellerSku), actions: z.array(z.string()) }),
})

export const putStock = endpoint({
  operationId: 'putStock',
  tag,
  summary: 'Count or correct stock. `onHand` says what was counted, `delta` what came in or went out',
  method: 'PUT',
  path: '/markets/:market/shops/:shop/products/:product/stock',
  access: 'signed-in',
  params: product,
  body: z.strictObject({
    lines: z
      .array(
        z.strictObject({
          skuId: SkuId,
          /** What was counted; refused when somebody ordered or shipped since `seen`. */
          count: z.strictObject({ onHand: z.int().min(0).max(100_000_000), seen: z.int().min(0) }).optional(),
          delta: z.int().min(-100_000_000).max(100_000_000).optional(),
        }),
      )
      .min(1)
      .max(1000),
    reason: line(200, 0),
  }),
  idempotent: true,
  response: z.object({ items: z.array(SellerSku), actions: z.array(z.string()) }),
  problems: ['request/changed-meanwhile', 'catalogue/stock-below-reserved', 'catalogue/unknown-sku'],
})

const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const

export const uploadMedia = endpoint({
  operationId: 'uploadMedia',
  tag,
  summary:
    'Upload a picture of goods: the raw file as body, at most 10 MB; a shop keeps at most 20,000 files and 4 GiB',
  method: 'POST',
  path: '/markets/:market/shops/:shop/media',
  access: 'signed-in',
  params: shop,
  query: z.strictObject({
    altZh: line(200, 0).default(''),
    altEn: line(200, 0).default(''),
  }),
  file: { types: pictureTypes, maxBytes: 10 * 1024 * 1024 },
  status: 201,
  response: MediaView,
  problems: ['uploads/quota-full'],
})

export const updateMedia = endpoint({
  operationId: 'updateMedia',
  tag,
  summary: 'Change the text that stands for a picture',
  method: 'PUT',
  path: '/markets/:market/shops/:shop/media/:media',
  access: 'signed-in',
  params: shop.extend({ media: MediaId }),
  body: z.strictObject({ alt: lineIn(200) }),
  response: MediaView,
})

const reportBody = z.strictObject({
  number: line(80),
  lab: line(120),
  issuedOn: Day,
  expiresOn: Day.nullable(),
  /** Style numbers of this shop that the report covers. */
  styleNos: z.array(line(64)).min(1).max(200),
  mediaId: MediaId.nullable(),
})

export const listTestReports = endpoint({
  operationId: 'listTestReports',
  tag,
  summary: 'Test reports of a shop',
  method: 'GET',
  path: '/markets/:market/shops/:shop/test-reports',
  access: 'signed-in',
  params: shop,
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(TestReportView.extend({ styleNos: z.array(z.string()) })).extend({
    actions: z.array(z.string()),
  }),
})

export const createTestReport = endpoint({
  operationId: 'createTestReport',
  tag,
  summary: 'Record a test report and the styles it covers',
  method: 'POST',
  path: '/markets/:market/shops/:shop/test-reports',
  access: 'signed-in',
  params: shop,
  body: reportBody,
  status: 201,
  response: TestReportView.extend({ styleNos: z.array(z.string()) }),
  problems: ['catalogue/report-number-taken', 'catalogue/report-dates', 'catalogue/unknown-media'],
})

export const deleteTestReport = endpoint({
  operationId: 'deleteTestReport',
  tag,
  summary: 'Remove a test report that no listed product rests on',
  method: 'DELETE',
  path: '/markets/:market/shops/:shop/test-reports/:report',
  access: 'signed-in',
  params: shop.extend({ report: ReportId }),
  status: 204,
  response: NoContent,
  problems: ['catalogue/report-in-use'],
})

export const listReviews = endpoint({
  operationId: 'listReviews',
  tag,
  summary: 'Listings that wait for review, oldest first',
  method: 'GET',
  path: '/markets/:market/reviews',
  access: 'signed-in',
  params: market,
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(ReviewLine).extend({ waiting: z.int() }),
})

export const getReview = endpoint({
  operationId: 'getReview',
  tag,
  summary: 'A listing under review, with what is wrong with it and what changed since it was last listed',
  method: 'GET',
  path: '/markets/:market/reviews/:product',
  access: 'signed-in',
  params: review,
  response: SellerProduct.extend({
    shopName: Localised,
    /** Pointers of the fields that differ from what was listed last; null for a first listing. */
    changed: z.array(z.string()).nullable(),
  }),
})

export const approveListing = endpoint({
  operationId: 'approveListing',
  tag,
  summary: 'List a product that was reviewed',
  method: 'POST',
  path: '/markets/:market/reviews/:product/approve',
  access: 'signed-in',
  params: review,
  body: z.strictObject({ version }),
  response: SellerProduct,
  problems: [
    'request/changed-meanwhile',
    'catalogue/move-not-allowed',
    'catalogue/listing-has-errors',
    'catalogue/shop-not-open',
    'catalogue/shop-not-verified',
  ],
})

export const sendBackListing = endpoint({
  operationId: 'sendBackListing',
  tag,
  summary: 'Send a listing back with a reason per field',
  method: 'POST',
  path: '/markets/:market/reviews/:product/send-back',
  access: 'signed-in',
  params: review,
  body: z.strictObject({ version, remarks: z.array(ReviewRemark).min(1).max(50) }),
  response: SellerProduct,
  problems: ['request/changed-meanwhile', 'catalogue/move-not-allowed'],
})
