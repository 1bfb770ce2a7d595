import { isActive } from './accounts.ts'
import { type Form, recordAt, textAt } from './form.ts'
import { type Journal, type StripeObject, stripeId } from './journal.ts'
import { type Answer, missing, refuse } from './refusals.ts'

export type World = {
  journal: Journal
  /** Seconds since 1970. */
  now: () => number
  /** Where this sandbox listens: hosted pages have their address there. */
  base: () => string
  /** Tells the event to whoever listens. */
  emit: (type: string, object: StripeObject) => void
}

const whole = (text: string | undefined) =>
  text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : null

/** Opens a hosted session; its payment intent is made at once so that metadata and transfer group have a place. */
export function createSession(world: World, form: Form): Answer {
  const amount = whole(textAt(form, 'line_items', '0', 'price_data', 'unit_amount'))
  const quantity = whole(textAt(form, 'line_items', '0', 'quantity')) ?? 1
  const currency = textAt(form, 'line_items', '0', 'price_data', 'currency')
  const [successUrl, cancelUrl] = [textAt(form, 'success_url'), textAt(form, 'cancel_url')]
  if (amount === null || currency === undefined)
    return refuse('Missing required param: line_items[0][price_data][unit_amount].', { param: 'line_items' })
  if (successUrl === undefined)
    return refuse('Missing required param: success_url.', { param: 'success_url' })
  const expires = whole(textAt(form, 'expires_at')) ?? world.now() + 86_400
  if (expires < world.now() + 60 || expires > world.now() + 86_400 + 60)
    return refuse('The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.', {
      param: 'expires_at',
    })
  const id = stripeId('cs_test', 58)
  const intent: StripeObject = {
    id: stripeId('pi'),
    object: 'payment_intent',
    amount: amount * quantity,
    amount_received: 0,
    created: world.now(),
    currency,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: recordAt(form, 'payment_intent_data', 'metadata'),
    status: 'requires_payment_method',
    transfer_group: textAt(form, 'payment_intent_data', 'transfer_group') ?? null,
  }
  world.journal.put(intent)
  const session: StripeObject = {
    id,
    object: 'checkout.session',
    amount_subtotal: amount * quantity,
    amount_total: amount * quantity,
    cancel_url: cancelUrl ?? null,
    client_reference_id: textAt(form, 'client_reference_id') ?? null,
    created: world.now(),
    currency,
    expires_at: expires,
    livemode: false,
    metadata: recordAt(form, 'metadata'),
    mode: 'payment',
    payment_intent: intent.id,
    payment_status: 'unpaid',
    status: 'open',
    success_url: successUrl,
    title: textAt(form, 'line_items', '0', 'price_data', 'product_data', 'name') ?? '',
    url: `${world.base()}/pay/${id}`,
  }
  world.journal.put(session)
  return { ok: session }
}

/** A session as it stands now: one whose time is over has expired, whether or not somebody looked. */
export function sessionNow(world: World, id: string): StripeObject | undefined {
  const session = world.journal.get(id)
  if (session?.object !== 'checkout.session') return undefined
  if (session['status'] !== 'open' || Number(session['expires_at']) > world.now()) return session
  const expired = { ...session, status: 'expired', url: null }
  world.journal.put(expired)
  world.emit('checkout.session.expired', expired)
  return expired
}

export function readSession(world: World, id: string, expandIntent: boolean): Answer {
  const session = sessionNow(world, id)
  if (session === undefined) return missing('checkout.session', id)
  const intent = expandIntent ? world.journal.get(String(session['payment_intent'])) : undefined
  return { ok: { ...session, ...(intent === undefined ? {} : { payment_intent: intent }) } }
}

export function expireSession(world: World, id: string): Answer {
  const session = sessionNow(world, id)
  if (session === undefined) return missing('checkout.session', id)
  if (session['status'] !== 'open')
    return refuse(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session['status']}.`,
    )
  const expired = { ...session, status: 'expired', url: null }
  world.journal.put(expired)
  world.emit('checkout.session.expired', expired)
  return { ok: expired }
}

export function readIntent(world: World, id: string): Answer {
  const intent = world.journal.get(id)
  return intent?.object === 'payment_intent' ? { ok: intent } : missing('payment_intent', id)
}

/** The payer chose to pay on the hosted page. Paying twice is paying once. */
export function paySession(world: World, id: string): 'paid' | 'closed' {
  const session = sessionNow(world, id)
  if (session === undefined || session['status'] === 'expired') return 'closed'
  if (session['status'] === 'complete') return 'paid'
  const intent = world.journal.get(String(session['payment_intent']))
  if (intent === undefined) return 'closed'
  const charge: StripeObject = {
    id: stripeId('ch'),
    object: 'charge',
    amount: intent['amount'],
    amount_refunded: 0,
    created: world.now(),
    currency: intent['currency'],
    livemode: false,
    paid: true,
    payment_intent: intent.id,
    status: 'succeeded',
    transferred: 0,
  }
  const paid = {
    ...intent,
    status: 'succeeded',
    amount_received: intent['amount'],
    latest_charge: charge.id,
    last_payment_error: null,
  }
  const complete = { ...session, status: 'complete', payment_status: 'paid', url: null }
  world.journal.put(charge)
  world.journal.put(paid)
  world.journal.put(complete)
  world.emit('payment_intent.succeeded', paid)
  world.emit('checkout.session.completed', complete)
  return 'paid'
}

/** The payer's bank declined; the page stays open for another try, as Stripe's does. */
export function declineSession(world: World, id: string): void {
  const session = sessionNow(world, id)
  const intent = session && world.journal.get(String(session['payment_intent']))
  if (session?.['status'] !== 'open' || intent === undefined) return
  const declined = {
    ...intent,
    last_payment_error: { type: 'card_error', code: 'card_declined', message: 'Your card was declined.' },
  }
  world.journal.put(declined)
  world.emit('payment_intent.payment_failed', declined)
}

export function createTransfer(world: World, form: Form): Answer {
  const amount = whole(textAt(form, 'amount'))
  const destination = textAt(form, 'destination')
  if (amount === null || amount < 1) return refuse('Invalid positive integer', { param: 'amount' })
  if (destination === undefined || world.journal.get(destination)?.object !== 'account')
    return refuse(`No such destination: '${destination}'`, { code: 'resource_missing', param: 'destination' })
  if (!isActive(world.journal.get(destination)))
    return refuse(
      'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments',
      { code: 'insufficient_capabilities_for_transfer', executed: true },
    )
  const source = textAt(form, 'source_transaction')
  const charge = source === undefined ? undefined : world.journal.get(source)
  if (source !== undefined) {
    if (charge?.object !== 'charge')
      return refuse(`No such charge: '${source}'`, { param: 'source_transaction' })
    const left = Number(charge['amount']) - Number(charge['amount_refunded']) - Number(charge['transferred'])
    if (charge['currency'] !== textAt(form, 'currency') || amount > left)
      return refuse('You have insufficient available funds on the source charge.', {
        code: 'balance_insufficient',
      })
    world.journal.put({ ...charge, transferred: Number(charge['transferred']) + amount })
  }
  const transfer: StripeObject = {
    id: stripeId('tr'),
    object: 'transfer',
    amount,
    amount_reversed: 0,
    created: world.now(),
    currency: textAt(form, 'currency'),
    destination,
    livemode: false,
    metadata: recordAt(form, 'metadata'),
    reversed: false,
    source_transaction: source ?? null,
    transfer_group: textAt(form, 'transfer_group') ?? null,
  }
  world.journal.put(transfer)
  world.emit('transfer.created', transfer)
  return { ok: transfer }
}

export function createRefund(world: World, form: Form): Answer {
  const intentId = textAt(form, 'payment_intent') ?? ''
  const intent = world.journal.get(intentId)
  const charge = intent && world.journal.get(String(intent['latest_charge']))
  if (charge === undefined)
    return refuse(`No such payment_intent: '${intentId}'`, {
      code: 'resource_missing',
      param: 'payment_intent',
    })
  const left = Number(charge['amount']) - Number(charge['amount_refunded'])
  const amount = whole(textAt(form, 'amount')) ?? left
  if (amount < 1 || amount > left)
    return refuse(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, {
      param: 'amount',
    })
  const refunded = { ...charge, amount_refunded: Number(charge['amount_refunded']) + amount }
  world.journal.put(refunded)
  const refund: StripeObject = {
    id: stripeId('re'),
    object: 'refund',
    amount,
    charge: charge.id,
    created: world.now(),
    currency: charge['currency'],
    metadata: recordAt(form, 'metadata'),
    payment_intent: intentId,
    reason: null,
    status: 'succeeded',
  }
  world.journal.put(refund)
  world.emit('charge.refunded', refunded)
  return { ok: refund }
}
