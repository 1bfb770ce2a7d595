import type { SizeOption } from './category.ts'
import { parseSize } from './sizes.ts'

const letters = ['2XS', 'XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL', '2XL', 'XXXL', '3XL', '4XL', '5XL', '6XL']

/**
 * Sizes in the order in which a matrix shows them: by the category's size system; then figures by their value, letters
 * from small to large, and the rest as they came. Never changes the words.
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
  const figure = size.normalize('NFKC').match(/^\D{0,4}(\d+(?:\.\d+)?)/)
  const letter = letters.indexOf(size.normalize('NFKC').trim().toUpperCase())
  if (letter >= 0) return [2, letter]
  return figure === null ? [3, 0] : [1, Number(figure[1])]
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
