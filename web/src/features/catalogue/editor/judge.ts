import { categoryById } from '#shared/catalogue/categories.ts'
import { validateListing } from '#shared/catalogue/listing-rules.ts'
import { validatePricing } from '#shared/catalogue/pricing-rules.ts'
import { ProductDraft } from '#shared/catalogue/product.ts'
import type { TestReport } from '#shared/catalogue/test-report.ts'
import { catalogueProblems } from '#shared/problems/catalogue.ts'
import type { Locale } from '#shared/text.ts'
import { type EditorDraft, toDraft } from './editor-draft.ts'

/** `save`: cannot even be kept as a draft. `submit`: keeps it from review. `warning`: shown, may stand. */
export type EditorProblem = { pointer: string; level: 'save' | 'submit' | 'warning'; message: string }

type Words = { missing: string; invalid: string; noPicture: string; noSkus: string }
type Judged = {
  draft: EditorDraft
  reports: readonly TestReport[]
  today: string
  /** Categories that the market carries. */
  carried: readonly string[]
}

/**
 * Everything that is wrong with a product while it is written, by the same rules as the server's: the shape of a draft, the prices, and
 * what its category demands. One sentence per field: the first is the one to mend first.
 */
export function judge(
  { draft, reports, today, carried }: Judged,
  locale: Locale,
  words: Words,
): EditorProblem[] {
  const sent = toDraft(draft)
  const shape = shapeProblems(sent, words)
  const known = new Set(shape.map((problem) => problem.pointer))
  const category = categoryById(draft.categoryId)
  const rules = [
    ...validatePricing(sent),
    ...(category ? validateListing(sent, category, { reports, today, carried }) : []),
  ]
  const said = rules
    .filter(({ pointer }) => !known.has(pointer) && !(pointer.startsWith('/skus/') && known.has('/skus')))
    .map(
      ({ code, level, pointer, facts }): EditorProblem => ({
        pointer,
        level: level === 'error' ? 'submit' : 'warning',
        message: catalogueProblems[code][locale](facts),
      }),
    )
  const pictures: EditorProblem[] =
    draft.mediaIds.length === 0 ? [{ pointer: '/mediaIds', level: 'warning', message: words.noPicture }] : []
  return [...shape, ...pictures, ...said]
}

/** What the contract itself refuses. */
function shapeProblems(draft: ProductDraft, words: Words): EditorProblem[] {
  const parsed = ProductDraft.safeParse(draft)
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => {
    const pointer = `/${issue.path.map(String).join('/')}`
    const tooLittle = issue.code === 'too_small' || issue.code === 'custom'
    const message = pointer === '/skus' ? words.noSkus : tooLittle ? words.missing : words.invalid
    return { pointer, level: 'save', message }
  })
}

/** The problem that stands at a field: at its own pointer, or inside it. The gravest first. */
export function problemAt(
  problems: readonly EditorProblem[],
  pointer: string,
  inside = true,
): EditorProblem | undefined {
  const here = problems.filter(
    (one) => one.pointer === pointer || (inside && one.pointer.startsWith(`${pointer}/`)),
  )
  return here.find((one) => one.level !== 'warning') ?? here[0]
}

/** Parts of the editor's page, by the first member of a pointer. */
export const sections = [
  'basics',
  'pictures',
  'attributes',
  'skus',
  'price',
  'supply',
  'description',
] as const
export type Section = (typeof sections)[number]

const places: Readonly<Record<string, Section>> = {
  styleNo: 'basics',
  categoryId: 'basics',
  title: 'basics',
  mediaIds: 'pictures',
  attributes: 'attributes',
  testReports: 'attributes',
  reports: 'attributes',
  skus: 'skus',
  quoteMode: 'price',
  tiers: 'price',
  moq: 'price',
  packSize: 'price',
  packNote: 'price',
  mixedBatch: 'price',
  samplePrice: 'price',
  sampleLimit: 'price',
  unit: 'basics',
  leadTimeDays: 'supply',
  origin: 'supply',
  hsCode: 'supply',
  customisable: 'supply',
  description: 'description',
}

/** Which part of the page a pointer belongs to. */
export const sectionOf = (pointer: string): Section => places[pointer.split('/')[1] ?? ''] ?? 'attributes'

/** The id of the place on the page that a pointer means: the field itself where it has one, else what it is part of. */
export const anchorOf = (pointer: string): string => `at${pointer.replaceAll('/', '-')}`
