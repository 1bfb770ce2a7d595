import { IconArrowLeft, IconArrowRight, IconPhotoPlus, IconX } from '@tabler/icons-react'
import { type DragEvent, useRef, useState } from 'react'
import type { ShopPlace } from '#web/src/paths.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { Picture } from '#web/src/ui/picture.tsx'
import { useEditor } from './editor-context.ts'
import style from './pictures-section.module.css'
import { Group } from './slot.tsx'
import { editorTexts } from './texts.ts'
import { pictureTypes, useUploads } from './use-uploads.ts'

/** Pictures in order, the first is the main one. Dropped or chosen, ordered by dragging or by buttons. */
export function PicturesSection({ place, append }: { place: ShopPlace; append: (mediaId: string) => void }) {
  const t = useTexts(editorTexts)
  const { draft, change, locked } = useEditor()
  const { pending, add, retry, drop } = useUploads(place, append)
  const chooser = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [dragged, setDragged] = useState<number | null>(null)
  const ids = draft.mediaIds
  const move = (from: number, to: number) => {
    const moved = ids[from]
    if (moved === undefined || to < 0 || to >= ids.length) return
    const rest = ids.filter((_, index) => index !== from)
    change({ mediaIds: [...rest.slice(0, to), moved, ...rest.slice(to)] })
  }
  const take = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!locked && event.dataTransfer.files.length > 0) void add([...event.dataTransfer.files])
  }
  return (
    <Group pointer="/mediaIds" label={t('section.pictures')} hint={t('pictures.hint')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button inside is everybody's. */}
      <div
        className={style.area}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={take}
      >
        <ul className={style.pictures}>
          {ids.map((id, at) => (
            <li
              key={id}
              draggable={!locked}
              onDragStart={() => setDragged(at)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                if (dragged === null) return
                event.stopPropagation()
                event.preventDefault()
                move(dragged, at)
              }}
            >
              <Picture
                mediaId={id}
                alt={t('pictures.one', { place: at + 1 })}
                sizes="112px"
                width={320}
                height={400}
              />
              {at === 0 && <span className={style.main}>{t('pictures.main')}</span>}
              {!locked && (
                <span className={style.tools}>
                  <button
                    type="button"
                    disabled={at === 0}
                    aria-label={`${t('pictures.earlier')} ${at + 1}`}
                    onClick={() => move(at, at - 1)}
                  >
                    <IconArrowLeft size={15} stroke={1.8} aria-hidden="true" />
                  </button>
                  <button
                    type="button"
                    disabled={at === ids.length - 1}
                    aria-label={`${t('pictures.later')} ${at + 1}`}
                    onClick={() => move(at, at + 1)}
                  >
                    <IconArrowRight size={15} stroke={1.8} aria-hidden="true" />
                  </button>
                  <button
                    type="button"
                    aria-label={`${t('pictures.remove')} ${at + 1}`}
                    onClick={() => change({ mediaIds: ids.filter((one) => one !== id) })}
                  >
                    <IconX size={15} stroke={1.8} aria-hidden="true" />
                  </button>
                </span>
              )}
            </li>
          ))}
          {pending.map((one) => (
            <li key={`pending-${one.key}`} className={style.pending}>
              {one.failure === '' ? (
                <>
                  <b className="num">{t('pictures.uploading', { percent: one.percent })}</b>
                  <i style={{ height: `${one.percent}%` }} />
                </>
              ) : (
                <span role="alert">
                  {t('pictures.failed', { name: one.file.name, reason: one.failure })}
                  <Button size="s" onClick={() => void retry(one)}>
                    {t('pictures.retry')}
                  </Button>
                  <Button size="s" kind="quiet" onClick={() => drop(one.key)}>
                    {t('pictures.remove')}
                  </Button>
                </span>
              )}
            </li>
          ))}
          {!locked && ids.length + pending.length < 20 && (
            <li className={style.add}>
              <button type="button" onClick={() => chooser.current?.click()}>
                <IconPhotoPlus size={24} stroke={1.5} aria-hidden="true" />
                <span>{t('pictures.drop')}</span>
              </button>
            </li>
          )}
        </ul>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          accept={pictureTypes}
          aria-label={t('pictures.add')}
          onChange={(event) => {
            void add([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </div>
    </Group>
  )
}
