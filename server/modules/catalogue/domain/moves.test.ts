import { expect, test } from 'vitest'
import { productStatuses } from '#shared/catalogue/product.ts'
import { moves } from './moves.ts'

const next = (from: string) =>
  Object.values(moves)
    .filter((move) => move.from.some((each) => each === from))
    .map((move) => move.to)

test('every status is reached from a draft', () => {
  const reached = new Set<string>(['draft'])
  for (const status of reached) for (const to of next(status)) reached.add(to)
  expect([...reached].sort()).toEqual([...productStatuses].sort())
})

test('no status is a dead end', () => {
  for (const status of productStatuses) expect(next(status), status).not.toEqual([])
})

test('only a reviewer puts a product that was never listed into the market', () => {
  const intoMarket = Object.entries(moves).filter(([, move]) => move.to === 'listed')
  expect(intoMarket.map(([name, move]) => [name, move.by, move.from])).toEqual([
    ['approve', 'reviewer', ['in_review']],
    ['relist', 'seller', ['withdrawn']],
  ])
})
