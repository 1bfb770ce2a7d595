import { IconDownload } from '@tabler/icons-react'
import { Facts as FactsShape, ImportCode, RefusalCode } from '#shared/catalogue/import-codes.ts'
import type { ImportView } from '#shared/catalogue/import-contract.ts'
import { importMessage, refusalMessage } from '#shared/catalogue/import-messages.ts'
import { inLocale } from '#shared/text.ts'
import { paths, type ShopPlace } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { ButtonLink } from '#web/src/ui/button.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { Progress } from '#web/src/ui/progress.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { rejectedUrl } from './confirm-bar.tsx'
import style from './result-panel.module.css'
import { importTexts } from './texts.ts'

type PanelProps = { place: ShopPlace; view: ImportView }

/** The file is being read: it works, and one may leave. */
export function CheckingPanel() {
  const t = useTexts(importTexts)
  return (
    <Panel>
      <div className={style.work} role="status">
        <h2>{t('checking.title')}</h2>
        <Progress done={0} of={null} label={t('checking.title')} />
        <p>{t('checking.text')}</p>
      </div>
    </Panel>
  )
}

/** Products are being written, style by style. */
export function RunningPanel({ view }: { view: ImportView }) {
  const t = useTexts(importTexts)
  const { total, created, updated, unchanged, failed } = view.progress
  const done = created + updated + unchanged + failed
  return (
    <Panel>
      <div className={style.work} role="status">
        <h2>{t('running.title')}</h2>
        <Progress done={done} of={total} label={t('running.title')} />
        <b className="num">{t('running.figures', { done: count(done), total: count(total) })}</b>
        <p>{t('running.text')}</p>
      </div>
    </Panel>
  )
}

/** Why the file cannot be read. */
export function RefusedPanel({ place, view }: PanelProps) {
  const t = useTexts(importTexts)
  const locale = useLocale()
  const code = RefusalCode.safeParse(view.refusal?.code)
  const facts = FactsShape.safeParse(view.refusal?.facts)
  return (
    <Panel>
      <div className={style.work}>
        <Note tone="rust">
          {code.success
            ? refusalMessage(code.data, facts.success ? facts.data : {}, locale)
            : t('refused.title')}
        </Note>
        <div>
          <ButtonLink kind="primary" to={paths.imports(place)}>
            {t('refused.again')}
          </ButtonLink>
        </div>
      </div>
    </Panel>
  )
}

/** What was written, with the way to it, and what was left out, as a file and by style. */
export function DonePanel({ place, view }: PanelProps) {
  const t = useTexts(importTexts)
  const { created, updated, unchanged, failed } = view.progress
  const figures = [
    ['created', created],
    ['updated', updated],
    ['unchanged', unchanged],
    ['failed', failed],
  ] as const
  return (
    <>
      {view.state === 'failed' && <Note tone="rust">{t('failed.text')}</Note>}
      <Panel>
        <ul className={style.figures}>
          {figures.map(([key, value]) => (
            <li key={key} data-bad={(key === 'failed' && value > 0) || undefined}>
              <b className="num">{count(value)}</b>
              {t('products')}
              <span>{t(`done.${key}`)}</span>
            </li>
          ))}
        </ul>
        <div className={style.ways}>
          <ButtonLink
            kind="primary"
            to={paths.shopProducts(place, { status: created > 0 ? 'draft' : undefined })}
          >
            {t('done.products')}
          </ButtonLink>
          <ButtonLink to={paths.shopProducts(place, { status: 'in_review' })}>{t('done.review')}</ButtonLink>
          <ButtonLink to={paths.imports(place)}>{t('done.again')}</ButtonLink>
          {view.counts.error + view.progress.failed > 0 && (
            <a href={rejectedUrl(place, view.id)} download>
              <IconDownload size={16} stroke={1.7} aria-hidden="true" />
              {t('done.rejected')}
              <small>{t('done.rejected.text')}</small>
            </a>
          )}
        </div>
      </Panel>
      <Troubled view={view} />
    </>
  )
}

function Troubled({ view }: { view: ImportView }) {
  const t = useTexts(importTexts)
  const locale = useLocale()
  if (view.troubled.length === 0) return null
  return (
    <Panel title={t('troubled.title')} note={String(view.troubled.length)}>
      <ul className={style.troubled}>
        {view.troubled.map((one) => (
          <li key={one.styleNo}>
            <b>{one.styleNo}</b>
            <span>
              {[
                ...one.problems
                  .slice(0, 3)
                  .map((problem) => importMessage(ImportCode.parse(problem.code), problem.facts, locale)),
                ...(one.problem === null ? [] : [inLocale(one.problem.title, locale)]),
              ].join(locale === 'zh' ? '；' : '; ')}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
