import { narrow, readNumber } from './normalise/number.ts'
import { isEmptyRow, type Sheet } from './sheet.ts'

/** A sentence of a title row, footnote or notes sheet. `row` as the spreadsheet shows it. */
export type NoteText = { readonly sheet: string; readonly row: number; readonly text: string }

/** Terms of trade that notes state, for the seller to confirm. Amounts are in major units of the market's currency. */
export type Terms = {
  /** 满300元或30件混批: the shop's mixed-batch minimum. */
  readonly mixedBatch?: {
    readonly amount: number | null
    readonly quantity: number | null
    readonly source: string
  }
  /** 48小时内发: days until dispatch. */
  readonly leadTimeDays?: { readonly days: number; readonly source: string }
  /** 质量问题7天内可退: days in which goods may be returned. */
  readonly returnDays?: { readonly days: number; readonly source: string }
}

/** Every non-empty text of a sheet that holds no table. */
export function notesOf(sheet: Sheet): NoteText[] {
  const notes: NoteText[] = []
  for (const [index, row] of sheet.rows.slice(0, 500).entries()) {
    if (isEmptyRow(row)) continue
    const text = row
      .filter((cell) => !cell.mergedFrom && cell.text.trim() !== '')
      .map((cell) => cell.text.trim())
      .join(' ')
    notes.push({ sheet: sheet.name, row: sheet.firstRow + index, text: text.slice(0, 1000) })
  }
  return notes
}

/** Terms found in notes; the first mention of each counts. */
export function findTerms(notes: readonly NoteText[]): Terms {
  let terms: Terms = {}
  for (const { text } of notes) {
    for (const clause of narrow(text).split(/[。；;!\n]/)) {
      terms = { ...mixedBatch(clause), ...dispatch(clause), ...returns(clause), ...terms }
    }
  }
  return terms
}

const quantityWords = '(?:件|双|套|个|条|pcs|pieces|pairs)'

function mixedBatch(clause: string): Terms {
  if (!/混批|混装|混款|mixed/i.test(clause)) return {}
  const amount =
    /(?:满|≥|over)?\s*[¥]?\s*([\d,]+(?:\.\d+)?)\s*元/.exec(clause)?.[1] ?? /[¥]\s*([\d,]+)/.exec(clause)?.[1]
  const quantity = new RegExp(`(\\d+)\\s*${quantityWords}`, 'i').exec(clause)?.[1]
  if (!amount && !quantity) return {}
  return {
    mixedBatch: {
      amount: amount ? (readNumber(amount)?.value ?? null) : null,
      quantity: quantity ? Number(quantity) : null,
      source: clause.trim(),
    },
  }
}

function dispatch(clause: string): Terms {
  const match =
    /(\d+)\s*(小时|天|个?工作日)\s*(?:之?内|以内)?\s*(?:发|出货|寄)/.exec(clause) ??
    /(?:ships?|dispatch\w*) (?:with)?in (\d+) (hours?|days?)/i.exec(clause)
  if (!match?.[1] || !match[2]) return {}
  const number = Number(match[1])
  const days = /小时|hour/i.test(match[2]) ? Math.ceil(number / 24) : number
  return days <= 180 ? { leadTimeDays: { days, source: clause.trim() } } : {}
}

function returns(clause: string): Terms {
  const match =
    /(\d+)\s*天\s*(?:之?内|以内|无理由)?\s*(?:可|包|无理由)?\s*(?:退|换)/.exec(clause) ??
    /(\d+)[- ]days? returns?/i.exec(clause)
  return match?.[1] ? { returnDays: { days: Number(match[1]), source: clause.trim() } } : {}
}
