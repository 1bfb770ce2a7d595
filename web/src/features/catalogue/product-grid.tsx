import type { ProductCard as Card } from '#shared/catalogue/views.ts'
import { classes } from '#web/src/ui/class-names.ts'
import style from './product-card.module.css'
import { ProductCard } from './product-card.tsx'

type GridProps = {
  market: string
  products: readonly Card[]
  quantity: number
  list?: boolean
  wide?: boolean
  hideShop?: boolean
  eagerCount?: number
}

/** Many products: as cards (seven in a row, six in English, two on a phone) or as one dense list. `wide`: without a column of filters beside it. */
export function ProductGrid({ market, products, quantity, list, wide, hideShop, eagerCount = 0 }: GridProps) {
  return (
    <div className={classes(list ? style.list : style.grid, list && style.gridOnPhone, wide && style.wide)}>
      {products.map((product, index) => (
        <ProductCard
          key={product.id}
          market={market}
          product={product}
          quantity={quantity}
          eager={index < eagerCount}
          hideShop={hideShop ?? false}
        />
      ))}
    </div>
  )
}
