import { IconAlertCircle, IconEye, IconEyeOff } from '@tabler/icons-react'
import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
  useState,
} from 'react'
import { useTexts } from '#web/src/texts/texts.ts'
import { classes } from './class-names.ts'
import style from './field.module.css'
import { uiTexts } from './texts.ts'

type Common = {
  label: string
  hint?: ReactNode
  /** What is wrong with the value, in the reader's language. */
  error?: string | undefined
  optional?: boolean
  className?: string | undefined
}
type Linked = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

/** A label above, the control, a hint below, and what is wrong beside it. The control gets its id and what describes it. */
export function Field({
  label,
  hint,
  error,
  optional,
  className,
  children,
}: Common & { children: (linked: Linked) => ReactNode }) {
  const id = useId()
  const t = useTexts(uiTexts)
  const described = [hint !== undefined && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={classes(style.field, className)}>
      <label htmlFor={id}>
        {label}
        {optional && <small>{t('optional')}</small>}
      </label>
      {children({
        id,
        ...(described === '' ? {} : { 'aria-describedby': described }),
        ...(error ? { 'aria-invalid': true as const } : {}),
      })}
      {error && (
        <p className={style.error} id={`${id}-error`}>
          <IconAlertCircle size={16} stroke={1.8} aria-hidden="true" />
          <span>{error}</span>
        </p>
      )}
      {hint !== undefined && (
        <p className={style.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

type TextFieldProps = Common & { value: string; onChange: (value: string) => void } & Omit<
    InputHTMLAttributes<HTMLInputElement>,
    'value' | 'onChange' | 'className'
  >

/** One line of text. A password can be shown while it is typed. */
export function TextField({ label, hint, error, optional, className, onChange, ...input }: TextFieldProps) {
  const t = useTexts(uiTexts)
  const [shown, setShown] = useState(false)
  const secret = input.type === 'password'
  const box = (linked: Linked) => (
    <input
      {...input}
      {...linked}
      type={secret && shown ? 'text' : input.type}
      className={style.control}
      onChange={(event) => onChange(event.target.value)}
    />
  )
  return (
    <Field {...common({ label, hint, error, optional, className })}>
      {(linked) =>
        secret ? (
          <span className={style.secret}>
            {box(linked)}
            <button
              type="button"
              aria-label={shown ? t('hide') : t('show')}
              aria-pressed={shown}
              onClick={() => setShown(!shown)}
            >
              {shown ? <IconEyeOff size={20} stroke={1.6} /> : <IconEye size={20} stroke={1.6} />}
            </button>
          </span>
        ) : (
          box(linked)
        )
      }
    </Field>
  )
}

type TextAreaProps = Common & { value: string; onChange: (value: string) => void } & Omit<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    'value' | 'onChange' | 'className'
  >

/** Several lines of text. */
export function TextArea({ label, hint, error, optional, className, onChange, ...input }: TextAreaProps) {
  return (
    <Field {...common({ label, hint, error, optional, className })}>
      {(linked) => (
        <textarea
          rows={3}
          {...input}
          {...linked}
          className={style.control}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

type SelectFieldProps = Common & {
  value: string
  onChange: (value: string) => void
  options: readonly (readonly [value: string, text: string])[]
  /** Stands for "nothing chosen yet" and cannot be chosen again. */
  placeholder?: string
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange' | 'className'>

/** One of a list: the browser's own, which a thumb and a keyboard know. */
export function SelectField({
  label,
  hint,
  error,
  optional,
  className,
  onChange,
  options,
  placeholder,
  ...input
}: SelectFieldProps) {
  return (
    <Field {...common({ label, hint, error, optional, className })}>
      {(linked) => (
        <select
          {...input}
          {...linked}
          className={style.control}
          data-empty={input.value === '' || undefined}
          onChange={(event) => onChange(event.target.value)}
        >
          {placeholder !== undefined && (
            <option value="" disabled>
              {placeholder}
            </option>
          )}
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Yes or no. Never ticked by the page itself. */
export function CheckField({
  label,
  checked,
  onChange,
  disabled,
}: {
  label: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}) {
  return (
    <label className={style.check}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  )
}

type RadioOption<T extends string> = {
  value: T
  title: ReactNode
  text?: ReactNode
  icon?: ReactNode
  aside?: ReactNode
  disabled?: boolean
}

/** One of a few, each with what it means: how to pay, where to send to, who I am. */
export function RadioCards<T extends string>({
  legend,
  options,
  value,
  onChange,
  columns = 1,
}: {
  legend: string
  options: readonly RadioOption<T>[]
  value: T | null
  onChange: (value: T) => void
  columns?: 1 | 2 | 3
}) {
  const name = useId()
  return (
    <fieldset className={style.cards} data-columns={columns}>
      <legend className="visually-hidden">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={style.card} data-on={option.value === value || undefined}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
          />
          {option.icon}
          <span className={style.words}>
            <b>{option.title}</b>
            {option.text !== undefined && <span>{option.text}</span>}
          </span>
          {option.aside !== undefined && <span className={style.cardAside}>{option.aside}</span>}
        </label>
      ))}
    </fieldset>
  )
}

// Optional members may not be passed on as undefined (exactOptionalPropertyTypes).
function common({
  label,
  hint,
  error,
  optional,
  className,
}: {
  label: string
  hint: ReactNode
  error: string | undefined
  optional: boolean | undefined
  className: string | undefined
}): Common {
  return {
    label,
    error,
    className,
    ...(hint === undefined ? {} : { hint }),
    ...(optional === undefined ? {} : { optional }),
  }
}
