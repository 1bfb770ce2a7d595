import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { deleteProduct, relistProduct, submitProduct, withdrawProduct } from '#shared/catalogue/contract.ts'
import { usePageContext } from '#web/src/page-context.ts'
import type { ShopPlace } from '#web/src/paths.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { uiTexts } from '#web/src/ui/texts.ts'
import { useToast } from '#web/src/ui/toasts.tsx'
import { failureText } from '#web/src/ui/use-form.ts'
import { goodsTexts } from './texts.ts'

export type Deed = 'submit' | 'withdraw' | 'relist' | 'delete'
type Target = { id: string; version: number; actions: readonly string[] }

/** Submits, withdraws, relists and deletes products, one or many; lists are fetched anew afterwards. */
export function useProductDeeds({ market, shopId }: ShopPlace) {
  const t = useTexts(goodsTexts)
  const say = useTexts(uiTexts)
  const toast = useToast()
  const { call } = usePageContext()
  const client = useQueryClient()
  const [running, setRunning] = useState<{ done: number; count: number } | null>(null)

  const one = async (deed: Deed, { id, version }: Target) => {
    const params = { market, shop: shopId, product: id }
    if (deed === 'delete') return call(deleteProduct, { params })
    const endpoint = deed === 'submit' ? submitProduct : deed === 'withdraw' ? withdrawProduct : relistProduct
    return call(endpoint, { params, body: { version } })
  }
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['shop-products', market, shopId] }),
      client.invalidateQueries({ queryKey: ['shop-product', market, shopId] }),
    ])
  /** Does it to one product; throws what the server refused with. */
  const perform = async (deed: Deed, target: Target) => {
    await one(deed, target)
    toast({ text: t(`done.${deed}`) })
    await refresh()
  }
  /** Does it to many, one after the other; says how many went through and why the rest did not. */
  const performAll = async (deed: Deed, targets: readonly Target[]) => {
    const failures: string[] = []
    setRunning({ done: 0, count: targets.length })
    for (const [index, target] of targets.entries()) {
      await one(deed, target).catch((error: unknown) => failures.push(failureText(error, say)))
      setRunning({ done: index + 1, count: targets.length })
    }
    setRunning(null)
    const done = targets.length - failures.length
    if (done > 0) toast({ text: t('bulk.done', { count: done }) })
    if (failures.length > 0)
      toast({ kind: 'failed', text: t('bulk.failed', { count: failures.length, reason: failures[0] ?? '' }) })
    await refresh()
  }
  return {
    perform,
    performAll,
    running,
    failed: (error: unknown) => toast({ kind: 'failed', text: failureText(error, say) }),
  }
}
