import { infantAgeOptions } from '../ages.ts'
import { neededFacet } from './attributes.ts'
import type { CategoryNode } from './grow.ts'
import { infantHeights, oneSize } from './size-systems.ts'
import { hood, lined, pieces, splitCrotch, top, trousers } from './wear-attributes.ts'

const infantAge = neededFacet('age_range', 'choices', '适用年龄', 'Age', {
  scale: true,
  options: infantAgeOptions,
})

/** 婴幼儿装: up to 36 months or 100 cm; its ages are infants' ages only, so that GB 31701 asks class A of all of it. */
export const infantsWear: CategoryNode = {
  id: 'infants-wear',
  zh: '婴幼儿装',
  en: "Babies' wear",
  also: '婴儿装|宝宝装|婴童服饰|新生儿服装|baby wear|baby clothes|infant clothing|newborn clothes',
  attributes: [infantAge, splitCrotch],
  sizes: infantHeights,
  children: [
    {
      id: 'rompers',
      zh: '连体衣/爬服',
      en: 'Rompers',
      also: '连体衣|爬服|爬爬服|连身衣|婴儿连体衣|婴幼儿连体衣|新生儿连体衣|纯棉连体衣|蝴蝶衣|romper|onesie|jumpsuit|sleepsuit|coverall|playsuit|footie',
      attributes: top,
    },
    {
      id: 'bodysuits',
      zh: '哈衣/包屁衣',
      en: 'Bodysuits',
      also: '哈衣|包屁衣|三角哈衣|三角爬服|包屁连体|bodysuit|baby bodysuit|snap bodysuit|vest bodysuit',
      attributes: top,
    },
    {
      id: 'infant-dungarees',
      zh: '婴幼儿背带裤',
      en: "Babies' dungarees",
      also: '宝宝背带裤|婴儿背带裤|吊带裤|baby dungarees|baby overalls',
      attributes: trousers,
    },
    {
      id: 'infant-sets',
      zh: '婴儿套装',
      en: "Babies' sets",
      also: '宝宝套装|婴幼儿套装|婴儿分体套装|baby set|two-piece baby set',
      attributes: [...top, pieces],
    },
    {
      id: 'newborn-gift-sets',
      zh: '新生儿礼盒',
      en: 'Newborn gift sets',
      also: '婴儿礼盒|满月礼盒|初衣礼盒|初生礼盒|newborn gift box|layette',
      attributes: [pieces],
    },
    {
      id: 'infant-tops',
      zh: '婴幼儿上衣',
      en: "Babies' tops",
      also: '婴儿上衣|和尚服|半背衣|宝宝上衣|婴儿T恤|baby top|kimono top',
      attributes: top,
    },
    {
      id: 'infant-trousers',
      zh: '婴幼儿裤',
      en: "Babies' trousers",
      also: '婴儿裤|宝宝裤|高腰护肚裤|开裆裤|哈伦裤|大PP裤|baby pants|baby trousers|baby leggings',
      attributes: trousers,
    },
    {
      id: 'infant-outerwear',
      zh: '婴幼儿外套',
      en: "Babies' outerwear",
      also: '婴儿外套|宝宝外出服|婴儿棉服|baby jacket|snowsuit',
      attributes: [...top, hood, lined],
    },
    {
      id: 'infant-underwear',
      zh: '婴幼儿内衣',
      en: "Babies' underwear",
      also: '婴儿内衣套装|宝宝秋衣秋裤|婴儿秋衣|baby thermal underwear|baby base layer',
      attributes: top,
    },
    {
      id: 'bibs',
      zh: '肚兜/口水巾',
      en: 'Bibs and belly wraps',
      also: '肚兜|口水巾|围嘴|围兜|口水兜|三角巾|护肚围|罩衣|饭兜|bib|bandana bib|belly wrap|feeding smock',
      sizes: oneSize,
    },
    {
      id: 'infant-swaddles',
      zh: '包被/睡袋',
      en: 'Swaddles and sleeping bags',
      also: '抱被|包被|襁褓|婴儿睡袋|防踢被|swaddle|baby sleeping bag|receiving blanket|wearable blanket',
      sizes: [...infantHeights, ...oneSize],
    },
    {
      id: 'infant-hats-socks',
      zh: '婴儿帽/手脚套',
      en: "Babies' hats and mittens",
      also: '胎帽|婴儿帽|手套脚套|防抓手套|脚套|baby hat|baby mittens|booties',
      sizes: oneSize,
    },
  ],
}
