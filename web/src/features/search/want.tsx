import { useTexts } from '#web/src/texts/texts.ts'
import { Stepper } from '#web/src/ui/stepper.tsx'
import { searchTexts } from './texts.ts'
import style from './want.module.css'

/** "I need 200 pieces": the one quantity that rules every price on the page. */
export function Want({ quantity, onChange }: { quantity: number; onChange: (quantity: number) => void }) {
  const t = useTexts(searchTexts)
  return (
    <div className={style.want}>
      {t('want')}
      <Stepper
        value={quantity}
        onChange={onChange}
        min={1}
        max={999_999}
        step={quantity >= 1000 ? 100 : 50}
        label={t('want.label')}
        less={t('less')}
        more={t('more')}
      />
      {t('piece')}
      <small>
        {t('want.note')}
        <br />
        {t('want.tax')}
      </small>
    </div>
  )
}
