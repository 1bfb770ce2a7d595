import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { inLocale } from '#shared/text.ts'
import { marketQuery } from '#web/src/features/markets/queries.ts'
import { type Choice, readChoice } from '#web/src/features/search/choice.ts'
import { Results } from '#web/src/features/search/results.tsx'
import { searchTexts } from '#web/src/features/search/texts.ts'
import { useCall } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { useGo } from '#web/src/ui/link.tsx'

/** `/m/$market/search`: results for words and filters. */
export function SearchPage() {
  const { market: id = '' } = useParams({ strict: false })
  const choice = readChoice(useSearch({ strict: false }))
  const { data: market } = useSuspenseQuery(marketQuery(useCall(), id))
  const t = useTexts(searchTexts)
  const go = useGo()
  const change = (next: Choice) => void go(paths.search(id, next), { replace: true, keepScroll: true })
  return (
    <main className="wrap" id="main">
      <Results market={market} choice={choice} change={change} title={choice.q ?? t('all')} />
    </main>
  )
}

/** `/m/$market/c/$category`: one category, with the same filters. Taking the category away leads to the search page. */
export function CategoryPage() {
  const { market: id = '', category = '' } = useParams({ strict: false })
  const locale = useLocale()
  const choice = { ...readChoice(useSearch({ strict: false })), category }
  const { data: market } = useSuspenseQuery(marketQuery(useCall(), id))
  const go = useGo()
  const change = ({ category: next, ...rest }: Choice) =>
    void go(next === undefined ? paths.search(id, rest) : paths.category(id, next, rest), {
      replace: true,
      keepScroll: true,
    })
  const known = market.categories.find((one) => one.id === category)
  return (
    <main className="wrap" id="main">
      <Results
        market={market}
        choice={choice}
        change={change}
        title={known ? inLocale(known.name, locale) : category}
      />
    </main>
  )
}
