import { Fragment } from 'react'
import type { CellCorrection, CellProblem, ColumnMapping } from '#shared/catalogue/import.ts'
import { importMessage, importMessages } from '#shared/catalogue/import-messages.ts'
import { inLocale } from '#shared/text.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { count } from '#web/src/ui/quantity.ts'
import { FixRow } from './fix-row.tsx'
import style from './sheet.module.css'
import {
  cellAddress,
  columnLetter,
  fold,
  gravest,
  type Picked,
  type SheetRow,
  troubles,
} from './sheet-rows.ts'
import { targetName } from './target-name.ts'
import { importTexts } from './texts.ts'

type SheetProps = {
  rows: readonly SheetRow[]
  /** All rows that were read, for the same fault elsewhere when only one reason is shown. */
  everyRow: readonly SheetRow[]
  columns: readonly ColumnMapping[]
  folded: { first: number; last: number } | null
  picked: Picked | null
  busy: boolean
  onPick: (picked: Picked | null) => void
  onUnfold: () => void
  onCorrect: (cells: CellCorrection[]) => Promise<boolean>
}

/** The list as a spreadsheet: addresses as the seller knows them, problems in their cells, the fix in a row of its own beneath. */
export function Sheet({
  rows,
  everyRow,
  columns,
  folded,
  picked,
  busy,
  onPick,
  onUnfold,
  onCorrect,
}: SheetProps) {
  const t = useTexts(importTexts)
  const locale = useLocale()
  const shown =
    folded === null
      ? rows.map((row) => ({ kind: 'row', row }) as const)
      : fold(rows, folded.first, folded.last)
  const title = columns.find((column) => column.target.field === 'titleZh')?.column
  return (
    <div className={style.scroll} aria-busy={busy || undefined}>
      <table className={style.sheet}>
        <thead>
          <tr>
            <th scope="col" className={style.number}>
              {t('sheet.row')}
            </th>
            {columns.map((column) => (
              <th scope="col" key={column.column}>
                <span className="num">{columnLetter(column.column)}</span>
                <b>
                  {targetName(column.target, locale)}
                  {detailOf(column)}
                </b>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((one) =>
            one.kind === 'fold' ? (
              <tr key={`fold-${one.from}`} className={style.fold}>
                <td className={style.number}>{one.from === one.to ? one.from : `${one.from}–${one.to}`}</td>
                <td colSpan={columns.length}>
                  {t('sheet.folded', { count: one.to - one.from + 1 })}
                  <button type="button" onClick={onUnfold}>
                    {t('sheet.unfold')}
                  </button>
                </td>
              </tr>
            ) : (
              <Fragment key={one.row.row}>
                <Row row={one.row} columns={columns} titleColumn={title} picked={picked} onPick={onPick} />
                {picked?.row === one.row.row && (
                  <FixRow
                    key={`${picked.row}-${picked.column}`}
                    row={one.row}
                    rows={everyRow}
                    picked={picked}
                    field={targetName(
                      columns.find((column) => column.column === picked.column)?.target ?? {
                        field: 'ignore',
                      },
                      locale,
                    )}
                    width={columns.length}
                    busy={busy}
                    onClose={() => onPick(null)}
                    onCorrect={onCorrect}
                  />
                )}
              </Fragment>
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}

/** What a column's meaning carries besides its name. */
function detailOf({ target }: ColumnMapping): string {
  if (target.field === 'tierPrice') return ` ≥${count(target.minQuantity)}`
  if (target.field === 'sizeStock') return ` ${target.size}`
  if (target.field === 'line') return ` ${target.label}`
  return ''
}

const numeric: ReadonlySet<string> = new Set([
  'price',
  'tierPrice',
  'retailPrice',
  'samplePrice',
  'moq',
  'stock',
  'sizeStock',
  'cartonQuantity',
  'weight',
  'leadTime',
])

type RowProps = {
  row: SheetRow
  columns: readonly ColumnMapping[]
  titleColumn: number | undefined
  picked: Picked | null
  onPick: (picked: Picked) => void
}

function Row({ row, columns, titleColumn, picked, onPick }: RowProps) {
  const t = useTexts(importTexts)
  const locale = useLocale()
  const found = troubles(row)
  const whole = row.cells.filter((cell) => cell.column === null)
  const unseen = found.filter(
    (cell) => cell.column !== null && !columns.some((column) => column.column === cell.column),
  )
  const remarks = [...whole, ...unseen]
  return (
    <>
      <tr className={style.row} data-state={row.state}>
        <td className={style.number}>
          <span className={style.desk}>{row.row}</span>
          <span className={style.phone}>{t('sheet.rowNo', { row: row.row })}</span>
        </td>
        {columns.map((column) => {
          const problem = gravest(found, column.column)
          const written = row.written[column.column] ?? ''
          const figures = numeric.has(column.target.field) || undefined
          const common = {
            'data-number': figures,
            'data-title': column.column === titleColumn || undefined,
            'data-label': targetName(column.target, locale),
          }
          if (problem === undefined || row.state === 'ignored')
            return (
              <td key={column.column} {...common} title={written}>
                {written}
              </td>
            )
          const on = picked?.row === row.row && picked.column === column.column
          return (
            <td
              key={column.column}
              {...common}
              id={`cell-${row.row}-${column.column}`}
              data-level={problem.level}
              data-on={on || undefined}
            >
              <ProblemCell
                row={row}
                problem={problem}
                written={written}
                on={on}
                onPick={() => onPick({ row: row.row, column: column.column, problem })}
              />
            </td>
          )
        })}
      </tr>
      {remarks.length > 0 && (
        <tr className={style.remark} data-state={row.state}>
          <td className={style.number} />
          <td colSpan={columns.length}>
            {remarks
              .map((cell) =>
                row.state === 'ignored'
                  ? t('sheet.ignored', { reason: inLocale(importMessages[cell.code].label, locale) })
                  : importMessage(cell.code, cell.facts, locale),
              )
              .join(locale === 'zh' ? '；' : '; ')}
          </td>
        </tr>
      )}
    </>
  )
}

type CellProps = { row: SheetRow; problem: CellProblem; written: string; on: boolean; onPick: () => void }

function ProblemCell({ row, problem, written, on, onPick }: CellProps) {
  const t = useTexts(importTexts)
  const locale = useLocale()
  const { suggestion } = problem
  const sentence = importMessage(problem.code, problem.facts, locale)
  return (
    <button
      type="button"
      className={style.cell}
      aria-expanded={on}
      aria-label={`${t('fix.open', { cell: cellAddress(row.row, problem.column ?? 0) })}: ${sentence}`}
      title={sentence}
      onClick={onPick}
    >
      <span className={style.value}>
        <b>{written.trim() === '' ? t('sheet.empty') : written}</b>
        {suggestion !== undefined && (
          <em>{suggestion === '' ? t('fix.useEmpty') : t('fix.use', { value: suggestion })}</em>
        )}
      </span>
      <span className={style.message}>{inLocale(importMessages[problem.code].label, locale)}</span>
    </button>
  )
}
