import type { SizeOption } from './category.ts'
import { parseSize } from './sizes.ts'

/**
 * Sizes in the order in which a matrix shows them: by the category's size system; then figures by their value, letters
 * from small to large (XXL and 2XL are one size), and the rest as they came. Never changes the words.
 */
export function sortSizes(written: readonly string[], system: readonly SizeOption[] = []): string[] {
  const ranked = written.map((size, index) => ({ size, index, rank: sizeRank(size, system) }))
  ranked.sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.index - b.index)
  return ranked.map(({ size }) => size)
}

function sizeRank(size: string, system: readonly SizeOption[]): [group: number, within: number] {
  const code = parseSize(size, system)?.code
  const place = system.findIndex((option) => option.code === code)
  if (place >= 0) return [0, place]
  const words = size.normalize('NFKC').trim()
  const letter = letterRank(words)
  if (letter !== null) return [2, letter]
  const figure = words.match(/^\D{0,4}(\d+(?:\.\d+)?)/)
  return figure === null ? [3, 0] : [1, Number(figure[1])]
}

/** M is nought, each step up is one more: L 1, XL 2, XXL and 2XL 3; S −1, XS −2. Null for what is no letter size. */
function letterRank(size: string): number | null {
  const parts = size.match(/^(?:(\d{1,2})X|(X*))([SML])$/i)
  if (parts === null) return null
  const [, figure, exes = '', letter = ''] = parts
  const times = figure === undefined ? exes.length : Number(figure)
  if (letter.toUpperCase() === 'M') return times === 0 ? 0 : null
  return letter.toUpperCase() === 'L' ? 1 + times : -1 - times
}

export type MatrixColour = { readonly zh: string; readonly en: string; readonly hex: string | null }

/**
 * Colours in the order in which a matrix shows them: white over grey to black first, then round the colour circle from
 * red; without a swatch as they came, last. Stable, so that two of a colour keep the seller's order.
 */
export function sortColours<Colour extends MatrixColour>(colours: readonly Colour[]): Colour[] {
  const ranked = colours.map((colour, index) => ({ colour, index, rank: colourRank(colour.hex) }))
  ranked.sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.index - b.index)
  return ranked.map(({ colour }) => colour)
}

function colourRank(hex: string | null): [group: number, within: number] {
  const digits = hex?.match(/^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i)
  if (!digits) return [2, 0]
  const [red = 0, green = 0, blue = 0] = digits.slice(1).map((pair) => Number.parseInt(pair, 16))
  const most = Math.max(red, green, blue)
  const span = most - Math.min(red, green, blue)
  // Hardly any colour in it: off-white, grey and black belong together, lightest first.
  if (span <= 24) return [0, 255 - most]
  const hue =
    most === red
      ? ((green - blue) / span + 6) % 6
      : most === green
        ? (blue - red) / span + 2
        : (red - green) / span + 4
  // Reds stand on both sides of nought: turn the circle so that it begins before them.
  return [1, (hue + 0.5) % 6]
}
