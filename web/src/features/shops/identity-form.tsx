import { putIdentity } from '#shared/enterprises/contract.ts'
import { checkCreditCode } from '#shared/enterprises/credit-code.ts'
import { type IdentityView, LegalForm } from '#shared/enterprises/shapes.ts'
import style from '#web/src/features/accounts/form.module.css'
import { useCall } from '#web/src/page-context.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { SelectField, TextArea, TextField } from '#web/src/ui/field.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { type Errors, useForm } from '#web/src/ui/use-form.ts'
import { applicationTexts } from './application-texts.ts'
import { CreditCodeField } from './credit-code-field.tsx'

const texts = ['legalName', 'representative', 'domicile', 'establishedOn', 'businessScope'] as const
type Draft = Record<(typeof texts)[number] | 'creditCode' | 'registeredCapital', string> & {
  legalForm: LegalForm | ''
}

/** The legal identity as it stands on the licence. */
export function IdentityForm({
  organisationId,
  identity,
  onSaved,
}: {
  organisationId: string
  identity: IdentityView
  onSaved: (identity: IdentityView) => void
}) {
  const t = useTexts(applicationTexts)
  const words = useTexts(uiTexts)
  const call = useCall()
  const form = useForm<Draft>({
    initial: {
      creditCode: '',
      legalName: '',
      legalForm: '',
      representative: '',
      domicile: '',
      establishedOn: '',
      businessScope: '',
      ...identity.identity,
      registeredCapital: identity.identity?.registeredCapital ?? '',
    },
    check: (draft) => {
      const wrong: Record<string, string> = {}
      if (checkCreditCode(draft.creditCode).level === 'reject') wrong['/creditCode'] = t('code.reject')
      for (const key of [...texts, 'legalForm'] as const)
        if (draft[key].trim() === '') wrong[`/${key}`] = t('identity.missing')
      return wrong satisfies Errors
    },
    send: async ({ legalForm, registeredCapital, ...draft }) => {
      const body = {
        ...draft,
        legalForm: LegalForm.parse(legalForm),
        registeredCapital: registeredCapital.trim() || null,
      }
      onSaved(await call(putIdentity, { params: { organisationId }, body }))
    },
    pointers: {
      'enterprises/credit-code-malformed': '/creditCode',
      'enterprises/credit-code-taken': '/creditCode',
    },
  })
  return (
    <form className={style.form} ref={form.ref} onSubmit={form.submit} noValidate>
      <p className={style.quiet}>{t('identity.text')}</p>
      {identity.status === 'verified' && <Note tone="gold">{t('identity.again')}</Note>}
      {form.message !== '' && (
        <Note tone="rust" live>
          {form.message}
        </Note>
      )}
      <CreditCodeField
        value={form.values.creditCode}
        onChange={(creditCode) => form.change({ creditCode })}
        error={form.errorAt('/creditCode')}
      />
      <div className={style.row}>
        <TextField label={t('identity.legalName')} maxLength={120} {...form.text('legalName')} />
        <SelectField
          label={t('identity.legalForm')}
          placeholder={words('choose')}
          options={LegalForm.options.map((one) => [one, t(`form.${one}`)] as const)}
          value={form.values.legalForm}
          onChange={(value) => form.change({ legalForm: LegalForm.parse(value) })}
          error={form.errorAt('/legalForm')}
        />
        <TextField label={t('identity.representative')} maxLength={40} {...form.text('representative')} />
        <TextField label={t('identity.establishedOn')} type="date" {...form.text('establishedOn')} />
        <TextField
          label={t('identity.registeredCapital')}
          optional
          maxLength={60}
          hint={t('identity.capital.hint')}
          {...form.text('registeredCapital')}
        />
        <TextField label={t('identity.domicile')} maxLength={160} {...form.text('domicile')} />
      </div>
      <TextArea
        label={t('identity.businessScope')}
        maxLength={4000}
        rows={4}
        {...form.text('businessScope')}
      />
      <div className={style.actions}>
        <Button kind="primary" type="submit" busy={form.busy}>
          {t('next')}
        </Button>
      </div>
    </form>
  )
}
