import { useInfiniteQuery } from '@tanstack/react-query'
import type { ShopMoney } from '#shared/payments/shapes.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths, type ShopPlace } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { classes } from '#web/src/ui/class-names.ts'
import { dateText } from '#web/src/ui/date.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Loaded, Rows } from '#web/src/ui/loaded.tsx'
import { BigMoney, Money, moneyText } from '#web/src/ui/money.tsx'
import { MoneyBar, type MoneyKind } from '#web/src/ui/money-bar.tsx'
import { PageHead } from '#web/src/ui/page-head.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { Empty } from '#web/src/ui/states.tsx'
import table from '#web/src/ui/table.module.css'
import { PayoutAccountPanel, type Returned, useReturnFromInstitution } from './payout-account.tsx'
import { shopMoneyQuery } from './queries.ts'
import style from './shop-money.module.css'
import { moneyTexts } from './texts.ts'

/** Where a shop's money is, every posting behind it, and the account it is paid to. */
export function ShopMoneyView({ place, returned }: { place: ShopPlace; returned: Returned }) {
  const t = useTexts(moneyTexts)
  const { call } = usePageContext()
  useReturnFromInstitution(place, returned)
  const money = useInfiniteQuery({
    ...shopMoneyQuery(call, place.market, place.shopId),
    // Back from opening the account, the shop watches its money go out.
    refetchInterval: ({ state }) =>
      returned === 'returned' && (state.data?.pages[0]?.payable.amount ?? 0) > 0 && state.dataUpdateCount < 20
        ? 3_000
        : false,
  })
  const sums = money.data?.pages[0]
  return (
    <>
      <PageHead
        title={
          sums === undefined
            ? t('title')
            : sums.held.amount > 0
              ? t('head.held', { amount: moneyText(sums.held) })
              : t('head.none')
        }
      >
        {t('text')}
      </PageHead>
      <PayoutAccountPanel place={place} returned={returned} when="blocking" />
      <Loaded query={money}>{() => (sums === undefined ? null : <Sums money={sums} />)}</Loaded>
      <PayoutAccountPanel place={place} returned={returned} when="open" />
      <Panel flush title={t('statement')} note={t('statement.text')}>
        <Loaded query={money} waiting={<Rows count={8} />}>
          {(data) => {
            const lines = data.pages.flatMap((page) => page.statement.items)
            if (lines.length === 0) return <Empty title={t('statement.none')} />
            return (
              <>
                <Statement place={place} lines={lines} />
                {money.hasNextPage && (
                  <div className={table.foot}>
                    <Button
                      size="s"
                      busy={money.isFetchingNextPage}
                      onClick={() => void money.fetchNextPage()}
                    >
                      {t('more')}
                    </Button>
                  </div>
                )}
              </>
            )
          }}
        </Loaded>
      </Panel>
    </>
  )
}

function Sums({ money }: { money: ShopMoney }) {
  const t = useTexts(moneyTexts)
  const cells = [
    ['held', money.held],
    ['payable', money.payable],
    ['paidOut', money.paidOut],
    ['released', money.released],
    ['commission', money.commission],
    ['refunded', money.refunded],
  ] as const
  const parts: readonly [MoneyKind, number][] = [
    ['released', money.paidOut.amount + money.payable.amount],
    ['held', money.held.amount],
    ['back', money.refunded.amount],
  ]
  return (
    <Panel title={t('flow')}>
      <MoneyBar
        tall
        label={cells.map(([key, value]) => `${t(key)} ${moneyText(value)}`).join(', ')}
        parts={parts.map(([kind, amount]) => ({ kind, amount }))}
      />
      <dl className={style.sums}>
        {cells.map(([key, value]) => (
          <div key={key} data-kind={key}>
            <dt>{t(key)}</dt>
            <dd>
              <BigMoney value={value} size="l" />
              <small>
                {key === 'payable' && money.waiting.amount > 0
                  ? t('payable.waiting', { amount: moneyText(money.waiting) })
                  : t(`${key}.text`)}
              </small>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

type Line = ShopMoney['statement']['items'][number]

function Statement({ place, lines }: { place: ShopPlace; lines: readonly Line[] }) {
  const t = useTexts(moneyTexts)
  const locale = useLocale()
  return (
    <div className={table.scroll}>
      <table className={classes(table.table, table.cards)}>
        <thead>
          <tr>
            <th scope="col">{t('col.kind')}</th>
            <th scope="col" data-number>
              {t('col.amount')}
            </th>
            <th scope="col">{t('col.account')}</th>
            <th scope="col">{t('col.at')}</th>
            <th scope="col">{t('col.order')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.journalId} ${line.account} ${line.kind}`}>
              <td>{t(`kind.${line.kind}`)}</td>
              <td
                data-number
                className={table.strong}
                style={{ color: line.amount.amount < 0 ? 'var(--ink)' : 'var(--leaf-ink)' }}
              >
                {line.amount.amount > 0 && '+'}
                <Money value={line.amount} />
              </td>
              <td>{t(`account.${line.account}`)}</td>
              <td className="num">{dateText(line.at, locale, 'minute')}</td>
              <td className="num">
                {line.orderId !== null && (
                  <Link to={paths.shopOrder(place, line.orderId)}>{line.orderNumber ?? t('viewOrder')}</Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
