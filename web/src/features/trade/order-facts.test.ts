import { describe, expect, test } from 'vitest'
import type { OrderView } from '#shared/trade/shapes.ts'
import { headline, shortPieces, whereabouts } from './order-facts.ts'

type Given = Parameters<typeof headline>[0]

const line = (
  id: string,
  quantity: number,
  shipped: number,
  received: number,
): OrderView['products'][number]['lines'][number] => ({
  id,
  productId: 'prd_1',
  skuId: `sku_${id}`,
  kind: 'stock',
  articleNo: id,
  colour: { zh: '雾蓝', en: 'Mist' },
  colourHex: null,
  size: id,
  quantity,
  shipped,
  received,
  unitPrice: 100,
  amount: quantity * 100,
})

const shipment = (lines: OrderView['shipments'][number]['lines']): OrderView['shipments'][number] => ({
  id: 'shi_1',
  no: 1,
  state: lines.some((one) => one.received === null) ? 'shipped' : 'received',
  carrier: { code: 'x', name: { zh: '某', en: 'X' } },
  trackingNo: '1',
  cartons: null,
  note: '',
  shippedAt: '2026-11-20T00:00:00.000Z',
  receivedAt: null,
  lines,
  actions: [],
})

const order = (given: Partial<Given>): Given => ({
  state: 'shipped',
  summary: { colours: 1, sizes: 2, products: 1, quantity: 100 },
  shipped: 100,
  received: 0,
  short: { amount: 0, currency: 'CNY' },
  refunded: { amount: 0, currency: 'CNY' },
  products: [],
  shipments: [],
  ...given,
})

const goods = (lines: OrderView['products'][number]['lines']): OrderView['products'] => [
  {
    productId: 'prd_1',
    kind: 'stock',
    title: { zh: '衣', en: 'Shirt' },
    styleNo: 'A',
    mediaId: null,
    unit: 'piece',
    snapshotId: 's',
    quantity: 100,
    amount: 1,
    lines,
  },
]

describe('whereabouts', () => {
  test('every piece is in one place: received, short, on the way or not sent', () => {
    const view = {
      products: goods([line('90', 60, 60, 58), line('100', 40, 20, 0)]),
      shipments: [
        shipment([{ orderLineId: '90', quantity: 60, received: 58 }]),
        shipment([{ orderLineId: '100', quantity: 20, received: null }]),
      ],
    }
    const places = whereabouts(view)
    expect(places.get('90')).toEqual({ ordered: 60, received: 58, short: 2, onWay: 0, open: 0 })
    expect(places.get('100')).toEqual({ ordered: 40, received: 0, short: 0, onWay: 20, open: 20 })
    expect(shortPieces(view)).toBe(2)
  })
})

describe('headline', () => {
  test('says that goods are short before it says that they arrived', () => {
    const short = order({
      received: 98,
      products: goods([line('90', 100, 100, 98)]),
      shipments: [shipment([{ orderLineId: '90', quantity: 100, received: 98 }])],
    })
    expect(headline(short)).toMatchObject({ key: 'shipped.short', facts: { received: 98, short: 2 } })
  })

  test('asks for confirmation once everything was counted', () => {
    expect(headline(order({ received: 100 })).key).toBe('shipped.counted')
    expect(headline(order({})).key).toBe('shipped')
  })

  test('names money that is still held or goes back', () => {
    expect(headline(order({ state: 'received', short: { amount: 200, currency: 'CNY' } })).key).toBe(
      'received.short',
    )
    expect(headline(order({ state: 'cancelled', refunded: { amount: 200, currency: 'CNY' } })).key).toBe(
      'cancelled.refunded',
    )
    expect(headline(order({ state: 'cancelled' })).key).toBe('cancelled')
  })
})
