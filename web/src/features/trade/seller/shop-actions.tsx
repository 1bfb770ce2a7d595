import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { cancelOrder, refundShortage, startProduction } from '#shared/trade/contract.ts'
import type { OrderView } from '#shared/trade/shapes.ts'
import { usePageContext } from '#web/src/page-context.ts'
import type { ShopPlace } from '#web/src/paths.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { Confirm } from '#web/src/ui/dialog.tsx'
import { TextArea } from '#web/src/ui/field.tsx'
import { moneyText } from '#web/src/ui/money.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { uiTexts } from '#web/src/ui/texts.ts'
import { useToast } from '#web/src/ui/toasts.tsx'
import { failureText } from '#web/src/ui/use-form.ts'
import { useOrderTaken } from '../use-order-act.ts'
import { ShipDialog } from './ship-dialog.tsx'
import style from './shop-actions.module.css'
import { sellerTexts } from './texts.ts'

type ActionsProps = {
  place: ShopPlace
  order: OrderView
  shipping: boolean
  onShipping: (open: boolean) => void
}

/** What the shop may do with the order now, the main act filled, the consequence beside it. */
export function ShopActions({ place, order, shipping, onShipping }: ActionsProps) {
  const t = useTexts(sellerTexts)
  const say = useTexts(uiTexts)
  const toast = useToast()
  const { call } = usePageContext()
  const client = useQueryClient()
  const taken = useOrderTaken(place.market)
  const [asked, setAsked] = useState<'cancel' | 'refund' | null>(null)
  const [busy, setBusy] = useState(false)
  const params = { market: place.market, orderId: order.id }
  const done = (fresh: OrderView, text: string) => {
    taken(fresh, text)
    void client.invalidateQueries({ queryKey: ['today', place.market, place.shopId] })
  }
  const produce = async () => {
    setBusy(true)
    await call(startProduction, { params, body: {} }).then(
      (fresh) => done(fresh, t('produce.done')),
      (error: unknown) => toast({ kind: 'failed', text: failureText(error, say) }),
    )
    setBusy(false)
  }
  const may = (action: string) => order.actions.includes(action)
  return (
    <Panel title={t('order.now')}>
      <div className={style.acts}>
        {order.actions.length === 0 && <p>{t('order.now.none')}</p>}
        {may('ship') && (
          <>
            <Button kind="primary" size="l" wide onClick={() => onShipping(true)}>
              {t('order.now.ship')}
            </Button>
            <p>{t('order.now.shipText', { open: count(order.summary.quantity - order.shipped) })}</p>
          </>
        )}
        {may('refund-shortage') && (
          <>
            <Button kind="primary" size="l" wide onClick={() => setAsked('refund')}>
              {t('order.now.refund')}
            </Button>
            <p>{t('order.now.refundText', { amount: moneyText(order.short) })}</p>
          </>
        )}
        {may('start-production') && (
          <>
            <Button wide busy={busy} onClick={() => void produce()}>
              {t('order.now.produce')}
            </Button>
            <p>{t('order.now.produceText')}</p>
          </>
        )}
        {may('cancel') && (
          <Button wide kind="danger" onClick={() => setAsked('cancel')}>
            {t('order.now.cancel')}
          </Button>
        )}
      </div>
      {shipping && may('ship') && (
        <ShipDialog
          market={place.market}
          shopId={place.shopId}
          order={order}
          onClose={() => onShipping(false)}
        />
      )}
      <Confirm
        opened={asked === 'refund'}
        onClose={() => setAsked(null)}
        kind="primary"
        title={t('refund.title')}
        action={t('order.now.refund')}
        onConfirm={async () => done(await call(refundShortage, { params, body: {} }), t('refund.done'))}
      >
        {t('order.now.refundText', { amount: moneyText(order.short) })}
      </Confirm>
      <CancelDialog
        opened={asked === 'cancel'}
        order={order}
        onClose={() => setAsked(null)}
        onCancel={async (reason) =>
          done(await call(cancelOrder, { params, body: { reason } }), t('cancel.done'))
        }
      />
    </Panel>
  )
}

type CancelProps = {
  opened: boolean
  order: OrderView
  onClose: () => void
  onCancel: (reason: string) => Promise<void>
}

function CancelDialog({ opened, order, onClose, onCancel }: CancelProps) {
  const t = useTexts(sellerTexts)
  const [reason, setReason] = useState('')
  const [told, setTold] = useState(false)
  const missing = reason.trim().length < 2
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={t('cancel.title')}
      action={t('order.now.cancel')}
      onConfirm={async () => {
        setTold(true)
        if (missing) throw new Error('a reason is missing')
        await onCancel(reason.trim())
      }}
    >
      <p>{t('cancel.text', { amount: moneyText(order.held) })}</p>
      <TextArea
        label={t('cancel.reason')}
        maxLength={300}
        value={reason}
        onChange={setReason}
        error={told && missing ? t('cancel.reason.missing') : undefined}
      />
    </Confirm>
  )
}
