import type { Chance } from './chance.ts'
import { brightness, cream, deepen, isDark, lighten, mix } from './colour.ts'
import { bear, dinosaur, flower, roundedLetter } from './motifs.ts'
import type { Pattern } from './spec.ts'

/**
 * A print: either one repeat of a drawing, or a field of lines over the whole picture. Fine weaves are fields, since
 * librsvg resamples a small repeat pixel by pixel and takes three times as long.
 */
export type Tile = { width: number; height: number; drawing: string } | { field: string }

type Ink = {
  base: string
  accent: string | undefined
  light: boolean
  ink: string
  second: string
  chance: Chance
}

/** The repeat of `pattern` on cloth of colour `base`, or null where the cloth stays plain. */
export function printTile(
  pattern: Pattern,
  base: string,
  accent: string | undefined,
  chance: Chance,
): Tile | null {
  const light = brightness(base) > 0.62
  const ink = accent ?? (light ? deepen(base, 0.38) : cream)
  const second = light ? mix(ink, '#B5674C', 0.5) : mix(cream, base, 0.35)
  const draw = tiles[pattern]
  return draw ? draw({ base, accent, light, ink, second, chance }) : null
}

const [left, right, top, bottom] = [-130, 530, -80, 580]

/** Horizontal lines `gap` apart over the whole picture, as one path; `shift` is the first one's distance from the edge. */
function rows(gap: number, shift = 0): string {
  let path = ''
  for (let y = top + shift; y <= bottom; y += gap) path += `M${left} ${y.toFixed(1)}H${right}`
  return path
}

function columns(gap: number, shift = 0): string {
  let path = ''
  for (let x = left + shift; x <= right; x += gap) path += `M${x.toFixed(1)} ${top}V${bottom}`
  return path
}

/** Parallel lines that climb (`slope` 1) or fall (-1). */
function diagonals(gap: number, slope: 1 | -1): string {
  const reach = bottom - top
  let path = ''
  for (let x = left - reach; x <= right; x += gap)
    path += slope === 1 ? `M${x} ${bottom}l${reach} ${-reach}` : `M${x} ${top}l${reach} ${reach}`
  return path
}

/** Stitches of one repeat of 36 by 32, each a V `width` wide, `gap` above the next. */
function stitches(width: number, gap: number, drop: number, shift: number): string {
  const half = width / 2
  const row = `l${half} ${drop}l${half} ${-drop}`.repeat(36 / width)
  let path = ''
  for (let y = shift - gap; y < 32; y += gap) path += `M0 ${y.toFixed(1)}${row}`
  return path
}

const strokes = (path: string, colour: string, width: number, opacity: number, more = '') =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-opacity="${opacity}"${more}/>`

const tiles: Partial<Record<Pattern, (ink: Ink) => Tile>> = {
  stripes: ({ ink, chance }) => {
    const [gap, bar] = chance() < 0.35 ? [11, 3.4] : chance() < 0.6 ? [18, 7] : [26, 13]
    return { field: strokes(rows(gap), ink, bar, 0.84) }
  },
  check: ({ ink, chance }) => {
    const size = chance() < 0.5 ? 18 : 28
    const hair = size > 20 ? strokes(rows(size, size / 2) + columns(size, size / 2), '#fff', 1, 0.4) : ''
    return {
      field: strokes(rows(size), ink, size / 2, 0.38) + strokes(columns(size), ink, size / 2, 0.38) + hair,
    }
  },
  dots: ({ ink }) => {
    const dotted = (path: string) =>
      strokes(path, ink, 5.6, 1, ' stroke-linecap="round" stroke-dasharray=".01 24"')
    return { field: `${dotted(rows(24))}<g transform="translate(12 12)">${dotted(rows(24))}</g>` }
  },
  floral: ({ light, accent }) => {
    const leaf = light ? '#8D9A7B' : '#C9CDB4'
    const first = accent ?? (light ? '#C4705C' : '#F3DFD2')
    const other = light ? '#D9A25F' : '#E9C9A0'
    return {
      width: 46,
      height: 46,
      drawing: `${flower(11, 11, 1.2, first, '#F3D9A6')}${flower(34, 31, 1.05, other, '#FFF7E8')}<path d="M17 13q4-4 8-1q-4 3-8 1zM39 36q3 3 2 7q-4-2-2-7zM6 17q-4 3-3 7q4-2 3-7z" fill="${leaf}"/><circle cx="26" cy="8" r="1.4" fill="${other}"/><circle cx="9" cy="36" r="1.4" fill="${first}"/>`,
    }
  },
  bear: ({ base, accent, light, second }) => {
    const [fur, muzzle, ink] = bearColours(base, accent)
    const speck = `fill="${light ? second : cream}" fill-opacity=".7"`
    return {
      width: 62,
      height: 62,
      drawing: `${bear(17, 19, 1, fur, muzzle, ink)}${bear(48, 50, 1, fur, muzzle, ink)}<circle cx="47" cy="15" r="1.7" ${speck}/><circle cx="17" cy="47" r="1.7" ${speck}/>`,
    }
  },
  dino: ({ base, accent, light, ink }) => {
    const first = accent ?? (light ? '#7F957C' : cream)
    const other = light ? '#C99B63' : mix(cream, base, 0.3)
    return {
      width: 76,
      height: 70,
      drawing: `${dinosaur('translate(6 8) scale(.92)', first, deepen(first, 0.5))}${dinosaur('translate(78 44) scale(-.92 .92)', other, deepen(other, 0.5))}<path d="M56 14l4-6 4 6zM16 54l3.5-5 3.5 5z" fill="${ink}" fill-opacity=".45"/>`,
    }
  },
  letters: ({ ink, second }) => {
    const places = [
      ['A', 8, 18, -12],
      ['B', 34, 27, 10],
      ['C', 62, 16, 6],
      ['M', 16, 50, 14],
      ['O', 42, 58, -8],
      ['K', 66, 48, -16],
    ] as const
    return {
      width: 82,
      height: 68,
      drawing: places
        .map(([letter, x, y, turn], i) =>
          roundedLetter(letter, x, y, 13, turn, i % 3 === 1 ? second : ink, 3),
        )
        .join(''),
    }
  },
  camo: ({ base, ink }) => {
    const dark = isDark(base)
    const tones = dark
      ? [lighten(base, 0.2), lighten(base, 0.34), deepen(base, 0.5)]
      : [deepen(base, 0.28), mix(base, ink, 0.4), lighten(base, 0.35)]
    const blobs = [
      'M-6 12C6 -2 22 8 34 2C46 -2 52 10 46 18C56 26 44 36 34 32C28 42 14 34 12 26C4 28 -10 22 -6 12ZM58 52C68 44 84 50 96 46C104 52 98 62 92 64C98 74 84 80 78 74C68 80 60 70 62 64C54 62 52 56 58 52Z',
      'M52 4C62 -4 78 2 90 0C98 8 92 18 84 18C88 28 76 32 70 26C60 32 54 20 58 14C50 14 48 8 52 4ZM8 50C16 40 34 46 44 42C54 48 48 60 40 60C44 72 30 76 24 68C14 74 4 66 8 58C0 58 2 52 8 50ZM80 84C88 78 100 84 96 92C90 98 74 92 80 84Z',
      'M22 14C30 8 44 14 42 22C36 28 24 26 22 14ZM70 34C80 28 92 34 88 42C80 48 66 44 70 34ZM30 78C40 70 56 74 62 82C60 92 42 92 36 88C26 90 24 82 30 78ZM2 34C8 28 18 34 14 40C8 46 -4 40 2 34Z',
    ]
    return {
      width: 96,
      height: 90,
      drawing: blobs.map((path, i) => `<path d="${path}" fill="${tones[i] ?? ink}"/>`).join(''),
    }
  },
  knit: ({ base }) => {
    const low = deepen(base, isDark(base) ? 0.45 : 0.24)
    const high = lighten(base, isDark(base) ? 0.16 : 0.34)
    return {
      width: 36,
      height: 32,
      drawing:
        strokes(stitches(9, 8, 4.6, 0), low, 1.5, 0.62) + strokes(stitches(9, 8, 4.2, -1.6), high, 1.1, 0.6),
    }
  },
  denim: ({ base }) => ({
    field:
      strokes(diagonals(6, 1), lighten(base, 0.4), 0.9, 0.5) +
      strokes(diagonals(9, -1), deepen(base, 0.4), 0.8, 0.3),
  }),
  corduroy: ({ base }) => ({
    field:
      strokes(columns(6.5), deepen(base, isDark(base) ? 0.5 : 0.34), 2, 0.5) +
      strokes(columns(6.5, 3.2), lighten(base, 0.3), 1.5, 0.4),
  }),
}

/** Fur, muzzle and ink of a bear that reads on cloth of colour `base`. */
export function bearColours(base: string, accent: string | undefined): [string, string, string] {
  return brightness(base) > 0.62
    ? [accent ?? '#A9805A', '#EAD9C2', '#4A372B']
    : [accent ?? cream, mix(cream, base, 0.35), deepen(base, 0.6)]
}
