import { audit } from '#server/platform/audit.ts'
import type { Clock } from '#server/platform/clock.ts'
import { namingConstraints, type Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import type { Operation, Ownership, PartyRole } from '#shared/markets/shapes.ts'
import type { Currency } from '#shared/money.ts'
import type { Localised } from '#shared/text.ts'
import { defaultCharter, type Holding } from './domain/charter.ts'
import type { MarketRow } from './store.ts'
import * as store from './store.ts'

/** Which constraint of the database is which problem. Deferred ones speak at commit: wrap the whole transaction in `namingMarket`. */
const constraintProblems = {
  markets_sponsored_needs_initiator: 'markets/sponsored-needs-initiator',
  markets_sponsored_needs_supervisor: 'markets/sponsored-needs-supervisor',
  markets_entrusted_needs_operator: 'markets/entrusted-needs-operator',
  markets_enterprise_led_needs_lead: 'markets/enterprise-led-needs-lead',
  markets_only_sponsored_is_entrusted: 'markets/only-sponsored-is-entrusted',
  markets_own_ancestor: 'markets/own-ancestor',
  markets_power_without_holder: 'markets/power-without-holder',
  markets_judge_in_own_cause: 'markets/judge-in-own-cause',
  markets_shares_not_whole: 'markets/shares-not-whole',
  markets_slug: 'markets/slug-taken',
  booth_leases_no_overlap: 'markets/booth-taken',
} as const

/** Runs a transaction that writes a market and names what the database refuses. */
export const namingMarket = <T>(work: () => Promise<T>): Promise<T> =>
  namingConstraints(constraintProblems, work)

export type ClusterInput = { slug: string; name: Localised; countyCode: string; goods: Localised }

export type MarketInput = {
  slug: string
  name: Localised
  tagline: Localised
  introduction: Localised
  clusterId: string
  currency: Currency
  ownership: Ownership
  operation: Operation
  formation: 'market_formed' | 'government_promoted'
  goods: 'terminal_products' | 'production_materials'
  parentId?: string | null
  categoryIds: string[]
  operatorOfRecordId: string
  contact: MarketRow['contact']
  registrations: { name: Localised; number: string }[]
  parties: { organisationId: string; role: PartyRole; shareBps?: number; since?: string }[]
  /** Left out: the default of its kind. */
  charter?: Holding[]
  preamble?: Localised
  /** Left out: open now. */
  openedAt?: Date | null
}

export type VenueInput = {
  name: Localised
  address: Localised
  openingHours: Localised
  divisionCode: string
  halls: {
    name: Localised
    floors: { name: Localised; level: number; booths: { code: string; areaSquareMetres: number | null }[] }[]
  }[]
}

export function createMarketActions(clock: Clock) {
  return {
    async foundCluster(tx: Tx, input: ClusterInput): Promise<string> {
      const id = newId('cluster', clock.now().getTime())
      await store.insertCluster(tx, { id, ...input })
      return id
    },

    /**
     * Writes a market with its parties and its charter. Whether it makes sense is decided when the transaction commits; a market that
     * does not is never there.
     */
    async openMarket(tx: Tx, input: MarketInput): Promise<string> {
      const { parties, charter, preamble, openedAt = clock.now(), ...facts } = input
      const id = newId('market', clock.now().getTime())
      await store.insertMarket(tx, {
        ...facts,
        id,
        parentId: input.parentId ?? null,
        status: openedAt === null ? 'preparing' : 'open',
        openedAt,
      })
      await store.insertParties(
        tx,
        parties.map((party) => ({ marketId: id, ...party })),
      )
      const holdings = charter ?? defaultCharter(input, new Set(parties.map((party) => party.role)))
      await store.insertCharter(
        tx,
        {
          marketId: id,
          version: 1,
          preamble: preamble ?? { zh: '', en: '' },
          adoptedAt: openedAt ?? clock.now(),
        },
        holdings.map((holding) => ({ marketId: id, ...holding })),
      )
      await audit(tx, {
        stream: id,
        actor: null,
        action: 'market.opened',
        subject: id,
        facts: { slug: input.slug },
      })
      return id
    },

    /** Writes a venue with its halls, floors and booths; the booths' ids by their codes, per floor in order. */
    async buildVenue(
      tx: Tx,
      input: VenueInput,
    ): Promise<{ venueId: string; booths: { id: string; code: string }[] }> {
      const venueId = newId('venue', clock.now().getTime())
      const halls = input.halls.map((hall, position) => ({
        hall,
        row: { venueId, id: newId('hall'), name: hall.name, position },
      }))
      const floors = halls.flatMap(({ hall, row }) =>
        hall.floors.map((floor) => ({
          floor,
          row: { venueId, id: newId('floor'), hallId: row.id, name: floor.name, level: floor.level },
        })),
      )
      const booths = floors.flatMap(({ floor, row }) =>
        floor.booths.map((booth) => ({ venueId, id: newId('booth'), floorId: row.id, ...booth })),
      )
      const { halls: _, ...venue } = input
      await store.insertVenue(
        tx,
        { id: venueId, ...venue },
        { halls: halls.map(({ row }) => row), floors: floors.map(({ row }) => row), booths },
      )
      return { venueId, booths: booths.map(({ id, code }) => ({ id, code })) }
    },

    linkVenue: store.linkVenue,
    leaseBooth: store.insertLease,
  }
}
