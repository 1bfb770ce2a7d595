import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  admitApplication,
  refuseApplication,
  returnApplication,
  verifyApplication,
} from '#shared/shops/contract.ts'
import type { ApplicationView } from '#shared/shops/shapes.ts'
import { inLocale } from '#shared/text.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button, ButtonLink } from '#web/src/ui/button.tsx'
import { RadioCards, TextArea } from '#web/src/ui/field.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { useToast } from '#web/src/ui/toasts.tsx'
import { failureText } from '#web/src/ui/use-form.ts'
import style from './decision-panel.module.css'
import { admissionTexts } from './texts.ts'

type Deed = 'verify' | 'admit' | 'return' | 'refuse'
type Method = 'document' | 'registry' | 'on_site'
const deeds: readonly Deed[] = ['verify', 'admit', 'return', 'refuse']

/** What may be decided now, each with what follows from it; a reason where the applicant is owed one. */
export function DecisionPanel({ market, application }: { market: string; application: ApplicationView }) {
  const t = useTexts(admissionTexts)
  const say = useTexts(uiTexts)
  const locale = useLocale()
  const toast = useToast()
  const { call } = usePageContext()
  const client = useQueryClient()
  const open = deeds.filter((deed) => application.actions.includes(deed))
  const [chosen, setChosen] = useState<Deed | null>(null)
  const [method, setMethod] = useState<Method>('document')
  const [reason, setReason] = useState('')
  const [told, setTold] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const deed = chosen !== null && open.includes(chosen) ? chosen : null
  const doubts = application.checks.some((check) => !check.fits)
  const needsReason = deed === 'return' || deed === 'refuse' || (deed === 'verify' && doubts)
  const missing = needsReason && reason.trim() === ''
  const params = { market, applicationId: application.id }
  const send = (which: Deed) => {
    if (which === 'admit') return call(admitApplication, { params })
    if (which === 'verify') return call(verifyApplication, { params, body: { method, note: reason.trim() } })
    return call(which === 'return' ? returnApplication : refuseApplication, {
      params,
      body: { reason: reason.trim() },
    })
  }
  const decide = async () => {
    setTold(true)
    if (deed === null || missing) return
    setBusy(true)
    setFailure('')
    try {
      const fresh = await send(deed)
      client.setQueryData(['application', market, application.id], fresh)
      void client.invalidateQueries({ queryKey: ['applications', market] })
      toast({ text: t(`${deed}.done`) })
      setChosen(null)
      setReason('')
      setTold(false)
    } catch (error) {
      setFailure(failureText(error, say))
    } finally {
      setBusy(false)
    }
  }
  const shop = inLocale(application.shopName, locale)
  if (open.length === 0)
    return (
      <Panel title={t('section.decision')}>
        <p className={style.quiet}>
          {['admitted', 'refused', 'withdrawn'].includes(application.status)
            ? t('decision.over')
            : t('decision.none')}
        </p>
        {application.shopId !== null && (
          <ButtonLink size="s" to={paths.shop(market, application.shopId)}>
            {t('shop.open')}
          </ButtonLink>
        )}
      </Panel>
    )
  return (
    <Panel title={t('section.decision')} className={style.panel}>
      <RadioCards
        legend={t('section.decision')}
        value={deed}
        onChange={(next) => {
          setChosen(next)
          setTold(false)
        }}
        options={open.map((one) => ({
          value: one,
          title: t(`${one}.title`),
          text: t(`${one}.consequence`, { shop }),
        }))}
      />
      {deed === 'verify' && (
        <RadioCards
          legend={t('verify.method')}
          value={method}
          onChange={setMethod}
          options={(['document', 'registry', 'on_site'] as const).map((one) => ({
            value: one,
            title: t(`method.${one}`),
          }))}
        />
      )}
      {deed !== null && deed !== 'admit' && (
        <TextArea
          label={deed === 'verify' ? t('verify.note') : t(`${deed}.reason`)}
          hint={deed === 'verify' ? (doubts ? t('verify.note.needed') : undefined) : t(`${deed}.hint`)}
          optional={!needsReason}
          rows={4}
          maxLength={1000}
          value={reason}
          onChange={setReason}
          error={told && missing ? t(deed === 'verify' ? 'verify.note.needed' : 'reason.missing') : undefined}
        />
      )}
      {failure !== '' && (
        <Note tone="rust" live>
          {failure}
        </Note>
      )}
      {deed !== null && (
        <Button
          wide
          kind={deed === 'refuse' ? 'danger' : deed === 'return' ? 'plain' : 'sea'}
          busy={busy}
          onClick={() => void decide()}
        >
          {t(`${deed}.go`)}
        </Button>
      )}
    </Panel>
  )
}
