import { adultShoes } from './adult-shoe-blueprints.ts'
import type { ShoeBlueprint } from './blueprint.ts'
import { childrensShoes } from './childrens-shoe-blueprints.ts'

/** Every kind of shoe that the shops of Jinjiang and Quanzhou make. */
export const shoeBlueprints: readonly ShoeBlueprint[] = [...adultShoes, ...childrensShoes]
