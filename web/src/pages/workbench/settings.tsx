import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { ShopView } from '#shared/shops/shapes.ts'
import { Members } from '#web/src/features/accounts/members.tsx'
import { organisationsQuery } from '#web/src/features/accounts/queries.ts'
import { marketQuery } from '#web/src/features/markets/queries.ts'
import { getShopQuery } from '#web/src/features/shops/queries.ts'
import { FreightForm } from '#web/src/features/shops/settings/freight-form.tsx'
import { IdentityPanel } from '#web/src/features/shops/settings/identity-panel.tsx'
import { ProfileForm } from '#web/src/features/shops/settings/profile-form.tsx'
import { TermsForm } from '#web/src/features/shops/settings/terms-form.tsx'
import { settingsTexts } from '#web/src/features/shops/settings/texts.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { choiceOf } from '#web/src/search-params.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { LinkTabs } from '#web/src/ui/link-tabs.tsx'
import { Loaded, Rows } from '#web/src/ui/loaded.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { ConsolePage, PageHead } from '#web/src/ui/page-head.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { useShopPlace } from '#web/src/ui/use-place.ts'

const sections = ['profile', 'terms', 'freight', 'staff', 'licence'] as const

/** `/shop/$market/$shopId/settings`, its parts by `?section=`. */
export function ShopSettingsPage() {
  const t = useTexts(settingsTexts)
  const place = useShopPlace()
  const { call } = usePageContext()
  const section = choiceOf(useSearch({ strict: false }), 'section', sections) ?? 'profile'
  const shop = useQuery(getShopQuery(call, place.market, place.shopId))
  const market = useQuery(marketQuery(call, place.market))
  return (
    <ConsolePage>
      <PageHead title={t('title')} />
      <Panel flush>
        <LinkTabs
          label={t('title')}
          chosen={section}
          tabs={sections.map((key) => ({
            key,
            name: t(`tab.${key}`),
            to: paths.shopSettings(place, key === 'profile' ? undefined : key),
          }))}
        />
      </Panel>
      <Loaded query={shop} waiting={<Rows count={8} height={30} />}>
        {(data) => (
          <>
            {!data.actions.includes('change') && section !== 'licence' && section !== 'staff' && (
              <Note>{t('readOnly')}</Note>
            )}
            {section === 'profile' && (
              <ProfileForm
                key={data.id}
                place={place}
                shop={data}
                categoryIds={market.data?.categoryIds ?? []}
              />
            )}
            {section === 'terms' && (
              <TermsForm key={data.id} place={place} shop={data} currency={market.data?.currency ?? 'CNY'} />
            )}
            {section === 'freight' && (
              <FreightForm
                key={data.id}
                place={place}
                shop={data}
                currency={market.data?.currency ?? 'CNY'}
              />
            )}
            {section === 'staff' && <Staff shop={data} />}
            {section === 'licence' && <Identity shop={data} />}
          </>
        )}
      </Loaded>
    </ConsolePage>
  )
}

/** The people of the shop's enterprise: its members are the shop's staff. */
function Staff({ shop }: { shop: ShopView }) {
  const t = useTexts(settingsTexts)
  const { call, session } = usePageContext()
  const organisations = useQuery(organisationsQuery(call))
  return (
    <Loaded query={organisations}>
      {({ items }) => {
        const own = items.find((one) => one.id === shop.organisationId)
        if (own === undefined) return <Note>{t('staff.none')}</Note>
        return (
          <Panel title={t('tab.staff')} note={t('staff.text')}>
            <Members organisation={own} me={session?.person.id ?? ''} />
          </Panel>
        )
      }}
    </Loaded>
  )
}

function Identity({ shop }: { shop: ShopView }) {
  const { session } = usePageContext()
  return (
    <IdentityPanel
      shop={shop}
      member={session?.memberships.some((one) => one.organisationId === shop.organisationId) ?? false}
    />
  )
}
