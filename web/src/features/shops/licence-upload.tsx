import { IconFileTypePdf, IconPhoto, IconUpload } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import {
  documentMaxBytes,
  documentTypes,
  getIdentity,
  removeDocument,
  uploadDocument,
} from '#shared/enterprises/contract.ts'
import type { DocumentView } from '#shared/enterprises/shapes.ts'
import { uploadFile } from '#web/src/api/upload.ts'
import { useCall } from '#web/src/page-context.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { dateText } from '#web/src/ui/date.tsx'
import { TextField } from '#web/src/ui/field.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { useToast } from '#web/src/ui/toasts.tsx'
import { failureText } from '#web/src/ui/use-form.ts'
import { applicationTexts } from './application-texts.ts'
import style from './licence-upload.module.css'

/** "1.4 MB" */
const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

/** Uploads the business licence: chosen or dropped, with progress that can be given up, checked before it is sent. */
export function LicenceUpload({
  organisationId,
  licences,
}: {
  organisationId: string
  licences: readonly DocumentView[]
}) {
  const t = useTexts(applicationTexts)
  const words = useTexts(uiTexts)
  const locale = useLocale()
  const call = useCall()
  const queryClient = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const running = useRef<AbortController | null>(null)
  const [validUntil, setValidUntil] = useState('')
  const [share, setShare] = useState<number | null>(null)
  const [failure, setFailure] = useState('')
  const [over, setOver] = useState(false)
  // A page that is left ends its upload.
  useEffect(() => () => running.current?.abort(), [])
  const send = async (file: File | undefined) => {
    if (file === undefined || share !== null) return
    if (!documentTypes.some((type) => type === file.type)) return setFailure(t('licence.wrongType'))
    if (file.size > documentMaxBytes) return setFailure(t('licence.tooLarge', { size: sizeText(file.size) }))
    setFailure('')
    setShare(0)
    const controller = new AbortController()
    running.current = controller
    try {
      // A call of the usual kind first: it renews a token that has run out, so that ten megabytes are not sent in vain.
      await call(getIdentity, { params: { organisationId } })
      await uploadFile(uploadDocument, {
        params: { organisationId },
        query: { kind: 'business_licence', validUntil },
        file,
        type: file.type,
        locale,
        onProgress: (sent, total) => setShare(sent / total),
        signal: controller.signal,
      })
      await queryClient.invalidateQueries({ queryKey: ['identity', organisationId] })
    } catch (error) {
      if (!controller.signal.aborted) setFailure(failureText(error, words))
    }
    if (input.current) input.current.value = ''
    setShare(null)
  }
  return (
    <div className={style.licence}>
      <p className={style.text}>{t('licence.text')}</p>
      {licences.map((document) => (
        <Kept key={document.id} organisationId={organisationId} document={document} />
      ))}
      <TextField
        label={t('licence.validUntil')}
        type="date"
        optional
        value={validUntil}
        onChange={setValidUntil}
        hint={t('licence.validUntil.hint')}
        className={style.date}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button inside does the same from the keyboard. */}
      <div
        className={style.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void send(event.dataTransfer.files[0])
        }}
      >
        <input
          ref={input}
          type="file"
          accept={documentTypes.join(',')}
          hidden
          onChange={(event) => void send(event.target.files?.[0])}
        />
        {share === null ? (
          <>
            <IconUpload size={26} stroke={1.5} aria-hidden="true" />
            <Button kind={licences.length === 0 ? 'primary' : 'plain'} onClick={() => input.current?.click()}>
              {t('licence.choose')}
            </Button>
            <small className="only-desk">{t('licence.drop')}</small>
          </>
        ) : (
          <>
            <progress
              max={1}
              value={share}
              aria-label={t('licence.uploading', { percent: Math.round(share * 100) })}
            />
            <span className="num" role="status">
              {share < 1
                ? t('licence.uploading', { percent: Math.round(share * 100) })
                : t('licence.reading')}
            </span>
            <Button size="s" kind="quiet" onClick={() => running.current?.abort()}>
              {t('licence.cancel')}
            </Button>
          </>
        )}
      </div>
      {failure !== '' && (
        <Note tone="rust" live>
          {failure}
        </Note>
      )}
    </div>
  )
}

function Kept({ organisationId, document }: { organisationId: string; document: DocumentView }) {
  const t = useTexts(applicationTexts)
  const words = useTexts(uiTexts)
  const locale = useLocale()
  const call = useCall()
  const toast = useToast()
  const queryClient = useQueryClient()
  const Icon = document.contentType === 'application/pdf' ? IconFileTypePdf : IconPhoto
  const remove = async () => {
    try {
      await call(removeDocument, { params: { organisationId, documentId: document.id } })
      toast({ text: t('licence.removed') })
    } catch (error) {
      toast({ kind: 'failed', text: failureText(error, words) })
    }
    await queryClient.invalidateQueries({ queryKey: ['identity', organisationId] })
  }
  return (
    <div className={style.kept}>
      <Icon size={28} stroke={1.4} aria-hidden="true" />
      <span>
        <b>{t('licence.done')}</b>
        <small className="num">
          {t('licence.kept', { size: sizeText(document.size), date: dateText(document.uploadedAt, locale) })}{' '}
          ·{' '}
          {document.validUntil === null
            ? t('licence.long')
            : t('licence.until', { date: dateText(document.validUntil, locale) })}
        </small>
      </span>
      {document.actions.includes('remove') && (
        <Button size="s" kind="quiet" onClick={() => void remove()}>
          {t('licence.remove')}
        </Button>
      )}
    </div>
  )
}
