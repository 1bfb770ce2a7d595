import type { SearchAsk } from '../port.ts'
import type { Statement } from './statement.ts'

/** Whether a page needs nothing but a market, perhaps a category, and an order that an index lies in. */
export const isBrowsing = (ask: SearchAsk): boolean =>
  ask.words.length === 0 &&
  !ask.facets &&
  ask.choices.every((choice) => choice.facet === 'category') &&
  ask.priceMin === undefined &&
  ask.priceMax === undefined &&
  ask.moqMax === undefined &&
  ask.leadTimeMax === undefined &&
  (ask.sort === 'relevance' || ask.sort === 'sales' || (ask.sort === 'newest' && ask.leaves !== null))

/** One market, and one leaf or none: the commonest page by far, one walk along one index. */
function oneShelf(ask: SearchAsk, market: string, leaf: string | null): Statement & { name: string } {
  const most = Math.trunc(ask.limit) + 1
  const newest = ask.sort === 'newest'
  const column = newest ? 'listed_at' : 'popularity'
  const values: unknown[] = [market]
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`
  const inLeaf = leaf === null ? '' : `and s.category = ${bind(leaf, 'text')}`
  const at = newest ? 'double precision' : 'int'
  const start = ask.after === null ? null : bind(ask.after.key, at)
  const after =
    ask.after === null
      ? ''
      : `and (s.${column}, s.product_id) < (${newest ? `to_timestamp(${start} / 1000)` : start}, ${bind(ask.after.productId, 'text')})`
  const key = newest ? '(extract(epoch from p.place) * 1000)::bigint' : 'p.place'
  return {
    name: `shelf-${column}-${leaf !== null}-${ask.after !== null}-${most}`,
    text: `select 1 as kind, c.card as a, ${key} as n, p.product_id as b
      from (select s.product_id, s.${column} as place from search_documents s where s.market_id = $1 ${inLeaf} ${after}
        order by s.${column} desc, s.product_id desc limit ${most}) p
      join search_cards c using (product_id) order by p.place desc, p.product_id desc`,
    values,
  }
}

/**
 * A page for browsing: walks the index of each leaf (or of the market) from where the page before ended, a page's worth each, and
 * takes the best of them. The time does not depend on how many products there are. Named, so that it is planned once.
 */
export function browseStatement(ask: SearchAsk): Statement & { name: string } {
  const [market, ...branches] = ask.marketIds
  const [leaf, ...leaves] = ask.leaves ?? [null]
  if (market !== undefined && leaf !== undefined && branches.length === 0 && leaves.length === 0)
    return oneShelf(ask, market, leaf)
  // Written out, not bound: a planner that does not know how short a page is reads whole tables for it.
  const most = Math.trunc(ask.limit) + 1
  const newest = ask.sort === 'newest'
  const column = newest ? 'listed_at' : 'popularity'
  const inLeaves = ask.leaves !== null
  const after =
    ask.after === null
      ? ''
      : `and (s.${column}, s.product_id) < (${newest ? 'to_timestamp($2::double precision / 1000)' : '$2::int'}, $3::text)`
  const from = inLeaves
    ? 'unnest($1::text[]) m(id), unnest($4::text[]) l(category)'
    : 'unnest($1::text[]) m(id)'
  const key = newest ? '(extract(epoch from s.listed_at) * 1000)::bigint' : 's.popularity'
  const lateral = `select s.product_id, ${key} as key from search_documents s
      where s.market_id = m.id ${inLeaves ? 'and s.category = l.category' : ''} ${after}
      order by s.${column} desc, s.product_id desc limit ${most}`
  const unused = `${ask.after === null ? 'and $2::text is null and $3::text is null' : ''} ${inLeaves ? '' : 'and $4::text is null'}`
  return {
    name: `browse-${column}-${inLeaves}-${ask.after !== null}-${most}`,
    // Each card by its key: a planner that takes the arrays for long would read all cards for a join.
    text: `select 1 as kind, (select c.card from search_cards c where c.product_id = p.product_id) as a, p.key as n,
        p.product_id as b
      from (select x.product_id, x.key from ${from} cross join lateral (${lateral}) x
        where true ${unused} order by x.key desc, x.product_id desc limit ${most}) p
      order by p.key desc, p.product_id desc`,
    values: [ask.marketIds, ask.after?.key ?? null, ask.after?.productId ?? null, ask.leaves],
  }
}
