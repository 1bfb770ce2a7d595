import { describe, expect, test } from 'vitest'
import { compositionProblems } from '#shared/catalogue/attribute-rules.ts'
import { allCategories, attributesOf } from '#shared/catalogue/categories.ts'
import { decodeFile } from './decode-file.ts'
import { findLayout } from './find-layout.ts'
import { bytesOf, faults, importFile, type Run, sheetXml, vocabulary, workbookOf } from './fixtures.ts'
import { guessMapping } from './guess-mapping.ts'
import { rejectedRowsFile } from './rejected-rows.ts'
import { isRefusal } from './sheet.ts'

const everyCategory = {
  currency: 'CNY' as const,
  categories: allCategories.map((category) => ({ ...category, attributes: attributesOf(category.id) })),
}
const csv = (...lines: string[]): Promise<Run> => importFile(bytesOf(lines.join('\n')))

describe('a size that a spreadsheet made a date of', () => {
  test.each([
    ['2026-05-10', '5-10'],
    ['5月10日', '5-10'],
    ['10-May', '5-10'],
    ['Oct-12', '10-12'],
  ])('%j is named, and %j proposed', async (written, size) => {
    const run = await csv(
      '款号,品名,类目,尺码,批发价,库存',
      `A1,卫衣,儿童卫衣,${written},30,5`,
      'A1,卫衣,儿童卫衣,90,30,5',
    )
    expect(faults(run, 2)).toEqual(['D2 error size-is-date'])
    expect(run.assembly.rows[0]?.cells.find(({ code }) => code === 'size-is-date')?.suggestion).toBe(size)
  })

  test('also where the file stores the date as a number', async () => {
    const rows = [
      ['款号', '品名', '类目', '尺码', '批发价', '库存'],
      ['A1', '卫衣', '儿童卫衣', '90', 30, 5],
    ]
    const dated =
      '<row r="3"><c r="A3" t="inlineStr"><is><t>A1</t></is></c><c r="B3" t="inlineStr"><is><t>卫衣</t></is></c><c r="C3" t="inlineStr"><is><t>儿童卫衣</t></is></c><c r="D3" s="1"><v>46152</v></c><c r="E3"><v>30</v></c><c r="F3"><v>5</v></c></row></sheetData>'
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    const run = await importFile(
      workbookOf({ 一: sheetXml(rows).replace('</sheetData>', dated) }, { 'xl/styles.xml': styles }),
      'list.xlsx',
    )
    expect(faults(run, 3)).toEqual(['D3 error size-is-date'])
  })
})

describe('another currency', () => {
  test('in the heading keeps every price of the column out', async () => {
    const run = await csv('款号,品名,类目,单价(美元),库存', 'A1,卫衣,儿童卫衣,5.50,5')
    expect(faults(run, 2)).toEqual(['D2 error price-currency'])
  })
  test('in a column of its own keeps its row out', async () => {
    const run = await csv(
      '款号,品名,类目,单价,币种,库存',
      'A1,卫衣,儿童卫衣,5.50,USD,5',
      'A2,卫衣,儿童卫衣,36,人民币,5',
    )
    expect(faults(run, 2)).toEqual(['E2 error price-currency'])
    expect(faults(run, 3)).toEqual([])
  })
  test('in the cell is named with it', async () => {
    const run = await csv(
      '款号,品名,类目,单价(元),库存',
      'A1,卫衣,儿童卫衣,US$5.50,5',
      'A2,卫衣,儿童卫衣,￥36,5',
    )
    expect(faults(run, 2)).toEqual(['D2 error price-currency'])
    expect(run.assembly.products[0]?.draft.tiers).toEqual([{ minQuantity: 1, unitPrice: 3600 }])
  })
})

describe('a cell of colours', () => {
  test.each(['2026-05-10', 'GB/T 22849', '60%棉', '￥36', '110cm'])('%j is no colour', async (written) => {
    const run = await csv('款号,品名,类目,颜色,单价,库存', `A1,卫衣,儿童卫衣,${written},36,5`)
    expect(faults(run, 2)).toContain('D2 error colour-unreadable')
  })
  test('two colours of one SKU stay one SKU in a list with a row for each', async () => {
    const run = await csv('款号,品名,类目,颜色,单价,库存', 'A1,卫衣,儿童卫衣,黑色/红色,36,5')
    expect(run.assembly.products[0]?.draft.skus[0]?.colour).toEqual({ zh: '黑色/红色', en: 'Black/Red' })
  })
  test('a colour that nobody knows is told once for its style, and imported', async () => {
    const head = '款号,品名,类目,颜色,尺码,单价,库存'
    const run = await csv(head, 'A1,卫衣,儿童卫衣,落日熔金,90,36,5', 'A1,卫衣,儿童卫衣,落日熔金,100,36,5')
    expect([faults(run, 2), faults(run, 3)]).toEqual([['D2 warning colour-unlisted'], []])
    expect(run.assembly.products[0]?.draft.skus).toHaveLength(2)
  })
})

test('of two quantity prices the one that falls is the style’s, however few rows name it', async () => {
  const run = await csv(
    '款号,品名,类目,尺码,批发价1(起),批发价2(≥100),库存',
    'A1,卫衣,儿童卫衣,90,47.50,99.00,5',
    'A1,卫衣,儿童卫衣,100,47.50,44.18,5',
  )
  expect([faults(run, 2), faults(run, 3)]).toEqual([['F2 error tier-not-falling'], []])
  expect(run.assembly.rows[0]?.cells[0]?.suggestion).toBe('44.18')
})

test('fibres in a column for each part make one composition', async () => {
  const run = await csv(
    '款号,品名,类目,面料成分,里料成分,单价,库存',
    'A1,卫衣,儿童卫衣,100%棉,100%聚酯纤维,36,5',
  )
  expect(run.assembly.products[0]?.draft.attributes.composition).toEqual([
    { part: '面料', fibres: [{ fibre: '棉', percent: 100 }] },
    { part: '里料', fibres: [{ fibre: '聚酯纤维', percent: 100 }] },
  ])
})

test('the down content of a filling answers for filling and down content, and passes the rules of a listing', async () => {
  const list = [
    '款号,品名,类目,成分,单价,库存',
    'A1,儿童羽绒服,儿童羽绒服,面料:100%聚酯纤维 填充物:90%白鸭绒,136,5',
  ]
  const run = await importFile(bytesOf(list.join('\n')), 'list.csv', everyCategory)
  const attributes = run.assembly.products[0]?.draft.attributes ?? {}
  expect(attributes).toMatchObject({ filling: 'duck-down', down_content: 90 })
  expect(compositionProblems(attributes)).toEqual([])
})

test('the mark 婴幼儿用品 of a safety class is an answer of its own', async () => {
  const list = [
    '款号,品名,类目,安全类别,单价,库存',
    'A1,连体衣,连体衣,GB 31701 A类 婴幼儿用品,36,5',
    'A2,连体衣,连体衣,A类,36,5',
  ]
  const run = await importFile(bytesOf(list.join('\n')), 'list.csv', everyCategory)
  expect(run.assembly.products.map(({ draft }) => draft.attributes)).toMatchObject([
    { safety_class: 'A', infant_mark: true },
    { safety_class: 'A' },
  ])
  expect(run.assembly.products[1]?.draft.attributes).not.toHaveProperty('infant_mark')
})

describe('rejected rows', () => {
  test('that come back are read with the mapping of the list they were taken from', async () => {
    const run = await csv('款号,品名,类目,单价,库存,仓位', 'A1,卫衣,儿童卫衣,面议,5,B-1')
    const chosen = { ...run.mapping, constants: { ...run.mapping.constants, moq: 12 } }
    for (const locale of ['zh', 'en'] as const) {
      const bytes = rejectedRowsFile(run.sheet, run.layout, run.assembly.rows, locale)
      const file = await decodeFile(bytes, 'rejected.csv')
      const sheet = isRefusal(file) ? undefined : file.sheets[0]
      if (!sheet) throw new Error('refused')
      expect(guessMapping(sheet, findLayout(sheet), vocabulary, chosen).constants.moq).toBe(12)
    }
  })

  test.each(['=1+1', '+86', '-5', '@cmd', '\tcmd', '\rcmd', '＝1', '＋1', '－5', '＠x'])(
    'start no formula with %j, and give it back as it was',
    async (written) => {
      const run = await csv('款号,品名,类目,单价,库存', `A1,"${written}卫衣",儿童卫衣,面议,5`)
      const bytes = rejectedRowsFile(run.sheet, run.layout, run.assembly.rows, 'zh')
      const file = await decodeFile(bytes, 'rejected.csv')
      const raw = new TextDecoder().decode(bytes).split('\r\n')[1] ?? ''
      expect(/(?:^|,)"?[=+\-@\t\r＝＋－＠]/.test(raw)).toBe(false)
      expect(isRefusal(file) ? '' : file.sheets[0]?.rows[1]?.[1]?.text).toBe(`${written}卫衣`)
    },
  )

  test('hold the good rows of a style that could not be written, with the reason', async () => {
    const run = await csv('款号,品名,类目,单价,库存', 'A1,卫衣,儿童卫衣,36,5', 'A2,卫衣,儿童卫衣,38,6')
    const reasons = new Map([['A2', '正在审核']])
    const bytes = rejectedRowsFile(run.sheet, run.layout, run.assembly.rows, 'zh', reasons)
    expect(new TextDecoder().decode(bytes).trim().split('\r\n')).toEqual([
      '款号,品名,类目,单价,库存,原行号,要修改的原因',
      'A2,卫衣,儿童卫衣,38,6,3,正在审核',
    ])
  })
})
