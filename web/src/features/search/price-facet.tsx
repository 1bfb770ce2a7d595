import type { FormEvent } from 'react'
import { currencyDigits } from '#shared/money.ts'
import type { Facets } from '#shared/search/contract.ts'
import type { Market } from '#web/src/features/markets/queries.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { count } from '#web/src/ui/quantity.ts'
import type { Choice } from './choice.ts'
import { FacetGroup } from './facet-group.tsx'
import style from './facets.module.css'
import { searchTexts } from './texts.ts'

type PriceFacetProps = {
  market: Market
  price: Facets['price']
  choice: Choice
  quantity: number
  change: (choice: Choice) => void
}

/** How the goods spread over prices at the stated quantity, and the range to keep. */
export function PriceFacet({ market, price, choice, quantity, change }: PriceFacetProps) {
  const t = useTexts(searchTexts)
  const scale = 10 ** currencyDigits[market.currency]
  const highest = Math.max(1, ...price.buckets.map((bucket) => bucket.count))
  const inRange = (from: number, to: number) =>
    to > (choice.priceMin ?? 0) && from < (choice.priceMax ?? Number.POSITIVE_INFINITY)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const read = (name: string) => {
      const value = Number.parseFloat(String(form.get(name) ?? ''))
      return Number.isFinite(value) && value >= 0 ? Math.round(value * scale) : undefined
    }
    const [a, b] = [read('from'), read('to')]
    const swapped = a !== undefined && b !== undefined && a > b
    change({ ...choice, priceMin: swapped ? b : a, priceMax: swapped ? a : b })
  }
  const shown = (amount: number | undefined) => (amount === undefined ? '' : String(amount / scale))
  return (
    <FacetGroup title={t('price')} note={t('price.at', { quantity: count(quantity) })}>
      {price.buckets.length > 1 && (
        <div className={style.histogram} aria-hidden="true">
          {price.buckets.map((bucket) => (
            <button
              type="button"
              tabIndex={-1}
              key={bucket.from}
              data-on={inRange(bucket.from, bucket.to) || undefined}
              style={{ height: bucket.count === 0 ? 1 : `${Math.max(8, (bucket.count / highest) * 100)}%` }}
              onClick={() => change({ ...choice, priceMin: bucket.from, priceMax: bucket.to })}
            />
          ))}
        </div>
      )}
      <form key={`${choice.priceMin}-${choice.priceMax}`} className={style.range} onSubmit={submit}>
        <input
          name="from"
          className="num"
          inputMode="decimal"
          aria-label={t('price.from')}
          defaultValue={shown(choice.priceMin)}
          placeholder={String(Math.floor(price.lowest / scale))}
        />
        <span>–</span>
        <input
          name="to"
          className="num"
          inputMode="decimal"
          aria-label={t('price.to')}
          defaultValue={shown(choice.priceMax)}
          placeholder={String(Math.ceil(price.highest / scale))}
        />
        <button type="submit" aria-label={t('price.apply')}>
          OK
        </button>
      </form>
    </FacetGroup>
  )
}
