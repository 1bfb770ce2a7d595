import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { approveListing, sendBackListing } from '#shared/catalogue/contract.ts'
import type { ReviewRemark } from '#shared/catalogue/views.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { useGo } from '#web/src/ui/link.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { useToast } from '#web/src/ui/toasts.tsx'
import { failureText } from '#web/src/ui/use-form.ts'
import { RemarksForm, type Reviewed } from './review-case.tsx'
import style from './reviews.module.css'
import { reviewTexts } from './texts.ts'

type DecisionProps = {
  market: string
  product: Reviewed
  pointers: readonly (readonly [string, string])[]
  nameOf: (pointer: string) => string
  remarks: readonly ReviewRemark[]
  onRemarks: (remarks: readonly ReviewRemark[]) => void
}

/** Approve, or send back with a reason per field; the consequence stands beside each button. */
export function ReviewDecision({ market, product, pointers, nameOf, remarks, onRemarks }: DecisionProps) {
  const t = useTexts(reviewTexts)
  const say = useTexts(uiTexts)
  const toast = useToast()
  const go = useGo()
  const { call } = usePageContext()
  const client = useQueryClient()
  const [busy, setBusy] = useState<'approve' | 'back' | null>(null)
  const [failure, setFailure] = useState('')
  const errors = product.problems.filter((one) => one.level === 'error').length
  const params = { market, product: product.id }
  const again = product.changed !== null
  const decide = async (what: 'approve' | 'back') => {
    setBusy(what)
    setFailure('')
    try {
      if (what === 'approve') await call(approveListing, { params, body: { version: product.version } })
      else await call(sendBackListing, { params, body: { version: product.version, remarks: [...remarks] } })
      toast({ text: t(what === 'approve' ? 'approve.done' : 'back.done') })
      await client.invalidateQueries({ queryKey: ['reviews', market] })
      await go(paths.reviews(market))
    } catch (error) {
      setFailure(failureText(error, say))
      setBusy(null)
    }
  }
  return (
    <Panel title={t('remarks')}>
      <p className={style.quiet}>{t('remarks.text')}</p>
      <RemarksForm pointers={pointers} nameOf={nameOf} remarks={remarks} onChange={onRemarks} />
      <div
        className={style.decide}
        style={{ marginTop: 14, paddingTop: 14, borderTop: '1px solid var(--line)' }}
      >
        {failure !== '' && (
          <Note tone="rust" live>
            {failure}
          </Note>
        )}
        <Button
          wide
          busy={busy === 'back'}
          disabled={remarks.length === 0 || busy !== null}
          onClick={() => void decide('back')}
        >
          {t('back.go', { count: remarks.length })}
        </Button>
        <p>{remarks.length === 0 ? t('remarks.none') : t('back.consequence')}</p>
        <Button
          wide
          kind="sea"
          busy={busy === 'approve'}
          disabled={errors > 0 || busy !== null}
          onClick={() => void decide('approve')}
        >
          {t(again ? 'approve.again' : 'approve')}
        </Button>
        <p>
          {errors > 0
            ? t('approve.warn', { count: errors })
            : t(again ? 'approve.consequence.again' : 'approve.consequence')}
        </p>
      </div>
    </Panel>
  )
}
