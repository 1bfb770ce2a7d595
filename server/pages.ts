import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Call, Endpoint } from '#shared/http.ts'
import type { Locale } from '#shared/text.ts'
import { ProblemError, problemOf } from './platform/problems.ts'
import type { Resources } from './platform/resources.ts'
import { nonceOf } from './platform/security-headers.ts'
import { sessionCookies } from './platform/session-cookies.ts'
import type { ResolveActor } from './platform/slots.ts'
import type { Wiring } from './wiring.ts'

const dist = fileURLToPath(new URL('../web/dist', import.meta.url))

/** What the web's server bundle (web/src/entry-server.tsx) exports. */
type Renderer = {
  render: (page: {
    url: string
    locale: Locale
    origin: string
    nonce: string
    call: Call
    signedIn: boolean
  }) => Promise<{
    status: number
    redirect?: string
    head: string
    html: string
    state: string
  }>
}

/** True when the web has been built. */
export const webIsBuilt = (): boolean =>
  existsSync(join(dist, 'client', 'index.html')) && existsSync(join(dist, 'server', 'entry-server.js'))

/**
 * Serves the built web: assets with their fingerprints for a year, and every other path as a page rendered here, so that a search
 * engine and a slow phone get the content first. Data comes from the same handlers as the API's, without a network hop.
 */
export async function mountPages(
  app: FastifyInstance,
  { config }: Resources,
  { resolveActor }: Wiring,
): Promise<void> {
  if (!webIsBuilt()) throw new Error('The web is not built: run `npm run build` first.')
  const refreshName = sessionCookies(config.publicUrl).refresh
  const template = readFileSync(join(dist, 'client', 'index.html'), 'utf8')
  const { render } = (await import(pathToFileURL(join(dist, 'server', 'entry-server.js')).href)) as Renderer
  await app.register(staticFiles, {
    root: join(dist, 'client', 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
    decorateReply: false,
  })
  app.get('/robots.txt', async (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .send('User-agent: *\nDisallow: /api/\nDisallow: /console/\nDisallow: /shop/\nDisallow: /account\n'),
  )
  app.get('/*', { config: { ownGuard: 'pages read only' } }, async (request, reply) => {
    if (/^\/(api|assets|media|docs|dev|sandbox)\//.test(request.url))
      throw new ProblemError('request/not-found')
    const locale: Locale = /^\/en(\/|\?|$)/.test(request.url) ? 'en' : 'zh'
    await renewSession(app, request, reply, resolveActor, refreshName)
    const page = await render({
      url: request.url,
      locale,
      origin: config.publicUrl,
      nonce: nonceOf(request),
      call: callInProcess(app, request, reply, locale),
      signedIn: request.actor !== null,
    })
    if (page.redirect !== undefined) return reply.redirect(page.redirect, 302)
    reply
      .code(page.status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'private, no-cache')
      .header('vary', 'Cookie, Accept-Language')
    // A market's home is 200 KB of HTML, and 25 KB on the wire.
    return reply.compress(
      template
        .replace('<html lang="zh-CN"', () => `<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}"`)
        .replace('<!--head-->', () => page.head)
        .replace('<!--html-->', () => page.html)
        .replace('<!--state-->', () => page.state)
        .replaceAll('__NONCE__', () => nonceOf(request)),
    )
  })
}

/** A reader whose access token has run out but whose session lives is signed in before the page is drawn, not after. */
async function renewSession(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  resolveActor: ResolveActor,
  refreshName: string,
): Promise<void> {
  if (request.actor !== null || request.cookies[refreshName] === undefined) return
  const asked = Object.create(request, {
    params: { value: {} },
    query: { value: {} },
    body: { value: undefined },
  }) as FastifyRequest
  const granted = await app.served
    .get('refreshSession')
    ?.handle(asked, reply)
    .catch(() => null)
  const token = (granted as { accessToken?: unknown } | null | undefined)?.accessToken
  if (typeof token === 'string') request.actor = await resolveActor(token, 'read')
}

/** Calls an endpoint's handler for the page's reader: same actor, same rules, same filtering as over the network. */
function callInProcess(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  locale: Locale,
): Call {
  const quietReply = Object.assign(Object.create(reply) as FastifyReply, {
    header: () => quietReply,
    setCookie: () => quietReply,
    code: () => quietReply,
  })
  const call = async (endpoint: Endpoint, input: { params?: unknown; query?: unknown; body?: unknown }) => {
    const served = app.served.get(endpoint.operationId)
    if (!served) throw new ProblemError('request/not-found')
    if (endpoint.method !== 'GET') throw new Error('pages are rendered from reads only')
    const asked = Object.create(request, {
      params: { value: input.params ?? {} },
      query: {
        value: Object.fromEntries(
          Object.entries(input.query ?? {}).filter(([, value]) => value !== undefined),
        ),
      },
      body: { value: undefined },
      headers: { value: { ...request.headers, 'accept-language': locale === 'en' ? 'en' : 'zh' } },
    }) as FastifyRequest
    const result = await served.handle(asked, quietReply).catch((error: unknown) => {
      const { code } = problemOf(error)
      const status = app.problems.get(code)?.status ?? 500
      if (status >= 500)
        request.log.error({ err: error, operation: endpoint.operationId }, 'a page could not be filled')
      throw Object.assign(new Error(code, { cause: error }), { status, code })
    })
    if (typeof result === 'object' && result !== null && 'prepared' in result)
      return endpoint.response.parse(JSON.parse(String(result.prepared)))
    return endpoint.response.parse(result)
  }
  return call as Call
}
