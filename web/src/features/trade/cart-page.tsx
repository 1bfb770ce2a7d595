import { IconShoppingBag } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { MembershipView } from '#shared/accounts/shapes.ts'
import { type Currency, money } from '#shared/money.ts'
import { inLocale } from '#shared/text.ts'
import { AddressPicker, chosenAddress } from '#web/src/features/accounts/address-picker.tsx'
import { addressesQuery } from '#web/src/features/accounts/queries.ts'
import type { Market } from '#web/src/features/markets/queries.ts'
import { useCall } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button, ButtonLink } from '#web/src/ui/button.tsx'
import { useGo } from '#web/src/ui/link.tsx'
import { BigMoney, Money } from '#web/src/ui/money.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { Empty, Failure, Placeholder } from '#web/src/ui/states.tsx'
import { uiTexts } from '#web/src/ui/texts.ts'
import { useToast } from '#web/src/ui/toasts.tsx'
import { failureText } from '#web/src/ui/use-form.ts'
import style from './cart-page.module.css'
import { CartShop } from './cart-shop.tsx'
import { cartTexts } from './cart-texts.ts'
import { MoneyPicture } from './money-picture.tsx'
import { type ShownLine, type ShownShop, useCart } from './use-cart.ts'

type CartPageProps = { market: Market; organisation: MembershipView; asked: string | undefined }

/** The cart: by shop, editable in place, with freight to the chosen address, and one clear total for what is ordered now. */
export function CartPage({ market, organisation, asked }: CartPageProps) {
  const t = useTexts(cartTexts)
  const words = useTexts(uiTexts)
  const locale = useLocale()
  const call = useCall()
  const go = useGo()
  const toast = useToast()
  const book = useQuery(addressesQuery(call, organisation.organisationId))
  const address = chosenAddress(book.data?.items, asked)
  const failed = (error: unknown) =>
    toast({ kind: 'failed', text: t('failed.save', { reason: failureText(error, words) }) })
  const control = useCart(market.slug, address?.id ?? null, failed)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { shops } = control
  const chosen = shops.filter((shop) => shop.view.shop.open && !left.has(shop.view.shop.id))
  const choose = (shop: ShownShop, on: boolean) =>
    setLeft((before) => toggled(before, shop.view.shop.id, !on))
  const remove = async (line: ShownLine) => {
    try {
      const undo = await control.remove(line)
      toast({
        text: t('line.removed', { title: inLocale(line.view.title, locale) }),
        action: (
          <button type="button" onClick={() => void undo().catch(failed)}>
            {t('undo')}
          </button>
        ),
      })
    } catch (error) {
      failed(error)
    }
  }
  if (control.cart === undefined) return <Loading error={control.error} retry={control.reload} />
  if (shops.length === 0)
    return (
      <Empty
        level={1}
        icon={<IconShoppingBag size={34} stroke={1.4} aria-hidden="true" />}
        title={t('empty.title')}
        actions={
          <ButtonLink kind="primary" to={paths.search(market.slug)}>
            {t('empty.go')}
          </ButtonLink>
        }
      >
        {t('empty.text')}
      </Empty>
    )
  const styles = shops.reduce((sum, shop) => sum + shop.lines.length, 0)
  return (
    <>
      <header className={style.top}>
        <h1>{t('title')}</h1>
        <p className="num">{t('spread', { shops: shops.length, styles, count: count(piecesOf(shops)) })}</p>
        <div className={style.to}>
          <AddressPicker
            organisationId={organisation.organisationId}
            address={address}
            onChoose={(id) =>
              void go(paths.cart(market.slug, { address: id }), { replace: true, keepScroll: true })
            }
            label={t('to')}
            addLabel={t('to.add')}
          />
        </div>
      </header>
      <div className={style.grid}>
        <div className={style.shops}>
          {shops.map((shop) => (
            <CartShop
              key={shop.view.shop.id}
              market={market.slug}
              currency={market.currency}
              shop={shop}
              control={control}
              chosen={chosen.includes(shop)}
              onChoose={(on) => choose(shop, on)}
              onRemove={(line) => void remove(line)}
            />
          ))}
          <section className={style.flow}>
            <h2>{t('money.title')}</h2>
            <MoneyPicture />
          </section>
        </div>
        <Summary
          chosen={chosen}
          currency={market.currency}
          hasAddress={address !== null}
          busy={control.saving}
          onOrder={async () => {
            await control.settled()
            const shopIds = chosen.map((shop) => shop.view.shop.id)
            await go(paths.checkout(market.slug, { shop: shopIds, address: address?.id }))
          }}
        />
      </div>
    </>
  )
}

const piecesOf = (shops: readonly ShownShop[]) =>
  shops.reduce((sum, shop) => sum + shop.lines.reduce((inner, line) => inner + line.judged.quantity, 0), 0)

function toggled(set: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set)
  if (on) next.add(key)
  else next.delete(key)
  return next
}

function Loading({ error, retry }: { error: unknown; retry: () => void }) {
  const words = useTexts(uiTexts)
  if (error === null)
    return (
      <div className={style.shops} aria-busy="true" style={{ paddingTop: 24 }}>
        <Placeholder height={40} width={240} />
        <Placeholder height={260} />
        <Placeholder height={260} />
      </div>
    )
  return (
    <Failure level={1} title={words('failed')} actions={<Button onClick={retry}>{words('retry')}</Button>}>
      {failureText(error, words)}
    </Failure>
  )
}

type SummaryProps = {
  chosen: readonly ShownShop[]
  currency: Currency
  hasAddress: boolean
  busy: boolean
  onOrder: () => Promise<void>
}

/** What would be ordered now. The button is never dead: when something stands in the way it says what, and leads there. */
function Summary({ chosen, currency, hasAddress, busy, onOrder }: SummaryProps) {
  const t = useTexts(cartTexts)
  const [told, setTold] = useState<'none' | 'address' | 'problems' | null>(null)
  const panel = useRef<HTMLElement>(null)
  const goods = chosen.reduce((sum, shop) => sum + shop.judged.goodsAmount, 0)
  const fees = chosen.map((shop) => (shop.changing ? null : (shop.view.freight.amount?.amount ?? null)))
  const known = fees.every((fee) => fee !== null)
  const freight = fees.reduce<number>((sum, fee) => sum + (fee ?? 0), 0)
  const problems = chosen.reduce(
    (sum, shop) =>
      sum +
      shop.view.issues.length +
      shop.lines.reduce((inner, line) => inner + line.judged.issues.length, 0),
    0,
  )
  // What was told goes as soon as it is settled.
  const solved = { none: chosen.length > 0, address: hasAddress, problems: problems === 0 }
  const standing = told === null || solved[told] ? null : told
  const order = async () => {
    if (chosen.length === 0) return setTold('none')
    if (!hasAddress) return setTold('address')
    if (problems > 0) {
      setTold('problems')
      return document
        .querySelector('[data-issue], [aria-invalid]')
        ?.scrollIntoView({ block: 'center', behavior: 'smooth' })
    }
    setTold(null)
    await onOrder()
  }
  return (
    <aside className={style.summary} ref={panel} aria-label={t('sum.title')}>
      <h2>{t('sum.title')}</h2>
      <dl>
        <div>
          <dt>{t('sum.goods', { count: count(piecesOf(chosen)) })}</dt>
          <dd>
            <Money value={money(goods, currency)} />
          </dd>
        </div>
        <div>
          <dt>{t('sum.freight')}</dt>
          <dd>
            {known ? (
              <Money value={money(freight, currency)} />
            ) : (
              <span className={style.pending}>
                {t(hasAddress ? 'freight.updating' : 'freight.no-address')}
              </span>
            )}
          </dd>
        </div>
      </dl>
      <p className={style.total} aria-live="polite">
        <span>{known ? t('sum.total') : t('sum.goodsTotal')}</span>
        <BigMoney size="xl" value={money(goods + (known ? freight : 0), currency)} />
      </p>
      {standing !== null && (
        <Note tone="rust" live className={style.told}>
          {t(`sum.${standing}`, { count: problems })}
        </Note>
      )}
      <Button kind="primary" size="l" wide busy={busy && problems === 0} onClick={() => void order()}>
        {t('sum.goShops', { count: chosen.length })}
      </Button>
      {problems > 0 && standing === null ? (
        <p className={style.problems}>{t('sum.problems', { count: problems })}</p>
      ) : (
        <p className={style.tax}>{t('sum.tax')}</p>
      )}
    </aside>
  )
}
