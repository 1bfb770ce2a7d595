import type { Pattern } from '../drawing/spec.ts'
import { type Audience, childSizes, type GarmentBlueprint, infantSizes, toddlerSizes, type Variant } from './blueprint.ts'
import { babyShades, childShades, denimShades } from './palette.ts'

const variant = (zh: string, en: string, cut: Variant['cut'], attributes: Variant['attributes'] = {}, price = 1): Variant => ({
  words: { zh, en },
  cut,
  attributes,
  price,
})

const soft: readonly Pattern[] = ['plain', 'plain', 'stripes', 'check', 'dots', 'floral', 'bear', 'bear', 'dino', 'letters']
const onePiece: readonly Variant[] = [
  variant('长袖按扣', 'long sleeves, snap front', { sleeve: 'long', leg: 'long', front: 'snaps', collar: 'crew' }, { sleeve: 'long', closure: 'snaps', neckline: 'crew' }),
  variant('长袖双向拉链', 'long sleeves, two-way zip', { sleeve: 'long', leg: 'long', front: 'zip', collar: 'crew' }, { sleeve: 'long', closure: 'two-way-zip', neckline: 'crew' }, 1.06),
  variant('和尚领斜襟', 'kimono wrap, long sleeves', { sleeve: 'long', leg: 'long', front: 'wrap', collar: 'crew' }, { sleeve: 'long', closure: 'snaps', neckline: 'wrap' }),
  variant('娃娃领长袖', 'Peter Pan collar, long sleeves', { sleeve: 'long', leg: 'long', front: 'buttons', collar: 'peter-pan' }, { sleeve: 'long', closure: 'buttons', neckline: 'doll' }, 1.05),
  variant('熊耳连帽拉链', 'hood with bear ears, zip front', { sleeve: 'long', leg: 'long', front: 'zip', collar: 'hood', ears: true }, { sleeve: 'long', closure: 'zip', neckline: 'hooded' }, 1.32),
  variant('短袖亨利领', 'short sleeves, henley placket', { sleeve: 'short', leg: 'short', front: 'buttons', collar: 'crew', pocket: true }, { sleeve: 'short', closure: 'buttons', neckline: 'crew' }, 0.84),
  variant('无袖', 'sleeveless, snap front', { sleeve: 'none', leg: 'short', front: 'snaps', collar: 'crew' }, { sleeve: 'sleeveless', closure: 'snaps', neckline: 'crew' }, 0.76),
]

type Seed = Omit<GarmentBlueprint, 'goods' | 'sizes' | 'shades' | 'audience' | 'unit' | 'moq'> & Partial<Pick<GarmentBlueprint, 'unit' | 'moq' | 'shades' | 'sizes'>>

const sizesOf: Record<string, readonly string[]> = { infant: infantSizes, toddler: toddlerSizes, child: childSizes }

const garment = (audience: Audience, seed: Seed): GarmentBlueprint => ({
  goods: 'garment',
  audience,
  unit: 'piece',
  moq: [20, 30, 30, 50, 60],
  sizes: sizesOf[audience] ?? childSizes,
  shades: audience === 'infant' ? babyShades : childShades,
  ...seed,
})

const infants: readonly GarmentBlueprint[] = [
  garment('infant', {
    type: 'romper', categoryId: 'rompers', name: { zh: '婴儿连体衣', en: 'baby romper' }, price: [1450, 3300], variants: onePiece,
    fabrics: ['combed', 'interlock', 'organic', 'gauze', 'bamboo', 'waffle', 'dralon'], patterns: soft, hsCode: '6111200010', standard: 'FZ/T 73025-2019',
    grams: [150, 230], nextToSkin: true, rib: true, measures: [52, 26, 23],
  }),
  garment('infant', {
    type: 'bodysuit', categoryId: 'bodysuits', name: { zh: '婴儿哈衣', en: 'baby bodysuit' }, price: [980, 2100],
    variants: [
      variant('长袖圆领', 'long sleeves, crew neck', { sleeve: 'long', front: 'closed', collar: 'crew' }, { sleeve: 'long', closure: 'snaps', neckline: 'crew' }),
      variant('短袖圆领', 'short sleeves, crew neck', { sleeve: 'short', front: 'closed', collar: 'crew' }, { sleeve: 'short', closure: 'snaps', neckline: 'crew' }, 0.88),
      variant('长袖娃娃领', 'long sleeves, Peter Pan collar', { sleeve: 'long', front: 'closed', collar: 'peter-pan' }, { sleeve: 'long', closure: 'snaps', neckline: 'doll' }, 1.08),
      variant('无袖背心式', 'sleeveless vest style', { sleeve: 'none', front: 'closed', collar: 'crew' }, { sleeve: 'sleeveless', closure: 'snaps', neckline: 'crew' }, 0.78),
      variant('短袖亨利领', 'short sleeves, henley placket', { sleeve: 'short', front: 'buttons', collar: 'crew' }, { sleeve: 'short', closure: 'buttons', neckline: 'crew' }, 0.94),
    ],
    fabrics: ['combed', 'interlock', 'organic', 'gauze', 'bamboo', 'modal'], patterns: soft, hsCode: '6111200040', standard: 'FZ/T 73025-2019',
    grams: [80, 130], nextToSkin: true, rib: true, measures: [42, 25, 22],
  }),
  garment('infant', {
    type: 'overalls', categoryId: 'infant-dungarees', name: { zh: '宝宝背带裤两件套', en: 'baby dungarees with shirt' }, unit: 'set', price: [2800, 4800],
    variants: [
      variant('长袖打底', 'long-sleeved shirt', { sleeve: 'long', leg: 'long' }, { trouser_length: 'long', waist: 'fixed' }),
      variant('短袖打底', 'short-sleeved shirt', { sleeve: 'short', leg: 'short' }, { trouser_length: 'short', waist: 'fixed' }, 0.86),
    ],
    fabrics: ['corduroy', 'denim', 'combed', 'linen'], patterns: ['plain', 'plain', 'corduroy', 'check', 'dots'], hsCode: '6209200000', standard: 'FZ/T 81014-2022',
    grams: [220, 320], nextToSkin: true, rib: false, measures: [58, 27, 24], sizes: ['73', '80', '90', '100'],
  }),
  garment('infant', {
    type: 'bib', categoryId: 'bibs', name: { zh: '宝宝围兜', en: 'baby bib' }, price: [320, 680], sizes: ['one-size'], moq: [50, 100, 120], packSize: 10,
    variants: [
      variant('满印按扣', 'all-over, snap closure', {}, {}),
      variant('包边按扣', 'bound edge, snap closure', { placed: true }, {}),
    ],
    fabrics: ['gauze', 'combed', 'waffle', 'organic'], patterns: ['plain', 'stripes', 'check', 'dots', 'floral', 'bear', 'dino', 'letters'], hsCode: '6111200050', standard: 'GB/T 33734-2017',
    grams: [30, 30], nextToSkin: true, rib: false, measures: [32, 24],
  }),
  garment('infant', {
    type: 'two-piece', categoryId: 'infant-sets', name: { zh: '婴儿上衣长裤两件套', en: 'baby top and trousers set' }, unit: 'set', price: [2400, 4200],
    variants: [variant('长袖圆领', 'long sleeves, crew neck', { sleeve: 'long', leg: 'long' }, { sleeve: 'long', closure: 'pullover', neckline: 'crew', pieces: '2' })],
    fabrics: ['combed', 'interlock', 'waffle', 'dralon', 'terry'], patterns: ['plain', 'stripes', 'bear', 'dino', 'floral', 'check'], hsCode: '6111200020', standard: 'FZ/T 73025-2019',
    grams: [190, 290], nextToSkin: true, rib: true, measures: [40, 30, 31], sizes: ['66', '73', '80', '90', '100'],
  }),
]

const teeVariants: readonly Variant[] = [
  variant('圆领短袖', 'crew neck, short sleeves', { sleeve: 'short', collar: 'crew' }, { sleeve: 'short', closure: 'pullover', neckline: 'crew' }),
  variant('圆领长袖', 'crew neck, long sleeves', { sleeve: 'long', collar: 'crew' }, { sleeve: 'long', closure: 'pullover', neckline: 'crew' }, 1.14),
  variant('V领短袖', 'V-neck, short sleeves', { sleeve: 'short', collar: 'v-neck' }, { sleeve: 'short', closure: 'pullover', neckline: 'v-neck' }),
  variant('圆领短袖胸前单印', 'crew neck, short sleeves, chest print', { sleeve: 'short', collar: 'crew', placed: true }, { sleeve: 'short', closure: 'pullover', neckline: 'crew' }, 1.05),
]

const tops = (audience: 'toddler' | 'child'): readonly GarmentBlueprint[] => [
  garment(audience, {
    type: 't-shirt', categoryId: 'childrens-t-shirts', name: { zh: '儿童T恤', en: "children's T-shirt" }, price: [1050, 2300], variants: teeVariants,
    fabrics: ['jersey', 'combed', 'modal', 'bamboo', 'quickDry'], patterns: ['plain', 'plain', 'stripes', 'dots', 'floral', 'bear', 'dino', 'letters', 'camo', 'colour-block', 'gradient'],
    hsCode: '6109100000', standard: 'GB/T 22849-2014', grams: [85, 160], nextToSkin: true, rib: true, measures: [52, 40, 15], moq: [30, 50, 60, 100],
  }),
  garment(audience, {
    type: 'polo', categoryId: 'childrens-t-shirts', name: { zh: '儿童Polo衫', en: "children's polo shirt" }, price: [1650, 2900],
    variants: [variant('短袖翻领', 'short sleeves', { sleeve: 'short' }, { sleeve: 'short', closure: 'buttons', neckline: 'polo' }), variant('长袖翻领', 'long sleeves', { sleeve: 'long' }, { sleeve: 'long', closure: 'buttons', neckline: 'polo' }, 1.12)],
    fabrics: ['pique', 'jersey', 'quickDry'], patterns: ['plain', 'plain', 'stripes', 'colour-block'], hsCode: '6105100000', standard: 'GB/T 22849-2014',
    grams: [110, 190], nextToSkin: true, rib: true, measures: [54, 41, 16],
  }),
  garment(audience, {
    type: 'shirt', categoryId: 'childrens-shirts', name: { zh: '儿童衬衫', en: "children's shirt" }, price: [1900, 3600],
    variants: [variant('长袖翻领', 'long sleeves', { sleeve: 'long' }, { sleeve: 'long', closure: 'buttons', neckline: 'shirt' }), variant('短袖翻领', 'short sleeves', { sleeve: 'short' }, { sleeve: 'short', closure: 'buttons', neckline: 'shirt' }, 0.88)],
    fabrics: ['poplin', 'linen', 'corduroy', 'denim'], patterns: ['plain', 'stripes', 'check', 'check', 'dino', 'dots'], hsCode: '6205200000', standard: 'GB/T 31900-2024',
    grams: [120, 210], nextToSkin: true, rib: false, measures: [55, 42, 44],
  }),
  garment(audience, {
    type: 'sweatshirt', categoryId: 'childrens-sweatshirts', name: { zh: '儿童卫衣', en: "children's sweatshirt" }, price: [2100, 3900],
    variants: [variant('圆领套头', 'crew neck', { sleeve: 'long' }, { sleeve: 'long', closure: 'pullover', neckline: 'crew', hood: 'none' }), variant('圆领套头胸前单印', 'crew neck, chest print', { sleeve: 'long', placed: true }, { sleeve: 'long', closure: 'pullover', neckline: 'crew', hood: 'none' }, 1.04)],
    fabrics: ['terry', 'fleecy', 'waffle', 'blend'], patterns: ['plain', 'plain', 'stripes', 'letters', 'bear', 'dino', 'colour-block', 'corduroy'], hsCode: '6110200090', standard: 'FZ/T 73020-2019',
    grams: [200, 340], nextToSkin: false, rib: true, measures: [52, 43, 45],
  }),
  garment(audience, {
    type: 'hoodie', categoryId: 'childrens-sweatshirts', name: { zh: '儿童连帽卫衣', en: "children's hoodie" }, price: [2600, 4800],
    variants: [
      variant('套头袋鼠兜', 'pullover, kangaroo pocket', {}, { sleeve: 'long', closure: 'pullover', neckline: 'hooded', hood: 'fixed' }),
      variant('拉链开襟', 'full zip', { front: 'zip' }, { sleeve: 'long', closure: 'zip', neckline: 'hooded', hood: 'fixed' }, 1.08),
      variant('熊耳帽套头', 'pullover, bear ears on the hood', { ears: true }, { sleeve: 'long', closure: 'pullover', neckline: 'hooded', hood: 'fixed' }, 1.06),
      variant('套头胸前单印', 'pullover, chest print', { placed: true }, { sleeve: 'long', closure: 'pullover', neckline: 'hooded', hood: 'fixed' }, 1.04),
    ],
    fabrics: ['terry', 'fleecy', 'blend', 'coral'], patterns: ['plain', 'plain', 'bear', 'dino', 'letters', 'colour-block', 'camo'], hsCode: '6110200090', standard: 'FZ/T 73020-2019',
    grams: [260, 430], nextToSkin: false, rib: true, measures: [54, 45, 46],
  }),
  garment(audience, {
    type: 'sweater', categoryId: 'childrens-knitwear', name: { zh: '儿童毛衣', en: "children's sweater" }, price: [2900, 5600],
    variants: [
      variant('圆领套头', 'crew-neck pullover', { collar: 'crew' }, { sleeve: 'long', closure: 'pullover', neckline: 'crew' }),
      variant('V领套头', 'V-neck pullover', { collar: 'v-neck' }, { sleeve: 'long', closure: 'pullover', neckline: 'v-neck' }),
      variant('开衫', 'cardigan', { front: 'buttons' }, { sleeve: 'long', closure: 'buttons', neckline: 'v-neck' }, 1.06),
    ],
    fabrics: ['yarn', 'wool'], patterns: ['knit', 'knit', 'knit', 'stripes'], hsCode: '6110200011', standard: 'FZ/T 73018-2021', grams: [230, 380], nextToSkin: false, rib: false, measures: [50, 41, 45],
  }),
]

const outerwear = (audience: 'toddler' | 'child'): readonly GarmentBlueprint[] => [
  garment(audience, {
    type: 'jacket', categoryId: 'childrens-jackets', name: { zh: '儿童外套', en: "children's jacket" }, price: [3400, 6200],
    variants: [
      variant('立领拉链', 'stand collar, zip front', { collar: 'stand' }, { sleeve: 'long', closure: 'zip', neckline: 'stand', hood: 'none' }),
      variant('翻领拉链', 'shirt collar, zip front', { collar: 'shirt' }, { sleeve: 'long', closure: 'zip', neckline: 'shirt', hood: 'none' }, 1.04),
    ],
    fabrics: ['corduroy', 'terry', 'shell'], patterns: ['plain', 'plain', 'corduroy', 'camo', 'check'], hsCode: '6202900000', standard: 'FZ/T 81014-2022', grams: [280, 460], nextToSkin: false, rib: true, measures: [51, 44, 46],
  }),
  garment(audience, {
    type: 'jacket', categoryId: 'childrens-jackets', name: { zh: '儿童牛仔外套', en: "children's denim jacket" }, price: [3800, 6400], shades: denimShades,
    variants: [variant('翻领单排扣双胸袋', 'shirt collar, button front, chest pockets', { collar: 'shirt', front: 'buttons' }, { sleeve: 'long', closure: 'buttons', neckline: 'shirt', hood: 'none' })],
    fabrics: ['denim'], patterns: ['denim'], hsCode: '6202900000', standard: 'FZ/T 81014-2022', grams: [320, 520], nextToSkin: false, rib: false, measures: [49, 44, 46],
  }),
  garment(audience, {
    type: 'windbreaker', categoryId: 'childrens-windbreakers', name: { zh: '儿童冲锋衣', en: "children's shell jacket" }, price: [4500, 8800],
    variants: [variant('连帽防风', 'hooded, storm flap', {}, { sleeve: 'long', closure: 'zip', neckline: 'hooded', hood: 'fixed' })],
    fabrics: ['shell'], patterns: ['plain', 'plain', 'camo', 'dino', 'dots'], hsCode: '6202400090', standard: 'FZ/T 81010-2018', grams: [260, 430], nextToSkin: false, rib: false, measures: [57, 47, 47],
  }),
  garment(audience, {
    type: 'down-jacket', categoryId: 'childrens-down-jackets', name: { zh: '儿童羽绒服', en: "children's down jacket" }, price: [7600, 13800],
    variants: [variant('连帽短款', 'hooded, short', {}, { sleeve: 'long', closure: 'zip', neckline: 'hooded', hood: 'fixed', filling: 'duck-down' })],
    fabrics: ['down'], patterns: ['plain'], hsCode: '6202400010', standard: 'GB/T 14272-2021', grams: [380, 640], nextToSkin: false, rib: false, measures: [54, 48, 48], moq: [10, 20, 20, 30],
  }),
  garment(audience, {
    type: 'padded-vest', categoryId: 'childrens-vests', name: { zh: '儿童棉马甲', en: "children's padded gilet" }, price: [2900, 5200],
    variants: [variant('立领拉链', 'stand collar, zip front', { collar: 'stand' }, { sleeve: 'sleeveless', closure: 'zip', neckline: 'stand', hood: 'none', filling: 'polyester' })],
    fabrics: ['padded'], patterns: ['plain', 'plain', 'camo', 'dots'], hsCode: '6202400090', standard: 'GB/T 2662-2017', grams: [190, 320], nextToSkin: false, rib: false, measures: [50, 43],
  }),
]

const bottoms = (audience: 'toddler' | 'child'): readonly GarmentBlueprint[] => [
  garment(audience, {
    type: 'joggers', categoryId: 'childrens-sports-trousers', name: { zh: '儿童束脚卫裤', en: "children's joggers" }, price: [1700, 3300],
    variants: [variant('松紧腰', 'elastic waist', {}, { trouser_length: 'long', waist: 'elastic' }), variant('松紧腰工装袋', 'elastic waist, patch pocket', { pocket: true }, { trouser_length: 'long', waist: 'elastic' }, 1.06)],
    fabrics: ['terry', 'fleecy', 'blend', 'quickDry'], patterns: ['plain', 'plain', 'plain', 'camo', 'corduroy', 'dots'], hsCode: '6104620090', standard: 'FZ/T 73020-2019', grams: [160, 300], nextToSkin: false, rib: true, measures: [72, 28, 11],
  }),
  garment(audience, {
    type: 'jeans', categoryId: 'childrens-jeans', name: { zh: '儿童牛仔裤', en: "children's jeans" }, price: [2300, 4200], shades: denimShades,
    variants: [variant('直筒', 'straight leg', {}, { trouser_length: 'long', waist: 'adjustable' })],
    fabrics: ['denim'], patterns: ['denim'], hsCode: '6204620000', standard: 'FZ/T 81006-2017', grams: [240, 420], nextToSkin: true, rib: false, measures: [74, 29, 14],
  }),
  garment(audience, {
    type: 'leggings', categoryId: 'childrens-leggings', name: { zh: '女童打底裤', en: "girls' leggings" }, price: [980, 2100], gender: 'girl',
    variants: [variant('松紧腰九分', 'elastic waist, ankle length', {}, { trouser_length: 'ankle', waist: 'elastic' })],
    fabrics: ['legging', 'modal', 'dralon'], patterns: ['plain', 'plain', 'stripes', 'dots', 'floral'], hsCode: '6104620030', standard: 'FZ/T 73022-2019', grams: [90, 170], nextToSkin: true, rib: false, measures: [66, 24, 9],
  }),
  garment(audience, {
    type: 'shorts', categoryId: 'childrens-shorts', name: { zh: '儿童短裤', en: "children's shorts" }, price: [980, 2100],
    variants: [variant('松紧腰五分', 'elastic waist, knee length', {}, { trouser_length: 'knee', waist: 'elastic' })],
    fabrics: ['jersey', 'linen', 'quickDry', 'blend'], patterns: ['plain', 'plain', 'check', 'stripes', 'camo', 'dots', 'dino'], hsCode: '6104620090', standard: 'GB/T 22849-2014', grams: [80, 150], nextToSkin: true, rib: true, measures: [36, 29, 22],
  }),
  garment(audience, {
    type: 'overalls', categoryId: 'childrens-dungarees', name: { zh: '儿童背带裤两件套', en: "children's dungarees with shirt" }, unit: 'set', price: [3600, 6200],
    variants: [variant('长袖打底', 'long-sleeved shirt', { sleeve: 'long', leg: 'long' }, { trouser_length: 'long', waist: 'fixed' })],
    fabrics: ['denim', 'corduroy', 'linen'], patterns: ['plain', 'corduroy', 'check'], hsCode: '6204620000', standard: 'FZ/T 81014-2022', grams: [320, 560], nextToSkin: true, rib: false, measures: [70, 32, 42],
  }),
]

const girls = (audience: 'toddler' | 'child'): readonly GarmentBlueprint[] => [
  garment(audience, {
    type: 'dress', categoryId: 'girls-dresses', name: { zh: '女童连衣裙', en: "girls' dress" }, price: [2600, 5600], gender: 'girl',
    variants: [
      variant('泡泡袖娃娃领', 'puff sleeves, Peter Pan collar', { sleeve: 'puff', collar: 'peter-pan' }, { sleeve: 'short', closure: 'buttons', neckline: 'doll', skirt_length: 'knee' }),
      variant('无袖圆领', 'sleeveless, crew neck', { sleeve: 'none', collar: 'crew' }, { sleeve: 'sleeveless', closure: 'buttons', neckline: 'crew', skirt_length: 'knee' }, 0.9),
      variant('长袖娃娃领', 'long sleeves, Peter Pan collar', { sleeve: 'long', collar: 'peter-pan' }, { sleeve: 'long', closure: 'buttons', neckline: 'doll', skirt_length: 'knee' }, 1.14),
      variant('短袖圆领', 'short sleeves, crew neck', { sleeve: 'short', collar: 'crew' }, { sleeve: 'short', closure: 'buttons', neckline: 'crew', skirt_length: 'knee' }),
    ],
    fabrics: ['poplin', 'linen', 'gauze', 'corduroy', 'jersey'], patterns: ['plain', 'floral', 'floral', 'check', 'dots', 'stripes', 'gradient', 'corduroy'], hsCode: '6204420000', standard: 'FZ/T 81004-2022', grams: [150, 280], nextToSkin: true, rib: false, measures: [68, 33, 62],
  }),
  garment(audience, {
    type: 'skirt', categoryId: 'girls-skirts', name: { zh: '女童半身裙', en: "girls' skirt" }, price: [1700, 3400], gender: 'girl',
    variants: [variant('松紧腰百褶', 'elastic waist, pleated', {}, { skirt_length: 'knee', waist: 'elastic' })],
    fabrics: ['poplin', 'corduroy', 'linen', 'denim'], patterns: ['plain', 'check', 'floral', 'dots', 'gradient', 'corduroy'], hsCode: '6204520000', standard: 'FZ/T 81004-2022', grams: [110, 220], nextToSkin: false, rib: false, measures: [42, 27, 58],
  }),
]

const homeAndSets = (audience: 'toddler' | 'child'): readonly GarmentBlueprint[] => [
  garment(audience, {
    type: 'pyjamas', categoryId: 'childrens-nightwear', name: { zh: '儿童家居服套装', en: "children's pyjama set" }, unit: 'set', price: [2600, 4900],
    variants: [variant('长袖翻领开襟', 'long sleeves, notched collar', { sleeve: 'long' }, { sleeve: 'long', closure: 'buttons', neckline: 'shirt', pieces: '2' }), variant('短袖翻领开襟', 'short sleeves, notched collar', { sleeve: 'short' }, { sleeve: 'short', closure: 'buttons', neckline: 'shirt', pieces: '2' }, 0.86)],
    fabrics: ['gauze', 'modal', 'combed', 'coral', 'bamboo'], patterns: ['plain', 'stripes', 'check', 'dots', 'bear', 'floral', 'dino'], hsCode: '6108310000', standard: 'GB/T 22849-2014', grams: [220, 400], nextToSkin: true, rib: false, measures: [52, 42, 44],
  }),
  garment(audience, {
    type: 'two-piece', categoryId: 'childrens-sets', name: { zh: '儿童套装', en: "children's two-piece set" }, unit: 'set', price: [3300, 6400],
    variants: [
      variant('圆领卫衣长裤', 'crew sweatshirt and joggers', { sleeve: 'long', leg: 'long' }, { sleeve: 'long', closure: 'pullover', neckline: 'crew', pieces: '2' }),
      variant('连帽卫衣长裤', 'hoodie and joggers', { sleeve: 'long', leg: 'long', collar: 'hood' }, { sleeve: 'long', closure: 'pullover', neckline: 'hooded', pieces: '2' }, 1.12),
      variant('短袖短裤', 'T-shirt and shorts', { sleeve: 'short', leg: 'short' }, { sleeve: 'short', closure: 'pullover', neckline: 'crew', pieces: '2' }, 0.66),
    ],
    fabrics: ['terry', 'fleecy', 'waffle', 'blend'], patterns: ['plain', 'stripes', 'letters', 'bear', 'dino', 'colour-block'], hsCode: '6104230000', standard: 'FZ/T 73020-2019', grams: [300, 560], nextToSkin: true, rib: true, measures: [50, 40, 42],
  }),
]

const accessories: readonly GarmentBlueprint[] = [
  garment('child', {
    type: 'socks', categoryId: 'childrens-socks', name: { zh: '儿童中筒袜', en: "children's crew socks" }, unit: 'pair', price: [230, 560], sizes: ['1-3Y', '3-5Y', '5-8Y', '8-12Y'], moq: [100, 120, 200], packSize: 10,
    variants: [variant('罗口', 'ribbed top', {}, {})], fabrics: ['sock'], patterns: ['plain', 'plain', 'stripes', 'stripes', 'dots'], hsCode: '6115950019', standard: 'FZ/T 73001-2016', grams: [18, 32], nextToSkin: true, rib: false, measures: [22, 8],
  }),
  garment('child', {
    type: 'beanie', categoryId: 'childrens-hats', name: { zh: '儿童毛线帽', en: "children's knitted beanie" }, price: [780, 1800], sizes: ['one-size'], moq: [30, 50, 60],
    variants: [variant('翻边毛球', 'turned-up brim, pompon', {}, {}), variant('翻边熊耳', 'turned-up brim, bear ears', { ears: true }, {}, 1.05)],
    fabrics: ['yarn', 'wool'], patterns: ['knit', 'knit', 'stripes'], hsCode: '6505009900', standard: 'FZ/T 73002-2016', grams: [60, 60], nextToSkin: true, rib: false, measures: [22, 20],
  }),
]

/** Every kind of children's wear that the shops of Shishi make. */
export const garmentBlueprints: readonly GarmentBlueprint[] = [
  ...infants,
  ...(['toddler', 'child'] as const).flatMap((audience) => [...tops(audience), ...outerwear(audience), ...bottoms(audience), ...girls(audience), ...homeAndSets(audience)]),
  ...accessories,
]
