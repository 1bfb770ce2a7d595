import type { MediaView } from '#shared/catalogue/views.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { Dialog } from '#web/src/ui/dialog.tsx'
import { Picture } from '#web/src/ui/picture.tsx'
import { productTexts } from './product-texts.ts'

/** One picture as large as the window allows. */
export function Lightbox({
  picture,
  title,
  onClose,
}: {
  picture: MediaView
  title: string
  onClose: () => void
}) {
  const t = useTexts(productTexts)
  return (
    <Dialog title={title} closeLabel={t('gallery.close')} onClose={onClose} wide>
      <Picture
        mediaId={picture.id}
        alt={title}
        sizes="min(960px, 100vw)"
        width={picture.width}
        height={picture.height}
        eager
      />
    </Dialog>
  )
}
