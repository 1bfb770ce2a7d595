import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { deleteImport, type ImportLine } from '#shared/catalogue/import-contract.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths, type ShopPlace } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { classes } from '#web/src/ui/class-names.ts'
import { dateText } from '#web/src/ui/date.tsx'
import { Confirm } from '#web/src/ui/dialog.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Loaded, Rows } from '#web/src/ui/loaded.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { type StateTone, StateWord } from '#web/src/ui/state-word.tsx'
import { Empty } from '#web/src/ui/states.tsx'
import table from '#web/src/ui/table.module.css'
import { useToast } from '#web/src/ui/toasts.tsx'
import { importsQuery } from './queries.ts'
import { importTexts } from './texts.ts'

const tones: Record<ImportLine['state'], StateTone> = {
  checking: 'go',
  ready: 'wait',
  refused: 'bad',
  importing: 'go',
  done: 'ok',
  failed: 'bad',
}

/** Earlier lists, to go on with or to look at. */
export function HistoryPanel({ place }: { place: ShopPlace }) {
  const t = useTexts(importTexts)
  const toast = useToast()
  const { call } = usePageContext()
  const client = useQueryClient()
  const imports = useQuery(importsQuery(call, place))
  const [asked, setAsked] = useState<ImportLine | null>(null)
  return (
    <Panel flush title={t('history')} note={t('history.text')}>
      <Loaded query={imports} waiting={<Rows count={3} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('history.none')} />
          ) : (
            <div className={table.scroll}>
              <table className={classes(table.table, table.cards)}>
                <thead>
                  <tr>
                    <th scope="col">{t('col.file')}</th>
                    <th scope="col">{t('col.state')}</th>
                    <th scope="col">{t('col.result')}</th>
                    <th scope="col" data-number>
                      {t('col.rows')}
                    </th>
                    <th scope="col">{t('col.at')}</th>
                    <th scope="col" data-number>
                      {t('col.act')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((item) => (
                    <Line key={item.id} place={place} item={item} onDelete={() => setAsked(item)} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
      <Confirm
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={t('delete.title', { name: asked?.fileName ?? '' })}
        action={t('delete')}
        onConfirm={async () => {
          if (asked === null) return
          await call(deleteImport, { params: { market: place.market, shop: place.shopId, import: asked.id } })
          toast({ text: t('deleted') })
          await client.invalidateQueries({ queryKey: ['imports', place.market, place.shopId] })
        }}
      >
        {t(asked?.state === 'importing' ? 'delete.running' : 'delete.text')}
      </Confirm>
    </Panel>
  )
}

function Line({ place, item, onDelete }: { place: ShopPlace; item: ImportLine; onDelete: () => void }) {
  const t = useTexts(importTexts)
  const locale = useLocale()
  const { counts, progress } = item
  const result =
    item.state === 'done' || item.state === 'importing'
      ? [t('result.done', progress), progress.failed > 0 && t('result.failed', { count: progress.failed })]
          .filter(Boolean)
          .join(' · ')
      : item.state === 'ready'
        ? t('result.ready', { good: count(counts.ok + counts.warning), bad: count(counts.error) })
        : ''
  return (
    <tr>
      <td className={table.strong}>
        <Link to={paths.import(place, item.id)}>{item.fileName}</Link>
      </td>
      <td>
        <StateWord tone={tones[item.state]}>{t(`state.${item.state}`)}</StateWord>
      </td>
      <td data-wide className="num">
        {result}
      </td>
      <td data-number>{count(counts.rows)}</td>
      <td className="num">{dateText(item.createdAt, locale, 'minute')}</td>
      <td data-number>
        <Link to={paths.import(place, item.id)}>{item.state === 'ready' ? t('open') : t('view')}</Link>{' '}
        {item.actions.includes('delete') && (
          <Button size="s" kind="quiet" onClick={onDelete} aria-label={`${t('delete')} ${item.fileName}`}>
            {t('delete')}
          </Button>
        )}
      </td>
    </tr>
  )
}
