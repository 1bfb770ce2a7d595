import { makeBuyers } from './buyers.ts'
import { makeEnterprises } from './enterprises.ts'
import { clusters, makeMarkets, organisations } from './markets.ts'
import { makePurchases } from './orders.ts'
import { makePeople } from './people.ts'
import { makeProducts } from './products.ts'
import { makeApplications, makeShops } from './shops.ts'
import type { World } from './types.ts'
import { makeVenue } from './venue.ts'

/**
 * An invented world to show and try Jishi with: markets, enterprises, shops, 3,000 styles with their pictures as drawing
 * specs, buyers and 400 orders. Pure: the same seed and day give the same world. All names are invented.
 */
export function makeWorld(seed: number, today: Date): World {
  const venue = makeVenue()
  const booths = venue.halls.flatMap((hall) =>
    hall.floors.flatMap((floor) => floor.booths.map((booth) => booth.code)),
  )
  const enterprises = makeEnterprises(seed, today)
  const shops = makeShops(seed, today, enterprises, booths)
  const group = enterprises.slice(0, 8).map(({ key }) => key)
  const buyers = makeBuyers(seed, today)
  const people = [...makePeople(seed, enterprises, shops), ...buyers.people]
  const products = makeProducts(seed, today, shops, enterprises)
  return {
    seed,
    today: today.toISOString(),
    clusters: [...clusters],
    organisations: [...organisations],
    venues: [venue],
    markets: makeMarkets(today, group, shops[0]?.key ?? ''),
    people,
    enterprises,
    shops,
    applications: makeApplications(seed, today),
    buyers: buyers.buyers,
    products,
    purchases: makePurchases(seed, today, products, shops, buyers.buyers, people),
  }
}
