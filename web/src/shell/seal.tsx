import type { Market } from '#web/src/features/markets/queries.ts'
import { paths } from '#web/src/paths.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { Link } from '#web/src/ui/link.tsx'
import style from './seal.module.css'
import { shellTexts } from './texts.ts'

const characters = { enterprise_led: '企业主导', government_sponsored: '政府主办' } as const

/** The stamp itself. Four characters as a seal cutter would set them; the words stand beside it or in its label. */
export function SealStamp({ ownership }: { ownership: Market['ownership'] }) {
  return (
    <span className={style.stamp} aria-hidden="true" lang="zh-CN">
      {[...characters[ownership]].map((character) => (
        <span key={character}>{character}</span>
      ))}
    </span>
  )
}

/** Who owns this market, one click from its charter. */
export function Seal({ market }: { market: Market }) {
  const t = useTexts(shellTexts)
  const owner = t(`owner.${market.ownership}.market`)
  return (
    <Link className={style.seal} to={paths.about(market.slug)} aria-label={t('owner.label', { owner })}>
      <SealStamp ownership={market.ownership} />
      <span className={style.words}>
        {owner}
        <span className="link">{t('owner.charter')}</span>
      </span>
    </Link>
  )
}
