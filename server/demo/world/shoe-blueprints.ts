import type { Localised } from '#shared/text.ts'
import type { ShoeBlueprint, Variant } from './blueprint.ts'
import { ladiesShades, leatherShades, outdoorShades, sportShades } from './palette.ts'

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
const men = range(39, 44)
const women = range(35, 40)
const children = range(26, 37)
const toddlers = range(20, 27)

const variant = (zh: string, en: string, cut: Variant['cut'], closure: string, price = 1, more: Record<string, string> = {}): Variant => ({
  words: { zh, en },
  cut,
  attributes: { closure, ...more },
  price,
})

const words = (zh: string, en: string): Localised => ({ zh, en })
const mesh = ['mesh', words('网布', 'mesh')] as const
const flyknit = ['flyknit', words('飞织', 'flyknit')] as const
const microfibre = ['microfibre', words('超纤', 'microfibre leather')] as const
const pu = ['pu', words('PU革', 'PU leather')] as const
const leather = ['leather', words('头层牛皮', 'full-grain leather')] as const
const suede = ['suede', words('反绒皮', 'suede')] as const
const canvas = ['canvas', words('帆布', 'canvas')] as const
const eva = ['eva', words('EVA', 'EVA')] as const
const plush = ['plush', words('毛绒', 'plush')] as const

const white = '#F7F2E8'
const gum = '#B98D5E'
const dark = '#3B3632'
const md = ['md', white] as const
const rubberMd = ['rubber-md', white] as const
const rubber = ['rubber', white] as const
const gumSole = ['beef-tendon', gum] as const
const darkRubber = ['rubber', dark] as const
const evaSole = ['eva', white] as const

type Seed = Omit<ShoeBlueprint, 'goods' | 'unit' | 'moq'> & Partial<Pick<ShoeBlueprint, 'moq'>>
const shoe = (seed: Seed): ShoeBlueprint => ({ goods: 'shoe', unit: 'pair', moq: [10, 20, 20, 30, 36], ...seed })
const mild = ['spring', 'autumn']
const laced = variant('系带', 'lace-up', { front: 'laces' }, 'lace-up')

const adults: readonly ShoeBlueprint[] = [
  ...(['men', 'women'] as const).map((audience) =>
    shoe({
      type: 'running-shoe', categoryId: 'running-shoes', audience, name: words(audience === 'men' ? '男跑鞋' : '女跑鞋', audience === 'men' ? "men's running shoes" : "women's running shoes"), price: [5200, 11800], sizes: audience === 'men' ? men : women, shades: sportShades,
      variants: [laced], uppers: [mesh, flyknit], soles: [md, rubberMd], season: mild, construction: 'cemented', twoTone: 0.75, hsCode: '6404110000', standard: 'GB/T 15107-2013', grams: [420, 640], attributes: { cut: 'low', functions: ['breathable', 'cushioning', 'lightweight'], ground: ['road'] },
    }),
  ),
  shoe({
    type: 'board-shoe', categoryId: 'skate-shoes', audience: 'unisex', name: words('休闲板鞋', 'skate shoes'), price: [3900, 8200], sizes: range(35, 44), shades: sportShades,
    variants: [laced], uppers: [pu, microfibre, suede], soles: [rubber, gumSole], season: mild, construction: 'cemented', twoTone: 0.8, hsCode: '6402999000', standard: 'GB/T 15107-2013', grams: [520, 780], attributes: { cut: 'low', functions: ['wear-resistant', 'anti-slip'] },
  }),
  shoe({
    type: 'basketball-shoe', categoryId: 'basketball-shoes', audience: 'men', name: words('男篮球鞋', "men's basketball shoes"), price: [7200, 14800], sizes: range(39, 45), shades: sportShades,
    variants: [variant('高帮系带', 'high-top, lace-up', { front: 'laces', shaft: 'high' }, 'lace-up')], uppers: [microfibre, mesh], soles: [rubberMd, rubber], season: mild, construction: 'cemented', twoTone: 0.9, hsCode: '6402190090', standard: 'GB/T 15107-2013', grams: [720, 980], attributes: { cut: 'high', functions: ['cushioning', 'support', 'wear-resistant'], ground: ['outdoor-court', 'indoor'] },
  }),
  shoe({
    type: 'canvas-shoe', categoryId: 'canvas-shoes', audience: 'unisex', name: words('帆布鞋', 'canvas shoes'), price: [2600, 5200], sizes: range(35, 43), shades: sportShades,
    variants: [variant('低帮系带', 'low-top, lace-up', { shaft: 'low' }, 'lace-up', 1, { cut: 'low' }), variant('高帮系带', 'high-top, lace-up', { shaft: 'high' }, 'lace-up', 1.12, { cut: 'high' })], uppers: [canvas], soles: [rubber, gumSole], season: ['spring', 'summer', 'autumn'], construction: 'vulcanised', twoTone: 0, hsCode: '6404190000', standard: 'GB/T 15107-2013', grams: [480, 720], attributes: { functions: ['breathable', 'wear-resistant'] },
  }),
  shoe({
    type: 'hiking-shoe', categoryId: 'hiking-shoes', audience: 'unisex', name: words('徒步登山鞋', 'hiking shoes'), price: [7800, 15800], sizes: range(36, 45), shades: outdoorShades,
    variants: [variant('中帮系带', 'mid cut, lace-up', { front: 'laces' }, 'lace-up')], uppers: [suede, mesh, microfibre], soles: [darkRubber], season: ['autumn', 'winter'], construction: 'cemented', twoTone: 0.6, hsCode: '6403990090', standard: 'GB/T 15107-2013', grams: [760, 1080], attributes: { cut: 'mid', functions: ['anti-slip', 'waterproof', 'support'], ground: ['trail'] },
  }),
  shoe({
    type: 'loafer', categoryId: 'mens-casual-leather-shoes', audience: 'men', name: words('男乐福鞋', "men's loafers"), price: [6900, 14200], sizes: men, shades: leatherShades,
    variants: [variant('横带套脚', 'penny strap, slip-on', { front: 'strap' }, 'slip-on')], uppers: [leather, microfibre, suede], soles: [['rubber', '#4A3A2E'], ['beef-tendon', gum]], season: mild, construction: 'stitched', twoTone: 0, hsCode: '6403590090', standard: 'QB/T 1002-2015', grams: [620, 840], attributes: { toe: 'round', heel_height: 'low' },
  }),
  shoe({
    type: 'oxford', categoryId: 'mens-dress-shoes', audience: 'men', name: words('男正装牛津鞋', "men's Oxford shoes"), price: [8200, 16800], sizes: men, shades: ['black', 'coffee', 'caramel', 'wine'],
    variants: [variant('三接头系带', 'cap toe, lace-up', { front: 'laces' }, 'lace-up')], uppers: [leather, microfibre], soles: [['rubber', '#4A3A2E'], ['leather', '#6B4A32']], season: mild, construction: 'goodyear', twoTone: 0, hsCode: '6403590090', standard: 'QB/T 1002-2015', grams: [700, 940], attributes: { toe: 'round', heel_height: 'low' },
  }),
  ...(['men', 'women'] as const).map((audience) =>
    shoe({
      type: 'ankle-boot', categoryId: 'ankle-boots', audience, name: words(audience === 'men' ? '男短靴' : '女短靴', audience === 'men' ? "men's ankle boots" : "women's ankle boots"), price: [7900, 15600], sizes: audience === 'men' ? men : women, shades: leatherShades,
      variants: [variant('切尔西松紧', 'Chelsea, elastic gusset', { front: 'elastic' }, 'elastic'), variant('系带', 'lace-up', { front: 'laces' }, 'lace-up', 1.05)], uppers: [leather, microfibre, suede], soles: [['rubber', '#4A3A2E'], darkRubber], season: ['autumn', 'winter'], construction: 'cemented', twoTone: 0, hsCode: '6403910090', standard: 'QB/T 1002-2015', grams: [780, 1120], attributes: { toe: 'round', heel_height: 'low', shaft_height: 'ankle', heel_shape: 'block' },
    }),
  ),
  shoe({
    type: 'sandal', categoryId: 'sandals', audience: 'women', name: words('女凉鞋', "women's sandals"), price: [3200, 6900], sizes: women, shades: ladiesShades,
    variants: [variant('露趾宽带', 'open toe, broad straps', { front: 'strap' }, 'buckle')], uppers: [pu, microfibre], soles: [evaSole, ['tpr', gum]], season: ['summer'], construction: 'cemented', twoTone: 0.3, hsCode: '6402992900', standard: 'QB/T 4546-2013', grams: [320, 460], attributes: { toe: 'open-toe', heel_height: 'low', heel_shape: 'platform' },
  }),
  shoe({
    type: 'slipper', categoryId: 'slippers', audience: 'unisex', name: words('拖鞋', 'slippers'), price: [980, 2600], sizes: ['36', '38', '40', '42', '44'], shades: sportShades, moq: [36, 60, 72],
    variants: [variant('一字凉拖', 'open slide', { front: 'open' }, 'slip-on'), variant('包头棉拖', 'closed, plush-lined', { front: 'closed' }, 'slip-on', 1.2)], uppers: [eva, plush], soles: [evaSole], season: ['all-year'], construction: 'injection', twoTone: 0.25, hsCode: '6402992900', standard: 'QB/T 2977-2008', grams: [180, 320], attributes: { functions: ['anti-slip', 'lightweight'] },
  }),
  shoe({
    type: 'heel', categoryId: 'womens-heels', audience: 'women', name: words('女高跟鞋', "women's high heels"), price: [5600, 11800], sizes: range(34, 40), shades: ladiesShades,
    variants: [variant('尖头细跟浅口', 'pointed toe, stiletto', { front: 'closed' }, 'slip-on')], uppers: [pu, leather, ['patent', words('漆皮', 'patent leather')]], soles: [['tpr', dark]], season: mild, construction: 'cemented', twoTone: 0.1, hsCode: '6403590090', standard: 'QB/T 1002-2015', grams: [420, 560], attributes: { toe: 'pointed', heel_height: 'high', heel_shape: 'stiletto' },
  }),
  shoe({
    type: 'flat', categoryId: 'womens-flats', audience: 'women', name: words('女平底单鞋', "women's ballet flats"), price: [3600, 7800], sizes: range(34, 40), shades: ladiesShades,
    variants: [variant('圆头蝴蝶结', 'round toe, bow', { front: 'closed' }, 'slip-on')], uppers: [pu, leather, suede], soles: [['tpr', '#8B6F55']], season: mild, construction: 'cemented', twoTone: 0.25, hsCode: '6403590090', standard: 'QB/T 1002-2015', grams: [300, 420], attributes: { toe: 'round', heel_height: 'flat', heel_shape: 'flat' },
  }),
]

const childrens: readonly ShoeBlueprint[] = [
  shoe({
    type: 'toddler-shoe', categoryId: 'toddler-shoes', audience: 'toddler', name: words('宝宝学步鞋', 'first walkers'), price: [2900, 5800], sizes: toddlers, shades: sportShades,
    variants: [variant('双魔术贴', 'two hook-and-loop straps', { front: 'velcro' }, 'velcro')], uppers: [mesh, microfibre, flyknit], soles: [['tpr', white], ['rubber', gum]], season: mild, construction: 'cemented', twoTone: 0.7, hsCode: '6404190000', standard: 'GB 30585-2014', grams: [180, 260], attributes: { functions: ['breathable', 'anti-slip', 'lightweight'] },
  }),
  shoe({
    type: 'running-shoe', categoryId: 'childrens-sports-shoes', audience: 'child', name: words('儿童运动鞋', "children's trainers"), price: [3600, 7200], sizes: children, shades: sportShades,
    variants: [laced], uppers: [mesh, flyknit], soles: [md, rubberMd], season: mild, construction: 'cemented', twoTone: 0.8, hsCode: '6404110000', standard: 'GB 30585-2014', grams: [300, 480], attributes: { functions: ['breathable', 'cushioning'] },
  }),
  shoe({
    type: 'board-shoe', categoryId: 'childrens-skate-shoes', audience: 'child', name: words('儿童板鞋', "children's skate shoes"), price: [3300, 6200], sizes: children, shades: sportShades,
    variants: [laced], uppers: [pu, microfibre], soles: [rubber, gumSole], season: mild, construction: 'cemented', twoTone: 0.8, hsCode: '6402999000', standard: 'GB 30585-2014', grams: [340, 520], attributes: { functions: ['wear-resistant', 'anti-slip'] },
  }),
  shoe({
    type: 'canvas-shoe', categoryId: 'childrens-canvas-shoes', audience: 'child', name: words('儿童帆布鞋', "children's canvas shoes"), price: [2300, 4200], sizes: children, shades: sportShades,
    variants: [variant('低帮系带', 'low-top, lace-up', { shaft: 'low' }, 'lace-up'), variant('高帮系带', 'high-top, lace-up', { shaft: 'high' }, 'lace-up', 1.1)], uppers: [canvas], soles: [rubber], season: ['spring', 'summer', 'autumn'], construction: 'vulcanised', twoTone: 0, hsCode: '6404190000', standard: 'GB 30585-2014', grams: [280, 440], attributes: { functions: ['breathable'] },
  }),
  shoe({
    type: 'sandal', categoryId: 'childrens-sandals', audience: 'child', name: words('儿童凉鞋', "children's sandals"), price: [2400, 4600], sizes: children, shades: sportShades,
    variants: [variant('露趾魔术贴', 'open toe, hook and loop', { front: 'velcro' }, 'velcro')], uppers: [pu, eva], soles: [evaSole], season: ['summer'], construction: 'cemented', twoTone: 0.6, hsCode: '6402992900', standard: 'GB 30585-2014', grams: [200, 320], attributes: { functions: ['anti-slip', 'quick-drying'] },
  }),
  shoe({
    type: 'ankle-boot', categoryId: 'childrens-boots', audience: 'child', name: words('儿童短靴', "children's ankle boots"), price: [4200, 7800], sizes: children, shades: leatherShades,
    variants: [variant('切尔西松紧', 'Chelsea, elastic gusset', { front: 'elastic' }, 'elastic'), variant('系带马丁', 'lace-up combat style', { front: 'laces' }, 'lace-up', 1.04)], uppers: [pu, microfibre], soles: [darkRubber], season: ['autumn', 'winter'], construction: 'cemented', twoTone: 0, hsCode: '6402910000', standard: 'GB 30585-2014', grams: [420, 640], attributes: { shaft_height: 'ankle', functions: ['warm', 'anti-slip'] },
  }),
]

/** Every kind of shoe that the shops of Jinjiang and Quanzhou make. */
export const shoeBlueprints: readonly ShoeBlueprint[] = [...adults, ...childrens]
