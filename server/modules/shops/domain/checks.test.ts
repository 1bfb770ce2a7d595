import { expect, test } from 'vitest'
import { applicationChecks, type CheckFacts } from './checks.ts'

const good: CheckFacts = {
  identity: { legalName: '石狮市海之星童装有限公司', creditCodeLevel: 'ok' },
  organisationName: '海之星童装',
  licences: [{ validUntil: null }],
  hasOtherShop: false,
  today: '2026-11-24',
}
const unfit = (facts: Partial<CheckFacts>) =>
  applicationChecks({ ...good, ...facts }).flatMap((each) => (each.fits ? [] : [each.check]))

test('a stated identity with a licence and a fitting name passes every check', () => {
  expect(unfit({})).toEqual([])
})

test('each fault is named by its own check', () => {
  expect(
    unfit({ identity: { legalName: good.identity?.legalName ?? '', creditCodeLevel: 'review' } }),
  ).toEqual(['credit_code'])
  expect(unfit({ licences: [] })).toEqual(['licence_present', 'licence_in_date'])
  expect(unfit({ licences: [{ validUntil: '2026-11-23' }] })).toEqual(['licence_in_date'])
  expect(unfit({ organisationName: '晋江鞋业' })).toEqual(['name_matches'])
  expect(unfit({ hasOtherShop: true })).toEqual(['no_other_shop'])
  expect(unfit({ identity: null })).toEqual(['identity_stated', 'credit_code', 'name_matches'])
})
