import { describe, expect, test } from 'vitest'
import {
  allCategories,
  attributesOf,
  categoryById,
  childrenOf,
  guessCategory,
  leavesOf,
  pathOf,
} from './categories.ts'
import { Category } from './category.ts'
import { units } from './product.ts'

const leaves = leavesOf(null)

describe('the category trees', () => {
  test('every category has the shape of one', () => {
    for (const category of allCategories)
      expect(Category.safeParse(category).error, category.id).toBeUndefined()
  })

  test('ids are unique, and every parent stands before its children and is no leaf', () => {
    const seen = new Set<string>()
    for (const category of allCategories) {
      expect(seen.has(category.id), category.id).toBe(false)
      if (category.parentId !== null) {
        expect(seen.has(category.parentId), category.id).toBe(true)
        expect(categoryById(category.parentId)?.leaf).toBe(false)
      }
      seen.add(category.id)
    }
  })

  test('every name is there in both languages, and Chinese stays out of the English ones', () => {
    const names = allCategories.flatMap((category) => [
      category.name,
      ...category.attributes.flatMap((attribute) => [
        attribute.name,
        ...(attribute.options ?? []).filter(({ value }) => !/^\d+$/.test(value)).map((option) => option.name),
      ]),
    ])
    for (const name of names) {
      expect(name.zh).not.toBe('')
      expect(name.en, name.zh).not.toBe('')
      expect(name.en).not.toMatch(/\p{Script=Han}/u)
    }
  })

  test('a choice has options with unique values, and nothing else has options', () => {
    for (const category of allCategories) {
      for (const attribute of category.attributes) {
        const values = (attribute.options ?? []).map(({ value }) => value)
        const isChoice = attribute.type === 'choice' || attribute.type === 'choices'
        expect(values.length > 1, `${category.id} ${attribute.key}`).toBe(isChoice)
        expect(new Set(values).size, `${category.id} ${attribute.key}`).toBe(values.length)
      }
    }
  })

  test('siblings have different names, and every leaf has sale units that exist', () => {
    for (const parent of [null, ...allCategories.map(({ id }) => id)]) {
      const names = childrenOf(parent).map(({ name }) => name.zh)
      expect(new Set(names).size).toBe(names.length)
    }
    for (const leaf of leaves) {
      expect(leaf.units.length).toBeGreaterThan(0)
      expect(leaf.units.every((unit) => units.some((known) => known === unit))).toBe(true)
      expect(new Set(leaf.sizes.map(({ code }) => code)).size).toBe(leaf.sizes.length)
    }
  })

  test('a rule binds only goods that have the attributes it reads', () => {
    const reads = {
      'composition-sums': ['composition'],
      'gb31701-childrens-textiles': [
        'safety_class',
        'infant_mark',
        'next_to_skin',
        'neck_cord',
        'age_range',
        'standard',
      ],
      'gb30585-childrens-shoes': ['age_range', 'detachable_parts', 'standard'],
      'test-report': ['standard'],
    }
    for (const leaf of leaves) {
      const keys = attributesOf(leaf).map(({ key }) => key)
      for (const rule of leaf.rules)
        expect(keys, `${leaf.id} ${rule}`).toEqual(expect.arrayContaining(reads[rule]))
    }
  })

  test("children's wear is bound by GB 31701 and children's shoes by GB 30585, and nothing else is", () => {
    const bound = (rule: string) =>
      new Set(
        leaves
          .filter((leaf) => leaf.rules.some((each) => each === rule))
          .map((leaf) => pathOf(leaf.id)[0]?.id),
      )
    expect(bound('gb31701-childrens-textiles')).toEqual(new Set(['childrens-wear']))
    expect(
      leaves.filter((leaf) => leaf.rules.includes('gb30585-childrens-shoes')).map((leaf) => leaf.id),
    ).toEqual(leavesOf('childrens-shoes').map((leaf) => leaf.id))
  })
})

describe('lookups', () => {
  test('a path leads from the root to the category', () => {
    expect(pathOf('rompers').map(({ id }) => id)).toEqual(['childrens-wear', 'infants-wear', 'rompers'])
    expect(pathOf('no-such')).toEqual([])
  })

  test('leaves of a branch are below it, a leaf is its own', () => {
    expect(leavesOf('childrens-outerwear').map(({ id }) => id)).toContain('childrens-down-jackets')
    expect(leavesOf('rompers').map(({ id }) => id)).toEqual(['rompers'])
  })

  test('attributes are inherited, and a child replaces what it defines again', () => {
    const rompers = attributesOf('rompers')
    expect(rompers.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['fabric', 'safety_class', 'split_crotch', 'sleeve']),
    )
    expect(rompers.filter(({ key }) => key === 'age_range')).toHaveLength(1)
    expect(
      rompers.find(({ key }) => key === 'age_range')?.options?.every(({ value }) => value.startsWith('m')),
    ).toBe(true)
    const gender = attributesOf('childrens-sandals').find(({ key }) => key === 'gender')
    expect(gender?.options?.map(({ value }) => value)).toEqual(['boy', 'girl', 'unisex'])
  })

  test('every leaf of wear, shoes and bags offers at least five facets to filter by', () => {
    for (const root of ['childrens-wear', 'shoes', 'bags', 'apparel']) {
      for (const leaf of leavesOf(root))
        expect(attributesOf(leaf).filter((each) => each.facet).length, leaf.id).toBeGreaterThanOrEqual(5)
    }
  })
})

describe('guessCategory', () => {
  test.each([
    ['纯棉碎花婴幼儿连体衣', 'rompers'],
    ['宝宝爬服春秋款', 'rompers'],
    ['Cotton baby onesie', 'rompers'],
    ['纯棉字母儿童T恤', 'childrens-t-shirts'],
    ['加绒儿童卫裤', 'childrens-sports-trousers'],
    ['双面德绒儿童家居服', 'childrens-nightwear'],
    ['华夫格儿童羽绒服', 'childrens-down-jackets'],
    ['空气层女童连衣裙', 'girls-dresses'],
    ['新生彩棉初衣礼盒（婴童）', 'newborn-gift-sets'],
    ['Sleek Grey and Blue Womens Running Shoes', 'running-shoes'],
    ["Men's Black Dynamic Trail Running Shoes", 'hiking-shoes'],
    ['Classic Metallic Silver Womens Casual Walking Shoes', 'walking-shoes'],
    ['Elegant Red Stiletto High Heels', 'womens-heels'],
    ['Classic Red Leather Pumps', 'womens-pumps'],
    ["Women's Black Platform Canvas Sneakers", 'canvas-shoes'],
    ["Men's Brown Suede Chelsea Boots", 'ankle-boots'],
    ["Men's Tan Leather Desert Boots", 'work-boots'],
    ["Women's Black Leather Knee-High Boots", 'tall-boots'],
    ["Men's Black Leather Dress Oxfords", 'leather-shoes'],
    ['Metallic Gold Strappy Evening Sandals', 'sandals'],
    ["Women's Metallic Gold Evening Clutch", 'clutches'],
    ['Olive Green Canvas Duffle Bag', 'travel-bags'],
    ["Men's Brown Leather Messenger Bag", 'shoulder-bags'],
    ["Men's Black Leather Bifold Wallet", 'wallets'],
    ['Black Leather Executive Laptop Bag', 'briefcases'],
    ["Men's Carbon Fiber Sports Chronograph", 'watches'],
    ["Women's Teal Yoga Mat with Carrying Strap", 'outdoor'],
    ["Women's Purple Reversible Workout Headband", 'hair-accessories'],
  ])('%s', (title, id) => {
    const found = guessCategory(title)?.id
    if (id === 'leather-shoes') expect(pathOf(found ?? '').map((each) => each.id)).toContain(id)
    else expect(found).toBe(id)
  })

  test.each(
    '锅具 餐具 炒货 小食 食材 冲饮 杯壶 毛巾 布艺软装 袜子 户外 口罩 围巾件套 被枕 床品件套 拖鞋 清洁保鲜 功能厨具 茶具咖啡具 糖巧 糕点 灯具 收纳 单肩包 日用清洁 内衣 内裤 地垫 双肩包 妈咪 床垫 家饰 功能箱包 雨具 文具 靴 美妆 护发 香薰 刀剪砧板 家居服 家具 T恤 宠物 出行用品 面部护理 婴童洗护 寝居 玩具 喂养 配饰 外衣 衬衫 节日礼盒 数码 厨房小电 茗茶 果干 丝袜 童车童椅 卫衣 毛衣 裤装 肉制品 夏凉 眼镜 汽车用品 调味'.split(
      ' ',
    ),
  )('a general store finds a leaf for its shelf %s', (shelf) => {
    expect(guessCategory(shelf)?.leaf).toBe(true)
  })

  test('stays within the branch it is given, and says nothing when no word fits', () => {
    expect(guessCategory('纯棉卫衣', 'apparel')?.id).toBe('sweatshirts')
    expect(guessCategory('qwerty')).toBeUndefined()
    expect(guessCategory('competent')).toBeUndefined()
  })
})
