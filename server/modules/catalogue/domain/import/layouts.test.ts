import { describe, expect, test } from 'vitest'
import { applyCorrections } from './corrections.ts'
import { bytesOf, faults, importFile, sheetXml, vocabulary, workbookOf } from './fixtures.ts'
import { readRows } from './read-rows.ts'

describe('a stock sheet with sizes across columns', () => {
  const rows = [
    ['某某童装 2026秋冬 现货表', null, null, null, null, null, null, null, null, null],
    [null],
    ['款号', '品名', '成分', '颜色', '拿货价', '混批', '包装', '库存（按尺码）', null, null, '备注'],
    [null, null, null, null, null, null, null, '90', '100', '110', null],
    ['J1', '加绒儿童卫衣', '棉98% 氨纶2%', '藕粉', 50.2, '不混', '1手=3件(90-110各1)', 12, '断码', 0, null],
    [null, null, null, '墨绿', null, null, null, 5, 6, null, '预售 12/10发'],
    ['J2', '灯芯绒束脚裤', '100%棉', '卡其', '面议', '可混批', '1手=3件(90-110各1)', 1, 2, 3, null],
    ['J3', '灯芯绒长裤', '100%棉', '卡其', 30, '可混批', '1手=4件(90-110各1)', 1, '充足', 3, null],
  ]
  const merges = [
    'A1:J1',
    'H3:J3',
    ...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'K'].map((column) => `${column}3:${column}4`),
    ...['A', 'B', 'C', 'E', 'F', 'G'].map((column) => `${column}5:${column}6`),
  ]
  const workbook = workbookOf({
    说明: sheetXml([['满300元或30件混批，补货48小时内发。质量问题7天内可退。']]),
    现货: sheetXml(rows, merges),
  })

  test('headings over two rows, merged styles and 断码 are understood; the notes sheet gives terms', async () => {
    const run = await importFile(workbook, 'stock.xlsx')
    expect(run.layout).toMatchObject({
      kind: 'size-matrix',
      headerRows: [2, 3],
      sizeColumns: [{ size: '90' }, { size: '100' }, { size: '110' }],
    })
    const [product] = run.assembly.products
    expect(product?.draft).toMatchObject({
      styleNo: 'J1',
      packSize: 3,
      packNote: { zh: '90–110 各 1' },
      moq: 3,
      mixedBatch: false,
      leadTimeDays: 17,
      tiers: [{ minQuantity: 3, unitPrice: 5020 }],
    })
    expect(product?.draft.skus.map(({ colour, size, stock }) => `${colour.zh}${size}=${stock}`)).toEqual([
      '藕粉90=12',
      '藕粉100=0',
      '藕粉110=0',
      '墨绿90=5',
      '墨绿100=6',
    ])
    expect(run.mapping.notes).toContainEqual({
      code: 'term-mixed-batch',
      facts: { amount: 300, quantity: 30, source: '满300元或30件混批,补货48小时内发' },
    })
    expect(run.mapping.constants.leadTimeDays).toBe(2)
  })

  test('面议, 充足 and a pack that does not add up are named; the other styles go through', async () => {
    const run = await importFile(workbook, 'stock.xlsx')
    expect(faults(run, 7)).toEqual(['E7 error price-negotiable'])
    expect(faults(run, 8)).toEqual(['G8 warning pack-count-differs', 'I8 error stock-not-a-number'])
    expect(run.assembly.products.map(({ draft }) => draft.styleNo)).toEqual(['J1'])
    expect(run.assembly.rejected.map(({ styleNo }) => styleNo)).toEqual(['J2', 'J3'])
  })

  test('correcting one cell of a merged range corrects the style', async () => {
    const run = await importFile(workbook, 'stock.xlsx')
    const corrected = applyCorrections(run.sheet, [
      { row: 6, column: 4, value: '66' },
      { row: 7, column: 4, value: '45' },
      { row: 999, column: 0, value: 'x' },
    ])
    const rows = [...readRows(corrected, run.layout, run.mapping, vocabulary, { today: '2026-11-23' })]
    expect(rows.map(({ values }) => values.price)).toEqual([6600, 6600, 4500, 3000])
    expect(run.sheet.rows[4]?.[4]?.text).toBe('50.2')
  })
})

describe('JSON of shop systems', () => {
  test('nested goods keep what the category does not know as lines of the description', async () => {
    const goods = [
      {
        id: '1',
        name: '玻璃水壶',
        brief: '耐热',
        category: ['居家', '水壶'],
        unit: '只',
        list_price: '99.00',
        price: '59.00',
        attributes: [
          ['材质', '玻璃'],
          ['产地', '江苏南通'],
          ['尺寸', '20*30cm'],
        ],
        specifications: { 规格: ['标准'] },
        skus: [{ specs: ['标准'], price: '59.00', stock: 100 }],
      },
      {
        id: '2',
        name: '不锈钢水壶',
        brief: '',
        category: ['居家', '水壶'],
        unit: '只',
        list_price: '99.00',
        price: '69.00',
        attributes: [],
        specifications: { 规格: ['1L', '2L'] },
        skus: [
          { specs: ['1L'], price: '69.00', stock: 5 },
          { specs: ['2L'], price: '89.00', stock: 6 },
        ],
      },
    ]
    const run = await importFile(
      bytesOf(JSON.stringify({ categories: [{ id: 1, name: '居家' }], goods })),
      'goods.json',
    )
    expect(run.layout.kind).toBe('json-objects')
    expect(run.assembly.rows.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok'])
    expect(run.assembly.products[0]?.draft).toMatchObject({
      styleNo: '1',
      categoryId: 'kettles',
      description: { zh: '耐热\n材质：玻璃\n尺寸：20*30cm' },
      origin: { place: { zh: '江苏南通' } },
      tiers: [{ unitPrice: 5900 }],
    })
    expect(run.assembly.products[1]?.draft).toMatchObject({
      quoteMode: 'by-sku',
      skus: [
        { size: '1L', stock: 5, unitPrice: 6900 },
        { size: '2L', stock: 6, unitPrice: 8900 },
      ],
    })
  })

  test('a flat English list has its apostrophes, minor units and categories by title', async () => {
    const shoes = [3499, 4299, 5199].map((price, index) => ({
      title: `Grey Womens Running Shoes ${index}`,
      description: 'Light.',
      category: 'women',
      color: 'Grey and Blue',
      price,
      file_name: `${index}.png`,
    }))
    const run = await importFile(bytesOf(JSON.stringify(shoes)), 'shoes.json')
    expect(run.assembly.products.map(({ draft }) => draft.tiers[0]?.unitPrice)).toEqual([3499, 4299, 5199])
    expect(run.assembly.products[0]?.draft).toMatchObject({
      title: { zh: '', en: "Grey Women's Running Shoes 0" },
      categoryId: 'trainers',
      unit: 'pair',
      description: { zh: '', en: 'Light.' },
    })
    expect(run.mapping.notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['price-in-minor-units', 'style-numbers-made', 'no-stock-column']),
    )
    const again = await importFile(bytesOf(JSON.stringify(shoes.toReversed())), 'shoes.json')
    expect(again.assembly.products.map(({ draft }) => draft.styleNo).toSorted()).toEqual(
      run.assembly.products.map(({ draft }) => draft.styleNo).toSorted(),
    )
  })
})
