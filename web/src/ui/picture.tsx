import { paths } from '#web/src/paths.ts'
import { classes } from './class-names.ts'
import style from './picture.module.css'

const widths = [160, 320, 480, 800] as const

type PictureProps = {
  mediaId: string | null
  alt: string
  /** The `sizes` attribute: how wide the picture is shown. */
  sizes: string
  width?: number
  height?: number
  /** First screen: fetched at once. */
  eager?: boolean
  className?: string
}

const sources = (mediaId: string, format: 'webp' | 'avif') =>
  widths.map((width) => `${paths.media(mediaId, width, format)} ${width}w`).join(', ')

/** A picture of goods, 4:5 unless its own size says otherwise, in the rendition that fits the screen. Without a picture: the warm ground. */
export function Picture({
  mediaId,
  alt,
  sizes,
  width = 800,
  height = 1000,
  eager = false,
  className,
}: PictureProps) {
  if (mediaId === null)
    return alt === '' ? (
      <span className={classes(style.frame, className)} aria-hidden="true" />
    ) : (
      <span className={classes(style.frame, className)} role="img" aria-label={alt} />
    )
  return (
    <picture className={classes(style.frame, className)}>
      <source type="image/avif" srcSet={sources(mediaId, 'avif')} sizes={sizes} />
      <img
        src={paths.media(mediaId, 480)}
        srcSet={sources(mediaId, 'webp')}
        sizes={sizes}
        width={width}
        height={height}
        alt={alt}
        loading={eager ? 'eager' : 'lazy'}
        decoding={eager ? 'sync' : 'async'}
        fetchPriority={eager ? 'high' : 'auto'}
      />
    </picture>
  )
}
