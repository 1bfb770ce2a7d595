import { useQuery } from '@tanstack/react-query'
import { currencyDigits } from '#shared/money.ts'
import { inLocale } from '#shared/text.ts'
import { useCall } from '#web/src/page-context.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { CopyButton } from '#web/src/ui/copy-button.tsx'
import { moneyText } from '#web/src/ui/money.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { Placeholder } from '#web/src/ui/states.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { failureText } from '#web/src/ui/use-form.ts'
import style from './bank-details.module.css'
import { checkoutTexts } from './checkout-texts.ts'
import { bankInstructionsQuery } from './queries.ts'

/** To which account, how much, and under which reference to transfer; each copied with one press. */
export function BankDetails({ market, purchaseId }: { market: string; purchaseId: string }) {
  const t = useTexts(checkoutTexts)
  const words = useTexts(uiTexts)
  const locale = useLocale()
  const { data, error, refetch } = useQuery(bankInstructionsQuery(useCall(), market, purchaseId))
  if (error !== null)
    return (
      <Note tone="rust">
        {failureText(error, words)}{' '}
        <Button size="s" onClick={() => void refetch()}>
          {words('retry')}
        </Button>
      </Note>
    )
  if (data === undefined) return <Placeholder height={220} />
  const { account, amount, reference } = data
  const digits = currencyDigits[amount.currency]
  const rows: readonly (readonly [term: string, shown: string, copied: string | null])[] = [
    [t('bank.institution'), inLocale(account.institution, locale), null],
    [t('bank.name'), account.accountName, account.accountName],
    [t('bank.number'), account.accountNumber.replace(/(.{4})(?=.)/g, '$1 '), account.accountNumber],
    [t('bank.bank'), account.bankName, account.bankName],
    ...(account.bankCode === null ? [] : [[t('bank.code'), account.bankCode, account.bankCode] as const]),
    [t('bank.amount'), moneyText(amount), (amount.amount / 10 ** digits).toFixed(digits)],
    [t('bank.reference'), reference, reference],
  ]
  return (
    <section className={style.bank} aria-label={t('bank.title')}>
      <p className={style.text}>{t('bank.text')}</p>
      <dl>
        {rows.map(([term, shown, copied]) => (
          <div key={term} data-key={term === t('bank.reference') || term === t('bank.amount') || undefined}>
            <dt>{term}</dt>
            <dd className="num">{shown}</dd>
            <dd className={style.copy}>{copied !== null && <CopyButton text={copied} what={term} />}</dd>
          </div>
        ))}
      </dl>
      <Note tone="gold">{t('bank.reference.note')}</Note>
      <p className={style.text}>{t('bank.waiting')}</p>
    </section>
  )
}
