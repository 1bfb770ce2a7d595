import type { SizeOption } from '#shared/catalogue/category.ts'
import type { ProductDocument, SkuView } from '#shared/catalogue/views.ts'
import type { Localised } from '#shared/text.ts'

/** A column of the matrix. `key` tells colours apart; '' where the goods have none. */
export type Colour = { key: string; name: Localised; hex: string | null; mediaId: string | null }
export type Size = { code: string; option: SizeOption | null }

/** A product as colour × size, in the order of the category's size system; not every cell need exist. */
export type Grid = {
  colours: Colour[]
  sizes: Size[]
  at: (colour: Colour, size: Size) => SkuView | undefined
}

const colourKey = (sku: SkuView): string => sku.colour.zh || sku.colour.en

/** The picture whose text names the colour: sellers describe pictures by their colour. */
function pictureOf(product: ProductDocument, name: Localised): string | null {
  const named = product.media.find(
    (one) =>
      (name.zh !== '' && one.alt.zh.includes(name.zh)) || (name.en !== '' && one.alt.en.includes(name.en)),
  )
  return named?.id ?? null
}

/** Lays a product's SKUs out as colour × size. */
export function gridOf(product: ProductDocument): Grid {
  const colours = new Map<string, Colour>()
  const codes = new Set<string>()
  const cells = new Map<string, SkuView>()
  for (const sku of product.skus) {
    const key = colourKey(sku)
    if (!colours.has(key))
      colours.set(key, { key, name: sku.colour, hex: sku.colourHex, mediaId: pictureOf(product, sku.colour) })
    codes.add(sku.size)
    cells.set(`${key}\n${sku.size}`, sku)
  }
  const place = new Map(product.category.sizes.map((option, index) => [option.code, index]))
  const last = product.category.sizes.length
  const sizes = [...codes]
    .toSorted((a, b) => (place.get(a) ?? last) - (place.get(b) ?? last))
    .map((code) => ({ code, option: product.category.sizes.find((one) => one.code === code) ?? null }))
  return {
    colours: [...colours.values()],
    sizes,
    at: (colour, size) => cells.get(`${colour.key}\n${size.code}`),
  }
}
