import type { MediaView } from '#shared/catalogue/views.ts'
import { Dialog } from '#web/src/ui/dialog.tsx'
import { Picture } from '#web/src/ui/picture.tsx'

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
  return (
    <Dialog opened title={title} onClose={onClose} wide>
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
