import { join } from 'node:path'
import { type Form, recordAt, textAt } from './form.ts'
import { openJournal, type StripeObject, stripeId } from './journal.ts'
import type { World } from './objects.ts'
import { type Answer, missing, refuse } from './refusals.ts'

/** What Stripe asks of a new Express account of a company, in its own codes. */
const asked = [
  'business_profile.url',
  'business_type',
  'company.tax_id',
  'external_account',
  'representative.first_name',
  'tos_acceptance.date',
]
/** What it asks for once more when a picture could not be read. */
const askedAgain = ['individual.verification.document']

type Standing = { submitted: boolean; active: boolean; due: readonly string[]; disabled?: string }
const untouched: Standing = { submitted: false, active: false, due: asked }
const complete: Standing = { submitted: true, active: true, due: [] }
const incomplete: Standing = { submitted: true, active: false, due: askedAgain }

const rejected: Standing = { submitted: true, active: false, due: [], disabled: 'rejected.fraud' }

const standing = ({ submitted, active, due, disabled = 'requirements.past_due' }: Standing) => ({
  capabilities: { transfers: active ? 'active' : 'inactive' },
  details_submitted: submitted,
  payouts_enabled: active,
  requirements: {
    alternatives: [],
    current_deadline: null,
    currently_due: due,
    disabled_reason: active ? null : disabled,
    errors: [],
    eventually_due: due,
    past_due: due,
    pending_verification: [],
  },
})

export const isActive = (account: StripeObject | undefined): boolean =>
  (account?.['capabilities'] as { transfers?: string } | undefined)?.transfers === 'active'

type Owner = { name: string | null; type: string; metadata: Record<string, string> }
const accountObject = (id: string, created: number, { name, type, metadata }: Owner, how: Standing) => ({
  id,
  object: 'account',
  business_profile: { name },
  charges_enabled: false,
  created,
  metadata,
  type,
  ...standing(how),
})

/** A connected account as it begins: nothing is handed in, and no money can be sent to it. */
export function createAccount(world: World, form: Form): Answer {
  const owner = {
    name: textAt(form, 'business_profile', 'name') ?? null,
    type: textAt(form, 'type') ?? 'express',
    metadata: recordAt(form, 'metadata'),
  }
  const account: StripeObject = accountObject(stripeId('acct', 16), world.now(), owner, untouched)
  world.journal.put(account)
  return { ok: account }
}

const accountAt = (world: World, id: string): StripeObject | undefined => {
  const account = world.journal.get(id)
  return account?.object === 'account' ? account : undefined
}

export function readAccount(world: World, id: string): Answer {
  const account = accountAt(world, id)
  return account === undefined ? missing('account', id) : { ok: account }
}

/** Seconds in which a link has to be opened. */
const linkSeconds = 300

/** A page for the owner of an account; once filled in, its address leads to a new one. */
export function createAccountLink(world: World, form: Form): Answer {
  const account = textAt(form, 'account') ?? ''
  if (accountAt(world, account) === undefined)
    return refuse(`No such account: '${account}'`, { code: 'resource_missing', param: 'account' })
  if (textAt(form, 'type') !== 'account_onboarding')
    return refuse('You cannot create `account_update` type Account Links for this account.', {
      param: 'type',
    })
  for (const param of ['refresh_url', 'return_url'])
    if (textAt(form, param) === undefined) return refuse(`Missing required param: ${param}.`, { param })
  const id = stripeId('onboarding', 32)
  const expires = world.now() + linkSeconds
  world.journal.put({
    id,
    object: 'onboarding_page',
    account,
    expires_at: expires,
    opened: false,
    over: false,
    refresh_url: textAt(form, 'refresh_url'),
    return_url: textAt(form, 'return_url'),
  })
  return {
    ok: {
      object: 'account_link',
      created: world.now(),
      expires_at: expires,
      url: `${world.base()}/onboarding/${id}`,
    },
  }
}

export type OnboardingPage = { link: StripeObject; account: StripeObject; over: boolean }

/** The page behind a link, and whether it is over: handed in, or not opened in time. */
export function openOnboarding(world: World, id: string): OnboardingPage | undefined {
  const link = world.journal.get(id)
  const account = link && accountAt(world, String(link['account']))
  if (link?.object !== 'onboarding_page' || account === undefined) return undefined
  const late = link['opened'] !== true && Number(link['expires_at']) <= world.now()
  const over = link['over'] === true || late
  if (!over && link['opened'] !== true) world.journal.put({ ...link, opened: true })
  return { link: { ...link, opened: true }, account, over }
}

const outcomes = { complete, incomplete, rejected }
export type AccountOutcome = keyof typeof outcomes

/** What comes of an account when its owner, or Stripe's own checks, are done with it. */
export function settleAccount(world: World, accountId: string, outcome: AccountOutcome): void {
  const account = accountAt(world, accountId)
  if (account === undefined) return
  const settled = { ...account, ...standing(outcomes[outcome]) }
  world.journal.put(settled)
  world.emit('account.updated', settled)
}

/** The owner hands the page in. */
export function submitOnboarding(world: World, page: OnboardingPage, outcome: AccountOutcome): void {
  world.journal.put({ ...page.link, over: true })
  settleAccount(world, page.account.id, outcome)
}

/** Shops that came through onboarding before this program began: written into the sandbox's records while it does not run. */
export function recordActiveAccounts(
  dataDir: string,
  shops: readonly { accountId: string; marketId: string; shopId: string; name: string }[],
): void {
  const journal = openJournal(recordsFile(dataDir))
  for (const { accountId, marketId, shopId, name } of shops)
    journal.put(
      accountObject(
        accountId,
        Math.floor(Date.now() / 1000),
        { name, type: 'express', metadata: { market_id: marketId, shop_id: shopId } },
        complete,
      ),
    )
  journal.close()
}

export const recordsFolder = (dataDir: string): string => join(dataDir, 'stripe-sandbox')
export const recordsFile = (dataDir: string): string => join(recordsFolder(dataDir), 'objects.jsonl')
