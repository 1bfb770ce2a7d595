import { isDownContent } from '#shared/catalogue/attribute-rules.ts'
import type { CompositionPart } from '#shared/catalogue/category.ts'
import { narrow } from './number.ts'

export type CompositionReading =
  | { readonly parts: CompositionPart[]; readonly how: 'plain' | 'read-as' }
  | { readonly fault: 'composition-unreadable' }
  | { readonly fault: 'composition-not-100'; readonly part: string; readonly sum: number }

/** The part of goods that are described as a whole. */
export const wholePart = '面料'
const partNames: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:面料?|面料成[分份]|材质|成[分份]|表面|大身|外层面?料?|外用面料|主面料|主料|shell|outer|main|body)$/i,
    '面料',
  ],
  [/^(?:里料?|里布|内里|里层面?料?|衬里|lining)$/i, '里料'],
  [/^(?:填充物?|填充|填充料|充绒|内充|填料|填充成[分份]|内芯材料?|filling|fill|padding)$/i, '填充物'],
  [/^(?:罗纹|rib|ribbing)$/i, '罗纹'],
  [/^(?:鞋面|帮面|upper)$/i, '鞋面'],
  [/^(?:鞋底|大底|外底|sole|outsole)$/i, '鞋底'],
]
// No label is longer; it also bounds the time that hostile text can take.
const longest = 500
const fibre = String.raw`[\p{L}][\p{L}\p{M}\d（）()·.'\- ]*?`
const percentFirst = new RegExp(
  String.raw`(\d+(?:\.\d+)?)\s*%\s*(${fibre})(?=\s*(?:$|[,，、;；+/&]|\d+(?:\.\d+)?\s*%))`,
  'gu',
)
const fibreFirst = new RegExp(String.raw`(${fibre})\s*[:：]?\s*(\d+(?:\.\d+)?)\s*%`, 'gu')

/**
 * A composition such as "60%棉 40%聚酯纤维", "棉98% 氨纶2%" or "面料:… 里料:… 填充物:90%白鸭绒" by parts.
 * The percentages of a part must sum to 100 within 0.1 (commercial-and-law 1.1.1 d); a filling's down content may stand alone.
 */
export function readComposition(text: string): CompositionReading {
  if (text.length > longest) return { fault: 'composition-unreadable' }
  const written = narrow(text).replace(/\s*[\r\n]+\s*/g, '；')
  const segments = splitParts(written)
  const parts: CompositionPart[] = []
  let how: 'plain' | 'read-as' = 'plain'
  for (const { part, content } of segments) {
    const first = fibres(content, percentFirst, 1, 2)
    const list = first ?? fibres(content, fibreFirst, 2, 1) ?? bareFibres(content)
    if (!list) return { fault: 'composition-unreadable' }
    if (!first) how = 'read-as'
    const sum = Math.round(list.reduce((total, { percent }) => total + percent, 0) * 100) / 100
    if (!isDownContent({ part, fibres: list }) && Math.abs(sum - 100) > 0.1)
      return { fault: 'composition-not-100', part, sum }
    parts.push({ part, fibres: list })
  }
  return parts.length > 0 && parts.length <= 10 ? { parts, how } : { fault: 'composition-unreadable' }
}

function splitParts(written: string): { part: string; content: string }[] {
  const heads = [...written.matchAll(/([\p{L}][\p{L}\d]{0,11})\s*[:：]\s*(?=\D{0,12}\d)/gu)]
  if (heads.length === 0) return [{ part: wholePart, content: written }]
  const parts = heads.map((head, index) => ({
    part: partName(head[1] ?? ''),
    content: written
      .slice(head.index + head[0].length, heads[index + 1]?.index ?? written.length)
      .replace(/[\s,，;；]+$/, ''),
  }))
  // "棉:95%，氨纶:5%" names fibres, not parts: nothing but the percentage stands behind each.
  return parts.every(({ content }) => /^\d+(?:\.\d+)?\s*%?$/.test(content.trim()))
    ? [{ part: wholePart, content: written }]
    : parts
}

/** The usual name of a part of goods: 里层面料 and lining are 里料. What nobody knows stays as written. */
export function partName(written: string): string {
  return partNames.find(([pattern]) => pattern.test(written))?.[1] ?? written.slice(0, 40)
}

/** Every stretch of `content` must be a percentage with its fibre; leftovers mean that something was not understood. */
function fibres(
  content: string,
  pattern: RegExp,
  percentAt: 1 | 2,
  fibreAt: 1 | 2,
): CompositionPart['fibres'] | null {
  const matches = [...content.matchAll(pattern)]
  const rest = content.replace(pattern, '').replace(/[\s,，、;；+/&。.]+/g, '')
  if (matches.length === 0 || rest !== '' || matches.length > 12) return null
  return matches
    .map((match) => ({ fibre: fibreName(match[fibreAt] ?? ''), percent: Number(match[percentAt]) }))
    .every(({ fibre, percent }) => fibre !== '' && percent <= 100 * 10)
    ? matches.map((match) => ({ fibre: fibreName(match[fibreAt] ?? ''), percent: Number(match[percentAt]) }))
    : null
}

/** "棉95 氨纶5": numbers without a per cent sign, taken for percentages only where they make 100. */
function bareFibres(content: string): CompositionPart['fibres'] | null {
  if (content.includes('%')) return null
  const list = fibres(
    content.replace(/\d+(?:\.\d+)?/g, (number) => `${number}%`),
    fibreFirst,
    2,
    1,
  )
  return list && list.reduce((sum, { percent }) => sum + percent, 0) === 100 ? list : null
}

const fibreNames: Readonly<Record<string, string>> = {
  涤: '聚酯纤维',
  涤纶: '聚酯纤维',
  聚酯: '聚酯纤维',
  纯棉: '棉',
  全棉: '棉',
}

function fibreName(written: string): string {
  const name = written
    .trim()
    .replace(/[.\-·]+$/, '')
    .slice(0, 40)
  return (Object.hasOwn(fibreNames, name) ? fibreNames[name] : undefined) ?? name
}
