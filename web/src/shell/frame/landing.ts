import type { SessionView } from '#shared/accounts/shapes.ts'
import type { Localised } from '#shared/text.ts'
import { paths } from '#web/src/paths.ts'

/** A place where somebody works: a shop's workbench, or a market's console. */
export type Desk = { kind: 'workbench' | 'console'; to: string; name: Localised }
type Standing = Pick<SessionView, 'acting' | 'shops' | 'markets'>

/**
 * The desks of a person, the likeliest first: the shop of the organisation they act for, the console of each market where they hold
 * powers, then their other shops. A closed shop has no desk.
 */
export function desksOf({ acting, shops, markets }: Standing): Desk[] {
  const workbenches = shops
    .filter((shop) => shop.status !== 'closed')
    .map((shop) => ({
      own: shop.organisationId === acting?.organisationId,
      kind: 'workbench' as const,
      to: paths.workbench({ market: shop.marketSlug, shopId: shop.shopId }),
      name: shop.name,
    }))
  const consoles = markets
    .filter((market) => market.powers.length > 0)
    .map((market) => ({
      own: false,
      kind: 'console' as const,
      to: paths.console(market.marketSlug),
      name: market.marketName,
    }))
  const ordered = [
    ...workbenches.filter((desk) => desk.own),
    ...consoles,
    ...workbenches.filter((desk) => !desk.own),
  ]
  return ordered.map(({ kind, to, name }) => ({ kind, to, name }))
}

/** Where somebody lands after signing in without having asked for a page: at their first desk, else in the storefront. */
export const landingPath = (session: Standing): string => desksOf(session)[0]?.to ?? paths.markets()
