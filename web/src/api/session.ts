import { refreshSession } from '#shared/accounts/contract.ts'
import type { Call, Endpoint } from '#shared/http.ts'
import { statusOf } from './call.ts'

// Says only that somebody signed in with this browser, so that a reader without an account never asks for a new token in vain.
const mark = 'jishi-signed-in'

/** Remembers in this browser that there is a session worth renewing. No token is ever kept where a script can read it. */
export const rememberSession = (): void => localStorage.setItem(mark, '1')
export const forgetSession = (): void => localStorage.removeItem(mark)
export const sessionRemembered = (): boolean => localStorage.getItem(mark) !== null

/**
 * A way to the server that renews the session: when a call needs somebody signed in and the access token has run out, a new one is asked
 * for once (by however many calls wait for it) and the call is made again. When there is no session any more, `ended` is told.
 */
export function renewingSession(call: Call, ended: () => void): { call: Call; renew: () => Promise<boolean> } {
  let renewal: Promise<boolean> | null = null
  const renew = (): Promise<boolean> => {
    renewal ??= call(refreshSession, { body: {} })
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        renewal = null
      })
    return renewal
  }
  const renewing = async (endpoint: Endpoint, input: Parameters<Call>[1]) => {
    try {
      return await call(endpoint, input)
    } catch (error) {
      if (statusOf(error) !== 401 || endpoint.access !== 'signed-in') throw error
      if (await renew()) return call(endpoint, input)
      forgetSession()
      ended()
      throw error
    }
  }
  return { call: renewing as Call, renew }
}
