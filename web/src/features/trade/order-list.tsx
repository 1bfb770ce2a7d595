import { IconReceipt, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type OrderTab, orderTabs } from '#shared/trade/states.ts'
import { useCall } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { Button, ButtonLink } from '#web/src/ui/button.tsx'
import { useGo } from '#web/src/ui/link.tsx'
import { LinkTabs } from '#web/src/ui/link-tabs.tsx'
import { MoneyKey } from '#web/src/ui/money-bar.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { Empty, Failure, Placeholder } from '#web/src/ui/states.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { failureText } from '#web/src/ui/use-form.ts'
import style from './order-list.module.css'
import { orderListTexts } from './order-list-texts.ts'
import { OrderTable } from './order-table.tsx'
import { orderTexts } from './order-texts.ts'
import { myOrdersQuery } from './queries.ts'

const tabNames = Object.keys(orderTabs) as OrderTab[]

/** The buyer's orders in a market: tabs by what they ask, search, newest first. Tab and words stand in the URL. */
export function OrderList({ market, tab, q }: { market: string; tab: OrderTab; q: string }) {
  const t = useTexts(orderListTexts)
  const order = useTexts(orderTexts)
  const words = useTexts(uiTexts)
  const go = useGo()
  const query = useInfiniteQuery({
    ...myOrdersQuery(useCall(), market, tab, q),
    placeholderData: keepPreviousData,
  })
  const [typed, setTyped] = useState(q)
  const search = (event: FormEvent) => {
    event.preventDefault()
    void go(paths.orders(market, { tab: tab === 'all' ? undefined : tab, q: typed.trim() }), {
      replace: true,
      keepScroll: true,
    })
  }
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const counts = query.data?.pages[0]?.counts
  return (
    <>
      <header className={style.top}>
        <h1>{t('list.title')}</h1>
        <search>
          <form className={style.search} onSubmit={search}>
            <IconSearch size={18} stroke={1.6} aria-hidden="true" />
            <input
              aria-label={t('list.search')}
              placeholder={t('list.search')}
              enterKeyHint="search"
              maxLength={60}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Button type="submit" size="s">
              {t('list.go')}
            </Button>
          </form>
        </search>
      </header>
      <section className={style.panel} aria-busy={query.isFetching}>
        <LinkTabs
          label={t('list.label')}
          chosen={tab}
          tabs={tabNames.map((key) => ({
            key,
            name: t(`tab.${key}`),
            to: paths.orders(market, { tab: key === 'all' ? undefined : key, q }),
            ...(counts === undefined ? {} : { count: counts[key] }),
          }))}
        />
        {query.isError ? (
          <Failure
            title={words('failed')}
            actions={<Button onClick={() => void query.refetch()}>{words('retry')}</Button>}
          >
            {failureText(query.error, words)}
          </Failure>
        ) : query.data === undefined ? (
          <Placeholder height={320} />
        ) : items.length === 0 ? (
          <Nothing market={market} q={q} />
        ) : (
          <>
            <OrderTable market={market} items={items} side="buyer" />
            <footer className={style.foot}>
              <MoneyKey
                items={[
                  ['released', order('money.released')],
                  ['held', order('money.held')],
                  ['due', order('money.due')],
                  ['back', order('money.refunded')],
                ]}
              />
              <span className="num">
                {t('list.shown', {
                  count: count(items.length),
                  total: count(q === '' ? (counts?.[tab] ?? items.length) : items.length),
                })}
              </span>
              {query.hasNextPage && (
                <Button size="s" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {words('more')}
                </Button>
              )}
            </footer>
          </>
        )}
      </section>
    </>
  )
}

function Nothing({ market, q }: { market: string; q: string }) {
  const t = useTexts(orderListTexts)
  const icon = <IconReceipt size={34} stroke={1.4} aria-hidden="true" />
  if (q !== '')
    return (
      <Empty
        icon={icon}
        title={t('list.empty.q', { q })}
        actions={<ButtonLink to={paths.orders(market)}>{t('list.all')}</ButtonLink>}
      >
        {t('list.empty.q.text')}
      </Empty>
    )
  return (
    <Empty
      icon={icon}
      title={t('list.empty')}
      actions={<ButtonLink to={paths.search(market)}>{t('list.browse')}</ButtonLink>}
    >
      {t('list.empty.text')}
    </Empty>
  )
}
