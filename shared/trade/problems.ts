import type { Facts, ProblemCatalogue } from '#shared/problem.ts'

const word = (facts: Facts, key: string) => String(facts[key] ?? '—')

export const tradeProblems = {
  'trade/total-changed': {
    status: 409,
    title: { zh: '总价已变化', en: 'The total has changed' },
    detail: {
      zh: (f) =>
        `现在的总价是 ${word(f, 'total')}（最小货币单位），与你确认的 ${word(f, 'expected')} 不同。请核对后重新提交。`,
      en: (f) =>
        `The total is now ${word(f, 'total')} minor units, not ${word(f, 'expected')} as you confirmed. Check it and submit again.`,
    },
  },
  'trade/cart-changed': {
    status: 409,
    title: { zh: '进货单已变化或已提交', en: 'The cart has changed or was ordered already' },
    detail: {
      zh: () => '进货单在你查看之后有改动，或已经提交过。请刷新后再下单。',
      en: () => 'The cart was changed or ordered after you looked at it. Load it again before ordering.',
    },
  },
  'trade/own-goods': {
    status: 409,
    title: { zh: '不能购买本企业店铺的商品', en: 'A company does not buy from its own shop' },
    detail: {
      zh: () => '自买自卖会虚增成交量（《电子商务法》第十七条），请从进货单中移除。',
      en: () =>
        'Trade with oneself makes sales that never were (E-commerce Law art. 17). Take these goods out.',
    },
  },
  'trade/cart-empty': { status: 409, title: { zh: '没有可下单的商品', en: 'There is nothing to order' } },
  'trade/cart-full': {
    status: 409,
    title: { zh: '进货单已满', en: 'The cart is full' },
    detail: {
      zh: (f) => `一张进货单最多 ${word(f, 'limit')} 个规格，请先下单或移除一部分。`,
      en: (f) => `A cart holds at most ${word(f, 'limit')} specifications. Order or remove some first.`,
    },
  },
  'trade/cannot-be-ordered': {
    status: 409,
    title: { zh: '有商品不能下单', en: 'Some goods cannot be ordered as they are' },
    detail: {
      zh: (f) => `有 ${word(f, 'count')} 处不满足起订量、装箱数、库存或样品限量的要求，详见 errors。`,
      en: (f) =>
        `${word(f, 'count')} thing(s) miss the minimum order, the pack size, the stock or the sample limit; see errors.`,
    },
  },
  'trade/sold-out': {
    status: 409,
    title: { zh: '库存不足', en: 'Not enough stock' },
    detail: {
      zh: () => '其他采购商刚刚下单，剩余库存不够。没有生成订单，请按现有库存调整数量。',
      en: () =>
        'Somebody ordered a moment before and too little is left. Nothing was ordered; adjust the quantities.',
    },
  },
  'trade/not-delivered': {
    status: 409,
    title: { zh: '店铺不发往该地区', en: 'A shop does not deliver there' },
    detail: {
      zh: () => '请换一个收货地址，或联系店铺增加该地区的运费。',
      en: () => 'Choose another address, or ask the shop to add a rate for that area.',
    },
  },
  'trade/not-offered': { status: 409, title: { zh: '商品未上架或不存在', en: 'Not offered here' } },
  'trade/shop-not-verified': {
    status: 409,
    title: { zh: '店铺的企业身份核验已到期', en: 'The shop’s verification is overdue' },
    detail: {
      zh: () => '该店铺须先完成六个月一次的身份核验，才能接新订单。',
      en: () => 'The shop takes new orders once its six-monthly verification is renewed.',
    },
  },
  'trade/shop-closed': { status: 409, title: { zh: '店铺暂停营业', en: 'The shop is not trading' } },
  'trade/move-not-possible': {
    status: 409,
    title: { zh: '当前状态不能这样操作', en: 'Not possible in the present state' },
    detail: {
      zh: () => '状态可能刚刚变化，请刷新查看现在可以做什么。',
      en: () => 'The state may just have changed. Load it again to see what can be done now.',
    },
  },
  'trade/more-than-open': {
    status: 409,
    title: { zh: '数量超过未发或未收的数量', en: 'More than is open' },
    detail: {
      zh: (f) => `最多还可以填 ${word(f, 'open')}，你填了 ${word(f, 'quantity')}。`,
      en: (f) => `At most ${word(f, 'open')} are open; you entered ${word(f, 'quantity')}.`,
    },
  },
  'trade/carrier-unknown': {
    status: 400,
    title: { zh: '请选择列表中的承运商', en: 'Choose a carrier from the list' },
  },
  'trade/no-shortage': { status: 409, title: { zh: '没有待处理的少货', en: 'No shortage is open' } },
} as const satisfies ProblemCatalogue
