/** What Node says of a host that does not answer, and PostgreSQL of itself: starting, stopping, out of connections (class 08, 57P0x, 53300). */
const states = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|08\w{3}|57P0[1-5]|53300)$/
/** The driver's own failures carry no code. */
const messages =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/

/** Whether an error, however wrapped, means that the database cannot be reached now: trying again later may help. */
export function isOutage(error: unknown): boolean {
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    const { code } = current as { code?: unknown }
    if (typeof code === 'string' && states.test(code)) return true
    if (messages.test(current.message)) return true
  }
  return false
}
