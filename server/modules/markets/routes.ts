import type { FastifyInstance } from 'fastify'
import { serve } from '#server/platform/endpoint.ts'
import type { Resources } from '#server/platform/resources.ts'
import * as contract from '#shared/markets/contract.ts'
import type { MarketView, PartyRole } from '#shared/markets/shapes.ts'
import { powers } from '#shared/markets/shapes.ts'
import type { Accounts } from '../accounts/index.ts'
import type { IdentityOf, Market } from './index.ts'
import * as store from './store.ts'

type Tools = {
  resources: Resources
  accounts: Accounts
  bySlug: (slug: string) => Promise<Market>
  identityOf: () => IdentityOf
}

export function marketsRoutes(
  app: FastifyInstance,
  { resources, accounts, bySlug, identityOf }: Tools,
): void {
  const { database, clock } = resources
  serve(app, contract.listMarkets, async () => ({
    items: (await store.listOpenMarkets(database.drizzle)).map(({ market, cluster }) =>
      summary(market, cluster),
    ),
  }))

  serve(app, contract.getMarket, async ({ params }) => {
    const market = await bySlug(params.market)
    const db = database.drizzle
    const operator = (await accounts.organisationsById(db, [market.operatorOfRecordId])).get(
      market.operatorOfRecordId,
    )
    const identity = await identityOf()(db, market.operatorOfRecordId)
    return marketView(market, {
      operatorOfRecord: {
        organisationId: market.operatorOfRecordId,
        name: operator?.name ?? market.name,
        creditCode: null,
        legalName: null,
        legalForm: null,
        representative: null,
        registeredCapital: null,
        domicile: null,
        establishedOn: null,
        businessScope: null,
        verifiedOn: null,
        ...identity,
      },
      venues: await store.listVenues(db, market.id, clock.now()),
      branches: await store.listBranches(db, market.id),
    })
  })

  serve(app, contract.listVenues, async ({ params }) => {
    const market = await bySlug(params.market)
    return { items: await store.listVenues(database.drizzle, market.id, clock.now()) }
  })
}

const summary = (market: store.MarketRow, cluster: store.ClusterRow) => ({
  id: market.id,
  slug: market.slug,
  name: market.name,
  tagline: market.tagline,
  cluster: { id: cluster.id, slug: cluster.slug, name: cluster.name, countyCode: cluster.countyCode },
  goods: market.goods,
  ownership: market.ownership,
  operation: market.operation,
  formation: market.formation,
  currency: market.currency,
  status: market.status,
  parentId: market.parentId,
  categoryIds: market.categoryIds,
  openedOn: market.openedAt?.toISOString().slice(0, 10) ?? null,
})

function marketView(
  market: Market,
  rest: Pick<MarketView, 'operatorOfRecord' | 'venues' | 'branches'>,
): MarketView {
  const holding = (role: PartyRole) =>
    market.parties.filter((party) => party.role === role).map((party) => party.organisationId)
  const { supervisorPhone, supervisorAddress, ...contact } = market.contact
  // Who supervises: the supervisor of a sponsored market, the regulator of an enterprise-led one.
  const supervisor =
    market.parties.find((party) => party.role === 'supervisor') ??
    market.parties.find((party) => party.role === 'regulator')
  return {
    ...summary(market, market.cluster),
    introduction: market.introduction,
    parties: market.parties,
    powers: powers.map((power) => ({
      power,
      holders: market.powers
        .filter((each) => each.power === power)
        .map(({ role, manner }) => ({ role, manner, organisationIds: holding(role) })),
    })),
    contact: {
      ...contact,
      supervisor: supervisor
        ? {
            organisationId: supervisor.organisationId,
            name: supervisor.name,
            phone: supervisorPhone,
            address: supervisorAddress,
          }
        : null,
    },
    registrations: market.registrations,
    ...rest,
  }
}
