import type pg from 'pg'
import { addresses, memberships, organisations, people } from '#server/modules/accounts/tables.ts'
import { documents, identities, verifications } from '#server/modules/enterprises/tables.ts'
import { storedFiles } from '#server/platform/tables.ts'
import { checkCreditCode } from '#shared/enterprises/credit-code.ts'
import type { EnterpriseSeed, PersonRole, PersonSeed, World } from '../world/types.ts'
import { addYears, atNoon, type Ids } from './moments.ts'
import { writeRows } from './rows.ts'

const organisationKinds = {
  government: 'government_body',
  association: 'association',
  operator: 'operator',
} as const

const memberRoles: Record<PersonRole, 'owner' | 'manager' | 'staff'> = {
  platform_admin: 'owner',
  market_manager: 'manager',
  operator_staff: 'manager',
  supervisor: 'manager',
  association_staff: 'manager',
  owner: 'owner',
  staff: 'staff',
  buyer_owner: 'owner',
  buyer_staff: 'staff',
}

/** The organisation that a person's membership names: a shop's is its enterprise, a market's its lead or operator. */
export function organisationKey(world: World, subject: string): string | null {
  const shop = world.shops.find((each) => each.key === subject)
  if (shop) return shop.enterprise
  const market = world.markets.find((each) => each.key === subject)
  if (market)
    return (
      market.parties.find((party) => party.role === 'operator' || party.role === 'lead_enterprise')
        ?.subject ?? null
    )
  const organisation = world.organisations.find((each) => each.key === subject)
  if (organisation) return organisation.kind === 'platform' ? null : subject
  return subject
}

/** Organisations, the people who act for them, and buyers' address books. Nobody has a password yet. */
export async function loadPeople(client: pg.ClientBase, world: World, ids: Ids): Promise<void> {
  const since = atNoon(addYears(world.today, -1))
  await writeRows(client, organisations, [
    ...world.organisations.flatMap((each) =>
      each.kind === 'platform'
        ? []
        : [
            {
              id: ids('organisation', each.key),
              kind: organisationKinds[each.kind],
              name: each.name,
              createdAt: since,
            },
          ],
    ),
    ...world.enterprises.map((each) => ({
      id: ids('organisation', each.key),
      kind: 'enterprise' as const,
      name: each.name,
      createdAt: since,
    })),
    ...world.buyers.map((each) => ({
      id: ids('organisation', each.key),
      kind: 'buyer_company' as const,
      name: each.name,
      createdAt: atNoon(each.joinedOn),
    })),
    ...world.applications.map((each) => ({
      id: ids('organisation', each.key),
      kind: 'enterprise' as const,
      name: each.applicant.name,
      createdAt: since,
    })),
  ])
  await writeRows(
    client,
    people,
    world.people.map((person) => ({
      id: ids('person', person.key),
      email: person.email,
      name: person.name[person.locale],
      locale: person.locale,
      passwordHash: '!',
      platformAdmin: person.memberships.some((each) => each.role === 'platform_admin'),
      createdAt: since,
    })),
  )
  await writeRows(client, memberships, membershipRows(world, ids))
  await writeRows(
    client,
    addresses,
    world.buyers.flatMap((buyer) =>
      buyer.addresses.map((address, position) => ({
        id: ids('address', `${buyer.key} ${position}`),
        organisationId: ids('organisation', buyer.key),
        recipient: address.recipient,
        phone: address.phone,
        place: placeOf(address),
        street: address.line,
        postalCode: address.postalCode,
        isDefault: address.isDefault,
        createdAt: atNoon(buyer.joinedOn),
      })),
    ),
  )
}

function membershipRows(world: World, ids: Ids) {
  const rows = new Map<
    string,
    { organisationId: string; personId: string; role: 'owner' | 'manager' | 'staff' }
  >()
  const add = (person: PersonSeed, subject: string, role: PersonRole) => {
    const key = organisationKey(world, subject)
    if (key === null) return
    const row = {
      organisationId: ids('organisation', key),
      personId: ids('person', person.key),
      role: memberRoles[role],
    }
    rows.set(
      `${row.organisationId} ${row.personId}`,
      rows.get(`${row.organisationId} ${row.personId}`) ?? row,
    )
  }
  for (const person of world.people)
    for (const each of person.memberships) add(person, each.subject, each.role)
  // An organisation always has an owner: where the world names none, the first of its people is.
  const owned = new Set(
    [...rows.values()].filter((row) => row.role === 'owner').map((row) => row.organisationId),
  )
  for (const row of rows.values()) {
    if (owned.has(row.organisationId)) continue
    row.role = 'owner'
    owned.add(row.organisationId)
  }
  return [...rows.values()]
}

type Address = World['buyers'][number]['addresses'][number]

/** Gives people their passwords. `hashes` are argon2id hashes by the person's key. */
export async function setPasswords(
  client: pg.ClientBase,
  ids: Ids,
  hashes: ReadonlyMap<string, string>,
): Promise<void> {
  await client.query(
    `update people set password_hash = given.hash from unnest($1::text[], $2::text[]) as given(id, hash) where people.id = given.id`,
    [[...hashes.keys()].map((key) => ids('person', key)), [...hashes.values()]],
  )
}

/** Districts of the demo's buyers (GB/T 2260). Yiwu is a county-level city of Jinhua; its streets have no code of six digits. */
const districts: readonly [start: string, city: string, district: string, names: string][] = [
  ['浙江省杭州市余杭区', '330100', '330110', '浙江省 杭州市 余杭区'],
  ['浙江省杭州市拱墅区', '330100', '330105', '浙江省 杭州市 拱墅区'],
  ['浙江省义乌市', '330700', '330782', '浙江省 金华市 义乌市'],
  ['河南省郑州市二七区', '410100', '410103', '河南省 郑州市 二七区'],
  ['河南省郑州市中原区', '410100', '410102', '河南省 郑州市 中原区'],
  ['四川省成都市金牛区', '510100', '510106', '四川省 成都市 金牛区'],
  ['四川省成都市武侯区', '510100', '510107', '四川省 成都市 武侯区'],
  ['湖北省武汉市硚口区', '420100', '420104', '湖北省 武汉市 硚口区'],
  ['辽宁省沈阳市沈河区', '210100', '210103', '辽宁省 沈阳市 沈河区'],
  ['陕西省西安市莲湖区', '610100', '610104', '陕西省 西安市 莲湖区'],
  ['广东省广州市白云区', '440100', '440111', '广东省 广州市 白云区'],
]

function placeOf(address: Address) {
  if (address.country !== 'CN')
    return { kind: 'abroad' as const, country: address.country, region: '', city: address.region.en }
  const found = districts.find(([start]) => address.region.zh.startsWith(start))
  if (!found) throw new Error(`no division codes for ${address.region.zh}`)
  const [, cityCode, districtCode, names] = found
  return {
    kind: 'china' as const,
    provinceCode: `${cityCode.slice(0, 2)}0000`,
    cityCode,
    districtCode,
    names,
  }
}

const legalForms = {
  limited_company: 'limited_company',
  sole_trader: 'individual_business',
  partnership: 'partnership',
} as const

const statedOf = (each: EnterpriseSeed) => ({
  creditCode: each.creditCode,
  legalName: each.name.zh,
  legalForm: legalForms[each.legalForm],
  representative: each.legalRepresentative.zh,
  registeredCapital:
    each.legalForm === 'sole_trader'
      ? null
      : `${(each.registeredCapital.amount / 1_000_000).toLocaleString('zh-CN')} 万元人民币`,
  domicile: each.domicile.zh,
  establishedOn: each.foundedOn,
  businessScope: each.businessScope,
})

export type LicenceFile = { key: string; size: number; sha256: Buffer }
/** What every applicant of the demo may trade in, as its licence says. */
export const applicationScope = '服装、鞋帽制造与销售。'

/** Identities that were verified from the licence, each with the record of who compared and when the next check is due. */
export async function loadIdentities(
  client: pg.ClientBase,
  world: World,
  ids: Ids,
  licences: ReadonlyMap<string, LicenceFile>,
): Promise<void> {
  await writeRows(
    client,
    storedFiles,
    [...licences.values()].map((file) => ({
      ...file,
      contentType: 'image/webp',
      claimedAt: new Date(atNoon(world.today)),
    })),
  )
  await writeRows(
    client,
    identities,
    world.enterprises.map((each) => ({
      organisationId: ids('organisation', each.key),
      status: 'verified' as const,
      stated: statedOf(each),
      creditCode: each.creditCode,
      creditCodeLevel: 'ok' as const,
      verified: statedOf(each),
      verifiedCode: each.creditCode,
      verifiedAt: atNoon(each.verifiedOn),
      nextDueAt: atNoon(each.nextVerificationOn),
      changedAt: atNoon(each.verifiedOn),
    })),
  )
  const uploader = (key: string) =>
    world.people.find((person) =>
      person.memberships.some((each) => organisationKey(world, each.subject) === key),
    ) ?? world.people[0]
  const withLicence = [
    ...world.enterprises.map((each) => each.key),
    ...world.applications.filter((each) => each.documents.includes('licence')).map((each) => each.key),
  ]
  await writeRows(
    client,
    documents,
    withLicence.flatMap((key) => {
      const file = licences.get(key) ?? licences.get('')
      if (file === undefined) return []
      return [
        {
          organisationId: ids('organisation', key),
          id: ids('document', key),
          kind: 'business_licence' as const,
          fileKey: file.key,
          contentType: 'image/webp',
          size: file.size,
          uploadedBy: ids('person', uploader(key)?.key ?? ''),
        },
      ]
    }),
  )
  await writeRows(client, verifications, verificationRows(world, ids))
  await writeRows(
    client,
    identities,
    world.applications.flatMap((each) => {
      const { level } = checkCreditCode(each.applicant.creditCode)
      if (level === 'reject' || each.flags.includes('missing-identity')) return []
      const stated = {
        creditCode: each.applicant.creditCode,
        legalName: each.applicant.name.zh,
        legalForm: 'limited_company' as const,
        representative: each.applicant.legalRepresentative.zh,
        registeredCapital: null,
        domicile: each.applicant.domicile.zh,
        establishedOn: addYears(world.today, -3),
        businessScope: applicationScope,
      }
      return [
        {
          organisationId: ids('organisation', each.key),
          status: 'pending' as const,
          stated,
          creditCode: stated.creditCode,
          creditCodeLevel: level,
          changedAt: new Date(each.submittedAt ?? atNoon(world.today)),
        },
      ]
    }),
  )
}

function verificationRows(world: World, ids: Ids) {
  return world.shops.map((shop) => {
    const enterprise = world.enterprises.find((each) => each.key === shop.enterprise)
    if (!enterprise) throw new Error(`shop ${shop.key} has no enterprise`)
    const verifier = world.people.find((person) =>
      person.memberships.some(
        (each) =>
          (each.role === 'market_manager' || each.role === 'operator_staff') && each.subject === shop.market,
      ),
    )
    return {
      organisationId: ids('organisation', enterprise.key),
      id: ids('audit', `verification ${enterprise.key}`),
      inMarket: ids('market', shop.market),
      byPersonId: verifier ? ids('person', verifier.key) : null,
      method: enterprise.factory ? ('on_site' as const) : ('document' as const),
      result: 'verified' as const,
      reason: '',
      identity: statedOf(enterprise),
      documentIds: [ids('document', enterprise.key)],
      at: atNoon(enterprise.verifiedOn),
      nextDueAt: atNoon(enterprise.nextVerificationOn),
    }
  })
}
