import type { ProblemCatalogue } from '#shared/problem.ts'

export const searchProblems = {
  'search/cursor-invalid': {
    status: 400,
    title: { zh: '翻页位置无效', en: 'The page position is not valid' },
    detail: {
      zh: () => '请从第一页重新开始。',
      en: () => 'Start again from the first page.',
    },
  },
} as const satisfies ProblemCatalogue
