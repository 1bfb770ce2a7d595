import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useState } from 'react'
import type { ImportMapping } from '#shared/catalogue/import.ts'
import type { ImportCode } from '#shared/catalogue/import-codes.ts'
import type { ImportView } from '#shared/catalogue/import-contract.ts'
import { importMessages } from '#shared/catalogue/import-messages.ts'
import { inLocale } from '#shared/text.ts'
import { paths, type ShopPlace } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Rows } from '#web/src/ui/loaded.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { StateWord } from '#web/src/ui/state-word.tsx'
import { Empty } from '#web/src/ui/states.tsx'
import { ConfirmBar } from './confirm-bar.tsx'
import style from './rows-step.module.css'
import { Sheet } from './sheet.tsx'
import { countByCode, type Picked, shownColumns, stops, telling } from './sheet-rows.ts'
import { targetName } from './target-name.ts'
import { importTexts } from './texts.ts'
import { useSheet } from './use-sheet.ts'

type StepProps = { place: ShopPlace; view: ImportView; mapping: ImportMapping }

/** Every row as it was read: good ones folded, problems in their cells with what to write instead, mended in place. */
export function RowsStep({ place, view, mapping }: StepProps) {
  const t = useTexts(importTexts)
  const [folded, setFolded] = useState(true)
  const [code, setCode] = useState<ImportCode | null>(null)
  const [picked, setPicked] = useState<Picked | null>(null)
  const sheet = useSheet(place, view, folded)
  const codes = countByCode(sheet.rows)
  const active = codes.some((one) => one.code === code) ? code : null
  const rows =
    active === null ? sheet.rows : sheet.rows.filter((row) => row.cells.some((cell) => cell.code === active))
  const path = stops(rows)
  const step = (by: 1 | -1) => {
    const at = path.findIndex((one) => one.row === picked?.row && one.column === picked.column)
    const next = path[at < 0 ? (by === 1 ? 0 : path.length - 1) : (at + by + path.length) % path.length]
    if (next === undefined) return
    setPicked(next)
    requestAnimationFrame(() =>
      document.getElementById(`cell-${next.row}-${next.column}`)?.scrollIntoView({ block: 'center' }),
    )
  }
  const every = shownColumns(mapping.columns)
  const columns = folded ? telling(every, sheet.rows) : every
  const clean = view.counts.error + view.counts.warning === 0
  return (
    <>
      <Summary view={view} busy={sheet.busy} />
      <MappedBar place={place} view={view} mapping={mapping} />
      <Chips codes={codes} active={active} onChoose={setCode} />
      <Panel
        flush
        className={style.panel}
        title={t('sheet.title')}
        note={
          columns.length === every.length
            ? t('sheet.text')
            : `${t('sheet.text')} · ${t('sheet.hidden', { count: every.length - columns.length })}`
        }
        aside={
          <span className={style.tools}>
            <label className={style.fold}>
              <input type="checkbox" checked={folded} onChange={(event) => setFolded(event.target.checked)} />
              {t('sheet.fold')}
            </label>
            <Button size="s" disabled={path.length === 0} onClick={() => step(-1)}>
              <IconArrowUp size={15} stroke={1.8} aria-hidden="true" />
              {t('sheet.prev')}
            </Button>
            <Button size="s" disabled={path.length === 0} onClick={() => step(1)}>
              <IconArrowDown size={15} stroke={1.8} aria-hidden="true" />
              {t('sheet.next')}
            </Button>
          </span>
        }
      >
        {sheet.loading && sheet.rows.length === 0 ? (
          <Rows count={8} height={28} />
        ) : clean && folded ? (
          <Empty
            title={t('sheet.clean')}
            actions={<Button onClick={() => setFolded(false)}>{t('sheet.unfold')}</Button>}
          >
            {t('sheet.clean.text')}
          </Empty>
        ) : (
          <Sheet
            rows={rows}
            everyRow={sheet.rows}
            columns={columns}
            folded={folded && active === null && !sheet.partial ? tableOf(view, sheet.rows) : null}
            picked={picked}
            busy={sheet.busy}
            onPick={setPicked}
            onUnfold={() => setFolded(false)}
            onCorrect={sheet.correct}
          />
        )}
        {sheet.partial && (
          <div className={style.more}>
            <span>{folded && t('sheet.partial', { count: count(sheet.rows.length) })}</span>
            <Button size="s" busy={sheet.fetchingMore} onClick={sheet.more}>
              {t('sheet.more')}
            </Button>
          </div>
        )}
      </Panel>
      <ConfirmBar place={place} view={view} busy={sheet.busy} />
    </>
  )
}

/** The rows of the table itself: titles above it and headings are nobody's goods, so they are not counted as good rows either. */
const tableOf = ({ layout, counts }: ImportView, rows: readonly { row: number }[]) => {
  const first = layout?.firstRow ?? 2
  return { first, last: Math.max(first + counts.rows - 1, rows.at(-1)?.row ?? 0) }
}

function Summary({ view, busy }: { view: ImportView; busy: boolean }) {
  const t = useTexts(importTexts)
  const { ok, warning, error, ignored, rows, productsRefused } = view.counts
  const good = ok + warning
  const parts = [
    ['ok', ok],
    ['warning', warning],
    ['error', error],
    ['ignored', ignored],
  ] as const
  return (
    <section className={style.summary}>
      <div data-tone="leaf">
        <b className="num">{count(good)}</b>
        {t('rows.good')}
        <small>{warning > 0 ? t('rows.good.warn', { count: count(warning) }) : t('rows.good.none')}</small>
      </div>
      <div data-tone={error > 0 ? 'rust' : 'idle'}>
        <b className="num">{count(error)}</b>
        {t('rows.bad')}
        <small>{error > 0 ? t('rows.bad.styles', { count: productsRefused }) : t('rows.bad.none')}</small>
      </div>
      <div data-tone="idle">
        <b className="num">{count(ignored)}</b>
        {t('rows.ignored')}
        <small>{t('rows.ignored.text')}</small>
      </div>
      <div className={style.bar}>
        <p>
          <StateWord tone={busy ? 'go' : 'ok'}>
            {busy ? t('rows.rechecking') : t('rows.checked', { count: count(rows) })}
          </StateWord>
          <span className="num">
            {rows > 0 && t('rows.share', { percent: `${((good / rows) * 100).toFixed(1)}%` })}
          </span>
        </p>
        <span className={style.parts} role="img" aria-label={t('rows.bar', { good, bad: error, ignored })}>
          {parts.map(
            ([key, value]) => value > 0 && <i key={key} data-part={key} style={{ flexGrow: value }} />,
          )}
        </span>
        <p className={style.key}>
          {parts.map(([key, value]) => (
            <span key={key}>
              <i data-part={key} />
              {t(`key.${key}`, { count: count(value) })}
            </span>
          ))}
        </p>
      </div>
    </section>
  )
}

function MappedBar({ place, view, mapping }: StepProps) {
  const t = useTexts(importTexts)
  const locale = useLocale()
  const used = shownColumns(mapping.columns)
  const unused = mapping.columns
    .filter((column) => column.target.field === 'ignore')
    .map((column) => column.header)
  return (
    <p className={style.mapped}>
      <StateWord tone="ok">{t('mapped', { count: used.length })}</StateWord>
      {used.slice(0, 8).map((column) => (
        <span key={column.column}>
          <i>{column.header} →</i> {targetName(column.target, locale)}
        </span>
      ))}
      {unused.length > 0 && (
        <i>{t('mapped.unused', { names: unused.slice(0, 6).join(locale === 'zh' ? '、' : ', ') })}</i>
      )}
      <Link to={paths.import(place, view.id, { step: 'columns' })}>{t('mapped.change')}</Link>
    </p>
  )
}

type ChipsProps = {
  codes: ReturnType<typeof countByCode>
  active: ImportCode | null
  onChoose: (code: ImportCode | null) => void
}

/** Problems by reason: a press shows only the rows that have it. */
function Chips({ codes, active, onChoose }: ChipsProps) {
  const t = useTexts(importTexts)
  const locale = useLocale()
  if (codes.length === 0) return null
  const total = codes.reduce((sum, one) => sum + one.count, 0)
  return (
    <fieldset className={style.chips}>
      <legend className="visually-hidden">{t('chip.label')}</legend>
      <button type="button" aria-pressed={active === null} onClick={() => onChoose(null)}>
        {t('chip.all')} <span className="num">{count(total)}</span>
      </button>
      {codes.map((one) => {
        const label = inLocale(importMessages[one.code].label, locale)
        return (
          <button
            key={one.code}
            type="button"
            aria-pressed={active === one.code}
            onClick={() => onChoose(one.code)}
          >
            {one.level === 'error' ? label : t('chip.warning', { label })}{' '}
            <span className="num">{count(one.count)}</span>
          </button>
        )
      })}
    </fieldset>
  )
}
