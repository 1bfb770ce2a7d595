import type { SessionView } from '#shared/accounts/shapes.ts'
import { paths } from '#web/src/paths.ts'

/**
 * Where somebody lands after signing in without having asked for a page: at their shop's workbench if they staff an open shop, at the
 * console of a market if they hold powers there, else in the storefront. What the organisation they act for has comes first.
 */
export function landingPath(session: Pick<SessionView, 'acting' | 'shops' | 'markets'>): string {
  const shops = session.shops.filter((shop) => shop.status !== 'closed')
  const shop = shops.find((one) => one.organisationId === session.acting?.organisationId)
  const market = session.markets.find((one) => one.powers.length > 0)
  const workbench = shop ?? (market === undefined ? shops[0] : undefined)
  if (workbench !== undefined)
    return paths.workbench({ market: workbench.marketSlug, shopId: workbench.shopId })
  if (market !== undefined) return paths.console(market.marketSlug)
  return paths.markets()
}
