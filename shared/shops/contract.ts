import { z } from 'zod'
import { endpoint, pageOf, pageQuery } from '#shared/http.ts'
import { ApplicationId, DocumentId, MarketSlug, ShopId } from '#shared/ids.ts'
import { paragraph } from '#shared/text.ts'
import {
  ApplicationInput,
  ApplicationItem,
  ApplicationStatus,
  ApplicationView,
  PictureView,
  ShopCard,
  ShopPatch,
  ShopView,
  TermsInput,
} from './shapes.ts'

const signedIn = { tag: 'shops', access: 'signed-in' } as const
const open = { tag: 'shops', access: 'public' } as const
const market = z.strictObject({ market: MarketSlug })
const application = z.strictObject({ market: MarketSlug, applicationId: ApplicationId })
const shop = z.strictObject({ market: MarketSlug, shopId: ShopId })
const reasons = z.strictObject({ reason: paragraph(1000).min(1) })
const moveProblems = [
  'shops/application-cannot-move',
  'request/changed-meanwhile',
  'request/not-allowed',
] as const

export const apply = endpoint({
  ...signedIn,
  operationId: 'applyForShop',
  summary: 'Begin an application for a shop, as a draft',
  method: 'POST',
  path: '/markets/:market/applications',
  params: market,
  body: ApplicationInput,
  status: 201,
  response: ApplicationView,
  problems: ['shops/application-open', 'shops/has-shop', 'shops/market-not-open', 'shops/unknown-category'],
})

export const listApplications = endpoint({
  ...signedIn,
  operationId: 'listApplications',
  summary: 'The queue of the admitting office, oldest first',
  method: 'GET',
  path: '/markets/:market/applications',
  params: market,
  query: z.strictObject({ ...pageQuery, status: ApplicationStatus.exclude(['draft']).optional() }),
  response: pageOf(ApplicationItem),
})

export const listMyApplications = endpoint({
  ...signedIn,
  operationId: 'listMyApplications',
  summary: 'Applications of my organisations, in all markets, newest first',
  method: 'GET',
  path: '/applications/mine',
  response: z.object({ items: z.array(ApplicationItem) }),
})

export const getApplication = endpoint({
  ...signedIn,
  operationId: 'getApplication',
  summary: 'An application with its checks and what happened to it',
  method: 'GET',
  path: '/markets/:market/applications/:applicationId',
  params: application,
  response: ApplicationView,
})

export const putApplication = endpoint({
  ...signedIn,
  operationId: 'putApplication',
  summary: 'Change an application that is a draft or was returned',
  method: 'PUT',
  path: '/markets/:market/applications/:applicationId',
  params: application,
  body: ApplicationInput.omit({ organisationId: true }),
  response: ApplicationView,
  problems: [...moveProblems, 'shops/unknown-category'],
})

const verb = <const V extends string>(name: V) =>
  ({ method: 'POST', path: `/markets/:market/applications/:applicationId/${name}` }) as const

export const submitApplication = endpoint({
  ...signedIn,
  ...verb('submit'),
  operationId: 'submitApplication',
  summary: 'Hand it in: the identity must be stated and a licence uploaded',
  params: application,
  response: ApplicationView,
  problems: [...moveProblems, 'shops/identity-missing', 'shops/licence-missing'],
})

export const withdrawApplication = endpoint({
  ...signedIn,
  ...verb('withdraw'),
  operationId: 'withdrawApplication',
  summary: 'Withdraw an application',
  params: application,
  response: ApplicationView,
  problems: moveProblems,
})

export const returnApplication = endpoint({
  ...signedIn,
  ...verb('return'),
  operationId: 'returnApplication',
  summary: 'Send it back with what is to be mended',
  params: application,
  body: reasons,
  response: ApplicationView,
  problems: moveProblems,
})

export const verifyApplication = endpoint({
  ...signedIn,
  ...verb('verify'),
  operationId: 'verifyApplication',
  summary: 'Record that identity and licence were compared and are true; valid for six months',
  params: application,
  body: z.strictObject({ method: z.enum(['document', 'registry', 'on_site']), note: paragraph(1000) }),
  response: ApplicationView,
  problems: [...moveProblems, 'shops/note-missing', 'enterprises/credit-code-taken'],
})

export const refuseApplication = endpoint({
  ...signedIn,
  ...verb('refuse'),
  operationId: 'refuseApplication',
  summary: 'Refuse, with the reason',
  params: application,
  body: reasons,
  response: ApplicationView,
  problems: moveProblems,
})

export const admitApplication = endpoint({
  ...signedIn,
  ...verb('admit'),
  operationId: 'admitApplication',
  summary: 'Open the shop of a verified enterprise',
  params: application,
  response: ApplicationView,
  problems: [...moveProblems, 'shops/has-shop'],
})

/** Answers with the file itself, for those who decide about the application. */
export const downloadApplicationDocument = endpoint({
  ...signedIn,
  operationId: 'downloadApplicationDocument',
  summary: 'The file of a document that goes with an application',
  method: 'GET',
  path: '/markets/:market/applications/:applicationId/documents/:documentId/file',
  params: application.extend({ documentId: DocumentId }),
  response: z.unknown(),
})

export const listShops = endpoint({
  ...open,
  operationId: 'listShops',
  summary: 'Shops of a market, newest first',
  method: 'GET',
  path: '/markets/:market/shops',
  params: market,
  query: z.strictObject({ ...pageQuery, q: z.string().trim().max(60).optional() }),
  response: pageOf(ShopCard),
})

export const getShop = endpoint({
  ...open,
  operationId: 'getShop',
  summary: 'A shop: who owns it, its licence and verification, its booths and its terms',
  method: 'GET',
  path: '/markets/:market/shops/:shopId',
  params: shop,
  response: ShopView,
})

export const changeShop = endpoint({
  ...signedIn,
  operationId: 'changeShop',
  summary: 'Change the profile of a shop',
  method: 'PATCH',
  path: '/markets/:market/shops/:shopId',
  params: shop,
  body: ShopPatch,
  response: ShopView,
  problems: ['request/not-allowed', 'shops/unknown-category'],
})

export const putTerms = endpoint({
  ...signedIn,
  operationId: 'putTerms',
  summary: 'Set mixed batch, freight, returns and dispatch; orders keep the terms they were placed under',
  method: 'PUT',
  path: '/markets/:market/shops/:shopId/terms',
  params: shop,
  body: TermsInput,
  response: TermsInput,
  problems: ['request/not-allowed', 'shops/wrong-currency'],
})

export const putShopPicture = endpoint({
  ...signedIn,
  operationId: 'putShopPicture',
  summary: 'Set the logo or the banner',
  method: 'PUT',
  path: '/markets/:market/shops/:shopId/pictures/:place',
  params: shop.extend({ place: z.enum(['logo', 'banner']) }),
  response: PictureView,
  file: { types: ['image/jpeg', 'image/png', 'image/webp'], maxBytes: 10 * 1024 * 1024 },
  problems: [
    'request/not-allowed',
    'uploads/unreadable',
    'uploads/type-refused',
    'uploads/too-many-pixels',
    'uploads/quota-full',
  ],
})
