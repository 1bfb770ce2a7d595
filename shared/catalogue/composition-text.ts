import type { Localised } from '#shared/text.ts'
import type { CompositionPart } from './category.ts'

/** Parts of a garment or shoe as labels name them, and fibres by the generic names of GB/T 4146 and ISO 2076. */
const words: readonly (readonly [zh: string, en: string])[] = [
  ['面料', 'shell'],
  ['里料', 'lining'],
  ['填充物', 'filling'],
  ['罗纹', 'rib'],
  ['拼料', 'contrast fabric'],
  ['鞋面', 'upper'],
  ['鞋里', 'lining of the shoe'],
  ['鞋底', 'outsole'],
  ['鞋垫', 'insole'],
  ['棉', 'cotton'],
  ['有机棉', 'organic cotton'],
  ['聚酯纤维', 'polyester'],
  ['涤纶', 'polyester'],
  ['再生聚酯纤维', 'recycled polyester'],
  ['氨纶', 'elastane'],
  ['锦纶', 'polyamide'],
  ['腈纶', 'acrylic'],
  ['丙纶', 'polypropylene'],
  ['莫代尔', 'modal'],
  ['莱赛尔', 'lyocell'],
  ['粘纤', 'viscose'],
  ['黏纤', 'viscose'],
  ['粘胶纤维', 'viscose'],
  ['再生纤维素纤维（黏纤）', 'viscose'],
  ['再生纤维素纤维（竹）', 'bamboo viscose'],
  ['醋酯纤维', 'acetate'],
  ['亚麻', 'linen'],
  ['苎麻', 'ramie'],
  ['大麻', 'hemp'],
  ['羊毛', 'wool'],
  ['绵羊毛', 'wool'],
  ['山羊绒', 'cashmere'],
  ['桑蚕丝', 'silk'],
  ['白鸭绒', 'white duck down'],
  ['灰鸭绒', 'grey duck down'],
  ['白鹅绒', 'white goose down'],
  ['羽毛', 'feather'],
  ['聚氨酯', 'polyurethane'],
  ['牛皮', 'cowhide'],
  ['橡胶', 'rubber'],
]
const english = new Map(words)
const chinese = new Map(words.map(([zh, en]) => [en, zh]).reverse() as [string, string][])

/** A part's or fibre's name in both languages; a name that is not known stays as the shop wrote it. */
function inBoth(name: string): Localised {
  return { zh: chinese.get(name.toLowerCase()) ?? name, en: english.get(name) ?? name }
}

/** One part and its fibres in words: `{ zh: '面料：棉 95%、氨纶 5%', en: 'Shell: cotton 95%, elastane 5%' }`. */
export function compositionText({ part, fibres }: CompositionPart): Localised {
  const name = inBoth(part)
  const list = fibres.map(({ fibre, percent }) => ({ ...inBoth(fibre), percent }))
  return {
    zh: `${name.zh}：${list.map((one) => `${one.zh} ${one.percent}%`).join('、')}`,
    en: `${capital(name.en)}: ${list.map((one) => `${one.en} ${one.percent}%`).join(', ')}`,
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
