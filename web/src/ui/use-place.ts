import { useParams } from '@tanstack/react-router'
import type { ShopPlace } from '#web/src/paths.ts'

/** The shop that the page's URL names. */
export function useShopPlace(): ShopPlace {
  const { market = '', shopId = '' } = useParams({ strict: false })
  return { market, shopId }
}
