import { useState } from 'react'
import { countOf } from '#shared/catalogue/units.ts'
import { type Currency, money } from '#shared/money.ts'
import { inLocale } from '#shared/text.ts'
import type { OrderView } from '#shared/trade/shapes.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Tag } from '#web/src/ui/chip.tsx'
import { dateText } from '#web/src/ui/date.tsx'
import { Dialog } from '#web/src/ui/dialog.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Money, moneyText } from '#web/src/ui/money.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { Picture } from '#web/src/ui/picture.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { Scroller } from '#web/src/ui/scroller.tsx'
import { layOut } from './lay-out.ts'
import { type Whereabouts, whereabouts } from './order-facts.ts'
import style from './order-goods.module.css'
import { orderGoodsTexts } from './order-goods-texts.ts'

type Product = OrderView['products'][number]

/** The ordered goods, each product as colour × size with how many were received, are on the way, are short or were not sent. */
export function OrderGoods({ order, market }: { order: OrderView; market: string }) {
  const t = useTexts(orderGoodsTexts)
  const [promised, setPromised] = useState<Product | null>(null)
  const places = whereabouts(order)
  const ended = order.state === 'cancelled' || order.state === 'expired'
  const { currency } = order.total
  return (
    <Panel
      title={t('goods.title')}
      note={t('goods.spread', { count: count(order.summary.quantity), styles: order.products.length })}
      aside={ended ? undefined : <Legend />}
      flush
    >
      {order.products.map((product) => (
        <section key={`${product.kind} ${product.productId}`} className={style.product}>
          <ProductHead product={product} currency={currency} onPromise={() => setPromised(product)} />
          <GoodsMatrix product={product} places={places} ended={ended} />
        </section>
      ))}
      <Dialog opened={promised !== null} onClose={() => setPromised(null)} title={t('snapshot.title')} wide>
        {promised !== null && (
          <Promised product={promised} placedAt={order.placedAt} currency={currency} market={market} />
        )}
      </Dialog>
    </Panel>
  )
}

function Legend() {
  const t = useTexts(orderGoodsTexts)
  return (
    <span className={`${style.legend} only-desk`}>
      {(['received', 'onWay', 'open', 'short'] as const).map((key) => (
        <span key={key}>
          <i data-part={key} />
          {t(`goods.${key}`)}
        </span>
      ))}
    </span>
  )
}

function ProductHead({
  product,
  currency,
  onPromise,
}: {
  product: Product
  currency: Currency
  onPromise: () => void
}) {
  const t = useTexts(orderGoodsTexts)
  const locale = useLocale()
  const prices = new Set(product.lines.map((line) => line.unitPrice))
  const [first = 0] = prices
  const pieces = countOf(product.quantity, product.unit, locale)
  return (
    <header className={style.head}>
      <Picture
        mediaId={product.mediaId}
        alt=""
        sizes="56px"
        width={56}
        height={70}
        className={style.picture ?? ''}
      />
      <div>
        <h3>
          {inLocale(product.title, locale)} {product.kind === 'sample' && <Tag>{t('goods.sample')}</Tag>}
        </h3>
        <p>
          <span className="num">{product.styleNo}</span>
          <button type="button" className="no-print" onClick={onPromise}>
            {t('goods.snapshot')}
          </button>
        </p>
      </div>
      <div className={style.amount}>
        <b>
          <Money value={money(product.amount, currency)} />
        </b>
        <small className="num">
          {prices.size === 1
            ? t('goods.priceLine', { count: pieces, price: moneyText(money(first, currency)) })
            : t('goods.prices', { count: pieces })}
        </small>
      </div>
    </header>
  )
}

function GoodsMatrix({
  product,
  places,
  ended,
}: {
  product: Product
  places: ReadonlyMap<string, Whereabouts>
  ended: boolean
}) {
  const t = useTexts(orderGoodsTexts)
  const locale = useLocale()
  const grid = layOut(product.lines)
  const plain = grid.colours.length === 1 && grid.colours[0]?.key === ''
  return (
    <Scroller label={inLocale(product.title, locale)} className={style.scroll}>
      <table className={style.matrix}>
        <caption className="visually-hidden">{inLocale(product.title, locale)}</caption>
        <thead>
          <tr>
            <th scope="col">{plain ? '' : t('goods.colour')}</th>
            {grid.sizes.map((size) => (
              <th scope="col" key={size}>
                {size === '' ? t('goods.quantity') : size}
              </th>
            ))}
            <th scope="col" className={style.sum}>
              {t('goods.sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {grid.colours.map((colour) => {
            const lines = grid.sizes.map((size) => grid.at(colour, size))
            const sum = (key: 'quantity' | 'shipped' | 'received') =>
              lines.reduce((total, line) => total + (line?.[key] ?? 0), 0)
            return (
              <tr key={colour.key}>
                <th scope="row">
                  {colour.hex !== null && <i style={{ background: colour.hex }} />}
                  <span>{inLocale(colour.name, locale)}</span>
                </th>
                {lines.map((line, index) => (
                  <GoodsCell
                    key={grid.sizes[index]}
                    place={line === undefined ? undefined : places.get(line.id)}
                    ended={ended}
                  />
                ))}
                <td className={style.sum}>
                  <b>{count(sum('quantity'))}</b>
                  {!ended && (
                    <small>
                      {t('goods.row', { shipped: count(sum('shipped')), received: count(sum('received')) })}
                    </small>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroller>
  )
}

/** One cell: how many were ordered, a bar of where they are, and the same in words. */
function GoodsCell({ place, ended }: { place: Whereabouts | undefined; ended: boolean }) {
  const t = useTexts(orderGoodsTexts)
  if (place === undefined) return <td className={style.none}>–</td>
  const { ordered, received, short, onWay, open } = place
  if (ended)
    return (
      <td>
        <b>{count(ordered)}</b>
        <small>{t('goods.cell.void')}</small>
      </td>
    )
  const words =
    received === ordered
      ? [t('goods.cell.received')]
      : open === ordered
        ? [t('goods.cell.openAll')]
        : onWay === ordered
          ? [t('goods.cell.wayAll', { count: onWay })]
          : [
              received > 0 && t('goods.cell.got', { count: received }),
              short > 0 && t('goods.cell.short', { count: short }),
              onWay > 0 && t('goods.cell.way', { count: onWay }),
              open > 0 && t('goods.cell.open', { count: open }),
            ].filter((word) => word !== false)
  return (
    <td data-short={short > 0 || undefined}>
      <b>{count(ordered)}</b>
      <span className={style.bar} aria-hidden="true">
        {[
          ['received', received],
          ['short', short],
          ['onWay', onWay],
          ['open', open],
        ].map(([part, share]) =>
          Number(share) > 0 ? <i key={part} data-part={part} style={{ flexGrow: Number(share) }} /> : null,
        )}
      </span>
      <small>
        {words.map((word) => (
          <span key={word}>{word} </span>
        ))}
      </small>
    </td>
  )
}

/** What was promised when the order was placed: frozen lines, not the product page as it is now. */
function Promised({
  product,
  placedAt,
  currency,
  market,
}: {
  product: Product
  placedAt: string
  currency: Currency
  market: string
}) {
  const t = useTexts(orderGoodsTexts)
  const locale = useLocale()
  return (
    <div className={style.promise}>
      <p>{t('snapshot.text')}</p>
      <h3>{inLocale(product.title, locale)}</h3>
      <p className="num">
        {product.styleNo} · {t('snapshot.at')} {dateText(placedAt, locale, 'minute')} · {t('snapshot.id')}{' '}
        {product.snapshotId}
      </p>
      <Scroller label={t('snapshot.text')} className={style.scroll}>
        <table className={style.lines}>
          <thead>
            <tr>
              <th scope="col">{t('goods.article')}</th>
              <th scope="col">{t('goods.variant')}</th>
              <th scope="col">{t('goods.quantity')}</th>
              <th scope="col">{t('goods.price')}</th>
              <th scope="col">{t('goods.amount')}</th>
            </tr>
          </thead>
          <tbody>
            {product.lines.map((line) => (
              <tr key={line.id}>
                <td>{line.articleNo}</td>
                <td>
                  {inLocale(line.colour, locale)} {line.size}
                </td>
                <td>{countOf(line.quantity, product.unit, locale)}</td>
                <td>
                  <Money value={money(line.unitPrice, currency)} />
                </td>
                <td>
                  <Money value={money(line.amount, currency)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      <Link className="link" to={paths.product(market, product.productId)}>
        {t('snapshot.now')}
      </Link>
    </div>
  )
}
