import type { Category } from '../category.ts'
import {
  adultGender,
  brand,
  care,
  composition,
  fabric,
  facet,
  garmentClosure,
  neckline,
  optional,
  pattern,
  season,
  sleeve,
  standard,
  style,
  thickness,
} from './attributes.ts'
import { growTree, options } from './grow.ts'
import { adultLetters, oneSize } from './size-systems.ts'

const top = [sleeve, neckline, garmentClosure]
const accessoryMaterial = facet('material', 'choice', '材质', 'Material', {
  options: options(
    'wool 羊毛 Wool',
    'cashmere 羊绒 Cashmere',
    'silk 真丝 Silk',
    'cotton 棉 Cotton',
    'polyester 涤纶 Polyester',
    'leather 皮革 Leather',
    'metal 金属 Metal',
    'plastic 塑料 Plastic',
    'straw 草编 Straw',
    'other 其他 Other',
  ),
})
const movement = optional('movement', 'choice', '机芯', 'Movement', {
  options: options(
    'quartz 石英 Quartz',
    'mechanical 机械 Mechanical',
    'digital 电子 Digital',
    'smart 智能 Smart',
  ),
})

/** 服装: adults' clothes. */
export const apparel = growTree({
  id: 'apparel',
  zh: '服装',
  en: 'Apparel',
  also: '成人服装|男装|女装|外衣|clothing|garments',
  units: ['piece', 'set'],
  sizes: adultLetters,
  rules: ['composition-sums'],
  attributes: [
    adultGender,
    fabric,
    composition,
    season,
    pattern,
    style,
    thickness,
    standard('如 GB/T 22849、GB/T 2664', 'e.g. GB/T 22849, GB/T 2664'),
    brand,
    care,
  ],
  children: [
    {
      id: 't-shirts',
      zh: 'T恤/Polo衫',
      en: 'T-shirts and polo shirts',
      also: 'T恤|男T恤|女T恤|polo|tee',
      attributes: top,
    },
    { id: 'sweatshirts', zh: '卫衣', en: 'Sweatshirts', also: '男卫衣|女卫衣|hoodies', attributes: top },
    {
      id: 'shirts',
      zh: '衬衫',
      en: 'Shirts and blouses',
      also: '男衬衫|女衬衫|牛津纺衬衫|blouses',
      attributes: top,
    },
    {
      id: 'knitwear',
      zh: '毛衣/针织衫',
      en: 'Knitwear',
      also: '羊绒衫|羊毛衫|针织开衫|sweaters|cardigans',
      attributes: top,
    },
    {
      id: 'outerwear',
      zh: '外套',
      en: 'Outerwear',
      also: '外衣|夹克|风衣|羽绒服|棉服|大衣|冲锋衣|jackets|coats|down jackets',
      attributes: top,
    },
    { id: 'trousers', zh: '裤装', en: 'Trousers', also: '休闲裤|牛仔裤|运动裤|工装裤|pants|jeans' },
    {
      id: 'dresses',
      zh: '连衣裙/半身裙',
      en: 'Dresses and skirts',
      also: '女裙|连衣裙|半裙|skirts',
      attributes: top,
    },
    {
      id: 'sportswear',
      zh: '运动服',
      en: 'Sportswear',
      also: '瑜伽服|速干衣|健身服|activewear|yoga wear',
      attributes: top,
    },
    {
      id: 'loungewear',
      zh: '家居服/睡衣',
      en: 'Loungewear',
      also: '家居服|睡衣|睡袍|浴袍|pajamas|nightwear',
      attributes: top,
    },
    {
      id: 'underwear',
      zh: '内衣',
      en: 'Underwear',
      also: '文胸|保暖内衣|秋衣|塑身衣|bras|thermal underwear',
    },
    { id: 'briefs', zh: '内裤', en: 'Briefs', also: '男士内裤|女士内裤|平角裤|boxers|panties' },
    {
      id: 'socks',
      zh: '袜子',
      en: 'Socks',
      also: '船袜|中筒袜|棉袜|运动袜|男袜|女袜',
      units: ['pair', 'set'],
      sizes: oneSize,
    },
    {
      id: 'tights',
      zh: '丝袜',
      en: 'Tights',
      also: '连裤袜|打底袜|stockings|pantyhose',
      units: ['pair', 'piece'],
      sizes: oneSize,
    },
  ],
}) satisfies Category[]

/** 服饰配件 */
export const accessories = growTree({
  id: 'accessories',
  zh: '服饰配件',
  en: 'Apparel accessories',
  also: '配饰|配件|accessories',
  units: ['piece', 'set', 'pair'],
  attributes: [accessoryMaterial, adultGender, style, brand],
  children: [
    {
      id: 'scarves',
      zh: '围巾件套',
      en: 'Scarves, hats and gloves',
      also: '围巾|披肩|丝巾|手套|scarf|shawl|gloves',
    },
    { id: 'hats', zh: '帽子', en: 'Hats', also: '棒球帽|渔夫帽|毛线帽|遮阳帽|caps|beanies' },
    { id: 'belts', zh: '腰带', en: 'Belts', also: '皮带|裤带|belt' },
    {
      id: 'jewellery',
      zh: '首饰饰品',
      en: 'Jewellery',
      also: '配饰|项链|耳环|手链|戒指|jewelry|necklace|earrings',
    },
    {
      id: 'watches',
      zh: '手表',
      en: 'Watches',
      also: '腕表|运动手表|计时表|watch|chronograph|fitness watch',
      attributes: [movement],
    },
    { id: 'glasses', zh: '眼镜', en: 'Eyewear', also: '太阳镜|墨镜|防蓝光眼镜|sunglasses|eyewear' },
    {
      id: 'hair-accessories',
      zh: '发饰',
      en: 'Hair accessories',
      also: '发带|发夹|发箍|运动头带|headband|hair clips|scrunchie',
    },
    { id: 'face-masks', zh: '口罩', en: 'Face masks', also: '防尘口罩|防晒口罩|mask' },
  ],
}) satisfies Category[]
