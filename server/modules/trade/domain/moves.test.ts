import { expect, test } from 'vitest'
import { orderMoveNames, orderStates, orderTabs, purchaseStates } from '#shared/trade/states.ts'
import { canMoveOrder, foldOrder, orderMoves, purchaseMoves } from './moves.ts'

type Table = Record<string, { from: readonly string[]; to: string }>

function reachedFrom(start: string, table: Table): string[] {
  const reached = new Set([start])
  for (let size = 0; size !== reached.size; ) {
    size = reached.size
    for (const { from, to } of Object.values(table))
      if (from.some((each) => reached.has(each))) reached.add(to)
  }
  return [...reached].sort()
}

function canEnd(state: string, table: Table, ends: readonly string[]): boolean {
  return reachedFrom(state, table).some((each) => ends.includes(each))
}

test('every state of an order and of a purchase can be reached, and every one can come to an end', () => {
  expect(reachedFrom('placed', orderMoves)).toEqual([...orderStates].sort())
  expect(reachedFrom('awaiting_payment', purchaseMoves)).toEqual([...purchaseStates].sort())
  for (const state of orderStates)
    expect(canEnd(state, orderMoves, ['completed', 'cancelled', 'expired'])).toBe(true)
})

test('nothing moves an order that has ended', () => {
  for (const end of ['completed', 'cancelled', 'expired'] as const)
    expect(orderMoveNames.filter((move) => canMoveOrder(move, end))).toEqual([])
})

test('money is released only by way of receipt, and goods that were sent cannot be cancelled', () => {
  expect(orderMoves.release.from).toEqual(['received'])
  expect(canMoveOrder('cancel', 'partly_shipped')).toBe(false)
  expect(canMoveOrder('cancel', 'shipped')).toBe(false)
})

test('every state stands under exactly one tab besides "all"', () => {
  const listed = Object.entries(orderTabs).flatMap(([tab, states]) => (tab === 'all' ? [] : states))
  expect([...listed].sort()).toEqual([...orderStates].sort())
})

test('a history folds to its state, and an illegal move is named', () => {
  expect(foldOrder(['place', 'settle', 'ship_part', 'ship_rest', 'confirm', 'release'])).toEqual({
    state: 'completed',
  })
  expect(foldOrder(['place', 'ship_rest'])).toEqual({ illegal: 'ship_rest', at: 1 })
})
