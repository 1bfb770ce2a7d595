import type { ReactNode } from 'react'
import type { SellerProduct } from '#shared/catalogue/views.ts'
import type { Currency } from '#shared/money.ts'
import { paths, type ShopPlace } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button, ButtonLink } from '#web/src/ui/button.tsx'
import { dateText } from '#web/src/ui/date.tsx'
import { Confirm } from '#web/src/ui/dialog.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { ConsolePage, PageHead } from '#web/src/ui/page-head.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { AttributesSection } from './attributes-section.tsx'
import { BasicsSection } from './basics-section.tsx'
import { Checklist } from './checklist.tsx'
import style from './editor.module.css'
import { EditorContext } from './editor-context.ts'
import type { EditorDraft } from './editor-draft.ts'
import type { Section } from './judge.ts'
import { PicturesSection } from './pictures-section.tsx'
import { Preview } from './preview.tsx'
import { PriceSection } from './price-section.tsx'
import { SkusSection } from './skus-section.tsx'
import { Group } from './slot.tsx'
import { DescriptionSection, SupplySection } from './supply-section.tsx'
import { editorTexts } from './texts.ts'
import { useEditorState } from './use-editor.ts'

type EditorProps = {
  place: ShopPlace
  product: SellerProduct | null
  initial: EditorDraft
  title: string
  currency: Currency
  /** Branches of the category tree that the market carries. */
  categoryIds: readonly string[]
  hasMixedBatch: boolean
}

/** Writes a product: the category's own form, live preview, what is missing beside it, one bar to save and submit. */
export function ProductEditor({
  place,
  product,
  initial,
  title,
  currency,
  categoryIds,
  hasMixedBatch,
}: EditorProps) {
  const t = useTexts(editorTexts)
  const state = useEditorState({ place, product, initial, categoryIds })
  const { draft, problems } = state
  const locked = product !== null && !product.actions.includes('edit')
  const remarks = product?.remarks ?? []
  const { change, shown } = state
  const editor = { draft, change, problems, remarks, shown, locked, saved: product !== null, currency }
  const status = product?.status
  return (
    <EditorContext value={editor}>
      <ConsolePage>
        <PageHead
          title={title}
          crumbs={<Link to={paths.shopProducts(place)}>{t('back')}</Link>}
          actions={
            product !== null && (
              <ButtonLink size="s" to={paths.productStock(place, product.id)}>
                {t('toStock')}
              </ButtonLink>
            )
          }
        >
          {status === undefined ? t('state.unsaved') : t(`state.${status}`)}
        </PageHead>
        {status === 'listed' && (
          <Note>
            {product?.change === null ? t('listed.note') : t(`change.${product?.change ?? 'waiting'}`)}
          </Note>
        )}
        {status === 'sent_back' && <Note tone="rust">{t('state.sent_back')}</Note>}
        <div className={style.columns}>
          <div className={style.form}>
            <Part section="basics">
              <BasicsSection categoryIds={categoryIds} />
            </Part>
            <Part section="pictures">
              <PicturesSection place={place} append={state.append} />
            </Part>
            <Part section="attributes">
              <AttributesSection />
              <Reports place={place} styleNo={draft.styleNo.trim()} reports={state.reports} />
            </Part>
            <Part section="skus">
              <SkusSection stored={product?.skus ?? []} />
            </Part>
            <Part section="price">
              <PriceSection place={place} hasMixedBatch={hasMixedBatch} />
            </Part>
            <Part section="supply">
              <SupplySection />
            </Part>
            <Part section="description">
              <DescriptionSection />
            </Part>
          </div>
          <aside className={style.side}>
            <Panel title={t('preview.title')}>
              <Preview />
            </Panel>
            <Panel title={t('check.title')}>
              <Checklist />
            </Panel>
          </aside>
        </div>
        {!locked && (
          <SaveBar
            state={state}
            listed={status === 'listed'}
            maySubmit={product === null || product.actions.includes('submit')}
          />
        )}
        <Confirm
          opened={state.blocker.status === 'blocked'}
          onClose={() => state.blocker.reset?.()}
          title={t('leave.title')}
          action={t('leave.go')}
          onConfirm={async () => state.blocker.proceed?.()}
        >
          {t('leave.text')}
        </Confirm>
      </ConsolePage>
    </EditorContext>
  )
}

function Part({ section, children }: { section: Section; children: ReactNode }) {
  const t = useTexts(editorTexts)
  return (
    <Panel id={`section-${section}`} title={t(`section.${section}`)}>
      <div className={style.body}>{children}</div>
    </Panel>
  )
}

type ReportsProps = {
  place: ShopPlace
  styleNo: string
  reports: readonly { id: string; number: string; lab: string; expiresOn: string | null }[]
}

/** The reports that cover this style: found by its number, recorded elsewhere. */
function Reports({ place, styleNo, reports }: ReportsProps) {
  const t = useTexts(editorTexts)
  const locale = useLocale()
  return (
    <Group pointer="/reports" label={t('reports.title')}>
      {reports.map((report) => (
        <p key={report.id} className={style.report}>
          <b>{report.number}</b>
          <span>{report.lab}</span>
          {report.expiresOn !== null && (
            <span className={style.quiet}>
              {t('reports.valid', { date: dateText(report.expiresOn, locale) })}
            </span>
          )}
        </p>
      ))}
      {reports.length === 0 && (
        <p className={style.quiet}>
          {styleNo === '' ? t('reports.noStyle') : t('reports.none', { styleNo })}{' '}
          <Link className="link" to={paths.testReports(place)}>
            {t('reports.record')}
          </Link>
        </p>
      )}
    </Group>
  )
}

type BarProps = { state: ReturnType<typeof useEditorState>; listed: boolean; maySubmit: boolean }

function SaveBar({ state, listed, maySubmit }: BarProps) {
  const t = useTexts(editorTexts)
  const left = state.problems.filter((problem) => problem.level !== 'warning').length
  return (
    <div className={style.bar}>
      <p>
        {state.failure !== '' ? (
          <b role="alert" style={{ color: 'var(--rust)' }}>
            {state.failure}
          </b>
        ) : (
          <b>{left > 0 ? t('submit.left', { count: left }) : listed ? t('changed') : t('submit.ready')}</b>
        )}
        <span>
          {state.changed ? t('changed') : left === 0 && maySubmit ? t('submit.text') : t('unchanged')}
        </span>
      </p>
      <Button
        kind={maySubmit ? 'plain' : 'primary'}
        busy={state.busy === 'save'}
        disabled={!state.changed || state.busy !== null}
        onClick={() => void state.save('save')}
      >
        {listed ? t('saveListed') : t('save')}
      </Button>
      {maySubmit && (
        <Button
          kind="primary"
          busy={state.busy === 'submit'}
          disabled={state.busy !== null}
          onClick={() => void state.save('submit')}
        >
          {t('submit')}
        </Button>
      )}
    </div>
  )
}
