import type { AttributeDefinition, AttributeType } from '../category.ts'
import { options } from './grow.ts'

type Extra = Pick<AttributeDefinition, 'options' | 'unit' | 'hint' | 'scale'>

const define =
  (required: boolean, facet: boolean) =>
  (key: string, type: AttributeType, zh: string, en: string, extra: Extra = {}): AttributeDefinition => ({
    key,
    name: { zh, en },
    type,
    required,
    facet,
    ...extra,
  })

/** Must be given, and buyers filter by it. */
export const neededFacet = define(true, true)
/** Must be given. */
export const needed = define(true, false)
/** May be given, and buyers filter by it. */
export const facet = define(false, true)
/** May be given. */
export const optional = define(false, false)

export const season = neededFacet('season', 'choices', '适用季节', 'Season', {
  scale: true,
  options: options(
    'spring 春 Spring',
    'summer 夏 Summer',
    'autumn 秋 Autumn',
    'winter 冬 Winter',
    'all-year 四季 All year',
  ),
})
export const year = facet('listing_year', 'choice', '上市年份', 'Collection year', {
  options: options(
    '2023 2023年 2023',
    '2024 2024年 2024',
    '2025 2025年 2025',
    '2026 2026年 2026',
    '2027 2027年 2027',
  ),
})
export const pattern = facet('pattern', 'choices', '图案', 'Pattern', {
  options: options(
    'plain 纯色 Plain',
    'cartoon 卡通 Cartoon',
    'animal 动物 Animals',
    'floral 碎花 Floral',
    'stripe 条纹 Stripes',
    'check 格子 Check',
    'dots 波点 Dots',
    'letters 字母 Lettering',
    'fruit 水果 Fruit',
    'colour-block 拼色 Colour block',
    'camouflage 迷彩 Camouflage',
    'geometric 几何 Geometric',
    'guochao 国潮 Chinese motifs',
  ),
})
export const style = facet('style', 'choices', '风格', 'Style', {
  options: options(
    'basic 基础款 Basic',
    'sporty 运动 Sporty',
    'casual 休闲 Casual',
    'sweet 甜美 Sweet',
    'korean 韩版 Korean style',
    'japanese 日系 Japanese style',
    'western 欧美 Western style',
    'preppy 学院风 Preppy',
    'new-chinese 新中式 Modern Chinese',
    'street 潮流 Streetwear',
    'workwear 工装 Workwear',
  ),
})
export const childGender = neededFacet('gender', 'choice', '适用性别', 'For', {
  options: options('boy 男童 Boys', 'girl 女童 Girls', 'unisex 男女通用 Boys and girls'),
})
export const adultGender = neededFacet('gender', 'choice', '适用性别', 'For', {
  options: options('men 男 Men', 'women 女 Women', 'unisex 男女通用 Men and women'),
})
export const brand = optional('brand', 'text', '品牌', 'Brand')
export const standard = (zh: string, en: string) =>
  needed('standard', 'text', '执行标准', 'Standard', {
    hint: { zh: `吊牌或包装上的标准编号，${zh}`, en: `The standard number on the hangtag or package, ${en}` },
  })
export const composition = needed('composition', 'composition', '成分含量', 'Composition', {
  hint: {
    zh: '按部位填写，每个部位合计 100%，如 面料：棉 95%、氨纶 5%',
    en: 'By part; each part sums to 100 %, e.g. shell: cotton 95 %, elastane 5 %',
  },
})
export const fabric = neededFacet('fabric', 'choice', '主面料', 'Main fabric', {
  options: options(
    'cotton 纯棉 Cotton',
    'cotton-blend 棉混纺 Cotton blend',
    'combed-cotton 精梳棉 Combed cotton',
    'organic-cotton 有机棉 Organic cotton',
    'modal 莫代尔 Modal',
    'bamboo 竹纤维 Bamboo viscose',
    'gauze 纱布 Muslin gauze',
    'interlock 双面棉 Interlock',
    'terry 毛圈布 French terry',
    'fleece 摇粒绒 Polar fleece',
    'dralon 德绒 Brushed thermal knit',
    'coral-fleece 珊瑚绒 Coral fleece',
    'waffle 华夫格 Waffle knit',
    'air-layer 空气层 Air-layer knit',
    'denim 牛仔布 Denim',
    'corduroy 灯芯绒 Corduroy',
    'wool 羊毛 Wool',
    'knit 针织 Knit',
    'linen 棉麻 Cotton linen',
    'silk 真丝 Silk',
    'polyester 涤纶 Polyester',
    'nylon 锦纶 Nylon',
    'ice-silk 冰丝 Ice silk',
    'other 其他 Other',
  ),
})
export const fabricWeight = optional('fabric_weight', 'number', '克重', 'Fabric weight', { unit: 'g/m²' })
export const fabricOrigin = facet('fabric_origin', 'choice', '面料来源', 'Origin of fabric', {
  options: options(
    'local 本产业集群 This cluster',
    'shaoxing 绍兴柯桥 Keqiao, Shaoxing',
    'guangdong 广东中大 Zhongda, Guangdong',
    'other-domestic 国内其他 Elsewhere in China',
    'imported 进口 Imported',
  ),
})
export const thickness = facet('thickness', 'choice', '厚薄', 'Thickness', {
  scale: true,
  options: options(
    'thin 薄款 Thin',
    'regular 常规 Regular',
    'thick 加厚 Thick',
    'fleece-lined 加绒 Fleece-lined',
    'padded 夹棉 Quilted',
  ),
})
export const sleeve = facet('sleeve', 'choice', '袖长', 'Sleeve', {
  options: options(
    'sleeveless 无袖 Sleeveless',
    'short 短袖 Short',
    'mid 中袖 Elbow',
    'three-quarter 七分袖 Three-quarter',
    'long 长袖 Long',
  ),
})
export const neckline = optional('neckline', 'choice', '领型', 'Neckline', {
  options: options(
    'crew 圆领 Crew neck',
    'v-neck V领 V-neck',
    'polo 翻领 Polo collar',
    'stand 立领 Stand collar',
    'hooded 连帽 Hooded',
    'turtleneck 高领 Roll neck',
    'doll 娃娃领 Peter Pan collar',
    'envelope 信封领 Envelope neck',
    'wrap 和尚领 Kimono wrap',
    'square 方领 Square neck',
    'shirt 衬衫领 Shirt collar',
  ),
})
export const garmentClosure = facet('closure', 'choice', '开合方式', 'Closure', {
  options: options(
    'pullover 套头 Pullover',
    'buttons 纽扣 Buttons',
    'snaps 按扣 Snaps',
    'zip 拉链 Zip',
    'two-way-zip 双向拉链 Two-way zip',
    'ties 系带 Ties',
    'elastic 松紧 Elastic',
    'velcro 魔术贴 Hook and loop',
  ),
})
export const craft = optional('craft', 'choices', '工艺', 'Decoration', {
  options: options(
    'print 印花 Print',
    'embroidery 绣花 Embroidery',
    'applique 贴布 Appliqué',
    'jacquard 提花 Jacquard',
    'yarn-dyed 色织 Yarn-dyed',
    'washed 水洗 Washed',
  ),
})
export const care = optional('care', 'text', '洗涤说明', 'Care')

/** GB 31701: technical safety class of infants' and children's textiles. */
export const safetyClass = neededFacet('safety_class', 'choice', '安全技术类别', 'Safety class', {
  options: options('A A类 Class A', 'B B类 Class B', 'C C类 Class C'),
  hint: {
    zh: '按 GB 31701：36个月及以下或 100 cm 及以下须 A 类；直接接触皮肤至少 B 类，其他至少 C 类',
    en: 'GB 31701: class A up to 36 months or 100 cm; next to skin at least B, other garments at least C',
  },
})
export const infantMark = optional(
  'infant_mark',
  'boolean',
  '标注“婴幼儿用品”',
  'Marked as goods for infants',
  {
    hint: {
      zh: '吊牌或耐久性标签上标有“婴幼儿用品”字样；婴幼儿产品必须标注',
      en: 'The hangtag or permanent label carries the words 婴幼儿用品; goods for infants must',
    },
  },
)
export const nextToSkin = needed('next_to_skin', 'boolean', '直接接触皮肤', 'Worn next to skin')
export const neckCord = needed('neck_cord', 'boolean', '头颈部有绳带', 'Cord at head or neck', {
  hint: {
    zh: '帽绳、领口抽绳、颈部系带等；7岁以下（130 cm 及以下）不得有',
    en: 'Hood cords, drawstrings or ties at the neck; not allowed under age 7 (up to 130 cm)',
  },
})
