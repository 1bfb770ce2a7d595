import { expect, test } from 'vitest'
import { ApplicationStatus } from '#shared/shops/shapes.ts'
import { applicationMoves, mayEdit, mayMove, moveOf, verbsOf } from './application-moves.ts'

test('every status is reached from a draft, and every status but the three last ones can be left', () => {
  const reached = new Set<string>(['draft'])
  for (let before = 0; before !== reached.size; ) {
    before = reached.size
    for (const move of applicationMoves) if (reached.has(move.from)) reached.add(move.to)
  }
  expect([...reached].sort()).toEqual([...ApplicationStatus.options].sort())
  const ends = ApplicationStatus.options.filter(
    (status) => !applicationMoves.some((move) => move.from === status),
  )
  expect(ends.sort()).toEqual(['admitted', 'refused', 'withdrawn'])
})

test('nobody is admitted who was not verified', () => {
  for (const status of ApplicationStatus.options)
    expect(moveOf('admit', status)?.to).toBe(status === 'verified' ? 'admitted' : undefined)
})

test('a verb leads to one place from one status, and a wrong move says from where to where', () => {
  const keys = applicationMoves.map((move) => `${move.verb} ${move.from}`)
  expect(new Set(keys).size).toBe(keys.length)
  expect(mayMove('admit', 'submitted')).toEqual({
    ok: false,
    code: 'shops/application-cannot-move',
    facts: { from: 'submitted', to: 'admitted' },
  })
})

test('the office cannot submit and the applicant cannot admit', () => {
  for (const status of ApplicationStatus.options) {
    expect(verbsOf('office', status)).not.toContain('submit')
    expect(verbsOf('applicant', status)).not.toContain('admit')
    expect(mayEdit(status)).toBe(status === 'draft' || status === 'returned')
  }
})
