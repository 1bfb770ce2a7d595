import { refreshSession } from '#shared/accounts/contract.ts'
import type { Call, Endpoint } from '#shared/http.ts'
import { statusOf } from './call.ts'

/**
 * A way to the server that renews the session: when a call needs somebody signed in and the access token has run out, a new one is asked
 * for once (by however many calls wait for it) and the call is made again. When there is no session any more, `ended` is told. The tokens
 * are cookies that no script can read.
 */
export function renewingSession(call: Call, ended: () => void): Call {
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
      ended()
      throw error
    }
  }
  // What an endpoint answers goes through untouched.
  return renewing as Call
}
