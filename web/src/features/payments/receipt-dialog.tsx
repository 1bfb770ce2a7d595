import { useQueryClient } from '@tanstack/react-query'
import type { Currency } from '#shared/money.ts'
import { currencyDigits } from '#shared/money.ts'
import { recordBankReceipt } from '#shared/payments/contract.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { parseUnits } from '#web/src/ui/amount.ts'
import { Button } from '#web/src/ui/button.tsx'
import { Dialog } from '#web/src/ui/dialog.tsx'
import { TextArea, TextField } from '#web/src/ui/field.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { useToast } from '#web/src/ui/toasts.tsx'
import { useForm } from '#web/src/ui/use-form.ts'
import style from './settlement.module.css'
import { moneyTexts } from './texts.ts'

type DialogProps = { market: string; currency: Currency; today: string; onClose: () => void }

/** Enters money that arrived; says at once whether it was matched and what follows. */
export function ReceiptDialog({ market, currency, today, onClose }: DialogProps) {
  const t = useTexts(moneyTexts)
  const say = useTexts(uiTexts)
  const toast = useToast()
  const { call } = usePageContext()
  const client = useQueryClient()
  const digits = currencyDigits[currency]
  const form = useForm({
    initial: { reference: '', bankRef: '', payer: '', amount: '', receivedOn: today, note: '' },
    check: (values) => ({
      ...(values.reference.trim() === '' ? { '/reference': t('form.required') } : {}),
      ...(values.bankRef.trim() === '' ? { '/bankRef': t('form.required') } : {}),
      ...(values.payer.trim() === '' ? { '/payer': t('form.required') } : {}),
      ...((parseUnits(values.amount, digits) ?? 0) < 1 ? { '/amount': t('form.amountWrong') } : {}),
      ...(values.receivedOn === '' ? { '/receivedOn': t('form.required') } : {}),
    }),
    pointers: { 'payments/receipt-known': '/bankRef' },
    send: async (values) => {
      const receipt = await call(recordBankReceipt, {
        params: { market },
        body: { ...values, amount: parseUnits(values.amount, digits) ?? 0, currency },
      })
      toast(
        receipt.state === 'matched'
          ? { text: t('form.matched') }
          : { kind: 'failed', text: t('form.quarantined', { state: t(`receipt.${receipt.state}`) }) },
      )
      await client.invalidateQueries({ queryKey: ['bank-receipts', market] })
      onClose()
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('record')}
      footer={
        <>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button kind="primary" busy={form.busy} onClick={() => form.submit()}>
            {t('form.go')}
          </Button>
        </>
      }
    >
      <form ref={form.ref} className={style.form} onSubmit={form.submit}>
        <TextField
          label={t('form.reference')}
          hint={t('form.reference.hint')}
          maxLength={64}
          className={style.wide}
          {...form.text('reference')}
        />
        <TextField
          label={t('form.amount', { currency })}
          inputMode="decimal"
          maxLength={20}
          {...form.text('amount')}
        />
        <TextField label={t('form.receivedOn')} type="date" {...form.text('receivedOn')} />
        <TextField label={t('form.payer')} maxLength={120} {...form.text('payer')} />
        <TextField
          label={t('form.bankRef')}
          hint={t('form.bankRef.hint')}
          maxLength={64}
          {...form.text('bankRef')}
        />
        <TextArea
          label={t('form.note')}
          optional
          maxLength={500}
          className={style.wide}
          {...form.text('note')}
        />
        {form.message !== '' && (
          <Note tone="rust" live className={style.wide}>
            {form.message}
          </Note>
        )}
      </form>
    </Dialog>
  )
}
