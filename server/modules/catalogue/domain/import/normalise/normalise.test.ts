import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { readBarcode } from './barcode.ts'
import { readColour } from './colour.ts'
import { readComposition } from './composition.ts'
import { chineseNumber, readNumber, readQuantity, readQuantityText } from './number.ts'
import { readOrigin } from './origin.ts'
import { readPack } from './pack.ts'
import { plainText } from './plain-text.ts'
import { priceText, readPrice } from './price.ts'
import { readSafetyClass } from './safety-class.ts'
import { readSeasons } from './season.ts'
import { looksLikeSize, readSize, splitSizes } from './size.ts'
import { readStock } from './stock.ts'
import { readUnit } from './unit.ts'
import { readWeight } from './weight.ts'
import { englishTitle, readLeadTime, readPresale, readYesNo } from './words.ts'

describe('numbers', () => {
  test.each([
    ['12', 12],
    ['1,200', 1200],
    ['1 200.5', 1200.5],
    ['２８．５０', 28.5],
    ['－12.5', -12.5],
    ['28,5', 28.5],
    ['充足', null],
    ['1,20,3', null],
    ['', null],
  ])('%j is %j', (text, value) => expect(readNumber(text)?.value ?? null).toBe(value))

  test.each([
    ['10件起', 10],
    ['≥100', 100],
    ['十件', 10],
    ['三百五十', 350],
    ['两千', 2000],
    ['1,200双以上', 1200],
    ['100+', 100],
    ['10.5', null],
    ['若干', null],
  ])('%j is the quantity %j', (text, value) => expect(readQuantity(text)).toBe(value))

  test('full-width digits are told apart from other rewriting', () => {
    expect(readNumber('１０')?.how).toBe('full-width')
    expect(readNumber('10')?.how).toBe('plain')
    expect(readQuantityText('10件起')?.how).toBe('read-as')
  })

  property.prop([fc.integer({ min: 0, max: 99_999 })])('Chinese numerals are read back', (number) => {
    expect(chineseNumber(chineseOf(number))).toBe(number)
  })
})

const figures = '零一二三四五六七八九'
function chineseOf(number: number): string {
  if (number < 10) return figures[number] ?? ''
  for (const [place, name] of [
    [10_000, '万'],
    [1000, '千'],
    [100, '百'],
    [10, '十'],
  ] as const) {
    if (number < place) continue
    const rest = number % place
    const gap = rest > 0 && rest < place / 10 ? '零' : ''
    return `${chineseOf(Math.floor(number / place))}${name}${rest > 0 ? gap + chineseOf(rest) : ''}`
  }
  return ''
}

describe('prices', () => {
  test.each([
    ['28.50', 2850],
    ['２８．５０', 2850],
    ['￥33.8', 3380],
    ['33.8元/件', 3380],
    ['¥1,280.00', 128_000],
    ['CNY 5', 500],
  ])('%j is %j fen', (text, minor) => expect(readPrice(text, 'CNY')).toMatchObject({ value: minor }))

  test.each([
    ['', 'price-missing'],
    ['-', 'price-missing'],
    ['面议', 'price-negotiable'],
    ['电议', 'price-negotiable'],
    ['－12.5', 'price-negative'],
    ['0', 'price-zero'],
    ['12-15', 'price-range'],
    ['$5', 'price-currency'],
    ['1.005', 'price-decimals'],
    ['便宜', 'price-unreadable'],
    ['99999999999', 'price-too-high'],
  ])('%j is refused as %s', (text, fault) => expect(readPrice(text, 'CNY')).toMatchObject({ fault }))

  test('minor units are taken as they are', () =>
    expect(readPrice('3499', 'USD', 'minor')).toMatchObject({ value: 3499 }))

  property.prop([fc.integer({ min: 1, max: 99_999_999 })])(
    'a price that was written is read back to the fen',
    (minor) => {
      expect(readPrice(priceText(minor, 'CNY'), 'CNY')).toEqual({ value: minor, how: 'plain' })
    },
  )
})

test.each([
  ['120', { value: 120, how: 'plain' }],
  ['断码', { none: true }],
  ['无', { none: true }],
  ['缺货', { none: true }],
  ['充足', { fault: 'stock-not-a-number' }],
  ['1.5', { fault: 'stock-not-a-number' }],
  ['-3', { fault: 'stock-negative' }],
  ['', { fault: 'missing' }],
  ['30件', { value: 30, how: 'read-as' }],
])('stock %j is read as %j', (text, reading) => expect(readStock(text)).toEqual(reading))

describe('composition', () => {
  const parts = (text: string): unknown => {
    const reading = readComposition(text)
    return 'parts' in reading
      ? reading.parts.map(({ part, fibres }) => [
          part,
          ...fibres.map(({ fibre, percent }) => `${fibre} ${percent}`),
        ])
      : reading
  }
  test.each([
    ['100%棉', [['面料', '棉 100']]],
    ['60%棉 40%聚酯纤维', [['面料', '棉 60', '聚酯纤维 40']]],
    ['棉98% 氨纶2%', [['面料', '棉 98', '氨纶 2']]],
    ['棉 80 %，聚酯纤维 20 %', [['面料', '棉 80', '聚酯纤维 20']]],
    ['棉:95%,氨纶:5%', [['面料', '棉 95', '氨纶 5']]],
    [
      '面料:100%聚酯纤维 里料:100%聚酯纤维 填充物:90%白鸭绒',
      [
        ['面料', '聚酯纤维 100'],
        ['里料', '聚酯纤维 100'],
        ['填充物', '白鸭绒 90'],
      ],
    ],
    [
      '面料：65%棉35%涤；里布：100%棉',
      [
        ['面料', '棉 65', '聚酯纤维 35'],
        ['里料', '棉 100'],
      ],
    ],
    [
      '正面：100%棉\n背面：15%棉 85%涤',
      [
        ['正面', '棉 100'],
        ['背面', '棉 15', '聚酯纤维 85'],
      ],
    ],
    [
      '外壳：100% 纯棉  内充：100% 聚酯纤维',
      [
        ['外壳', '棉 100'],
        ['填充物', '聚酯纤维 100'],
      ],
    ],
    [
      'Shell: 100% nylon; lining: 100% polyester',
      [
        ['面料', 'nylon 100'],
        ['里料', 'polyester 100'],
      ],
    ],
    ['棉95 氨纶5', [['面料', '棉 95', '氨纶 5']]],
    ['95% cotton 5% elastane', [['面料', 'cotton 95', 'elastane 5']]],
    [
      '55.7%棉 27.1%聚酯纤维 4.7%羊毛 12.5%其他',
      [['面料', '棉 55.7', '聚酯纤维 27.1', '羊毛 4.7', '其他 12.5']],
    ],
  ])('%j is read by parts', (text, expected) => expect(parts(text)).toEqual(expected))

  test('parts that do not make 100 % are refused with their sum', () => {
    expect(readComposition('95%棉 15%氨纶')).toEqual({ fault: 'composition-not-100', part: '面料', sum: 110 })
    expect(readComposition('面料:100%棉 里料:90%棉')).toEqual({
      fault: 'composition-not-100',
      part: '里料',
      sum: 90,
    })
  })
  test.each(['超细羊毛', '棉', '100%', '棉95 氨纶15', '北美白橡木+桐木'])('%j is no composition', (text) => {
    expect(readComposition(text)).toEqual({ fault: 'composition-unreadable' })
  })
})

test.each([
  ['90码', '90'],
  ['110CM', '110'],
  ['xxl', '2XL'],
  ['Size 38', '38'],
  [' 均码 ', '均码'],
  ['', null],
])('size %j becomes %j', (text, size) => expect(readSize(text)).toBe(size))
test('sizes of a cell that names several are told apart', () => {
  expect(splitSizes('100/110')).toEqual(['100', '110'])
  expect(splitSizes('200*230cm/220*240cm')).toEqual(['200*230cm/220*240cm'])
  expect(looksLikeSize('2024')).toBeNull()
  expect(looksLikeSize('36.5')).toBe('36.5')
})

test.each([
  ['藕粉', { zh: '藕粉', en: 'Lotus pink' }, false],
  ['藕粉色', { zh: '藕粉', en: 'Lotus pink' }, true],
  ['Navy Blue', { zh: '藏青', en: 'Navy' }, false],
  ['Grey and Blue', { zh: '灰色/蓝色', en: 'Grey/Blue' }, false],
  ['星空幻影', { zh: '星空幻影', en: '' }, false],
])('colour %j is named in both languages', (text, name, renamed) => {
  expect(readColour(text)).toMatchObject({ name, renamed })
})

test.each([
  ['GB 31701 A类 婴幼儿用品', 'A'],
  ['GB31701-2015 B类', 'B'],
  ['c 类', 'C'],
  ['Class B', 'B'],
  ['婴幼儿用品', 'A'],
  ['A类/B类', null],
  ['合格品', null],
])('safety class %j is %j', (text, expected) => expect(readSafetyClass(text)).toBe(expected))

test.each([
  ['春秋', ['spring', 'autumn']],
  ['四季', ['spring', 'summer', 'autumn', 'winter']],
  ['Winter', ['winter']],
  ['随意', null],
])('season %j is %j', (text, expected) => expect(readSeasons(text)).toEqual(expected))

test.each([
  ['件', 'piece'],
  ['双', 'pair'],
  ['元', null],
  ['㎡', 'square-metre'],
  ['PCS', 'piece'],
])('unit %j is %j', (text, unit) => expect(readUnit(text)).toBe(unit))

test('barcodes are checked, and shortened ones are not taken for codes', () => {
  expect(readBarcode('6901234567892')).toEqual({ code: '6901234567892', valid: true })
  expect(readBarcode('6901234567890')).toEqual({ code: '6901234567890', valid: false })
  expect(readBarcode('6.9E+12')).toEqual({ fault: 'barcode-rounded' })
  expect(readBarcode('12345')).toEqual({ fault: 'barcode-length' })
  expect(readBarcode(' ')).toBeNull()
})

test('packs are counted against the sizes they name', () => {
  const sizes = ['90', '100', '110', '120', '130', '140']
  expect(readPack('1手=5件(90-130各1)', sizes)).toEqual({ size: 5, note: '90–130 各 1', counted: 5 })
  expect(readPack('一手6件（90-130各1）', sizes)).toMatchObject({ size: 6, counted: 5 })
  expect(readPack('12', sizes)).toMatchObject({ size: 12, counted: null })
  expect(readPack('散装', sizes)).toBeNull()
})

test.each([
  ['260', '', 260],
  ['0.26', '重量(kg)', 260],
  ['1.2kg', '', 1200],
  ['半斤', '', null],
])('weight %j under %j is %j g', (text, header, grams) => expect(readWeight(text, header)).toBe(grams))

test('places are read with their country', () => {
  expect(readOrigin('福建石狮')).toEqual({ country: 'CN', place: { zh: '福建石狮', en: '' } })
  expect(readOrigin('Made in Vietnam')).toEqual({ country: 'VN', place: { zh: '', en: '' } })
})

test('words of trade are understood', () => {
  expect([readYesNo('可混批'), readYesNo('不混'), readYesNo('看情况')]).toEqual([true, false, null])
  expect(englishTitle('Sleek  Womens and mens Shoes')).toBe("Sleek Women's and men's Shoes")
  expect([
    readLeadTime('48小时内发')?.days,
    readLeadTime('7-15天')?.days,
    readLeadTime('现货')?.days,
  ]).toEqual([2, 15, 0])
  expect(readPresale('预售 12/10发', '2026-11-23')).toEqual({ date: '2026-12-10', days: 17 })
  expect(readPresale('预售 1月5日', '2026-11-23')?.date).toBe('2027-01-05')
  expect(readPresale('断码', '2026-11-23')).toBeNull()
  expect(plainText('<p>柔软&nbsp;透气</p><script>x()</script><p>2 < 3</p>')).toBe('柔软 透气\n2 < 3')
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^[0-9.,%％￥元件起≥棉面料:： /手各\-（）A类]{0,30}$/u),
)
property.prop([anyText])('no text makes a normaliser throw', (text) => {
  for (const read of [
    readNumber,
    readQuantityText,
    readStock,
    readComposition,
    readSize,
    looksLikeSize,
    splitSizes,
    readColour,
    readSafetyClass,
    readSeasons,
    readUnit,
    readBarcode,
    readPack,
    readWeight,
    readOrigin,
    readYesNo,
    englishTitle,
    readLeadTime,
    plainText,
  ]) {
    expect(() => read(text)).not.toThrow()
  }
  expect(() => readPrice(text, 'JPY')).not.toThrow()
  expect(() => readPresale(text, '2026-11-23')).not.toThrow()
})
property.prop([anyText])('a price that is read is a whole number of fen above zero', (text) => {
  const reading = readPrice(text, 'CNY')
  if ('value' in reading) expect(Number.isSafeInteger(reading.value) && reading.value > 0).toBe(true)
})
test.each([
  '1'.repeat(20_000),
  '棉'.repeat(20_000),
  '1%棉 '.repeat(5000),
  ' '.repeat(20_000),
  '<a '.repeat(5000),
  '面料:'.repeat(5000),
])('long text is judged quickly', (text) => {
  const started = performance.now()
  for (const read of [readNumber, readQuantityText, readComposition, readPack, plainText, readColour])
    read(text)
  readPrice(text, 'CNY')
  readPresale(text, '2026-11-23')
  expect(performance.now() - started).toBeLessThan(500)
})
