import { categoryById, guessCategory, leavesOf, pathOf } from '#shared/catalogue/categories.ts'
import type { Category } from '#shared/catalogue/category.ts'
import { units } from '#shared/catalogue/product.ts'
import { unitNames } from '#shared/catalogue/units.ts'
import { inLocale } from '#shared/text.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import field from '#web/src/ui/field.module.css'
import style from './editor.module.css'
import { useEditor } from './editor-context.ts'
import { Slot } from './slot.tsx'
import { editorTexts } from './texts.ts'

/** Number, titles, category and unit. */
export function BasicsSection({ categoryIds }: { categoryIds: readonly string[] }) {
  const t = useTexts(editorTexts)
  const locale = useLocale()
  const { draft, change } = useEditor()
  const category = categoryById(draft.categoryId)
  const own = units.filter((unit) => category === undefined || category.units.includes(unit))
  return (
    <div className={style.grid}>
      <Slot
        pointer="/title"
        label={t('title.zh')}
        required
        className={style.wide}
        hint={t('title.zh.hint', { count: Math.max(0, 120 - draft.title.zh.length) })}
      >
        {(linked) => (
          <input
            {...linked}
            className={field.control}
            maxLength={120}
            value={draft.title.zh}
            onChange={(event) => change({ title: { ...draft.title, zh: event.target.value } })}
          />
        )}
      </Slot>
      <Slot pointer="/title/en" label={t('title.en')} className={style.wide} hint={t('title.en.hint')}>
        {(linked) => (
          <input
            {...linked}
            className={field.control}
            maxLength={200}
            value={draft.title.en}
            onChange={(event) => change({ title: { ...draft.title, en: event.target.value } })}
          />
        )}
      </Slot>
      <Slot
        pointer="/categoryId"
        label={t('category')}
        required
        hint={<CategoryHint categoryIds={categoryIds} />}
      >
        {(linked) => (
          <select
            {...linked}
            className={field.control}
            value={draft.categoryId}
            data-empty={draft.categoryId === '' || undefined}
            onChange={(event) =>
              change({ categoryId: event.target.value, ...unitFor(event.target.value, draft.unit) })
            }
          >
            <option value="" disabled>
              {t('category.choose')}
            </option>
            {category !== undefined && !offers(category, categoryIds) && (
              <option value={category.id}>{inLocale(category.name, locale)}</option>
            )}
            {groupsOf(categoryIds).map(({ parent, leaves }) => (
              <optgroup key={parent?.id ?? ''} label={parent ? inLocale(parent.name, locale) : ''}>
                {leaves.map((leaf) => (
                  <option key={leaf.id} value={leaf.id}>
                    {inLocale(leaf.name, locale)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Slot>
      <Slot pointer="/styleNo" label={t('styleNo')} required hint={t('styleNo.hint')}>
        {(linked) => (
          <input
            {...linked}
            className={field.control}
            maxLength={64}
            value={draft.styleNo}
            onChange={(event) => change({ styleNo: event.target.value })}
          />
        )}
      </Slot>
      <Slot pointer="/unit" label={t('unit')} required>
        {(linked) => (
          <select
            {...linked}
            className={field.control}
            value={draft.unit}
            onChange={(event) => {
              const unit = units.find((one) => one === event.target.value)
              if (unit !== undefined) change({ unit })
            }}
          >
            {[...new Set([...own, draft.unit])].map((unit) => (
              <option key={unit} value={unit}>
                {inLocale(unitNames[unit], locale)}
              </option>
            ))}
          </select>
        )}
      </Slot>
    </div>
  )
}

/** A category that does not sell in this unit brings its own. */
function unitFor(categoryId: string, unit: (typeof units)[number]) {
  const allowed = categoryById(categoryId)?.units ?? []
  const first = units.find((one) => allowed.includes(one))
  return first !== undefined && !allowed.includes(unit) ? { unit: first } : {}
}

/** Proposes a category from the title; the seller decides. */
function CategoryHint({ categoryIds }: { categoryIds: readonly string[] }) {
  const t = useTexts(editorTexts)
  const locale = useLocale()
  const { draft, change, locked } = useEditor()
  const guess = guessCategory(`${draft.title.zh} ${draft.title.en}`)
  const offered = guess !== undefined && offers(guess, categoryIds) && guess.id !== draft.categoryId
  if (!offered || locked || guess === undefined) return <>{t('category.hint')}</>
  return (
    <>
      {t('category.guess', { name: inLocale(guess.name, locale) })}{' '}
      <button
        type="button"
        className={style.textButton}
        onClick={() => change({ categoryId: guess.id, ...unitFor(guess.id, draft.unit) })}
      >
        {t('category.use')}
      </button>
    </>
  )
}

const offers = (leaf: Category, categoryIds: readonly string[]): boolean =>
  categoryIds.length === 0 || pathOf(leaf.id).some((one) => categoryIds.includes(one.id))

/** The leaves that the market carries, by the category above them. */
function groupsOf(categoryIds: readonly string[]): { parent: Category | undefined; leaves: Category[] }[] {
  const groups = new Map<string, { parent: Category | undefined; leaves: Category[] }>()
  for (const leaf of leavesOf(null).filter((one) => offers(one, categoryIds))) {
    const key = leaf.parentId ?? ''
    const group = groups.get(key) ?? { parent: categoryById(key), leaves: [] }
    group.leaves.push(leaf)
    groups.set(key, group)
  }
  return [...groups.values()]
}
