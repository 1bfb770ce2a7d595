import { cardPrice } from '#shared/catalogue/pricing.ts'
import { unitNames } from '#shared/catalogue/units.ts'
import type { ProductCard as Card } from '#shared/catalogue/views.ts'
import { formatAmount, money } from '#shared/money.ts'
import { inLocale } from '#shared/text.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Tag } from '#web/src/ui/chip.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { BigMoney, Money } from '#web/src/ui/money.tsx'
import { Picture } from '#web/src/ui/picture.tsx'
import { count, shortCount, shortThreshold } from '#web/src/ui/quantity.ts'
import { Shield } from '#web/src/ui/verified.tsx'
import style from './product-card.module.css'
import { goodsTexts } from './texts.ts'
import { unitAfter } from './unit-word.ts'

type CardProps = {
  market: string
  product: Card
  /** The buyer's stated quantity: the card shows the price at it. */
  quantity: number
  eager?: boolean
  /** Inside the shop's own page its name is not said again. */
  hideShop?: boolean
}

/**
 * A product among many. One skeleton with fixed line heights, so that a row of cards reads as a table. The price is always the one that
 * the product page asks at the quantity said beside it.
 */
export function ProductCard({ market, product, quantity, eager, hideShop }: CardProps) {
  const t = useTexts(goodsTexts)
  const locale = useLocale()
  const title = inLocale(product.title, locale)
  const to = paths.product(market, product.id, { quantity })
  return (
    <article className={style.card}>
      <Link to={to} className={style.picture} tabIndex={-1} aria-hidden="true">
        <Picture
          mediaId={product.mediaId}
          alt=""
          sizes="(max-width: 720px) 50vw, 172px"
          width={320}
          height={400}
          eager={eager ?? false}
        />
        {product.shop.ownedByLead && <span className={style.flag}>{t('own')}</span>}
        <Swatches colours={product.swatches} more={product.colourCount - product.swatches.length} />
      </Link>
      <div className={style.body}>
        <h3>
          <Link to={to}>{title}</Link>
        </h3>
        <CardPriceLine product={product} quantity={quantity} />
        <CardTiers product={product} />
        <p className={style.meta}>
          <span>
            {t('moq', { quantity: count(product.moq), unit: inLocale(unitNames[product.unit], locale) })}
            {product.mixedBatch && <Tag>{t('mixed')}</Tag>}
            {product.customisable && !product.mixedBatch && <Tag>{t('custom')}</Tag>}
          </span>
          <DispatchWord days={product.leadTimeDays} />
        </p>
        {!hideShop && (
          <p className={style.shop}>
            {product.shop.verified && <Shield label={t('verified')} />}
            <Link to={paths.shop(market, product.shop.id)}>{inLocale(product.shop.name, locale)}</Link>
            <BoothWord shop={product.shop} />
          </p>
        )}
        {product.sold30d > 0 && (
          <p className={style.sold}>{t('sold', { quantity: shortCount(product.sold30d, locale) })}</p>
        )}
      </div>
    </article>
  )
}

/** The price at the stated quantity, or at the minimum order where that is more. Goods priced by specification show their whole range. */
export function CardPriceLine({ product, quantity }: { product: Card; quantity: number }) {
  const t = useTexts(goodsTexts)
  const locale = useLocale()
  const unit = unitAfter(product.unit, locale)
  const below = quantity < product.moq
  const price = cardPrice(product.tiers, product.moq, quantity)
  const range = product.quoteMode === 'by-sku' ? product.skuPrices : null
  if (price === null && range === null) return <p className={style.price} />
  return (
    <p className={style.price} data-below={below || undefined}>
      <BigMoney value={money(range?.lowest ?? price?.unitPrice ?? 0, product.currency)} />
      {range && range.highest > range.lowest && (
        <b>–{formatAmount(money(range.highest, product.currency))}</b>
      )}
      <span>
        {below
          ? t('atMoq', { quantity: count(product.moq), unit })
          : range
            ? t('perUnit', { unit })
            : t('at', { quantity: count(quantity), unit })}
      </span>
    </p>
  )
}

/** First and best tier with their conditions. */
function CardTiers({ product }: { product: Card }) {
  const locale = useLocale()
  const first = product.quoteMode === 'by-quantity' ? product.tiers[0] : undefined
  const last = product.quoteMode === 'by-quantity' ? product.tiers.at(-1) : undefined
  return (
    <p className={style.tiers}>
      {first && (
        <span>
          {shortThreshold(Math.max(product.moq, first.minQuantity), locale)}+{' '}
          <i>
            <Money value={money(first.unitPrice, product.currency)} />
          </i>
        </span>
      )}
      {last && last !== first && (
        <span>
          {shortThreshold(last.minQuantity, locale)}+{' '}
          <i>
            <Money value={money(last.unitPrice, product.currency)} />
          </i>
        </span>
      )}
    </p>
  )
}

/** Where the shop can be visited: a booth's name begins with its hall already. */
function BoothWord({ shop }: { shop: Card['shop'] }) {
  const locale = useLocale()
  const place = shop.booth ?? shop.hall
  return place === null ? null : <span className={style.booth}>{inLocale(place, locale)}</span>
}

/** When the goods leave: in hours up to two days, then in days. Fast is green. */
export function DispatchWord({ days }: { days: number }) {
  const t = useTexts(goodsTexts)
  const word =
    days === 0
      ? t('ship.today')
      : days <= 3
        ? t('ship.hours', { count: days * 24 })
        : t('ship.days', { count: days })
  return <span className={days <= 2 ? style.fast : undefined}>{word}</span>
}

/** The colours of a product as dots. */
function Swatches({ colours, more }: { colours: readonly string[]; more: number }) {
  if (colours.length === 0) return null
  return (
    <span className={style.swatches}>
      {colours.map((colour) => (
        <i key={colour} style={{ background: colour }} />
      ))}
      {more > 0 && <span className="num">+{more}</span>}
    </span>
  )
}
