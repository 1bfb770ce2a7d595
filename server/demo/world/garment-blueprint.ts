import {
  type Audience,
  childSizes,
  type GarmentBlueprint,
  infantSizes,
  toddlerSizes,
  type Variant,
} from './blueprint.ts'
import { babyShades, childShades } from './palette.ts'

/** One cut in words, for the pen and as attribute values; `price` against the type's usual one. */
export const variant = (
  zh: string,
  en: string,
  cut: Variant['cut'],
  attributes: Variant['attributes'] = {},
  price = 1,
): Variant => ({
  words: { zh, en },
  cut,
  attributes,
  price,
})

type Seed = Omit<GarmentBlueprint, 'goods' | 'sizes' | 'shades' | 'audience' | 'unit' | 'moq'> &
  Partial<Pick<GarmentBlueprint, 'unit' | 'moq' | 'shades' | 'sizes'>>

const sizesOf: Record<string, readonly string[]> = {
  infant: infantSizes,
  toddler: toddlerSizes,
  child: childSizes,
}

/** A blueprint with what is usual for its audience: sizes, colours, minimum quantities. */
export const garment = (audience: Audience, seed: Seed): GarmentBlueprint => ({
  goods: 'garment',
  audience,
  unit: 'piece',
  moq: [20, 30, 30, 50, 60],
  sizes: sizesOf[audience] ?? childSizes,
  shades: audience === 'infant' ? babyShades : childShades,
  ...seed,
})
