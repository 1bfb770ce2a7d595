import { IconBuilding } from '@tabler/icons-react'
import { paths } from '#web/src/paths.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { ButtonLink } from '#web/src/ui/button.tsx'
import { Empty } from '#web/src/ui/states.tsx'
import { cartTexts } from './cart-texts.ts'

/** Who belongs to no organisation cannot buy: says so, and the way on. */
export function NeedCompany() {
  const t = useTexts(cartTexts)
  return (
    <Empty
      level={1}
      icon={<IconBuilding size={34} stroke={1.4} aria-hidden="true" />}
      title={t('company.title')}
      actions={
        <ButtonLink kind="primary" to={paths.account('organisations')}>
          {t('company.go')}
        </ButtonLink>
      }
    >
      {t('company.text')}
    </Empty>
  )
}
