import type { ApplicationView } from '#shared/shops/shapes.ts'

type Check = ApplicationView['checks'][number]

/** What the checks read: stated identity, documents, and what else the organisation has in this market. */
export type CheckFacts = {
  identity: { legalName: string; creditCodeLevel: 'ok' | 'review' } | null
  organisationName: string
  licences: readonly { validUntil: string | null }[]
  hasOtherShop: boolean
  today: string
}

/** Legal forms and brackets aside, since a market name rarely carries them. */
const core = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(
      /股份有限公司|有限责任公司|有限公司|个体工商户|经营部|商行|厂|公司|co\.|ltd\.?|limited|inc\.?|[\s()（）,.·]/g,
      '',
    )

/** What a person looks at before verifying. None of them refuses by itself: a person decides and says why. */
export function applicationChecks(facts: CheckFacts): Check[] {
  const { identity, licences, today } = facts
  const stated = identity === null ? '' : core(identity.legalName)
  const known = core(facts.organisationName)
  return [
    { check: 'identity_stated', fits: identity !== null },
    { check: 'credit_code', fits: identity?.creditCodeLevel === 'ok' },
    { check: 'licence_present', fits: licences.length > 0 },
    {
      check: 'licence_in_date',
      fits: licences.some((licence) => licence.validUntil === null || licence.validUntil >= today),
    },
    {
      check: 'name_matches',
      fits: stated !== '' && known !== '' && (stated.includes(known) || known.includes(stated)),
    },
    { check: 'no_other_shop', fits: !facts.hasOtherShop },
  ]
}
