import { IconBuildingStore, IconTruck } from '@tabler/icons-react'
import { type Currency, money } from '#shared/money.ts'
import { freightProblems } from '#shared/problems/shops.ts'
import { nextStepText } from '#shared/problems/trade.ts'
import { inLocale } from '#shared/text.ts'
import type { CartShopView } from '#shared/trade/shapes.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Link } from '#web/src/ui/link.tsx'
import { Money, moneyText } from '#web/src/ui/money.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { CartLine } from './cart-line.tsx'
import style from './cart-shop.module.css'
import { cartTexts } from './cart-texts.ts'
import type { CartControl, ShownLine, ShownShop } from './use-cart.ts'

type ShopProps = {
  market: string
  currency: Currency
  shop: ShownShop
  control: CartControl
  chosen: boolean
  onChoose: (chosen: boolean) => void
  onRemove: (line: ShownLine) => void
}

/** One shop's part of the cart: its rule meter, its lines, its goods and freight. */
export function CartShop({ market, currency, shop, control, chosen, onChoose, onRemove }: ShopProps) {
  const t = useTexts(cartTexts)
  const locale = useLocale()
  const { view, judged } = shop
  const name = inLocale(view.shop.name, locale)
  const closed = !view.shop.open
  return (
    <section className={style.shop} aria-label={name} data-off={!chosen || undefined}>
      <header className={style.head}>
        <label className={style.choose}>
          <input
            type="checkbox"
            checked={chosen}
            disabled={closed}
            onChange={(event) => onChoose(event.target.checked)}
            aria-label={t('select', { shop: name })}
          />
        </label>
        <IconBuildingStore size={18} stroke={1.6} aria-hidden="true" />
        <h2>
          <Link to={paths.shop(market, view.shop.id)}>{name}</Link>
        </h2>
        <Meter shop={shop} currency={currency} />
      </header>
      {closed && (
        <Note tone="rust" className={style.note}>
          {t('shop.closed')}
        </Note>
      )}
      {shop.lines.map((line) => (
        <CartLine
          key={line.key}
          market={market}
          currency={currency}
          line={line}
          steps={judged.nextSteps.filter(
            (step) =>
              step.kind !== 'mixed-batch' &&
              step.productId === line.view.productId &&
              line.view.kind === 'stock',
          )}
          control={control}
          onRemove={() => onRemove(line)}
          closed={closed}
        />
      ))}
      <footer className={style.foot}>
        <span>
          {t('goods')} <Money value={money(judged.goodsAmount, currency)} />
        </span>
        <span>
          <IconTruck size={17} stroke={1.6} aria-hidden="true" />
          {t('freight')} <Freight view={view} changing={shop.changing} />
        </span>
      </footer>
    </section>
  )
}

/** Freight of a shop's goods to the chosen address, or why it is not known. */
export function Freight({ view, changing }: { view: CartShopView; changing: boolean }) {
  const t = useTexts(cartTexts)
  const locale = useLocale()
  const { freight } = view
  if (changing) return <span className={style.pending}>{t('freight.updating')}</span>
  if (freight.amount !== null)
    return (
      <span>
        <Money value={freight.amount} /> <small>{t(`freight.mode.${freight.mode}`)}</small>
      </span>
    )
  if (freight.state === 'no-address') return <span className={style.pending}>{t('freight.no-address')}</span>
  const known =
    Object.entries(freightProblems).find(([code]) => code === freight.code)?.[1] ??
    freightProblems['shops/not-shipped-there']
  return (
    <span className={style.refused}>
      {known[locale]({ province: '', country: locale === 'zh' ? '该地区' : 'that area' })}
    </span>
  )
}

/** How far the shop's mixed batch is filled, and the cheapest step that lets it through. */
function Meter({ shop, currency }: { shop: ShownShop; currency: Currency }) {
  const t = useTexts(cartTexts)
  const locale = useLocale()
  const { mixedBatch } = shop.view
  const { pool, nextSteps } = shop.judged
  if (mixedBatch === null) return <p className={style.meter}>{t('meter.none')}</p>
  const { minAmount, minQuantity } = mixedBatch
  const share = Math.max(
    minAmount === null ? 0 : pool.amount / minAmount,
    minQuantity === null ? 0 : pool.quantity / minQuantity,
  )
  const parts = [
    minAmount !== null &&
      t('meter.amount', {
        have: moneyText(money(pool.amount, currency)),
        need: moneyText(money(minAmount, currency)),
      }),
    minQuantity !== null && t('meter.quantity', { have: count(pool.quantity), need: count(minQuantity) }),
  ].filter((part) => part !== false)
  const step = nextSteps.find((one) => one.kind === 'mixed-batch')
  return (
    <div className={style.meter} data-reached={pool.reached || undefined}>
      <span className={style.bar} aria-hidden="true">
        <span style={{ width: `${Math.min(100, share * 100)}%` }} />
      </span>
      <span className="num">
        {pool.reached ? t('meter.reached') : `${t('meter.mixed')} ${parts.join(` ${t('meter.or')} `)}`}
      </span>
      {step !== undefined && <b>{nextStepText(step, currency)[locale]}</b>}
    </div>
  )
}
