import { type ReactNode, useId, useState } from 'react'
import { currencyDigits } from '#shared/money.ts'
import { inLocale } from '#shared/text.ts'
import type { Facet, MarketView, SearchAnswer } from '#web/src/api/shapes.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { classes } from '#web/src/ui/class-names.ts'
import { Link } from '#web/src/ui/link.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { type Choice, toggleAttribute } from './choice.ts'
import style from './facets.module.css'
import { searchTexts } from './texts.ts'

type FacetsProps = { market: MarketView; answer: SearchAnswer; choice: Choice; quantity: number; change: (choice: Choice) => void }

/** Everything results can be narrowed by, with how many goods each leaves. Only what would leave something is shown. */
export function Facets({ market, answer, choice, quantity, change }: FacetsProps) {
  const t = useTexts(searchTexts)
  const locale = useLocale()
  const flags = (['mixedBatch', 'sample', 'customisable', 'ownGoods'] as const).filter((flag) => answer.flagCounts[flag] > 0 || choice[flag])
  return (
    <>
      {answer.categories.length > 0 && (
        <Group title={t('category')}>
          <ul>
            {answer.categories.map((one) => (
              <li key={one.id} className={classes(one.parentId !== null && style.inner, one.id === choice.category && style.chosen)}>
                <Link to={choice.q ? paths.search(market.id, { ...choice, category: one.id }) : paths.category(market.id, one.id, { quantity: choice.quantity })}>
                  {inLocale(one.name, locale)}
                </Link>
                <span className="num">{count(one.count)}</span>
              </li>
            ))}
          </ul>
        </Group>
      )}
      <PriceFacet market={market} answer={answer} choice={choice} quantity={quantity} change={change} />
      {answer.facets.map((facet) => (
        <AttributeFacet key={facet.key} facet={facet} choice={choice} change={change} />
      ))}
      {answer.moqCounts.length > 0 && (
        <Group title={t('moq')}>
          <Radios
            name="moq"
            value={choice.moqMax}
            options={answer.moqCounts.map((one) => ({ value: one.max, label: t('moq.within', { quantity: count(one.max) }), count: one.count }))}
            onChange={(moqMax) => change({ ...choice, moqMax })}
          />
        </Group>
      )}
      {answer.leadTimeCounts.length > 0 && (
        <Group title={t('dispatch')}>
          <Radios
            name="lead"
            value={choice.leadTimeMax}
            options={answer.leadTimeCounts.map((one) => ({
              value: one.max,
              label: one.max <= 3 ? t('dispatch.hours', { count: one.max * 24 }) : t('dispatch.days', { count: one.max }),
              count: one.count,
            }))}
            onChange={(leadTimeMax) => change({ ...choice, leadTimeMax })}
          />
        </Group>
      )}
      {flags.length > 0 && (
        <Group title={t('ways')}>
          <ul>
            {flags.map((flag) => (
              <Check key={flag} label={t(flag)} count={answer.flagCounts[flag]} checked={choice[flag] === true} onChange={() => change({ ...choice, [flag]: choice[flag] ? undefined : true })} />
            ))}
          </ul>
        </Group>
      )}
    </>
  )
}

function Group({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <fieldset className={style.group}>
      <legend>
        {title}
        {note && <small>{note}</small>}
      </legend>
      {children}
    </fieldset>
  )
}

function Check({ label, count: number, checked, onChange }: { label: string; count: number; checked: boolean; onChange: () => void }) {
  return (
    <li>
      <label>
        <input type="checkbox" className={style.check} checked={checked} onChange={onChange} />
        {label}
        <span className="num">{count(number)}</span>
      </label>
    </li>
  )
}

type RadioOption = { value: number; label: string; count: number }

function Radios({ name, value, options, onChange }: { name: string; value: number | undefined; options: readonly RadioOption[]; onChange: (value: number | undefined) => void }) {
  const t = useTexts(searchTexts)
  const group = useId()
  return (
    <ul>
      {[...options, { value: undefined, label: t('any'), count: undefined }].map((option) => (
        <li key={option.label}>
          <label>
            <input type="radio" name={`${name}${group}`} className={classes(style.check, style.radio)} checked={value === option.value} onChange={() => onChange(option.value)} />
            {option.label}
            {option.count !== undefined && <span className="num">{count(option.count)}</span>}
          </label>
        </li>
      ))}
    </ul>
  )
}

/** Short values stand as tiles, longer ones as a list with its tail folded. */
function AttributeFacet({ facet, choice, change }: { facet: Facet; choice: Choice; change: (choice: Choice) => void }) {
  const t = useTexts(searchTexts)
  const locale = useLocale()
  const [all, setAll] = useState(false)
  const chosen = (value: string) => choice.attr?.includes(`${facet.key}:${value}`) ?? false
  const toggle = (value: string) => change(toggleAttribute(choice, facet.key, value))
  if (facet.values.length > 2 && facet.values.every((one) => inLocale(one.name, locale).length <= 5)) {
    return (
      <Group title={inLocale(facet.name, locale)}>
        <div className={style.tiles}>
          {facet.values.map((one) => (
            <button type="button" key={one.value} className={style.tile} aria-pressed={chosen(one.value)} onClick={() => toggle(one.value)}>
              {inLocale(one.name, locale)}
              <small className="num">{one.note ? inLocale(one.note, locale) : count(one.count)}</small>
            </button>
          ))}
        </div>
      </Group>
    )
  }
  const shown = all ? facet.values : facet.values.filter((one, index) => index < 6 || chosen(one.value))
  const hidden = facet.values.length - shown.length
  return (
    <Group title={inLocale(facet.name, locale)}>
      <ul>
        {shown.map((one) => (
          <Check key={one.value} label={inLocale(one.name, locale)} count={one.count} checked={chosen(one.value)} onChange={() => toggle(one.value)} />
        ))}
      </ul>
      {(hidden > 0 || all) && facet.values.length > 6 && (
        <button type="button" className={style.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('showLess') : t('showAll', { count: hidden })}
        </button>
      )}
    </Group>
  )
}

/** How the goods spread over prices at the stated quantity, and the range to keep. */
function PriceFacet({ market, answer, choice, quantity, change }: FacetsProps) {
  const t = useTexts(searchTexts)
  const scale = 10 ** currencyDigits[market.currency]
  const highest = Math.max(1, ...answer.priceBuckets.map((bucket) => bucket.count))
  const inRange = (from: number, to: number) => to > (choice.priceMin ?? 0) && from < (choice.priceMax ?? Number.POSITIVE_INFINITY)
  const submit = (form: FormData) => {
    const read = (name: string) => {
      const value = Number.parseFloat(String(form.get(name) ?? ''))
      return Number.isFinite(value) && value >= 0 ? Math.round(value * scale) : undefined
    }
    const [a, b] = [read('from'), read('to')]
    const swapped = a !== undefined && b !== undefined && a > b
    change({ ...choice, priceMin: swapped ? b : a, priceMax: swapped ? a : b })
  }
  const shown = (amount: number | undefined) => (amount === undefined ? '' : String(amount / scale))
  const first = answer.priceBuckets[0]
  const last = answer.priceBuckets.at(-1)
  return (
    <Group title={t('price')} note={t('price.at', { quantity: count(quantity) })}>
      {answer.priceBuckets.length > 1 && (
        <div className={style.histogram} aria-hidden="true">
          {answer.priceBuckets.map((bucket) => (
            <button
              type="button"
              tabIndex={-1}
              key={bucket.from}
              data-on={inRange(bucket.from, bucket.to) || undefined}
              style={{ height: `${Math.max(6, (bucket.count / highest) * 100)}%` }}
              onClick={() => change({ ...choice, priceMin: bucket.from, priceMax: bucket.to })}
            />
          ))}
        </div>
      )}
      <form key={`${choice.priceMin}-${choice.priceMax}`} className={style.range} action={submit}>
        <input name="from" className="num" inputMode="decimal" aria-label={t('price.from')} defaultValue={shown(choice.priceMin)} placeholder={first ? String(Math.floor(first.from / scale)) : ''} />
        <span>–</span>
        <input name="to" className="num" inputMode="decimal" aria-label={t('price.to')} defaultValue={shown(choice.priceMax)} placeholder={last ? String(Math.ceil(last.to / scale)) : ''} />
        <button type="submit" aria-label={t('price.apply')}>
          OK
        </button>
      </form>
    </Group>
  )
}

