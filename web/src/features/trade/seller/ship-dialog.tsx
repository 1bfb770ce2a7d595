import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { inLocale } from '#shared/text.ts'
import { carriers } from '#shared/trade/carriers.ts'
import { shipOrder } from '#shared/trade/contract.ts'
import type { OrderView } from '#shared/trade/shapes.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { Dialog } from '#web/src/ui/dialog.tsx'
import field from '#web/src/ui/field.module.css'
import { Field, TextField } from '#web/src/ui/field.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { NumberBox } from '#web/src/ui/number-box.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { uiTexts } from '#web/src/ui/texts.ts'
import { failureText } from '#web/src/ui/use-form.ts'
import { layOut } from '../lay-out.ts'
import counting from '../receive-dialog.module.css'
import { useAttemptKey } from '../use-attempt-key.ts'
import { useOrderTaken } from '../use-order-act.ts'
import style from './ship-dialog.module.css'
import { sellerTexts } from './texts.ts'

type Line = OrderView['products'][number]['lines'][number]
type ShipProps = { market: string; shopId: string; order: OrderView; onClose: () => void }

const openOf = (line: Line): number => line.quantity - line.shipped
/** Only what the contract takes as a tracking number. */
const trackable = /^[0-9A-Za-z][0-9A-Za-z -]{3,39}$/
const kinds = ['express', 'freight', 'international'] as const

/** One part of an order goes out: how many of each cell, with whom, under which number. What stays open is said before it is sent. */
export function ShipDialog({ market, shopId, order, onClose }: ShipProps) {
  const t = useTexts(sellerTexts)
  const say = useTexts(uiTexts)
  const { call } = usePageContext()
  const client = useQueryClient()
  const taken = useOrderTaken(market)
  const attempt = useAttemptKey()
  const lines = order.products.flatMap((product) => product.lines).filter((line) => openOf(line) > 0)
  const all = () => Object.fromEntries(lines.map((line) => [line.id, openOf(line)]))
  const [send, setSend] = useState<Readonly<Record<string, number>>>(all)
  const [parcel, setParcel] = useState({
    carrier: '',
    trackingNo: '',
    cartons: null as number | null,
    note: '',
  })
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const sendOf = (line: Line) => send[line.id] ?? 0
  const total = lines.reduce((sum, line) => sum + sendOf(line), 0)
  const rest = lines.reduce((sum, line) => sum + openOf(line), 0) - total
  const over = lines.some((line) => sendOf(line) > openOf(line))
  const noCarrier = parcel.carrier === ''
  const badNumber = !trackable.test(parcel.trackingNo.trim())
  const ship = async () => {
    setTried(true)
    if (total === 0 || over || noCarrier || badNumber) return
    setBusy(true)
    setFailure('')
    const body = {
      ...parcel,
      trackingNo: parcel.trackingNo.trim(),
      lines: lines
        .filter((line) => sendOf(line) > 0)
        .map((line) => ({ orderLineId: line.id, quantity: sendOf(line) })),
    }
    try {
      const params = { market, orderId: order.id }
      const fresh = await attempt(body, (idempotencyKey) => call(shipOrder, { params, body, idempotencyKey }))
      taken(fresh, t('ship.done', { quantity: count(total) }))
      void client.invalidateQueries({ queryKey: ['today', market, shopId] })
      onClose()
    } catch (error) {
      setFailure(failureText(error, say))
      setBusy(false)
    }
  }
  return (
    <Dialog opened onClose={onClose} title={t('ship.title')} wide>
      <div className={counting.counting}>
        <div className={style.intro}>
          <p className={counting.text}>{t('ship.intro')}</p>
          <Button size="s" onClick={() => setSend(all())}>
            {t('ship.all')}
          </Button>
          <Button size="s" onClick={() => setSend({})}>
            {t('ship.none')}
          </Button>
        </div>
        {order.products.map((product) => (
          <ShipMatrix
            key={`${product.kind} ${product.productId}`}
            product={product}
            sendOf={sendOf}
            set={(id, quantity) => setSend((before) => ({ ...before, [id]: quantity }))}
          />
        ))}
        <ParcelFields
          parcel={parcel}
          change={(values) => setParcel({ ...parcel, ...values })}
          missing={tried ? { carrier: noCarrier, trackingNo: badNumber } : {}}
        />
        {failure !== '' && (
          <Note tone="rust" live>
            {failure}
          </Note>
        )}
        <div className={counting.foot}>
          <p aria-live="polite">
            {total === 0
              ? t('ship.nothing')
              : rest > 0
                ? t('ship.rest', { count: count(rest) })
                : t('ship.last')}
          </p>
          <Button kind="primary" busy={busy} disabled={total === 0 || over} onClick={() => void ship()}>
            {t('ship.go', { quantity: count(total) })}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

type Parcel = { carrier: string; trackingNo: string; cartons: number | null; note: string }
type ParcelProps = {
  parcel: Parcel
  change: (values: Partial<Parcel>) => void
  missing: { carrier?: boolean; trackingNo?: boolean }
}

function ParcelFields({ parcel, change, missing }: ParcelProps) {
  const t = useTexts(sellerTexts)
  const say = useTexts(uiTexts)
  const locale = useLocale()
  return (
    <div className={style.parcel}>
      <Field label={t('ship.carrier')} error={missing.carrier ? say('choose') : undefined}>
        {(linked) => (
          <select
            {...linked}
            className={field.control}
            value={parcel.carrier}
            data-empty={parcel.carrier === '' || undefined}
            onChange={(event) => change({ carrier: event.target.value })}
          >
            <option value="" disabled>
              {say('choose')}
            </option>
            {kinds.map((kind) => (
              <optgroup key={kind} label={t(`ship.${kind}`)}>
                {carriers
                  .filter((carrier) => carrier.kind === kind)
                  .map((carrier) => (
                    <option key={carrier.code} value={carrier.code}>
                      {inLocale(carrier.name, locale)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <TextField
        label={t('ship.trackingNo')}
        value={parcel.trackingNo}
        maxLength={40}
        autoComplete="off"
        error={missing.trackingNo ? t('ship.trackingNo.wrong') : undefined}
        onChange={(trackingNo) => change({ trackingNo })}
      />
      <Field label={t('ship.cartons')} optional>
        {(linked) => (
          <NumberBox
            {...linked}
            className={field.control}
            value={parcel.cartons}
            onChange={(cartons) => change({ cartons: cartons === 0 ? null : cartons })}
          />
        )}
      </Field>
      <TextField
        label={t('ship.note')}
        value={parcel.note}
        maxLength={300}
        optional
        hint={t('ship.note.hint')}
        onChange={(note) => change({ note })}
      />
    </div>
  )
}

type MatrixProps = {
  product: OrderView['products'][number]
  sendOf: (line: Line) => number
  set: (lineId: string, quantity: number) => void
}

function ShipMatrix({ product, sendOf, set }: MatrixProps) {
  const t = useTexts(sellerTexts)
  const locale = useLocale()
  const grid = layOut(product.lines.filter((line) => openOf(line) > 0))
  if (grid.colours.length === 0) return null
  return (
    <section>
      <h3>
        {inLocale(product.title, locale)} <small className="num">{product.styleNo}</small>
      </h3>
      <div className={counting.scroll}>
        <table className={counting.matrix}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('col.goods')}</span>
              </th>
              {grid.sizes.map((size) => (
                <th scope="col" key={size}>
                  {size || '–'}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.colours.map((colour) => (
              <tr key={colour.key}>
                <th scope="row">{inLocale(colour.name, locale) || '–'}</th>
                {grid.sizes.map((size) => {
                  const line = grid.at(colour, size)
                  if (line === undefined) return <td key={size} />
                  const [quantity, open] = [sendOf(line), openOf(line)]
                  return (
                    <td key={size} data-over={quantity > open || undefined}>
                      <NumberBox
                        className="num"
                        blankZero
                        placeholder="0"
                        value={quantity}
                        aria-label={t('ship.cell', {
                          colour: inLocale(colour.name, locale),
                          size,
                          count: open,
                        })}
                        aria-invalid={quantity > open || undefined}
                        onChange={(value) => set(line.id, value ?? 0)}
                      />
                      <small>{t('ship.open', { count: open })}</small>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
