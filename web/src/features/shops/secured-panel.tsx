import type { ShopView } from '#shared/shops/shapes.ts'
import { inLocale } from '#shared/text.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Facts, Panel } from '#web/src/ui/panel.tsx'
import style from './secured-panel.module.css'
import { shopTexts } from './texts.ts'

/** What happens to the money, in four steps, with the shop's own terms of return and invoice. */
export function SecuredPanel({ shop }: { shop: ShopView }) {
  const t = useTexts(shopTexts)
  return (
    <Panel title={t('secured.title')}>
      <ol className={style.flow}>
        <li>{t('secured.pay')}</li>
        <li>{t('secured.held')}</li>
        <li>{t('secured.check')}</li>
        <li>{t('secured.released')}</li>
      </ol>
      <p className={style.text}>{t('secured.text')}</p>
      {shop.terms && <TermsFacts terms={shop.terms} />}
    </Panel>
  )
}

/** Return and invoice terms of a shop. */
export function TermsFacts({ terms }: { terms: NonNullable<ShopView['terms']> }) {
  const t = useTexts(shopTexts)
  const locale = useLocale()
  const { returns, invoices } = terms
  const conditions = inLocale(returns.conditions, locale)
  return (
    <Facts
      rows={[
        [
          t('returns'),
          <>
            {returns.days === 0
              ? t('returns.fault')
              : t('returns.days', {
                  count: returns.days,
                  who: t(returns.freightPaidBy === 'buyer' ? 'returns.buyer' : 'returns.seller'),
                })}
            {conditions !== '' && <small>{conditions}</small>}
          </>,
        ],
        invoices.length === 0
          ? null
          : [t('invoice'), invoices.map((one) => t(`invoice.${one}`)).join(locale === 'zh' ? '、' : ', ')],
      ]}
    />
  )
}
