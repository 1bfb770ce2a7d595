import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import type { ImportView } from '#shared/catalogue/import-contract.ts'
import { MappingStep } from '#web/src/features/catalogue/import/mapping-step.tsx'
import { importQuery } from '#web/src/features/catalogue/import/queries.ts'
import {
  CheckingPanel,
  DonePanel,
  RefusedPanel,
  RunningPanel,
} from '#web/src/features/catalogue/import/result-panel.tsx'
import { RowsStep } from '#web/src/features/catalogue/import/rows-step.tsx'
import { importTexts } from '#web/src/features/catalogue/import/texts.ts'
import { marketQuery } from '#web/src/features/markets/queries.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths, type ShopPlace } from '#web/src/paths.ts'
import { textOf } from '#web/src/search-params.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { dateText } from '#web/src/ui/date.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Loaded, Rows } from '#web/src/ui/loaded.tsx'
import { ConsolePage, PageHead } from '#web/src/ui/page-head.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { Steps } from '#web/src/ui/steps.tsx'
import { useShopPlace } from '#web/src/ui/use-place.ts'

/** `/shop/$market/$shopId/import/$importId`, with `?step=columns` or `?step=rows`. */
export function ImportPage() {
  const { importId = '' } = useParams({ strict: false })
  const place = useShopPlace()
  const { call } = usePageContext()
  const view = useQuery(importQuery(call, place, importId))
  return (
    <ConsolePage>
      <Loaded query={view} waiting={<Rows count={8} height={28} />}>
        {(data) => <Shown place={place} view={data} />}
      </Loaded>
    </ConsolePage>
  )
}

function Shown({ place, view }: { place: ShopPlace; view: ImportView }) {
  const t = useTexts(importTexts)
  const locale = useLocale()
  const { call } = usePageContext()
  const { data: market } = useQuery(marketQuery(call, place.market))
  const asked = textOf(useSearch({ strict: false }), 'step')
  const step = asked === 'rows' ? 'rows' : 'columns'
  const { state, mapping } = view
  const working = state === 'ready' || (state === 'checking' && mapping !== null)
  const titles = {
    checking: step === 'rows' && mapping !== null ? t('rows.title') : t('checking.title'),
    ready: step === 'rows' ? t('rows.title') : t('columns.title'),
    refused: t('refused.title'),
    importing: t('running.title'),
    done: view.progress.failed > 0 ? t('done.partly', { count: view.progress.failed }) : t('done.title'),
    failed: t('failed.title'),
  }
  const at =
    state === 'refused'
      ? 0
      : state === 'importing'
        ? 3
        : state === 'done' || state === 'failed'
          ? 4
          : step === 'rows'
            ? 2
            : 1
  return (
    <>
      <PageHead
        title={titles[state]}
        crumbs={<Link to={paths.imports(place)}>{t('title')}</Link>}
        actions={
          <Steps names={[t('step.upload'), t('step.columns'), t('step.rows'), t('step.import')]} now={at} />
        }
      >
        {t('meta', {
          name: view.fileName,
          rows: count(view.counts.rows),
          date: dateText(view.createdAt, locale, 'minute'),
        })}
        {working && ` · ${t('saved')}`}
        {state === 'ready' &&
          step === 'columns' &&
          ` · ${mapping?.columns.every((column) => column.confidence === 1) ? t('columns.known') : t('columns.text')}`}
      </PageHead>
      {state === 'refused' && <RefusedPanel place={place} view={view} />}
      {state === 'importing' && <RunningPanel view={view} />}
      {(state === 'done' || state === 'failed') && <DonePanel place={place} view={view} />}
      {working && mapping !== null && step === 'rows' && (
        <RowsStep place={place} view={view} mapping={mapping} />
      )}
      {state === 'ready' && mapping !== null && step === 'columns' && (
        <MappingStep
          key={view.version}
          place={place}
          view={view}
          mapping={mapping}
          categoryIds={market?.categoryIds ?? []}
        />
      )}
      {state === 'checking' && (mapping === null || step === 'columns') && <CheckingPanel />}
    </>
  )
}
