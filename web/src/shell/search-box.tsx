import { IconBuildingStore, IconSearch, IconX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { type FormEvent, type KeyboardEvent, useDeferredValue, useId, useState } from 'react'
import type { Suggestion } from '#shared/search/contract.ts'
import type { Market } from '#web/src/features/markets/queries.ts'
import { suggestQuery } from '#web/src/features/search/queries.ts'
import { useCall } from '#web/src/page-context.ts'
import { inLanguage, paths } from '#web/src/paths.ts'
import { textOf } from '#web/src/search-params.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { useGo } from '#web/src/ui/link.tsx'
import style from './search-box.module.css'
import { shellTexts } from './texts.ts'

/** The words that the current page was searched with. */
const useAskedWords = () => useRouterState({ select: (state) => textOf(state.location.search, 'q') ?? '' })

/**
 * The search box: a plain form that works without a script, with completions while typing (a combobox: arrows choose, Enter searches,
 * Escape closes). It is filled again whenever the page's words change.
 */
export function SearchBox({ market }: { market: Market }) {
  const asked = useAskedWords()
  return <SearchForm key={asked} market={market} asked={asked} />
}

function SearchForm({ market, asked }: { market: Market; asked: string }) {
  const t = useTexts(shellTexts)
  const go = useGo()
  const locale = useLocale()
  const call = useCall()
  const listId = useId()
  const [words, setWords] = useState(asked)
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(-1)
  const typed = useDeferredValue(words.trim())
  const { data } = useQuery({
    ...suggestQuery(call, market.slug, typed),
    enabled: open && typed !== '',
    placeholderData: keepPreviousData,
  })
  const suggestions = open && words.trim() !== '' ? (data?.items ?? []) : []

  const search = (q: string) => {
    setWords(q)
    setOpen(false)
    void go(paths.search(market.slug, { q: q.trim() }))
  }
  const follow = ({ kind, id, text }: Suggestion) => {
    setOpen(false)
    if (kind === 'category' && id !== null) void go(paths.category(market.slug, id))
    else if (kind === 'shop' && id !== null) void go(paths.shop(market.slug, id))
    else search(text)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const one = suggestions[chosen]
    if (one) follow(one)
    else search(words)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setOpen(false)
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    setOpen(true)
    const step = event.key === 'ArrowDown' ? 1 : -1
    setChosen((now) => Math.max(-1, Math.min(suggestions.length - 1, now + step)))
  }
  return (
    <search className={style.search}>
      <form action={inLanguage(locale, paths.search(market.slug))} onSubmit={submit}>
        <IconSearch className={style.glass} size={18} stroke={1.6} aria-hidden="true" />
        <input
          name="q"
          role="combobox"
          aria-label={t('search.label')}
          aria-expanded={suggestions.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={chosen >= 0 ? `${listId}-${chosen}` : undefined}
          autoComplete="off"
          enterKeyHint="search"
          placeholder={t('search.placeholder')}
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
            setChosen(-1)
            setOpen(true)
          }}
          onKeyDown={keys}
          onBlur={() => setOpen(false)}
        />
        {words !== '' && (
          <button
            type="button"
            className={style.clear}
            aria-label={t('search.clear')}
            onClick={() => setWords('')}
          >
            <IconX size={16} stroke={1.6} aria-hidden="true" />
          </button>
        )}
        <button type="submit" className={style.go}>
          <IconSearch size={18} stroke={1.8} aria-hidden="true" />
          {t('search.go')}
        </button>
      </form>
      <div
        className={style.list}
        id={listId}
        role="listbox"
        aria-label={t('search.label')}
        hidden={suggestions.length === 0}
      >
        {suggestions.map((suggestion, index) => (
          <button
            type="button"
            key={suggestion.kind + suggestion.text}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === chosen}
            tabIndex={-1}
            // Pressing must not take the focus from the box, or its blur would close the list before the click.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => follow(suggestion)}
          >
            {suggestion.kind === 'shop' ? (
              <IconBuildingStore size={16} stroke={1.6} aria-hidden="true" />
            ) : (
              <IconSearch size={16} stroke={1.6} aria-hidden="true" />
            )}
            {suggestion.text}
            <small>
              {suggestion.kind !== 'word' && `${t(`suggest.${suggestion.kind}`)} · `}
              {t('suggest.count', { count: suggestion.count })}
            </small>
          </button>
        ))}
      </div>
    </search>
  )
}
