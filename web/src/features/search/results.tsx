import { IconFilter, IconLayoutGrid, IconList } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { Sort, Understood } from '#shared/search/contract.ts'
import { inLocale } from '#shared/text.ts'
import { ProductGrid } from '#web/src/features/catalogue/product-grid.tsx'
import type { Market } from '#web/src/features/markets/queries.ts'
import { useCall } from '#web/src/page-context.ts'
import { Rich } from '#web/src/texts/rich.tsx'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { Chip } from '#web/src/ui/chip.tsx'
import { classes } from '#web/src/ui/class-names.ts'
import { count } from '#web/src/ui/quantity.ts'
import { type Choice, filterCount, pageSize, toSearchQuery, withoutFilters } from './choice.ts'
import { type ChosenChip, chosenChips } from './chosen.ts'
import { EmptyResult } from './empty-result.tsx'
import { Facets } from './facets.tsx'
import { searchQuery } from './queries.ts'
import style from './results.module.css'
import { searchTexts } from './texts.ts'
import { type Total, totalText } from './total.ts'
import { useQuantity } from './use-quantity.ts'
import { Want } from './want.tsx'

const FilterSheet = lazy(() =>
  import('./filter-sheet.tsx').then((module) => ({ default: module.FilterSheet })),
)

type ResultsProps = {
  market: Market
  choice: Choice
  change: (choice: Choice) => void
  /** What the page is about: the words, the category. Without it the results stand inside another page. */
  title?: string
  hideShop?: boolean
}

/** Results for a choice: what was understood, the buyer's quantity, filters, order, goods, the next page. */
export function Results({ market, choice, change, title, hideShop }: ResultsProps) {
  const t = useTexts(searchTexts)
  const call = useCall()
  const query = useSuspenseInfiniteQuery(searchQuery(call, market.slug, toSearchQuery(choice)))
  const [quantity, setQuantity] = useQuantity(choice, change)
  const [sheet, setSheet] = useState<'never' | 'open' | 'closed'>('never')
  const answer = query.data.pages[0]
  if (answer === undefined) return null
  const products = query.data.pages.flatMap((page) => page.items)
  const { facets, understood } = answer
  const total = answer.total ?? { count: products.length, capped: false }
  const chips = facets === null ? [] : chosenChips(market, facets, choice)
  const narrow = facets === null ? null : { market, facets, choice, quantity, change }
  return (
    <>
      <Ask
        total={total}
        shopCount={facets?.shopCount ?? 0}
        understood={understood}
        chips={chips}
        choice={choice}
        change={change}
        title={title}
      >
        <Want quantity={quantity} onChange={setQuantity} />
      </Ask>
      {total.count === 0 ? (
        <EmptyResult market={market} chips={chips} choice={choice} change={change} />
      ) : (
        <div className={style.columns}>
          <aside className={style.facets} aria-label={t('filter')}>
            {narrow && <Facets {...narrow} />}
          </aside>
          <section>
            <SortBar choice={choice} change={change} quantity={quantity} onFilter={() => setSheet('open')} />
            <ProductGrid
              market={market.slug}
              products={products}
              quantity={quantity}
              list={choice.view === 'list'}
              hideShop={hideShop ?? false}
              eagerCount={7}
            />
            <More query={query} total={total} seen={products.length} />
          </section>
        </div>
      )}
      {sheet !== 'never' && narrow && (
        <Suspense>
          <FilterSheet
            {...narrow}
            total={total}
            opened={sheet === 'open'}
            onClose={() => setSheet('closed')}
          />
        </Suspense>
      )}
    </>
  )
}

type AskProps = {
  total: Total
  shopCount: number
  understood: Understood
  chips: readonly ChosenChip[]
  choice: Choice
  change: (choice: Choice) => void
  title: string | undefined
  children: ReactNode
}

/** What the page is about and what was understood of it; each chosen filter can be taken away. */
function Ask({ total, shopCount, understood, chips, choice, change, title, children }: AskProps) {
  const t = useTexts(searchTexts)
  const locale = useLocale()
  const found = <Rich>{t('found', { total: totalText(total), shops: count(shopCount) })}</Rich>
  const named = choice.category === undefined ? understood.category : null
  return (
    <div className={classes(style.ask, title === undefined && style.inside)}>
      {title === undefined ? (
        <p className={style.found}>{found}</p>
      ) : (
        <h1>
          {title}
          <small>{found}</small>
        </h1>
      )}
      <div className={style.chips}>
        {chips.length > 0 && <span>{t('filters')}</span>}
        {chips.map((chip) => {
          const [term, value] = [inLocale(chip.term, locale), inLocale(chip.value, locale)]
          return (
            <Chip
              key={chip.id}
              term={term}
              value={value}
              removeLabel={t('remove', { term, value })}
              onRemove={() => change(chip.without)}
            />
          )
        })}
        {chips.length > 0 && (
          <button type="button" className={style.clear} onClick={() => change(withoutFilters(choice))}>
            {t('clear')}
          </button>
        )}
        {named && (
          <button
            type="button"
            className={style.clear}
            onClick={() => change({ ...choice, category: named.id })}
          >
            {t('only', { category: inLocale(named.name, locale) })}
          </button>
        )}
        {understood.corrected !== null && <span>{t('corrected', { words: understood.corrected })}</span>}
        {understood.dropped.length > 0 && (
          <span>{t('dropped', { words: understood.dropped.join(locale === 'zh' ? '、' : ', ') })}</span>
        )}
      </div>
      {children}
    </div>
  )
}

const sortButtons = ['relevance', 'price_asc', 'sales', 'newest'] as const satisfies Sort[]

/** One button for the price: pressed again it turns around. */
function nextSort(pressed: Sort, now: Sort): Sort | undefined {
  if (pressed === 'relevance') return undefined
  return pressed === 'price_asc' && now === 'price_asc' ? 'price_desc' : pressed
}

function SortBar({
  choice,
  change,
  quantity,
  onFilter,
}: {
  choice: Choice
  change: (choice: Choice) => void
  quantity: number
  onFilter: () => void
}) {
  const t = useTexts(searchTexts)
  const sort = choice.sort ?? 'relevance'
  const filters = filterCount(choice)
  const view = (kind: 'list' | undefined, label: string, icon: ReactNode) => (
    <button
      type="button"
      aria-label={label}
      aria-pressed={choice.view === kind}
      onClick={() => change({ ...choice, view: kind })}
    >
      {icon}
    </button>
  )
  return (
    <div className={style.sort}>
      <fieldset className={style.orders} aria-label={t('sort.label')}>
        {sortButtons.map((one) => (
          <button
            type="button"
            key={one}
            aria-pressed={sort === one || (one === 'price_asc' && sort === 'price_desc')}
            onClick={() => change({ ...choice, sort: nextSort(one, sort) })}
          >
            {one === 'price_asc' ? (
              <>
                <span className="only-desk">{t('sort.price', { quantity: count(quantity) })}</span>
                <span className="only-phone">{t('sort.price.short')}</span>{' '}
                {sort === 'price_desc' ? '↓' : '↑'}
              </>
            ) : (
              t(`sort.${one}`)
            )}
          </button>
        ))}
      </fieldset>
      <span className={style.impersonal}>{t('impersonal')}</span>
      <span className={style.views}>
        {view(undefined, t('view.grid'), <IconLayoutGrid size={18} stroke={1.6} aria-hidden="true" />)}
        {view('list', t('view.list'), <IconList size={18} stroke={1.6} aria-hidden="true" />)}
      </span>
      <button type="button" className={style.filter} onClick={onFilter}>
        <IconFilter size={18} stroke={1.6} aria-hidden="true" />
        {t('filter')}
        {filters > 0 && <sup className="num">{filters}</sup>}
      </button>
    </div>
  )
}

type MoreProps = {
  query: {
    hasNextPage: boolean
    isFetchingNextPage: boolean
    isFetchNextPageError: boolean
    fetchNextPage: () => unknown
  }
  total: Total
  seen: number
}

/** The next goods on demand: no endless scroll, so that the footer can be reached. */
function More({ query, total, seen }: MoreProps) {
  const t = useTexts(searchTexts)
  return (
    <div className={style.more} aria-live="polite">
      {query.hasNextPage ? (
        <>
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('load.more', { count: total.capped ? pageSize : Math.min(pageSize, total.count - seen) })}
          </Button>
          <span className="num">{t('load.seen', { seen: count(seen), total: totalText(total) })}</span>
        </>
      ) : (
        <span className="num">{t('load.end', { total: totalText(total), count: total.count })}</span>
      )}
      {query.isFetchNextPageError && <p role="alert">{t('load.failed')}</p>}
    </div>
  )
}
