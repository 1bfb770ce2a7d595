import { useQueryClient } from '@tanstack/react-query'
import type { OrderView } from '#shared/trade/shapes.ts'
import { useToast } from '#web/src/ui/toasts.tsx'

/** Takes over what a verb of an order answered: the order's page shows it at once, lists are asked for anew, and the buyer is told. */
export function useOrderTaken(market: string): (order: OrderView, text: string) => void {
  const queryClient = useQueryClient()
  const toast = useToast()
  return (order, text) => {
    queryClient.setQueryData(['order', market, order.id], order)
    void queryClient.invalidateQueries({ queryKey: ['orders', market] })
    void queryClient.invalidateQueries({ queryKey: ['purchase', market, order.purchaseId] })
    toast({ text })
  }
}
