import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Currency } from '#shared/money.ts'
import { putTerms } from '#shared/shops/contract.ts'
import type { ShopView, TermsInput } from '#shared/shops/shapes.ts'
import { usePageContext } from '#web/src/page-context.ts'
import type { ShopPlace } from '#web/src/paths.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { uiTexts } from '#web/src/ui/texts.ts'
import { useToast } from '#web/src/ui/toasts.tsx'
import { failureText } from '#web/src/ui/use-form.ts'
import { settingsTexts } from './texts.ts'

/** What a shop without terms starts from: freight is agreed before payment, returns for faults only. Nothing holds until it is saved. */
const firstTerms = (currency: Currency, name: string): TermsInput => ({
  mixedBatch: null,
  freight: {
    name,
    currency,
    chargeBy: 'weight',
    paidBy: 'buyer',
    zones: [],
    rest: { kind: 'to-be-explained' },
  },
  returns: { days: 0, freightPaidBy: 'buyer', conditions: { zh: '', en: '' } },
  dispatchDays: 3,
  invoices: [],
})

/** The shop's terms while they are changed, and saving them: two pages of settings write parts of the same whole. */
export function useTerms(place: ShopPlace, shop: ShopView, currency: Currency) {
  const t = useTexts(settingsTexts)
  const say = useTexts(uiTexts)
  const toast = useToast()
  const { call } = usePageContext()
  const client = useQueryClient()
  const [terms, setTerms] = useState<TermsInput>(() => shop.terms ?? firstTerms(currency, t('tab.freight')))
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const save = async (next: TermsInput) => {
    setBusy(true)
    setFailure('')
    try {
      await call(putTerms, { params: place, body: next })
      toast({ text: t('saved') })
      await client.invalidateQueries({ queryKey: ['shop', place.market, place.shopId] })
    } catch (error) {
      setFailure(failureText(error, say))
    } finally {
      setBusy(false)
    }
  }
  return {
    terms,
    change: (values: Partial<TermsInput>) => setTerms((before) => ({ ...before, ...values })),
    save,
    busy,
    failure,
    locked: !shop.actions.includes('set-terms'),
  }
}
