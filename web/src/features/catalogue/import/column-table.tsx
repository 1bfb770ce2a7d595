import type { AttributeDefinition } from '#shared/catalogue/category.ts'
import type { ColumnMapping, ColumnTarget, TargetField } from '#shared/catalogue/import.ts'
import { fieldNames } from '#shared/catalogue/import-fields.ts'
import { inLocale } from '#shared/text.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Tag } from '#web/src/ui/chip.tsx'
import field from '#web/src/ui/field.module.css'
import { NumberBox } from '#web/src/ui/number-box.tsx'
import style from './mapping-step.module.css'
import { columnLetter } from './sheet-rows.ts'
import { targetName } from './target-name.ts'
import { importTexts } from './texts.ts'

type PlainField = Exclude<TargetField, 'tierPrice' | 'sizeStock' | 'attribute' | 'line'>
type TableProps = {
  columns: readonly ColumnMapping[]
  attributes: readonly AttributeDefinition[]
  fields: readonly PlainField[]
  onChange: (columns: readonly ColumnMapping[]) => void
}

/** Each column of the list with its heading, examples, and what it means. What was guessed without certainty is marked. */
export function ColumnTable({ columns, attributes, fields, onChange }: TableProps) {
  const t = useTexts(importTexts)
  const put = (at: number, values: Partial<ColumnMapping>) =>
    onChange(
      columns.map((column, index) => (index === at ? { ...column, confidence: 1, ...values } : column)),
    )
  return (
    <table className={style.table}>
      <thead>
        <tr>
          <th scope="col">{t('columns.letter')}</th>
          <th scope="col">{t('columns.header')}</th>
          <th scope="col">{t('columns.samples')}</th>
          <th scope="col">{t('columns.target')}</th>
          <th scope="col">{t('columns.sure')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column, at) => {
          const off = column.target.field === 'ignore'
          const low = !off && column.confidence < 0.6
          return (
            <tr key={column.column} data-low={low || undefined} data-off={off || undefined}>
              <td className={style.letter}>{columnLetter(column.column)}</td>
              <td>
                <b>{column.header === '' ? t('columns.noHeader') : column.header}</b>
              </td>
              <td className={style.samples} title={column.samples.join(' | ')}>
                {column.samples.slice(0, 4).join(' · ')}
              </td>
              <td className={style.wide}>
                <Target
                  column={column}
                  attributes={attributes}
                  fields={fields}
                  onChange={(target) => put(at, { target })}
                />
                {['titleZh', 'composition', 'styleNo', 'category'].includes(column.target.field) && (
                  <label className={style.fill}>
                    <input
                      type="checkbox"
                      checked={column.fillDown}
                      onChange={(event) => put(at, { fillDown: event.target.checked })}
                    />
                    {t('columns.fill')}
                  </label>
                )}
              </td>
              <td>
                {off ? (
                  <Tag tone="plain">{t('sure.none')}</Tag>
                ) : low ? (
                  <Tag tone="gold">{t('sure.low')}</Tag>
                ) : (
                  <Tag tone="leaf">{column.confidence === 1 ? t('sure.own') : t('sure.high')}</Tag>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

type TargetProps = {
  column: ColumnMapping
  attributes: readonly AttributeDefinition[]
  fields: readonly PlainField[]
  onChange: (target: ColumnTarget) => void
}

const priceFields: readonly TargetField[] = [
  'price',
  'tierPrice',
  'retailPrice',
  'samplePrice',
  'moq',
  'stock',
  'sizeStock',
  'cartonQuantity',
  'packNote',
  'unit',
  'weight',
]
const mainFields: readonly TargetField[] = [
  'styleNo',
  'articleNo',
  'titleZh',
  'titleEn',
  'category',
  'colour',
  'size',
  'composition',
  'safetyClass',
  'season',
  'barcode',
]

function Target({ column, attributes, fields, onChange }: TargetProps) {
  const t = useTexts(importTexts)
  const locale = useLocale()
  const { target } = column
  const value = target.field === 'attribute' ? `attribute:${target.key}` : target.field
  const known = attributes.some((one) => target.field === 'attribute' && one.key === target.key)
  const choose = (chosen: string) => {
    if (chosen.startsWith('attribute:')) return onChange({ field: 'attribute', key: chosen.slice(10) })
    if (chosen === 'tierPrice') return onChange({ field: 'tierPrice', minQuantity: 1 })
    if (chosen === 'sizeStock')
      return onChange({ field: 'sizeStock', size: column.header.slice(0, 24) || '-' })
    if (chosen === 'line') return onChange({ field: 'line', label: column.header.slice(0, 60) || '-' })
    const plain = fields.find((one) => one === chosen)
    if (plain !== undefined) onChange({ field: plain })
  }
  const option = (name: TargetField) => (
    <option key={name} value={name}>
      {inLocale(fieldNames[name], locale)}
    </option>
  )
  const rest = [...fields, 'line' as const].filter(
    (name) => !mainFields.includes(name) && !priceFields.includes(name) && name !== 'ignore',
  )
  return (
    <span className={style.target}>
      <select
        className={field.control}
        aria-label={`${t('columns.target')} ${column.header}`}
        value={value}
        onChange={(event) => choose(event.target.value)}
      >
        {option('ignore')}
        <optgroup label={t('target.group.main')}>{mainFields.map(option)}</optgroup>
        <optgroup label={t('target.group.price')}>{priceFields.map(option)}</optgroup>
        <optgroup label={t('target.group.attributes')}>
          {attributes.map((attribute) => (
            <option key={attribute.key} value={`attribute:${attribute.key}`}>
              {inLocale(attribute.name, locale)}
            </option>
          ))}
          {target.field === 'attribute' && !known && (
            <option value={value}>{targetName(target, locale)}</option>
          )}
        </optgroup>
        <optgroup label={t('target.group.more')}>{rest.map(option)}</optgroup>
      </select>
      {target.field === 'tierPrice' && (
        <NumberBox
          className={field.control}
          aria-label={t('target.tier')}
          title={t('target.tier')}
          value={target.minQuantity}
          onChange={(minQuantity) => onChange({ ...target, minQuantity: Math.max(1, minQuantity ?? 1) })}
        />
      )}
      {target.field === 'sizeStock' && (
        <input
          className={field.control}
          aria-label={t('target.size')}
          maxLength={24}
          value={target.size}
          onChange={(event) => event.target.value !== '' && onChange({ ...target, size: event.target.value })}
        />
      )}
      {target.field === 'line' && (
        <input
          className={field.control}
          aria-label={t('target.label')}
          maxLength={60}
          value={target.label}
          onChange={(event) =>
            event.target.value !== '' && onChange({ ...target, label: event.target.value })
          }
        />
      )}
    </span>
  )
}
