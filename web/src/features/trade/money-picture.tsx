import { IconBuildingBank, IconBuildingStore, IconCreditCard, IconPackage } from '@tabler/icons-react'
import { useTexts } from '#web/src/texts/texts.ts'
import { cartTexts } from './cart-texts.ts'
import style from './money-picture.module.css'

const steps = [
  ['pay', IconCreditCard],
  ['held', IconBuildingBank],
  ['receive', IconPackage],
  ['release', IconBuildingStore],
] as const

/** What happens to the money, in one picture: paid, held by the institution, goods received, released. `at` marks where it is now. */
export function MoneyPicture({ at }: { at?: (typeof steps)[number][0] }) {
  const t = useTexts(cartTexts)
  const now = steps.findIndex(([key]) => key === at)
  return (
    <ol className={style.flow} aria-label={t('money.title')}>
      {steps.map(([key, Icon], index) => (
        <li
          key={key}
          data-done={index < now || undefined}
          data-now={index === now || undefined}
          aria-current={index === now ? 'step' : undefined}
        >
          <span className={style.icon}>
            <Icon size={20} stroke={1.6} aria-hidden="true" />
          </span>
          <b>{t(`money.${key}`)}</b>
          <span>{t(`money.${key}.text`)}</span>
        </li>
      ))}
    </ol>
  )
}
