import type { Category } from '../category.ts'
import { adultGender, brand, facet, neededFacet, optional, pattern, standard, style } from './attributes.ts'
import { type CategoryNode, growTree, options } from './grow.ts'
import { luggageInches } from './size-systems.ts'

const material = neededFacet('material', 'choice', '材质', 'Material', {
  options: options(
    'leather 牛皮 Cow leather',
    'pu PU革 PU leather',
    'microfibre 超纤 Microfibre leather',
    'canvas 帆布 Canvas',
    'oxford 牛津布 Oxford cloth',
    'nylon 尼龙 Nylon',
    'polyester 涤纶 Polyester',
    'abs ABS ABS',
    'pc PC Polycarbonate',
    'abs-pc ABS+PC ABS and PC',
    'aluminium 铝镁合金 Aluminium alloy',
    'straw 草编 Straw',
    'non-woven 无纺布 Non-woven',
    'silicone 硅胶 Silicone',
    'other 其他 Other',
  ),
})
const closure = facet('closure', 'choice', '开口方式', 'Closure', {
  options: options(
    'zip 拉链 Zip',
    'magnet 磁扣 Magnet',
    'clasp 锁扣 Clasp',
    'drawstring 抽带 Drawstring',
    'flap 翻盖 Flap',
    'open 敞口 Open',
    'frame 铝框 Frame',
  ),
})
const dimensions = optional('dimensions', 'text', '尺寸（长×宽×高 cm）', 'Dimensions (L × W × H cm)')
const volume = facet('volume', 'number', '容积', 'Volume', { unit: 'L' })
const wheels = facet('wheels', 'choice', '滚轮', 'Wheels', {
  options: options(
    'none 无 None',
    'two 单向轮 Two',
    'spinner 万向轮 Spinner',
    'double 飞机轮 Double spinner',
  ),
})

const hand: readonly CategoryNode[] = [
  {
    id: 'shoulder-bags',
    zh: '单肩包/斜挎包',
    en: 'Shoulder and crossbody bags',
    also: '单肩包|斜挎包|斜跨包|链条包|邮差包|shoulder bag|crossbody|messenger bag|sling bag',
  },
  {
    id: 'handbags',
    zh: '手提包/托特包',
    en: 'Handbags and totes',
    also: '手提包|托特包|女包|水桶包|tote|tote bag|handbag|bucket bag',
  },
  {
    id: 'clutches',
    zh: '手拿包/晚宴包',
    en: 'Clutches',
    also: '手拿包|晚宴包|手抓包|clutch|evening clutch|evening bag',
  },
  {
    id: 'backpacks',
    zh: '双肩包',
    en: 'Backpacks',
    also: '双肩包|背包|电脑双肩包|旅行背包|backpack|rucksack|daypack',
    attributes: [volume],
  },
  {
    id: 'school-bags',
    zh: '书包',
    en: 'School bags',
    also: '儿童书包|学生书包|护脊书包|幼儿园书包|拉杆书包|school bag|satchel|kids backpack',
    attributes: [volume],
  },
  {
    id: 'briefcases',
    zh: '公文包/电脑包',
    en: 'Briefcases and laptop bags',
    also: '公文包|电脑包|文件包|laptop bag|briefcase|executive bag|document bag',
  },
  {
    id: 'waist-bags',
    zh: '腰包/胸包',
    en: 'Waist and chest bags',
    also: '腰包|胸包|跑步腰包|bum bag|fanny pack|chest bag|belt bag',
  },
  {
    id: 'wallets',
    zh: '钱包/卡包',
    en: 'Wallets and card holders',
    also: '钱包|卡包|零钱包|钥匙包|护照夹|wallet|bifold wallet|purse|card holder',
  },
  {
    id: 'cosmetic-bags',
    zh: '化妆包/收纳包',
    en: 'Cosmetic bags and pouches',
    also: '化妆包|洗漱包|收纳包|旅行收纳|toiletry bag|pouch|packing cubes',
  },
  { id: 'mummy-bags', zh: '妈咪包', en: 'Nappy bags', also: '妈咪包|母婴包|待产包|diaper bag|nappy bag' },
]
const travel: readonly CategoryNode[] = [
  {
    id: 'suitcases',
    zh: '旅行箱/拉杆箱',
    en: 'Suitcases',
    also: '旅行箱|拉杆箱|行李箱|登机箱|功能箱包|密码箱|suitcase|luggage|carry-on|trolley case',
    sizes: luggageInches,
    attributes: [wheels, volume],
  },
  {
    id: 'travel-bags',
    zh: '旅行袋',
    en: 'Travel and duffel bags',
    also: '旅行袋|旅行包|健身包|行李袋|瑜伽包|duffel|duffle bag|weekender|gym bag|travel duffel',
    attributes: [volume],
  },
]

/** 箱包 */
export const bags = growTree({
  id: 'bags',
  zh: '箱包',
  en: 'Bags and luggage',
  also: '包袋|皮具|皮具箱包|bags|luggage|leather goods',
  units: ['piece', 'set'],
  attributes: [
    material,
    adultGender,
    closure,
    pattern,
    style,
    dimensions,
    standard('如 QB/T 1333、QB/T 2155', 'e.g. QB/T 1333, QB/T 2155'),
    brand,
  ],
  children: [...hand, ...travel],
}) satisfies Category[]
