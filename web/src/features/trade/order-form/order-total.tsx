import type { ProductDocument } from '#shared/catalogue/views.ts'
import { money } from '#shared/money.ts'
import { nextStepText, tradeProblems } from '#shared/problems/trade.ts'
import type { CartIssue } from '#shared/trade/cart-shapes.ts'
import { unitAfter } from '#web/src/features/catalogue/unit-word.ts'
import { Rich } from '#web/src/texts/rich.tsx'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { BigMoney, moneyText } from '#web/src/ui/money.tsx'
import { count } from '#web/src/ui/quantity.ts'
import style from './order-total.module.css'
import { orderTexts } from './texts.ts'
import type { AddToCart } from './use-add-to-cart.ts'
import type { Order } from './use-order.ts'

type TotalProps = { product: ProductDocument; order: Order; statedQuantity: number; add: AddToCart }

/** The running total: how far along the tiers, the cheapest next step in money, what is wrong, and the two ways on. */
export function OrderTotal({ product, order, statedQuantity, add }: TotalProps) {
  const t = useTexts(orderTexts)
  return (
    <div className={style.total}>
      {product.quoteMode === 'by-quantity' && product.tiers.length > 1 && (
        <TierTrack product={product} quantity={order.line.quantity} />
      )}
      <NextHint product={product} order={order} />
      <Issues issues={order.line.issues} currency={product.currency} />
      <div className={style.row}>
        <Amount product={product} order={order} statedQuantity={statedQuantity} />
        <div className={style.acts}>
          <Button kind="outline" busy={add.busy === 'cart'} onClick={() => add.toCart(order)}>
            {t('act.add')}
          </Button>
          <Button kind="primary" busy={add.busy === 'order'} onClick={() => add.andOrder(order)}>
            {t('act.buy')}
          </Button>
        </div>
      </div>
    </div>
  )
}

/** The amount with how it comes about; before anything is chosen, the price at the quantity the buyer stated. */
export function Amount({
  product,
  order,
  statedQuantity,
  brief,
}: {
  product: ProductDocument
  order: Order
  statedQuantity: number
  brief?: boolean
}) {
  const t = useTexts(orderTexts)
  const locale = useLocale()
  const unit = unitAfter(product.unit, locale)
  const { quantity, amount, activeTier } = order.line
  if (quantity === 0) {
    const tier =
      product.tiers.findLast((one) => one.minQuantity <= Math.max(statedQuantity, product.moq)) ??
      product.tiers[0]
    return (
      <div className={style.amount}>
        <p>
          {tier && product.quoteMode === 'by-quantity' && (
            <Rich>
              {t('sum.stated', {
                quantity: count(Math.max(statedQuantity, product.moq)),
                unit,
                price: moneyText(money(tier.unitPrice, product.currency)),
              })}
            </Rich>
          )}
        </p>
        {!brief && <small>{t('sum.nothing')}</small>}
      </div>
    )
  }
  const parts =
    activeTier === null
      ? t('sum.mixed', { count: count(quantity), unit })
      : t('sum.line', {
          count: count(quantity),
          unit,
          price: moneyText(money(activeTier.unitPrice, product.currency)),
        })
  return (
    <div className={style.amount} aria-live="polite">
      {!brief && (
        <small>
          {parts} · {t('sum.spread', { colours: order.colours, skus: order.skus })}
        </small>
      )}
      <BigMoney value={money(amount, product.currency)} size={brief ? 'm' : 'xl'} />
      <small>
        {brief
          ? parts
          : [
              order.weightGrams !== null &&
                order.weightGrams > 0 &&
                t('sum.weight', { weight: (order.weightGrams / 1000).toFixed(1) }),
              t('sum.tax'),
            ]
              .filter(Boolean)
              .join(' · ')}
      </small>
    </div>
  )
}

/** How far the chosen quantity has come along the tiers. Each tier takes the same width, so that small ones can be seen. */
function TierTrack({ product, quantity }: { product: ProductDocument; quantity: number }) {
  const steps = product.tiers.map((tier) => tier.minQuantity)
  const width = 100 / Math.max(1, steps.length - 1)
  const at = steps.findLastIndex((step) => quantity >= step)
  const [from = 0, to] = [steps[at], steps[at + 1]]
  const position = at < 0 ? 0 : to === undefined ? 100 : width * (at + (quantity - from) / (to - from))
  return (
    <div className={style.trackBox} aria-hidden="true">
      <div className={style.track}>
        <i style={{ width: `${position}%` }} />
        {steps.slice(1, -1).map((step, index) => (
          <u key={step} style={{ left: `${width * (index + 1)}%` }} />
        ))}
      </div>
      <div className={style.labels}>
        {product.tiers.map((tier, index) => (
          <span
            key={tier.minQuantity}
            style={{ left: `${width * index}%` }}
            data-edge={index === 0 ? 'start' : index === steps.length - 1 ? 'end' : undefined}
          >
            {count(tier.minQuantity)} · {moneyText(money(tier.unitPrice, product.currency))}
          </span>
        ))}
      </div>
    </div>
  )
}

/** The cheapest thing worth doing next, in money; a tier far away is named without advice. */
export function NextHint({
  product,
  order,
  brief,
}: {
  product: ProductDocument
  order: Order
  brief?: boolean
}) {
  const t = useTexts(orderTexts)
  const locale = useLocale()
  const { line, judged } = order
  if (line.quantity === 0) return null
  const step = judged.nextSteps.find((one) => one.kind === 'mixed-batch' || one.productId === product.id)
  const next = line.nextTier
  const target =
    step?.kind === 'minimum-order' ? step.need : step?.kind === 'next-tier' ? step.minQuantity : null
  const said = step
    ? nextStepText(step, product.currency)[locale]
    : next
      ? t('hint.next', {
          count: count(next.missingQuantity),
          unit: unitAfter(product.unit, locale),
          price: moneyText(money(next.unitPrice, product.currency)),
        })
      : line.acceptedBy === 'mixed-batch'
        ? t('hint.pool')
        : t('hint.best')
  return (
    <p className={style.hint} aria-live="polite">
      <span>
        <Rich>{said}</Rich>
      </span>
      {target !== null && !brief && (
        <button type="button" onClick={() => order.topUp(target)}>
          {t('hint.topUp')}
        </button>
      )}
    </p>
  )
}

/** What keeps the choice from being ordered, each once, in a sentence. The minimum order has its own hint. */
function Issues({ issues, currency }: { issues: readonly CartIssue[]; currency: string }) {
  const locale = useLocale()
  const said = new Set(
    issues
      .filter((issue) => issue.code !== 'trade/below-minimum-order')
      .map((issue) => tradeProblems[issue.code][locale]({ ...issue.facts, currency })),
  )
  if (said.size === 0) return null
  return (
    <ul className={style.issues} role="alert">
      {[...said].slice(0, 3).map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}
