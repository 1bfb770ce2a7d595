import { type Principal, principals } from './sweep-world.ts'

const everybody: readonly Principal[] = principals
const signedIn = principals.filter((each) => each !== 'anonymous' && each !== 'ended session')
/** Who acts for an organisation in which they may do more than look. */
const acting = signedIn.filter((each) => !each.endsWith('viewer'))

const company: readonly Principal[] = ['company A owner', 'company A viewer']
const buying: readonly Principal[] = ['company A owner']
const shopPeople: readonly Principal[] = ['shop A owner', 'shop A staff', 'shop A viewer']
const shopStaff: readonly Principal[] = ['shop A owner', 'shop A staff']
const shopOwner: readonly Principal[] = ['shop A owner']
const applicant: readonly Principal[] = ['applicant A']
const office: readonly Principal[] = ['office 1', 'office 1 staff']
const marketReaders: readonly Principal[] = [...office, 'supervisor 1']

/**
 * Who may call what, of the things of side A in market 1 (reliability.md Z1). Everybody who is not named is refused with 401, 403 or 404
 * and nothing changes. A route without a row fails the sweep. Public entries are open to all; what they answer is filtered elsewhere.
 */
export const rights: Readonly<Record<string, readonly Principal[]>> = {
  listMarkets: everybody,
  getMarket: everybody,
  listVenues: everybody,
  searchProducts: everybody,
  suggestWords: everybody,
  listCategories: everybody,
  getProduct: everybody,
  listShops: everybody,
  getShop: everybody,

  register: everybody,
  confirmRegistration: everybody,
  signIn: everybody,
  refreshSession: everybody,
  requestPasswordReset: everybody,
  confirmPasswordReset: everybody,
  getSession: signedIn,
  changeSession: company,
  signOut: signedIn,
  listSessions: signedIn,
  endSession: buying,
  endAllSessions: signedIn,
  changePassword: signedIn,
  changeMe: signedIn,
  createOrganisation: signedIn,
  listOrganisations: signedIn,
  acceptInvitation: signedIn,
  getOrganisation: company,
  changeOrganisation: buying,
  listMembers: company,
  changeMember: buying,
  removeMember: buying,
  invite: buying,
  listInvitations: buying,
  revokeInvitation: buying,
  listAddresses: company,
  createAddress: buying,
  changeAddress: buying,
  removeAddress: buying,

  getIdentity: shopPeople,
  putIdentity: shopOwner,
  uploadDocument: shopOwner,
  removeDocument: shopOwner,
  downloadDocument: shopStaff,

  applyForShop: applicant,
  listMyApplications: signedIn,
  listApplications: office,
  getApplication: [...applicant, ...office],
  putApplication: applicant,
  submitApplication: applicant,
  withdrawApplication: applicant,
  returnApplication: office,
  verifyApplication: office,
  refuseApplication: office,
  admitApplication: office,
  downloadApplicationDocument: office,
  changeShop: shopOwner,
  putTerms: shopOwner,
  putShopPicture: shopOwner,

  listShopProducts: shopPeople,
  getShopProduct: shopPeople,
  createProduct: shopStaff,
  putProduct: shopStaff,
  submitProduct: shopStaff,
  retractProduct: shopStaff,
  withdrawProduct: shopStaff,
  relistProduct: shopStaff,
  deleteProduct: shopStaff,
  getStock: shopPeople,
  putStock: shopStaff,
  uploadMedia: shopStaff,
  updateMedia: shopStaff,
  listTestReports: shopPeople,
  createTestReport: shopStaff,
  deleteTestReport: shopStaff,
  listReviews: office,
  getReview: office,
  approveListing: office,
  sendBackListing: office,

  uploadImport: shopStaff,
  listImports: shopPeople,
  getImport: shopPeople,
  putImportMapping: shopStaff,
  listImportRows: shopPeople,
  patchImportCells: shopStaff,
  confirmImport: shopStaff,
  deleteImport: shopStaff,

  getCart: signedIn,
  getSamplesLeft: signedIn,
  putCartLine: acting,
  deleteCartLine: acting,
  emptyCart: acting,
  previewPurchase: signedIn,
  placePurchase: acting,
  getPurchase: [...company, ...marketReaders],
  cancelPurchase: buying,
  startPayment: buying,
  refreshPayment: [...company, ...office],
  getBankInstructions: [...company, ...marketReaders],
  listMyOrders: signedIn,
  getOrder: [...company, ...shopPeople, ...marketReaders],
  listShopOrders: [...shopPeople, ...marketReaders],
  getShopToday: [...shopPeople, ...marketReaders],
  startProduction: shopStaff,
  shipOrder: shopStaff,
  refundShortage: shopStaff,
  receiveShipment: buying,
  confirmReceipt: buying,
  waiveShortage: buying,
  cancelOrder: [...buying, ...shopStaff],

  getBankAccount: signedIn,
  putBankAccount: office,
  recordBankReceipt: office,
  listBankReceipts: marketReaders,
  returnBankReceipt: office,
  listPayouts: marketReaders,
  markPayoutPaid: office,
  listRefunds: marketReaders,
  markRefundPaid: office,
  getShopMoney: [...shopStaff, ...marketReaders],
  getPayoutAccount: [...shopOwner, ...office],
  startOnboarding: shopOwner,
  refreshPayoutAccount: shopOwner,
}

/** After one of these nothing is left of what the next caller would need: only the first of those who may is let through. */
export const spends: ReadonlySet<string> = new Set([
  'signOut',
  'endAllSessions',
  'changePassword',
  'endSession',
  'removeMember',
  'revokeInvitation',
  'removeAddress',
  'removeDocument',
  'deleteProduct',
  'deleteTestReport',
  'deleteImport',
  'approveListing',
  'sendBackListing',
  'retractProduct',
])
