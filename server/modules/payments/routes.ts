import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { inMarket } from '#server/platform/db.ts'
import { type SignedExchange, serveSigned } from '#server/platform/endpoint.ts'
import { once } from '#server/platform/idempotency.ts'
import { notFound, ProblemError } from '#server/platform/problems.ts'
import { money } from '#shared/money.ts'
import * as contract from '#shared/payments/contract.ts'
import { markPayoutPaid, markRefundPaid, recordReceipt, returnReceipt } from './actions/bank.ts'
import { receiveEvent } from './actions/webhook.ts'
import type { PaymentsContext } from './context.ts'
import { shopBalances, statement } from './ledger.ts'
import type { MarketFacts } from './needs.ts'
import { hasPart, mayReadSettlement, maySeeShopMoney, maySettle } from './policy.ts'
import { waitingFor } from './store/accounts.ts'
import * as payoutStore from './store/payouts.ts'
import * as receiptStore from './store/receipts.ts'
import * as refundStore from './store/refunds.ts'
import * as settlementStore from './store/settlement.ts'
import { type Pen, payoutView, receiptView, refundView } from './views.ts'

/** Serves the contract of payments, and the address that the institution tells its events to. */
export function paymentsRoutes(app: FastifyInstance, context: PaymentsContext): void {
  webhookRoute(app, context)
  bankAccountRoutes(app, context)
  receiptRoutes(app, context)
  instructionRoutes(app, context)
  shopMoneyRoute(app, context)
}

/** The body is kept as the bytes that were signed: its parser lives in this scope only. */
function webhookRoute(app: FastifyInstance, context: PaymentsContext): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer', bodyLimit: 1024 * 1024 },
      (_request, body, done) => done(null, body),
    )
    scope.post(
      '/api/v1/payments/stripe/webhook',
      { config: { ownGuard: 'Stripe signature over the raw body, tolerance 300 s' } },
      async (request, reply) => {
        if (!Buffer.isBuffer(request.body)) throw new ProblemError('payments/signature-wrong')
        await receiveEvent(context, request.body, request.headers['stripe-signature'])
        return reply.code(200).header('cache-control', 'no-store').send({ received: true })
      },
    )
  })
}

type Standing = { market: MarketFacts; powers: ReadonlySet<string> }

/** The market of a slug, and what this person may do there by its charter. */
export async function standingOf(context: PaymentsContext, actor: Actor, slug: string): Promise<Standing> {
  const market = await context.lower.market(slug)
  if (market === null) throw notFound()
  return { market, powers: await context.lower.powers(context.database.drizzle, actor, market) }
}

/** Who settles; who may only read gets 403, everybody else does not see that there is something. */
async function settler(context: PaymentsContext, actor: Actor, slug: string): Promise<Standing> {
  const standing = await standingOf(context, actor, slug)
  if (maySettle(standing.powers)) return standing
  throw mayReadSettlement(standing.powers) ? new ProblemError('request/not-allowed') : notFound()
}

async function settlementReader(context: PaymentsContext, actor: Actor, slug: string): Promise<Standing> {
  const standing = await standingOf(context, actor, slug)
  if (!mayReadSettlement(standing.powers)) throw notFound()
  return standing
}

function bankAccountRoutes(app: FastifyInstance, context: PaymentsContext): void {
  const actionsOf = (powers: ReadonlySet<string>) => (maySettle(powers) ? ['change'] : [])
  serveSigned(app, contract.getBankAccount, async ({ params, actor }) => {
    const { market, powers } = await standingOf(context, actor, params.market)
    const account = await inMarket(context.database, market.id, (tx) =>
      settlementStore.findBankAccount(tx, market.id),
    )
    return { account, actions: actionsOf(powers) }
  })
  serveSigned(app, contract.putBankAccount, async ({ params, body, actor }) => {
    const { market, powers } = await settler(context, actor, params.market)
    await inMarket(context.database, market.id, async (tx) => {
      await settlementStore.writeBankAccount(tx, market.id, body)
      await auditAccount(tx, actor, market.id, body.accountNumber)
    })
    return { account: body, actions: actionsOf(powers) }
  })
}

const auditAccount: (
  tx: Parameters<typeof audit>[0],
  actor: Actor,
  marketId: string,
  accountNumber: string,
) => Promise<void> = (tx, actor, marketId, accountNumber) =>
  audit(tx, {
    stream: marketId,
    actor,
    action: 'payments.bank-account-set',
    subject: marketId,
    facts: { endsWith: accountNumber.slice(-4) },
  })

const penOf = (actor: Actor, powers: ReadonlySet<string>): Pen => ({
  maySettle: maySettle(powers),
  hasPart: (parties) => hasPart(actor, parties),
})

type Paged = { cursor?: string | undefined; limit: number; state?: string | undefined }
const pageAfter = ({ cursor, limit, state }: Paged) => ({ before: cursor, state, limit: limit + 1 })
function page<R extends { id: string }, V>(rows: readonly R[], limit: number, view: (row: R) => V) {
  const items = rows.slice(0, limit)
  return { items: items.map(view), nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

function receiptRoutes(app: FastifyInstance, context: PaymentsContext): void {
  const { database } = context
  const viewOf = async (marketId: string, id: string, pen: Pen) => {
    const found = await inMarket(database, marketId, (tx) => receiptStore.findReceipt(tx, marketId, id))
    if (found === undefined) throw notFound()
    return receiptView(found, pen)
  }
  serveSigned(app, contract.recordBankReceipt, async ({ params, body, actor, claim }) => {
    const { market, powers } = await settler(context, actor, params.market)
    const { result } = await once(database, market.id, claim, async (tx) => ({
      id: await recordReceipt(context, tx, actor, market.id, body),
    }))
    return viewOf(market.id, result.id, penOf(actor, powers))
  })
  serveSigned(app, contract.listBankReceipts, async ({ params, query, actor }) => {
    const { market, powers } = await settlementReader(context, actor, params.market)
    const rows = await inMarket(database, market.id, (tx) =>
      receiptStore.listReceipts(tx, market.id, pageAfter(query)),
    )
    const withId = rows.map((row) => ({ ...row, id: row.receipt.id }))
    return page(withId, query.limit, (row) => receiptView(row, penOf(actor, powers)))
  })
  serveSigned(app, contract.returnBankReceipt, async ({ params, body, actor, claim }) => {
    const { market, powers } = await settler(context, actor, params.market)
    await once(database, market.id, claim, async (tx) => {
      await returnReceipt(tx, actor, market.id, params.receipt, body.note)
      return {}
    })
    return viewOf(market.id, params.receipt, penOf(actor, powers))
  })
}

function instructionRoutes(app: FastifyInstance, context: PaymentsContext): void {
  const { database } = context
  serveSigned(app, contract.listPayouts, async ({ params, query, actor }) => {
    const { market, powers } = await settlementReader(context, actor, params.market)
    const rows = await inMarket(database, market.id, (tx) =>
      payoutStore.listPayouts(tx, market.id, pageAfter(query)),
    )
    return page(rows, query.limit, (row) => payoutView(row, penOf(actor, powers)))
  })
  serveSigned(app, contract.listRefunds, async ({ params, query, actor }) => {
    const { market, powers } = await settlementReader(context, actor, params.market)
    const rows = await inMarket(database, market.id, (tx) =>
      refundStore.listRefunds(tx, market.id, pageAfter(query)),
    )
    return page(rows, query.limit, (row) => refundView(row, penOf(actor, powers)))
  })
  serveSigned(app, contract.markPayoutPaid, async ({ params, body, actor, claim }) => {
    const { market, powers } = await settler(context, actor, params.market)
    await once(database, market.id, claim, async (tx) => {
      await markPayoutPaid(context, tx, actor, { marketId: market.id, id: params.payout, ...body })
      return {}
    })
    const row = await inMarket(database, market.id, (tx) =>
      payoutStore.findPayout(tx, market.id, params.payout),
    )
    if (row === undefined) throw notFound()
    return payoutView(row, penOf(actor, powers))
  })
  serveSigned(app, contract.markRefundPaid, async ({ params, body, actor, claim }) => {
    const { market, powers } = await settler(context, actor, params.market)
    await once(database, market.id, claim, async (tx) => {
      await markRefundPaid(context, tx, actor, { marketId: market.id, id: params.refund, ...body })
      return {}
    })
    const row = await inMarket(database, market.id, (tx) =>
      refundStore.findRefund(tx, market.id, params.refund),
    )
    if (row === undefined) throw notFound()
    return refundView(row, penOf(actor, powers))
  })
}

const StatementCursor = z.tuple([
  z.iso.datetime(),
  z.guid(),
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number),
])
/** The posting that the last page ended with; a cursor that is none of ours is refused, since its parts go into a query. */
function statementPosition(cursor: string | undefined) {
  if (cursor === undefined) return null
  const parsed = StatementCursor.safeParse(cursor.split('~'))
  if (!parsed.success)
    throw new ProblemError(
      'request/invalid',
      { count: 1 },
      { errors: [{ pointer: '?/cursor', code: 'request/invalid-cursor', message: 'cursor' }] },
    )
  const [at, journalId, line] = parsed.data
  return { at, journalId, line }
}

function shopMoneyRoute(app: FastifyInstance, context: PaymentsContext): void {
  serveSigned(
    app,
    contract.getShopMoney,
    async ({ params, query, actor }: SignedExchange<typeof contract.getShopMoney>) => {
      const { market, powers } = await standingOf(context, actor, params.market)
      const { id: marketId, currency } = market
      const before = statementPosition(query.cursor)
      const found = await inMarket(context.database, marketId, async (tx) => {
        const shop = await context.lower.shop(tx, marketId, params.shopId)
        if (shop === null || !maySeeShopMoney(actor, shop, powers)) throw notFound()
        return {
          sums: await shopBalances(tx, marketId, params.shopId, currency),
          waiting: await waitingFor(tx, { marketId, shopId: params.shopId, currency }),
          lines: await statement(tx, {
            marketId,
            shopId: params.shopId,
            currency,
            before,
            limit: query.limit + 1,
          }),
        }
      })
      const inCurrency = (amount: number) => money(amount, currency)
      const items = found.lines.slice(0, query.limit)
      const last = items.at(-1)
      return {
        held: inCurrency(found.sums.held),
        released: inCurrency(found.sums.released),
        commission: inCurrency(found.sums.commission),
        refunded: inCurrency(found.sums.refunded),
        payable: inCurrency(found.sums.payable),
        waiting: inCurrency(found.waiting),
        paidOut: inCurrency(found.sums.paidOut),
        statement: {
          items: items.map(({ amount, line: _line, ...row }) => ({ ...row, amount: inCurrency(amount) })),
          nextCursor:
            found.lines.length > query.limit && last ? `${last.at}~${last.journalId}~${last.line}` : null,
        },
      }
    },
  )
}
