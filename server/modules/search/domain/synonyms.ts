/**
 * Words of the trade that mean the same, both languages: each line stands for its first word, in the index and in what is asked.
 * Fibres and audiences only; what a thing is called stands in the category data.
 */
const fibres = [
  'cotton 棉 纯棉 全棉 棉质 精梳棉 纯棉布',
  'linen 麻 亚麻 棉麻',
  'polyester 聚酯纤维 涤纶 聚酯',
  'spandex 氨纶 莱卡 elastane lycra',
  'nylon 锦纶 尼龙 polyamide',
  'wool 羊毛 纯羊毛',
  'silk 桑蚕丝 真丝 蚕丝',
  'viscose 粘纤 粘胶 人造棉 rayon',
  'modal 莫代尔',
  'bamboo 竹纤维 竹浆纤维',
  'leather 真皮 头层牛皮 牛皮',
  'canvas 帆布',
  'down 羽绒 白鸭绒 鹅绒',
  'fleece 抓绒 摇粒绒',
  'denim 牛仔 牛仔布',
  'corduroy 灯芯绒',
]
const others = [
  'baby 婴儿 宝宝 婴幼儿 新生儿 infant newborn',
  'child 儿童 童 小孩 children kid',
  'boy 男童 男孩',
  'girl 女童 女孩',
  'men 男士 男 男款 man',
  'women 女士 女 女款 woman lady',
  'summer 夏 夏季 夏天 夏款',
  'winter 冬 冬季 冬天 冬款',
  'spring 春 春季 春款',
  'autumn 秋 秋季 秋款 fall',
  't-shirt t恤 tee tshirt',
]

const canonical = new Map(
  [...fibres, ...others].flatMap((line) => {
    const [first = '', ...same] = line.split(' ')
    return [first, ...same].map((word): [string, string] => [word, first])
  }),
)

/** The word that stands for this one and those that mean the same; itself when it has none. */
export const canonicalWord = (word: string): string => canonical.get(word) ?? word

/** All words of the table, so that the segmenter keeps them whole. */
export const tradeWords: readonly string[] = [...canonical.keys()]

/** What a fibre or fabric is called, canonical. A category's alias may name one (纯棉连体衣); that does not make its goods of it. */
export const fabricWords: ReadonlySet<string> = new Set(fibres.map((line) => line.split(' ')[0] ?? ''))
