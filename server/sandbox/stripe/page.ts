import { chineseTypeLinks } from '#server/platform/chinese-type.ts'
import type { StripeObject } from './journal.ts'

const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)

const digits: Record<string, number> = { jpy: 0 }
function price(amount: number, currency: string): string {
  const places = digits[currency] ?? 2
  const figure = (amount / 10 ** places).toLocaleString('en-US', { minimumFractionDigits: places })
  return `${currency.toUpperCase() === 'CNY' ? '¥' : `${currency.toUpperCase()} `}${figure}`
}

const texts = {
  zh: {
    lang: 'zh-CN',
    other: 'English',
    note: '演示环境 · 不会真正扣款',
    pay: '应付金额',
    choose: '选择这次付款的结果',
    success: '付款成功',
    decline: '银行拒绝',
    cancel: '取消，返回订单',
    declined: '银行拒绝了这次付款。没有扣款，可以再试一次。',
    over: '这个付款页面已经失效',
    overText: '付款已完成、已取消或已过期。请回到订单查看结果。',
    back: '返回',
    holder: '款项由持牌支付机构保管，确认收货后放给店铺。',
    account: '开通收款账户',
    accountText: '真实的支付机构会在这里核对营业执照、法定代表人和银行账户。演示环境不收任何资料。',
    accountChoose: '选择这次开通的结果',
    accountComplete: '提交资料，开通账户',
    accountIncomplete: '提交，但证件照看不清',
    accountLater: '先不填，返回店铺',
  },
  en: {
    lang: 'en',
    other: '中文',
    note: 'Demonstration · no money is moved',
    pay: 'Amount due',
    choose: 'Choose how this payment turns out',
    success: 'Pay',
    decline: 'Let the bank decline',
    cancel: 'Cancel and go back to the order',
    declined: 'The bank declined the payment. Nothing was charged; you can try again.',
    over: 'This payment page is no longer valid',
    overText: 'The payment was made, cancelled or has expired. Go back to the order to see.',
    back: 'Back',
    holder: 'The money is held by a licensed institution and released to the shop after receipt.',
    account: 'Open a payout account',
    accountText:
      'A real institution checks the licence, the representative and the bank account here. The demonstration asks for nothing.',
    accountChoose: 'Choose how this turns out',
    accountComplete: 'Hand everything in',
    accountIncomplete: 'Hand in an unreadable identity document',
    accountLater: 'Fill it in later and go back to the shop',
  },
}
export type PageLocale = keyof typeof texts

const style = `
*{box-sizing:border-box}body{margin:0;font:16px/1.6 "Noto Sans SC",system-ui,sans-serif;color:#1d2330;background:#f4f5f7;min-height:100vh;display:grid;place-items:center;padding:24px}
main{width:100%;max-width:420px;background:#fff;border:1px solid #e3e6eb;border-radius:12px;box-shadow:0 8px 30px rgba(20,30,60,.07);overflow:hidden}
header{display:flex;justify-content:space-between;align-items:center;padding:12px 24px;background:#fff7e6;color:#7a4b00;font-size:13px;border-bottom:1px solid #f2e2c0}
header a{color:inherit}section{padding:28px 24px}h1{font-size:15px;font-weight:500;margin:0 0 4px;color:#5b6472}
.title{font-size:26px;font-weight:650;line-height:1.3}.sum{font-size:34px;font-weight:650;font-variant-numeric:tabular-nums;letter-spacing:-.01em}p{margin:8px 0 0;color:#5b6472;font-size:14px}
.error{background:#fdeeee;color:#a11b1b;border-radius:8px;padding:10px 14px;margin-top:18px}
form{display:grid;gap:10px;margin-top:24px}legend,.choose{font-size:14px;color:#5b6472;margin-top:24px}
button,.button{font:inherit;font-weight:550;padding:12px 16px;border-radius:8px;border:1px solid #cfd5de;background:#fff;color:#1d2330;cursor:pointer;text-align:center;text-decoration:none;min-height:48px}
button.first{background:#1f5eff;border-color:#1f5eff;color:#fff}button:focus-visible,a:focus-visible{outline:3px solid #8fb0ff;outline-offset:2px}
button:hover{filter:brightness(.97)}`

/** Where the sandbox serves the Chinese type. */
export const typePrefix = '/type/'

function document(locale: PageLocale, title: string, body: string, otherHref: string): string {
  const t = texts[locale]
  return `<!doctype html><html lang="${t.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${style}</style></head><body><main><header><span>${t.note}</span><a href="${escaped(otherHref)}">${t.other}</a></header><section>${body}</section></main>${chineseTypeLinks(typePrefix)}</body></html>`
}

const other = (locale: PageLocale) => `?lang=${locale === 'zh' ? 'en' : 'zh'}`

/** The hosted page of an open session: the visitor chooses the outcome. */
export function payPage(session: StripeObject, locale: PageLocale, declined: boolean): string {
  const t = texts[locale]
  const amount = price(Number(session['amount_total']), String(session['currency']))
  const button = (outcome: string, text: string, first = '') =>
    `<button name="outcome" value="${outcome}" class="${first}">${text}</button>`
  return document(
    locale,
    `${t.pay} ${amount}`,
    `<h1>${escaped(String(session['title'] ?? ''))}</h1><div class="sum">${amount}</div><p>${t.holder}</p>
${declined ? `<div class="error" role="alert">${t.declined}</div>` : ''}<div class="choose">${t.choose}</div>
<form method="post" action="?lang=${locale}">${button('pay', `${t.success} ${amount}`, 'first')}${button('decline', t.decline)}${button('cancel', t.cancel)}</form>`,
    other(locale),
  )
}

/** The hosted page where the owner of a shop opens the account that it is paid to: the visitor chooses the outcome. */
export function onboardingPage(account: StripeObject, locale: PageLocale): string {
  const t = texts[locale]
  const name = (account['business_profile'] as { name?: string | null }).name ?? ''
  const button = (outcome: string, text: string, first = '') =>
    `<button name="outcome" value="${outcome}" class="${first}">${text}</button>`
  return document(
    locale,
    t.account,
    `<h1>${escaped(name)}</h1><div class="title">${t.account}</div><p>${t.accountText}</p><div class="choose">${t.accountChoose}</div>
<form method="post" action="?lang=${locale}">${button('complete', t.accountComplete, 'first')}${button('incomplete', t.accountIncomplete)}${button('later', t.accountLater)}</form>`,
    other(locale),
  )
}

/** What somebody sees who comes back to a session that is over. */
export function overPage(session: StripeObject | undefined, locale: PageLocale): string {
  const t = texts[locale]
  const back =
    session === undefined
      ? ''
      : `<form><a class="button" href="${escaped(String(session['cancel_url'] ?? session['success_url'] ?? '/'))}">${t.back}</a></form>`
  return document(locale, t.over, `<h1>${t.over}</h1><p>${t.overText}</p>${back}`, other(locale))
}
