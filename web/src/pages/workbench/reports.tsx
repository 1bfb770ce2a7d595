import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { testReportsQuery } from '#web/src/features/catalogue/seller/queries.ts'
import { ReportDialog } from '#web/src/features/catalogue/seller/report-dialog.tsx'
import { ReportsPanel } from '#web/src/features/catalogue/seller/reports-panel.tsx'
import { goodsTexts } from '#web/src/features/catalogue/seller/texts.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { ConsolePage, PageHead } from '#web/src/ui/page-head.tsx'
import { useShopPlace } from '#web/src/ui/use-place.ts'

/** `/shop/$market/$shopId/reports`. */
export function ReportsPage() {
  const t = useTexts(goodsTexts)
  const place = useShopPlace()
  const { call } = usePageContext()
  const [open, setOpen] = useState(false)
  const first = useInfiniteQuery(testReportsQuery(call, place)).data?.pages[0]
  return (
    <ConsolePage>
      <PageHead
        title={t('reports.title')}
        actions={
          first?.actions.includes('create') && (
            <Button size="s" kind="primary" onClick={() => setOpen(true)}>
              {t('reports.new')}
            </Button>
          )
        }
      >
        {t('reports.text')}
      </PageHead>
      <ReportsPanel place={place} onNew={() => setOpen(true)} />
      {open && <ReportDialog place={place} onClose={() => setOpen(false)} />}
    </ConsolePage>
  )
}
