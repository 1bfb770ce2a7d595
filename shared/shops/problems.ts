import type { ProblemCatalogue } from '#shared/problem.ts'

export const shopsProblems = {
  'shops/application-open': {
    status: 409,
    title: { zh: '已有一份申请正在处理', en: 'An application is under way already' },
  },
  'shops/has-shop': {
    status: 409,
    title: { zh: '该企业在本市场已有店铺', en: 'This enterprise has a shop in this market' },
  },
  'shops/market-not-open': {
    status: 409,
    title: { zh: '市场目前不接受入驻申请', en: 'The market takes no applications now' },
  },
  'shops/unknown-category': {
    status: 422,
    title: { zh: '市场不经营所选类目', en: 'The market does not carry a chosen category' },
    detail: {
      zh: (f) => `类目 ${f['categoryId'] ?? ''} 不在本市场的经营范围内。`,
      en: (f) => `Category ${f['categoryId'] ?? ''} is outside what this market carries.`,
    },
  },
  'shops/identity-missing': {
    status: 422,
    title: { zh: '请先填写主体信息', en: 'State the legal identity first' },
  },
  'shops/licence-missing': {
    status: 422,
    title: { zh: '请先上传营业执照', en: 'Upload the business licence first' },
  },
  'shops/note-missing': {
    status: 422,
    title: { zh: '请说明如何确认', en: 'Say how it was made sure' },
    detail: {
      zh: () => '有核对项不符：请在备注中写明人工核对的经过和结论。',
      en: () => 'A check does not fit: write in the note what a person compared and found.',
    },
  },
  'shops/application-cannot-move': {
    status: 409,
    title: { zh: '申请的当前状态不允许此操作', en: 'The application cannot go there from where it is' },
    detail: {
      zh: (f) => `当前状态 ${f['from'] ?? ''} 不能变为 ${f['to'] ?? ''}。`,
      en: (f) => `It is ${f['from'] ?? ''} and cannot become ${f['to'] ?? ''}.`,
    },
  },
  'shops/wrong-currency': {
    status: 422,
    title: { zh: '币种与市场不一致', en: 'Not the currency of the market' },
    detail: {
      zh: (f) => `本市场以 ${f['currency'] ?? ''} 结算。`,
      en: (f) => `This market trades in ${f['currency'] ?? ''}.`,
    },
  },
} as const satisfies ProblemCatalogue
