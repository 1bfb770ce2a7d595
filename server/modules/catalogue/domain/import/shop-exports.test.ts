import { describe, expect, test } from 'vitest'
import { allCategories, attributesOf } from '#shared/catalogue/categories.ts'
import type { ProductDraft } from '#shared/catalogue/product.ts'
import { bytesOf, faults, importFile, type Run } from './fixtures.ts'
import { rejectedRowsFile } from './rejected-rows.ts'
import { categoryFinder, type Vocabulary } from './vocabulary.ts'

const words = (carried: readonly string[] = []): Vocabulary => ({
  categories: allCategories.map((category) => ({ ...category, attributes: attributesOf(category.id) })),
  currency: 'CNY',
  carried,
})

type Goods = { name: string; category: readonly string[]; attributes?: readonly (readonly string[])[] }
const exported = (goods: readonly Goods[], carried: readonly string[] = []): Promise<Run> =>
  importFile(
    bytesOf(
      JSON.stringify({
        goods: goods.map((each, index) => ({
          id: String(1000 + index),
          unit: '件',
          price: '59.00',
          attributes: [],
          specifications: { 规格: ['标准'] },
          skus: [{ specs: ['标准'], price: '59.00', stock: 7 }],
          ...each,
        })),
      }),
    ),
    'goods.json',
    words(carried),
  )
const draftOf = (run: Run, styleNo: string): ProductDraft | undefined =>
  run.assembly.products.find(({ draft }) => draft.styleNo === styleNo)?.draft

describe('a shop system’s export', () => {
  const quilt = ['居家', '被枕']
  test('fibres that stand under several names become the parts of one composition', async () => {
    const run = await exported([
      {
        name: '羽绒枕',
        category: quilt,
        attributes: [
          ['面料成分', '100%棉'],
          ['填充成分', '20%白鸭绒+80%白鹅毛片'],
        ],
      },
      {
        name: '四件套',
        category: ['居家', '床品件套'],
        attributes: [['材质', '外壳：100% 纯棉  内充：100% 聚酯纤维']],
      },
      { name: '夏凉被', category: ['居家', '夏凉'], attributes: [['面料', '100%棉']] },
    ])
    const parts = (styleNo: string) => draftOf(run, styleNo)?.attributes.composition
    expect(parts('1000')).toEqual([
      { part: '面料', fibres: [{ fibre: '棉', percent: 100 }] },
      {
        part: '填充物',
        fibres: [
          { fibre: '白鸭绒', percent: 20 },
          { fibre: '白鹅毛片', percent: 80 },
        ],
      },
    ])
    expect(parts('1001')).toMatchObject([{ part: '外壳' }, { part: '填充物' }])
    expect(parts('1002')).toMatchObject([{ part: '面料' }])
  })

  test('a material without percentages is kept in the description and told; one that cannot be read keeps the row out', async () => {
    const run = await exported([
      { name: '记忆枕', category: quilt, attributes: [['填充成分', '聚氨酯']] },
      { name: '驼绒被', category: quilt, attributes: [['填充物', '60%、90%驼绒/40%、10%驼毛']] },
      { name: '棉枕', category: quilt, attributes: [['填充物', '100%棉']] },
      { name: '棉被', category: quilt, attributes: [['填充物', '100%棉']] },
      { name: '餐桌', category: ['居家', '家具'], attributes: [['材质', '北美白橡木']] },
      { name: '玻璃花瓶', category: ['居家', '家饰'], attributes: [['材质', '玻璃']] },
    ])
    expect(draftOf(run, '1000')?.description.zh).toContain('填充成分：聚氨酯')
    expect(run.assembly.rows.map(({ state }) => state)).toEqual(['warning', 'error', 'ok', 'ok', 'ok', 'ok'])
    expect(run.assembly.rows[1]?.cells.map(({ code }) => code)).toContain('composition-unreadable')
    expect(draftOf(run, '1004')?.description.zh).toContain('材质：北美白橡木')
    expect(draftOf(run, '1005')?.attributes.material).toBe('glass')
  })

  test('an attribute under another name is the same attribute, where no product has both', async () => {
    const run = await exported([
      { name: '盖毯', category: ['居家', '床品件套'], attributes: [['产品标准', 'FZ/T 61001']] },
      { name: '床笠', category: ['居家', '床品件套'], attributes: [['执行标准', 'GB/T 22797']] },
      { name: '坐垫', category: ['居家', '布艺软装'], attributes: [['规格', '45*45cm']] },
    ])
    expect(draftOf(run, '1000')?.attributes.standard).toBe('FZ/T 61001')
    expect(draftOf(run, '1001')?.attributes.standard).toBe('GB/T 22797')
    expect(draftOf(run, '1002')?.attributes.dimensions).toBe('45*45cm')
  })

  test('an unknown option is kept in the description', async () => {
    const attributes = [['适用床尺寸', '1.5米+1.8米通用']]
    const run = await exported([{ name: '四件套', category: ['居家', '床品件套'], attributes }])
    expect(run.assembly.rows[0]?.cells.map(({ code }) => code)).toContain('option-unknown')
    expect(draftOf(run, '1000')?.description.zh).toContain('适用床尺寸：1.5米+1.8米通用')
  })

  test('several colours with one stock are no colour of the SKU, and a standard’s number is no colour at all', async () => {
    const run = await exported([
      { name: '抱枕', category: ['居家', '布艺软装'], attributes: [['颜色', '红色/ 黄色/ 蓝色']] },
      { name: '坐垫', category: ['居家', '布艺软装'], attributes: [['颜色', 'GB/T 28495-2012']] },
      { name: '腰靠', category: ['居家', '布艺软装'], attributes: [['颜色', '妖姬蓝']] },
    ])
    expect(draftOf(run, '1000')).toMatchObject({
      skus: [{ colour: { zh: '', en: '' }, size: '标准', stock: 7 }],
    })
    expect(draftOf(run, '1000')?.description.zh).toContain('颜色：红色/ 黄色/ 蓝色')
    const codes = run.assembly.rows.map((row) => row.cells.map(({ code, level }) => `${level} ${code}`))
    expect(codes).toEqual([
      ['warning colour-several'],
      ['error colour-unreadable'],
      ['warning colour-unlisted'],
    ])
    expect(run.assembly.rows[1]?.cells[0]?.suggestion).toBe('')
  })
})

test('rejected goods of such an export come back as a table and are read in full', async () => {
  const many = [
    '工艺',
    '里程',
    '朵数',
    '配色',
    '型号',
    '搭扣',
    '长度',
    '根数',
    '鲜花',
    '涂漆',
    '数量',
    '颈圈',
  ].map((name) => [name, `${name}一`])
  const goods = [
    {
      name: '驼绒被',
      category: ['居家', '被枕'],
      attributes: [['填充物', '60%、90%驼绒'], ['产地', '江苏南通'], ...many],
    },
    { name: '棉被', category: ['居家', '被枕'], attributes: [['填充物', '100%棉']] },
  ]
  const run = await exported(goods)
  expect(run.assembly.products).toHaveLength(1)
  const file = new TextDecoder().decode(rejectedRowsFile(run.sheet, run.layout, run.assembly.rows, 'zh'))
  const back = await importFile(bytesOf(file.replace('60%、90%驼绒', '100%驼绒')), 'rejected.csv', words())
  expect(back.mapping.signature).toBe(run.mapping.signature)
  expect(back.assembly.products[0]?.draft).toMatchObject({
    styleNo: '1000',
    attributes: { composition: [{ part: '填充物', fibres: [{ fibre: '驼绒', percent: 100 }] }] },
    origin: { place: { zh: '江苏南通' } },
    skus: [{ stock: 7 }],
  })
  for (const [name, text] of many)
    expect(back.assembly.products[0]?.draft.description.zh).toContain(`${name}：${text}`)
})

describe('categories', () => {
  const finder = (carried: readonly string[] = []) => categoryFinder(words(carried))
  test('the other words of a path tell equal names apart', () => {
    expect(finder().byWords('服装 / 内裤')?.categoryId).toBe('briefs')
    expect(finder().byWords('童装 > 儿童内衣 > 内裤')?.categoryId).toBe('childrens-briefs')
  })
  test('goods for grown-ups never fall among children’s', () => {
    expect(finder().byTitle("Women's Purple Workout Headband")?.categoryId).toBe('hair-accessories')
    expect(finder().byTitle('男士平角裤')?.categoryId).toBe('briefs')
  })
  test('of equal names the one that the market carries is meant', () => {
    expect(finder(['apparel']).byWords('T恤')?.categoryId).toBe('t-shirts')
    expect(finder(['childrens-wear']).byWords('T恤')?.categoryId).toBe('childrens-t-shirts')
  })
  test('what the market does not carry says so in each row, and is read in full all the same', async () => {
    const goods = [
      { name: '典雅四件套', category: ['居家', '床品件套'], attributes: [['材质', '100%棉']] },
      { name: '儿童T恤', category: ['童装', '儿童T恤'], attributes: [['材质', '100%棉']] },
    ]
    const run = await exported(goods, ['childrens-wear'])
    expect(faults(run, 2)).toEqual([expect.stringContaining('warning category-not-carried')])
    expect(faults(run, 3)).toEqual([])
    expect(draftOf(run, '1000')).toMatchObject({ categoryId: 'bed-linen', skus: [{ stock: 7 }] })
    expect(run.mapping.notes).toContainEqual({
      code: 'categories-not-carried',
      facts: { count: 1, words: '床品件套', wordsEn: 'Bed linen sets' },
    })
  })
})

describe('whom goods are for', () => {
  test.each([
    ['women', 'Grey Running Shoes', 'women'],
    ['shoes', "Men's Black Running Shoes", 'men'],
    ['unisex', 'Black Running Shoes', 'unisex'],
    ['跑步鞋', '男女同款跑步鞋', 'unisex'],
    ['跑步鞋', '轻便跑步鞋', undefined],
    ['女童连衣裙', '碎花连衣裙', 'girl'],
  ])('is read from %j, %j: %j', async (category, title, gender) => {
    const run = await importFile(
      bytesOf(`style,title,category,price,stock\nA1,${title},${category},59.00,5`),
      'list.csv',
      words(),
    )
    expect(run.assembly.products[0]?.draft.attributes.gender).toBe(gender)
  })
})
