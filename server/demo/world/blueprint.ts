import type { Unit } from '#shared/catalogue/product.ts'
import type { Localised } from '#shared/text.ts'
import type { Cut, GarmentType, Pattern, ShoeType } from '../drawing/spec.ts'
import type { FabricName } from './fabrics.ts'
import type { ShadeName } from './palette.ts'

/** One way to cut a type, in words and for the pen, with the attribute values it means. */
export type Variant = {
  words: Localised
  cut: Cut
  attributes?: Record<string, string | boolean>
  /** Against the type's usual price. */
  price?: number
}

/** 0–36 months, 1–6 years, 5–14 years; shoes also for men and women. */
export type Audience = 'infant' | 'toddler' | 'child' | 'men' | 'women' | 'unisex'

type Shared = {
  categoryId: string
  audience: Audience
  name: Localised
  unit: Unit
  /** Price from which a box of goods leaves the factory, lowest and highest, in fen, for the plain fabric. */
  price: readonly [number, number]
  sizes: readonly string[]
  shades: readonly ShadeName[]
  variants: readonly Variant[]
  hsCode: string
  standard: string
  /** Weight of the smallest and the largest size, grams. */
  grams: readonly [number, number]
  gender?: 'girl' | 'boy'
  moq: readonly number[]
  packSize?: number
}

export type GarmentBlueprint = Shared & {
  goods: 'garment'
  type: GarmentType
  fabrics: readonly FabricName[]
  patterns: readonly Pattern[]
  nextToSkin: boolean
  rib: boolean
  /** What a size sheet measures, for the middle size, centimetres: name and value. */
  measures: readonly number[]
}

export type ShoeBlueprint = Shared & {
  goods: 'shoe'
  type: ShoeType
  uppers: readonly (readonly [key: string, words: Localised])[]
  soles: readonly (readonly [key: string, hex: string])[]
  season: readonly string[]
  construction: string
  /** Share of styles in two named colours. */
  twoTone: number
  attributes: Record<string, string | readonly string[]>
}

export type Blueprint = GarmentBlueprint | ShoeBlueprint

export const infantSizes = ['59', '66', '73', '80', '90', '100'] as const
export const toddlerSizes = ['80', '90', '100', '110', '120'] as const
export const childSizes = ['110', '120', '130', '140', '150', '160'] as const
