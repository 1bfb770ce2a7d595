import { HistoryPanel } from '#web/src/features/catalogue/import/history-panel.tsx'
import { importTexts } from '#web/src/features/catalogue/import/texts.ts'
import { UploadBox } from '#web/src/features/catalogue/import/upload-box.tsx'
import { useTexts } from '#web/src/texts/texts.ts'
import { ConsolePage, PageHead } from '#web/src/ui/page-head.tsx'
import { useShopPlace } from '#web/src/ui/use-place.ts'

/** `/shop/$market/$shopId/import`. */
export function ImportsPage() {
  const t = useTexts(importTexts)
  const place = useShopPlace()
  return (
    <ConsolePage>
      <PageHead title={t('title')}>{t('intro')}</PageHead>
      <UploadBox place={place} />
      <HistoryPanel place={place} />
    </ConsolePage>
  )
}
