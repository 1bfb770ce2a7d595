import type { ListingProblemCode } from '#shared/catalogue/listing-problem.ts'
import { counted, type Facts, type ProblemText, priced, word } from './problem-text.ts'

const typeNames: Readonly<Record<string, { zh: string; en: string }>> = {
  text: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  boolean: { zh: '是或否', en: 'yes or no' },
  choice: { zh: '单选项', en: 'one of the options' },
  choices: { zh: '多选项', en: 'a list of options' },
  composition: { zh: '按部位填写的成分', en: 'a composition by part' },
}
const reportFields: Readonly<Record<string, { zh: string; en: string }>> = {
  number: { zh: '报告编号', en: 'its number' },
  lab: { zh: '检测机构', en: 'the laboratory' },
  issuedOn: { zh: '签发日期', en: 'the day of issue' },
}

const pricing = {
  'catalogue/no-tiers': {
    zh: () => '请至少填写一档阶梯价。',
    en: () => 'Give at least one price tier.',
  },
  'catalogue/tiers-not-ascending': {
    zh: (facts) =>
      `第 ${word(facts, 'position')} 档起批量 ${counted(facts, 'minQuantity', 'zh')}，须大于上一档的 ${counted(facts, 'before', 'zh')}。`,
    en: (facts) =>
      `Tier ${word(facts, 'position')} starts at ${counted(facts, 'minQuantity', 'en')}; it must start above the tier before it (${counted(facts, 'before', 'en')}).`,
  },
  'catalogue/price-not-falling': {
    zh: (facts) =>
      `第 ${word(facts, 'position')} 档单价 ${priced(facts, 'unitPrice')}，须低于上一档的 ${priced(facts, 'before')}。`,
    en: (facts) =>
      `Tier ${word(facts, 'position')} costs ${priced(facts, 'unitPrice')}; it must cost less than the tier before it (${priced(facts, 'before')}).`,
  },
  'catalogue/first-tier-above-moq': {
    zh: (facts) =>
      `首档起批量 ${counted(facts, 'minQuantity', 'zh')}高于起订量 ${counted(facts, 'moq', 'zh')}，首档须从起订量或更低开始。`,
    en: (facts) =>
      `The first tier starts at ${counted(facts, 'minQuantity', 'en')}, above the minimum order of ${counted(facts, 'moq', 'en')}; it must start at or below it.`,
  },
  'catalogue/tiers-not-used': {
    zh: () => '按规格报价时，第一档以后的阶梯价不会生效。',
    en: () => 'With a price for each variant, tiers beyond the first have no effect.',
  },
  'catalogue/sku-price-missing': {
    zh: (facts) => `第 ${word(facts, 'position')} 个规格缺少单价，按规格报价时每个规格都须有价格。`,
    en: (facts) =>
      `Variant ${word(facts, 'position')} has no price; when prices go by variant, each needs one.`,
  },
  'catalogue/sku-price-not-used': {
    zh: (facts) => `第 ${word(facts, 'position')} 个规格填了单价，但该商品按数量报价，此单价不会生效。`,
    en: (facts) =>
      `Variant ${word(facts, 'position')} has a price of its own, which has no effect while prices go by quantity.`,
  },
  'catalogue/moq-not-in-packs': {
    zh: (facts) =>
      `起订量 ${counted(facts, 'moq', 'zh')}不是每手 ${counted(facts, 'packSize', 'zh')}的整倍数，采购商实际至少订 ${counted(facts, 'orderable', 'zh')}。`,
    en: (facts) =>
      `The minimum order of ${counted(facts, 'moq', 'en')} is no multiple of the pack of ${counted(facts, 'packSize', 'en')}; buyers will have to order at least ${counted(facts, 'orderable', 'en')}.`,
  },
  'catalogue/pack-note-missing': {
    zh: (facts) => `请说明一手 ${counted(facts, 'packSize', 'zh')}包含哪些尺码，如“90–130 各 1”。`,
    en: (facts) => `Say what a pack of ${counted(facts, 'packSize', 'en')} holds, e.g. "one each of 90–130".`,
  },
} satisfies Partial<Record<ListingProblemCode, ProblemText>>

const attributes = {
  'catalogue/category-not-leaf': {
    zh: (facts) => `“${word(facts, 'nameZh')}”下还有细分类目，请选到最后一级。`,
    en: (facts) => `"${word(facts, 'nameEn')}" has categories below it; choose one of those.`,
  },
  'catalogue/category-not-carried': {
    zh: (facts) => `本商城不经营“${word(facts, 'nameZh')}”，请改选商城经营的类目。`,
    en: (facts) =>
      `This market does not carry "${word(facts, 'nameEn')}"; choose a category that it carries.`,
  },
  'catalogue/unit-not-in-category': {
    zh: (facts) =>
      `“${word(facts, 'nameZh')}”类目的商品不能按该计量单位（${counted({ ...facts, n: 1 }, 'n', 'zh').slice(2)}）销售。`,
    en: (facts) =>
      `Goods in "${word(facts, 'nameEn')}" are not sold by the ${counted({ ...facts, n: 1 }, 'n', 'en').slice(2)}.`,
  },
  'catalogue/unknown-attribute': {
    zh: (facts) => `该类目没有属性“${word(facts, 'attribute')}”，请删除。`,
    en: (facts) => `This category has no attribute "${word(facts, 'attribute')}"; remove it.`,
  },
  'catalogue/attribute-missing': {
    zh: (facts) => `请填写“${word(facts, 'nameZh')}”。`,
    en: (facts) => `"${word(facts, 'nameEn')}" is required.`,
  },
  'catalogue/attribute-wrong-type': {
    zh: (facts) => `“${word(facts, 'nameZh')}”应为${typeNames[word(facts, 'type')]?.zh ?? '其他类型的值'}。`,
    en: (facts) =>
      `"${word(facts, 'nameEn')}" must be ${typeNames[word(facts, 'type')]?.en ?? 'of another type'}.`,
  },
  'catalogue/attribute-unknown-option': {
    zh: (facts) => `“${word(facts, 'nameZh')}”没有选项“${word(facts, 'value')}”。`,
    en: (facts) => `"${word(facts, 'nameEn')}" has no option "${word(facts, 'value')}".`,
  },
  'catalogue/composition-sum': {
    zh: (facts) => `“${word(facts, 'part')}”的成分合计 ${word(facts, 'sum')}%，每个部位须合计 100%。`,
    en: (facts) =>
      `The composition of "${word(facts, 'part')}" adds up to ${word(facts, 'sum')} %; each part must add up to 100 %.`,
  },
  'catalogue/fibre-twice': {
    zh: (facts) => `“${word(facts, 'part')}”中“${word(facts, 'fibre')}”填写了两次，请合并。`,
    en: (facts) =>
      `"${word(facts, 'fibre')}" stands twice in "${word(facts, 'part')}"; put the two together.`,
  },
  'catalogue/duplicate-sku': {
    zh: (facts) =>
      `第 ${word(facts, 'position')} 个规格与第 ${word(facts, 'before')} 个重复（${cell(facts, 'zh')}）。`,
    en: (facts) =>
      `Variant ${word(facts, 'position')} repeats variant ${word(facts, 'before')} (${cell(facts, 'en')}).`,
  },
  'catalogue/size-not-in-system': {
    zh: (facts) => `尺码“${word(facts, 'size')}”不在该类目的尺码表中，采购商按尺码筛选时可能找不到。`,
    en: (facts) =>
      `Size "${word(facts, 'size')}" is not in this category's size chart, so buyers who filter by size may miss it.`,
  },
} satisfies Partial<Record<ListingProblemCode, ProblemText>>

const safety = {
  'catalogue/infant-class-a': {
    zh: (facts) =>
      `36 个月及以下或 100 cm 及以下的产品须达到 GB 31701 A 类，现填 ${word(facts, 'safetyClass')} 类。`,
    en: (facts) =>
      `Goods for infants (up to 36 months or 100 cm) must meet class A of GB 31701; class ${word(facts, 'safetyClass')} is given.`,
  },
  'catalogue/infant-mark': {
    zh: () => '36 个月及以下或 100 cm 及以下的产品须按 GB 31701 标注“婴幼儿用品”。',
    en: () =>
      'Goods for infants (up to 36 months or 100 cm) must carry the words 婴幼儿用品 (goods for infants) by GB 31701.',
  },
  'catalogue/class-c-next-to-skin': {
    zh: () => '直接接触皮肤的儿童服装至少须达到 GB 31701 B 类，C 类不可直接接触皮肤。',
    en: () =>
      "Children's wear next to the skin must meet at least class B of GB 31701; class C is not for wear next to the skin.",
  },
  'catalogue/neck-cord': {
    zh: () => '7 岁以下（130 cm 及以下）儿童服装的头部和颈部不得有任何绳带（GB 31701）。',
    en: () =>
      "Children's wear for under 7 years (up to 130 cm) must have no cord at head or neck (GB 31701).",
  },
  'catalogue/standard-missing': {
    zh: (facts) => `执行标准须包含 ${word(facts, 'standard')}，现填“${word(facts, 'value')}”。`,
    en: (facts) =>
      `The standard must include ${word(facts, 'standard')}; "${word(facts, 'value')}" is given.`,
  },
  'catalogue/shoe-size-beyond-standard': {
    zh: (facts) =>
      `尺码“${word(facts, 'size')}”脚长 ${word(facts, 'footMm')} mm，超出 GB 30585 童鞋范围（250 mm），请归入成人鞋。`,
    en: (facts) =>
      `Size "${word(facts, 'size')}" has a foot length of ${word(facts, 'footMm')} mm, beyond children's shoes by GB 30585 (250 mm); list it with adults' shoes.`,
  },
  'catalogue/shoe-small-parts': {
    zh: () => '36 个月及以下的童鞋不得有可脱落的小附件（GB 30585）。',
    en: () => "Children's shoes for up to 36 months must have no small parts that come off (GB 30585).",
  },
  'catalogue/report-missing': {
    zh: () => '该类目的商品上架前须提交检测报告。',
    en: () => 'Goods of this category need a test report before they are listed.',
  },
  'catalogue/report-incomplete': {
    zh: (facts) =>
      `第 ${word(facts, 'position')} 份检测报告缺少${reportFields[word(facts, 'field')]?.zh ?? word(facts, 'field')}。`,
    en: (facts) =>
      `Test report ${word(facts, 'position')} lacks ${reportFields[word(facts, 'field')]?.en ?? word(facts, 'field')}.`,
  },
  'catalogue/report-expired': {
    zh: (facts) => `检测报告 ${word(facts, 'number')} 已于 ${word(facts, 'day')} 到期，请更新。`,
    en: (facts) =>
      `Test report ${word(facts, 'number')} expired on ${word(facts, 'day')}; provide a newer one.`,
  },
  'catalogue/report-expires-soon': {
    zh: (facts) =>
      `检测报告 ${word(facts, 'number')} 将于 ${word(facts, 'day')} 到期（还有 ${word(facts, 'days')} 天）。`,
    en: (facts) =>
      `Test report ${word(facts, 'number')} expires on ${word(facts, 'day')}; days left: ${word(facts, 'days')}.`,
  },
} satisfies Partial<Record<ListingProblemCode, ProblemText>>

/** Sentences for what is wrong with a listing. Facts are those of the problem, and `currency` for amounts. */
export const catalogueProblems: Readonly<Record<ListingProblemCode, ProblemText>> = {
  ...pricing,
  ...attributes,
  ...safety,
}

function cell(facts: Facts, locale: 'zh' | 'en'): string {
  const parts = [facts[locale === 'zh' ? 'colourZh' : 'colourEn'], facts.size].filter(
    (part) => part !== '' && part !== undefined,
  )
  return parts.length === 0 ? '—' : parts.join(' / ')
}
