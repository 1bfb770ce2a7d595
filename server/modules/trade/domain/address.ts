import type { Destination } from '#shared/shops/freight.ts'
import type { ShipTo } from '#shared/trade/shapes.ts'
import type { AddressFacts } from './facts.ts'

/** Where freight is asked for. */
export function destinationOf({ place }: AddressFacts): Destination {
  return place.kind === 'china'
    ? { country: 'CN', province: place.provinceCode.slice(0, 2) }
    : { country: place.country, province: null }
}

/** The address as an order keeps it, whatever becomes of the address book. */
export function shipToOf({ recipient, phone, place, street, postalCode }: AddressFacts): ShipTo {
  const where =
    place.kind === 'china' ? place.names : [place.city, place.region].filter((part) => part !== '').join(', ')
  return {
    recipient,
    phone,
    regionCode: place.kind === 'china' ? place.districtCode : '',
    country: place.kind === 'china' ? 'CN' : place.country,
    text: [where, street, postalCode].filter((part) => part !== '').join(' '),
  }
}

/** Province and city of a buyer, for a shop's list. */
export function placeNameOf({ place }: AddressFacts): string {
  return place.kind === 'china'
    ? place.names.split(' ').slice(0, 2).join('')
    : `${place.city}, ${place.country}`
}
