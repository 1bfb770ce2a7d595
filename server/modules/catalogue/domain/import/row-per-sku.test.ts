import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { ProductDraft } from '#shared/catalogue/product.ts'
import { good, head, line, list, type Row } from './fixture-list.ts'
import { bytesOf, faults, importFile, vocabulary } from './fixtures.ts'
import { readRows } from './read-rows.ts'

describe('a list with a row per SKU', () => {
  test('a clean style becomes a whole product', async () => {
    const run = await list(...good)
    expect(run.assembly.rows.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'ok'])
    const [product] = run.assembly.products
    expect(product?.draft).toMatchObject({
      styleNo: 'K1',
      categoryId: 'sweatshirts',
      title: { zh: '加绒儿童卫衣', en: '' },
      attributes: {
        composition: [
          {
            part: '面料',
            fibres: [
              { fibre: '棉', percent: 80 },
              { fibre: '聚酯纤维', percent: 20 },
            ],
          },
        ],
        safety_class: 'a',
        season: ['autumn', 'winter'],
      },
      unit: 'piece',
      quoteMode: 'by-quantity',
      tiers: [
        { minQuantity: 10, unitPrice: 3650 },
        { minQuantity: 100, unitPrice: 3300 },
      ],
      moq: 10,
      origin: { country: 'CN', place: { zh: '福建石狮', en: '' } },
    })
    expect(product?.draft.skus).toHaveLength(4)
    expect(product?.draft.skus[0]).toMatchObject({
      colour: { zh: '雾蓝', en: 'Misty blue' },
      size: '90',
      stock: 240,
      weightGrams: 260,
    })
    expect(product?.imageNames).toEqual(['K1-雾蓝.jpg'])
    expect(product?.draft.description.zh).not.toContain('A-03')
  })

  test.each<[string, Row, string[], string | undefined]>([
    ['a negative price', { price: '－12.5' }, ['K4 error price-negative'], undefined],
    ['a price to be agreed', { price: '面议' }, ['K4 error price-negotiable'], undefined],
    ['no price', { price: '' }, ['K4 error price-missing'], undefined],
    ['a price in full-width digits', { price: '３６．５０' }, ['K4 warning full-width'], '36.50'],
    ['a price with a currency sign', { price: '￥36.5' }, ['K4 warning read-as'], '36.50'],
    ['another price than its style', { price: '28.50' }, ['K4 error differs-in-style'], '36.50'],
    ['a quantity price above the base price', { tier: '99' }, ['L4 error tier-not-falling'], '33.00'],
    ['no quantity price', { tier: '' }, ['L4 error tier-price-missing'], '33.00'],
    ['plenty in stock', { stock: '充足' }, ['N4 error stock-not-a-number'], undefined],
    ['a minimum in words', { moq: '10件起' }, ['J4 warning read-as'], '10'],
    ['fibres of 110 %', { fibres: '95%棉 15%氨纶' }, ['F4 error composition-not-100'], undefined],
    ['another safety class', { safety: 'C类' }, ['G4 error differs-in-style'], 'GB 31701 A类'],
    ['no size', { size: '' }, ['E4 error size-missing'], undefined],
    ['two sizes', { size: '100/110' }, ['E4 error size-several'], undefined],
    ['no colour', { colour: '' }, ['D4 error colour-missing'], undefined],
    [
      'a colour in another spelling',
      { colour: '雾蓝色', size: '130' },
      ['D4 warning colour-renamed'],
      '雾蓝',
    ],
    ['the same cell twice', { size: '90', stock: '5' }, ['E4 error duplicate-sku'], undefined],
    ['no style number', { style: '' }, ['A4 error missing'], 'K1'],
    ['a formula error', { stock: '#REF!' }, ['N4 error formula-error'], undefined],
  ])('%s is named at its cell', async (_, row, expected, suggestion) => {
    const [first = {}, second = {}, third = {}, fourth = {}] = good
    const run = await list(first, second, { ...third, ...row }, fourth, { colour: '燕麦', size: '90' })
    expect(faults(run, 4)).toEqual(expected)
    const problem = run.assembly.rows
      .find(({ row: at }) => at === 4)
      ?.cells.find(({ level }) => level !== 'note')
    expect(problem?.suggestion).toBe(suggestion)
    const left = expected.some((fault) => fault.includes(' error '))
    expect(run.assembly.products[0]?.draft.skus).toHaveLength(left ? 4 : 5)
    for (const other of [2, 3, 5, 6]) expect(faults(run, other)).toEqual([])
  })

  test('the size that a colour lacks is proposed', async () => {
    const run = await list(
      ...good,
      { colour: '燕麦', size: '90' },
      { colour: '燕麦', size: '100' },
      { colour: '燕麦', size: '' },
      { colour: '燕麦', size: '120' },
    )
    expect(run.assembly.rows.find(({ row }) => row === 8)?.cells[0]).toMatchObject({
      code: 'size-missing',
      suggestion: '110',
    })
  })

  test('a row with the number of another style is sent to its own', async () => {
    const other = { style: 'K2', title: '灯芯绒束脚裤' }
    const run = await list(
      ...good,
      { ...other, size: '90' },
      { ...other, style: ' K1 ', size: '100' },
      { ...other, size: '110' },
    )
    expect(faults(run, 7)).toEqual(['A7 error style-number-of-another'])
    expect(run.assembly.rows[5]?.cells.find(({ level }) => level === 'error')?.suggestion).toBe('K2')
    expect(run.assembly.products.map(({ draft }) => [draft.styleNo, draft.skus.length])).toEqual([
      ['K1', 4],
      ['K2', 2],
    ])
  })

  test('a barcode that stands twice is named, and an identical row is ignored', async () => {
    const run = await list(
      { size: '90', code: '6901234567892' },
      { size: '100', code: '6901234567892' },
      { size: '110', code: '' },
      { size: '110', code: '' },
    )
    expect(faults(run, 3)).toEqual(['O3 error barcode-duplicate'])
    expect(run.assembly.rows[3]).toMatchObject({ state: 'ignored', cells: [{ code: 'duplicate-row' }] })
  })

  test('empty rows, totals, repeated headings, group titles and footnotes are ignored by name', async () => {
    const [first = {}, second = {}] = good
    const body = [
      head,
      '女童系列',
      line(first),
      '',
      head,
      line(second),
      '注：以上价格不含税，快递费到付。',
      line({ size: '110' }),
      '合计,,,,,,,,,,,,,480',
    ]
    const run = await importFile(bytesOf(body.join('\n')))
    expect(
      run.assembly.rows.map(({ state, cells }) => (state === 'ignored' ? cells[0]?.code : state)),
    ).toEqual([
      'row-group-title',
      'ok',
      'row-empty',
      'row-repeated-header',
      'ok',
      'row-footnote',
      'ok',
      'row-subtotal',
    ])
  })

  test('values written in a style’s first row hold for the rows below, also after going on in the middle', async () => {
    const csv =
      '款号,品名,颜色,尺码,单价,库存\nK1,儿童卫衣,红色,90,20,1\n,,,100,,2\n,,蓝色,90,,3\nK2,儿童长裤,黑色,90,30,4\n,,,100,,5\n'
    const run = await importFile(bytesOf(csv))
    expect(
      run.assembly.products.map(({ draft }) =>
        draft.skus.map((sku) => `${sku.colour.zh}${sku.size}=${sku.stock}`),
      ),
    ).toEqual([
      ['红色90=1', '红色100=2', '蓝色90=3'],
      ['黑色90=4', '黑色100=5'],
    ])
    const all = [...readRows(run.sheet, run.layout, run.mapping, vocabulary, { today: '2026-11-23' })]
    for (const from of [2, 3, 4, 5, 6]) {
      const rest = [
        ...readRows(run.sheet, run.layout, run.mapping, vocabulary, { today: '2026-11-23', fromRow: from }),
      ]
      expect(rest).toEqual(all.filter(({ row }) => row >= from))
    }
  })

  test('prices by SKU stay with their SKUs, and an odd one is shown', async () => {
    const csv =
      '款号,品名,尺码,单价,库存\nK1,儿童卫衣,90,20,1\nK1,儿童卫衣,100,20,1\nK1,儿童卫衣,110,22,1\nK1,儿童卫衣,120,40,1\n'
    const run = await importFile(bytesOf(csv))
    expect(run.assembly.products[0]?.draft).toMatchObject({
      quoteMode: 'by-sku',
      skus: [{ unitPrice: 2000 }, { unitPrice: 2000 }, { unitPrice: 2200 }, { unitPrice: 4000 }],
    })
    expect(faults(run, 5)).toEqual(['D5 warning price-outlier'])
  })
})

test('when a quarter of a style’s rows name other prices, each SKU keeps its own and the quantity prices are left out', async () => {
  const run = await list(
    { size: '80' },
    { size: '90' },
    { size: '100', price: '39' },
    { size: '110', price: '39' },
  )
  expect(run.assembly.rows.some(({ state }) => state === 'error')).toBe(false)
  const [product] = run.assembly.products
  expect(product?.draft.quoteMode).toBe('by-sku')
  expect(product?.draft.skus.map(({ unitPrice }) => unitPrice)).toEqual([3650, 3650, 3900, 3900])
  expect(product?.problems.map(({ code }) => code)).toEqual(['tiers-by-sku'])
})

test('minimum orders that differ are told once for the style; of equally common ones the higher holds', async () => {
  const run = await list(
    { size: '80', moq: '5' },
    { size: '90', moq: '20' },
    { size: '100', moq: '12' },
    { size: '110', moq: '120' },
  )
  expect(run.assembly.products[0]?.draft).toMatchObject({
    moq: 120,
    tiers: [{ minQuantity: 120, unitPrice: 3300 }],
  })
  expect(run.assembly.rows.flatMap(({ cells }) => cells.map(({ code }) => code))).toEqual([
    'style-values-mixed',
  ])
})

const wild = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('', '90', '面议', '断码', '１２', '合计', '100%棉', '#REF!', '红色', '-1', 'K1'),
)
property.prop([fc.array(fc.array(wild, { maxLength: 20 }), { maxLength: 12 })], { numRuns: 60 })(
  'whatever stands in the cells, every row is judged once and every product is valid',
  async (rows) => {
    const body = rows.map((row) =>
      row.map((cell) => `"${cell.replaceAll('"', '""').replaceAll('\0', '')}"`).join(','),
    )
    const run = await importFile(bytesOf([head, ...good.map((row) => line(row)), ...body].join('\n')))
    const numbers = run.assembly.rows.map(({ row }) => row)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers.length).toBe(run.layout.endRow - run.layout.firstDataRow)
    for (const { draft } of run.assembly.products) expect(ProductDraft.parse(draft)).toEqual(draft)
  },
)

test('a list of the greatest allowed length is read and made into products whole', async () => {
  const sizes = ['80', '90', '100', '110', '120']
  const rows = Array.from({ length: 49_999 }, (_, index) =>
    line({
      style: `S${Math.floor(index / 50)}`,
      colour: `色${Math.floor(index / 5) % 10}`,
      size: sizes[index % 5] ?? '',
    }),
  )
  const run = await importFile(bytesOf([head, ...rows].join('\n')))
  expect(run.assembly.products).toHaveLength(1000)
  expect(run.assembly.rows.some(({ state }) => state === 'error')).toBe(false)
}, 120_000)
