import { inMarket, inMarkets } from '#server/platform/db.ts'
import type { TradeContext } from '../context.ts'
import { retryAfter } from '../domain/clocks.ts'
import * as store from '../store/clocks.ts'
import { bySystem } from './moving.ts'
import { closePurchase } from './pay.ts'

type Perform = Record<'autoConfirm' | 'release', (marketId: string, orderId: string) => Promise<void>>

/** From this failure on a person should look: it is logged as an error. */
const failuresForAPerson = 5

/**
 * Job by the clock: everything whose time is over, in all markets, page after page. What fails delays nobody: the run goes on behind it,
 * and it is left out until its own time has come again, later each time.
 */
export async function runClocks(context: TradeContext, perform: Perform, page = 200): Promise<void> {
  const works: Record<store.Clock, (marketId: string, id: string) => Promise<unknown>> = {
    unpaid: (marketId, id) => closePurchase(context, marketId, id, 'expired', bySystem, 'not paid in time'),
    unconfirmed: perform.autoConfirm,
    unreleased: perform.release,
  }
  const markets = await context.lower.marketIds()
  for (const clock of ['unpaid', 'unconfirmed', 'unreleased'] as const) {
    let after: store.Overdue | undefined
    do {
      const now = context.clock.now()
      const found: store.Overdue[] = await inMarkets(context.database, markets, (tx) =>
        store.findOverdue(tx, clock, { now, after, limit: page }),
      )
      for (const item of found) await attempt(context, item, works[clock])
      after = found.length < page ? undefined : found.at(-1)
    } while (after !== undefined)
  }
}

async function attempt(
  { database, clock, logger }: TradeContext,
  item: store.Overdue,
  work: (marketId: string, id: string) => Promise<unknown>,
): Promise<void> {
  const { marketId, id } = item
  try {
    await work(marketId, id)
    if (item.failures > 0) await inMarket(database, marketId, (tx) => store.forgetClockFailure(tx, item))
  } catch (error) {
    const failures = item.failures + 1
    const retryAt = retryAfter(clock.now(), failures)
    const facts = { err: error, what: id, failures, retryAt }
    if (failures < failuresForAPerson) logger.warn(facts, 'the clock will try again')
    else logger.error(facts, 'the clock fails here again and again')
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, 300)
    await inMarket(database, marketId, (tx) => store.noteClockFailure(tx, item, { retryAt, reason })).catch(
      (cause: unknown) => logger.error({ err: cause, what: id }, 'a failure of the clock could not be kept'),
    )
  }
}
