import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { MediaView } from '#shared/catalogue/views.ts'
import { inLocale } from '#shared/text.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Picture } from '#web/src/ui/picture.tsx'
import style from './gallery.module.css'
import { productTexts } from './product-texts.ts'

const Lightbox = lazy(() => import('./lightbox.tsx').then((module) => ({ default: module.Lightbox })))

type GalleryProps = {
  media: readonly MediaView[]
  title: string
  shown: string | undefined
  onShow: (mediaId: string) => void
}

/** The pictures of a product: one large, the others as thumbs, each with what it shows. A press enlarges. */
export function Gallery({ media, title, shown, onShow }: GalleryProps) {
  const t = useTexts(productTexts)
  const locale = useLocale()
  const [large, setLarge] = useState(false)
  const index = Math.max(
    0,
    media.findIndex((one) => one.id === shown),
  )
  const main = media[index]
  const alt = (one: MediaView) => inLocale(one.alt, locale) || title
  const step = (by: number) => onShow(media[(index + by + media.length) % media.length]?.id ?? '')
  return (
    <div className={style.gallery}>
      <div className={style.main}>
        <button
          type="button"
          className={style.big}
          aria-label={t('gallery.zoom')}
          onClick={() => setLarge(true)}
          disabled={main === undefined}
        >
          <Picture
            mediaId={main?.id ?? null}
            alt={main ? alt(main) : title}
            sizes="(max-width: 720px) 100vw, 404px"
            eager
            className={style.picture ?? ''}
          />
        </button>
        {main && inLocale(main.alt, locale) !== '' && (
          <span className={style.caption}>{inLocale(main.alt, locale)}</span>
        )}
        {media.length > 1 && (
          <span className={style.count}>{t('gallery.count', { index: index + 1, total: media.length })}</span>
        )}
        {media.length > 1 && (
          <>
            <button
              type="button"
              className={style.step}
              data-side="left"
              aria-label={t('gallery.previous')}
              onClick={() => step(-1)}
            >
              <IconChevronLeft size={20} stroke={1.6} aria-hidden="true" />
            </button>
            <button
              type="button"
              className={style.step}
              data-side="right"
              aria-label={t('gallery.next')}
              onClick={() => step(1)}
            >
              <IconChevronRight size={20} stroke={1.6} aria-hidden="true" />
            </button>
          </>
        )}
      </div>
      {media.length > 1 && (
        <div className={style.thumbs}>
          {media.map((one, place) => (
            <button
              type="button"
              key={one.id}
              aria-label={t('gallery.show', { index: place + 1, alt: alt(one) })}
              aria-pressed={place === index}
              onClick={() => onShow(one.id)}
            >
              <Picture
                mediaId={one.id}
                alt=""
                sizes="60px"
                width={160}
                height={200}
                className={style.thumb ?? ''}
              />
            </button>
          ))}
        </div>
      )}
      {large && main && (
        <Suspense>
          <Lightbox picture={main} title={alt(main)} onClose={() => setLarge(false)} />
        </Suspense>
      )}
    </div>
  )
}
