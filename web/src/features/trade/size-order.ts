import type { Localised } from '#shared/text.ts'

type Placed = { colour: Localised; colourHex: string | null; size: string }

const letters = ['XXXS', 'XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL', 'XXXL', '2XL', '3XL', '4XL', '5XL']

/** Sizes in the order people lay them out: figures by value (90 before 100), then letters from small to large, then the rest as it is. */
export function compareSizes(a: string, b: string): number {
  const place = (size: string): [number, number] => {
    const figure = Number.parseFloat(size)
    if (!Number.isNaN(figure) && !/^\d*XL$/i.test(size)) return [0, figure]
    const letter = letters.indexOf(size.toUpperCase())
    return letter >= 0 ? [1, letter] : [2, 0]
  }
  const [groupA, valueA] = place(a)
  const [groupB, valueB] = place(b)
  return groupA - groupB || valueA - valueB || (groupA === 2 ? a.localeCompare(b) : 0)
}

export type ColourRow = { key: string; name: Localised; hex: string | null }
export type Laid<Cell> = {
  colours: ColourRow[]
  sizes: string[]
  at: (colour: ColourRow, size: string) => Cell | undefined
}

/** Lays cells out as colour × size: colours as they come, sizes in their order. Not every place need have a cell. */
export function layOut<Cell extends Placed>(cells: readonly Cell[]): Laid<Cell> {
  const key = (cell: Placed) => cell.colour.zh || cell.colour.en
  const colours = new Map<string, ColourRow>()
  const places = new Map<string, Cell>()
  for (const cell of cells) {
    if (!colours.has(key(cell)))
      colours.set(key(cell), { key: key(cell), name: cell.colour, hex: cell.colourHex })
    places.set(`${key(cell)}\n${cell.size}`, cell)
  }
  return {
    colours: [...colours.values()],
    sizes: [...new Set(cells.map((cell) => cell.size))].toSorted(compareSizes),
    at: (colour, size) => places.get(`${colour.key}\n${size}`),
  }
}
