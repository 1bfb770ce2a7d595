import { attributesOf } from '#shared/catalogue/categories.ts'
import type { AttributeDefinition, AttributeValue } from '#shared/catalogue/category.ts'
import { inLocale } from '#shared/text.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { classes } from '#web/src/ui/class-names.ts'
import field from '#web/src/ui/field.module.css'
import { CompositionField } from './composition-field.tsx'
import style from './editor.module.css'
import { useEditor } from './editor-context.ts'
import { Group, Slot } from './slot.tsx'
import { editorTexts } from './texts.ts'

/** What the category asks of its goods: what must be given first, what may be given behind a fold. */
export function AttributesSection() {
  const t = useTexts(editorTexts)
  const { draft, problems, remarks } = useEditor()
  const definitions = attributesOf(draft.categoryId)
  if (definitions.length === 0) return <p className={style.quiet}>{t('attributes.none')}</p>
  const named = (definition: AttributeDefinition) =>
    [...problems, ...remarks].some((one) => one.pointer.startsWith(`/attributes/${definition.key}`)) ||
    draft.attributes[definition.key] !== undefined
  const first = definitions.filter((one) => one.required || named(one))
  const rest = definitions.filter((one) => !first.includes(one))
  return (
    <>
      <div className={style.grid}>
        {first.map((definition) => (
          <AttributeField key={definition.key} definition={definition} />
        ))}
      </div>
      {rest.length > 0 && (
        <details className={style.more}>
          <summary>{t('attributes.more', { count: rest.length })}</summary>
          <div className={style.grid}>
            {rest.map((definition) => (
              <AttributeField key={definition.key} definition={definition} />
            ))}
          </div>
        </details>
      )}
    </>
  )
}

type FieldProps = { definition: AttributeDefinition }

/** One attribute in the control that its type asks for. */
function AttributeField({ definition }: FieldProps) {
  const t = useTexts(editorTexts)
  const locale = useLocale()
  const { draft, change } = useEditor()
  const value = draft.attributes[definition.key]
  const set = (next: AttributeValue | undefined) => {
    const { [definition.key]: _, ...others } = draft.attributes
    change({ attributes: next === undefined ? others : { ...others, [definition.key]: next } })
  }
  const pointer = `/attributes/${definition.key}`
  const label = inLocale(definition.name, locale) + (definition.unit ? `（${definition.unit}）` : '')
  const hint = definition.hint && inLocale(definition.hint, locale)
  if (definition.type === 'composition')
    return (
      <div className={style.wide}>
        <CompositionField
          pointer={pointer}
          label={label}
          hint={hint}
          required={definition.required}
          value={value}
          onChange={set}
        />
      </div>
    )
  if (definition.type === 'choices') return <Choices definition={definition} value={value} onChange={set} />
  return (
    <Slot pointer={pointer} label={label} required={definition.required} hint={hint}>
      {(linked) => {
        if (definition.type === 'boolean')
          return (
            <select
              {...linked}
              className={field.control}
              value={value === undefined ? '' : String(value)}
              onChange={(event) => set(event.target.value === '' ? undefined : event.target.value === 'true')}
            >
              <option value="">{t('attributes.unset')}</option>
              <option value="true">{t('attributes.yes')}</option>
              <option value="false">{t('attributes.no')}</option>
            </select>
          )
        if (definition.type === 'choice')
          return (
            <select
              {...linked}
              className={field.control}
              value={typeof value === 'string' ? value : ''}
              onChange={(event) => set(event.target.value === '' ? undefined : event.target.value)}
            >
              <option value="">{definition.required ? t('attributes.choose') : t('attributes.unset')}</option>
              {definition.options?.map((option) => (
                <option key={option.value} value={option.value}>
                  {inLocale(option.name, locale)}
                </option>
              ))}
            </select>
          )
        return (
          <input
            {...linked}
            className={field.control}
            maxLength={500}
            inputMode={definition.type === 'number' ? 'decimal' : 'text'}
            value={value === undefined ? '' : String(value)}
            onChange={(event) => set(readValue(definition, event.target.value))}
          />
        )
      }}
    </Slot>
  )
}

/** A number where the attribute is one and the text reads as one; else the text itself, so that its problem can be named. */
function readValue({ type }: AttributeDefinition, text: string): AttributeValue | undefined {
  if (text.trim() === '') return undefined
  const number = Number(text.normalize('NFKC'))
  return type === 'number' && Number.isFinite(number) && !text.endsWith('.') ? number : text
}

function Choices({
  definition,
  value,
  onChange,
}: FieldProps & {
  value: AttributeValue | undefined
  onChange: (value: AttributeValue | undefined) => void
}) {
  const locale = useLocale()
  const { locked } = useEditor()
  const chosen = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  const toggle = (option: string) => {
    const next = chosen.includes(option) ? chosen.filter((one) => one !== option) : [...chosen, option]
    onChange(next.length === 0 ? undefined : next)
  }
  return (
    <div className={classes((definition.options?.length ?? 0) > 6 && style.wide)}>
      <Group
        pointer={`/attributes/${definition.key}`}
        label={inLocale(definition.name, locale) + (definition.required ? ' *' : '')}
        hint={definition.hint && inLocale(definition.hint, locale)}
      >
        <div className={style.chips}>
          {definition.options?.map((option) => (
            <button
              key={option.value}
              type="button"
              disabled={locked}
              aria-pressed={chosen.includes(option.value)}
              onClick={() => toggle(option.value)}
            >
              {inLocale(option.name, locale)}
            </button>
          ))}
        </div>
      </Group>
    </div>
  )
}
