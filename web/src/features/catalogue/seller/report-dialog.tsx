import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { createTestReport, uploadMedia } from '#shared/catalogue/contract.ts'
import { uploadFile } from '#web/src/api/upload.ts'
import { usePageContext } from '#web/src/page-context.ts'
import type { ShopPlace } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { Dialog } from '#web/src/ui/dialog.tsx'
import field from '#web/src/ui/field.module.css'
import { Field, TextArea, TextField } from '#web/src/ui/field.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { Progress } from '#web/src/ui/progress.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { useToast } from '#web/src/ui/toasts.tsx'
import { useForm } from '#web/src/ui/use-form.ts'
import style from './report-dialog.module.css'
import { goodsTexts } from './texts.ts'

const styleNosOf = (text: string): string[] => [
  ...new Set(text.split(/[\s,，;；、]+/).filter((one) => one !== '')),
]

/** Records a report: what stands on it, the styles it covers, its picture. */
export function ReportDialog({ place, onClose }: { place: ShopPlace; onClose: () => void }) {
  const t = useTexts(goodsTexts)
  const say = useTexts(uiTexts)
  const locale = useLocale()
  const toast = useToast()
  const { call } = usePageContext()
  const client = useQueryClient()
  const file = useRef<File | null>(null)
  const [sent, setSent] = useState<{ sent: number; total: number } | null>(null)
  const form = useForm({
    initial: { number: '', lab: '', issuedOn: '', expiresOn: '', styleNos: '' },
    check: (values) => ({
      ...(values.number.trim() === '' ? { '/number': t('required') } : {}),
      ...(values.lab.trim() === '' ? { '/lab': t('required') } : {}),
      ...(values.issuedOn === '' ? { '/issuedOn': t('required') } : {}),
      ...(values.expiresOn !== '' && values.expiresOn <= values.issuedOn
        ? { '/expiresOn': t('datesWrong') }
        : {}),
      ...(styleNosOf(values.styleNos).length === 0 ? { '/styleNos': t('reports.styles.none') } : {}),
    }),
    pointers: { 'catalogue/report-number-taken': '/number', 'catalogue/report-dates': '/expiresOn' },
    send: async (values) => {
      const params = { market: place.market, shop: place.shopId }
      const picture = file.current
      const media =
        picture === null
          ? null
          : await uploadFile(uploadMedia, {
              params,
              query: { altZh: values.number, altEn: values.number },
              file: picture,
              type: picture.type,
              locale,
              onProgress: (done, total) => setSent({ sent: done, total }),
            })
      await call(createTestReport, {
        params,
        body: {
          number: values.number,
          lab: values.lab,
          issuedOn: values.issuedOn,
          expiresOn: values.expiresOn === '' ? null : values.expiresOn,
          styleNos: styleNosOf(values.styleNos),
          mediaId: media?.id ?? null,
        },
      })
      toast({ text: t('reports.saved') })
      await client.invalidateQueries({ queryKey: ['test-reports', place.market, place.shopId] })
      onClose()
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('reports.new')}
      footer={
        <>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button kind="primary" busy={form.busy} onClick={() => form.submit()}>
            {t('reports.save')}
          </Button>
        </>
      }
    >
      <form ref={form.ref} className={style.form} onSubmit={form.submit}>
        <TextField label={t('reports.number')} maxLength={80} {...form.text('number')} />
        <TextField label={t('reports.lab')} maxLength={120} {...form.text('lab')} />
        <TextField label={t('reports.issued')} type="date" {...form.text('issuedOn')} />
        <TextField label={t('reports.expires')} type="date" optional {...form.text('expiresOn')} />
        <TextArea
          label={t('reports.styles')}
          hint={t('reports.styles.hint')}
          className={style.wide}
          {...form.text('styleNos')}
        />
        <Field label={t('reports.file')} hint={t('reports.file.hint')} optional className={style.wide}>
          {(linked) => (
            <input
              {...linked}
              type="file"
              className={field.control}
              style={{ paddingTop: 7 }}
              accept="image/jpeg,image/png,image/webp"
              onChange={(event) => {
                file.current = event.target.files?.[0] ?? null
              }}
            />
          )}
        </Field>
        {sent !== null && form.busy && <Progress done={sent.sent} of={sent.total} label={t('uploading')} />}
        {form.message !== '' && (
          <Note tone="rust" live className={style.wide}>
            {form.message}
          </Note>
        )}
      </form>
    </Dialog>
  )
}
