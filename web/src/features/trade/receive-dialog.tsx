import { useState } from 'react'
import { type Currency, money } from '#shared/money.ts'
import { inLocale } from '#shared/text.ts'
import { receiveShipment } from '#shared/trade/contract.ts'
import type { OrderView, ShipmentView } from '#shared/trade/shapes.ts'
import { useCall } from '#web/src/page-context.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { Dialog } from '#web/src/ui/dialog.tsx'
import { moneyText } from '#web/src/ui/money.tsx'
import { Note } from '#web/src/ui/note.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { uiTexts } from '#web/src/ui/texts.ts'
import { failureText } from '#web/src/ui/use-form.ts'
import { layOut } from './lay-out.ts'
import { orderGoodsTexts } from './order-goods-texts.ts'
import style from './receive-dialog.module.css'
import { useAttemptKey } from './use-attempt-key.ts'
import { useOrderTaken } from './use-order-act.ts'

type Line = OrderView['products'][number]['lines'][number]
type ReceiveProps = { market: string; order: OrderView; shipment: ShipmentView | null; onClose: () => void }

/** Counts what arrived of a shipment, cell by cell; fewer than sent is a shortage, and what follows from it is said before it is sent. */
export function ReceiveDialog({ market, order, shipment, onClose }: ReceiveProps) {
  const t = useTexts(orderGoodsTexts)
  return (
    <Dialog
      opened={shipment !== null}
      onClose={onClose}
      title={t('receive.title', { no: shipment?.no ?? '' })}
      wide
    >
      {shipment !== null && <Counting market={market} order={order} shipment={shipment} onClose={onClose} />}
    </Dialog>
  )
}

function Counting({ market, order, shipment, onClose }: ReceiveProps & { shipment: ShipmentView }) {
  const t = useTexts(orderGoodsTexts)
  const words = useTexts(uiTexts)
  const call = useCall()
  const taken = useOrderTaken(market)
  const attempt = useAttemptKey()
  const sent = new Map(shipment.lines.map((line) => [line.orderLineId, line.quantity]))
  const [got, setGot] = useState<Readonly<Record<string, number>>>(Object.fromEntries(sent))
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const lines = order.products.flatMap((product) => product.lines).filter((line) => sent.has(line.id))
  const total = (of: (line: Line) => number) => lines.reduce((sum, line) => sum + of(line), 0)
  const gotOf = (line: Line) => got[line.id] ?? 0
  const sentOf = (line: Line) => sent.get(line.id) ?? 0
  const over = lines.some((line) => gotOf(line) > sentOf(line))
  const short = total((line) => Math.max(0, sentOf(line) - gotOf(line)))
  const shortValue = total((line) => Math.max(0, sentOf(line) - gotOf(line)) * line.unitPrice)
  const send = async () => {
    setBusy(true)
    setFailure('')
    const body = { lines: lines.map((line) => ({ orderLineId: line.id, quantity: gotOf(line) })) }
    const params = { market, orderId: order.id, shipmentId: shipment.id }
    try {
      const fresh = await attempt(body, (idempotencyKey) =>
        call(receiveShipment, { params, body, idempotencyKey }),
      )
      taken(fresh, t('receive.done', { no: shipment.no, count: count(total(gotOf)) }))
      onClose()
    } catch (error) {
      setFailure(failureText(error, words))
      setBusy(false)
    }
  }
  return (
    <div className={style.counting}>
      <p className={style.text}>{t('receive.text')}</p>
      {order.products.map((product) => (
        <CountMatrix
          key={`${product.kind} ${product.productId}`}
          product={product}
          sentOf={sentOf}
          gotOf={gotOf}
          set={(id, quantity) => setGot((before) => ({ ...before, [id]: quantity }))}
        />
      ))}
      <div className={style.foot}>
        <p aria-live="polite">
          <b className="num">{t('receive.sum', { got: count(total(gotOf)), sent: count(total(sentOf)) })}</b>{' '}
          <Outcome short={short} value={shortValue} currency={order.total.currency} />
          <small>{t('receive.consequence')}</small>
        </p>
        {short > 0 && (
          <Button size="s" kind="quiet" onClick={() => setGot(Object.fromEntries(sent))}>
            {t('receive.all')}
          </Button>
        )}
        <Button kind="primary" busy={busy} disabled={over} onClick={() => void send()}>
          {t('receive.go', { count: count(total(gotOf)) })}
        </Button>
      </div>
      {failure !== '' && (
        <Note tone="rust" live>
          {failure}
        </Note>
      )}
    </div>
  )
}

function Outcome({ short, value, currency }: { short: number; value: number; currency: Currency }) {
  const t = useTexts(orderGoodsTexts)
  if (short === 0) return <span className={style.full}>{t('receive.full')}</span>
  return (
    <span className={style.short}>
      {t('receive.short', { count: count(short), amount: moneyText(money(value, currency)) })}
    </span>
  )
}

type MatrixProps = {
  product: OrderView['products'][number]
  sentOf: (line: Line) => number
  gotOf: (line: Line) => number
  set: (lineId: string, quantity: number) => void
}

function CountMatrix({ product, sentOf, gotOf, set }: MatrixProps) {
  const t = useTexts(orderGoodsTexts)
  const locale = useLocale()
  const grid = layOut(product.lines.filter((line) => sentOf(line) > 0))
  if (grid.colours.length === 0) return null
  return (
    <section>
      <h3>
        {inLocale(product.title, locale)} <small className="num">{product.styleNo}</small>
      </h3>
      <div className={style.scroll}>
        <table className={style.matrix}>
          <thead>
            <tr>
              <th scope="col">{t('goods.colour')}</th>
              {grid.sizes.map((size) => (
                <th scope="col" key={size}>
                  {size || t('goods.quantity')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.colours.map((colour) => (
              <tr key={colour.key}>
                <th scope="row">{inLocale(colour.name, locale)}</th>
                {grid.sizes.map((size) => {
                  const line = grid.at(colour, size)
                  if (line === undefined) return <td key={size} />
                  const [got, sent] = [gotOf(line), sentOf(line)]
                  return (
                    <td key={size} data-short={got < sent || undefined} data-over={got > sent || undefined}>
                      <input
                        className="num"
                        inputMode="numeric"
                        autoComplete="off"
                        aria-label={`${inLocale(colour.name, locale)} ${size} ${t('receive.sent', { count: sent })}`}
                        aria-invalid={got > sent || undefined}
                        value={got}
                        onFocus={(event) => event.target.select()}
                        onChange={(event) =>
                          set(
                            line.id,
                            Math.min(
                              1_000_000,
                              Number(event.target.value.normalize('NFKC').replace(/\D/g, '')) || 0,
                            ),
                          )
                        }
                      />
                      <small>
                        {got > sent
                          ? t('receive.over', { count: sent })
                          : got < sent
                            ? t('goods.cell.short', { count: sent - got })
                            : t('receive.sent', { count: sent })}
                      </small>
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
