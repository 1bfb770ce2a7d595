import { IconPlus, IconX } from '@tabler/icons-react'
import { compositionOf } from '#shared/catalogue/attribute-rules.ts'
import type { AttributeValue, CompositionPart } from '#shared/catalogue/category.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import field from '#web/src/ui/field.module.css'
import style from './composition-field.module.css'
import { useEditor } from './editor-context.ts'
import { Group } from './slot.tsx'
import { editorTexts } from './texts.ts'

type CompositionProps = {
  pointer: string
  label: string
  hint: string | undefined
  required: boolean
  value: AttributeValue | undefined
  onChange: (value: AttributeValue | undefined) => void
}

/** What each part is made of, with the sum beside it: it has to be a hundred. */
export function CompositionField({ pointer, label, hint, required, value, onChange }: CompositionProps) {
  const t = useTexts(editorTexts)
  const { locked } = useEditor()
  const parts = compositionOf(value)
  const shown =
    parts.length > 0 ? parts : [{ part: t('composition.main'), fibres: [{ fibre: '', percent: 100 }] }]
  const put = (next: CompositionPart[]) => onChange(next.length === 0 ? undefined : next)
  const putPart = (at: number, part: CompositionPart) =>
    put(shown.map((one, index) => (index === at ? part : one)))
  return (
    <Group pointer={pointer} label={required ? `${label} *` : label} hint={hint}>
      <div className={style.parts}>
        {shown.map((part, at) => (
          // The parts have no name of their own while they are written: their place among so many is who they are.
          <Part
            key={String([at, shown.length])}
            part={part}
            onChange={(next) => putPart(at, next)}
            onRemove={shown.length > 1 ? () => put(shown.filter((_, index) => index !== at)) : undefined}
          />
        ))}
      </div>
      <Button
        size="s"
        disabled={locked || shown.length >= 10}
        onClick={() =>
          put([...shown, { part: t('composition.part'), fibres: [{ fibre: '', percent: 100 }] }])
        }
      >
        <IconPlus size={15} stroke={1.8} aria-hidden="true" />
        {t('composition.addPart')}
      </Button>
    </Group>
  )
}

type PartProps = {
  part: CompositionPart
  onChange: (part: CompositionPart) => void
  onRemove: (() => void) | undefined
}

function Part({ part, onChange, onRemove }: PartProps) {
  const t = useTexts(editorTexts)
  const { locked } = useEditor()
  const sum = Math.round(part.fibres.reduce((total, fibre) => total + fibre.percent, 0) * 10) / 10
  const putFibre = (at: number, fibre: CompositionPart['fibres'][number]) =>
    onChange({ ...part, fibres: part.fibres.map((one, index) => (index === at ? fibre : one)) })
  return (
    <div className={style.part}>
      <input
        className={field.control}
        disabled={locked}
        maxLength={40}
        aria-label={t('composition.part')}
        value={part.part}
        onChange={(event) => onChange({ ...part, part: event.target.value })}
      />
      <ul>
        {part.fibres.map((fibre, at) => (
          // The fibres of a part have no name of their own while they are written: their place is who they are.
          <li key={String(at)}>
            <input
              className={field.control}
              disabled={locked}
              maxLength={40}
              aria-label={t('composition.fibre')}
              placeholder={t('composition.fibre')}
              value={fibre.fibre}
              onChange={(event) => putFibre(at, { ...fibre, fibre: event.target.value })}
            />
            <span className={style.percent}>
              <input
                className={field.control}
                disabled={locked}
                inputMode="decimal"
                aria-label={t('composition.percent')}
                value={String(fibre.percent)}
                onChange={(event) => {
                  const percent = Number(event.target.value.normalize('NFKC').replace(/[^\d.]/g, ''))
                  if (Number.isFinite(percent) && percent <= 100) putFibre(at, { ...fibre, percent })
                }}
              />
              %
            </span>
            <button
              type="button"
              className={style.remove}
              disabled={locked || part.fibres.length === 1}
              aria-label={t('composition.removeFibre', { fibre: fibre.fibre })}
              onClick={() => onChange({ ...part, fibres: part.fibres.filter((_, index) => index !== at) })}
            >
              <IconX size={15} stroke={1.8} aria-hidden="true" />
            </button>
          </li>
        ))}
        <li className={style.foot}>
          <button
            type="button"
            disabled={locked || part.fibres.length >= 12}
            onClick={() =>
              onChange({
                ...part,
                fibres: [
                  ...part.fibres,
                  { fibre: '', percent: Math.max(0, Math.round((100 - sum) * 10) / 10) },
                ],
              })
            }
          >
            {t('composition.addFibre')}
          </button>
          <b data-wrong={Math.abs(sum - 100) > 0.1 || undefined} className="num">
            {t('composition.sum', { sum })}
          </b>
          {onRemove !== undefined && (
            <button
              type="button"
              disabled={locked}
              onClick={onRemove}
              aria-label={t('composition.removePart', { part: part.part })}
            >
              <IconX size={15} stroke={1.8} aria-hidden="true" />
            </button>
          )}
        </li>
      </ul>
    </div>
  )
}
