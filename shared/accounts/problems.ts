import type { ProblemCatalogue } from '#shared/problem.ts'

export const accountsProblems = {
  'accounts/sign-in-failed': {
    status: 401,
    title: { zh: '邮箱或密码不正确', en: 'E-mail or password is not right' },
  },
  'accounts/session-ended': {
    status: 401,
    title: { zh: '登录已失效，请重新登录', en: 'The session has ended; sign in again' },
  },
  'accounts/token-invalid': {
    status: 422,
    title: { zh: '链接无效或已过期', en: 'This link is not valid any more' },
    detail: {
      zh: () => '链接只能使用一次，且有时限。请重新申请一封邮件。',
      en: () => 'A link works once and for a limited time. Ask for a new mail.',
    },
  },
  'accounts/password-wrong': {
    status: 422,
    title: { zh: '当前密码不正确', en: 'The current password is not right' },
  },
  'accounts/password-common': {
    status: 422,
    title: { zh: '这个密码太常见', en: 'This password is too common' },
    detail: {
      zh: () => '它出现在常用密码表中，攻击者会最先尝试。请换一个，例如几个不相关的词连在一起。',
      en: () =>
        'It stands on lists that attackers try first. Choose another, such as a few unrelated words in a row.',
    },
  },
  'accounts/password-context': {
    status: 422,
    title: {
      zh: '密码中含有姓名、邮箱或网站名',
      en: 'The password contains your name, address or the name of this site',
    },
    detail: {
      zh: () => '去掉与您本人或本站有关的部分后，密码太短。请换一个。',
      en: () => 'Without the part about you or this site too little is left. Choose another.',
    },
  },
  'accounts/last-owner': {
    status: 409,
    title: { zh: '组织至少要有一位所有者', en: 'An organisation needs an owner' },
    detail: {
      zh: () => '请先把所有者身份交给另一位成员。',
      en: () => 'Make another member owner first.',
    },
  },
  'accounts/already-member': {
    status: 409,
    title: { zh: '您已经是成员', en: 'You are a member already' },
  },
  'accounts/too-many-organisations': {
    status: 422,
    title: { zh: '创建的组织过多', en: 'Too many organisations' },
    detail: {
      zh: (f) => `每人最多创建 ${f['limit'] ?? 20} 个组织。`,
      en: (f) => `A person may own at most ${f['limit'] ?? 20} organisations.`,
    },
  },
  'accounts/too-many-addresses': {
    status: 422,
    title: { zh: '地址过多', en: 'Too many addresses' },
    detail: {
      zh: (f) => `每个组织最多保存 ${f['limit'] ?? 200} 个地址。`,
      en: (f) => `An organisation keeps at most ${f['limit'] ?? 200} addresses.`,
    },
  },
} as const satisfies ProblemCatalogue
