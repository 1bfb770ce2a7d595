import { type FreightRefusal, provinceNames } from '#shared/shops/freight.ts'
import { type Facts, type ProblemText, word } from './problem-text.ts'

function place(facts: Facts, locale: 'zh' | 'en'): string {
  return provinceNames[word(facts, 'province')]?.[locale] ?? word(facts, 'country')
}

/** Why no freight could be worked out. */
export const freightProblems: Readonly<Record<FreightRefusal, ProblemText>> = {
  'shops/freight-to-be-explained': {
    zh: (facts) => `发往${place(facts, 'zh')}的运费需由店铺确认，确认后再付款。`,
    en: (facts) => `The shop has to quote freight to ${place(facts, 'en')}; you pay once it has done so.`,
  },
  'shops/not-shipped-there': {
    zh: (facts) => `该店铺不发货到${place(facts, 'zh')}。`,
    en: (facts) => `This shop does not ship to ${place(facts, 'en')}.`,
  },
  'shops/weight-unknown': {
    zh: () => '该店铺按重量计运费，但部分规格未填写重量，请联系店铺补充。',
    en: () =>
      'This shop charges freight by weight, but some variants have no weight; ask the shop to add it.',
  },
  'shops/province-missing': {
    zh: () => '收货地址缺少省份，无法计算运费。',
    en: () => 'The delivery address has no province, so freight cannot be worked out.',
  },
}
