import type { ShopView } from '#shared/shops/shapes.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { DateText, dateText } from '#web/src/ui/date.tsx'
import { Facts, Panel } from '#web/src/ui/panel.tsx'
import style from './licence.module.css'
import { shopTexts } from './texts.ts'

/** The trader's registration as the law wants it shown (E-Commerce Law art. 15), with who compared it and when. */
export function Licence({ shop }: { shop: ShopView }) {
  const t = useTexts(shopTexts)
  const locale = useLocale()
  const { licence } = shop
  if (licence === null) return <Panel title={t('licence')}>{t('lic.missing')}</Panel>
  return (
    <Panel title={t('licence')} className={style.licence ?? ''}>
      <Facts
        wide
        rows={[
          [t('lic.legalName'), licence.legalName],
          [
            t('code'),
            <span key="code" className="num">
              {licence.creditCode}
            </span>,
          ],
          [t('lic.form'), t(`form.${licence.legalForm}`)],
          [t('lic.representative'), licence.representative],
          licence.registeredCapital ? [t('lic.capital'), licence.registeredCapital] : null,
          [
            t('lic.established'),
            <DateText key="established" value={licence.establishedOn} locale={locale} />,
          ],
          [t('lic.domicile'), licence.domicile],
          [t('lic.scope'), licence.businessScope],
        ]}
      />
      <p className={style.note}>
        {t('lic.note', {
          date: dateText(licence.verifiedAt, locale),
          next: dateText(licence.nextVerificationDue, locale),
        })}
      </p>
    </Panel>
  )
}
