import { childAgeOptions, infantAgeOptions } from '../ages.ts'
import type { Category } from '../category.ts'
import {
  brand,
  care,
  childGender,
  composition,
  craft,
  fabric,
  fabricOrigin,
  fabricWeight,
  facet,
  infantMark,
  neckCord,
  neededFacet,
  nextToSkin,
  pattern,
  safetyClass,
  season,
  standard,
  style,
  thickness,
  year,
} from './attributes.ts'
import { type CategoryNode, growTree, options } from './grow.ts'
import { infantsWear } from './infants-wear.ts'
import { childrensHeights, oneSize, sockSizes } from './size-systems.ts'
import {
  downContent,
  filling,
  fillWeight,
  hood,
  lined,
  pieces,
  skirtLength,
  top,
  trousers,
  waist,
} from './wear-attributes.ts'

const age = neededFacet('age_range', 'choices', '适用年龄', 'Age', {
  scale: true,
  options: [...infantAgeOptions, ...childAgeOptions],
})

const childrenTops: readonly CategoryNode[] = [
  {
    id: 'childrens-t-shirts',
    zh: '儿童T恤',
    en: "Children's T-shirts",
    also: '童装T恤|短袖T恤|长袖T恤|打底衫|儿童打底衫|polo衫|T恤|kids t-shirt|tee|polo shirt',
    attributes: top,
  },
  {
    id: 'childrens-sweatshirts',
    zh: '儿童卫衣',
    en: "Children's sweatshirts",
    also: '卫衣|连帽卫衣|套头卫衣|绒衫|kids hoodie|sweatshirt|hoodie',
    attributes: [...top, hood],
  },
  {
    id: 'childrens-shirts',
    zh: '儿童衬衫',
    en: "Children's shirts",
    also: '衬衣|衬衫|儿童衬衣|娃娃衫|kids shirt|blouse',
    attributes: top,
  },
  {
    id: 'childrens-knitwear',
    zh: '儿童毛衣/针织衫',
    en: "Children's knitwear",
    also: '毛衣|针织衫|毛线衣|针织开衫|线衫|针织背心|kids sweater|cardigan|jumper|knit vest',
    attributes: top,
  },
]

const childrenOuterwear: CategoryNode = {
  id: 'childrens-outerwear',
  zh: '儿童外套',
  en: "Children's outerwear",
  also: '童装外套|kids outerwear',
  attributes: [...top, hood, lined],
  children: [
    {
      id: 'childrens-jackets',
      zh: '儿童外套/夹克',
      en: "Children's jackets",
      also: '外套|夹克|棒球服|牛仔外套|儿童外衣|开衫外套|kids jacket|bomber|varsity jacket|denim jacket',
    },
    {
      id: 'childrens-windbreakers',
      zh: '儿童风衣/冲锋衣',
      en: "Children's windbreakers and shell jackets",
      also: '风衣|冲锋衣|防晒衣|皮肤衣|三合一|kids windbreaker|shell jacket|trench coat|sun protection jacket',
    },
    {
      id: 'childrens-down-jackets',
      zh: '儿童羽绒服',
      en: "Children's down jackets",
      also: '羽绒服|羽绒衣|轻薄羽绒|白鸭绒|kids down jacket|puffer|duck down coat',
      attributes: [filling, downContent, fillWeight],
    },
    {
      id: 'childrens-padded-jackets',
      zh: '儿童棉服',
      en: "Children's padded jackets",
      also: '棉服|棉衣|棉袄|棉外套|派克服|kids padded jacket|quilted jacket|parka',
      attributes: [filling],
    },
    {
      id: 'childrens-coats',
      zh: '儿童大衣',
      en: "Children's coats",
      also: '呢大衣|毛呢大衣|斗篷|kids coat|wool coat|cape',
    },
    {
      id: 'childrens-vests',
      zh: '儿童马甲',
      en: "Children's gilets",
      also: '马甲|背心外套|羽绒马甲|棉马甲|kids vest|gilet|body warmer',
      attributes: [filling],
    },
  ],
}

const childrenTrousers: CategoryNode = {
  id: 'childrens-trousers',
  zh: '儿童裤装',
  en: "Children's trousers",
  also: '童裤|裤装|kids pants|kids trousers',
  attributes: trousers,
  children: [
    {
      id: 'childrens-casual-trousers',
      zh: '儿童休闲裤',
      en: "Children's casual trousers",
      also: '休闲裤|工装裤|阔腿裤|防蚊裤|灯笼裤|kids casual pants|cargo pants|wide-leg pants',
    },
    {
      id: 'childrens-jeans',
      zh: '儿童牛仔裤',
      en: "Children's jeans",
      also: '牛仔裤|加绒牛仔裤|kids jeans|denim pants',
    },
    {
      id: 'childrens-leggings',
      zh: '儿童打底裤',
      en: "Children's leggings",
      also: '打底裤|连裤袜裤|鲨鱼裤|大袜裤|kids leggings',
    },
    {
      id: 'childrens-sports-trousers',
      zh: '儿童运动裤/卫裤',
      en: "Children's joggers",
      also: '运动裤|卫裤|儿童卫裤|束脚裤|kids joggers|sweatpants|track pants',
    },
    {
      id: 'childrens-shorts',
      zh: '儿童短裤',
      en: "Children's shorts",
      also: '短裤|五分裤|沙滩裤|kids shorts',
    },
    {
      id: 'childrens-dungarees',
      zh: '儿童背带裤/连体裤',
      en: "Children's dungarees and jumpsuits",
      also: '背带裤|儿童背带裤|连体裤|kids dungarees|kids overalls|kids jumpsuit',
    },
    {
      id: 'childrens-winter-trousers',
      zh: '儿童羽绒裤/棉裤',
      en: "Children's padded trousers",
      also: '棉裤|羽绒裤|冲锋裤|滑雪裤|kids padded pants|snow pants',
      attributes: [filling],
    },
  ],
}

const childrenDresses: readonly CategoryNode[] = [
  {
    id: 'girls-dresses',
    zh: '女童连衣裙',
    en: "Girls' dresses",
    also: '连衣裙|儿童连衣裙|公主裙|纱裙|裙子|汉服裙|蓬蓬裙|礼服裙|girls dress|princess dress|tulle dress|tutu dress',
    attributes: [...top, skirtLength],
  },
  {
    id: 'girls-skirts',
    zh: '女童半身裙',
    en: "Girls' skirts",
    also: '半身裙|百褶裙|牛仔裙|裙裤|短裙|girls skirt|pleated skirt|culottes|skort',
    attributes: [skirtLength, waist],
  },
  {
    id: 'childrens-sets',
    zh: '儿童套装',
    en: "Children's sets",
    also: '童装套装|套装|运动套装|两件套|三件套|kids set|outfit|tracksuit|co-ord',
    attributes: [...top, pieces],
  },
  {
    id: 'childrens-hanfu',
    zh: '儿童汉服/民族服',
    en: "Children's Hanfu and traditional dress",
    also: '汉服|唐装|拜年服|旗袍|马面裙|kids hanfu|tang suit|qipao',
    attributes: top,
  },
  {
    id: 'childrens-performance-wear',
    zh: '儿童礼服/演出服',
    en: "Children's party and stage wear",
    also: '演出服|礼服|舞蹈服|花童|西装|主持服|kids party wear|stage costume|dancewear|suit',
    attributes: top,
  },
]

const childrenHome: readonly CategoryNode[] = [
  {
    id: 'childrens-nightwear',
    zh: '儿童家居服/睡衣',
    en: "Children's nightwear",
    also: '家居服|睡衣|睡裙|睡袍|浴袍|儿童睡衣|kids pajamas|pyjamas|loungewear|nightwear',
    attributes: [...top, pieces],
  },
  {
    id: 'childrens-underwear',
    zh: '儿童内衣',
    en: "Children's underwear",
    also: '童内衣|kids underwear',
    children: [
      {
        id: 'childrens-thermal-underwear',
        zh: '儿童秋衣秋裤',
        en: "Children's base layers",
        also: '秋衣秋裤|保暖内衣|内衣套装|德绒内衣|kids thermal underwear|base layer|long johns',
        attributes: top,
      },
      {
        id: 'childrens-briefs',
        zh: '儿童内裤',
        en: "Children's briefs",
        also: '内裤|三角裤|平角裤|四角裤|kids briefs|boxers|panties',
      },
      {
        id: 'childrens-camisoles',
        zh: '儿童背心/发育内衣',
        en: "Children's vests and first bras",
        also: '背心|吊带|小背心|少女文胸|发育期内衣|camisole|training bra|undershirt',
      },
    ],
  },
  {
    id: 'childrens-socks',
    zh: '儿童袜子',
    en: "Children's socks",
    also: '童袜|袜子|船袜|中筒袜|长筒袜|连裤袜|地板袜|kids socks|tights|ankle socks|floor socks',
    sizes: sockSizes,
    units: ['pair', 'piece', 'set'],
  },
]

const childrenOther: readonly CategoryNode[] = [
  {
    id: 'school-uniforms',
    zh: '校服/园服',
    en: 'School uniforms',
    also: '校服|园服|班服|幼儿园园服|学院风套装|校园服|school uniform|kindergarten uniform',
    attributes: [...top, pieces],
  },
  {
    id: 'childrens-swimwear',
    zh: '儿童泳装',
    en: "Children's swimwear",
    also: '泳衣|泳装|泳裤|连体泳衣|防晒泳衣|kids swimwear|swimsuit|swim trunks|rash guard',
    attributes: [
      facet('upf', 'choice', '防晒指数', 'UPF', {
        options: options('none 无 None', '30 UPF30+ UPF 30+', '50 UPF50+ UPF 50+'),
      }),
    ],
  },
  {
    id: 'childrens-sportswear',
    zh: '儿童运动服',
    en: "Children's sportswear",
    also: '运动服|速干衣|球服|篮球服|足球服|骑行服|kids sportswear|football kit|quick-dry',
    attributes: [...top, pieces],
  },
  {
    id: 'childrens-accessories',
    zh: '儿童帽子配饰',
    en: "Children's accessories",
    also: '童装配饰|kids accessories',
    sizes: oneSize,
    children: [
      {
        id: 'childrens-hats',
        zh: '儿童帽子',
        en: "Children's hats",
        also: '童帽|帽子|棒球帽|渔夫帽|毛线帽|遮阳帽|kids hat|cap|beanie|sun hat',
      },
      {
        id: 'childrens-scarves-gloves',
        zh: '儿童围巾手套',
        en: "Children's scarves and gloves",
        also: '围巾|手套|围脖|三件套围巾|kids scarf|gloves|mittens|snood',
        units: ['piece', 'pair', 'set'],
      },
      {
        id: 'childrens-hair-accessories',
        zh: '儿童发饰',
        en: "Children's hair accessories",
        also: '发夹|发箍|发带|头饰|kids hair clips|headband',
        units: ['piece', 'set', 'box'],
        rules: [],
      },
    ],
  },
]

/** 童装: wear for babies (up to 36 months) and children (up to 14 years), bound by GB 31701. */
export const childrensWear = growTree({
  id: 'childrens-wear',
  zh: '童装',
  en: "Children's wear",
  also: '儿童服装|童服|婴童服饰|kids clothing|childrenswear|kidswear',
  units: ['piece', 'set'],
  sizes: childrensHeights,
  rules: ['composition-sums', 'gb31701-childrens-textiles', 'test-report'],
  attributes: [
    fabric,
    composition,
    safetyClass,
    infantMark,
    nextToSkin,
    neckCord,
    age,
    childGender,
    season,
    standard('如 FZ/T 73025、GB/T 33271、FZ/T 81014', 'e.g. FZ/T 73025, GB/T 33271, FZ/T 81014'),
    pattern,
    style,
    thickness,
    craft,
    fabricWeight,
    fabricOrigin,
    year,
    brand,
    care,
  ],
  children: [
    infantsWear,
    {
      id: 'childrens-clothes',
      zh: '儿童装',
      en: "Children's clothes",
      also: '中大童装|小童装|kids clothes|girls clothing|boys clothing',
      children: [
        ...childrenTops,
        childrenOuterwear,
        childrenTrousers,
        ...childrenDresses,
        ...childrenHome,
        ...childrenOther,
      ],
    },
  ],
}) satisfies Category[]
