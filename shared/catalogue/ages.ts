import { options } from './data/grow.ts'

/** Ages that children's goods are for, as options of the attribute `age_range`, with what they mean in months. */
export const ageRanges = [
  { value: 'm0-3', fromMonths: 0, toMonths: 3 },
  { value: 'm3-6', fromMonths: 3, toMonths: 6 },
  { value: 'm6-12', fromMonths: 6, toMonths: 12 },
  { value: 'm12-18', fromMonths: 12, toMonths: 18 },
  { value: 'm18-24', fromMonths: 18, toMonths: 24 },
  { value: 'm24-36', fromMonths: 24, toMonths: 36 },
  { value: 'y3-5', fromMonths: 36, toMonths: 60 },
  { value: 'y5-7', fromMonths: 60, toMonths: 84 },
  { value: 'y7-9', fromMonths: 84, toMonths: 108 },
  { value: 'y9-12', fromMonths: 108, toMonths: 144 },
  { value: 'y12-14', fromMonths: 144, toMonths: 168 },
] as const
export type AgeRange = (typeof ageRanges)[number]['value']

export const infantAgeOptions = options(
  'm0-3 0–3个月 0–3 months',
  'm3-6 3–6个月 3–6 months',
  'm6-12 6–12个月 6–12 months',
  'm12-18 12–18个月 12–18 months',
  'm18-24 18–24个月 18–24 months',
  'm24-36 24–36个月 24–36 months',
)
export const childAgeOptions = options(
  'y3-5 3–5岁 3–5 years',
  'y5-7 5–7岁 5–7 years',
  'y7-9 7–9岁 7–9 years',
  'y9-12 9–12岁 9–12 years',
  'y12-14 12–14岁 12–14 years',
)

/** GB 31701: infants are up to 36 months. */
export const isInfantAge = (value: string) =>
  ageRanges.some((age) => age.value === value && age.toMonths <= 36)
/** GB 31701 forbids cords at head and neck for children under 7 years. */
export const isUnderSeven = (value: string) =>
  ageRanges.some((age) => age.value === value && age.fromMonths < 84)
