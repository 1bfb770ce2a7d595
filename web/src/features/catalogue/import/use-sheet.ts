import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { CellCorrection } from '#shared/catalogue/import.ts'
import { type ImportView, patchImportCells } from '#shared/catalogue/import-contract.ts'
import { usePageContext } from '#web/src/page-context.ts'
import type { ShopPlace } from '#web/src/paths.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { uiTexts } from '#web/src/ui/texts.ts'
import { useToast } from '#web/src/ui/toasts.tsx'
import { failureText } from '#web/src/ui/use-form.ts'
import { importRowsQuery } from './queries.ts'
import type { SheetRow } from './sheet-rows.ts'
import { importTexts } from './texts.ts'

/** So many rows with problems are read at once; more are read when asked for. */
const atOnce = 400

/** The rows of the preview: those that need a look, or all of them; and writing cells anew. */
export function useSheet(place: ShopPlace, view: ImportView, folded: boolean) {
  const t = useTexts(importTexts)
  const say = useTexts(uiTexts)
  const toast = useToast()
  const { call } = usePageContext()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  // Rows of a list that is read again keep the version they had until the new ones are there.
  const [readAt, setReadAt] = useState(view.version)
  if (view.state === 'ready' && readAt !== view.version) setReadAt(view.version)
  const query = (filter: 'error' | 'warning' | 'ignored' | undefined) =>
    importRowsQuery(call, place, view.id, readAt, filter)
  const errors = useInfiniteQuery({ ...query('error'), enabled: folded && view.counts.error > 0 })
  const warnings = useInfiniteQuery({ ...query('warning'), enabled: folded && view.counts.warning > 0 })
  const ignored = useInfiniteQuery({ ...query('ignored'), enabled: folded && view.counts.ignored > 0 })
  const all = useInfiniteQuery({ ...query(undefined), enabled: !folded })
  const used = folded ? [errors, warnings, ignored] : [all]
  const rows = useMemo(() => {
    const pages = folded
      ? [
          ...(view.counts.error > 0 ? (errors.data?.pages ?? []) : []),
          ...(view.counts.warning > 0 ? (warnings.data?.pages ?? []) : []),
          ...(view.counts.ignored > 0 ? (ignored.data?.pages ?? []) : []),
        ]
      : (all.data?.pages ?? [])
    return pages.flatMap((page): SheetRow[] => page.items).toSorted((a, b) => a.row - b.row)
  }, [folded, errors.data, warnings.data, ignored.data, all.data, view.counts])
  const more = used.find((one) => one.hasNextPage)
  // Problems are read on until there are enough to work with: the next page is asked for outside React's rendering.
  useEffect(() => {
    for (const one of [errors, warnings])
      if (
        folded &&
        one.hasNextPage &&
        !one.isFetchingNextPage &&
        (one.data?.pages.length ?? 0) * 100 < atOnce
      )
        void one.fetchNextPage()
  }, [folded, errors, warnings])

  /** Writes cells anew; the list is read again. True when the server took them. */
  const correct = async (cells: CellCorrection[]): Promise<boolean> => {
    setBusy(true)
    try {
      await call(patchImportCells, {
        params: { market: place.market, shop: place.shopId, import: view.id },
        body: { version: view.version, cells: cells.slice(0, 2000) },
      })
      toast({ text: t('fix.done', { count: cells.length }) })
      await client.invalidateQueries({ queryKey: ['import', place.market, place.shopId, view.id] })
      return true
    } catch (error) {
      toast({ kind: 'failed', text: failureText(error, say) })
      await client.invalidateQueries({ queryKey: ['import', place.market, place.shopId, view.id] })
      return false
    } finally {
      setBusy(false)
    }
  }
  return {
    rows,
    busy: busy || view.state === 'checking',
    loading: used.some((one) => one.isLoading),
    error: used.find((one) => one.error !== null)?.error ?? null,
    partial: more !== undefined,
    more: () => void more?.fetchNextPage(),
    fetchingMore: more?.isFetchingNextPage ?? false,
    correct,
  }
}
