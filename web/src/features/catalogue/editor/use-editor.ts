import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { createProduct, putProduct, submitProduct } from '#shared/catalogue/contract.ts'
import type { SellerProduct } from '#shared/catalogue/views.ts'
import { codeOf, ProblemError } from '#web/src/api/call.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths, type ShopPlace } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { useGo } from '#web/src/ui/link.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { useToast } from '#web/src/ui/toasts.tsx'
import { failureText } from '#web/src/ui/use-form.ts'
import { testReportsQuery } from '../seller/queries.ts'
import { type EditorDraft, toDraft } from './editor-draft.ts'
import { type EditorProblem, judge } from './judge.ts'
import { editorTexts } from './texts.ts'

type Start = {
  place: ShopPlace
  product: SellerProduct | null
  initial: EditorDraft
  /** Categories that the market carries. */
  categoryIds: readonly string[]
}

/** State of the editor: what is written, what is wrong with it, saving and submitting. */
export function useEditorState({ place, product, initial, categoryIds }: Start) {
  const t = useTexts(editorTexts)
  const say = useTexts(uiTexts)
  const locale = useLocale()
  const toast = useToast()
  const go = useGo()
  const client = useQueryClient()
  const { call } = usePageContext()
  const [draft, setDraft] = useState(initial)
  const [changed, setChanged] = useState(false)
  const [shown, setShown] = useState(product !== null)
  const [busy, setBusy] = useState<'save' | 'submit' | null>(null)
  const [failure, setFailure] = useState('')
  const [refused, setRefused] = useState<readonly EditorProblem[]>([])
  const { data: reportPages } = useInfiniteQuery(testReportsQuery(call, place))
  const reports = useMemo(
    () =>
      (reportPages?.pages.flatMap((page) => page.items) ?? []).filter((one) =>
        one.styleNos.includes(draft.styleNo.trim()),
      ),
    [reportPages, draft.styleNo],
  )
  const problems = useMemo(() => {
    const words = {
      missing: t('word.missing'),
      invalid: t('word.invalid'),
      noPicture: t('word.noPicture'),
      noSkus: t('word.noSkus'),
    }
    const today = new Date().toISOString().slice(0, 10)
    const own = judge({ draft, reports, today, carried: categoryIds }, locale, words)
    return [...refused, ...own]
  }, [draft, reports, refused, locale, t, categoryIds])
  const blocker = useBlocker({
    shouldBlockFn: () => changed && busy === null,
    enableBeforeUnload: changed,
    withResolver: true,
  })

  const change = (values: Partial<EditorDraft>) => {
    setDraft((before) => ({ ...before, ...values }))
    setChanged(true)
    setRefused((all) => all.filter((one) => !Object.keys(values).includes(one.pointer.split('/')[1] ?? '')))
  }
  const append = (mediaId: string) => {
    setDraft((before) => ({ ...before, mediaIds: [...before.mediaIds, mediaId] }))
    setChanged(true)
  }
  const refuse = (error: unknown) => {
    setFailure(codeOf(error) === 'request/changed-meanwhile' ? t('conflict') : failureText(error, say))
    if (error instanceof ProblemError) setRefused(fieldProblems(error))
  }
  const write = async (): Promise<SellerProduct> => {
    const params = { market: place.market, shop: place.shopId }
    const body = toDraft(draft)
    if (product === null) return call(createProduct, { params, body })
    return call(putProduct, {
      params: { ...params, product: product.id },
      body: { version: product.version, draft: body },
    })
  }
  /** Keeps the draft, and submits it when asked; a new product gets its own address. */
  const save = async (then: 'save' | 'submit') => {
    setShown(true)
    setFailure('')
    setRefused([])
    const stops = problems.filter(
      (one) => one.level === 'save' || (then === 'submit' && one.level === 'submit'),
    )
    if (stops.length > 0) return setFailure(t('submit.left', { count: stops.length }))
    setBusy(then)
    try {
      let kept = changed || product === null ? await write() : product
      if (then === 'submit') {
        const params = { market: place.market, shop: place.shopId, product: kept.id }
        kept = await call(submitProduct, { params, body: { version: kept.version } })
      }
      setChanged(false)
      client.setQueryData(['shop-product', place.market, place.shopId, kept.id], kept)
      await client.invalidateQueries({ queryKey: ['shop-products', place.market, place.shopId] })
      toast({ text: t(then === 'submit' ? 'submit.done' : 'saved') })
      if (then === 'submit') await go(paths.shopProducts(place, { status: kept.status }))
      else if (product === null) await go(paths.editProduct(place, kept.id), { replace: true })
    } catch (error) {
      refuse(error)
    } finally {
      setBusy(null)
    }
  }
  return { draft, change, append, changed, shown, busy, failure, problems, reports, save, blocker }
}

/** The server's own list of what is wrong, at the same pointers: into the draft, whether it was sent alone or beside its version. */
function fieldProblems(error: ProblemError): EditorProblem[] {
  return (error.problem.errors ?? []).map(({ pointer, message }) => ({
    pointer: pointer.replace(/^\/draft(?=\/)/, ''),
    level: 'submit',
    message,
  }))
}
