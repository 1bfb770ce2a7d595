import type { Mail } from '#server/platform/mailer.ts'
import { inLocale, type Locale, type Localised } from '#shared/text.ts'

type To = { email: string; locale: Locale }

/** Links carry their token behind `#`: browsers send that part to nobody, so it stands in no log and no Referer. */
const link = (origin: string, locale: Locale, path: string, token?: string) =>
  `${origin}${locale === 'en' ? '/en' : ''}${path}${token === undefined ? '' : `#token=${token}`}`

export const registrationMail = (origin: string, to: To, token: string): Mail => {
  const url = link(origin, to.locale, '/verify-email', token)
  return to.locale === 'zh'
    ? {
        to: to.email,
        subject: '确认您的集市账号',
        body: `您好：\n\n请在 60 分钟内打开下面的链接，设置密码并启用账号：\n\n${url}\n\n链接只能使用一次。如果不是您本人注册，请忽略此邮件，账号不会建立。\n\n集市`,
      }
    : {
        to: to.email,
        subject: 'Confirm your Jishi account',
        body: `Hello,\n\nopen this link within 60 minutes to choose a password and start using your account:\n\n${url}\n\nIt works once. If you did not ask for an account, ignore this mail and none will be made.\n\nJishi`,
      }
}

export const alreadyRegisteredMail = (origin: string, to: To, startedAt?: string): Mail => {
  const back = startedAt === undefined ? '' : `?returnTo=${encodeURIComponent(startedAt)}`
  const signIn = link(origin, to.locale, `/sign-in${back}`)
  const reset = link(origin, to.locale, '/reset-password')
  return to.locale === 'zh'
    ? {
        to: to.email,
        subject: '您已有集市账号',
        body: `您好：\n\n有人用这个邮箱申请注册，而您已经有账号。可以直接登录：\n\n${signIn}\n\n忘记密码时在这里重设：\n\n${reset}\n\n如果不是您本人操作，无需处理。\n\n集市`,
      }
    : {
        to: to.email,
        subject: 'You have a Jishi account already',
        body: `Hello,\n\nsomebody asked for an account with this address, and you have one. Sign in here:\n\n${signIn}\n\nIf you forgot the password, set a new one:\n\n${reset}\n\nIf it was not you, there is nothing to do.\n\nJishi`,
      }
}

export const resetMail = (origin: string, to: To, token: string): Mail => {
  const url = link(origin, to.locale, '/reset-password', token)
  return to.locale === 'zh'
    ? {
        to: to.email,
        subject: '重设集市密码',
        body: `您好：\n\n请在 30 分钟内打开下面的链接设置新密码：\n\n${url}\n\n设置后，所有设备都会退出登录。如果不是您本人申请，请忽略此邮件，原密码继续有效。\n\n集市`,
      }
    : {
        to: to.email,
        subject: 'Set a new Jishi password',
        body: `Hello,\n\nopen this link within 30 minutes to set a new password:\n\n${url}\n\nAll devices will be signed out then. If you did not ask for this, ignore the mail; your password stays as it is.\n\nJishi`,
      }
}

export const passwordChangedMail = (origin: string, to: To): Mail => {
  const reset = link(origin, to.locale, '/reset-password')
  return to.locale === 'zh'
    ? {
        to: to.email,
        subject: '集市密码已更改',
        body: `您好：\n\n您的密码刚刚更改，其他设备已退出登录。如果不是您本人操作，请立即重设密码：\n\n${reset}\n\n集市`,
      }
    : {
        to: to.email,
        subject: 'Your Jishi password was changed',
        body: `Hello,\n\nyour password was changed just now, and other devices were signed out. If it was not you, set a new one at once:\n\n${reset}\n\nJishi`,
      }
}

export const reuseMail = (origin: string, to: To, device: string): Mail => {
  const reset = link(origin, to.locale, '/reset-password')
  return to.locale === 'zh'
    ? {
        to: to.email,
        subject: '您的一处登录已被终止',
        body: `您好：\n\n一处登录（${device}）的凭证被使用了两次，可能已被他人复制，我们因此终止了这处登录。请重新登录；如有疑虑，请重设密码：\n\n${reset}\n\n集市`,
      }
    : {
        to: to.email,
        subject: 'One of your sessions was ended',
        body: `Hello,\n\nthe credentials of one session (${device}) were used twice, so somebody may have copied them. We ended that session. Sign in again; if in doubt, set a new password:\n\n${reset}\n\nJishi`,
      }
}

export const invitationMail = (
  origin: string,
  to: To,
  token: string,
  { organisation, inviter }: { organisation: Localised; inviter: string },
): Mail => {
  const url = link(origin, to.locale, '/invitation', token)
  const name = inLocale(organisation, to.locale)
  return to.locale === 'zh'
    ? {
        to: to.email,
        subject: `${inviter}邀请您加入${name}`,
        body: `您好：\n\n${inviter}邀请您在集市加入「${name}」。请在 7 天内用此邮箱的账号打开链接：\n\n${url}\n\n还没有账号时，请先用此邮箱注册。不认识对方时，请忽略此邮件。\n\n集市`,
      }
    : {
        to: to.email,
        subject: `${inviter} invites you to ${name}`,
        body: `Hello,\n\n${inviter} invites you to join “${name}” on Jishi. Open this link within 7 days, signed in with this address:\n\n${url}\n\nIf you have no account yet, register with this address first. If you do not know the sender, ignore this mail.\n\nJishi`,
      }
}
