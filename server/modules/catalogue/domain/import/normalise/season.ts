import { narrow } from './number.ts'

export const seasons = ['spring', 'summer', 'autumn', 'winter'] as const
export type Season = (typeof seasons)[number]

const marks: readonly (readonly [RegExp, Season])[] = [
  [/春|spring/i, 'spring'],
  [/夏|summer/i, 'summer'],
  [/秋|autumn|fall/i, 'autumn'],
  [/冬|winter/i, 'winter'],
]

/** The seasons that a text names: 春秋 two, 四季 all. Null: it names none. */
export function readSeasons(text: string): Season[] | null {
  const written = narrow(text)
  if (/四季|全年|不限|通用|all\s*(?:year|season)|year[- ]round/i.test(written)) return [...seasons]
  const named = marks.filter(([mark]) => mark.test(written)).map(([, season]) => season)
  return named.length > 0 ? named : null
}
