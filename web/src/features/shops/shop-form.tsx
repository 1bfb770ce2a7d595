import { apply, putApplication } from '#shared/shops/contract.ts'
import type { ApplicationView } from '#shared/shops/shapes.ts'
import { inLocale } from '#shared/text.ts'
import style from '#web/src/features/accounts/form.module.css'
import type { Market } from '#web/src/features/markets/queries.ts'
import { useCall, useSession } from '#web/src/page-context.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { CheckField, TextArea, TextField } from '#web/src/ui/field.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { type Errors, useForm } from '#web/src/ui/use-form.ts'
import { applicationTexts } from './application-texts.ts'
import own from './shop-form.module.css'

type Names = { zh: string; en: string }
type Draft = {
  shopName: Names
  introduction: Names
  categoryIds: string[]
  contactName: string
  contactPhone: string
  boothWish: string
}

/** What the shop will be: name, what it sells, whom to call, the booth it holds or would like. Kept as a draft of the application. */
export function ShopForm({
  market,
  organisationId,
  application,
  onSaved,
}: {
  market: Market
  organisationId: string
  application: ApplicationView | null
  onSaved: (application: ApplicationView) => void
}) {
  const t = useTexts(applicationTexts)
  const locale = useLocale()
  const call = useCall()
  const session = useSession()
  const params = { market: market.slug }
  const form = useForm<Draft>({
    initial: {
      shopName: application?.shopName ?? { zh: '', en: '' },
      introduction: application?.introduction ?? { zh: '', en: '' },
      categoryIds: application?.categoryIds ?? [],
      contactName: application?.contactName ?? session?.person.name ?? '',
      contactPhone: application?.contactPhone ?? '',
      boothWish: application?.boothWish ?? '',
    },
    check: (draft) => problemsOf(draft, t),
    send: async (draft) =>
      onSaved(
        application === null
          ? await call(apply, { params, body: { organisationId, ...draft } })
          : await call(putApplication, { params: { ...params, applicationId: application.id }, body: draft }),
      ),
    pointers: { 'shops/unknown-category': '/categoryIds' },
  })
  const { shopName, introduction, categoryIds } = form.values
  const wrongCategories = form.errorAt('/categoryIds')
  const toggle = (id: string, on: boolean) =>
    form.change({ categoryIds: on ? [...categoryIds, id] : categoryIds.filter((one) => one !== id) })
  return (
    <form className={style.form} ref={form.ref} onSubmit={form.submit} noValidate>
      {form.message !== '' && (
        <Note tone="rust" live>
          {form.message}
        </Note>
      )}
      <div className={style.row}>
        <TextField
          label={t('shop.name')}
          maxLength={40}
          hint={t('shop.name.hint')}
          value={shopName.zh}
          onChange={(zh) => form.change({ shopName: { ...shopName, zh } })}
          error={form.errorAt('/shopName') ?? form.errorAt('/shopName/zh')}
        />
        <TextField
          label={t('shop.name.en')}
          optional
          maxLength={40}
          value={shopName.en}
          onChange={(en) => form.change({ shopName: { ...shopName, en } })}
          error={form.errorAt('/shopName/en')}
        />
        <TextArea
          label={t('shop.introduction')}
          optional
          maxLength={2000}
          hint={t('shop.introduction.hint')}
          value={introduction.zh}
          onChange={(zh) => form.change({ introduction: { ...introduction, zh } })}
          error={form.errorAt('/introduction/zh')}
        />
        <TextArea
          label={t('shop.introduction.en')}
          optional
          maxLength={2000}
          value={introduction.en}
          onChange={(en) => form.change({ introduction: { ...introduction, en } })}
          error={form.errorAt('/introduction/en')}
        />
      </div>
      <fieldset
        className={own.categories}
        aria-invalid={wrongCategories ? true : undefined}
        tabIndex={wrongCategories ? -1 : undefined}
      >
        <legend>
          {t('shop.categories')}{' '}
          <small className="num">
            {categoryIds.length > 0 && t('shop.categories.chosen', { count: categoryIds.length })}
          </small>
        </legend>
        {wrongCategories && <p className={own.error}>{wrongCategories}</p>}
        <p className={style.quiet}>{t('shop.categories.hint')}</p>
        {groupsOf(market).map(({ top, leaves }) => (
          <div key={top.id} className={own.group}>
            <b>{inLocale(top.name, locale)}</b>
            <div>
              {leaves.map((leaf) => (
                <CheckField
                  key={leaf.id}
                  label={inLocale(leaf.name, locale)}
                  checked={categoryIds.includes(leaf.id)}
                  onChange={(on) => toggle(leaf.id, on)}
                  disabled={categoryIds.length >= 20 && !categoryIds.includes(leaf.id)}
                />
              ))}
            </div>
          </div>
        ))}
      </fieldset>
      <div className={style.row}>
        <TextField
          label={t('shop.contactName')}
          autoComplete="name"
          maxLength={40}
          {...form.text('contactName')}
        />
        <TextField
          label={t('shop.contactPhone')}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          maxLength={20}
          hint={t('shop.contact.hint')}
          {...form.text('contactPhone')}
        />
      </div>
      <TextField
        label={t('shop.booth')}
        optional
        maxLength={120}
        hint={t('shop.booth.hint')}
        {...form.text('boothWish')}
      />
      <div className={style.actions}>
        <Button kind="primary" type="submit" busy={form.busy}>
          {t('next')}
        </Button>
      </div>
    </form>
  )
}

/** Leaves that this market carries, under the category above them: the market names the tops of what it carries. */
function groupsOf({ categories, categoryIds }: Market) {
  const known = new Map(categories.map((one) => [one.id, one]))
  const carried = (id: string | null): boolean =>
    id !== null && (categoryIds.includes(id) || carried(known.get(id)?.parentId ?? null))
  const leaves = categories.filter((one) => one.leaf && carried(one.id))
  return categories
    .map((top) => ({ top, leaves: leaves.filter((leaf) => leaf.parentId === top.id) }))
    .filter((group) => group.leaves.length > 0)
}

function problemsOf(
  draft: Draft,
  t: (
    key: 'shop.name.missing' | 'shop.categories.missing' | 'shop.contact.missing' | 'shop.phone.wrong',
  ) => string,
): Errors {
  const wrong: Record<string, string> = {}
  if ((draft.shopName.zh + draft.shopName.en).trim() === '') wrong['/shopName'] = t('shop.name.missing')
  if (draft.categoryIds.length === 0) wrong['/categoryIds'] = t('shop.categories.missing')
  if (draft.contactName.trim() === '') wrong['/contactName'] = t('shop.contact.missing')
  if (!/^\+?[0-9][0-9 -]{5,18}[0-9]$/.test(draft.contactPhone.trim()))
    wrong['/contactPhone'] = t('shop.phone.wrong')
  return wrong
}
