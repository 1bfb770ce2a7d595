import { sortSizes } from '#shared/catalogue/matrix-order.ts'
import type { Localised } from '#shared/text.ts'

type Placed = { colour: Localised; colourHex: string | null; size: string }

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
    sizes: sortSizes([...new Set(cells.map((cell) => cell.size))]),
    at: (colour, size) => places.get(`${colour.key}\n${size}`),
  }
}
