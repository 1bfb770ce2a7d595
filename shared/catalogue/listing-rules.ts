import { attributeProblems, compositionProblems } from './attribute-rules.ts'
import { attributesOf, pathOf } from './categories.ts'
import type { Category, ListingRule } from './category.ts'
import { childrensShoeProblems, childrensTextileProblems } from './childrens-goods.ts'
import { type ListingProblem, listingError, listingWarning } from './listing-problem.ts'
import type { ProductDraft } from './product.ts'
import { parseSize } from './sizes.ts'
import { daysBetween, lastDayOf, type TestReport } from './test-report.ts'

export type ListingDraft = Pick<ProductDraft, 'attributes' | 'unit'> & {
  readonly skus: readonly Pick<ProductDraft['skus'][number], 'size' | 'colour'>[]
}

export type ListingContext = {
  /** The test reports attached to the product. */
  readonly reports: readonly TestReport[]
  /** Today as a calendar day, `2026-11-24`. */
  readonly today: string
  /** Categories that the market carries, with all below them; empty or absent when it carries everything. */
  readonly carried?: readonly string[]
}

/** A report that ends within so many days is warned of. */
const soonDays = 30

/**
 * What keeps a draft from being listed in a category, and what is merely odd. Which rules bind is the category's data;
 * what a rule says is here and in the files beside. Prices are judged by `validatePricing`.
 */
export function validateListing(
  draft: ListingDraft,
  category: Category,
  context: ListingContext,
): ListingProblem[] {
  return [
    ...categoryProblems(draft, category, context.carried ?? []),
    ...attributeProblems(draft.attributes, attributesOf(category)),
    ...sizeProblems(draft, category),
    ...category.rules.flatMap((rule) => rules[rule](draft, category, context)),
  ]
}

/** Whether a list of problems keeps a draft from being submitted. */
export function isBlocked(problems: readonly ListingProblem[]): boolean {
  return problems.some(({ level }) => level === 'error')
}

type Rule = (draft: ListingDraft, category: Category, context: ListingContext) => ListingProblem[]

const rules: Readonly<Record<ListingRule, Rule>> = {
  'composition-sums': (draft) => compositionProblems(draft.attributes),
  'gb31701-childrens-textiles': (draft, { sizes }) =>
    childrensTextileProblems(draft.attributes, draft.skus, sizes),
  'gb30585-childrens-shoes': (draft, { sizes }) => childrensShoeProblems(draft.attributes, draft.skus, sizes),
  'test-report': (_, __, context) => reportProblems(context),
}

function categoryProblems(
  draft: ListingDraft,
  category: Category,
  carried: readonly string[],
): ListingProblem[] {
  const names = { nameZh: category.name.zh, nameEn: category.name.en }
  const problems: ListingProblem[] = []
  if (!category.leaf) problems.push(listingError('catalogue/category-not-leaf', '/categoryId', names))
  if (carried.length > 0 && !pathOf(category.id).some(({ id }) => carried.includes(id)))
    problems.push(listingError('catalogue/category-not-carried', '/categoryId', names))
  if (!category.units.includes(draft.unit)) {
    problems.push(listingError('catalogue/unit-not-in-category', '/unit', { ...names, unit: draft.unit }))
  }
  return problems
}

function sizeProblems(draft: ListingDraft, category: Category): ListingProblem[] {
  const problems: ListingProblem[] = []
  const cells = new Map<string, number>()
  for (const [index, { size, colour }] of draft.skus.entries()) {
    const parsed = size === '' ? null : parseSize(size, category.sizes)
    if (size !== '' && parsed === null && category.sizes.length > 0) {
      problems.push(listingWarning('catalogue/size-not-in-system', `/skus/${index}/size`, { size }))
    }
    const cell = JSON.stringify([colour.zh.trim() || colour.en.trim(), parsed?.code ?? size])
    const before = cells.get(cell)
    if (before === undefined) cells.set(cell, index)
    else {
      const facts = {
        position: index + 1,
        before: before + 1,
        colourZh: colour.zh || colour.en,
        colourEn: colour.en || colour.zh,
        size,
      }
      problems.push(listingError('catalogue/duplicate-sku', `/skus/${index}`, facts))
    }
  }
  return problems
}

/** A test report before listing (commercial-and-law.md 1.1.1, rule e): number, lab, issue day; one that still holds. */
function reportProblems({ reports, today }: ListingContext): ListingProblem[] {
  if (reports.length === 0) return [listingError('catalogue/report-missing', '/reports')]
  const incomplete = reports.flatMap(({ number, lab, issuedOn }, index) => {
    const missing = [number === '' && 'number', lab === '' && 'lab', issuedOn === null && 'issuedOn'].filter(
      (each) => each !== false,
    )
    return missing.map((field) =>
      listingError('catalogue/report-incomplete', `/reports/${index}/${field}`, {
        field,
        position: index + 1,
      }),
    )
  })
  if (incomplete.length > 0) return incomplete
  const days = reports.map(lastDayOf).filter((day) => day !== null)
  const last = days.toSorted().at(-1)
  if (last === undefined) return []
  const at = reports.findIndex((report) => lastDayOf(report) === last)
  const facts = { number: reports[at]?.number ?? '', day: last, days: daysBetween(today, last) }
  if (facts.days < 0) return [listingError('catalogue/report-expired', `/reports/${at}/expiresOn`, facts)]
  if (facts.days <= soonDays)
    return [listingWarning('catalogue/report-expires-soon', `/reports/${at}/expiresOn`, facts)]
  return []
}
