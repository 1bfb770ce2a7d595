import { useMutation, useQueryClient } from '@tanstack/react-query'
import { createElement, useState } from 'react'
import type { ProductDocument } from '#shared/catalogue/views.ts'
import { putCartLine } from '#shared/trade/contract.ts'
import { ProblemError } from '#web/src/api/call.ts'
import { unitAfter } from '#web/src/features/catalogue/unit-word.ts'
import { useCall, useSession } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Link, useGo } from '#web/src/ui/link.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { useToast } from '#web/src/ui/toasts.tsx'
import { orderTexts } from './texts.ts'
import type { Order } from './use-order.ts'

export type AddToCart = {
  busy: 'cart' | 'order' | null
  toCart: (order: Order) => void
  andOrder: (order: Order) => void
}

/**
 * Puts the chosen quantities into the cart, or goes on to order this shop's part of it. Only ids and quantities are sent; the server
 * prices them. Who is not signed in is asked to, and comes back to this page.
 */
export function useAddToCart(market: string, product: ProductDocument): AddToCart {
  const t = useTexts(orderTexts)
  const locale = useLocale()
  const call = useCall()
  const session = useSession()
  const go = useGo()
  const toast = useToast()
  const cache = useQueryClient()
  const [way, setWay] = useState<'cart' | 'order'>('cart')
  const { mutate, isPending } = useMutation({
    mutationFn: (order: Order) =>
      call(putCartLine, {
        params: { market },
        body: {
          productId: product.id,
          kind: 'stock',
          cells: Object.entries(order.quantities).flatMap(([skuId, quantity]) =>
            quantity > 0 ? [{ skuId, quantity }] : [],
          ),
          add: true,
        },
      }),
    onSuccess: (cart) => cache.setQueryData(['cart', market], cart),
    onError: (error) =>
      toast({
        kind: 'failed',
        text: t('act.failed', {
          reason: error instanceof ProblemError ? error.message : String(error.message),
        }),
      }),
  })
  const start = (order: Order, next: 'cart' | 'order') => {
    if (order.line.quantity === 0) return toast({ kind: 'failed', text: t('act.empty') })
    if (session === null) return void go(paths.signIn(paths.product(market, product.id)))
    setWay(next)
    mutate(order, {
      onSuccess: () => {
        if (next === 'order') return void go(paths.checkout(market, { shop: product.shop.id }))
        toast({
          text: t('act.added', { count: count(order.line.quantity), unit: unitAfter(product.unit, locale) }),
          action: createElement(Link, { to: paths.cart(market) }, t('act.see')),
        })
        order.clear()
      },
    })
  }
  return {
    busy: isPending ? way : null,
    toCart: (order) => start(order, 'cart'),
    andOrder: (order) => start(order, 'order'),
  }
}
