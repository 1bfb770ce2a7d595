import type { FastifyInstance } from 'fastify'
import type { Actor } from '#server/platform/actor.ts'
import { inMarket } from '#server/platform/db.ts'
import { serveSigned } from '#server/platform/endpoint.ts'
import { notFound, ProblemError } from '#server/platform/problems.ts'
import { money } from '#shared/money.ts'
import * as contract from '#shared/payments/contract.ts'
import type { PayoutAccount } from '#shared/payments/shapes.ts'
import type { Locale } from '#shared/text.ts'
import { mayOnboard, refreshAccount, startOnboarding } from './actions/account.ts'
import type { PaymentsContext } from './context.ts'
import { isClosed, missingOf } from './domain/account.ts'
import type { MarketFacts, ShopFacts } from './needs.ts'
import { maySeeShopMoney, type PayoutAccountSight, payoutAccountSight } from './policy.ts'
import { standingOf } from './routes.ts'
import { findAccount, waitingFor } from './store/accounts.ts'

type Asked = { market: MarketFacts; shop: ShopFacts; sight: PayoutAccountSight }

/** The shop, and how much of its account this person sees. Who sees its money but not this gets 403; to all others there is nothing. */
async function askedFor(
  context: PaymentsContext,
  actor: Actor,
  params: { market: string; shopId: string },
  demanded: readonly PayoutAccountSight[],
): Promise<Asked> {
  const { market, powers } = await standingOf(context, actor, params.market)
  const shop = await inMarket(context.database, market.id, (tx) =>
    context.lower.shop(tx, market.id, params.shopId),
  )
  if (shop === null) throw notFound()
  const sight = payoutAccountSight(actor, shop, powers)
  if (sight !== null && demanded.includes(sight)) return { market, shop, sight }
  throw maySeeShopMoney(actor, shop, powers) ? new ProblemError('request/not-allowed') : notFound()
}

async function accountView(context: PaymentsContext, { market, shop, sight }: Asked): Promise<PayoutAccount> {
  const ofShop = { marketId: market.id, shopId: shop.id, currency: market.currency }
  const { account, waiting } = await inMarket(context.database, market.id, async (tx) => ({
    account: await findAccount(tx, market.id, shop.id),
    waiting: await waitingFor(tx, ofShop),
  }))
  const needed = context.provider !== null
  return {
    needed,
    state: account?.state ?? null,
    missing: account === undefined || sight === 'state' ? [] : missingOf(account.requirements),
    refused: isClosed(account?.disabledReason ?? null),
    waiting: money(waiting, market.currency),
    activeSince: account?.activeSince?.toISOString() ?? null,
    actions: needed && sight === 'owner' && mayOnboard(account) ? ['onboard'] : [],
  }
}

/** Back to the shop's money page, in the language that the owner reads. */
function pagesOf(publicUrl: string, locale: Locale, { market, shop }: Asked) {
  const page = `${publicUrl}${locale === 'en' ? '/en' : ''}/shop/${market.slug}/${shop.id}/money`
  return { returnUrl: `${page}?account=returned`, againUrl: `${page}?account=again` }
}

/** Serves a shop's payout account: how it stands, the way to the institution's page, and asking the institution again. */
export function payoutAccountRoutes(app: FastifyInstance, context: PaymentsContext): void {
  serveSigned(app, contract.getPayoutAccount, async ({ params, actor }) =>
    accountView(context, await askedFor(context, actor, params, ['owner', 'manager', 'state'])),
  )
  serveSigned(app, contract.startOnboarding, async ({ params, actor, locale }) => {
    const asked = await askedFor(context, actor, params, ['owner'])
    const { market, shop } = asked
    const businessName = shop.name.zh || shop.name.en || shop.id
    const url = await startOnboarding(
      context,
      actor,
      { marketId: market.id, shopId: shop.id, businessName },
      pagesOf(context.config.publicUrl, locale, asked),
    )
    return { url }
  })
  serveSigned(app, contract.refreshPayoutAccount, async ({ params, actor }) => {
    const asked = await askedFor(context, actor, params, ['owner', 'manager'])
    await refreshAccount(context, asked.market.id, asked.shop.id)
    return accountView(context, asked)
  })
}
