import { changeMe } from '#shared/accounts/contract.ts'
import type { SessionView } from '#shared/accounts/shapes.ts'
import type { Locale } from '#shared/text.ts'
import { useCall } from '#web/src/page-context.ts'
import { inLanguage, paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { SelectField, TextField } from '#web/src/ui/field.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { useToast } from '#web/src/ui/toasts.tsx'
import { useForm } from '#web/src/ui/use-form.ts'
import { accountTexts } from './account-texts.ts'
import style from './form.module.css'

/** My name, and the language of pages and mails: another language shows at once. */
export function Profile({ person }: { person: SessionView['person'] }) {
  const t = useTexts(accountTexts)
  const words = useTexts(uiTexts)
  const locale = useLocale()
  const call = useCall()
  const toast = useToast()
  const form = useForm<{ name: string; locale: Locale }>({
    initial: { name: person.name, locale: person.locale },
    send: async (values) => {
      await call(changeMe, { body: values })
      if (values.locale !== locale)
        return location.assign(inLanguage(values.locale, paths.account('profile')))
      toast({ text: t('profile.saved') })
    },
  })
  return (
    <Panel title={t('section.profile')}>
      <form
        className={style.form}
        ref={form.ref}
        onSubmit={form.submit}
        noValidate
        style={{ maxWidth: 480, marginTop: 12 }}
      >
        {form.message !== '' && (
          <Note tone="rust" live>
            {form.message}
          </Note>
        )}
        <TextField label={t('profile.name')} autoComplete="name" maxLength={60} {...form.text('name')} />
        <TextField
          label={t('profile.email')}
          value={person.email}
          onChange={() => undefined}
          disabled
          hint={t('profile.email.hint')}
        />
        <SelectField
          label={t('profile.locale')}
          value={form.values.locale}
          onChange={(value) => form.change({ locale: value === 'en' ? 'en' : 'zh' })}
          options={[
            ['zh', '中文'],
            ['en', 'English'],
          ]}
        />
        <div className={style.actions}>
          <Button kind="primary" type="submit" busy={form.busy}>
            {words('save')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
