import { IconDownload } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { confirmImport, type ImportView, rejectedRowsPath } from '#shared/catalogue/import-contract.ts'
import { endpointUrl } from '#shared/http.ts'
import { usePageContext } from '#web/src/page-context.ts'
import type { ShopPlace } from '#web/src/paths.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { CheckField } from '#web/src/ui/field.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { uiTexts } from '#web/src/ui/texts.ts'
import { failureText } from '#web/src/ui/use-form.ts'
import style from './confirm-bar.module.css'
import { importTexts } from './texts.ts'

/** Address of the rows left out, as a file. */
export const rejectedUrl = (place: ShopPlace, id: string): string =>
  endpointUrl(rejectedRowsPath, { market: place.market, shop: place.shopId, import: id }, {})

/** What will be written and what will not, in words, beside the button that does it. */
export function ConfirmBar({ place, view, busy }: { place: ShopPlace; view: ImportView; busy: boolean }) {
  const t = useTexts(importTexts)
  const say = useTexts(uiTexts)
  const { call } = usePageContext()
  const client = useQueryClient()
  const [submit, setSubmit] = useState(false)
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState('')
  const { ok, warning, error, ignored, products, skus } = view.counts
  const rows = ok + warning
  const confirm = async () => {
    setSending(true)
    setFailure('')
    try {
      await call(confirmImport, {
        params: { market: place.market, shop: place.shopId, import: view.id },
        body: { version: view.version, submit },
      })
    } catch (refusal) {
      setFailure(failureText(refusal, say))
    }
    await client.invalidateQueries({ queryKey: ['import', place.market, place.shopId, view.id] })
    setSending(false)
  }
  return (
    <div className={style.bar}>
      <div>
        <b className="num">
          {products === 0
            ? t('confirm.nothing')
            : t('confirm.title', { rows: count(rows), products: count(products), skus: count(skus) })}
        </b>
        {failure === '' ? (
          <span>{t('confirm.left', { bad: count(error), ignored: count(ignored) })}</span>
        ) : (
          <span role="alert" className={style.failure}>
            {failure}
          </span>
        )}
        <CheckField label={t('confirm.submit')} checked={submit} onChange={setSubmit} />
      </div>
      {error > 0 && (
        <a className={style.download} href={rejectedUrl(place, view.id)} download>
          <IconDownload size={16} stroke={1.7} aria-hidden="true" />
          {t('confirm.rejected', { count: count(error) })}
        </a>
      )}
      <Button
        kind="primary"
        busy={sending}
        disabled={busy || !view.actions.includes('confirm')}
        onClick={() => void confirm()}
      >
        {t('confirm.go', { count: count(rows) })}
      </Button>
    </div>
  )
}
