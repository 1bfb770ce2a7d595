import { IconBuildingStore, IconShoppingBag } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createOrganisation } from '#shared/accounts/contract.ts'
import { marketOfPage } from '#shared/accounts/shapes.ts'
import { inLocale } from '#shared/text.ts'
import { listMarketsQuery } from '#web/src/features/markets/queries.ts'
import { useCall } from '#web/src/page-context.ts'
import { inLanguage, paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { RadioCards, SelectField, TextField } from '#web/src/ui/field.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { useForm } from '#web/src/ui/use-form.ts'
import { AuthFrame } from './auth-frame.tsx'
import style from './form.module.css'
import { accessTexts } from './texts.ts'

type Start = { side: 'buy' | 'sell' | null; name: { zh: string; en: string }; market: string }

/**
 * What brings a new person here: buying founds a buying company; selling founds an enterprise and leads to the application. Who began on a
 * page of a market comes back to it; who began at its application for a shop is taken at that word.
 */
export function StartChoice({ startedAt }: { startedAt: string | null }) {
  const t = useTexts(accessTexts)
  const locale = useLocale()
  const call = useCall()
  const { data: markets } = useQuery(listMarketsQuery(call))
  const begun = startedAt === null ? null : marketOfPage(startedAt)
  const applying = begun !== null && startedAt?.split('?')[0] === paths.openShop(begun)
  const first = begun ?? markets?.items[0]?.slug ?? ''
  // The session's cookies are new: the next page is asked for as a whole, with the new reader.
  const leave = (to: string) => location.assign(inLanguage(locale, to))
  const back = startedAt ?? (markets?.items.length === 1 ? paths.home(first) : paths.markets())
  const form = useForm<Start>({
    initial: { side: applying ? 'sell' : null, name: { zh: '', en: '' }, market: '' },
    check: ({ name }) =>
      name.zh.trim() + name.en.trim() === '' ? { '/name': t('start.company.missing') } : {},
    send: async ({ side, name, market }) => {
      await call(createOrganisation, {
        body: { kind: side === 'sell' ? 'enterprise' : 'buyer_company', name },
      })
      const chosen = market || first
      if (side === 'sell')
        return leave(applying && chosen === begun ? (startedAt ?? '') : paths.openShop(chosen))
      leave(applying ? paths.home(first) : back)
    },
  })
  const { side, name, market } = form.values
  return (
    <AuthFrame
      title={t('start.title')}
      text={t('start.text')}
      foot={
        <button
          type="button"
          className={style.textButton}
          onClick={() => leave(startedAt ?? paths.markets())}
        >
          {t('start.later')}
        </button>
      }
    >
      <form className={style.form} ref={form.ref} onSubmit={form.submit} noValidate>
        <RadioCards
          legend={t('start.title')}
          value={side}
          onChange={(chosen) => form.change({ side: chosen })}
          columns={2}
          options={[
            {
              value: 'buy',
              title: t('start.buy'),
              text: t('start.buy.text'),
              icon: <IconShoppingBag size={22} stroke={1.6} aria-hidden="true" />,
            },
            {
              value: 'sell',
              title: t('start.sell'),
              text: t('start.sell.text'),
              icon: <IconBuildingStore size={22} stroke={1.6} aria-hidden="true" />,
            },
          ]}
        />
        {side !== null && (
          <>
            {form.message !== '' && (
              <Note tone="rust" live>
                {form.message}
              </Note>
            )}
            <TextField
              label={t('start.company')}
              value={name.zh}
              onChange={(zh) => form.change({ name: { ...name, zh } })}
              error={form.errorAt('/name') ?? form.errorAt('/name/zh')}
              autoComplete="organization"
              maxLength={80}
              optional={locale === 'en'}
              {...(side === 'buy' ? { hint: t('start.company.hint') } : {})}
            />
            <TextField
              label={t('start.company.en')}
              value={name.en}
              onChange={(en) => form.change({ name: { ...name, en } })}
              error={form.errorAt('/name/en')}
              maxLength={80}
              optional={locale === 'zh'}
            />
            {side === 'sell' && markets && markets.items.length > 1 && (
              <SelectField
                label={t('start.market')}
                value={market || first}
                onChange={(slug) => form.change({ market: slug })}
                options={markets.items.map((one) => [one.slug, inLocale(one.name, locale)] as const)}
              />
            )}
            <Button kind="primary" size="l" type="submit" wide busy={form.busy}>
              {side === 'buy' ? t('start.go.buy') : t('start.go.sell')}
            </Button>
          </>
        )}
      </form>
    </AuthFrame>
  )
}
