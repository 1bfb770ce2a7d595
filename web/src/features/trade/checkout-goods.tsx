import { money } from '#shared/money.ts'
import { inLocale } from '#shared/text.ts'
import type { CartLineView, CartShopView } from '#shared/trade/shapes.ts'
import { unitAfter } from '#web/src/features/catalogue/unit-word.ts'
import type { Market } from '#web/src/features/markets/queries.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Tag } from '#web/src/ui/chip.tsx'
import { Money } from '#web/src/ui/money.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { Picture } from '#web/src/ui/picture.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { Freight } from './cart-shop.tsx'
import { cartTexts } from './cart-texts.ts'
import style from './checkout-goods.module.css'
import { checkoutTexts } from './checkout-texts.ts'
import { layOut } from './lay-out.ts'

/** What is about to be ordered: one order per shop, each colour with its sizes in a line. */
export function CheckoutGoods({
  market,
  shops,
  pieces,
}: {
  market: Market
  shops: readonly CartShopView[]
  pieces: number
}) {
  const t = useTexts(checkoutTexts)
  const locale = useLocale()
  return (
    <Panel
      title={t('section.goods')}
      note={t('goods.spread', { shops: shops.length, count: count(pieces) })}
      flush
    >
      {shops.map((shop) => (
        <section key={shop.shop.id} className={style.shop}>
          <header>
            <h3>{inLocale(shop.shop.name, locale)}</h3>
            <p className="num">
              {t('facts.goods')} <Money value={shop.goods} /> · {t('facts.freight')}{' '}
              <Freight view={shop} changing={false} />
            </p>
          </header>
          {shop.lines.map((line) => (
            <Line key={`${line.kind} ${line.productId}`} line={line} market={market} />
          ))}
        </section>
      ))}
      {shops.length > 1 && <p className={style.note}>{t('goods.orders')}</p>}
    </Panel>
  )
}

function Line({ line, market }: { line: CartLineView; market: Market }) {
  const t = useTexts(cartTexts)
  const locale = useLocale()
  const grid = layOut(line.cells.filter((cell) => cell.quantity > 0))
  return (
    <article className={style.line}>
      <Picture
        mediaId={line.mediaId}
        alt=""
        sizes="56px"
        width={56}
        height={70}
        className={style.picture ?? ''}
      />
      <div className={style.words}>
        <h4>
          {inLocale(line.title, locale)} {line.kind === 'sample' && <Tag>{t('line.sample')}</Tag>}
        </h4>
        <ul>
          {grid.colours.map((colour) => (
            <li key={colour.key}>
              <span>{inLocale(colour.name, locale)}</span>
              {grid.sizes.map((size) => {
                const quantity = grid.at(colour, size)?.quantity
                return quantity === undefined ? null : (
                  <span key={size} className="num">
                    {size} × <b>{count(quantity)}</b>
                  </span>
                )
              })}
            </li>
          ))}
        </ul>
      </div>
      <p className={style.amount}>
        <b>
          <Money value={money(line.amount, market.currency)} />
        </b>
        <small className="num">
          {count(line.quantity)} {unitAfter(line.unit, locale)}
        </small>
      </p>
    </article>
  )
}
