import type { ProblemCatalogue } from '#shared/problem.ts'

export const paymentsProblems = {
  'payments/receipt-known': {
    status: 409,
    title: { zh: '该笔流水已登记', en: 'This transaction is already entered' },
    detail: {
      zh: (f) => `银行流水号 ${String(f['bankRef'] ?? '')} 已经登记过，同一笔款不能入账两次。`,
      en: (f) =>
        `The bank’s number ${String(f['bankRef'] ?? '')} has been entered before; money counts once.`,
    },
  },
  'payments/bank-number-known': {
    status: 409,
    title: { zh: '该流水号已用过', en: 'This bank number is used already' },
    detail: {
      zh: (f) =>
        `银行流水号 ${String(f['bankRef'] ?? '')} 已经记在另一笔款上，一个流水号只对应一笔。请核对银行回单。`,
      en: (f) =>
        `The bank’s number ${String(f['bankRef'] ?? '')} is recorded with another payment, and stands for one only. Check the bank’s slip.`,
    },
  },
  'payments/own-matter': {
    status: 403,
    title: { zh: '这笔款和你所在的公司有关', en: 'This money concerns a company of yours' },
    detail: {
      zh: () => '你是付款公司或收款店铺的成员，不能登记或确认这笔款，请另一位有结算权的同事处理。',
      en: () =>
        'You belong to the company that pays or to the shop that is paid. Ask a colleague who may settle to record it.',
    },
  },
  'payments/no-bank-account': {
    status: 409,
    title: { zh: '本市场尚未设置收款账户', en: 'This market has no bank account yet' },
    detail: {
      zh: () => '请改用在线支付，或请市场管理方先登记持牌机构的收款账户。',
      en: () =>
        'Pay online instead, or ask the market’s operator to enter the account of its licensed institution.',
    },
  },
  'payments/provider-unavailable': {
    status: 503,
    title: { zh: '支付机构暂时没有应答', en: 'The payment institution does not answer' },
    detail: {
      zh: () => '没有扣款。请稍后再试，或改用银行转账。',
      en: () => 'Nothing was charged. Try again in a moment, or pay by bank transfer.',
    },
  },
  'payments/signature-wrong': { status: 400, title: { zh: '签名不符', en: 'The signature does not match' } },
  'payments/account-complete': {
    status: 409,
    title: { zh: '收款账户已开通，没有要补的资料', en: 'The payout account is open and nothing is missing' },
  },
  'payments/account-closed': {
    status: 409,
    title: { zh: '支付机构关闭了这个收款账户', en: 'The payment institution has closed this account' },
    detail: {
      zh: () => '原因只有支付机构能说明，请看它发给店主的邮件。',
      en: () => 'Only the institution can say why: see its mail to the shop’s owner.',
    },
  },
  'payments/not-online': {
    status: 409,
    title: { zh: '本市场没有开通在线支付', en: 'This market takes no online payments' },
    detail: {
      zh: () => '货款由结算岗按银行转账付出，不需要收款账户。',
      en: () => 'Shops are paid by bank transfer here; no payout account is needed.',
    },
  },
  'payments/institution-silent': {
    status: 503,
    title: { zh: '支付机构暂时没有应答', en: 'The payment institution does not answer' },
    detail: {
      zh: () => '你的资料和货款都不受影响，请稍后再试。',
      en: () => 'Your data and your money are not affected. Try again in a moment.',
    },
  },
  'payments/not-waiting': {
    status: 409,
    title: { zh: '这笔款项已处理', en: 'This has been dealt with already' },
  },
} as const satisfies ProblemCatalogue
