import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { attributesOf, categoryById, leavesOf, pathOf } from '#shared/catalogue/categories.ts'
import type { AttributeDefinition, Category } from '#shared/catalogue/category.ts'
import {
  type CategoryChoice,
  type ColumnMapping,
  type ImportMapping,
  type MappingConstants,
  plainTargetFields,
} from '#shared/catalogue/import.ts'
import { type ImportView, putImportMapping } from '#shared/catalogue/import-contract.ts'
import { importMessage } from '#shared/catalogue/import-messages.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths, type ShopPlace } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { useGo } from '#web/src/ui/link.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { uiTexts } from '#web/src/ui/texts.ts'
import { failureText } from '#web/src/ui/use-form.ts'
import { CategoryTable } from './category-table.tsx'
import { ColumnTable } from './column-table.tsx'
import { ConstantsForm } from './constants-form.tsx'
import style from './mapping-step.module.css'
import { importTexts } from './texts.ts'

type StepProps = {
  place: ShopPlace
  view: ImportView
  mapping: ImportMapping
  categoryIds: readonly string[]
}

const uniqueByKey = (attributes: readonly AttributeDefinition[]): AttributeDefinition[] => [
  ...new Map(attributes.map((one) => [one.key, one])).values(),
]

/** What the columns mean, what holds for the whole list, which categories are meant: guessed, shown with examples, corrected by the seller. */
export function MappingStep({ place, view, mapping, categoryIds }: StepProps) {
  const t = useTexts(importTexts)
  const say = useTexts(uiTexts)
  const locale = useLocale()
  const go = useGo()
  const { call } = usePageContext()
  const client = useQueryClient()
  const [columns, setColumns] = useState<readonly ColumnMapping[]>(mapping.columns)
  const [constants, setConstants] = useState<MappingConstants>(mapping.constants)
  const [categories, setCategories] = useState<readonly CategoryChoice[]>(mapping.categories)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const changed =
    columns !== mapping.columns || constants !== mapping.constants || categories !== mapping.categories
  const isCarried = (leaf: Category) =>
    categoryIds.length === 0 || pathOf(leaf.id).some((one) => categoryIds.includes(one.id))
  const all = leavesOf(null)
  const leaves = { carried: all.filter(isCarried), others: all.filter((leaf) => !isCarried(leaf)) }
  const meant = constants.categoryId ?? categories.find((one) => one.categoryId !== null)?.categoryId ?? ''
  // A list whose rows name their category by themselves has columns of any of them: all are offered, and each has its name.
  const attributes = uniqueByKey([
    ...attributesOf(meant),
    ...(meant === '' ? leaves.carried.flatMap((leaf) => attributesOf(leaf.id)) : []),
  ])
  const next = async () => {
    setBusy(true)
    setFailure('')
    try {
      if (changed) {
        await call(putImportMapping, {
          params: { market: place.market, shop: place.shopId, import: view.id },
          body: { version: view.version, columns: [...columns], constants, categories: [...categories] },
        })
        await client.invalidateQueries({ queryKey: ['import', place.market, place.shopId, view.id] })
      }
      await go(paths.import(place, view.id, { step: 'rows' }))
    } catch (error) {
      setFailure(failureText(error, say))
      setBusy(false)
    }
  }
  const used = columns.filter((column) => column.target.field !== 'ignore').length
  return (
    <>
      {mapping.notes.length > 0 && (
        <Panel title={t('notes.panel')}>
          <ul className={style.notes}>
            {mapping.notes.map((note) => (
              <li key={note.code + JSON.stringify(note.facts)}>
                {importMessage(note.code, note.facts, locale)}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel
        flush
        title={t('columns.panel')}
        note={`${t('mapped', { count: used })}${view.layout && view.layout.sheet !== '' ? ` · ${t('columns.sheet', { sheet: view.layout.sheet })}` : ''}`}
      >
        <ColumnTable
          columns={columns}
          attributes={attributes}
          fields={plainTargetFields}
          onChange={setColumns}
        />
      </Panel>
      {categories.length > 0 && (
        <Panel flush title={t('categories.panel')} note={t('categories.text')}>
          <CategoryTable choices={categories} leaves={leaves} onChange={setCategories} />
        </Panel>
      )}
      <Panel title={t('constants.panel')} note={t('constants.text')}>
        <ConstantsForm
          constants={constants}
          leaves={leaves}
          onChange={(values) => setConstants({ ...constants, ...values })}
        />
      </Panel>
      {failure !== '' && (
        <Note tone="rust" live>
          {failure}
        </Note>
      )}
      <div className={style.bar}>
        <p>
          {changed
            ? t('columns.consequence', { rows: count(view.counts.rows) })
            : categoryById(constants.categoryId ?? '')
              ? ''
              : t('saved')}
        </p>
        <Button
          kind="primary"
          busy={busy}
          disabled={!view.actions.includes('map')}
          onClick={() => void next()}
        >
          {t('columns.go')}
        </Button>
      </div>
    </>
  )
}
