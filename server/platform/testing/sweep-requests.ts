import { romper } from '#server/modules/catalogue/testing/drafts.ts'
import { testIdentity, testPassword, testTerms } from './builders.ts'
import { applicationOf, bankAccount, place, type Side } from './sweep-world.ts'

/** A request that fits its contract, about things of one side. */
export type SweptRequest = {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
}

const token43 = 'a'.repeat(43)

/** For each operation a request that is right in every way, so that only the caller decides what it is answered. */
export function sweptRequests(
  { slug, ids }: Side,
  file: Buffer,
): Readonly<Record<string, () => SweptRequest>> {
  const market = { market: slug }
  const shop = { ...market, shop: ids.shopId }
  const shopId = { ...market, shopId: ids.shopId }
  const organisation = { organisationId: ids.organisation }
  const enterprise = { organisationId: ids.enterprise }
  const application = { ...market, applicationId: ids.application }
  const purchase = { ...market, purchaseId: ids.purchase }
  const order = { ...market, orderId: ids.securedOrder }
  const product = (id: string) => ({ params: { ...shop, product: id } })
  const list = { ...shop, import: ids.import }
  const line = { productId: ids.listed, cells: [{ skuId: ids.sku, quantity: 1 }] }
  const address = { recipient: '刘芸', phone: '13800000000', place, street: '八一大道 1 号' }
  const draft = romper('SWEEP-1')
  const { organisationId: _, ...content } = applicationOf(ids.organisation, '海之星')
  const version = { version: 1 }
  const mapping = {
    version: 1,
    columns: [],
    categories: [],
    constants: {
      categoryId: null,
      currency: 'CNY',
      priceScale: 'major',
      unit: 'piece',
      moq: 1,
      stock: 0,
      leadTimeDays: 2,
      mixedBatch: false,
      originCountry: 'CN',
      originPlace: { zh: '', en: '' },
      barcodes: 'own',
    },
  }
  return {
    listMarkets: () => ({}),
    getMarket: () => ({ params: market }),
    listVenues: () => ({ params: market }),
    searchProducts: () => ({ params: market, query: { q: '连体衣' } }),
    suggestWords: () => ({ params: market, query: { q: '连体' } }),
    listCategories: () => ({ params: market }),
    getProduct: () => ({ params: { product: ids.listed } }),
    listShops: () => ({ params: market }),
    getShop: () => ({ params: shopId }),

    register: () => ({ body: { email: 'somebody@example.com', name: '某人' } }),
    confirmRegistration: () => ({ body: { token: token43, password: testPassword } }),
    signIn: () => ({ body: { email: 'nobody@example.com', password: testPassword } }),
    refreshSession: () => ({ body: { refreshToken: token43 } }),
    requestPasswordReset: () => ({ body: { email: 'nobody@example.com' } }),
    confirmPasswordReset: () => ({ body: { token: token43, password: testPassword } }),
    getSession: () => ({}),
    changeSession: () => ({ body: { actingOrganisationId: ids.organisation } }),
    signOut: () => ({}),
    listSessions: () => ({}),
    endSession: () => ({ params: { sessionId: ids.session } }),
    endAllSessions: () => ({}),
    changePassword: () => ({ body: { current: 'nothing like it', next: testPassword } }),
    changeMe: () => ({ body: { locale: 'zh' } }),
    createOrganisation: () => ({ body: { kind: 'buyer_company', name: { zh: '新公司', en: '' } } }),
    listOrganisations: () => ({}),
    acceptInvitation: () => ({ body: { token: token43 } }),
    getOrganisation: () => ({ params: organisation }),
    changeOrganisation: () => ({ params: organisation, body: { name: { zh: '改名', en: '' } } }),
    listMembers: () => ({ params: organisation }),
    changeMember: () => ({ params: { ...organisation, personId: ids.member }, body: { role: 'staff' } }),
    removeMember: () => ({ params: { ...organisation, personId: ids.member } }),
    invite: () => ({ params: organisation, body: { email: 'invited@example.com', role: 'staff' } }),
    listInvitations: () => ({ params: organisation }),
    revokeInvitation: () => ({ params: { ...organisation, invitationId: ids.invitation } }),
    listAddresses: () => ({ params: organisation }),
    createAddress: () => ({ params: organisation, body: address }),
    changeAddress: () => ({ params: { ...organisation, addressId: ids.address }, body: address }),
    removeAddress: () => ({ params: { ...organisation, addressId: ids.address } }),

    getIdentity: () => ({ params: enterprise }),
    putIdentity: () => ({ params: enterprise, body: testIdentity() }),
    uploadDocument: () => ({ params: enterprise, query: { kind: 'other' }, body: file }),
    removeDocument: () => ({ params: { ...enterprise, documentId: ids.document } }),
    downloadDocument: () => ({ params: { ...enterprise, documentId: ids.document } }),

    applyForShop: () => ({ params: market, body: { ...content, organisationId: ids.applicantOrganisation } }),
    listMyApplications: () => ({}),
    listApplications: () => ({ params: market }),
    getApplication: () => ({ params: application }),
    putApplication: () => ({ params: application, body: content }),
    submitApplication: () => ({ params: application }),
    withdrawApplication: () => ({ params: application }),
    returnApplication: () => ({ params: application, body: { reason: '请补充' } }),
    verifyApplication: () => ({ params: application, body: { method: 'document', note: '已核对' } }),
    refuseApplication: () => ({ params: application, body: { reason: '不符合' } }),
    admitApplication: () => ({ params: application }),
    downloadApplicationDocument: () => ({
      params: { ...application, documentId: ids.applicationDocument },
    }),
    changeShop: () => ({ params: shopId, body: { contactPhone: '13800000001' } }),
    putTerms: () => ({ params: shopId, body: testTerms }),
    putShopPicture: () => ({ params: { ...shopId, place: 'logo' }, body: file }),

    listShopProducts: () => ({ params: shop }),
    getShopProduct: () => product(ids.draft),
    createProduct: () => ({ params: shop, body: draft }),
    putProduct: () => ({ ...product(ids.draft), body: { version: 1, draft } }),
    submitProduct: () => ({ ...product(ids.draft), body: version }),
    retractProduct: () => ({ ...product(ids.waiting), body: version }),
    withdrawProduct: () => ({ ...product(ids.draft), body: version }),
    relistProduct: () => ({ ...product(ids.draft), body: version }),
    deleteProduct: () => product(ids.draft),
    getStock: () => product(ids.listed),
    putStock: () => ({
      ...product(ids.listed),
      body: { lines: [{ skuId: ids.sku, delta: 1 }], reason: '' },
    }),
    uploadMedia: () => ({ params: shop, body: file }),
    updateMedia: () => ({ params: { ...shop, media: ids.media }, body: { alt: { zh: '图', en: '' } } }),
    listTestReports: () => ({ params: shop }),
    createTestReport: () => ({
      params: shop,
      body: {
        number: 'R1',
        lab: '检验中心',
        issuedOn: '2026-06-01',
        expiresOn: null,
        styleNos: ['X'],
        mediaId: null,
      },
    }),
    deleteTestReport: () => ({ params: { ...shop, report: ids.report } }),
    listReviews: () => ({ params: market }),
    getReview: () => ({ params: { ...market, product: ids.waiting } }),
    approveListing: () => ({ params: { ...market, product: ids.waiting }, body: { version: 99 } }),
    sendBackListing: () => ({
      params: { ...market, product: ids.waiting },
      body: { version: 99, remarks: [{ pointer: '/title', reason: '太短' }] },
    }),

    uploadImport: () => ({
      params: shop,
      query: { fileName: 'a.csv' },
      body: Buffer.from('货号,品名\r\nA,连体衣'),
    }),
    listImports: () => ({ params: shop }),
    getImport: () => ({ params: list }),
    putImportMapping: () => ({ params: list, body: mapping }),
    listImportRows: () => ({ params: list }),
    patchImportCells: () => ({
      params: list,
      body: { version: 1, cells: [{ row: 2, column: 1, value: '新品名' }] },
    }),
    confirmImport: () => ({ params: list, body: { version: 1, submit: false } }),
    deleteImport: () => ({ params: list }),

    getCart: () => ({ params: market }),
    getSamplesLeft: () => ({ params: { ...market, productId: ids.listed } }),
    putCartLine: () => ({ params: market, body: line }),
    deleteCartLine: () => ({ params: { ...market, productId: ids.listed, kind: 'sample' } }),
    emptyCart: () => ({ params: market }),
    previewPurchase: () => ({ params: market, body: { lines: [line] } }),
    placePurchase: () => ({
      params: market,
      body: {
        lines: [line],
        addressId: ids.address,
        expectedTotal: { amount: 1, currency: 'CNY' },
      },
    }),
    getPurchase: () => ({ params: purchase }),
    cancelPurchase: () => ({ params: purchase, body: { reason: '' } }),
    startPayment: () => ({ params: purchase, body: { method: 'bank_transfer' } }),
    refreshPayment: () => ({ params: purchase }),
    getBankInstructions: () => ({ params: purchase }),
    listMyOrders: () => ({ params: market }),
    getOrder: () => ({ params: order }),
    listShopOrders: () => ({ params: shopId }),
    getShopToday: () => ({ params: shopId }),
    startProduction: () => ({ params: order, body: {} }),
    shipOrder: () => ({
      params: order,
      body: {
        carrier: 'zhongtong',
        trackingNo: 'ZT773045',
        lines: [{ orderLineId: ids.orderLine, quantity: 1 }],
      },
    }),
    receiveShipment: () => ({
      params: { ...market, orderId: ids.shippedOrder, shipmentId: ids.shipment },
      body: { lines: [{ orderLineId: ids.shippedLine, quantity: 2 }] },
    }),
    confirmReceipt: () => ({ params: { ...market, orderId: ids.shippedOrder }, body: {} }),
    refundShortage: () => ({ params: { ...market, orderId: ids.shippedOrder }, body: {} }),
    waiveShortage: () => ({ params: { ...market, orderId: ids.shippedOrder }, body: {} }),
    cancelOrder: () => ({ params: order, body: { reason: '不要了' } }),

    getBankAccount: () => ({ params: market }),
    putBankAccount: () => ({ params: market, body: bankAccount }),
    recordBankReceipt: () => ({
      params: market,
      body: {
        bankRef: 'SWEEP-1',
        reference: 'nothing known',
        payer: '某人',
        amount: 100,
        currency: 'CNY',
        receivedOn: '2026-11-24',
      },
    }),
    listBankReceipts: () => ({ params: market }),
    returnBankReceipt: () => ({ params: { ...market, receipt: ids.receipt }, body: { note: '已退回' } }),
    listPayouts: () => ({ params: market }),
    markPayoutPaid: () => ({ params: { ...market, payout: ids.payout }, body: { bankRef: 'B1' } }),
    listRefunds: () => ({ params: market }),
    markRefundPaid: () => ({ params: { ...market, refund: ids.refund }, body: { bankRef: 'B2' } }),
    getShopMoney: () => ({ params: shopId }),
    getPayoutAccount: () => ({ params: shopId }),
    startOnboarding: () => ({ params: shopId }),
    refreshPayoutAccount: () => ({ params: shopId }),
  }
}
