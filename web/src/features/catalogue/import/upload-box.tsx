import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { importLimits } from '#shared/catalogue/import.ts'
import { uploadImport } from '#shared/catalogue/import-contract.ts'
import { uploadFile } from '#web/src/api/upload.ts'
import { paths, type ShopPlace } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { useGo } from '#web/src/ui/link.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { Progress } from '#web/src/ui/progress.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { failureText } from '#web/src/ui/use-form.ts'
import { importTexts } from './texts.ts'
import style from './upload-box.module.css'

const types: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  txt: 'text/csv',
  json: 'application/octet-stream',
}

/** A place to drop a list on, or to choose one; shows how much of it has been sent. */
export function UploadBox({ place }: { place: ShopPlace }) {
  const t = useTexts(importTexts)
  const say = useTexts(uiTexts)
  const locale = useLocale()
  const go = useGo()
  const client = useQueryClient()
  const chooser = useRef<HTMLInputElement>(null)
  const cancel = useRef<AbortController | null>(null)
  const [over, setOver] = useState(false)
  const [sending, setSending] = useState<{ name: string; sent: number; total: number } | null>(null)
  const [failure, setFailure] = useState('')
  const send = async (file: File) => {
    const type = types[file.name.split('.').at(-1)?.toLowerCase() ?? '']
    if (type === undefined) return setFailure(t('drop.type'))
    if (file.size > importLimits.fileBytes) return setFailure(t('drop.size'))
    setFailure('')
    setSending({ name: file.name, sent: 0, total: file.size })
    cancel.current = new AbortController()
    try {
      const line = await uploadFile(uploadImport, {
        params: { market: place.market, shop: place.shopId },
        query: { fileName: file.name.slice(0, 200) },
        file,
        type,
        locale,
        onProgress: (sent, total) => setSending({ name: file.name, sent, total }),
        signal: cancel.current.signal,
      })
      await client.invalidateQueries({ queryKey: ['imports', place.market, place.shopId] })
      await go(paths.import(place, line.id))
    } catch (error) {
      if (!cancel.current.signal.aborted) setFailure(failureText(error, say))
      setSending(null)
    }
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button inside is everybody's. */}
      <div
        className={style.box}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const file = event.dataTransfer.files[0]
          if (file !== undefined && sending === null) void send(file)
        }}
      >
        <IconFileSpreadsheet size={36} stroke={1.3} aria-hidden="true" />
        {sending === null ? (
          <>
            <div>
              <h2>{t('drop.title')}</h2>
              <p>{t('drop.text')}</p>
            </div>
            <Button kind="primary" onClick={() => chooser.current?.click()}>
              {t('drop.choose')}
            </Button>
          </>
        ) : (
          <>
            <div className={style.sending} role="status">
              <h2>{t('drop.sending', { name: sending.name })}</h2>
              <Progress
                done={sending.sent}
                of={sending.total}
                label={t('drop.sending', { name: sending.name })}
              />
            </div>
            <Button onClick={() => cancel.current?.abort()}>{t('drop.cancel')}</Button>
          </>
        )}
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label={t('drop.choose')}
          accept=".xlsx,.csv,.txt,.json"
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file !== undefined) void send(file)
          }}
        />
      </div>
      {failure !== '' && (
        <Note tone="rust" live>
          {failure}
        </Note>
      )}
    </>
  )
}
