import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { evaluateShopCart } from '#shared/trade/cart-rules.ts'
import type { CartLine, EvaluatedLine, EvaluatedShopCart } from '#shared/trade/cart-shapes.ts'
import { deleteCartLine, putCartLine } from '#shared/trade/contract.ts'
import type { CartLineView, CartShopView, CartView } from '#shared/trade/shapes.ts'
import { useCall } from '#web/src/page-context.ts'
import { cartToQuery } from './queries.ts'

type Cells = readonly { skuId: string; quantity: number }[]
type Quantities = Readonly<Record<string, number>>
export type ShownCell = CartLineView['cells'][number]

/** A line as it stands on the page: what the server knows with what was typed since, judged by the shop's rules at once. */
export type ShownLine = {
  view: CartLineView
  cells: readonly ShownCell[]
  judged: EvaluatedLine
  key: string
}
export type ShownShop = {
  view: CartShopView
  lines: readonly ShownLine[]
  judged: EvaluatedShopCart
  /** Nothing stands in the way of ordering this shop's part. */
  ok: boolean
  /** Something of it was typed and the server has not answered yet: its freight is of before. */
  changing: boolean
}

export const lineKey = (line: Pick<CartLineView, 'productId' | 'kind'>): string =>
  `${line.kind} ${line.productId}`

/** A line of the cart the way the rules read it. */
export const ruleLine = (line: CartLineView, cells: readonly ShownCell[]): CartLine => ({
  kind: line.kind,
  offer: {
    productId: line.productId,
    quoteMode: line.quoteMode,
    tiers: line.tiers,
    moq: line.moq,
    packSize: line.packSize,
    mixedBatch: line.mixedBatch,
    samplePrice: line.samplePrice,
    sampleLimit: line.sampleLimit,
    samplesTaken: line.samplesTaken,
    unit: line.unit,
  },
  cells: cells.map(({ skuId, unitPrice, available, quantity }) => ({
    skuId,
    // In by-quantity the rules take the tier; a by-sku cell keeps its own price.
    unitPrice: line.quoteMode === 'by-sku' ? unitPrice : null,
    available,
    quantity,
  })),
})

/** What the server said with what was typed over it, judged. SKUs that only the page knows (`more`) stand beside those of the cart. */
export function shownShop(
  view: CartShopView,
  edits: Readonly<Record<string, Quantities>>,
  more: Readonly<Record<string, readonly ShownCell[]>>,
): ShownShop {
  const lines = view.lines.map((line) => {
    const typed = edits[lineKey(line)] ?? {}
    const known = new Set(line.cells.map((cell) => cell.skuId))
    const all = [...line.cells, ...(more[lineKey(line)] ?? []).filter((cell) => !known.has(cell.skuId))]
    return { line, cells: all.map((cell) => ({ ...cell, quantity: typed[cell.skuId] ?? cell.quantity })) }
  })
  const judged = evaluateShopCart({
    terms: { mixedBatch: view.mixedBatch },
    lines: lines.map(({ line, cells }) => ruleLine(line, cells)),
  })
  return {
    view,
    judged,
    lines: lines.flatMap(({ line, cells }, index) => {
      const one = judged.lines[index]
      return one === undefined ? [] : [{ view: line, cells, judged: one, key: lineKey(line) }]
    }),
    ok: judged.ok && view.issues.length === 0,
    changing: view.lines.some((line) => edits[lineKey(line)] !== undefined),
  }
}

export type CartControl = {
  cart: CartView | undefined
  error: unknown
  reload: () => void
  shops: readonly ShownShop[]
  /** Typed quantities: shown and judged at once, sent when the typing rests. */
  set: (line: ShownLine, quantities: Quantities) => void
  /** Takes a line out; returns what puts it back. */
  remove: (line: ShownLine) => Promise<() => Promise<void>>
  /** SKUs of a product that the cart does not hold yet, so that they can be filled in. */
  widen: (key: string, cells: readonly ShownCell[]) => void
  /** Resolves when everything typed has been kept. */
  settled: () => Promise<void>
  saving: boolean
}

const restMs = 600

/** The cart of this market with freight to an address, editable in place. `failed` is told when a change could not be kept. */
export function useCart(
  market: string,
  addressId: string | null,
  failed: (error: unknown) => void,
): CartControl {
  const call = useCall()
  const queryClient = useQueryClient()
  const query = useQuery({
    ...cartToQuery(call, market, addressId),
    placeholderData: (before) => before ?? queryClient.getQueryData<CartView>(['cart', market]),
  })
  const [edits, setEdits] = useState<Readonly<Record<string, Quantities>>>({})
  const [more, setMore] = useState<Readonly<Record<string, readonly ShownCell[]>>>({})
  const [saving, setSaving] = useState(0)
  const timers = useRef(
    new Map<string, { timer: ReturnType<typeof setTimeout> | undefined; run: () => void }>(),
  )
  const chain = useRef<Promise<void>>(Promise.resolve())
  const cart = query.data
  const places = useRef(new Map<string, number>())
  const shops = useMemo(
    () => inPlace(cart?.shops ?? [], places.current).map((shop) => shownShop(shop, edits, more)),
    [cart, edits, more],
  )

  // What was typed in the last moment before leaving is sent, not lost.
  useEffect(() => {
    const open = timers.current
    return () => {
      for (const { timer, run } of open.values()) {
        clearTimeout(timer)
        run()
      }
    }
  }, [])

  const takeOver = async (view: CartView) => {
    queryClient.setQueryData(['cart', market], view)
    if (addressId === null) queryClient.setQueryData(['cart', market, 'to', null], view)
    else await queryClient.fetchQuery({ ...cartToQuery(call, market, addressId), staleTime: 0 })
  }
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    setSaving((count) => count + 1)
    chain.current = chain.current.then(work).finally(() => setSaving((count) => count - 1))
    return chain.current
  }
  const put = (line: Pick<CartLineView, 'productId' | 'kind'>, cells: Cells) =>
    call(putCartLine, {
      params: { market },
      body: { productId: line.productId, kind: line.kind, cells: [...cells] },
    })

  const save = (line: ShownLine, typed: Quantities) =>
    inTurn(async () => {
      const cells = line.cells.map(({ skuId, quantity }) => ({ skuId, quantity: typed[skuId] ?? quantity }))
      try {
        await takeOver(
          await put(
            line.view,
            cells.filter(
              (cell) => cell.quantity > 0 || line.view.cells.some((one) => one.skuId === cell.skuId),
            ),
          ),
        )
      } catch (error) {
        failed(error)
        await query.refetch()
      }
      // Typed again meanwhile: that stays and is sent by its own timer.
      setEdits((all) => (all[line.key] === typed ? without(all, line.key) : all))
    })

  const set = (line: ShownLine, quantities: Quantities) => {
    const typed = { ...edits[line.key], ...quantities }
    setEdits((all) => ({ ...all, [line.key]: typed }))
    clearTimeout(timers.current.get(line.key)?.timer)
    const run = () => {
      timers.current.delete(line.key)
      void save(line, typed)
    }
    // A line that was just emptied is being typed anew: it is not taken out under the buyer's hands, but when they go on.
    const empty = line.cells.every((cell) => (typed[cell.skuId] ?? cell.quantity) === 0)
    timers.current.set(line.key, { run, timer: empty ? undefined : setTimeout(run, restMs) })
  }

  const remove = async (line: ShownLine) => {
    const kept = line.cells
      .filter((cell) => cell.quantity > 0)
      .map(({ skuId, quantity }) => ({ skuId, quantity }))
    clearTimeout(timers.current.get(line.key)?.timer)
    timers.current.delete(line.key)
    await inTurn(async () => {
      const { productId, kind } = line.view
      await takeOver(await call(deleteCartLine, { params: { market, productId, kind } }))
      setEdits((all) => without(all, line.key))
    })
    return () => inTurn(async () => takeOver(await put(line.view, kept)))
  }

  const settled = async () => {
    for (const { timer, run } of [...timers.current.values()]) {
      clearTimeout(timer)
      run()
    }
    await chain.current
  }
  return {
    cart,
    error: query.error,
    reload: () => void query.refetch(),
    shops,
    set,
    remove,
    widen: (key, cells) => setMore((all) => ({ ...all, [key]: cells })),
    settled,
    saving: saving > 0,
  }
}

function without<T>(all: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _gone, ...rest } = all
  return rest
}

/** Shops and lines stay where the buyer first saw them: a line that was changed must not jump away under the hands. */
function inPlace(shops: readonly CartShopView[], places: Map<string, number>): CartShopView[] {
  const placeOf = (key: string): number => {
    const place = places.get(key) ?? places.size
    places.set(key, place)
    return place
  }
  const sorted = <T>(items: readonly T[], key: (item: T) => string): T[] =>
    items
      .map((item) => ({ item, place: placeOf(key(item)) }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ item }) => item)
  return sorted(shops, (shop) => shop.shop.id).map((shop) => ({
    ...shop,
    lines: sorted(shop.lines, lineKey),
  }))
}
