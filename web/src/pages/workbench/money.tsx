import { useSearch } from '@tanstack/react-router'
import { ShopMoneyView } from '#web/src/features/payments/shop-money.tsx'
import { choiceOf } from '#web/src/search-params.ts'
import { ConsolePage } from '#web/src/ui/page-head.tsx'
import { useShopPlace } from '#web/src/ui/use-place.ts'

/** `/shop/$market/$shopId/money`. */
export function ShopMoneyPage() {
  return (
    <ConsolePage>
      <ShopMoneyView
        place={useShopPlace()}
        returned={choiceOf(useSearch({ strict: false }), 'account', ['returned', 'again'] as const)}
      />
    </ConsolePage>
  )
}
