/** What Stripe answers to a request that it does not accept. */
export type Refusal = {
  status: number
  type: string
  message: string
  code?: string
  param?: string
  /** Refused while the request was executed, not for its parameters: the answer to its idempotency key for good. */
  executed?: true
}
export type Answer = { ok: Record<string, unknown> } | { refusal: Refusal }
export const refuse = (message: string, more: Partial<Refusal> = {}): Answer => ({
  refusal: { status: 400, type: 'invalid_request_error', message, ...more },
})
export const missing = (what: string, id: string): Answer =>
  refuse(`No such ${what}: '${id}'`, { status: 404, code: 'resource_missing', param: 'id' })
