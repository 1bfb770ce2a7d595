import { IconBuildingBank, IconCreditCard, IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MembershipView } from '#shared/accounts/shapes.ts'
import { type Money as Amount, addMoney, type Currency, money } from '#shared/money.ts'
import type { PaymentMethod } from '#shared/payments/shapes.ts'
import type { CartShopView } from '#shared/trade/shapes.ts'
import { AddressDialog } from '#web/src/features/accounts/address-book.tsx'
import { AddressCards, chosenAddress } from '#web/src/features/accounts/address-picker.tsx'
import { addressesQuery } from '#web/src/features/accounts/queries.ts'
import type { Market } from '#web/src/features/markets/queries.ts'
import { useCall } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { Button, ButtonLink } from '#web/src/ui/button.tsx'
import { RadioCards, TextArea, TextField } from '#web/src/ui/field.tsx'
import { Link, useGo } from '#web/src/ui/link.tsx'
import { BigMoney, Money } from '#web/src/ui/money.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { Empty, Placeholder } from '#web/src/ui/states.tsx'
import { CheckoutGoods } from './checkout-goods.tsx'
import style from './checkout-page.module.css'
import { checkoutTexts } from './checkout-texts.ts'
import { MoneyPicture } from './money-picture.tsx'
import { bankAccountQuery, cartToQuery } from './queries.ts'
import { Refusal, usePlacePurchase } from './use-place-purchase.tsx'

type CheckoutProps = {
  market: Market
  organisation: MembershipView
  shopIds: readonly string[] | undefined
  asked: string | undefined
}

/** The last look before ordering: everything can still be changed, nothing is ticked, one total. */
export function CheckoutPage({ market, organisation, shopIds, asked }: CheckoutProps) {
  const t = useTexts(checkoutTexts)
  const call = useCall()
  const go = useGo()
  const queryClient = useQueryClient()
  const book = useQuery(addressesQuery(call, organisation.organisationId))
  const address = chosenAddress(book.data?.items, asked)
  const cart = useQuery({
    ...cartToQuery(call, market.slug, address?.id ?? null),
    placeholderData: keepPreviousData,
  })
  const [adding, setAdding] = useState(false)
  const [remark, setRemark] = useState('')
  const [reference, setReference] = useState('')
  const [method, setMethod] = useState<PaymentMethod>('stripe')
  const chooseAddress = (id: string) =>
    void go(paths.checkout(market.slug, { shop: shopIds, address: id }), { replace: true, keepScroll: true })
  const shops = (cart.data?.shops ?? []).filter(
    (shop) => shopIds === undefined || shopIds.includes(shop.shop.id),
  )
  const total = totalOf(shops, market.currency)
  const placing = usePlacePurchase(market, shops)
  const submit = () => {
    if (address === null) return placing.refuse(t('need.address'))
    if (total.whole === null) return placing.refuse(t('need.freight'))
    void placing.place({
      cartVersion: cart.data?.version ?? 0,
      shopIds: shops.map((shop) => shop.shop.id),
      addressId: address.id,
      expectedTotal: total.whole,
      remark,
      buyerReference: reference,
      method,
    })
  }
  if (cart.data !== undefined && shops.length === 0) return <Nothing market={market.slug} />
  return (
    <>
      <header className={style.top}>
        <h1>{t('title')}</h1>
        <Link className="link" to={paths.cart(market.slug, { address: address?.id })}>
          {t('back.cart')}
        </Link>
      </header>
      <div className={style.grid}>
        <div className={style.steps}>
          <Panel
            title={t('section.address')}
            aside={
              <Button size="s" onClick={() => setAdding(true)}>
                <IconPlus size={16} stroke={2} aria-hidden="true" />
                {t('address.new')}
              </Button>
            }
          >
            {book.data?.items.length === 0 ? (
              <Note tone="gold">{t('address.none')}</Note>
            ) : (
              <AddressCards
                items={book.data?.items ?? []}
                value={address?.id ?? null}
                onChange={chooseAddress}
                columns={2}
              />
            )}
          </Panel>
          {cart.data === undefined ? (
            <Placeholder height={240} />
          ) : (
            <CheckoutGoods market={market} shops={shops} pieces={piecesOf(shops)} />
          )}
          <Panel title={t('section.note')}>
            <div className={style.notes}>
              <TextArea
                label={t('remark')}
                optional
                maxLength={500}
                value={remark}
                onChange={setRemark}
                hint={t('remark.hint')}
              />
              <TextField
                label={t('reference')}
                optional
                maxLength={64}
                value={reference}
                onChange={setReference}
                hint={t('reference.hint')}
              />
            </div>
          </Panel>
          <Panel title={t('section.payment')}>
            <PaymentChoice market={market.slug} method={method} onChange={setMethod} />
          </Panel>
          <Panel title={t('section.money')}>
            <div className={style.flow}>
              <MoneyPicture />
            </div>
          </Panel>
        </div>
        <aside className={style.summary}>
          <Refusal refused={placing.refused} market={market} />
          <dl>
            <div>
              <dt>{t('facts.goods')}</dt>
              <dd>
                <Money value={total.goods} />
              </dd>
            </div>
            <div>
              <dt>{t('facts.freight')}</dt>
              <dd>{total.freight === null ? '—' : <Money value={total.freight} />}</dd>
            </div>
          </dl>
          <p className={style.total} aria-live="polite">
            <span>{t('submit.total')}</span>
            <BigMoney size="xl" value={total.whole ?? total.goods} />
          </p>
          <Button kind="primary" size="l" wide busy={placing.busy} onClick={submit}>
            {t(`submit.${method}`)}
          </Button>
          <p className={style.rules}>{t('submit.rules')}</p>
        </aside>
      </div>
      <AddressDialog
        organisationId={organisation.organisationId}
        editing={adding ? 'new' : null}
        onClose={() => setAdding(false)}
        onSaved={(fresh) => {
          setAdding(false)
          void queryClient
            .invalidateQueries({ queryKey: ['addresses', organisation.organisationId] })
            .then(() => chooseAddress(fresh.id))
        }}
      />
    </>
  )
}

const piecesOf = (shops: readonly CartShopView[]) =>
  shops.reduce((sum, shop) => sum + shop.lines.reduce((inner, line) => inner + line.quantity, 0), 0)

type Total = { goods: Amount; freight: Amount | null; whole: Amount | null }

function totalOf(shops: readonly CartShopView[], currency: Currency): Total {
  const goods = shops.reduce((sum, shop) => addMoney(sum, shop.goods), money(0, currency))
  const freight = shops.reduce<Amount | null>(
    (sum, shop) => (sum === null || shop.freight.amount === null ? null : addMoney(sum, shop.freight.amount)),
    money(0, currency),
  )
  return { goods, freight, whole: freight === null ? null : addMoney(goods, freight) }
}

/** How to pay. A market without an account of its institution takes no transfers, and says so. */
export function PaymentChoice({
  market,
  method,
  onChange,
}: {
  market: string
  method: PaymentMethod
  onChange: (method: PaymentMethod) => void
}) {
  const t = useTexts(checkoutTexts)
  const { data } = useQuery(bankAccountQuery(useCall(), market))
  const without = data !== undefined && data.account === null
  return (
    <RadioCards
      legend={t('section.payment')}
      value={method}
      onChange={onChange}
      columns={2}
      options={[
        {
          value: 'stripe',
          title: t('pay.stripe'),
          text: t('pay.stripe.text'),
          icon: <IconCreditCard size={22} stroke={1.6} aria-hidden="true" />,
        },
        {
          value: 'bank_transfer',
          title: t('pay.bank_transfer'),
          text: without ? t('pay.bank.none') : t('pay.bank_transfer.text'),
          icon: <IconBuildingBank size={22} stroke={1.6} aria-hidden="true" />,
          disabled: without,
        },
      ]}
    />
  )
}

function Nothing({ market }: { market: string }) {
  const t = useTexts(checkoutTexts)
  return (
    <Empty
      level={1}
      title={t('nothing.title')}
      actions={
        <>
          <ButtonLink kind="primary" to={paths.cart(market)}>
            {t('back.cart')}
          </ButtonLink>
          <ButtonLink to={paths.orders(market)}>{t('nothing.orders')}</ButtonLink>
        </>
      }
    >
      {t('nothing.text')}
    </Empty>
  )
}
