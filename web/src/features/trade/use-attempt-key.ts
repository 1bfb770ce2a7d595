import { useRef } from 'react'
import { ProblemError } from '#web/src/api/call.ts'

/**
 * The idempotency key of an attempt: the same content sent again after the network failed is the same attempt, so that nothing is ordered
 * twice; other content, or a new try after an answer, is a new one.
 */
export function useAttemptKey(): <T>(body: unknown, send: (key: string) => Promise<T>) => Promise<T> {
  const attempt = useRef<{ content: string; key: string } | null>(null)
  return async (body, send) => {
    const content = JSON.stringify(body)
    if (attempt.current?.content !== content) attempt.current = { content, key: crypto.randomUUID() }
    try {
      const answer = await send(attempt.current.key)
      attempt.current = null
      return answer
    } catch (error) {
      if (error instanceof ProblemError) attempt.current = null
      throw error
    }
  }
}
