import { useId, useState } from 'react'
import type { CategoryNode } from '#shared/catalogue/views.ts'
import type { Facet, Facets as FacetsData } from '#shared/search/contract.ts'
import { inLocale } from '#shared/text.ts'
import type { Market } from '#web/src/features/markets/queries.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { classes } from '#web/src/ui/class-names.ts'
import { Link } from '#web/src/ui/link.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { type Choice, isChosen, toggleAttribute, toggleParameter, without } from './choice.ts'
import { FacetGroup } from './facet-group.tsx'
import style from './facets.module.css'
import { PriceFacet } from './price-facet.tsx'
import { searchTexts } from './texts.ts'

type FacetsProps = {
  market: Market
  facets: FacetsData
  choice: Choice
  quantity: number
  change: (choice: Choice) => void
}

/** Everything results can be narrowed by, with how many goods each leaves. Only what would leave something is shown. */
export function Facets({ market, facets, choice, quantity, change }: FacetsProps) {
  const t = useTexts(searchTexts)
  const locale = useLocale()
  const [all, setAll] = useState(false)
  const flags = facets.others.filter((facet) => facet.kind === 'flag')
  // A value that all goods share narrows nothing.
  const attributes = facets.others.filter(
    (facet) =>
      facet.kind === 'attribute' && (facet.values.length > 1 || facet.values.some(({ chosen }) => chosen)),
  )
  const thresholds = facets.others.filter((facet) => facet.kind === 'threshold')
  const places = facets.others.filter((facet) => facet.kind === 'parameter')
  const first = [...attributes.slice(0, openAttributes), ...thresholds]
  const rest = attributes.slice(openAttributes)
  const unfolded = all || rest.some((facet) => facet.values.some(({ chosen }) => chosen))
  const group = (facet: Facet) =>
    facet.kind === 'threshold' ? (
      <Threshold key={facet.key} facet={facet} choice={choice} change={change} />
    ) : (
      <ManyFacet key={facet.key} facet={facet} choice={choice} change={change} />
    )
  const depth = depths(facets.categories)
  return (
    <>
      {facets.categories.length > 0 && (
        <FacetGroup title={t('category')}>
          <ul>
            {facets.categories.map((one) => (
              <li
                key={one.id}
                className={classes(one.id === choice.category && style.chosen)}
                style={{ paddingLeft: 14 * (depth.get(one.id) ?? 0) }}
              >
                <Link
                  to={
                    choice.q
                      ? paths.search(market.slug, { ...choice, category: one.id })
                      : paths.category(market.slug, one.id, { quantity: choice.quantity })
                  }
                >
                  {inLocale(one.name, locale)}
                </Link>
                <span className="num">{count(one.count)}</span>
              </li>
            ))}
          </ul>
        </FacetGroup>
      )}
      <PriceFacet market={market} price={facets.price} choice={choice} quantity={quantity} change={change} />
      {first.map(group)}
      {flags.length > 0 && (
        <FacetGroup title={t('ways')}>
          <ul>
            {flags.flatMap((facet) =>
              facet.values.map((one) => (
                <Check
                  key={facet.key + one.value}
                  label={inLocale(one.value === 'true' ? facet.name : one.name, locale)}
                  count={one.count}
                  checked={isChosen(choice, 'flag', facet.key, one.value)}
                  onChange={() => change(toggleParameter(choice, facet.key, one.value))}
                />
              )),
            )}
          </ul>
        </FacetGroup>
      )}
      {places.map(group)}
      {rest.length > 0 && (
        <button type="button" className={style.fold} aria-expanded={unfolded} onClick={() => setAll(!all)}>
          {unfolded ? t('facets.fewer') : t('facets.more', { count: rest.length })}
        </button>
      )}
      {unfolded && rest.map(group)}
    </>
  )
}

/** How many attributes stand open; what differs most among the goods comes first. */
const openAttributes = 5

/** How deep each category stands below the topmost that is shown. */
function depths(categories: readonly CategoryNode[]): Map<string, number> {
  const depth = new Map<string, number>()
  for (const one of categories)
    depth.set(one.id, one.parentId === null ? 0 : (depth.get(one.parentId) ?? -1) + 1)
  return depth
}

function Check({
  label,
  count: number,
  checked,
  onChange,
}: {
  label: string
  count: number
  checked: boolean
  onChange: () => void
}) {
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

/** At most so many: one of a few steps, or any. */
function Threshold({
  facet,
  choice,
  change,
}: {
  facet: Facet
  choice: Choice
  change: (choice: Choice) => void
}) {
  const t = useTexts(searchTexts)
  const locale = useLocale()
  const group = useId()
  const none = facet.values.every((one) => !isChosen(choice, 'threshold', facet.key, one.value))
  return (
    <FacetGroup title={inLocale(facet.name, locale)}>
      <ul>
        {facet.values.map((one) => (
          <li key={one.value}>
            <label>
              <input
                type="radio"
                name={group}
                className={classes(style.check, style.radio)}
                checked={isChosen(choice, 'threshold', facet.key, one.value)}
                onChange={() => change(toggleParameter(choice, facet.key, one.value))}
              />
              {inLocale(one.name, locale)}
              <span className="num">{count(one.count)}</span>
            </label>
          </li>
        ))}
        <li>
          <label>
            <input
              type="radio"
              name={group}
              className={classes(style.check, style.radio)}
              checked={none}
              onChange={() => change(without(choice, facet.key))}
            />
            {t('any')}
          </label>
        </li>
      </ul>
    </FacetGroup>
  )
}

/** A tile holds three Chinese characters or six letters. */
const fitsTile = (name: string): boolean =>
  [...name].reduce((width, letter) => width + (/[ -~]/.test(letter) ? 1 : 2), 0) <= 6

/** Values of which several may be chosen. Short ones stand as tiles, longer ones as a list with its tail folded. */
function ManyFacet({
  facet,
  choice,
  change,
}: {
  facet: Facet
  choice: Choice
  change: (choice: Choice) => void
}) {
  const t = useTexts(searchTexts)
  const locale = useLocale()
  const [all, setAll] = useState(false)
  const chosen = (value: string) => isChosen(choice, facet.kind, facet.key, value)
  const toggle = (value: string) =>
    change(
      facet.kind === 'attribute'
        ? toggleAttribute(choice, facet.key, value)
        : toggleParameter(choice, facet.key, value),
    )
  const name = inLocale(facet.name, locale)
  if (facet.values.length > 2 && facet.values.every((one) => fitsTile(inLocale(one.name, locale)))) {
    return (
      <FacetGroup title={name}>
        <div className={style.tiles}>
          {facet.values.map((one) => (
            <button
              type="button"
              key={one.value}
              className={style.tile}
              aria-pressed={chosen(one.value)}
              onClick={() => toggle(one.value)}
            >
              {inLocale(one.name, locale)}
              <small className="num">{count(one.count)}</small>
            </button>
          ))}
        </div>
      </FacetGroup>
    )
  }
  const shown = all ? facet.values : facet.values.filter((one, index) => index < 6 || chosen(one.value))
  const hidden = facet.values.length - shown.length
  return (
    <FacetGroup title={name}>
      <ul>
        {shown.map((one) => (
          <Check
            key={one.value}
            label={inLocale(one.name, locale)}
            count={one.count}
            checked={chosen(one.value)}
            onChange={() => toggle(one.value)}
          />
        ))}
      </ul>
      {(hidden > 0 || all) && facet.values.length > 6 && (
        <button type="button" className={style.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('showLess') : t('showAll', { count: hidden })}
        </button>
      )}
    </FacetGroup>
  )
}
