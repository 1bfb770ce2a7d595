import { IconAlertTriangle, IconMessage } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '#web/src/texts/texts.ts'
import { Field } from '#web/src/ui/field.tsx'
import { useEditor } from './editor-context.ts'
import { anchorOf, problemAt } from './judge.ts'
import style from './slot.module.css'
import { editorTexts } from './texts.ts'

type Linked = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true; disabled?: true }
type SlotProps = {
  pointer: string
  label: string
  hint?: ReactNode
  required?: boolean
  /** Problems deeper inside stand at their own places. */
  shallow?: boolean
  className?: string | undefined
  children: (linked: Linked) => ReactNode
}

/** A field of the editor with what is wrong at its pointer: the rule's sentence, a warning, and what the reviewer wrote. */
export function Slot({ pointer, label, hint, required, shallow, className, children }: SlotProps) {
  const t = useTexts(editorTexts)
  const { problems, remarks, shown, locked } = useEditor()
  const problem = problemAt(problems, pointer, !shallow)
  const remark = remarks.find((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`))
  const error = problem !== undefined && problem.level !== 'warning' && shown ? problem.message : undefined
  const warning = problem?.level === 'warning' ? problem.message : undefined
  return (
    <div id={anchorOf(pointer)} className={className} data-remark={remark !== undefined || undefined}>
      <Field
        label={required ? `${label} *` : label}
        error={error}
        hint={
          hint !== undefined || warning !== undefined || remark !== undefined ? (
            <>
              {remark !== undefined && (
                <span className={style.remark}>
                  <IconMessage size={15} stroke={1.7} aria-hidden="true" />
                  {t('remark', { reason: remark.reason })}
                </span>
              )}
              {warning !== undefined && (
                <span className={style.warning}>
                  <IconAlertTriangle size={15} stroke={1.7} aria-hidden="true" />
                  {warning}
                </span>
              )}
              {hint}
            </>
          ) : undefined
        }
      >
        {(linked) => children({ ...linked, ...(locked ? { disabled: true as const } : {}) })}
      </Field>
    </div>
  )
}

/** A heading over something that is not one control, with what is wrong beneath it. */
export function Group({
  pointer,
  label,
  hint,
  children,
}: {
  pointer: string
  label: string
  hint?: ReactNode
  children: ReactNode
}) {
  const t = useTexts(editorTexts)
  const { problems, remarks, shown } = useEditor()
  const problem = problemAt(problems, pointer)
  const remark = remarks.find((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`))
  return (
    <fieldset id={anchorOf(pointer)} className={style.group}>
      <legend>{label}</legend>
      {children}
      {remark !== undefined && (
        <p className={style.remark}>
          <IconMessage size={15} stroke={1.7} aria-hidden="true" />
          {t('remark', { reason: remark.reason })}
        </p>
      )}
      {problem !== undefined && (problem.level === 'warning' || shown) && (
        <p className={problem.level === 'warning' ? style.warning : style.error}>
          <IconAlertTriangle size={15} stroke={1.7} aria-hidden="true" />
          {problem.message}
        </p>
      )}
      {hint !== undefined && <p className={style.hint}>{hint}</p>}
    </fieldset>
  )
}
