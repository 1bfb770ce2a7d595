import type { Localised } from '#shared/text.ts'
import { colourNames } from './colour-names.ts'
import { narrow } from './number.ts'

export type ColourReading = {
  readonly name: Localised
  readonly hex: string | null
  /** The name was written another way than the trade's usual one, such as 藕粉色 for 藕粉. */
  readonly renamed: boolean
}

type Known = { zh: string; en: string; hex: string }
const byName = new Map<string, Known>()
for (const [zh, en, hex, ...others] of colourNames) {
  for (const name of [zh, en, ...others])
    if (!byName.has(nameKey(name))) byName.set(nameKey(name), { zh, en, hex })
}

function nameKey(name: string): string {
  return name.toLowerCase().replace(/[\s\-_]+/g, '')
}

const longest = 40

/**
 * A colour name in both languages with its swatch. Compositions such as "Grey and Blue" or 黑/红 are translated part by
 * part; a name nobody knows stays as written, without a swatch. Null: empty.
 */
export function readColour(text: string): ColourReading | null {
  const written = narrow(text).replace(/\s+/g, ' ').slice(0, longest)
  if (written === '') return null
  const known = byName.get(nameKey(written))
  if (known) {
    const usual = [known.zh, known.en].some((name) => nameKey(name) === nameKey(written))
    const plainZh = known.zh.endsWith('色') && written === known.zh.slice(0, -1)
    return {
      name: { zh: known.zh, en: known.en },
      hex: known.hex,
      renamed: !usual && !plainZh && /\p{Script=Han}/u.test(written),
    }
  }
  const parts = written.split(/\s*(?:\/|\+|&|、|拼|配|\band\b|\bwith\b)\s*/i).filter(Boolean)
  const knownParts = parts.map((part) => byName.get(nameKey(part)))
  if (parts.length > 1 && knownParts.every((part) => part !== undefined)) {
    const list = knownParts.flatMap((part) => (part ? [part] : []))
    return {
      name: { zh: list.map((part) => part.zh).join('/'), en: list.map((part) => part.en).join('/') },
      hex: list[0]?.hex ?? null,
      renamed: false,
    }
  }
  const chinese = /\p{Script=Han}/u.test(written)
  return { name: { zh: written, en: chinese ? '' : written }, hex: null, renamed: false }
}

const notColours: readonly RegExp[] = [
  /^(?:GB|FZ|QB|HG|JB|DB|ISO|EN|SN)\s*\/?\s*T?\s*\d/i,
  /^\d{4}\s*[-/.年]\s*\d{1,2}/,
  /\d\s*%/,
  /^(?:[¥$€]\s*\d|\d+(?:\.\d+)?\s*(?:元|cm|kg|g|码)$)/i,
]

/** Whether a text can be no colour's name: the number of a standard, a date, a percentage, a price, a measure. Colour numbers such as 3# may be one. */
export const isNoColour = (text: string): boolean => notColours.some((pattern) => pattern.test(narrow(text)))

/** The colours that a text offers to choose from, such as 红色/ 黄色/ 蓝色; one element when it names one. */
export function splitColours(text: string): string[] {
  const parts = narrow(text)
    .split(/\s*[/、,，;；]\s*/)
    .filter(Boolean)
  return parts.length > 1 ? parts : [narrow(text)]
}
