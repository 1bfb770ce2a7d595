import { describe, expect, test } from 'vitest'
import { ImportMapping, RowPreview } from '#shared/catalogue/import.ts'
import { similarCells } from './corrections.ts'
import { decodeFile } from './decode-file.ts'
import { findLayout } from './find-layout.ts'
import { good, head, line, list } from './fixture-list.ts'
import { bytesOf, faults, importFile, vocabulary } from './fixtures.ts'
import { guessMapping } from './guess-mapping.ts'
import { headerTarget } from './headers.ts'
import { mappingSignature } from './mapping-signature.ts'
import { rejectedRowsFile } from './rejected-rows.ts'
import { isRefusal } from './sheet.ts'

describe('the mapping', () => {
  test.each([
    ['批发价2(≥100)', { field: 'tierPrice', minQuantity: 100 }],
    ['价格（100-499件）', { field: 'tierPrice', minQuantity: 100 }],
    ['500件以上价', { field: 'tierPrice', minQuantity: 500 }],
    ['批发价1(起)', { field: 'price' }],
    ['建议零售价', { field: 'retailPrice' }],
    ['尺码(cm)', { field: 'size' }],
    ['供货价（含税）', { field: 'price' }],
    ['Wholesale Price', { field: 'price' }],
    ['unitPrice', { field: 'price' }],
    ['skus.stock', { field: 'stock' }],
  ])('%j is %j', (header, target) => expect(headerTarget(header)?.target).toEqual(target))

  test('an unknown column stays out and is named, so that costs or shelves are not published', async () => {
    const run = await list(...good)
    expect(run.mapping.columns.at(-1)).toMatchObject({ header: '仓位', target: { field: 'ignore' } })
    expect(run.mapping.notes).toContainEqual({ code: 'columns-unused', facts: { columns: '仓位', count: 1 } })
  })

  test('a mapping confirmed before comes back for the shop’s next list, whatever the order of its columns', async () => {
    const run = await list(...good)
    const chosen: ImportMapping = {
      ...run.mapping,
      columns: run.mapping.columns.map((column) =>
        column.header === '仓位' ? { ...column, target: { field: 'line', label: '仓位' } } : column,
      ),
      constants: { ...run.mapping.constants, moq: 7 },
    }
    const turned = (text: string): string => text.split(',').toReversed().join(',')
    const file = await decodeFile(bytesOf([head, ...good.map(line)].map(turned).join('\n')), 'next.csv')
    if (isRefusal(file) || !file.sheets[0]) throw new Error('refused')
    const layout = findLayout(file.sheets[0])
    const next = guessMapping(file.sheets[0], layout, vocabulary, chosen)
    expect(next.signature).toBe(run.mapping.signature)
    expect(next.columns[0]).toMatchObject({
      header: '仓位',
      target: { field: 'line', label: '仓位' },
      confidence: 1,
    })
    expect(next.constants.moq).toBe(7)
    expect(mappingSignature(['款号', '别的'])).not.toBe(run.mapping.signature)
  })

  test('the shapes that the contract sends are met', async () => {
    const run = await list(...good, { price: '面议' })
    expect(ImportMapping.parse(run.mapping)).toEqual(run.mapping)
    for (const row of run.assembly.rows) expect(RowPreview.parse(row)).toEqual(row)
  })
})

describe('correcting', () => {
  test('the same fault elsewhere in the column is found, each with its own proposal', async () => {
    const run = await list(
      { size: '90', price: '３６．５０' },
      { size: '100' },
      { size: '110', price: '３６．５' },
      { size: '120' },
    )
    const row = run.assembly.rows[0]
    const problem = row?.cells.find(({ code }) => code === 'full-width')
    if (!row || !problem) throw new Error('no problem')
    expect(similarCells(run.assembly.rows, { row: row.row, problem })).toEqual([
      { row: 4, column: 10, suggestion: '36.50' },
    ])
  })

  test('rejected rows come as a CSV with reasons, start no formula, and can be uploaded again', async () => {
    const run = await list(
      { size: '90' },
      { size: '100', title: '=HYPERLINK("http://x","卫衣")', style: 'K9', price: '面议' },
      { size: '110' },
    )
    const bytes = rejectedRowsFile(run.sheet, run.layout, run.assembly.rows, 'zh')
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    expect(text.startsWith('\ufeff款号,')).toBe(true)
    expect(text).toContain('K3 单价“面议”不是价格')
    expect(text.split(/[,\r\n"]/).filter((cell) => /^[=+\-@\t＝＋－＠]/.test(cell))).toEqual([])
    const back = await importFile(bytes)
    expect(back.assembly.rows[0]?.values.titleZh).toBe('=HYPERLINK("http://x","卫衣")')
    expect(back.mapping.columns.slice(-2).map(({ target }) => target.field)).toEqual(['ignore', 'ignore'])
    expect(faults(back, 2)).toEqual(['K2 error price-negotiable'])
  })
})
