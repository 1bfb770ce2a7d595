import { childAgeOptions, infantAgeOptions } from '../ages.ts'
import type { Category } from '../category.ts'
import {
  adultGender,
  brand,
  childGender,
  neededFacet,
  optional,
  season,
  standard,
  style,
  year,
} from './attributes.ts'
import { type CategoryNode, growTree } from './grow.ts'
import {
  closure,
  construction,
  cut,
  functions,
  ground,
  heel,
  heelShape,
  lining,
  shaft,
  sizeMark,
  sole,
  toe,
  upper,
} from './shoe-attributes.ts'
import { adultShoes, childrensShoes, womensShoes } from './size-systems.ts'

const sports: CategoryNode = {
  id: 'sports-shoes',
  zh: '运动鞋',
  en: 'Sports shoes',
  also: '运动鞋|sneakers|athletic shoes|trainers',
  attributes: [cut],
  children: [
    {
      id: 'running-shoes',
      zh: '跑步鞋',
      en: 'Running shoes',
      also: '跑鞋|慢跑鞋|碳板跑鞋|马拉松鞋|runners|jogging shoes|marathon shoes',
      attributes: [ground],
    },
    {
      id: 'basketball-shoes',
      zh: '篮球鞋',
      en: 'Basketball shoes',
      also: '球鞋|实战篮球鞋|basketball sneakers',
      attributes: [ground],
    },
    {
      id: 'training-shoes',
      zh: '综训鞋',
      en: 'Training shoes',
      also: '训练鞋|健身鞋|跳绳鞋|cross-training shoes|cross training|cross trainers|gym shoes|athletic sneakers',
    },
    {
      id: 'tennis-badminton-shoes',
      zh: '网球/羽毛球鞋',
      en: 'Tennis and badminton shoes',
      also: '网球鞋|羽毛球鞋|乒乓球鞋|排球鞋|tennis shoes|tennis sneakers|badminton shoes|court shoes|pickleball shoes',
      attributes: [ground],
    },
    {
      id: 'football-boots',
      zh: '足球鞋',
      en: 'Football boots',
      also: '碎钉足球鞋|长钉鞋|soccer shoes|soccer cleats|futsal shoes',
      attributes: [ground],
    },
    {
      id: 'walking-shoes',
      zh: '健步鞋',
      en: 'Walking shoes',
      also: '健走鞋|一脚蹬健步鞋|walking sneakers|casual walking shoes|slip-on walking shoes',
    },
    {
      id: 'hiking-shoes',
      zh: '徒步鞋',
      en: 'Hiking shoes',
      also: '登山鞋|户外鞋|越野跑鞋|溯溪鞋|trail running shoes|trail shoes|trekking shoes|hiking boots|outdoor shoes',
      attributes: [ground],
    },
    {
      id: 'skate-shoes',
      zh: '板鞋',
      en: 'Skate shoes',
      also: '小白鞋|滑板鞋|休闲板鞋|white sneakers|skateboard shoes|board shoes',
    },
  ],
}

const everyday: readonly CategoryNode[] = [
  {
    id: 'casual-shoes',
    zh: '休闲鞋',
    en: 'Casual shoes',
    also: '老爹鞋|德训鞋|阿甘鞋|休闲运动鞋|豆豆鞋|dad shoes|lifestyle sneakers|leisure shoes',
    attributes: [cut],
  },
  {
    id: 'canvas-shoes',
    zh: '帆布鞋',
    en: 'Canvas shoes',
    also: '布鞋|硫化鞋|canvas sneakers|slip-on canvas|plimsolls|vulcanised shoes',
    attributes: [cut],
  },
  {
    id: 'leather-shoes',
    zh: '男皮鞋',
    en: "Men's leather shoes",
    also: '皮鞋|商务皮鞋|正装鞋|德比鞋|牛津鞋|dress shoes|dress oxfords|oxford shoes|derby shoes',
    attributes: [toe, heel],
    children: [
      {
        id: 'mens-dress-shoes',
        zh: '男正装皮鞋',
        en: "Men's dress shoes",
        also: '商务正装鞋|牛津鞋|德比鞋|孟克鞋|oxfords|derbies|monk straps',
      },
      {
        id: 'mens-casual-leather-shoes',
        zh: '男休闲皮鞋',
        en: "Men's casual leather shoes",
        also: '商务休闲鞋|乐福鞋男|驾车鞋|men loafers|driving shoes|casual leather',
      },
    ],
  },
  {
    id: 'sandals',
    zh: '凉鞋',
    en: 'Sandals',
    also: '沙滩鞋|沙滩凉鞋|罗马鞋|洞洞鞋|strappy sandals|evening sandals|beach sandals|clogs',
    attributes: [toe, heel, heelShape],
  },
  {
    id: 'slippers',
    zh: '拖鞋',
    en: 'Slippers and slides',
    also: '人字拖|凉拖|家居拖鞋|棉拖|浴室拖|踩屎感拖鞋|居家鞋|slides|flip-flops|house slippers|mules slippers',
  },
  {
    id: 'safety-shoes',
    zh: '劳保鞋',
    en: 'Safety shoes',
    also: '安全鞋|防砸鞋|工装鞋|绝缘鞋|safety boots|work shoes|steel toe',
  },
  {
    id: 'rain-boots',
    zh: '雨鞋',
    en: 'Rain boots',
    also: '水鞋|雨靴|防水鞋套|wellingtons|wellies|rubber boots',
    attributes: [shaft],
  },
]

const boots: CategoryNode = {
  id: 'boots',
  zh: '靴子',
  en: 'Boots',
  also: '靴|女靴|男靴|短靴|靴子',
  attributes: [shaft, toe, heel, heelShape],
  children: [
    {
      id: 'ankle-boots',
      zh: '短靴/切尔西靴',
      en: 'Ankle and Chelsea boots',
      also: '靴|靴子|女靴|男靴|短靴|裸靴|切尔西靴|踝靴|chelsea boots|suede ankle boots|booties',
    },
    {
      id: 'work-boots',
      zh: '马丁靴/工装靴',
      en: 'Combat and desert boots',
      also: '马丁靴|工装靴|沙漠靴|大黄靴|desert boots|combat boots|chukka|lace-up boots',
    },
    {
      id: 'tall-boots',
      zh: '长筒靴',
      en: 'Tall boots',
      also: '长靴|骑士靴|过膝靴|高筒靴|knee-high boots|riding boots|over-the-knee boots',
    },
    {
      id: 'snow-boots',
      zh: '雪地靴/棉鞋',
      en: 'Snow boots',
      also: '雪地靴|棉鞋|加绒靴|老北京棉鞋|winter boots|sheepskin boots',
    },
  ],
}

const womens: CategoryNode = {
  id: 'womens-shoes',
  zh: '时尚女鞋',
  en: "Women's fashion shoes",
  also: '女鞋|女士皮鞋|ladies shoes',
  sizes: womensShoes,
  attributes: [toe, heel, heelShape],
  children: [
    {
      id: 'womens-heels',
      zh: '高跟鞋',
      en: 'High heels',
      also: '细跟鞋|高跟单鞋|婚鞋|礼服鞋|stilettos|stiletto heels|high heels|platform stilettos|patent leather high heels',
    },
    {
      id: 'womens-pumps',
      zh: '女单鞋',
      en: 'Pumps',
      also: '浅口单鞋|中跟鞋|粗跟单鞋|猫跟鞋|leather pumps|kitten heel pumps|slingback pumps|court shoe',
    },
    {
      id: 'womens-flats',
      zh: '平底鞋',
      en: 'Flats',
      also: '芭蕾鞋|平底单鞋|豆豆鞋女|孕妇鞋|妈妈鞋|ballet flats|ballerinas|moccasins',
    },
    {
      id: 'womens-loafers',
      zh: '乐福鞋',
      en: 'Loafers',
      also: '乐福鞋|英伦小皮鞋|玛丽珍|mary jane|penny loafers',
    },
    { id: 'womens-mules', zh: '穆勒鞋', en: 'Mules', also: '半拖|包头拖|穆勒拖|mules' },
  ],
}

const childAge = neededFacet('age_range', 'choices', '适用年龄', 'Age', {
  scale: true,
  options: [...infantAgeOptions, ...childAgeOptions],
})
const smallParts = optional(
  'detachable_parts',
  'boolean',
  '有可脱落小附件',
  'Has small parts that may come off',
  {
    hint: {
      zh: '珠、钻、铃铛、蝴蝶结等装饰；36个月及以下的鞋不得有',
      en: 'Beads, stones, bells, bows; not on shoes up to 36 months',
    },
  },
)

const childrens: CategoryNode = {
  id: 'childrens-shoes',
  zh: '童鞋',
  en: "Children's shoes",
  also: '儿童鞋|宝宝鞋|中大童鞋|kids shoes|kids footwear',
  sizes: childrensShoes,
  rules: ['gb30585-childrens-shoes', 'test-report'],
  attributes: [childAge, childGender, smallParts],
  children: [
    {
      id: 'toddler-shoes',
      zh: '学步鞋',
      en: 'First walkers',
      also: '机能鞋|宝宝学步鞋|婴儿鞋|步前鞋|软底鞋|toddler shoes|baby shoes|pre-walkers|first walker',
    },
    {
      id: 'childrens-sports-shoes',
      zh: '儿童运动鞋',
      en: "Children's sports shoes",
      also: '童运动鞋|儿童跑鞋|儿童跑步鞋|儿童篮球鞋|灯鞋|kids sneakers|kids running shoes|light-up shoes',
    },
    {
      id: 'childrens-skate-shoes',
      zh: '儿童板鞋',
      en: "Children's skate shoes",
      also: '儿童小白鞋|童板鞋|kids white sneakers',
    },
    {
      id: 'childrens-canvas-shoes',
      zh: '儿童帆布鞋',
      en: "Children's canvas shoes",
      also: '童帆布鞋|室内鞋|幼儿园室内鞋|kids canvas shoes|indoor shoes',
    },
    {
      id: 'childrens-sandals',
      zh: '儿童凉鞋',
      en: "Children's sandals",
      also: '童凉鞋|包头凉鞋|儿童洞洞鞋|儿童沙滩鞋|kids sandals|kids clogs',
    },
    {
      id: 'childrens-leather-shoes',
      zh: '儿童皮鞋',
      en: "Children's leather shoes",
      also: '童皮鞋|公主鞋|演出皮鞋|儿童豆豆鞋|kids leather shoes|school shoes|girls mary janes',
    },
    {
      id: 'childrens-boots',
      zh: '儿童靴子',
      en: "Children's boots",
      also: '童靴|儿童马丁靴|儿童雪地靴|儿童棉鞋|kids boots|kids snow boots',
      attributes: [shaft],
    },
    {
      id: 'childrens-slippers',
      zh: '儿童拖鞋',
      en: "Children's slippers",
      also: '童拖鞋|儿童棉拖|kids slippers|kids slides',
    },
    {
      id: 'childrens-hiking-shoes',
      zh: '儿童户外鞋',
      en: "Children's outdoor shoes",
      also: '儿童登山鞋|儿童徒步鞋|儿童雨鞋|kids hiking shoes|kids rain boots',
    },
  ],
}

/** 鞋: adults' shoes with EU sizes, and children's shoes (up to 250 mm) bound by GB 30585. */
export const shoes = growTree({
  id: 'shoes',
  zh: '鞋',
  en: 'Shoes',
  also: '鞋类|鞋靴|鞋子|footwear',
  units: ['pair'],
  sizes: adultShoes,
  attributes: [
    upper,
    sole,
    lining,
    closure,
    season,
    functions,
    style,
    sizeMark,
    construction,
    standard(
      '如 GB/T 15107（旅游鞋）、QB/T 1002（皮鞋）、GB 30585（童鞋）',
      "e.g. GB/T 15107 (athletic footwear), QB/T 1002 (leather shoes), GB 30585 (children's shoes)",
    ),
    adultGender,
    year,
    brand,
  ],
  children: [sports, ...everyday, boots, womens, childrens],
}) satisfies Category[]
