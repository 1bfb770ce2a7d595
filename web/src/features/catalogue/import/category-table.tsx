import type { Category } from '#shared/catalogue/category.ts'
import type { CategoryChoice } from '#shared/catalogue/import.ts'
import { inLocale } from '#shared/text.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Tag } from '#web/src/ui/chip.tsx'
import field from '#web/src/ui/field.module.css'
import { count } from '#web/src/ui/quantity.ts'
import style from './mapping-step.module.css'
import { importTexts } from './texts.ts'

/** Leaves that the market carries, and the others: goods of those can be kept as drafts only. */
export type Leaves = { carried: readonly Category[]; others: readonly Category[] }

type TableProps = {
  choices: readonly CategoryChoice[]
  leaves: Leaves
  onChange: (choices: readonly CategoryChoice[]) => void
}

/** What the list calls its categories, and which ones are meant. */
export function CategoryTable({ choices, leaves, onChange }: TableProps) {
  const t = useTexts(importTexts)
  return (
    <table className={style.table}>
      <tbody>
        {choices.map((choice, at) => {
          const needless = choice.byTitle >= choice.rows
          const low = !needless && (choice.categoryId === null || choice.confidence < 0.6)
          const foreign = leaves.others.some((leaf) => leaf.id === choice.categoryId)
          return (
            <tr key={choice.written} data-low={low || foreign || undefined}>
              <td>
                <b>{choice.written === '' ? t('categories.empty') : choice.written}</b>
                <span className={style.sub}>
                  {t('categories.rows', { count: choice.rows })}
                  {choice.byTitle > 0 && ` · ${t('categories.byTitle', { count: count(choice.byTitle) })}`}
                </span>
              </td>
              <td className={style.wide}>
                <span className={style.target}>
                  <CategorySelect
                    label={`${t('const.category')} ${choice.written}`}
                    value={choice.categoryId}
                    leaves={leaves}
                    onChange={(categoryId) =>
                      onChange(
                        choices.map((one, index) =>
                          index === at ? { ...one, categoryId, confidence: 1 } : one,
                        ),
                      )
                    }
                  />
                </span>
              </td>
              <td>
                {foreign || low ? (
                  <Tag tone="gold">{foreign ? t('categories.foreign') : t('sure.low')}</Tag>
                ) : (
                  <Tag tone="leaf">{t('sure.high')}</Tag>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

type SelectProps = {
  label: string
  value: string | null
  leaves: Leaves
  onChange: (categoryId: string | null) => void
  id?: string
}

/** One of the market's categories, one of the others, or none. */
export function CategorySelect({ label, value, leaves, onChange, id }: SelectProps) {
  const t = useTexts(importTexts)
  const locale = useLocale()
  const option = (leaf: Category) => (
    <option key={leaf.id} value={leaf.id}>
      {inLocale(leaf.name, locale)}
    </option>
  )
  return (
    <select
      id={id}
      className={field.control}
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{t('const.category.none')}</option>
      {leaves.carried.map(option)}
      {leaves.others.length > 0 && (
        <optgroup label={t('categories.others')}>{leaves.others.map(option)}</optgroup>
      )}
    </select>
  )
}
