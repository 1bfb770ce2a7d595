import type { CompositionPart } from '#shared/catalogue/category.ts'
import { type FabricName, fabrics } from './fabrics.ts'

/** Parts of the garment with their fibres; each part sums to 100 %. */
export function compositionOf(name: FabricName, hasRib: boolean): CompositionPart[] {
  const part = (label: string, fibres: readonly (readonly [string, number])[]): CompositionPart => ({
    part: label,
    fibres: fibres.map(([fibre, percent]) => ({ fibre, percent })),
  })
  const parts = [part('面料', fabrics[name].fibres)]
  if (name === 'down')
    parts.push(
      part('里料', [['聚酯纤维', 100]]),
      part('填充物', [
        ['白鸭绒', 90],
        ['羽毛', 10],
      ]),
    )
  else if (name === 'padded')
    parts.push(part('里料', [['聚酯纤维', 100]]), part('填充物', [['聚酯纤维', 100]]))
  else if (hasRib)
    parts.push(
      part('罗纹', [
        ['棉', 95],
        ['氨纶', 5],
      ]),
    )
  return parts
}
