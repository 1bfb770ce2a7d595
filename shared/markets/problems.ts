import type { ProblemCatalogue } from '#shared/problem.ts'

/** What makes a market impossible. Each is held by a constraint in the database; the texts say what is missing. */
export const marketsProblems = {
  'markets/sponsored-needs-initiator': {
    status: 422,
    title: {
      zh: '政府主办的市场须有政府发起方',
      en: 'A government-sponsored market needs a government body as initiator',
    },
  },
  'markets/sponsored-needs-supervisor': {
    status: 422,
    title: {
      zh: '政府主办的市场须有政府监管方',
      en: 'A government-sponsored market needs a government body as supervisor',
    },
  },
  'markets/entrusted-needs-operator': {
    status: 422,
    title: { zh: '委托运营的市场须有运营方', en: 'An entrusted market needs an operator' },
  },
  'markets/enterprise-led-needs-lead': {
    status: 422,
    title: { zh: '企业主导的市场须有龙头企业', en: 'An enterprise-led market needs a lead enterprise' },
  },
  'markets/only-sponsored-is-entrusted': {
    status: 422,
    title: {
      zh: '只有政府主办的市场可以委托运营',
      en: 'Only a government-sponsored market is entrusted to an operator',
    },
  },
  'markets/own-ancestor': {
    status: 422,
    title: { zh: '市场不能是自己的上级', en: 'A market cannot be its own ancestor' },
  },
  'markets/power-without-holder': {
    status: 422,
    title: { zh: '章程中有权力无人行使', en: 'A power of the charter has no holder' },
  },
  'markets/judge-in-own-cause': {
    status: 422,
    title: { zh: '作出处罚的一方不能审理申诉', en: 'Whoever sanctions cannot hear the appeal' },
  },
  'markets/shares-not-whole': {
    status: 422,
    title: { zh: '管理集团的份额合计须为 100%', en: 'Shares of the management group must add up to 100 %' },
  },
  'markets/booth-taken': {
    status: 409,
    title: { zh: '该档口在此期间已租出', en: 'The booth is let for that time already' },
  },
  'markets/slug-taken': {
    status: 409,
    title: { zh: '这个网址已被使用', en: 'This address is in use' },
  },
} as const satisfies ProblemCatalogue
