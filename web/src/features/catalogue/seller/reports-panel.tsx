import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { deleteTestReport } from '#shared/catalogue/contract.ts'
import { daysBetween } from '#shared/catalogue/test-report.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths, type ShopPlace } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { classes } from '#web/src/ui/class-names.ts'
import { dateText } from '#web/src/ui/date.tsx'
import { Confirm } from '#web/src/ui/dialog.tsx'
import { Loaded } from '#web/src/ui/loaded.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { StateWord } from '#web/src/ui/state-word.tsx'
import { Empty } from '#web/src/ui/states.tsx'
import table from '#web/src/ui/table.module.css'
import { useToast } from '#web/src/ui/toasts.tsx'
import { testReportsQuery } from './queries.ts'
import { goodsTexts } from './texts.ts'

type Report = {
  id: string
  number: string
  lab: string
  issuedOn: string
  expiresOn: string | null
  mediaId: string | null
  styleNos: string[]
}

/** Test reports of the shop with the styles they cover and how long they hold. */
export function ReportsPanel({ place, onNew }: { place: ShopPlace; onNew: () => void }) {
  const t = useTexts(goodsTexts)
  const { call } = usePageContext()
  const client = useQueryClient()
  const toast = useToast()
  const reports = useInfiniteQuery(testReportsQuery(call, place))
  const [asked, setAsked] = useState<Report | null>(null)
  return (
    <Panel flush>
      <Loaded query={reports}>
        {(data) => {
          const items = data.pages.flatMap((page) => page.items)
          const mayDelete = data.pages[0]?.actions.includes('delete') ?? false
          if (items.length === 0)
            return (
              <Empty
                title={t('reports.empty')}
                actions={
                  <Button kind="primary" onClick={onNew}>
                    {t('reports.new')}
                  </Button>
                }
              >
                {t('reports.empty.text')}
              </Empty>
            )
          return (
            <>
              <div className={table.scroll}>
                <table className={classes(table.table, table.cards)}>
                  <thead>
                    <tr>
                      <th scope="col">{t('reports.number')}</th>
                      <th scope="col">{t('reports.state')}</th>
                      <th scope="col">{t('reports.lab')}</th>
                      <th scope="col">{t('reports.issued')}</th>
                      <th scope="col">{t('reports.expires')}</th>
                      <th scope="col">{t('reports.styles')}</th>
                      <th scope="col">{t('reports.file')}</th>
                      <th scope="col" data-number>
                        {t('col.act')}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((report) => (
                      <Row
                        key={report.id}
                        report={report}
                        onDelete={mayDelete ? () => setAsked(report) : undefined}
                      />
                    ))}
                  </tbody>
                </table>
              </div>
              {reports.hasNextPage && (
                <div className={table.foot}>
                  <Button
                    size="s"
                    busy={reports.isFetchingNextPage}
                    onClick={() => void reports.fetchNextPage()}
                  >
                    {t('more')}
                  </Button>
                </div>
              )}
            </>
          )
        }}
      </Loaded>
      <Confirm
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={t('reports.delete.title', { number: asked?.number ?? '' })}
        action={t('reports.delete')}
        onConfirm={async () => {
          if (asked === null) return
          await call(deleteTestReport, {
            params: { market: place.market, shop: place.shopId, report: asked.id },
          })
          toast({ text: t('reports.deleted') })
          await client.invalidateQueries({ queryKey: ['test-reports', place.market, place.shopId] })
        }}
      >
        {t('reports.delete.text')}
      </Confirm>
    </Panel>
  )
}

function Row({ report, onDelete }: { report: Report; onDelete: (() => void) | undefined }) {
  const t = useTexts(goodsTexts)
  const locale = useLocale()
  const left =
    report.expiresOn === null ? null : daysBetween(new Date().toISOString().slice(0, 10), report.expiresOn)
  const styles = report.styleNos.slice(0, 4).join(', ')
  return (
    <tr>
      <td className={table.strong}>{report.number}</td>
      <td>
        {left !== null && left < 0 ? (
          <StateWord tone="bad">{t('reports.expired')}</StateWord>
        ) : left !== null && left <= 60 ? (
          <StateWord tone="wait">{t('reports.soon', { count: left })}</StateWord>
        ) : (
          <StateWord tone="ok">{t('reports.valid')}</StateWord>
        )}
      </td>
      <td data-wide>{report.lab}</td>
      <td className="num">{dateText(report.issuedOn, locale)}</td>
      <td className="num">
        {report.expiresOn === null ? t('reports.expires.none') : dateText(report.expiresOn, locale)}
      </td>
      <td data-wide title={report.styleNos.join(', ')}>
        {styles}
        {report.styleNos.length > 4 && ` ${t('reports.moreStyles', { count: report.styleNos.length })}`}
      </td>
      <td>
        {report.mediaId === null ? (
          t('reports.file.none')
        ) : (
          <a href={paths.media(report.mediaId, 800)} target="_blank" rel="noreferrer">
            {t('reports.file.view')}
          </a>
        )}
      </td>
      <td data-number>
        {onDelete !== undefined && (
          <Button
            size="s"
            kind="quiet"
            onClick={onDelete}
            aria-label={`${t('reports.delete')} ${report.number}`}
          >
            {t('reports.delete')}
          </Button>
        )}
      </td>
    </tr>
  )
}
