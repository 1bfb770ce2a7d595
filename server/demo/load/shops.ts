import type pg from 'pg'
import {
  applicationDocuments,
  applicationMoves,
  applications,
  shops,
  shopTerms,
} from '#server/modules/shops/tables.ts'
import type { ApplicationStatus } from '#shared/shops/shapes.ts'
import type { World } from '../world/types.ts'
import { addDays, atNoon, type Ids } from './moments.ts'
import { writeRows } from './rows.ts'

/** Shops with the applications they came by and their terms, and the applications that wait. */
export async function loadShops(client: pg.ClientBase, world: World, ids: Ids): Promise<void> {
  const admitted = world.shops.map((shop) => ({
    shop,
    enterprise: world.enterprises.find((each) => each.key === shop.enterprise),
    submitted: addDays(shop.openedOn, -12),
  }))
  await writeRows(client, applications, [
    ...admitted.map(({ shop, enterprise, submitted }) => ({
      marketId: ids('market', shop.market),
      id: ids('application', shop.key),
      organisationId: ids('organisation', shop.enterprise),
      status: 'admitted' as const,
      shopName: shop.name,
      introduction: shop.about,
      categoryIds: categoriesOf(world, shop.key),
      contactName: enterprise?.legalRepresentative.zh ?? '',
      contactPhone: phoneOf(shop.key),
      boothWish: shop.booths[0] ?? '',
      submittedAt: atNoon(submitted),
      changedAt: atNoon(shop.openedOn),
      createdAt: atNoon(submitted),
    })),
    ...world.applications.map((each) => ({
      marketId: ids('market', each.market),
      id: ids('application', each.key),
      organisationId: ids('organisation', each.key),
      status: (each.state === 'incomplete' ? 'draft' : 'submitted') as ApplicationStatus,
      shopName: each.shopName,
      introduction: {
        zh: `${each.applicant.name.zh}，自有工厂与现货。`,
        en: `${each.applicant.name.en}: own workshop and goods in stock.`,
      },
      categoryIds: [each.market.includes('shoe') ? 'shoes' : 'childrens-wear'],
      contactName: each.contact.replace(/[\d -]+$/, '').trim() || each.applicant.legalRepresentative.zh,
      contactPhone: phoneOf(each.key),
      boothWish: '',
      submittedAt: each.submittedAt === null ? null : new Date(each.submittedAt),
      changedAt: new Date(each.submittedAt ?? atNoon(addDays(world.today, -1))),
      createdAt: new Date(each.submittedAt ?? atNoon(addDays(world.today, -1))),
    })),
  ])
  await writeRows(client, applicationDocuments, [
    ...admitted.map(({ shop }) => ({
      marketId: ids('market', shop.market),
      applicationId: ids('application', shop.key),
      organisationId: ids('organisation', shop.enterprise),
      documentId: ids('document', shop.enterprise),
    })),
    ...world.applications
      .filter((each) => each.state !== 'incomplete' && each.documents.includes('licence'))
      .map((each) => ({
        marketId: ids('market', each.market),
        applicationId: ids('application', each.key),
        organisationId: ids('organisation', each.key),
        documentId: ids('document', each.key),
      })),
  ])
  await writeRows(client, applicationMoves, [
    ...admitted.flatMap(({ shop, submitted }) => {
      const steps: [ApplicationStatus | null, ApplicationStatus, string][] = [
        [null, 'draft', submitted],
        ['draft', 'submitted', submitted],
        ['submitted', 'verified', addDays(submitted, 5)],
        ['verified', 'admitted', shop.openedOn],
      ]
      return steps.map(([from, to, day], index) => ({
        marketId: ids('market', shop.market),
        applicationId: ids('application', shop.key),
        seq: index + 1,
        from,
        to,
        personId: null,
        reason: '',
        at: atNoon(day),
      }))
    }),
    ...world.applications.flatMap((each) => {
      const at = new Date(each.submittedAt ?? atNoon(addDays(world.today, -1)))
      const row = {
        marketId: ids('market', each.market),
        applicationId: ids('application', each.key),
        personId: null,
        reason: '',
        at,
      }
      const draft = { ...row, seq: 1, from: null, to: 'draft' as ApplicationStatus }
      return each.submittedAt === null
        ? [draft]
        : [
            draft,
            { ...row, seq: 2, from: 'draft' as ApplicationStatus, to: 'submitted' as ApplicationStatus },
          ]
    }),
  ])
  await writeRows(
    client,
    shops,
    admitted.map(({ shop, enterprise }) => ({
      marketId: ids('market', shop.market),
      id: ids('shop', shop.key),
      organisationId: ids('organisation', shop.enterprise),
      applicationId: ids('application', shop.key),
      status: 'open' as const,
      name: shop.name,
      introduction: shop.about,
      categoryIds: categoriesOf(world, shop.key),
      shipFrom: {
        divisionCode: enterprise?.division ?? '350581',
        name:
          enterprise?.division === '350582'
            ? { zh: '福建晋江', en: 'Jinjiang, Fujian' }
            : { zh: '福建石狮', en: 'Shishi, Fujian' },
      },
      openingHours: { zh: '8:30–18:00', en: '8:30–18:00' },
      contactPhone: phoneOf(shop.key),
      admittedAt: atNoon(shop.openedOn),
      changedAt: atNoon(shop.openedOn),
    })),
  )
  await writeRows(
    client,
    shopTerms,
    admitted.map(({ shop }) => ({
      marketId: ids('market', shop.market),
      shopId: ids('shop', shop.key),
      terms: {
        mixedBatch: shop.mixedBatch,
        freight: shop.freight,
        returns: {
          days: 7,
          freightPaidBy: 'seller' as const,
          conditions: {
            zh: '质量问题、错发、少发由本店承担运费。',
            en: 'For faults, wrong or missing goods we carry the freight.',
          },
        },
        dispatchDays: Math.max(1, shop.leadTimeDays),
        invoices: ['vat_special' as const, 'vat_ordinary' as const],
      },
      changedAt: atNoon(shop.openedOn),
    })),
  )
}

/** Categories a shop really sells in. */
function categoriesOf(world: World, shopKey: string): string[] {
  const used = new Set(
    world.products.filter((product) => product.shop === shopKey).map((product) => product.draft.categoryId),
  )
  return [...used].sort().slice(0, 20)
}

/** A number of the exchange 0595-8300, which belongs to nobody here; the last digits come from the key. */
function phoneOf(key: string): string {
  let sum = 0
  for (const character of key) sum = (sum * 31 + character.charCodeAt(0)) % 9000
  return `0595-8300-${1000 + sum}`
}
