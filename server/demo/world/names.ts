import type { Localised } from '#shared/text.ts'
import type { Lots } from './chances.ts'

/** Invented brands: characters and their Latin form. None is a company known to us. */
export const wearBrands: readonly (readonly [string, string])[] = [
  ['禾屿', 'Heyu'],
  ['贝棠', 'Beitang'],
  ['小渔港', 'Xiaoyugang'],
  ['云朵纺', 'Yunduofang'],
  ['石湾小匠', 'Shiwan Xiaojiang'],
  ['蓝渡', 'Landu'],
  ['芽作', 'Yazuo'],
  ['衣路遥', 'Yiluyao'],
  ['棉朵里', 'Mianduoli'],
  ['海萌湾', 'Haimengwan'],
  ['厝边里', 'Cuobianli'],
  ['刺桐芽', 'Citongya'],
  ['鹭衫', 'Lushan'],
  ['榕荫屋', 'Rongyinwu'],
  ['拾贝家', 'Shibeijia'],
  ['浪花里', 'Langhuali'],
  ['小满仓', 'Xiaomancang'],
  ['谷雨衫', 'Guyushan'],
  ['晴屿', 'Qingyu'],
  ['松鼠裁缝', 'Songshu Tailor'],
  ['半糖熊铺', 'Bantang Xiongpu'],
  ['白鹭塘', 'Bailutang'],
  ['七月棉', 'Qiyuemian'],
  ['星屿童作', 'Xingyu'],
  ['暖巢里', 'Nuanchaoli'],
  ['青柠芽', 'Qingningya'],
  ['橘灯屋', 'Judengwu'],
  ['纸船记', 'Zhichuanji'],
  ['小围裙', 'Xiaoweiqun'],
  ['朵禾', 'Duohe'],
  ['潮间带', 'Chaojiandai'],
  ['灯塔屋', 'Dengtawu'],
  ['风筝线', 'Fengzhengxian'],
  ['彩砖里', 'Caizhuanli'],
  ['海石榴', 'Haishiliu'],
  ['木马湾', 'Mumawan'],
]
export const shoeBrands: readonly (readonly [string, string])[] = [
  ['踏浪驿', 'Talangyi'],
  ['行砖', 'Xingzhuan'],
  ['岭步', 'Lingbu'],
  ['刺桐履', 'Citonglü'],
  ['拓途岭', 'Tuotuling'],
  ['远脚', 'Yuanjiao'],
  ['跃潮', 'Yuechao'],
  ['陌上履', 'Moshanglü'],
  ['石径', 'Shijing'],
  ['风驰岭', 'Fengchiling'],
  ['云梯履', 'Yuntilü'],
  ['稳途', 'Wentu'],
  ['小步丁', 'Xiaobuding'],
  ['芽步', 'Yabu'],
  ['跳房子', 'Tiaofangzi'],
  ['足音里', 'Zuyinli'],
  ['海岬', 'Haijia'],
  ['桥南履', 'Qiaonanlü'],
  ['百步亭', 'Baibuting'],
  ['轻舟履', 'Qingzhoulü'],
  ['野径', 'Yejing'],
  ['拾阶', 'Shijie'],
  ['步月', 'Buyue'],
  ['初途', 'Chutu'],
]

const surnames: readonly (readonly [string, string])[] = [
  ['蔡', 'Cai'],
  ['吴', 'Wu'],
  ['王', 'Wang'],
  ['陈', 'Chen'],
  ['林', 'Lin'],
  ['黄', 'Huang'],
  ['许', 'Xu'],
  ['郑', 'Zheng'],
  ['李', 'Li'],
  ['洪', 'Hong'],
  ['施', 'Shi'],
  ['卢', 'Lu'],
  ['张', 'Zhang'],
  ['杨', 'Yang'],
  ['曾', 'Zeng'],
  ['邱', 'Qiu'],
  ['庄', 'Zhuang'],
  ['苏', 'Su'],
]
const first: readonly (readonly [string, string])[] = [
  ['文', 'wen'],
  ['志', 'zhi'],
  ['丽', 'li'],
  ['美', 'mei'],
  ['晓', 'xiao'],
  ['建', 'jian'],
  ['清', 'qing'],
  ['秀', 'xiu'],
  ['雅', 'ya'],
  ['明', 'ming'],
  ['佳', 'jia'],
  ['思', 'si'],
]
const last: readonly (readonly [string, string])[] = [
  ['华', 'hua'],
  ['强', 'qiang'],
  ['玲', 'ling'],
  ['婷', 'ting'],
  ['彬', 'bin'],
  ['燕', 'yan'],
  ['辉', 'hui'],
  ['琴', 'qin'],
  ['杰', 'jie'],
  ['芳', 'fang'],
  ['源', 'yuan'],
  ['宁', 'ning'],
]

/** A Chinese person's name with its pinyin in the Chinese order of Latin letters: given name first in English. */
export function personName(lots: Lots): Localised {
  const [surname, surnameLatin] = lots.pick(surnames)
  const [one, oneLatin] = lots.pick(first)
  const [two, twoLatin] = lots.pick(last)
  return {
    zh: surname + one + two,
    en: `${oneLatin.charAt(0).toUpperCase()}${oneLatin.slice(1)}${twoLatin} ${surnameLatin}`,
  }
}

/** Letters and digits of a Latin name, for slugs, e-mail addresses and style numbers. */
export const slugOf = (latin: string) =>
  latin
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
