import type { FastifyInstance } from 'fastify'
import type { Actor } from '#server/platform/actor.ts'
import { cursorAt, readCursorAt } from '#server/platform/cursor.ts'
import { type Db, inMarket, inMarkets } from '#server/platform/db.ts'
import { serve, serveSigned } from '#server/platform/endpoint.ts'
import { notFound, ProblemError } from '#server/platform/problems.ts'
import type { Resources } from '#server/platform/resources.ts'
import { fileBytes, sendAttachment } from '#server/platform/uploads.ts'
import * as contract from '#shared/shops/contract.ts'
import type { Market } from '../markets/index.ts'
import type { ApplicationActions } from './actions/applications.ts'
import type { ShopActions } from './actions/shops.ts'
import type { ShopNeighbours } from './index.ts'
import { maySeeAsApplicant, maySeeQueue, maySeeShop } from './policy.ts'
import * as store from './store.ts'
import { applicationItem, applicationView, type ShopFacts, shopCard, shopView } from './views.ts'

type Tools = {
  resources: Resources
  neighbours: ShopNeighbours
  shops: ShopActions
  applications: ApplicationActions
  factsOf: (db: Db, market: Market, found: readonly store.Shop[]) => Promise<(shop: store.Shop) => ShopFacts>
}

export function applicationRoutes(
  app: FastifyInstance,
  { resources, neighbours, applications }: Tools,
): void {
  const { database, clock } = resources
  const { markets, enterprises } = neighbours

  const view = (actor: Actor, market: Market, id: string) =>
    inMarket(database, market.id, async (tx) => {
      const application = await applications.visible(tx, actor, market, id)
      const { checks, dossier, organisation, shop } = await applications.checksOf(
        tx,
        application,
        maySeeAsApplicant(actor, application) ? 'applicant' : 'office',
      )
      return applicationView(actor, market, application, {
        organisationName: organisation?.name ?? application.shopName,
        checks,
        dossier,
        moves: await store.listMoves(tx, market.id, id),
        shopId: shop?.applicationId === id ? shop.id : null,
        now: clock.now(),
      })
    })

  serveSigned(app, contract.apply, async ({ actor, params, body }) => {
    const market = await markets.bySlug(params.market)
    return view(actor, market, await applications.apply(actor, market, body))
  })

  serveSigned(app, contract.listApplications, async ({ actor, params, query }) => {
    const market = await markets.bySlug(params.market)
    if (!maySeeQueue(actor, market)) throw new ProblemError('request/not-allowed')
    const after = readCursorAt(query.cursor)
    const rows = await inMarket(database, market.id, (tx) =>
      store.listQueue(tx, market.id, { status: query.status, after, limit: query.limit + 1 }),
    )
    const page = rows.slice(0, query.limit)
    const last = page.at(-1)?.application
    return {
      items: page.map(({ application, organisationName }) =>
        applicationItem(market.slug, application, organisationName, clock.now()),
      ),
      nextCursor: rows.length > page.length && last?.submittedAt ? cursorAt(last.submittedAt, last.id) : null,
    }
  })

  serveSigned(app, contract.listMyApplications, async ({ actor }) => {
    const ids = actor.memberships.map((each) => each.organisationId)
    const rows = await inMarkets(database, await markets.allIds(), (tx) => store.listApplicationsOf(tx, ids))
    const items = []
    for (const { application, organisationName } of rows) {
      const market = await markets.byId(application.marketId)
      if (market) items.push(applicationItem(market.slug, application, organisationName, clock.now()))
    }
    return { items }
  })

  serveSigned(app, contract.getApplication, async ({ actor, params }) =>
    view(actor, await markets.bySlug(params.market), params.applicationId),
  )
  serveSigned(app, contract.putApplication, async ({ actor, params, body }) => {
    const market = await markets.bySlug(params.market)
    await applications.edit(actor, market, params.applicationId, body)
    return view(actor, market, params.applicationId)
  })

  /** Serves a verb: does it, then shows what the application is now. */
  type Params = { market: string; applicationId: string }
  const after = async (actor: Actor, params: Params, act: (market: Market, id: string) => Promise<void>) => {
    const market = await markets.bySlug(params.market)
    await act(market, params.applicationId)
    return view(actor, market, params.applicationId)
  }
  serveSigned(app, contract.submitApplication, ({ actor, params }) =>
    after(actor, params, (market, id) => applications.submit(actor, market, id)),
  )
  serveSigned(app, contract.withdrawApplication, ({ actor, params }) =>
    after(actor, params, (market, id) => applications.withdraw(actor, market, id)),
  )
  serveSigned(app, contract.returnApplication, ({ actor, params, body }) =>
    after(actor, params, (market, id) => applications.giveBack(actor, market, id, body.reason)),
  )
  serveSigned(app, contract.verifyApplication, ({ actor, params, body }) =>
    after(actor, params, (market, id) => applications.verify(actor, market, id, body)),
  )
  serveSigned(app, contract.refuseApplication, ({ actor, params, body }) =>
    after(actor, params, (market, id) => applications.refuse(actor, market, id, body.reason)),
  )
  serveSigned(app, contract.admitApplication, ({ actor, params }) =>
    after(actor, params, (market, id) => applications.admit(actor, market, id)),
  )

  serveSigned(app, contract.downloadApplicationDocument, async ({ actor, params, reply }) => {
    const market = await markets.bySlug(params.market)
    const { applicationId, documentId } = params
    const owner = await applications.ownerOfDocument(actor, market, applicationId, documentId)
    sendAttachment(reply, await enterprises.openDocument(owner, documentId), documentId)
    return undefined
  })
}

export function shopRoutes(app: FastifyInstance, { resources, neighbours, shops, factsOf }: Tools): void {
  const { database } = resources
  const { markets } = neighbours

  const view = (actor: Actor | null, market: Market, id: string) =>
    inMarket(database, market.id, async (tx) => {
      const shop = await store.findShop(tx, market.id, id)
      if (!shop || !maySeeShop(actor, market, shop)) throw notFound()
      const facts = await factsOf(tx, market, [shop])
      return shopView(actor, market, shop, facts(shop))
    })

  serve(app, contract.listShops, async ({ params, query }) => {
    const market = await markets.bySlug(params.market)
    const before = readCursorAt(query.cursor)
    return inMarket(database, market.id, async (tx) => {
      const rows = await store.listShops(tx, market.id, { q: query.q, before, limit: query.limit + 1 })
      const page = rows.slice(0, query.limit)
      const facts = await factsOf(tx, market, page)
      const last = page.at(-1)
      return {
        items: page.map((shop) => shopCard(market, shop, facts(shop))),
        nextCursor: rows.length > page.length && last ? cursorAt(last.admittedAt, last.id) : null,
      }
    })
  })
  serve(app, contract.getShop, async ({ actor, params }) =>
    view(actor, await markets.bySlug(params.market), params.shopId),
  )
  serveSigned(app, contract.changeShop, async ({ actor, params, body }) => {
    const market = await markets.bySlug(params.market)
    await shops.changeShop(actor, market, params.shopId, body)
    return view(actor, market, params.shopId)
  })
  serveSigned(app, contract.putTerms, async ({ actor, params, body }) => {
    await shops.setTerms(actor, await markets.bySlug(params.market), params.shopId, body)
    return body
  })
  serveSigned(app, contract.putShopPicture, async ({ actor, params, body }) =>
    shops.setPicture(
      actor,
      await markets.bySlug(params.market),
      params.shopId,
      params.place,
      fileBytes(body),
    ),
  )
}
