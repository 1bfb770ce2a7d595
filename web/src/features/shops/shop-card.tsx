import type { ShopView } from '#shared/shops/shapes.ts'
import { inLocale } from '#shared/text.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { ButtonLink } from '#web/src/ui/button.tsx'
import { Tag } from '#web/src/ui/chip.tsx'
import { DateText, dateText } from '#web/src/ui/date.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Facts, Panel } from '#web/src/ui/panel.tsx'
import { Shield } from '#web/src/ui/verified.tsx'
import style from './shop-card.module.css'
import { ShopInitials } from './shop-initials.tsx'
import { shopTexts } from './texts.ts'

/** What a shop is, as dated facts: who owns it, verified when, where it stands. */
export function ShopHead({ shop, level = 2 }: { shop: ShopView; level?: 1 | 2 }) {
  const t = useTexts(shopTexts)
  const locale = useLocale()
  const Name = level === 1 ? 'h1' : 'h2'
  return (
    <>
      <div className={style.head} data-level={level}>
        <ShopInitials name={shop.name} />
        <div>
          <Name>
            {inLocale(shop.name, locale)}{' '}
            {shop.verified && <Shield size={level === 1 ? 18 : 14} label={t('verified')} />}
          </Name>
          {shop.licence && <small>{shop.licence.legalName}</small>}
        </div>
      </div>
      <p className={style.tags}>
        {shop.ownedByLead && <Tag>{t('own')}</Tag>}
        <Tag>{t(shop.registration)}</Tag>
        <Tag tone="plain">{t('opened', { date: dateText(shop.openedOn, locale) })}</Tag>
      </p>
    </>
  )
}

/** Where the shop stands and when its identity was compared. */
export function ShopFacts({ market, shop }: { market: string; shop: ShopView }) {
  const t = useTexts(shopTexts)
  const locale = useLocale()
  const booth = shop.boothDetails[0]
  const hours = inLocale(shop.openingHours, locale)
  return (
    <Facts
      rows={[
        booth
          ? [
              t('booth'),
              <>
                {inLocale(booth.venueName, locale)} {inLocale(booth.hallName, locale)} {booth.code}
                {hours !== '' && <small>{hours}</small>}
              </>,
            ]
          : shop.shipFrom
            ? [t('place'), inLocale(shop.shipFrom.name, locale)]
            : null,
        shop.verifiedOn
          ? [
              t('identity'),
              <>
                <DateText value={shop.verifiedOn} locale={locale} />
                {shop.nextVerificationOn && (
                  <small>{t('verified.next', { date: dateText(shop.nextVerificationOn, locale) })}</small>
                )}
              </>,
            ]
          : null,
        shop.licence
          ? [
              t('code'),
              <Link key="code" className="link num" to={paths.shop(market, shop.id, { tab: 'licence' })}>
                {shop.licence.creditCode}
              </Link>,
            ]
          : null,
        shop.contactPhone === ''
          ? null
          : [
              t('phone'),
              <a key="phone" className="link num" href={`tel:${shop.contactPhone.replaceAll(/[^\d+]/g, '')}`}>
                {shop.contactPhone}
              </a>,
            ],
      ]}
    />
  )
}

/** The shop beside its goods. */
export function ShopPanel({ market, shop }: { market: string; shop: ShopView }) {
  const t = useTexts(shopTexts)
  return (
    <Panel>
      <ShopHead shop={shop} />
      <ShopFacts market={market} shop={shop} />
      <div className={style.visit}>
        <ButtonLink size="s" wide to={paths.shop(market, shop.id)}>
          {t('visit')}
        </ButtonLink>
      </div>
    </Panel>
  )
}
