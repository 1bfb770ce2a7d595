import type { Mail } from '#server/platform/mailer.ts'
import { inLocale, type Locale, type Localised } from '#shared/text.ts'

type Decision = 'returned' | 'verified' | 'admitted' | 'refused'
type Decided = {
  decision: Decision
  market: { slug: string; name: Localised }
  application: { id: string; shopName: Localised }
  reason: string
}

const subjects: Record<Decision, Record<Locale, (shop: string) => string>> = {
  returned: {
    zh: (shop) => `「${shop}」的入驻申请需要补正`,
    en: (shop) => `Your application for ${shop} needs mending`,
  },
  verified: {
    zh: (shop) => `「${shop}」的主体已核验`,
    en: (shop) => `The identity behind ${shop} is verified`,
  },
  admitted: {
    zh: (shop) => `「${shop}」已开通`,
    en: (shop) => `${shop} is open`,
  },
  refused: {
    zh: (shop) => `「${shop}」的入驻申请未通过`,
    en: (shop) => `Your application for ${shop} was refused`,
  },
}

const words: Record<Decision, Record<Locale, string>> = {
  returned: {
    zh: '请按下面的意见修改，然后重新提交。',
    en: 'Please mend what is named below and hand it in again.',
  },
  verified: {
    zh: '营业执照与填写的信息一致。市场办理开店后会再写信给你。',
    en: 'The licence and what you stated agree. We write again when the market opens the shop.',
  },
  admitted: {
    zh: '店铺已经开通，可以进入工作台发布商品。',
    en: 'The shop is open: you can offer goods from its workbench.',
  },
  refused: {
    zh: '理由见下。可以改正后重新申请，也可以向市场的投诉渠道反映。',
    en: 'The reason stands below. You may apply anew, or turn to the market’s complaints office.',
  },
}

/** What an office decided about an application, with its reason, and where to go on. */
export function decisionMail(
  origin: string,
  to: { email: string; locale: Locale },
  { decision, market, application, reason }: Decided,
): Mail {
  const { locale } = to
  const prefix = locale === 'en' ? '/en' : ''
  const url = `${origin}${prefix}/m/${market.slug}/open-shop?application=${application.id}`
  const body = [
    locale === 'zh' ? '您好：' : 'Hello,',
    words[decision][locale],
    ...(reason === '' ? [] : [reason]),
    url,
    locale === 'zh' ? `${inLocale(market.name, 'zh')} · 集市` : `${inLocale(market.name, 'en')} · Jishi`,
  ]
  return {
    to: to.email,
    subject: subjects[decision][locale](inLocale(application.shopName, locale)),
    body: body.join('\n\n'),
  }
}
