import type { SizeOption } from '../category.ts'

const height = (heightCm: number, zh: string, en: string): SizeOption => ({
  code: String(heightCm),
  heightCm,
  age: { zh, en },
})

/** Children's wear by body height in cm (GB/T 1335.3), with the age that the trade cuts each for. */
export const childrensHeights: readonly SizeOption[] = [
  height(52, '0–1个月', '0–1 month'),
  height(59, '0–3个月', '0–3 months'),
  height(66, '3–6个月', '3–6 months'),
  height(73, '6–12个月', '6–12 months'),
  height(80, '12–18个月', '12–18 months'),
  height(85, '18–21个月', '18–21 months'),
  height(90, '18–24个月', '18–24 months'),
  height(95, '2–3岁', '2–3 years'),
  height(100, '3–4岁', '3–4 years'),
  height(105, '4岁', '4 years'),
  height(110, '4–5岁', '4–5 years'),
  height(115, '5岁', '5 years'),
  height(120, '5–6岁', '5–6 years'),
  height(125, '6–7岁', '6–7 years'),
  height(130, '7–8岁', '7–8 years'),
  height(135, '8–9岁', '8–9 years'),
  height(140, '9–10岁', '9–10 years'),
  height(150, '11–12岁', '11–12 years'),
  height(160, '13–14岁', '13–14 years'),
  height(165, '14–15岁', '14–15 years'),
  height(170, '15岁以上', '15 years and over'),
]

/** Heights that goods for infants (up to 36 months) come in. */
export const infantHeights: readonly SizeOption[] = childrensHeights.filter(
  ({ heightCm = 0 }) => heightCm <= 105,
)

export const oneSize: readonly SizeOption[] = [{ code: 'one-size' }]

export const adultLetters: readonly SizeOption[] = [
  'XS',
  'S',
  'M',
  'L',
  'XL',
  '2XL',
  '3XL',
  '4XL',
  '5XL',
].map((code) => ({
  code,
}))

/** EU size (Paris point) and the foot length in mm (GB/T 3293.1) that makers of children's shoes last it for. */
const childrensFeet: readonly (readonly [number, number])[] = [
  [16, 95],
  [17, 100],
  [18, 110],
  [19, 115],
  [20, 120],
  [21, 130],
  [22, 135],
  [23, 140],
  [24, 150],
  [25, 155],
  [26, 160],
  [27, 165],
  [28, 170],
  [29, 180],
  [30, 185],
  [31, 190],
  [32, 195],
  [33, 205],
  [34, 210],
  [35, 220],
  [36, 225],
  [37, 235],
  [38, 240],
  [39, 245],
  [40, 250],
]

export const childrensShoes: readonly SizeOption[] = childrensFeet.map(([size, footMm]) => ({
  code: String(size),
  footMm,
}))

/** Adults' EU sizes: foot length = (size + 10) × 5 mm. */
export const adultShoes: readonly SizeOption[] = Array.from({ length: 16 }, (_, index) => {
  const size = 33 + index
  return { code: String(size), footMm: (size + 10) * 5 }
})

export const womensShoes: readonly SizeOption[] = adultShoes.filter(({ footMm = 0 }) => footMm <= 265)

/** Socks by foot length in cm, as they are packed, and one size. */
export const sockSizes: readonly SizeOption[] = [
  { code: '0-1Y', age: { zh: '0–1岁', en: '0–1 year' } },
  { code: '1-3Y', age: { zh: '1–3岁', en: '1–3 years' } },
  { code: '3-5Y', age: { zh: '3–5岁', en: '3–5 years' } },
  { code: '5-8Y', age: { zh: '5–8岁', en: '5–8 years' } },
  { code: '8-12Y', age: { zh: '8–12岁', en: '8–12 years' } },
  ...oneSize,
]

export const luggageInches: readonly SizeOption[] = [
  '14',
  '16',
  '18',
  '20',
  '22',
  '24',
  '26',
  '28',
  '30',
].map((inch) => ({ code: `${inch}″` }))
