import type { CategoryBook, MarketFacts } from '#server/modules/catalogue/index.ts'
import type { AttributeDefinition } from '#shared/catalogue/category.ts'
import type { SearchQuery, Understood } from '#shared/search/contract.ts'
import { choicesOf, facetsOf } from './domain/facets.ts'
import type { Reading } from './domain/understand.ts'
import type { Counts, SearchAsk, SearchFound, SearchPort } from './port.ts'
import { positionText, questionOf, readPosition } from './position.ts'

export type Searching = {
  engine: SearchPort
  book: CategoryBook
  read: (q: string) => Reading
  definitions: ReadonlyMap<string, AttributeDefinition>
}

type Outcome = { found: SearchFound; understood: Understood }

/**
 * Answers a search as JSON text: cards go through as they were prepared, nothing is parsed again. When no product has all the words,
 * unknown words are repaired, and if that does not help the words that stand in the way are left out; the answer says so.
 */
export async function answerSearch(
  searching: Searching,
  market: MarketFacts,
  query: SearchQuery,
): Promise<string> {
  const { book, definitions } = searching
  const question = questionOf(query, market.branchIds)
  const after = readPosition(question, query.cursor)
  const facets = query.facets && after === null
  const { found, understood } = await findOrHelp(searching, {
    marketIds: market.branchIds,
    q: query.q,
    words: [],
    choices: choicesOf(query),
    leaves: query.category === undefined ? null : book.leaves(query.category),
    quantity: query.quantity,
    priceMin: query.priceMin,
    priceMax: query.priceMax,
    moqMax: query.moqMax,
    leadTimeMax: query.leadTimeMax,
    sort: query.sort,
    after,
    limit: query.limit,
    facets,
  })
  const next = found.next === null ? null : positionText(question, found.next)
  const { counts } = found
  const counted = counts === null ? null : facetsOf(counts, query, book, definitions)
  return `{"items":[${found.cards.join(',')}],"nextCursor":${JSON.stringify(next)},"total":${JSON.stringify(
    counts?.total ?? null,
  )},"understood":${JSON.stringify(understood)},"facets":${JSON.stringify(counted)}}`
}

async function findOrHelp({ read, engine }: Searching, ask: SearchAsk): Promise<Outcome> {
  const reading = read(ask.q)
  const plain: Understood = {
    q: ask.q,
    tokens: reading.words,
    category: reading.category,
    corrected: null,
    dropped: [],
  }
  const first = await engine.search({ ...ask, words: reading.words })
  if (first.cards.length > 0 || ask.after !== null || reading.words.length === 0)
    return { found: first, understood: plain }
  const repairs = await engine.correct(ask.marketIds, [...joined(reading.words), ...reading.words])
  if (repairs.size > 0) {
    const corrected = [...repairs].reduce(
      (text, [wrong, right]) => text.replace(wrong, right),
      ask.q.toLowerCase(),
    )
    const again = read(corrected)
    const found = await engine.search({ ...ask, q: corrected, words: again.words })
    if (found.cards.length > 0)
      return { found, understood: { ...plain, tokens: again.words, category: again.category, corrected } }
  }
  return leaveOut(engine, ask, plain, first)
}

/** Neighbouring Chinese words together: a wrong character often makes two words of one (不锈 + 刚). */
const joined = (words: readonly string[]): string[] =>
  words.flatMap((word, index) => {
    const next = words[index + 1]
    return next !== undefined && /^\p{Script=Han}+$/u.test(word + next) ? [word + next] : []
  })

/** Leaves out the one word without which most is found; nothing is left out of a question of one word. */
async function leaveOut(
  engine: SearchPort,
  ask: SearchAsk,
  plain: Understood,
  empty: SearchFound,
): Promise<Outcome> {
  const { tokens } = plain
  if (tokens.length < 2) return { found: empty, understood: plain }
  const tries = await Promise.all(
    tokens.slice(0, 6).map(async (word) => {
      const words = tokens.filter((each) => each !== word)
      return { word, words, found: await engine.search({ ...ask, q: words.join(' '), words }) }
    }),
  )
  const size = (counts: Counts | null, cards: number) => counts?.total.count ?? cards
  const best = tries
    .filter(({ found }) => found.cards.length > 0)
    .sort(
      (a, b) => size(b.found.counts, b.found.cards.length) - size(a.found.counts, a.found.cards.length),
    )[0]
  if (!best) return { found: empty, understood: plain }
  return { found: best.found, understood: { ...plain, tokens: best.words, dropped: [best.word] } }
}
