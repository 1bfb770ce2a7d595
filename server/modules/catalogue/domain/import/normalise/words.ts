import { narrow } from './number.ts'

/** Yes or no as suppliers write it for mixed batch and the like: 可混批, 不混, √, 否. Null: neither. */
export function readYesNo(text: string): boolean | null {
  const written = narrow(text).toLowerCase()
  if (/^(?:不|否|无|no|n|x|×|false|0|没)|不可|不支持|不混/.test(written)) return false
  if (/^(?:是|可|能|支持|有|y|yes|true|1|√|✓|✔|混批|混)/.test(written)) return true
  return null
}

/** An English title with the apostrophes that lists drop: "Womens" → "Women's". Spaces are single. */
export function englishTitle(text: string): string {
  return narrow(text)
    .replace(/\s+/g, ' ')
    .replace(/\b(wo)?(m|M)ens\b/gi, (word) => `${word.slice(0, -1)}'${word.slice(-1)}`)
    .replace(/\bchildrens\b/gi, (word) => `${word.slice(0, -1)}'${word.slice(-1)}`)
    .replace(/[’‘]/g, "'")
}

export type LeadTime = { readonly days: number }

/** Days until dispatch: 3天, 48小时内发, 7-15天 (the longer), 现货 (0), "2 weeks". Null: no time is named. */
export function readLeadTime(text: string): LeadTime | null {
  const written = narrow(text).toLowerCase()
  if (/^(?:现货|当天|当日|即发|in stock|same day)$/.test(written)) return { days: 0 }
  const match = /(\d+)\s*(?:[-–~至到]\s*(\d+)\s*)?(天|日|个?工作日|小时|h|hours?|days?|周|weeks?)?/.exec(
    written,
  )
  if (!match?.[1]) return null
  const number = Number(match[2] ?? match[1])
  const unit = match[3] ?? '天'
  const days = /小时|^h/.test(unit) ? Math.ceil(number / 24) : /周|week/.test(unit) ? number * 7 : number
  return days <= 180 ? { days } : null
}

/** 预售 12/10发: the day goods announced in a note are sent, the next such day from `today` on (YYYY-MM-DD). Null: no such note. */
export function readPresale(text: string, today: string): { date: string; days: number } | null {
  const match =
    /(?:预售|预订|预定|预计|pre-?order|presale).*?(?:(\d{4})[年./-])?(\d{1,2})[月./-](\d{1,2})/i.exec(
      narrow(text),
    )
  if (!match?.[2] || !match[3]) return null
  const start = Date.parse(`${today}T00:00:00Z`)
  const [month, day] = [Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || day < 1 || day > 31 || Number.isNaN(start)) return null
  const year = match[1] ? Number(match[1]) : Number(today.slice(0, 4))
  let time = Date.UTC(year, month - 1, day)
  if (!match[1] && time < start) time = Date.UTC(year + 1, month - 1, day)
  const days = Math.round((time - start) / 86_400_000)
  return days >= 0 ? { date: new Date(time).toISOString().slice(0, 10), days } : null
}
