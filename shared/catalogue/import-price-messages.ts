import { e, en, type Message, message, rows, z, zh } from '#shared/catalogue/import-sentence.ts'

/** Sentences about texts, prices and stock. */
export const priceMessages = {
  missing: message(
    '缺内容',
    'Missing',
    (f) => (f.as === undefined ? `${zh(f)}没有填` : `${zh(f)}没有填，按“${f.as}”导入`),
    (f) => (f.as === undefined ? `${en(f)} is empty` : `${en(f)} is empty; “${f.as}” is used`),
  ),
  'full-width': message(
    '全角数字',
    'Full-width digits',
    (f) => `${z(f)}是全角数字，已按 ${f.as} 读`,
    (f) => `${e(f)} uses full-width digits; read as ${f.as}`,
  ),
  'read-as': message(
    '格式已改读',
    'Read as',
    (f) => `${z(f)}，已按“${f.as}”读`,
    (f) => `${e(f)} was read as “${f.as}”`,
  ),
  'formula-error': message(
    '公式出错',
    'Formula error',
    (f) => `${z(f)}是表格公式的错误值，请填上正确内容`,
    (f) => `${e(f)} is a formula error; enter the value itself`,
  ),
  'hidden-characters': message(
    '隐藏字符',
    'Hidden characters',
    (f) => `${zh(f)}含有看不见的字符，已去掉`,
    (f) => `${en(f)} held invisible characters, which were removed`,
  ),
  'text-too-long': message(
    '文字过长',
    'Text too long',
    (f) => `${zh(f)}有 ${f.length} 个字，最多 ${f.max} 个`,
    (f) => `${en(f)} has ${f.length} characters; at most ${f.max} fit`,
  ),
  'price-missing': message(
    '缺单价',
    'Price missing',
    (f) => `${zh(f)}没有填价格`,
    (f) => `${en(f)} has no price`,
  ),
  'price-negotiable': message(
    '价格面议',
    'Price on request',
    (f) => `${z(f)}不是价格；商城里每款都要有明确的单价`,
    (f) => `${e(f)} is no price; every product here needs a definite one`,
  ),
  'price-negative': message(
    '价格为负',
    'Negative price',
    (f) => `${z(f)}是负数，单价必须大于 0`,
    (f) => `${e(f)} is negative; a price must be above 0`,
  ),
  'price-zero': message(
    '价格为零',
    'Price is zero',
    (f) => `${z(f)}为 0，单价必须大于 0`,
    (f) => `${e(f)} is zero; a price must be above 0`,
  ),
  'price-range': message(
    '价格是区间',
    'Price range',
    (f) => `${z(f)}是区间，一格只能填一个价格`,
    (f) => `${e(f)} is a range; a cell holds one price`,
  ),
  'price-currency': message(
    '币种不符',
    'Other currency',
    (f) => `${z(f)}用的是 ${f.currency}，本商城以 ${f.expected} 计价`,
    (f) => `${e(f)} is in ${f.currency}; this market prices in ${f.expected}`,
  ),
  'price-decimals': message(
    '小数位过多',
    'Too many decimals',
    (f) => `${z(f)}的小数超出最小货币单位`,
    (f) => `${e(f)} has more decimals than the currency`,
  ),
  'price-too-high': message(
    '价格过高',
    'Price too high',
    (f) => `${z(f)}超出可填的最高价格`,
    (f) => `${e(f)} is above the highest price that can be entered`,
  ),
  'price-unreadable': message(
    '价格读不出',
    'Price unreadable',
    (f) => `${z(f)}读不出价格，请填数字，如 28.50`,
    (f) => `${e(f)} cannot be read as a price; enter a number such as 28.50`,
  ),
  'price-outlier': message(
    '价格相差过大',
    'Unusual price',
    (f) => `${z(f)}比同款常用价 ${f.common} ${f.direction === 'lower' ? '低' : '高'} ${f.percent} %，请核对`,
    (f) => `${e(f)} is ${f.percent} % ${f.direction} than the style’s usual ${f.common}; please check`,
  ),
  'price-changes': message(
    '改动现价',
    'Changes the price',
    (f) => `${f.styleNo} 现价 ${f.before}，导入后整款改为 ${f.after}`,
    (f) => `${f.styleNo} costs ${f.before} now; the import changes the whole style to ${f.after}`,
  ),
  'tier-price-missing': message(
    '缺阶梯价',
    'Quantity price missing',
    (f) => `${zh(f)}没有填，同款另外 ${f.count} 行满 ${f.minQuantity} 件的价格是 ${f.common}`,
    (f) => `${en(f)} is empty; ${rows(f.count)} of the style say ${f.common} from ${f.minQuantity} on`,
  ),
  'tier-not-falling': message(
    '阶梯价不递减',
    'Price does not fall',
    (f) => `${z(f)}不低于前一档的 ${f.before}；数量越多，单价应越低`,
    (f) => `${e(f)} is not below the previous step of ${f.before}; a larger quantity must cost less per unit`,
  ),
  'stock-not-a-number': message(
    '库存不是数字',
    'Stock is no number',
    (f) => `${z(f)}不是数字，请填整数，无货填 0`,
    (f) => `${e(f)} is no number; enter a whole number, 0 for none`,
  ),
  'stock-negative': message(
    '库存为负',
    'Negative stock',
    (f) => `${z(f)}是负数，无货请填 0`,
    (f) => `${e(f)} is negative; enter 0 for none`,
  ),
  'stock-none': message(
    '断码按 0',
    'Sold out as 0',
    (f) => `${z(f)}表示无货，库存按 0`,
    (f) => `${e(f)} means sold out; stock is 0`,
  ),
} satisfies Readonly<Record<string, Message>>
