import type { Category } from '../category.ts'
import { brand, composition, facet, optional, pattern, season, standard, style } from './attributes.ts'
import { growTree, options } from './grow.ts'

const material = facet('material', 'choice', '材质', 'Material', {
  options: options(
    'cotton 棉 Cotton',
    'linen 亚麻 Linen',
    'silk 蚕丝 Silk',
    'wool 羊毛 Wool',
    'down 羽绒 Down',
    'polyester 聚酯纤维 Polyester',
    'latex 乳胶 Latex',
    'memory-foam 记忆棉 Memory foam',
    'wood 实木 Solid wood',
    'bamboo 竹 Bamboo',
    'rattan 藤 Rattan',
    'ceramic 陶瓷 Ceramic',
    'porcelain 骨瓷 Bone china',
    'glass 玻璃 Glass',
    'stainless-steel 不锈钢 Stainless steel',
    'cast-iron 铸铁 Cast iron',
    'aluminium 铝合金 Aluminium alloy',
    'pp PP塑料 Polypropylene',
    'silicone 硅胶 Silicone',
    'paper 纸 Paper',
    'metal 金属 Metal',
    'other 其他 Other',
  ),
})
const dimensions = optional('dimensions', 'text', '规格尺寸', 'Dimensions')
const bedSize = facet('bed_size', 'choice', '适用床尺寸', 'Bed size', {
  options: options(
    '1.2 1.2米床 1.2 m bed',
    '1.5 1.5米床 1.5 m bed',
    '1.8 1.8米床 1.8 m bed',
    '2.0 2.0米床 2.0 m bed',
  ),
})
const foodContact = optional('food_contact', 'boolean', '食品接触材料', 'Food contact material', {
  hint: { zh: '符合 GB 4806 系列标准', en: 'Complies with the GB 4806 series' },
})
const capacity = facet('capacity', 'number', '容量', 'Capacity', { unit: 'mL' })
const power = optional('power', 'number', '功率', 'Power', { unit: 'W' })
const lightSource = facet('light_source', 'choice', '光源', 'Light source', {
  options: options('led LED LED', 'bulb 灯泡 Bulb', 'none 不含光源 Not included'),
})

/** 居家日用 */
export const home = growTree({
  id: 'home',
  zh: '居家日用',
  en: 'Home and household goods',
  also: '居家|家居|家居用品|百货|日用百货|杂货|泛家居|home|homeware|household',
  units: ['piece', 'set', 'box'],
  attributes: [
    material,
    pattern,
    style,
    dimensions,
    standard('如 GB 18401、GB 4806.9', 'e.g. GB 18401, GB 4806.9'),
    brand,
  ],
  children: [
    {
      id: 'home-textiles',
      zh: '家纺',
      en: 'Home textiles',
      also: '床上用品|bedding|home textiles',
      rules: ['composition-sums'],
      attributes: [composition, season],
      children: [
        {
          id: 'bed-linen',
          zh: '床品件套',
          en: 'Bed linen sets',
          also: '四件套|三件套床品|床品|床单|被套|床笠|盖毯|毯子|duvet cover set|sheet set',
          attributes: [bedSize],
        },
        {
          id: 'quilts-pillows',
          zh: '被枕',
          en: 'Duvets and pillows',
          also: '被子|枕头|羽绒被|蚕丝被|羊毛被|枕芯|duvet|quilt|pillow',
        },
        {
          id: 'summer-bedding',
          zh: '夏凉',
          en: 'Summer bedding',
          also: '空调被|夏凉被|凉席|凉被|冰垫|summer quilt|cooling mat',
        },
        {
          id: 'mattresses',
          zh: '床垫',
          en: 'Mattresses and toppers',
          also: '床褥|乳胶床垫|记忆棉床垫|mattress topper',
          attributes: [bedSize],
        },
        { id: 'towels', zh: '毛巾', en: 'Towels', also: '浴巾|面巾|方巾|浴袍巾|towel|bath towel' },
        {
          id: 'soft-furnishings',
          zh: '布艺软装',
          en: 'Soft furnishings',
          also: '布艺|抱枕|靠垫|腰靠|地毯|窗帘|沙发垫|懒人沙发|坐垫|cushion|curtain|rug|carpet',
        },
        { id: 'floor-mats', zh: '地垫', en: 'Mats', also: '脚垫|浴室垫|门垫|防滑垫|doormat|bath mat' },
      ],
    },
    {
      id: 'kitchen-dining',
      zh: '餐厨',
      en: 'Kitchen and dining',
      also: '厨房用品|厨具|kitchenware',
      attributes: [foodContact],
      children: [
        { id: 'cookware', zh: '锅具', en: 'Cookware', also: '炒锅|煎锅|汤锅|珐琅锅|砂锅|pots|pans|wok' },
        {
          id: 'tableware',
          zh: '餐具',
          en: 'Tableware',
          also: '碗|盘|碟|筷子|勺子|餐盘|plates|bowls|cutlery|chopsticks',
        },
        {
          id: 'cups-bottles',
          zh: '杯壶',
          en: 'Cups and bottles',
          also: '保温杯|水杯|马克杯|玻璃杯|水壶|mug|thermos|water bottle|tumbler',
          attributes: [capacity],
        },
        {
          id: 'tea-coffee-ware',
          zh: '茶具咖啡具',
          en: 'Tea and coffee ware',
          also: '茶具|茶壶|茶杯|咖啡壶|teapot|coffee set',
        },
        {
          id: 'knives-boards',
          zh: '刀剪砧板',
          en: 'Knives and boards',
          also: '菜刀|剪刀|砧板|刀具套装|kitchen knives|chopping board|scissors',
        },
        {
          id: 'kitchen-tools',
          zh: '功能厨具',
          en: 'Kitchen tools',
          also: '厨房小工具|锅铲|削皮刀|烘焙工具|研磨器|utensils|bakeware',
        },
        {
          id: 'food-storage',
          zh: '清洁保鲜',
          en: 'Food storage and cleaning',
          also: '保鲜盒|保鲜膜|密封罐|便当盒|lunch box|food container|cling film',
        },
        {
          id: 'kitchen-cleaning',
          zh: '厨房清洁',
          en: 'Kitchen cleaning',
          also: '清洁|洗碗布|百洁布|洗碗刷|dishcloth|scourer',
        },
        {
          id: 'kitchen-appliances',
          zh: '厨房小电',
          en: 'Small kitchen appliances',
          also: '电水壶|电饭煲|料理机|豆浆机|kettle|rice cooker|blender',
          attributes: [power],
        },
      ],
    },
    {
      id: 'household',
      zh: '家居用品',
      en: 'Furnishing and household',
      also: '家居百货|household items',
      children: [
        {
          id: 'storage',
          zh: '收纳',
          en: 'Storage',
          also: '收纳箱|收纳盒|整理箱|衣架|挂钩|置物架|storage box|hanger|organiser',
        },
        {
          id: 'lighting',
          zh: '灯具',
          en: 'Lighting',
          also: '台灯|落地灯|吊灯|小夜灯|lamp|floor lamp|night light',
          attributes: [lightSource, power],
        },
        {
          id: 'decor',
          zh: '家饰',
          en: 'Home decoration',
          also: '摆件|花瓶|镜子|落地镜|永生花|相框|挂画|vase|mirror|ornaments|photo frame',
        },
        {
          id: 'furniture',
          zh: '家具',
          en: 'Furniture',
          also: '桌子|椅子|餐桌|餐椅|书桌|柜子|床架|沙发|table|chair|cabinet|sofa',
        },
        {
          id: 'fragrance',
          zh: '香薰',
          en: 'Home fragrance',
          also: '香薰蜡烛|无火香薰|香包|香氛|scented candle|diffuser',
        },
        {
          id: 'household-cleaning',
          zh: '日用清洁',
          en: 'Household cleaning',
          also: '洗衣液|拖把|垃圾袋|抹布|纸巾|清洁剂|detergent|mop|tissue|bin bag',
        },
        {
          id: 'bathroom-goods',
          zh: '浴室用品',
          en: 'Bathroom goods',
          also: '用具|牙刷|牙杯|浴帘|沐浴球|刮胡刀|toothbrush|shower curtain|razor',
        },
        { id: 'rain-gear', zh: '雨具', en: 'Rain gear', also: '雨伞|雨衣|遮阳伞|umbrella|raincoat|poncho' },
        {
          id: 'stationery',
          zh: '文具',
          en: 'Stationery',
          also: '笔|钢笔|中性笔|笔记本|本子|文件夹|pen|notebook',
        },
        {
          id: 'outdoor',
          zh: '户外运动用品',
          en: 'Outdoor and sports goods',
          also: '户外|帐篷|瑜伽垫|弹力带|跳绳|健身用品|tent|yoga mat|resistance bands|camping',
        },
        {
          id: 'travel-goods',
          zh: '出行用品',
          en: 'Travel goods',
          also: '颈枕|眼罩|旅行分装|海外|neck pillow|eye mask',
        },
        {
          id: 'car-goods',
          zh: '汽车用品',
          en: 'Car accessories',
          also: '车载|车垫|车载香薰|car mat|car phone holder',
        },
        {
          id: 'digital-accessories',
          zh: '数码配件',
          en: 'Digital accessories',
          also: '数码|耳机|数据线|充电宝|手机壳|phone case|cable|power bank|headphones',
        },
        {
          id: 'gifts',
          zh: '礼品礼盒',
          en: 'Gifts and gift boxes',
          also: '节日礼盒|礼品卡|唱片|周边|文创|手办|梦幻西游|魔兽世界|炉石传说|守望先锋|暗黑破坏神|星际争霸|风暴英雄|大话西游|gift box|merchandise|souvenir',
        },
        {
          id: 'pet-supplies',
          zh: '宠物用品',
          en: 'Pet supplies',
          also: '宠物|宠物窝|猫砂盆|猫爬架|狗窝|pet bed|cat litter tray',
        },
      ],
    },
    {
      id: 'personal-care',
      zh: '洗护',
      en: 'Personal care',
      also: '个护|洗护用品|美妆个护|personal care',
      children: [
        {
          id: 'skin-care',
          zh: '面部护理',
          en: 'Skin care',
          also: '面膜|洗面奶|面霜|护肤|facial mask|cleanser|cream',
        },
        { id: 'hair-care', zh: '护发', en: 'Hair care', also: '洗发水|护发素|梳子|shampoo|conditioner|comb' },
        { id: 'make-up', zh: '美妆', en: 'Make-up', also: '彩妆|化妆刷|口红|粉扑|lipstick|make-up brush' },
        {
          id: 'body-care',
          zh: '身体护理',
          en: 'Body care',
          also: '沐浴露|身体乳|护手霜|香皂|shower gel|hand cream|soap',
        },
      ],
    },
    {
      id: 'mother-baby',
      zh: '母婴用品',
      en: 'Mother and baby goods',
      also: '婴童|母婴|baby goods',
      children: [
        {
          id: 'baby-feeding',
          zh: '喂养',
          en: 'Feeding',
          also: '奶瓶|辅食碗|吸管杯|围兜碗|baby bottle|feeding bowl',
          attributes: [foodContact],
        },
        {
          id: 'baby-care',
          zh: '婴童洗护',
          en: 'Baby care',
          also: '婴儿洗护|纸尿裤|湿巾|婴儿浴盆|nappies|baby wipes|baby bath',
        },
        {
          id: 'baby-bedding',
          zh: '婴童寝居',
          en: "Babies' bedding",
          also: '寝居|婴儿床品|儿童被|婴儿枕|cot bedding|baby pillow',
          rules: ['composition-sums'],
          attributes: [composition],
        },
        {
          id: 'toys',
          zh: '玩具',
          en: 'Toys',
          also: '积木|毛绒玩具|早教玩具|拼图|building blocks|plush toys|puzzle',
        },
        {
          id: 'prams-seats',
          zh: '童车童椅',
          en: 'Prams and seats',
          also: '婴儿车|餐椅|安全座椅|滑板车|stroller|high chair|car seat',
        },
        {
          id: 'maternity',
          zh: '妈咪用品',
          en: 'Maternity',
          also: '妈咪|孕妇枕|哺乳巾|吸奶器|孕妇装|maternity|nursing',
        },
      ],
    },
  ],
}) satisfies Category[]
