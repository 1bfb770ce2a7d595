import { isInfantAge, isUnderSeven } from './ages.ts'
import type { Attributes, SizeOption } from './category.ts'
import { type ListingProblem, listingError, listingWarning } from './listing-problem.ts'
import { leastHeight, parseSize } from './sizes.ts'

const chosen = (values: Attributes, key: string): string[] => {
  const value = values[key]
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

/**
 * GB 31701-2015, safety of infants' and children's textiles:
 * - infants (up to 36 months, or any size up to 100 cm): class A, and the words 婴幼儿用品 on the label;
 * - children 3 to 14: next to the skin at least class B, other garments at least class C;
 * - no cord at head or neck up to 7 years; a body height up to 130 cm counts as under 7.
 * One listing of mixed sizes is judged by its smallest: the goods are one kind, with one label.
 */
export function childrensTextileProblems(
  values: Attributes,
  skus: readonly { readonly size: string }[],
  sizes: readonly SizeOption[],
): ListingProblem[] {
  const heights = skus.map(({ size }) => leastHeight(size, sizes)).filter((height) => height !== null)
  const smallest = heights.length === 0 ? null : Math.min(...heights)
  const ages = chosen(values, 'age_range')
  const infant = ages.some(isInfantAge) || (smallest !== null && smallest <= 100)
  const [safetyClass] = chosen(values, 'safety_class')
  const facts = { safetyClass: safetyClass ?? null, smallestCm: smallest }
  const problems: ListingProblem[] = []
  if (infant && safetyClass !== undefined && safetyClass !== 'A') {
    problems.push(listingError('catalogue/infant-class-a', '/attributes/safety_class', facts))
  }
  if (infant && values.infant_mark !== true)
    problems.push(listingError('catalogue/infant-mark', '/attributes/infant_mark', facts))
  if (safetyClass === 'C' && values.next_to_skin === true) {
    problems.push(listingError('catalogue/class-c-next-to-skin', '/attributes/safety_class', facts))
  }
  const small = ages.some(isUnderSeven) || (smallest !== null && smallest <= 130)
  if (values.neck_cord === true && small)
    problems.push(listingError('catalogue/neck-cord', '/attributes/neck_cord', facts))
  return problems
}

/**
 * GB 30585, safety of children's shoes: shoes up to 14 years and size 250 mm; up to 36 months no small parts that come
 * off (commercial-and-law.md 1.1.1, "Other clusters"). Sizes beyond 250 mm belong to adults' shoes.
 */
export function childrensShoeProblems(
  values: Attributes,
  skus: readonly { readonly size: string }[],
  sizes: readonly SizeOption[],
): ListingProblem[] {
  const problems: ListingProblem[] = []
  for (const [index, { size }] of skus.entries()) {
    const footMm = footOf(size, sizes)
    if (footMm === null || footMm <= 250) continue
    problems.push(
      listingWarning('catalogue/shoe-size-beyond-standard', `/skus/${index}/size`, { size, footMm }),
    )
  }
  const standard = chosen(values, 'standard').join(' ').normalize('NFKC')
  if (standard !== '' && !/GB\s*30585/i.test(standard)) {
    problems.push(
      listingError('catalogue/standard-missing', '/attributes/standard', {
        standard: 'GB 30585',
        value: standard,
      }),
    )
  }
  if (values.detachable_parts === true && chosen(values, 'age_range').some(isInfantAge)) {
    problems.push(listingError('catalogue/shoe-small-parts', '/attributes/detachable_parts'))
  }
  return problems
}

/** The foot length in mm that a written shoe size means, also where the children's sizes end ("255"). */
function footOf(size: string, sizes: readonly SizeOption[]): number | null {
  const known = parseSize(size, sizes)?.option.footMm
  if (known !== undefined) return known
  const figure = Number(size.normalize('NFKC').replace(/[^\d.]/g, ''))
  if (figure >= 90 && figure <= 330) return figure
  return figure >= 41 && figure <= 50 ? (figure + 10) * 5 : null
}
