import type pg from 'pg'
import { providerAccounts } from '#server/modules/payments/tables.ts'
import { recordActiveAccounts } from '#server/sandbox/stripe/accounts.ts'
import type { World } from '../world/types.ts'
import { atNoon, type Ids } from './moments.ts'
import { writeRows } from './rows.ts'

/**
 * The shops' accounts at the payment sandbox, open since their shops opened, there and here. The sandbox does not run yet: its records are
 * written first, so that a kill in between leaves accounts that nobody names, and never names of accounts that are not there.
 */
export async function loadPayoutAccounts(
  client: pg.ClientBase,
  world: World,
  ids: Ids,
  dataDir: string,
): Promise<void> {
  const accounts = world.shops.map((shop) => {
    const shopId = ids('shop', shop.key)
    return { shop, shopId, accountId: `acct_${shopId.replace(/[^0-9A-Za-z]/g, '').slice(-16)}` }
  })
  recordActiveAccounts(
    dataDir,
    accounts.map(({ shop, shopId, accountId }) => ({
      accountId,
      shopId,
      marketId: ids('market', shop.market),
      name: shop.name.zh,
    })),
  )
  await writeRows(
    client,
    providerAccounts,
    accounts.map(({ shop, shopId, accountId }) => ({
      marketId: ids('market', shop.market),
      shopId,
      businessName: shop.name.zh,
      accountId,
      state: 'active' as const,
      version: 1,
      createdAt: atNoon(shop.openedOn),
      checkedAt: atNoon(shop.openedOn),
      activeSince: atNoon(shop.openedOn),
    })),
  )
}
