import { IconFilter, IconLayoutGrid, IconList } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { inLocale } from '#shared/text.ts'
import type { MarketView, SearchAnswer } from '#web/src/api/shapes.ts'
import { ProductGrid } from '#web/src/features/catalogue/product-grid.tsx'
import { useCall } from '#web/src/page-context.ts'
import { Rich } from '#web/src/texts/rich.tsx'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { Chip } from '#web/src/ui/chip.tsx'
import { classes } from '#web/src/ui/class-names.ts'
import { count } from '#web/src/ui/quantity.ts'
import { type Choice, filterCount, sorts, toSearchQuery, without, withoutFilters } from './choice.ts'
import { EmptyResult } from './empty-result.tsx'
import { Facets } from './facets.tsx'
import { searchQuery } from './queries.ts'
import style from './results.module.css'
import { searchTexts } from './texts.ts'
import { useQuantity } from './use-quantity.ts'
import { Want } from './want.tsx'

const FilterSheet = lazy(() => import('./filter-sheet.tsx').then((module) => ({ default: module.FilterSheet })))

type ResultsProps = {
  market: MarketView
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
  const query = useSuspenseInfiniteQuery(searchQuery(call, market.id, toSearchQuery(choice)))
  const [quantity, setQuantity] = useQuantity(choice, change)
  const [sheet, setSheet] = useState<'never' | 'open' | 'closed'>('never')
  const answer = query.data.pages[0]
  if (answer === undefined) return null
  const products = query.data.pages.flatMap((page) => page.items)
  const facets = { market, answer, choice, quantity, change }
  return (
    <>
      <Ask answer={answer} choice={choice} change={change} title={title}>
        <Want quantity={quantity} onChange={setQuantity} />
      </Ask>
      {answer.total === 0 ? (
        <EmptyResult market={market} answer={answer} choice={choice} change={change} />
      ) : (
        <div className={style.columns}>
          <aside className={style.facets} aria-label={t('filter')}>
            <Facets {...facets} />
          </aside>
          <section>
            <SortBar choice={choice} change={change} quantity={quantity} onFilter={() => setSheet('open')} />
            <ProductGrid market={market.id} products={products} quantity={quantity} list={choice.view === 'list'} hideShop={hideShop ?? false} eagerCount={7} />
            <More query={query} total={answer.total} seen={products.length} />
          </section>
        </div>
      )}
      {sheet !== 'never' && (
        <Suspense>
          <FilterSheet {...facets} opened={sheet === 'open'} onClose={() => setSheet('closed')} />
        </Suspense>
      )}
    </>
  )
}

type AskProps = { answer: SearchAnswer; choice: Choice; change: (choice: Choice) => void; title: string | undefined; children: ReactNode }

/** What the page is about and what was understood of it; each chip can be taken away. */
function Ask({ answer, choice, change, title, children }: AskProps) {
  const t = useTexts(searchTexts)
  const locale = useLocale()
  const chips = answer.understood.map((one) => ({ ...one, term: inLocale(one.label, locale), text: inLocale(one.name, locale) }))
  const found = t('found', { total: count(answer.total), shops: count(answer.shopCount) })
  return (
    <div className={classes(style.ask, title === undefined && style.inside)}>
      {title === undefined ? (
        <p className={style.found}>
          <Rich>{found}</Rich>
        </p>
      ) : (
        <h1>
          {title}
          <small>
            <Rich>{found}</Rich>
          </small>
        </h1>
      )}
      {chips.length > 0 && (
        <div className={style.chips}>
          <span>{t('understood')}</span>
          {chips.map((chip) => (
            <Chip key={`${chip.key}:${chip.value}`} term={chip.term} value={chip.text} removeLabel={t('remove', { term: chip.term, value: chip.text })} onRemove={() => change(without(choice, chip.key, chip.value))} />
          ))}
          <button type="button" className={style.clear} onClick={() => change(withoutFilters(choice))}>
            {t('clear')}
          </button>
        </div>
      )}
      {answer.corrected !== null && <p className={style.corrected}>{t('corrected', { words: answer.corrected })}</p>}
      {children}
    </div>
  )
}

function SortBar({ choice, change, quantity, onFilter }: { choice: Choice; change: (choice: Choice) => void; quantity: number; onFilter: () => void }) {
  const t = useTexts(searchTexts)
  const sort = choice.sort ?? 'relevance'
  const filters = filterCount(choice)
  const view = (kind: 'list' | undefined, label: string, icon: ReactNode) => (
    <button type="button" aria-label={label} aria-pressed={choice.view === kind} onClick={() => change({ ...choice, view: kind })}>
      {icon}
    </button>
  )
  return (
    <div className={style.sort}>
      <div className={style.orders} role="group" aria-label={t('sort.label')}>
        {sorts.map((one) => (
          <button type="button" key={one} aria-pressed={sort === one} onClick={() => change({ ...choice, sort: one === 'relevance' ? undefined : one })}>
            {one === 'price' ? (
              <>
                <span className="only-desk">{t('sort.price', { quantity: count(quantity) })}</span>
                <span className="only-phone">{t('sort.price.short')}</span> ↑
              </>
            ) : (
              t(`sort.${one}`)
            )}
          </button>
        ))}
      </div>
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

type MoreProps = { query: { hasNextPage: boolean; isFetchingNextPage: boolean; isFetchNextPageError: boolean; fetchNextPage: () => unknown }; total: number; seen: number }

/** The next goods on demand: no endless scroll, so that the footer can be reached. */
function More({ query, total, seen }: MoreProps) {
  const t = useTexts(searchTexts)
  return (
    <div className={style.more} aria-live="polite">
      {query.hasNextPage ? (
        <>
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('load.more', { count: Math.min(28, total - seen) })}
          </Button>
          <span className="num">{t('load.seen', { seen: count(seen), total: count(total) })}</span>
        </>
      ) : (
        <span className="num">{t('load.end', { total: count(total), count: total })}</span>
      )}
      {query.isFetchNextPageError && <p role="alert">{t('load.failed')}</p>}
    </div>
  )
}
