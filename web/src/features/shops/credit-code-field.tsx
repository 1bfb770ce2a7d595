import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { checkCreditCode } from '#shared/enterprises/credit-code.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { TextField } from '#web/src/ui/field.tsx'
import { applicationTexts } from './application-texts.ts'
import style from './credit-code-field.module.css'

/** A unified social credit code, judged while it is typed: right, to be compared by a person, or no such code. */
export function CreditCodeField({
  value,
  onChange,
  error,
}: {
  value: string
  onChange: (value: string) => void
  error: string | undefined
}) {
  const t = useTexts(applicationTexts)
  const { code, level } = checkCreditCode(value)
  const typing = code.length < 18 && /^[0-9A-Z]*$/.test(code)
  return (
    <div>
      <TextField
        label={t('code.label')}
        value={value}
        onChange={onChange}
        onBlur={() => level !== 'reject' && onChange(code)}
        error={error}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        className={style.field}
        {...(value === '' ? { hint: t('code.hint') } : {})}
      />
      {value !== '' && (
        <p className={style.word} data-level={typing ? 'typing' : level} role="status">
          {typing ? null : level === 'ok' ? (
            <IconCircleCheck size={17} stroke={1.8} aria-hidden="true" />
          ) : level === 'review' ? (
            <IconAlertTriangle size={17} stroke={1.8} aria-hidden="true" />
          ) : (
            <IconCircleX size={17} stroke={1.8} aria-hidden="true" />
          )}
          <span>{typing ? t('code.typing', { count: code.length }) : t(`code.${level}`)}</span>
        </p>
      )}
    </div>
  )
}
