import { useState } from 'react'
import type { CellCorrection } from '#shared/catalogue/import.ts'
import { importMessage } from '#shared/catalogue/import-messages.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import style from './sheet.module.css'
import { cellAddress, type Picked, type SheetRow, sameFaults, troubles } from './sheet-rows.ts'
import { importTexts } from './texts.ts'

type FixProps = {
  row: SheetRow
  rows: readonly SheetRow[]
  picked: Picked
  field: string
  width: number
  busy: boolean
  onClose: () => void
  onCorrect: (cells: CellCorrection[]) => Promise<boolean>
}

/** Mends a cell under its row, and, if wanted, the same fault elsewhere in the column. Enter mends, Escape closes. */
export function FixRow({ row, rows, picked, field, width, busy, onClose, onCorrect }: FixProps) {
  const t = useTexts(importTexts)
  const locale = useLocale()
  const written = row.written[picked.column] ?? ''
  const [value, setValue] = useState(picked.problem?.suggestion ?? written)
  const [together, setTogether] = useState(true)
  const cell = cellAddress(row.row, picked.column)
  const others = sameFaults(rows, picked, value)
  const cells = [{ row: row.row, column: picked.column, value }, ...(together ? others : [])]
  const mend = async () => {
    if (await onCorrect(cells)) onClose()
  }
  return (
    <tr className={style.fix}>
      <td className={style.number} />
      <td colSpan={width}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void mend()
          }}
          onKeyDown={(event) => event.key === 'Escape' && onClose()}
        >
          {picked.problem !== null && (
            <p>
              {troubles(row)
                .filter((one) => one.column === picked.column)
                .toSorted((a, b) => Number(b === picked.problem) - Number(a === picked.problem))
                .map((one) => importMessage(one.code, one.facts, locale))
                .join(locale === 'zh' ? '；' : '; ')}
            </p>
          )}
          <div>
            <b>{t('fix.cell', { cell, field })}</b>
            <span className={style.say}>{t('fix.written')}</span>
            <b className={style.written}>{written === '' ? t('sheet.empty') : written}</b>
            <span className={style.say}>{t('fix.to')}</span>
            <input
              // biome-ignore lint/a11y/noAutofocus: the seller has just opened this cell to write in it.
              autoFocus
              aria-label={t('fix.value', { cell })}
              maxLength={5000}
              value={value}
              onChange={(event) => setValue(event.target.value)}
              onFocus={(event) => event.target.select()}
            />
            {others.length > 0 && (
              <label>
                <input
                  type="checkbox"
                  checked={together}
                  onChange={(event) => setTogether(event.target.checked)}
                />
                <span>
                  {t('fix.same', { count: others.length })}{' '}
                  <small className="num">
                    {others
                      .slice(0, 4)
                      .map((other) => cellAddress(other.row, other.column))
                      .join('、')}
                    {others.length > 4 && ' …'}
                  </small>
                </span>
              </label>
            )}
            <span className={style.acts}>
              <Button size="s" onClick={onClose}>
                {t('fix.close')}
              </Button>
              <Button
                size="s"
                kind="sea"
                type="submit"
                busy={busy}
                disabled={value === written && cells.length === 1}
              >
                {cells.length === 1 ? t('fix.one') : t('fix.many', { count: cells.length })}
              </Button>
            </span>
          </div>
        </form>
      </td>
    </tr>
  )
}
