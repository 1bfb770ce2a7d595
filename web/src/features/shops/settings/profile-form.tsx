import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { categoryById, pathOf } from '#shared/catalogue/categories.ts'
import { changeShop, putShopPicture } from '#shared/shops/contract.ts'
import type { ShopView } from '#shared/shops/shapes.ts'
import { inLocale } from '#shared/text.ts'
import { uploadFile } from '#web/src/api/upload.ts'
import { usePageContext } from '#web/src/page-context.ts'
import type { ShopPlace } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { TextArea, TextField } from '#web/src/ui/field.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { useToast } from '#web/src/ui/toasts.tsx'
import { failureText, useForm } from '#web/src/ui/use-form.ts'
import style from './settings.module.css'
import { settingsTexts } from './texts.ts'

const phone = /^\+?[0-9][0-9 -]{5,18}[0-9]$/
type ProfileProps = { place: ShopPlace; shop: ShopView; categoryIds: readonly string[] }

/** What buyers see of the shop. */
export function ProfileForm({ place, shop, categoryIds }: ProfileProps) {
  const t = useTexts(settingsTexts)
  const toast = useToast()
  const { call } = usePageContext()
  const client = useQueryClient()
  const locked = !shop.actions.includes('change')
  const form = useForm({
    initial: {
      name: shop.name.zh,
      nameEn: shop.name.en,
      introduction: shop.introduction.zh,
      introductionEn: shop.introduction.en,
      openingHours: shop.openingHours.zh,
      openingHoursEn: shop.openingHours.en,
      contactPhone: shop.contactPhone,
      divisionCode: shop.shipFrom?.divisionCode ?? '',
      shipFrom: shop.shipFrom?.name.zh ?? '',
      shipFromEn: shop.shipFrom?.name.en ?? '',
      categoryIds: shop.categoryIds,
    },
    check: (values) => ({
      ...(values.name.trim() + values.nameEn.trim() === '' ? { '/name': t('name') } : {}),
      ...(phone.test(values.contactPhone) ? {} : { '/contactPhone': t('phone.wrong') }),
      ...(/^\d{6}$/.test(values.divisionCode) ? {} : { '/divisionCode': t('shipFrom.code.wrong') }),
      ...(values.categoryIds.length === 0 ? { '/categoryIds': t('categories.none') } : {}),
    }),
    send: async (values) => {
      const fresh = await call(changeShop, {
        params: place,
        body: {
          name: { zh: values.name.trim(), en: values.nameEn.trim() },
          introduction: { zh: values.introduction, en: values.introductionEn },
          openingHours: { zh: values.openingHours, en: values.openingHoursEn },
          contactPhone: values.contactPhone,
          shipFrom: {
            divisionCode: values.divisionCode,
            name: { zh: values.shipFrom.trim(), en: values.shipFromEn.trim() },
          },
          categoryIds: values.categoryIds,
        },
      })
      client.setQueryData(['shop', place.market, place.shopId], fresh)
      toast({ text: t('saved') })
    },
  })
  return (
    <form ref={form.ref} onSubmit={form.submit}>
      <fieldset disabled={locked} className={style.stack}>
        <Panel title={t('tab.profile')} note={t('profile.text')}>
          <div className={style.grid}>
            <TextField label={t('name')} maxLength={40} {...form.text('name')} />
            <TextField label={t('nameEn')} maxLength={40} {...form.text('nameEn')} />
            <TextArea label={t('intro')} rows={4} maxLength={2000} {...form.text('introduction')} />
            <TextArea label={t('introEn')} rows={4} maxLength={2000} {...form.text('introductionEn')} />
            <TextField
              label={t('hours')}
              maxLength={120}
              hint={t('hours.hint')}
              {...form.text('openingHours')}
            />
            <TextField label={t('hoursEn')} maxLength={120} {...form.text('openingHoursEn')} />
            <TextField label={t('phone')} inputMode="tel" maxLength={20} {...form.text('contactPhone')} />
            <TextField
              label={t('shipFrom.code')}
              inputMode="numeric"
              maxLength={6}
              hint={t('shipFrom.code.hint')}
              {...form.text('divisionCode')}
            />
            <TextField label={t('shipFrom')} maxLength={60} {...form.text('shipFrom')} />
            <TextField label={`${t('shipFrom')} (English)`} maxLength={60} {...form.text('shipFromEn')} />
          </div>
          <Categories
            chosen={form.values.categoryIds}
            offered={categoryIds}
            error={form.errorAt('/categoryIds')}
            onChange={(categoryIds) => form.change({ categoryIds })}
          />
        </Panel>
        <Pictures place={place} shop={shop} />
        {form.message !== '' && (
          <Note tone="rust" live>
            {form.message}
          </Note>
        )}
        {!locked && (
          <div>
            <Button kind="primary" type="submit" busy={form.busy}>
              {t('save')}
            </Button>
          </div>
        )}
      </fieldset>
    </form>
  )
}

type CategoriesProps = {
  chosen: readonly string[]
  offered: readonly string[]
  error: string | undefined
  onChange: (ids: string[]) => void
}

/** Branches that the market carries, as chips. */
function Categories({ chosen, offered, error, onChange }: CategoriesProps) {
  const t = useTexts(settingsTexts)
  const locale = useLocale()
  const ids = [...new Set([...offered, ...chosen])].filter((id) => categoryById(id) !== undefined)
  return (
    <fieldset className={style.chipset}>
      <legend>{t('categories')}</legend>
      {ids.map((id) => {
        const name = pathOf(id).at(-1)?.name
        const on = chosen.includes(id)
        return (
          <button
            key={id}
            type="button"
            aria-pressed={on}
            onClick={() => onChange(on ? chosen.filter((one) => one !== id) : [...chosen, id])}
          >
            {name === undefined ? id : inLocale(name, locale)}
          </button>
        )
      })}
      {error !== undefined && <p role="alert">{error}</p>}
    </fieldset>
  )
}

/** Logo and banner; each is sent when it is chosen. */
function Pictures({ place, shop }: { place: ShopPlace; shop: ShopView }) {
  const t = useTexts(settingsTexts)
  return (
    <Panel title={`${t('logo')} · ${t('banner')}`} note={t('picture.hint')}>
      <div className={style.pictures}>
        <ShopPicture place={place} shop={shop} at="logo" />
        <ShopPicture place={place} shop={shop} at="banner" />
      </div>
    </Panel>
  )
}

function ShopPicture({ place, shop, at }: { place: ShopPlace; shop: ShopView; at: 'logo' | 'banner' }) {
  const t = useTexts(settingsTexts)
  const say = useTexts(uiTexts)
  const locale = useLocale()
  const toast = useToast()
  const client = useQueryClient()
  const chooser = useRef<HTMLInputElement>(null)
  const key = shop[at]
  const send = async (file: File) => {
    try {
      await uploadFile(putShopPicture, {
        params: { ...place, place: at },
        file,
        type: file.type,
        locale,
        onProgress: () => undefined,
      })
      toast({ text: t('picture.saved') })
      await client.invalidateQueries({ queryKey: ['shop', place.market, place.shopId] })
    } catch (error) {
      toast({ kind: 'failed', text: failureText(error, say) })
    }
  }
  return (
    <div className={style.picture} data-at={at}>
      {key === null ? <span>{t(at)}</span> : <img src={key} alt={t(at)} />}
      <input
        ref={chooser}
        type="file"
        hidden
        accept="image/jpeg,image/png,image/webp"
        aria-label={t(at)}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) void send(file)
        }}
      />
      <Button size="s" onClick={() => chooser.current?.click()}>
        {t(at)} · {t('picture.change')}
      </Button>
    </div>
  )
}
