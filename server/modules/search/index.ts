/**
 * Search: finding listed products by words in both languages, by facets and by price at a stated quantity; completing and repairing
 * what is typed. Nothing is true only here: documents are made from what the catalogue says buyers may see, whenever it says that
 * something changed, and the whole index can be made anew. The engine stands behind a port (port.ts): PostgreSQL, the default,
 * answers page and facets in one statement, flat up to a million products; another engine takes its place without a change above.
 * Orders are stated by name and nothing is boosted or paid for. A parent market searches across its branches.
 */
import { z } from 'zod'
import {
  type CatalogueCapability,
  type Listed,
  productCard,
  productsChanged,
} from '#server/modules/catalogue/index.ts'
import { inMarket } from '#server/platform/db.ts'
import { reaction } from '#server/platform/events.ts'
import { job } from '#server/platform/jobs.ts'
import type { Resources } from '#server/platform/resources.ts'
import type { Slots } from '#server/platform/slots.ts'
import { searchProblems } from '#shared/search/problems.ts'
import { answerSearch, type Searching } from './answer.ts'
import { searchDocument } from './domain/document.ts'
import { createReader } from './domain/understand.ts'
import { memorySearch } from './memory/engine.ts'
import type { SearchPort } from './port.ts'
import { postgresSearch } from './postgres/adapter.ts'
import { forgetChanges } from './postgres/writing.ts'
import { searchRoutes } from './routes.ts'
import { createSegmenter } from './segmenter.ts'

export type { SearchPort } from './port.ts'

/** Builds the capability. Another engine may be given in place of PostgreSQL. */
export function createSearch({
  catalogue,
  engine,
  ...resources
}: Resources & { catalogue: CatalogueCapability; engine?: SearchPort }) {
  const { book, neighbours } = catalogue
  const inMemory = memorySearch(resources.database, resources.logger, postgresSearch(resources.database))
  const port = engine ?? inMemory
  const segmenter = createSegmenter(
    book.all.flatMap((category) => [
      category.name.zh,
      ...category.aliases,
      ...optionNames(category.attributes),
    ]),
  )
  const definitions = new Map(
    book.all.flatMap((category) => category.attributes.map((each) => [each.key, each] as const)),
  )
  const searching: Searching = { engine: port, book, read: createReader(book, segmenter), definitions }

  const indexListed = async ({ listed, hidden }: Listed): Promise<void> => {
    await port.index(listed.map((each) => searchDocument(each, productCard(each), book, segmenter)))
    await port.remove(hidden)
  }

  /** Makes the documents of these products anew. The rows stay locked until they are written: the last to index has read the newest. */
  const indexProducts = (marketId: string, productIds: readonly string[]): Promise<void> =>
    inMarket(resources.database, marketId, async (tx) => {
      await indexListed(await catalogue.readListed(tx, marketId, productIds))
    })

  const slots: Slots = {
    problems: [searchProblems],
    routes: (app) => {
      searchRoutes(app, searching, neighbours)
      app.addHook('onClose', async () => inMemory.stop())
    },
    reactions: [reaction(productsChanged, ({ marketId, productIds }) => indexProducts(marketId, productIds))],
    jobs: [
      job({ name: 'search.settle', payload: z.unknown(), perform: () => port.settle() }),
      job({
        name: 'search.forget-changes',
        payload: z.unknown(),
        perform: () => forgetChanges(resources.database.drizzle),
      }),
    ],
    schedules: [
      { name: 'search.settle', crontab: '20 19 * * *' },
      { name: 'search.forget-changes', crontab: '40 * * * *' },
    ],
  }
  return {
    slots,
    engine: port,
    /** Takes markets into this process's memory and waits for it. Serving does not need it: a market is loaded when it is first asked for. */
    load: inMemory.load,
    /** Indexes what was read of products that the caller keeps locked. */
    indexListed,
    /** Indexes all listed products of a market, for filling the demo and for rebuilding; returns how many. */
    indexMarket: (marketId: string) =>
      catalogue.eachListedBatch(marketId, (ids) => indexProducts(marketId, ids)),
    /** The answer of the search endpoint as JSON text, for pages rendered in this process. */
    answer: (...args: Parameters<typeof answerSearch> extends [unknown, ...infer Rest] ? Rest : never) =>
      answerSearch(searching, ...args),
  }
}
export type SearchCapability = ReturnType<typeof createSearch>

const optionNames = (
  attributes: readonly { options?: readonly { name: { zh: string } }[] | undefined }[],
): string[] => attributes.flatMap((attribute) => (attribute.options ?? []).map((option) => option.name.zh))
