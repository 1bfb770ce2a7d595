import type { AddressView, Place } from '#shared/accounts/shapes.ts'
import type { Locale } from '#shared/text.ts'
import { countryName } from './countries.ts'

/** The place in one line as it goes on a label: "福建省 泉州市 石狮市", or "Jakarta, Jakarta Raya, Indonesia". */
export function placeText(place: Place, locale: Locale): string {
  if (place.kind === 'china') return place.names
  return [place.city, place.region, countryName(place.country, locale)]
    .filter((part) => part !== '')
    .join(', ')
}

/** Place and street in one line, in the order the country writes them. */
export function addressText(
  address: Pick<AddressView, 'place' | 'street' | 'postalCode'>,
  locale: Locale,
): string {
  const place = placeText(address.place, locale)
  const line = address.place.kind === 'china' ? `${place} ${address.street}` : `${address.street}, ${place}`
  return address.postalCode === '' ? line : `${line} ${address.postalCode}`
}
