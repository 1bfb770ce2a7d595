import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { mountChineseType } from '#server/platform/chinese-type.ts'
import type { Logger } from '#server/platform/logger.ts'
import {
  type AccountOutcome,
  createAccount,
  createAccountLink,
  openOnboarding,
  readAccount,
  recordsFile,
  recordsFolder,
  settleAccount,
  submitOnboarding,
} from './accounts.ts'
import { type Form, readForm } from './form.ts'
import { openJournal, type StripeObject } from './journal.ts'
import {
  createRefund,
  createSession,
  createTransfer,
  declineSession,
  expireSession,
  paySession,
  readIntent,
  readSession,
  sessionNow,
  type World,
} from './objects.ts'
import { onboardingPage, overPage, type PageLocale, payPage, typePrefix } from './page.ts'
import type { Answer } from './refusals.ts'
import { type Faults, noFaults, openDeliveries } from './webhooks.ts'

/** The API's own misbehaviour, for tests: how often (0–1) it answers 500, and how often it executes and then does not answer in time. */
export type ApiFaults = { serverError: number; lostAnswer: number }

export type Sandbox = {
  apiBase: string
  secretKey: string
  webhookSecret: string
  /** As the configuration has them. */
  keys: { secretKey: string; webhookSecret: string }
  /** What the payer does on the hosted page, for tests and for the demo. */
  pay: (sessionId: string) => void
  decline: (sessionId: string) => void
  /** What its owner or Stripe's own checks make of a shop's account. */
  settleAccount: (accountId: string, outcome: AccountOutcome) => void
  objects: (object: string) => StripeObject[]
  setFaults: (faults: Partial<Faults>, api?: Partial<ApiFaults>) => void
  setWebhookUrl: (url: string) => void
  /** Waits until every message is taken or given up. */
  delivered: () => Promise<void>
  close: () => Promise<void>
}

type Keys = { secretKey: string; webhookSecret: string; port: number }

/**
 * A stand-in for Stripe on this machine: the parts of its HTTP API that we use, its hosted payment page, and its signed messages.
 * The official client talks to it over a socket. What it knows stands in `dataDir` and survives a kill.
 */
export async function startStripeSandbox({
  dataDir,
  publicUrl,
  logger,
  random = Math.random,
}: {
  dataDir: string
  /** Not needed: the sandbox keeps its own records, as the real one would. */
  databaseUrl?: string
  publicUrl: string
  logger: Logger
  random?: () => number
}): Promise<Sandbox> {
  const folder = recordsFolder(dataDir)
  const keys = readKeys(folder)
  const journal = openJournal(recordsFile(dataDir))
  let faults = noFaults
  let apiFaults: ApiFaults = { serverError: 0, lostAnswer: 0 }
  let webhookUrl = `${publicUrl}/api/v1/payments/stripe/webhook`
  let base = ''
  const now = () => Math.floor(Date.now() / 1000)
  const deliveries = openDeliveries({
    url: () => webhookUrl,
    secret: keys.webhookSecret,
    now,
    faults: () => faults,
    random,
    keep: (event) => journal.put(event),
  })
  const world: World = { journal, now, base: () => base, emit: deliveries.emit }
  const app = Fastify({ logger: false, bodyLimit: 256 * 1024, routerOptions: { maxParamLength: 200 } })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
    done(null, readForm(String(body))),
  )
  mountApi(app, world, keys, () =>
    random() < apiFaults.serverError ? 'error' : random() < apiFaults.lostAnswer ? 'lost' : 'none',
  )
  mountPages(app, world)
  const port = await listen(app, keys.port)
  base = `http://127.0.0.1:${port}`
  if (port !== keys.port) writeKeys(folder, { ...keys, port })
  logger.debug({ base }, 'payment sandbox listens')
  const { secretKey, webhookSecret } = keys
  return {
    apiBase: base,
    secretKey,
    webhookSecret,
    keys: { secretKey, webhookSecret },
    pay: (sessionId) => void paySession(world, sessionId),
    decline: (sessionId) => declineSession(world, sessionId),
    settleAccount: (accountId, outcome) => settleAccount(world, accountId, outcome),
    objects: (object) => journal.all(object),
    setFaults: (changed, api = {}) => {
      faults = { ...faults, ...changed }
      apiFaults = { ...apiFaults, ...api }
    },
    setWebhookUrl: (url) => {
      webhookUrl = url
    },
    delivered: deliveries.settled,
    close: async () => {
      deliveries.close()
      await app.close()
      journal.close()
    },
  }
}

function readKeys(folder: string): Keys {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'keys.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Keys
  const made = {
    secretKey: `sk_test_${randomBytes(18).toString('hex')}`,
    webhookSecret: `whsec_${randomBytes(18).toString('hex')}`,
    port: 0,
  }
  writeKeys(folder, made)
  return made
}
const writeKeys = (folder: string, keys: Keys) =>
  writeFileSync(join(folder, 'keys.json'), JSON.stringify(keys), { mode: 0o600 })

/** The port of last time, so that pages opened before a restart still work; any other when it is taken. */
async function listen(app: FastifyInstance, port: number): Promise<number> {
  try {
    await app.listen({ host: '127.0.0.1', port })
  } catch (error) {
    if (port === 0 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    await app.listen({ host: '127.0.0.1', port: 0 })
  }
  const address = app.server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}

const equal = (a: string, b: string) =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())

type Handler = (world: World, form: Form, id: string, query: Record<string, unknown>) => Answer

function mountApi(
  app: FastifyInstance,
  world: World,
  { secretKey }: Keys,
  fault: () => 'none' | 'error' | 'lost',
): void {
  const route = (method: 'GET' | 'POST', url: string, handler: Handler) =>
    app.route({
      method,
      url,
      handler: async (request, reply) => {
        if (!equal(request.headers.authorization ?? '', `Bearer ${secretKey}`))
          return sendAnswer(reply, {
            refusal: { status: 401, type: 'invalid_request_error', message: 'Invalid API Key provided' },
          })
        const happens = fault()
        const perform = () =>
          handler(
            world,
            (request.body as Form | null) ?? {},
            (request.params as { id?: string }).id ?? '',
            request.query as Record<string, unknown>,
          )
        if (happens === 'error')
          return sendAnswer(reply, {
            refusal: { status: 500, type: 'api_error', message: 'An unknown error occurred' },
          })
        const answer = method === 'POST' ? idempotent(world, request, perform) : perform()
        // Executed, and the answer is lost on the way: the caller must not do it a second time.
        if (happens === 'lost') return reply.hijack().raw.destroy()
        return sendAnswer(reply, answer)
      },
    })
  route('POST', '/v1/checkout/sessions', (each, form) => createSession(each, form))
  route('GET', '/v1/checkout/sessions/:id', (each, _form, id, query) =>
    readSession(each, id, expandsIntent(query)),
  )
  route('POST', '/v1/checkout/sessions/:id/expire', (each, _form, id) => expireSession(each, id))
  route('GET', '/v1/payment_intents/:id', (each, _form, id) => readIntent(each, id))
  route('POST', '/v1/accounts', (each, form) => createAccount(each, form))
  route('GET', '/v1/accounts/:id', (each, _form, id) => readAccount(each, id))
  route('POST', '/v1/account_links', (each, form) => createAccountLink(each, form))
  route('POST', '/v1/transfers', (each, form) => createTransfer(each, form))
  route('POST', '/v1/refunds', (each, form) => createRefund(each, form))
}

const expandsIntent = (query: Record<string, unknown>) => JSON.stringify(query).includes('payment_intent')

/** The first answer to a key is the answer; the same key with other parameters is an error, as with Stripe. */
function idempotent(world: World, request: FastifyRequest, perform: () => Answer): Answer {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string') return perform()
  const parameters = createHash('sha256')
    .update(JSON.stringify([request.url, request.body ?? null]))
    .digest('hex')
  const id = `idem:${key}`
  const known = world.journal.get(id)
  if (known !== undefined) {
    if (known['parameters'] === parameters) return known['answer'] as Answer
    return {
      refusal: {
        status: 400,
        type: 'idempotency_error',
        message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}'.`,
      },
    }
  }
  const answer = perform()
  // Refusals of the parameters are not kept: execution had not begun.
  if ('ok' in answer || answer.refusal.executed)
    world.journal.put({ id, object: 'idempotency', parameters, answer })
  return answer
}

function sendAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
  reply
    .header('request-id', `req_${randomBytes(7).toString('hex')}`)
    .header('content-type', 'application/json')
  if ('ok' in answer) return reply.send(JSON.stringify(answer.ok))
  const { status, executed: _kept, ...error } = answer.refusal
  return reply.code(status).send(JSON.stringify({ error }))
}

function localeOf(request: FastifyRequest): PageLocale {
  const chosen = (request.query as { lang?: string }).lang
  if (chosen === 'en' || chosen === 'zh') return chosen
  return request.headers['accept-language']?.toLowerCase().startsWith('en') ? 'en' : 'zh'
}

const html = (reply: FastifyReply, text: string, status = 200) =>
  reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'",
    )
    .send(text)

function mountPages(app: FastifyInstance, world: World): void {
  mountChineseType(app, typePrefix)
  mountOnboarding(app, world)
  const show = (request: FastifyRequest, reply: FastifyReply, declined: boolean) => {
    const session = sessionNow(world, (request.params as { id: string }).id)
    const locale = localeOf(request)
    return session?.['status'] === 'open'
      ? html(reply, payPage(session, locale, declined))
      : html(reply, overPage(session, locale), session === undefined ? 404 : 200)
  }
  app.get('/pay/:id', async (request, reply) => show(request, reply, false))
  app.post('/pay/:id', async (request, reply) => {
    const { id } = request.params as { id: string }
    const session = sessionNow(world, id)
    const outcome = (request.body as Form | null)?.['outcome']
    if (session === undefined) return show(request, reply, false)
    if (outcome === 'cancel')
      return reply.redirect(String(session['cancel_url'] ?? session['success_url']), 303)
    if (outcome === 'decline') {
      declineSession(world, id)
      return show(request, reply, true)
    }
    if (outcome === 'pay' && paySession(world, id) === 'paid')
      return reply.redirect(String(session['success_url']), 303)
    return show(request, reply, false)
  })
}

/** Where the owner of a shop's account fills it in; a link that is over leads to a new one. */
function mountOnboarding(app: FastifyInstance, world: World): void {
  const pageOf = (request: FastifyRequest) => openOnboarding(world, (request.params as { id: string }).id)
  app.get('/onboarding/:id', async (request, reply) => {
    const page = pageOf(request)
    if (page === undefined) return html(reply, overPage(undefined, localeOf(request)), 404)
    if (page.over) return reply.redirect(String(page.link['refresh_url']), 303)
    return html(reply, onboardingPage(page.account, localeOf(request)))
  })
  app.post('/onboarding/:id', async (request, reply) => {
    const page = pageOf(request)
    if (page === undefined) return html(reply, overPage(undefined, localeOf(request)), 404)
    if (page.over) return reply.redirect(String(page.link['refresh_url']), 303)
    const outcome = (request.body as Form | null)?.['outcome']
    if (outcome === 'complete' || outcome === 'incomplete') submitOnboarding(world, page, outcome)
    return reply.redirect(String(page.link['return_url']), 303)
  })
}
