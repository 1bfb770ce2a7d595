import type { Mail } from '#server/platform/mailer.ts'
import { inLocale, type Locale, type Localised } from '#shared/text.ts'

/** Reminds an owner that the identity has to be verified again. */
export function reminderMail(
  origin: string,
  to: { email: string; locale: Locale },
  organisation: Localised,
  dueAt: Date,
): Mail {
  const name = inLocale(organisation, to.locale)
  const day = dueAt.toISOString().slice(0, 10)
  const url = `${origin}${to.locale === 'en' ? '/en' : ''}/account`
  return to.locale === 'zh'
    ? {
        to: to.email,
        subject: `请在 ${day} 前重新核验「${name}」的主体信息`,
        body: `您好：\n\n「${name}」的主体信息须每六个月核验一次，本次截止日期为 ${day}。逾期后，店铺将不能发布新商品。\n\n请核对信息并更新营业执照：\n\n${url}\n\n集市`,
      }
    : {
        to: to.email,
        subject: `Have the identity of ${name} verified again by ${day}`,
        body: `Hello,\n\nthe identity of “${name}” has to be verified every six months; this time by ${day}. After that the shop cannot list new goods.\n\nCheck the details and renew the licence document:\n\n${url}\n\nJishi`,
      }
}
