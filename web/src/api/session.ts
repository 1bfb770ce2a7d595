import type { Call, Endpoint } from '#shared/http.ts'
import { statusOf } from './call.ts'

/**
 * A way to the server that notices the end of a session: when a call needs somebody signed in and even a renewed token is refused, `ended`
 * is told, and the failure goes on to the caller.
 */
export function watchingSession(call: Call, ended: () => void): Call {
  const watching = async (endpoint: Endpoint, input: Parameters<Call>[1]) => {
    try {
      return await call(endpoint, input)
    } catch (error) {
      if (statusOf(error) === 401 && endpoint.access === 'signed-in') ended()
      throw error
    }
  }
  // What an endpoint answers goes through untouched.
  return watching as Call
}
