import type { Market, MarketInput } from '#server/modules/markets/index.ts'
import type { MemberRole, OrganisationKind } from '#shared/accounts/shapes.ts'
import { completeCreditCode } from '#shared/enterprises/credit-code.ts'
import type { TermsInput } from '#shared/shops/shapes.ts'
import { inMarket, transact } from '../db.ts'
import type { TestApp } from './app.ts'

/** Someone signed in, acting for an organisation of their own. */
export type SignedUp = {
  personId: string
  organisationId: string
  email: string
  token: string
  refreshToken: string
  as: ReturnType<TestApp['as']>
}

export const testPassword = 'tin kettle under rain'
let hashed: Promise<string> | null = null
let serial = 0
const next = () => {
  serial += 1
  return serial
}

/** A person with a session, who owns an organisation of the kind. */
export async function signedUpPerson(
  world: TestApp,
  {
    kind = 'buyer_company',
    name,
    email,
    platformAdmin = false,
  }: { kind?: OrganisationKind; name?: string; email?: string; platformAdmin?: boolean } = {},
): Promise<SignedUp> {
  const { accounts } = world.wiring
  hashed ??= accounts.hashPassword(testPassword)
  const number = next()
  const address = email ?? `person-${number}@example.com`
  const passwordHash = await hashed
  return transact(world.resources.database, async (tx) => {
    const personId = await accounts.enrol(tx, {
      email: address,
      name: name ?? `测试人员 ${number}`,
      passwordHash,
      platformAdmin,
    })
    const organisationId = await accounts.foundOrganisation(tx, {
      kind,
      name: { zh: `测试${kindNames[kind]} ${number}`, en: `Test ${kind.replaceAll('_', ' ')} ${number}` },
      ownerId: personId,
    })
    const session = await accounts.startSession(tx, personId, 'test')
    return {
      personId,
      organisationId,
      email: address,
      token: session.accessToken,
      refreshToken: session.refreshToken,
      as: world.as(session.accessToken),
    }
  })
}

const kindNames: Readonly<Record<OrganisationKind, string>> = {
  enterprise: '企业',
  buyer_company: '采购商',
  government_body: '机关',
  operator: '运营方',
  association: '协会',
}

/** Another member of an organisation, signed in and acting for it. */
export async function colleague(world: TestApp, organisationId: string, role: MemberRole): Promise<SignedUp> {
  const { accounts } = world.wiring
  hashed ??= accounts.hashPassword(testPassword)
  const passwordHash = await hashed
  const email = `person-${next()}@example.com`
  return transact(world.resources.database, async (tx) => {
    const personId = await accounts.enrol(tx, { email, name: `同事 ${serial}`, passwordHash })
    await accounts.addMember(tx, { organisationId, personId, role })
    const session = await accounts.startSession(tx, personId, 'test')
    return {
      personId,
      organisationId,
      email,
      token: session.accessToken,
      refreshToken: session.refreshToken,
      as: world.as(session.accessToken),
    }
  })
}

/** An open market with the people who run it, each signed in. */
export type OpenedMarket = {
  market: Market
  id: string
  slug: string
  /** Who admits shops, reviews listings and settles. */
  office: SignedUp
  /** Who inspects, sanctions and arbitrates. */
  supervisor: SignedUp
}

/** `enterprise_led`: a lead enterprise, a regulator and an association. `entrusted` (default): initiator, supervisor and operator. */
export async function openedMarket(
  world: TestApp,
  { kind = 'entrusted', ...given }: { kind?: 'enterprise_led' | 'entrusted' } & Partial<MarketInput> = {},
): Promise<OpenedMarket> {
  const led = kind === 'enterprise_led'
  const office = await signedUpPerson(world, { kind: led ? 'enterprise' : 'operator' })
  const body = await signedUpPerson(world, { kind: 'government_body' })
  const association = led ? await signedUpPerson(world, { kind: 'association' }) : null
  const parties: MarketInput['parties'] = association
    ? [
        { organisationId: office.organisationId, role: 'lead_enterprise' },
        { organisationId: body.organisationId, role: 'regulator' },
        { organisationId: association.organisationId, role: 'association' },
      ]
    : [
        { organisationId: body.organisationId, role: 'initiator' },
        { organisationId: body.organisationId, role: 'supervisor' },
        { organisationId: office.organisationId, role: 'operator' },
      ]
  const { markets } = world.wiring
  const number = next()
  const id = await markets.namingMarket(() =>
    transact(world.resources.database, async (tx) => {
      const clusterId =
        given.clusterId ??
        (await markets.foundCluster(tx, {
          slug: `cluster-${number}`,
          name: { zh: `测试集群 ${number}`, en: `Test cluster ${number}` },
          countyCode: '350581',
          goods: { zh: '童装', en: 'children’s wear' },
        }))
      return markets.openMarket(tx, {
        ...marketFacts(number),
        ...kinds[kind],
        operatorOfRecordId: office.organisationId,
        parties,
        ...given,
        clusterId,
      })
    }),
  )
  markets.forget()
  const market = await markets.byId(id)
  if (!market) throw new Error('the market was not opened')
  return { market, id, slug: market.slug, office, supervisor: led ? office : body }
}

const kinds = {
  enterprise_led: { ownership: 'enterprise_led', operation: 'self_built', formation: 'market_formed' },
  entrusted: { ownership: 'government_sponsored', operation: 'entrusted', formation: 'government_promoted' },
} as const

export const marketFacts = (number: number) => ({
  slug: `market-${number}`,
  name: { zh: `测试市场 ${number}`, en: `Test market ${number}` },
  tagline: { zh: '童装批发', en: 'Children’s wear, wholesale' },
  introduction: { zh: '', en: '' },
  currency: 'CNY' as const,
  goods: 'terminal_products' as const,
  categoryIds: ['childrens-wear', 'shoes'],
  contact: {
    phone: '0595-88880000',
    complaintPhone: '0595-88880001',
    complaintEmail: 'complaints@example.com',
    complaintHours: { zh: '工作日 9:00–17:00', en: 'Working days 9:00–17:00' },
    supervisorPhone: '12315',
    supervisorAddress: { zh: '石狮市', en: 'Shishi' },
  },
  registrations: [],
})

export type EnterpriseShop = SignedUp & { shopId: string; marketId: string }

/** Terms as most tests need them: no mixing, freight paid by the seller, seven days to return. */
export const testTerms: TermsInput = {
  mixedBatch: null,
  freight: {
    name: '包邮',
    currency: 'CNY',
    chargeBy: 'pieces',
    paidBy: 'seller',
    zones: [],
    rest: { kind: 'tariff', firstUnit: 1, firstFee: 0, nextUnit: 1, nextFee: 0, minimumFee: 0 },
  },
  returns: { days: 7, freightPaidBy: 'buyer', conditions: { zh: '', en: '' } },
  dispatchDays: 3,
  invoices: ['vat_ordinary'],
}

/** An enterprise with a verified identity and an open shop with terms in the market; its owner is signed in. */
export async function enterpriseWithShop(
  world: TestApp,
  market: Pick<OpenedMarket, 'id'>,
  { terms = testTerms, owner }: { terms?: TermsInput | null; owner?: SignedUp } = {},
): Promise<EnterpriseShop> {
  const { enterprises, shops } = world.wiring
  const person = owner ?? (await signedUpPerson(world, { kind: 'enterprise' }))
  const number = next()
  const shopId = await inMarket(world.resources.database, market.id, async (tx) => {
    await enterprises.stateIdentity(tx, person.organisationId, testIdentity(number))
    await enterprises.recordVerification(tx, null, {
      organisationId: person.organisationId,
      marketId: market.id,
      method: 'document',
      result: 'verified',
      reason: '',
    })
    const id = await shops.admitShop(tx, market.id, {
      organisationId: person.organisationId,
      name: { zh: `测试店铺 ${number}`, en: `Test shop ${number}` },
      introduction: { zh: '', en: '' },
      categoryIds: ['childrens-wear'],
      contactPhone: '13800000000',
      shipFrom: { divisionCode: '350581', name: { zh: '福建石狮', en: 'Shishi, Fujian' } },
    })
    if (terms) await shops.putTerms(tx, market.id, id, terms)
    return id
  })
  return { ...person, shopId, marketId: market.id }
}

/** A well-formed identity with a code of its own. */
export const testIdentity = (number = next()) => ({
  creditCode: completeCreditCode('91350581', number),
  legalName: `石狮市测试童装${number}有限公司`,
  legalForm: 'limited_company' as const,
  representative: '李华',
  registeredCapital: '伍佰万元整',
  domicile: '福建省石狮市凤里街道测试路 1 号',
  establishedOn: '2015-06-01',
  businessScope: '童装制造与销售',
})
