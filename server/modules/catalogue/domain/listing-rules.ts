import type { ProductDraft } from '#shared/catalogue/product.ts'
import type { DraftProblem, TestReportView } from '#shared/catalogue/views.ts'
import type { FieldProblem } from '#shared/problem.ts'
import type { Locale } from '#shared/text.ts'

/** Judges a draft: what keeps it from being listed and what is worth a look, with a sentence in both languages. */
export type ListingRules = {
  check: (
    draft: ProductDraft,
    facts: { reports: readonly TestReportView[]; today: string; carried: readonly string[] },
  ) => DraftProblem[]
}

/** The errors among the problems, as an answer to the request names them. */
export const fieldProblems = (problems: readonly DraftProblem[], locale: Locale): FieldProblem[] =>
  problems
    .filter((problem) => problem.level === 'error')
    .map(({ pointer, code, message, facts }) => ({ pointer, code, message: message[locale], facts }))
