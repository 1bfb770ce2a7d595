import type { ProductCard } from '#shared/catalogue/views.ts'
import { inLocale } from '#shared/text.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale } from '#web/src/texts/texts.ts'
import { Link } from '#web/src/ui/link.tsx'
import { Picture } from '#web/src/ui/picture.tsx'
import style from './mini-list.module.css'
import { CardPriceLine } from './product-card.tsx'

/** A few products in a narrow column. */
export function MiniList({
  market,
  products,
  quantity,
}: {
  market: string
  products: readonly ProductCard[]
  quantity: number
}) {
  const locale = useLocale()
  return (
    <ul className={style.list}>
      {products.map((product) => (
        <li key={product.id}>
          <Link to={paths.product(market, product.id, { quantity })}>
            <Picture
              mediaId={product.mediaId}
              alt=""
              sizes="56px"
              width={160}
              height={200}
              className={style.picture ?? ''}
            />
            <span className={style.words}>
              <span>{inLocale(product.title, locale)}</span>
              <CardPriceLine product={product} quantity={quantity} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
