import type { CartIssueCode, NextStep } from '#shared/trade/cart-shapes.ts'
import { counted, type Facts, type ProblemText, priced, word } from './problem-text.ts'

/** Sentences for what keeps a cart line from being ordered. Facts: `CartIssueFacts`, and `currency` for amounts. */
export const tradeProblems: Readonly<Record<CartIssueCode, ProblemText>> = {
  'trade/below-minimum-order': {
    zh: (facts) =>
      `起订量 ${counted(facts, 'need', 'zh')}，已选 ${counted(facts, 'have', 'zh')}，还差 ${counted(facts, 'missing', 'zh')}。`,
    en: (facts) =>
      `The minimum order is ${counted(facts, 'need', 'en')}; you have chosen ${counted(facts, 'have', 'en')}, ${counted(facts, 'missing', 'en')} short.`,
  },
  'trade/pack-multiple': {
    zh: (facts) =>
      `一手 ${counted(facts, 'packSize', 'zh')}，每个规格须按整手订购；${word(facts, 'quantity')} 不是整手，可改为 ${options(facts, ' 或 ')}。`,
    en: (facts) =>
      `This comes in packs of ${counted(facts, 'packSize', 'en')} per variant; ${word(facts, 'quantity')} is not a whole pack. Choose ${options(facts, ' or ')}.`,
  },
  'trade/not-enough-stock': {
    zh: (facts) => `库存 ${counted(facts, 'available', 'zh')}，不足 ${counted(facts, 'quantity', 'zh')}。`,
    en: (facts) =>
      `Only ${counted(facts, 'available', 'en')} in stock, not ${counted(facts, 'quantity', 'en')}.`,
  },
  'trade/sample-limit': {
    zh: (facts) =>
      Number(facts.taken ?? 0) === 0
        ? `每家公司每款样品最多 ${counted(facts, 'limit', 'zh')}，已选 ${counted(facts, 'quantity', 'zh')}。`
        : `每家公司每款样品最多 ${counted(facts, 'limit', 'zh')}，你们已订过 ${counted(facts, 'taken', 'zh')}，还能订 ${counted(facts, 'left', 'zh')}，已选 ${counted(facts, 'quantity', 'zh')}。`,
    en: (facts) =>
      Number(facts.taken ?? 0) === 0
        ? `Samples of a product are limited to ${counted(facts, 'limit', 'en')} per company; you have chosen ${counted(facts, 'quantity', 'en')}.`
        : `Samples of a product are limited to ${counted(facts, 'limit', 'en')} per company; yours has ordered ${counted(facts, 'taken', 'en')}, so ${counted(facts, 'left', 'en')} may follow, and you have chosen ${counted(facts, 'quantity', 'en')}.`,
  },
  'trade/no-sample': {
    zh: () => '该商品不提供样品，请按起订量订购或向店铺询盘。',
    en: () => 'No samples of this product are sold; order the minimum quantity or send the shop an inquiry.',
  },
  'trade/no-price': {
    zh: () => '该规格暂无价格，请向店铺询价。',
    en: () => 'This variant has no price yet; ask the shop for a quote.',
  },
  'trade/quantity-not-whole': {
    zh: (facts) => `数量须为不小于 0 的整数，现为 ${word(facts, 'quantity')}。`,
    en: (facts) => `A quantity is a whole number of 0 or more, not ${word(facts, 'quantity')}.`,
  },
  'trade/amount-too-large': {
    zh: (facts) => `单店货款不能超过 ${priced(facts, 'limit')}，请分单订购。`,
    en: (facts) => `Goods of one shop cannot exceed ${priced(facts, 'limit')} in an order; split the order.`,
  },
}

function options(facts: Facts, or: string): string {
  return Number(facts.lower) > 0
    ? `${word(facts, 'lower')}${or}${word(facts, 'upper')}`
    : word(facts, 'upper')
}

/** The sentence of a next step, e.g. "再加 36 件降到 ¥23.60：多拿 36 件只多付 ¥268.80". `currency` is that of the shop's market. */
export function nextStepText(step: NextStep, currency: string): { zh: string; en: string } {
  const facts: Facts = { ...step, currency, less: -step.cost }
  if (step.kind === 'next-tier') return tierText(facts, step.cost)
  if (step.kind === 'minimum-order') {
    const cost = costText(facts, step.cost)
    return {
      zh: `再加 ${counted(facts, 'missingQuantity', 'zh')}即达起订量 ${counted(facts, 'need', 'zh')}，${cost.zh}`,
      en: `Add ${counted(facts, 'missingQuantity', 'en')} to reach the minimum order of ${counted(facts, 'need', 'en')}, ${cost.en}`,
    }
  }
  const parts = [
    step.missingAmount === null
      ? null
      : { zh: `${priced(facts, 'missingAmount')} `, en: priced(facts, 'missingAmount') },
    step.missingQuantity === null
      ? null
      : { zh: counted(facts, 'missingQuantity', 'zh'), en: counted(facts, 'missingQuantity', 'en') },
  ].filter((part) => part !== null)
  return {
    zh: `再凑 ${parts.map((part) => part.zh).join('或 ')}可混批`,
    en: `Add ${parts.map((part) => part.en).join(' or ')} of any mixable goods to reach the mixed batch`,
  }
}

function costText(facts: Facts, cost: number): { zh: string; en: string } {
  if (cost < 0)
    return { zh: `反而少付 ${priced(facts, 'less')}`, en: `and pay ${priced(facts, 'less')} less` }
  if (cost === 0) return { zh: '不用多付', en: 'at no extra cost' }
  return { zh: `多付 ${priced(facts, 'cost')}`, en: `for ${priced(facts, 'cost')} more` }
}

function tierText(facts: Facts, cost: number): { zh: string; en: string } {
  const zh = counted(facts, 'missingQuantity', 'zh')
  const extra = costText(facts, cost)
  return {
    zh: `再加 ${zh}降到 ${priced(facts, 'unitPrice')}：多拿 ${zh}${cost > 0 ? '只' : ''}${extra.zh}`,
    en: `Add ${counted(facts, 'missingQuantity', 'en')} to bring the price down to ${priced(facts, 'unitPrice')}: ${word(facts, 'missingQuantity')} more ${cost > 0 ? `for only ${priced(facts, 'cost')}` : extra.en}`,
  }
}
