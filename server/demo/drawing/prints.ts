import type { Chance } from './chance.ts'
import { brightness, cream, deepen, isDark, lighten, mix } from './colour.ts'
import { bear, dinosaur, flower, roundedLetter } from './motifs.ts'
import type { Pattern } from './spec.ts'

/** One repeat of a print or a weave, in drawing units. */
export type Tile = { width: number; height: number; drawing: string }

type Ink = { base: string; accent: string | undefined; light: boolean; ink: string; second: string; chance: Chance }

/** The repeat of `pattern` on cloth of colour `base`, or null where the cloth stays plain. */
export function printTile(pattern: Pattern, base: string, accent: string | undefined, chance: Chance): Tile | null {
  const light = brightness(base) > 0.62
  const ink = accent ?? (light ? deepen(base, 0.38) : cream)
  const second = light ? mix(ink, '#B5674C', 0.5) : mix(cream, base, 0.35)
  const draw = tiles[pattern]
  return draw ? draw({ base, accent, light, ink, second, chance }) : null
}

const tiles: Partial<Record<Pattern, (ink: Ink) => Tile>> = {
  stripes: ({ ink, chance }) => {
    const [height, bar] = chance() < 0.35 ? [11, 3.4] : chance() < 0.6 ? [18, 7] : [26, 13]
    return { width: 40, height, drawing: `<rect width="40" height="${bar}" fill="${ink}" fill-opacity=".84"/>` }
  },
  check: ({ ink, chance }) => {
    const size = chance() < 0.5 ? 18 : 28
    const half = size / 2
    const hair = size > 20 ? `<path d="M0 ${size * 0.75}H${size}M${size * 0.75} 0V${size}" stroke="#fff" stroke-opacity=".4"/>` : ''
    return {
      width: size,
      height: size,
      drawing: `<rect width="${half}" height="${size}" fill="${ink}" fill-opacity=".38"/><rect width="${size}" height="${half}" fill="${ink}" fill-opacity=".38"/>${hair}`,
    }
  },
  dots: ({ ink }) => ({
    width: 24,
    height: 24,
    drawing: `<circle cx="6" cy="6" r="2.8" fill="${ink}"/><circle cx="18" cy="18" r="2.8" fill="${ink}"/>`,
  }),
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
        .map(([letter, x, y, turn], i) => roundedLetter(letter, x, y, 13, turn, i % 3 === 1 ? second : ink, 3))
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
      width: 9,
      height: 8,
      drawing: `<path d="M.4 0L4.5 4.6L8.6 0M.4 8L4.5 12.6L8.6 8" fill="none" stroke="${low}" stroke-width="1.5" stroke-opacity=".62"/><path d="M1.4 -1L4.5 2.6L7.6 -1M1.4 7L4.5 10.6L7.6 7" fill="none" stroke="${high}" stroke-width="1.1" stroke-opacity=".65"/>`,
    }
  },
  denim: ({ base }) => ({
    width: 6,
    height: 6,
    drawing: `<path d="M-1 5L5 -1M2 8L8 2" stroke="${lighten(base, 0.4)}" stroke-width=".8" stroke-opacity=".38"/><path d="M-1 2L2 -1M-1 8L8 -1" stroke="${deepen(base, 0.4)}" stroke-width=".7" stroke-opacity=".3"/>`,
  }),
  corduroy: ({ base }) => ({
    width: 6.5,
    height: 20,
    drawing: `<rect width="2" height="20" fill="${deepen(base, isDark(base) ? 0.5 : 0.34)}" fill-opacity=".5"/><rect x="3.4" width="1.5" height="20" fill="${lighten(base, 0.3)}" fill-opacity=".4"/>`,
  }),
}

/** Fur, muzzle and ink of a bear that reads on cloth of colour `base`. */
export function bearColours(base: string, accent: string | undefined): [string, string, string] {
  return brightness(base) > 0.62
    ? [accent ?? '#A9805A', '#EAD9C2', '#4A372B']
    : [accent ?? cream, mix(cream, base, 0.35), deepen(base, 0.6)]
}
