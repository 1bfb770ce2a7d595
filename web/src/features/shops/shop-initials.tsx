import type { Localised } from '#shared/text.ts'
import style from './shop-card.module.css'

/** The first two characters of a shop's Chinese name (one capital in English), as its sign. */
export function ShopInitials({ name }: { name: Localised }) {
  return (
    <span className={style.sign} aria-hidden="true">
      {name.zh === '' ? name.en.slice(0, 1).toUpperCase() : name.zh.slice(0, 2)}
    </span>
  )
}
