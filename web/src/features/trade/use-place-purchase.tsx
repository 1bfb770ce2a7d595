import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { money } from '#shared/money.ts'
import type { PaymentMethod } from '#shared/payments/shapes.ts'
import type { Facts } from '#shared/problems/problem-text.ts'
import { tradeProblems } from '#shared/problems/trade.ts'
import { inLocale } from '#shared/text.ts'
import { placePurchase, startPayment } from '#shared/trade/contract.ts'
import type { CartShopView, CartView, CheckoutBody } from '#shared/trade/shapes.ts'
import { codeOf, ProblemError } from '#web/src/api/call.ts'
import type { Market } from '#web/src/features/markets/queries.ts'
import { useCall } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { ButtonLink } from '#web/src/ui/button.tsx'
import { useGo } from '#web/src/ui/link.tsx'
import { moneyText } from '#web/src/ui/money.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { uiTexts } from '#web/src/ui/texts.ts'
import { failureText } from '#web/src/ui/use-form.ts'
import { type CartChange, cartChanges } from './cart-changes.ts'
import { checkoutTexts } from './checkout-texts.ts'
import style from './refusal.module.css'
import { useAttemptKey } from './use-attempt-key.ts'

type Asked = Omit<CheckoutBody, 'lines' | 'shopIds' | 'cartVersion'> & {
  cartVersion: number
  shopIds: string[]
  method: PaymentMethod
}

/** Why nothing was ordered: a sentence, what has changed since the buyer looked, and whether the cart is the place to settle it. */
export type Refused = {
  text: string
  changes: readonly CartChange[]
  items: readonly string[]
  toCart: boolean
}

/**
 * Orders the cart's chosen part and begins to pay: on to the institution's page, or to the purchase with its account. After a refusal the
 * newest cart is shown with what is different; nothing is ordered until the buyer presses again.
 */
export function usePlacePurchase(market: Market, shown: readonly CartShopView[]) {
  const t = useTexts(checkoutTexts)
  const words = useTexts(uiTexts)
  const locale = useLocale()
  const call = useCall()
  const go = useGo()
  const queryClient = useQueryClient()
  const attempt = useAttemptKey()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const params = { market: market.slug }

  const pay = async (purchaseId: string, method: PaymentMethod) => {
    // The order stands whatever happens now: its own page offers to pay again.
    const payment = await call(startPayment, { params: { ...params, purchaseId }, body: { method } }).catch(
      () => null,
    )
    if (payment?.redirectUrl != null) return location.assign(payment.redirectUrl)
    await queryClient.invalidateQueries({ queryKey: ['purchase', market.slug, purchaseId] })
    await go(paths.purchase(market.slug, purchaseId))
  }

  const explain = async (error: unknown, addressId: string, expected: number): Promise<Refused> => {
    const text = failureText(error, words)
    if (!(error instanceof ProblemError)) return { text, changes: [], items: [], toCart: false }
    await queryClient.invalidateQueries({ queryKey: ['cart', market.slug] })
    const fresh = queryClient.getQueryData<CartView>(['cart', market.slug, 'to', addressId])
    const chosen = new Set(shown.map((shop) => shop.shop.id))
    const changes =
      fresh === undefined
        ? []
        : cartChanges(
            shown,
            fresh.shops.filter((shop) => chosen.has(shop.shop.id)),
          )
    const code = codeOf(error)
    if (code === 'trade/total-changed') {
      const now = Number(error.problem.facts?.['total'])
      const inMarket = (amount: number) => moneyText(money(amount, market.currency))
      return {
        text: t('changed.title', { was: inMarket(expected), now: Number.isNaN(now) ? '—' : inMarket(now) }),
        changes,
        items: [t('changed.text')],
        toCart: false,
      }
    }
    if (code === 'trade/cart-changed') return { text: t('cart.changed'), changes, items: [], toCart: false }
    const items = (error.problem.errors ?? []).map((one) => {
      const known = Object.entries(tradeProblems).find(([key]) => key === one.code)?.[1]
      return known === undefined
        ? one.message
        : known[locale]({ ...plainFacts(one.facts), currency: market.currency })
    })
    return { text, changes, items: [...new Set(items)].slice(0, 5), toCart: true }
  }

  const place = async ({ method, ...body }: Asked) => {
    setBusy(true)
    setRefused(null)
    try {
      const purchase = await attempt(body, (idempotencyKey) =>
        call(placePurchase, { params, body, idempotencyKey }),
      )
      void queryClient.invalidateQueries({ queryKey: ['cart', market.slug] })
      await pay(purchase.id, method)
    } catch (error) {
      setRefused(await explain(error, body.addressId, body.expectedTotal.amount))
      setBusy(false)
    }
  }
  const refuse = (text: string) => setRefused({ text, changes: [], items: [], toCart: false })
  return { place, refuse, refused, busy }
}

function plainFacts(facts: Record<string, unknown> | undefined): Facts {
  return Object.fromEntries(
    Object.entries(facts ?? {}).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[key, value]]
        : [],
    ),
  )
}

/** Says why nothing was ordered, with what has changed. */
export function Refusal({ refused, market }: { refused: Refused | null; market: Market }) {
  const t = useTexts(checkoutTexts)
  const locale = useLocale()
  if (refused === null) return null
  const price = (amount: number | null) =>
    amount === null ? t('changed.unknown') : moneyText(money(amount, market.currency))
  const sentence = (change: CartChange): string => {
    if (change.kind === 'freight')
      return t('changed.freight', {
        shop: inLocale(change.shop, locale),
        was: price(change.was),
        now: price(change.now),
      })
    const title = inLocale(change.title, locale)
    if (change.kind === 'price')
      return t('changed.price', { title, was: price(change.was), now: price(change.now) })
    if (change.kind === 'quantity')
      return t('changed.quantity', { title, was: count(change.was), now: count(change.now) })
    return t(`changed.${change.kind}`, { title })
  }
  const lines = [...refused.changes.map(sentence), ...refused.items]
  return (
    <Note tone={refused.changes.length > 0 ? 'gold' : 'rust'} live className={style.refusal}>
      <b>{refused.text}</b>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {refused.toCart && (
        <ButtonLink size="s" to={paths.cart(market.slug)}>
          {t('refused.cart')}
        </ButtonLink>
      )}
    </Note>
  )
}
