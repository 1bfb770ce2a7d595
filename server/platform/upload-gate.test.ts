import { expect, test } from 'vitest'
import { uploadGate } from './upload-gate.ts'

const limits = { atOnce: 3, ofOnePerson: 2, waiting: 4, patienceMs: 200 }
const soon = () => new Promise((wake) => setTimeout(wake, 5))

test('one person fills their share and no more; another one still gets in', async () => {
  const gate = uploadGate(limits)
  const [first] = [await gate.enter('a'), await gate.enter('a')]
  let third = false
  const waiting = gate.enter('a').then((leave) => {
    third = true
    return leave
  })
  await soon()
  expect(third).toBe(false)
  const other = await gate.enter('b')
  first?.()
  first?.()
  expect(typeof (await waiting)).toBe('function')
  other()
})

test('a line that is too long, and a wait that is too long, end with "unavailable"', async () => {
  const gate = uploadGate(limits)
  for (const person of ['a', 'b', 'c']) await gate.enter(person)
  const waiting = Array.from({ length: 4 }, () => gate.enter('d'))
  const refusals = Promise.allSettled(waiting)
  await expect(gate.enter('e')).rejects.toMatchObject({ code: 'request/unavailable' })
  for (const outcome of await refusals) expect(outcome).toMatchObject({ status: 'rejected' })
})

test('all come through in the end, never more than the limits at once', async () => {
  const gate = uploadGate({ atOnce: 4, ofOnePerson: 2, waiting: 100, patienceMs: 5000 })
  let [now, most] = [0, 0]
  await Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      const leave = await gate.enter(`person ${index % 7}`)
      now += 1
      most = Math.max(most, now)
      await soon()
      now -= 1
      leave()
    }),
  )
  expect([now, most]).toEqual([0, 4])
})
