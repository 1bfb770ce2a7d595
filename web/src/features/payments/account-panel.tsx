import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { putBankAccount } from '#shared/payments/contract.ts'
import type { BankAccount } from '#shared/payments/shapes.ts'
import { inLocale } from '#shared/text.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { TextField } from '#web/src/ui/field.tsx'
import { Loaded } from '#web/src/ui/loaded.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { Facts } from '#web/src/ui/panel.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { useToast } from '#web/src/ui/toasts.tsx'
import { useForm } from '#web/src/ui/use-form.ts'
import own from './account-panel.module.css'
import { settlementAccountQuery } from './queries.ts'
import style from './settlement.module.css'
import { moneyTexts } from './texts.ts'

/** The account of the licensed institution that buyers transfer to, and changing it. */
export function AccountPanel({ market }: { market: string }) {
  const t = useTexts(moneyTexts)
  const locale = useLocale()
  const { call } = usePageContext()
  const query = useQuery(settlementAccountQuery(call, market))
  const [editing, setEditing] = useState(false)
  return (
    <div className={own.body}>
      <Loaded query={query}>
        {({ account, actions }) =>
          editing ? (
            <AccountForm market={market} account={account} onDone={() => setEditing(false)} />
          ) : (
            <>
              {account === null ? (
                <Note tone="gold">{t('account.none')}</Note>
              ) : (
                <Facts
                  rows={[
                    [t('account.institution'), inLocale(account.institution, locale)],
                    [t('account.name'), account.accountName],
                    [t('account.number'), account.accountNumber],
                    [t('account.bank'), account.bankName],
                    account.bankCode === null ? null : [t('account.code'), account.bankCode],
                  ]}
                />
              )}
              {actions.length > 0 && <Button onClick={() => setEditing(true)}>{t('account.set')}</Button>}
            </>
          )
        }
      </Loaded>
    </div>
  )
}

function AccountForm({
  market,
  account,
  onDone,
}: {
  market: string
  account: BankAccount | null
  onDone: () => void
}) {
  const t = useTexts(moneyTexts)
  const say = useTexts(uiTexts)
  const toast = useToast()
  const { call } = usePageContext()
  const client = useQueryClient()
  const needed = ['zh', 'accountName', 'accountNumber', 'bankName'] as const
  const form = useForm({
    initial: {
      zh: account?.institution.zh ?? '',
      en: account?.institution.en ?? '',
      accountName: account?.accountName ?? '',
      accountNumber: account?.accountNumber ?? '',
      bankName: account?.bankName ?? '',
      bankCode: account?.bankCode ?? '',
    },
    check: (values) => ({
      ...Object.fromEntries(
        needed.filter((key) => values[key].trim() === '').map((key) => [`/${key}`, t('form.required')]),
      ),
      ...(values.bankCode.trim() !== '' && !/^[0-9A-Za-z]{6,14}$/.test(values.bankCode.trim())
        ? { '/bankCode': t('account.codeWrong') }
        : {}),
    }),
    send: async ({ zh, en, bankCode, ...rest }) => {
      await call(putBankAccount, {
        params: { market },
        body: {
          ...rest,
          institution: { zh: zh.trim(), en: en.trim() },
          bankCode: bankCode.trim() === '' ? null : bankCode.trim(),
        },
      })
      toast({ text: t('account.saved') })
      await client.invalidateQueries({ queryKey: ['settlement-account', market] })
      onDone()
    },
  })
  return (
    <form ref={form.ref} className={style.form} onSubmit={form.submit}>
      <TextField label={t('account.zh')} maxLength={120} {...form.text('zh')} />
      <TextField label={t('account.en')} maxLength={120} optional {...form.text('en')} />
      <TextField label={t('account.name')} maxLength={120} {...form.text('accountName')} />
      <TextField label={t('account.number')} maxLength={40} {...form.text('accountNumber')} />
      <TextField label={t('account.bank')} maxLength={120} {...form.text('bankName')} />
      <TextField label={t('account.code')} maxLength={14} optional {...form.text('bankCode')} />
      <Note className={style.wide}>{t('account.consequence')}</Note>
      {form.message !== '' && (
        <Note tone="rust" live className={style.wide}>
          {form.message}
        </Note>
      )}
      <div className={own.acts}>
        <Button onClick={onDone}>{say('cancel')}</Button>
        <Button kind="primary" type="submit" busy={form.busy}>
          {t('account.save')}
        </Button>
      </div>
    </form>
  )
}
