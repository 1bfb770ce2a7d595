import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '#server/platform/config.ts'
import { sessionCookies } from '#server/platform/session-cookies.ts'
import type { SessionGranted } from '#shared/accounts/shapes.ts'
import type { Source } from './actions/sessions.ts'
import { networkOf } from './domain/networks.ts'
import { accessSeconds } from './signing.ts'
import { newToken } from './tokens.ts'

/** Writes and reads the cookies of a browser's session. */
export function createCookies(config: Config) {
  const names = sessionCookies(config.publicUrl)
  const options = { httpOnly: true, secure: names.secure, sameSite: 'lax', path: '/' } as const

  return {
    set(reply: FastifyReply, granted: SessionGranted, now: Date): void {
      const idleSeconds = Math.floor((new Date(granted.idleUntil).getTime() - now.getTime()) / 1000)
      reply
        .setCookie(names.access, granted.accessToken, { ...options, maxAge: accessSeconds })
        .setCookie(names.refresh, granted.refreshToken, { ...options, maxAge: idleSeconds })
    },
    clear(reply: FastifyReply): void {
      reply.clearCookie(names.access, options).clearCookie(names.refresh, options)
    },
    refreshToken: (request: FastifyRequest): string | undefined => request.cookies[names.refresh],
    /** Where a request comes from. Names the browser by a cookie of its own, so that its owner is told from strangers. */
    source(request: FastifyRequest, reply: FastifyReply): Source {
      const known = request.cookies[names.device]
      const device = known !== undefined && /^[A-Za-z0-9_-]{43}$/.test(known) ? known : newToken()
      reply.setCookie(names.device, device, { ...options, maxAge: 365 * 86_400 })
      return { network: networkOf(request.ip), userAgent: request.headers['user-agent'] ?? '', device }
    },
  }
}
export type Cookies = ReturnType<typeof createCookies>
