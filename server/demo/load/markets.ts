import type pg from 'pg'
import { defaultCharter } from '#server/modules/markets/domain/charter.ts'
import {
  boothLeases,
  booths,
  charters,
  clusters,
  floors,
  halls,
  marketParties,
  marketPowers,
  markets,
  venueLinks,
  venues,
} from '#server/modules/markets/tables.ts'
import { bankAccounts } from '#server/modules/payments/tables.ts'
import type { PartyRole } from '#shared/markets/shapes.ts'
import type { MarketSeed, World } from '../world/types.ts'
import { atNoon, type Ids } from './moments.ts'
import { writeRows } from './rows.ts'

const rootCategories: Record<string, string[]> = {
  'shishi-kids': ['childrens-wear'],
  'fujian-shoes': ['shoes'],
  'china-shoes': ['shoes'],
}

/** Clusters, venues down to the booths, markets with their parties and powers, and where buyers' transfers go. */
export async function loadMarkets(client: pg.ClientBase, world: World, ids: Ids): Promise<void> {
  await writeRows(
    client,
    clusters,
    world.clusters.map((each) => ({
      id: ids('cluster', each.key),
      slug: each.key,
      name: each.name,
      goods: each.goods,
      countyCode: each.divisions[0] ?? '350581',
    })),
  )
  await loadVenues(client, world, ids)
  await writeRows(
    client,
    markets,
    world.markets.map((each) => marketRow(world, each, ids)),
  )
  await writeRows(
    client,
    marketParties,
    world.markets.flatMap((each) => partyRows(each, ids)),
  )
  await writeRows(
    client,
    charters,
    world.markets.map((each) => ({
      marketId: ids('market', each.key),
      version: 1,
      preamble: each.tagline,
      adoptedAt: atNoon(each.openedOn),
    })),
  )
  await writeRows(
    client,
    marketPowers,
    world.markets.flatMap((each) =>
      defaultCharter(
        { ownership: each.ownership, operation: each.operation ?? 'self_built' },
        new Set(partyRows(each, ids).map((party) => party.role)),
      ).map((holding) => ({
        marketId: ids('market', each.key),
        ...holding,
      })),
    ),
  )
  await writeRows(
    client,
    venueLinks,
    world.markets.flatMap((each) =>
      each.venue === null
        ? []
        : [{ marketId: ids('market', each.key), venueId: ids('venue', each.venue), position: 1 }],
    ),
  )
  await writeRows(
    client,
    bankAccounts,
    world.markets
      .filter((each) => each.hasOwnShops)
      .map((each, position) => ({
        marketId: ids('market', each.key),
        institution: {
          zh: '示例支付有限公司（持牌支付机构）',
          en: 'Example Payments Ltd (licensed payment institution)',
        },
        accountName: `示例支付有限公司 客户备付金 ${each.name.zh}`,
        accountNumber: `3505 8100 0000 00${10 + position}`,
        bankName: '示例银行 泉州分行',
        bankCode: null,
      })),
  )
}

async function loadVenues(client: pg.ClientBase, world: World, ids: Ids): Promise<void> {
  const floorsOf = world.venues.flatMap((venue) =>
    venue.halls.flatMap((hall) => hall.floors.map((floor) => ({ venue, hall, floor }))),
  )
  await writeRows(
    client,
    venues,
    world.venues.map((each) => ({
      id: ids('venue', each.key),
      name: each.name,
      address: each.address,
      openingHours: { zh: each.openingHours, en: each.openingHours },
      divisionCode: world.clusters.find((cluster) => cluster.key === each.cluster)?.divisions[0] ?? '350581',
    })),
  )
  await writeRows(
    client,
    halls,
    world.venues.flatMap((venue) =>
      venue.halls.map((hall, index) => ({
        venueId: ids('venue', venue.key),
        id: ids('hall', `${venue.key} ${hall.code}`),
        name: hall.name,
        position: index + 1,
      })),
    ),
  )
  await writeRows(
    client,
    floors,
    floorsOf.map(({ venue, hall, floor }) => ({
      venueId: ids('venue', venue.key),
      id: ids('floor', `${venue.key} ${hall.code} ${floor.number}`),
      hallId: ids('hall', `${venue.key} ${hall.code}`),
      name: { zh: floor.label, en: `Floor ${floor.number}` },
      level: floor.number,
    })),
  )
  await writeRows(
    client,
    booths,
    floorsOf.flatMap(({ venue, hall, floor }) =>
      floor.booths.map((booth) => ({
        venueId: ids('venue', venue.key),
        id: ids('booth', booth.code),
        floorId: ids('floor', `${venue.key} ${hall.code} ${floor.number}`),
        code: `${floor.label}-${booth.number}`,
        areaSquareMetres: booth.areaSquareMetres,
      })),
    ),
  )
  const venueOfBooth = new Map(
    floorsOf.flatMap(({ venue, floor }) => floor.booths.map((booth) => [booth.code, venue.key] as const)),
  )
  await writeRows(
    client,
    boothLeases,
    world.shops.flatMap((shop) =>
      shop.booths.flatMap((code) => {
        const venue = venueOfBooth.get(code)
        return venue === undefined
          ? []
          : [
              {
                venueId: ids('venue', venue),
                boothId: ids('booth', code),
                organisationId: ids('organisation', shop.enterprise),
                period: `[${shop.openedOn.slice(0, 10)},)`,
              },
            ]
      }),
    ),
  )
}

const operatorOf = (market: MarketSeed): string => {
  const roles =
    market.ownership === 'enterprise_led'
      ? ['lead_enterprise']
      : market.operation === 'entrusted'
        ? ['operator']
        : ['initiator']
  const party = market.parties.find((each) => roles.includes(each.role))
  if (!party) throw new Error(`market ${market.key} has nobody who runs it`)
  return party.subject
}

function marketRow(world: World, market: MarketSeed, ids: Ids) {
  const cluster =
    market.cluster ??
    world.markets.find((each) => each.parent === market.key)?.cluster ??
    world.clusters[0]?.key ??
    ''
  const place = world.clusters.find((each) => each.key === cluster)
  return {
    id: ids('market', market.key),
    slug: market.slug,
    name: market.name,
    tagline: market.tagline,
    introduction: place ? place.about : market.tagline,
    clusterId: ids('cluster', cluster),
    currency: market.currency,
    ownership: market.ownership,
    operation: market.operation ?? ('self_built' as const),
    formation: market.formation,
    goods: market.goods,
    parentId: market.parent === null ? null : ids('market', market.parent),
    status: 'open' as const,
    categoryIds: rootCategories[market.slug] ?? [],
    operatorOfRecordId: ids('organisation', operatorOf(market)),
    contact: {
      phone: '0595-8300-0000',
      complaintPhone: '0595-8300-0012',
      complaintEmail: `complaints@${market.slug}.example.com`,
      complaintHours: { zh: '每日 8:30–21:00', en: 'daily 8:30–21:00' },
      supervisorPhone: '0595-8300-0315',
      supervisorAddress: place
        ? { zh: `${place.name.zh}监管服务窗口`, en: `${place.name.en} supervision office` }
        : { zh: '监管服务窗口', en: 'supervision office' },
    },
    // A market's real numbers are entered by its office; these say that they are none.
    registrations: [
      { name: { zh: 'ICP 备案', en: 'ICP filing' }, number: '闽ICP备00000000号（演示）' },
      { name: { zh: '增值电信业务经营许可证', en: 'Telecom licence' }, number: '闽B2-00000000（演示）' },
    ],
    openedAt: atNoon(market.openedOn),
    createdAt: atNoon(market.openedOn),
  }
}

/** The world speaks of the group as one; the market has each of its members as a party, with its share. */
function partyRows(market: MarketSeed, ids: Ids) {
  const named = market.parties
    .filter((each) => each.role !== 'management_group')
    .map((each) => ({
      marketId: ids('market', market.key),
      organisationId: ids('organisation', each.subject),
      role: each.role as PartyRole,
      shareBps: null as number | null,
      since: each.since.slice(0, 10),
    }))
  const members = market.group.map((each) => ({
    marketId: ids('market', market.key),
    organisationId: ids('organisation', each.enterprise),
    role: 'management_group_member' as const,
    shareBps: each.shareBps as number | null,
    since: each.joinedOn.slice(0, 10),
  }))
  return [...named, ...members]
}
