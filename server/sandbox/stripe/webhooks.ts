import { createHmac } from 'node:crypto'
import { type StripeObject, stripeId } from './journal.ts'
import type { World } from './objects.ts'

/** How deliveries misbehave, for tests: every one must end in the same state as the orderly run. */
export type Faults = {
  /** Milliseconds that a delivery waits, at most. */
  delayMs: number
  /** Deliver each event this many times. */
  copies: number
  /** Hold events back until this many wait, then send them in another order. */
  shuffleWindow: number
  /** Lose every event. */
  lose: boolean
}
export const noFaults: Faults = { delayMs: 0, copies: 1, shuffleWindow: 1, lose: false }

export type Deliveries = {
  emit: World['emit']
  /** Waits until nothing is under way. */
  settled: () => Promise<void>
  close: () => void
}

/** The header that Stripe signs messages with: HMAC-SHA256 of time and body. */
export function signatureHeader(body: string, secret: string, seconds: number): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
}

/** Pauses before each new try, as the real one does over days, in short. */
const retryMs = [200, 1_000, 5_000, 20_000, 60_000]

/** Sends events to `url`, signed, again and again until they are taken. */
export function openDeliveries(settings: {
  url: () => string
  secret: string
  now: () => number
  faults: () => Faults
  random: () => number
  keep: (event: StripeObject) => void
}): Deliveries {
  const underWay = new Set<Promise<void>>()
  const timers = new Set<NodeJS.Timeout>()
  let held: StripeObject[] = []
  let closed = false
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer)
        resolve()
      }, ms)
      timers.add(timer)
    })
  const deliver = async (event: StripeObject) => {
    await pause(settings.random() * settings.faults().delayMs)
    for (const wait of [0, ...retryMs]) {
      await pause(wait)
      if (closed) return
      const body = JSON.stringify(event)
      const answer = await fetch(settings.url(), {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': signatureHeader(body, settings.secret, settings.now()),
        },
        body,
        signal: AbortSignal.timeout(10_000),
      }).catch(() => null)
      if (answer?.ok) return
    }
  }
  const send = (event: StripeObject) => {
    for (let copy = 0; copy < settings.faults().copies; copy++) {
      const work: Promise<void> = deliver(event).finally(() => underWay.delete(work))
      underWay.add(work)
    }
  }
  const flush = () => {
    const order = held.map((event) => ({ event, at: settings.random() })).sort((a, b) => a.at - b.at)
    held = []
    for (const { event } of order) send(event)
  }
  return {
    emit: (type, object) => {
      const event = {
        id: stripeId('evt'),
        object: 'event',
        api_version: null,
        created: settings.now(),
        data: { object },
        livemode: false,
        pending_webhooks: 1,
        request: { id: null, idempotency_key: null },
        type,
        // What happens to a connected account is told with its name.
        ...(object.object === 'account' ? { account: object.id } : {}),
      }
      settings.keep(event)
      if (settings.faults().lose) return
      held.push(event)
      if (held.length >= settings.faults().shuffleWindow) flush()
    },
    settled: async () => {
      flush()
      while (underWay.size > 0) await Promise.all([...underWay])
    },
    close: () => {
      closed = true
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
