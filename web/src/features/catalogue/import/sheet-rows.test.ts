import { describe, expect, it } from 'vitest'
import type { CellProblem, ColumnMapping } from '#shared/catalogue/import.ts'
import {
  cellAddress,
  countByCode,
  fold,
  gravest,
  type SheetRow,
  sameFaults,
  stops,
  telling,
} from './sheet-rows.ts'

const cell = (
  column: number,
  suggestion?: string,
  code: CellProblem['code'] = 'full-width',
): CellProblem => ({
  column,
  level: 'error',
  code,
  facts: {},
  ...(suggestion === undefined ? {} : { suggestion }),
})
const row = (number: number, written: string[], cells: CellProblem[]): SheetRow => ({
  row: number,
  state: 'error',
  cells,
  written,
})

const rows = [
  row(17, ['KT', '３９．８'], [cell(1, '39.8')]),
  row(18, ['KT', '３９．８'], [cell(1, '39.8')]),
  row(19, ['KT', '充足'], [cell(1, undefined, 'stock-not-a-number')]),
  row(140, ['KZ', '２８．８'], [cell(1, '28.8')]),
]

describe('the preview of a list', () => {
  it('folds good rows between those that need a look, before and after too', () => {
    expect(fold(rows, 2, 150).map((one) => (one.kind === 'fold' ? [one.from, one.to] : one.row.row))).toEqual(
      [[2, 16], 17, 18, 19, [20, 139], 140, [141, 150]],
    )
    expect(fold([], 2, 1)).toEqual([])
  })
  it('names cells as the spreadsheet does', () => {
    expect([
      cellAddress(17, 5),
      cellAddress(2, 25),
      cellAddress(2, 26),
      cellAddress(9, 701),
      cellAddress(9, 702),
    ]).toEqual(['F17', 'Z2', 'AA2', 'ZZ9', 'AAA9'])
  })
  it('mends the same fault elsewhere in the column, by its own suggestion where something else was written', () => {
    const picked = { row: 17, column: 1, problem: cell(1, '39.8') }
    expect(sameFaults(rows, picked, '40.00')).toEqual([
      { row: 18, column: 1, value: '40.00' },
      { row: 140, column: 1, value: '28.8' },
    ])
  })
  it('leaves alone what nobody can mend for the seller', () => {
    const picked = { row: 19, column: 1, problem: cell(1, undefined, 'stock-not-a-number') }
    expect(sameFaults(rows, picked, '0')).toEqual([])
  })
  it('counts reasons and walks from one to the next in reading order', () => {
    expect(countByCode(rows).map(({ code, count }) => [code, count])).toEqual([
      ['full-width', 3],
      ['stock-not-a-number', 1],
    ])
    expect(stops(rows).map((one) => one.row)).toEqual([17, 18, 19, 140])
  })
  it('shows an error of a cell before its warning, and stops there once', () => {
    const warning: CellProblem = { ...cell(1), level: 'warning' }
    const error = cell(1, '31.60', 'differs-in-style')
    expect(gravest([warning, error], 1)).toBe(error)
    expect(stops([row(16, ['HT', '２８'], [warning, error])]).map(({ problem }) => problem)).toEqual([error])
  })
  it('folds columns that tell nothing', () => {
    const columns = (['styleNo', 'price', 'origin', 'season'] as const).map(
      (field, column): ColumnMapping => ({
        column,
        header: field,
        target: { field },
        confidence: 1,
        samples: [],
        fillDown: false,
      }),
    )
    const troubled = [row(2, ['A', '1', '福建', '雨季'], [cell(3, undefined, 'season-unknown')])]
    expect(telling(columns, troubled).map(({ header }) => header)).toEqual(['styleNo', 'price', 'season'])
  })
})
