import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

const nonces = new WeakMap<object, string>()
/** The nonce of this answer's content security policy; scripts written into a page carry it. */
export function nonceOf(requestOrRaw: object): string {
  const raw =
    'raw' in requestOrRaw && typeof requestOrRaw.raw === 'object' && requestOrRaw.raw !== null
      ? requestOrRaw.raw
      : requestOrRaw
  const known = nonces.get(raw)
  if (known !== undefined) return known
  const made = randomBytes(16).toString('base64')
  nonces.set(raw, made)
  return made
}

// A page runs our scripts only: those of this origin, and inline ones that carry the nonce of the answer.
const pagePolicy = (nonce: string): string =>
  `default-src 'self';script-src 'self' 'nonce-${nonce}';style-src 'self' 'unsafe-inline';img-src 'self' data: blob:;font-src 'self';connect-src 'self';object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'`

/**
 * Headers that tell browsers what an answer may do. Those of an answer of the API never change and are made once; a page's policy
 * names its nonce. Written here, since a general middleware builds them all anew for every request, which cost a product page
 * half of its time.
 */
export function installSecurityHeaders(app: FastifyInstance, { production }: { production: boolean }): void {
  const always = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(production ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
  const ofData = { ...always, 'content-security-policy': "default-src 'none';frame-ancestors 'none'" }
  const ofPages = {
    ...always,
    'cross-origin-opener-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'x-dns-prefetch-control': 'off',
    'x-permitted-cross-domain-policies': 'none',
  }
  app.addHook('onRequest', (request, reply, done) => {
    if (request.routeOptions.config.endpoint !== undefined) reply.headers(ofData)
    else reply.headers(ofPages).header('content-security-policy', pagePolicy(nonceOf(request)))
    done()
  })
}
