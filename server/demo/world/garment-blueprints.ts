import type { GarmentBlueprint } from './blueprint.ts'
import { bottoms } from './bottom-blueprints.ts'
import { accessories, girls, homeAndSets } from './dress-and-set-blueprints.ts'
import { infants } from './infant-blueprints.ts'
import { outerwear } from './outerwear-blueprints.ts'
import { tops } from './top-blueprints.ts'

/** Every kind of children's wear that the shops of Shishi make. */
export const garmentBlueprints: readonly GarmentBlueprint[] = [
  ...infants,
  ...(['toddler', 'child'] as const).flatMap((audience) => [
    ...tops(audience),
    ...outerwear(audience),
    ...bottoms(audience),
    ...girls(audience),
    ...homeAndSets(audience),
  ]),
  ...accessories,
]
