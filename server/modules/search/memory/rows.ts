import type pg from 'pg'
import type { IndexRow } from './segment.ts'

type Texts = string[]
/** Whatever comes, comes as text: the driver's own reading of arrays takes longer than the index does. */
const asText = { getTypeParser: () => (text: string | Buffer) => text.toString() }

const columns = `d.product_id, d.tokens, d.title_tokens, d.facets, d.tier_mins, d.tier_prices, d.moq, d.lead_time_days, d.popularity, d.sold30d,
  (extract(epoch from d.listed_at) * 1000)::bigint`

/** '{1,-2,3}' as numbers. */
function numbersIn(text: string): number[] {
  const numbers: number[] = []
  let value = 0
  let sign = 1
  let open = false
  for (let index = 1; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 45) sign = -1
    else if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48
      open = true
    } else if (open) {
      numbers.push(sign * value)
      value = 0
      sign = 1
      open = false
    }
  }
  return numbers
}

const rowOf = (texts: Texts, from: number): IndexRow => {
  const at = (index: number) => texts[from + index] ?? ''
  return {
    productId: at(0),
    tokens: numbersIn(at(1)),
    titleTokens: Number(at(2)),
    facets: numbersIn(at(3)),
    tierMins: numbersIn(at(4)),
    tierPrices: numbersIn(at(5)),
    moq: Number(at(6)),
    leadTimeDays: Number(at(7)),
    popularity: Number(at(8)),
    sold30d: Number(at(9)),
    listedAt: Number(at(10)),
  }
}

const pageSize = 250

/** Gives `take` all rows of a market, the most popular first, one by one and some without a pause. */
export async function readMarket(
  pool: pg.Pool,
  marketId: string,
  take: (row: IndexRow) => Promise<void>,
): Promise<void> {
  let after: IndexRow | undefined
  for (;;) {
    const { rows } = await pool.query<Texts>({
      name: after === undefined ? 'search-rows-first' : 'search-rows-next',
      text: `select ${columns} from search_documents d where d.market_id = $1
        ${after === undefined ? '' : 'and (d.popularity, d.product_id) < ($2::int, $3::text)'}
        order by d.popularity desc, d.product_id desc limit ${pageSize}`,
      values: after === undefined ? [marketId] : [marketId, after.popularity, after.productId],
      rowMode: 'array',
      types: asText,
    })
    if (rows.length === 0) return
    for (const row of rows) {
      after = rowOf(row, 0)
      await take(after)
    }
  }
}

/** What changed since a moment of the database, and that moment: see `search_changes`. */
export type Changes = {
  /** Transactions from this one on may have been open when this was read: where to go on next time. */
  horizon: string
  changed: { marketId: string; productId: string; transaction: string }[]
}

/** Changes by transactions that had not ended, for sure, at `horizon`; a null horizon asks for the present one only. */
export async function changesSince(pool: pg.Pool, horizon: string | null): Promise<Changes> {
  const { rows } = await pool.query<Texts>({
    name: 'search-changes',
    text: `select pg_snapshot_xmin(pg_current_snapshot()), c.market_id, c.product_id, c.transaction
      from (select) one left join search_changes c on $1::xid8 is not null and c.transaction >= $1::xid8`,
    values: [horizon],
    rowMode: 'array',
    types: asText,
  })
  const changed = rows.flatMap(([, marketId, productId, transaction]) =>
    marketId ? [{ marketId, productId: productId ?? '', transaction: transaction ?? '' }] : [],
  )
  return { horizon: rows[0]?.[0] ?? '0', changed }
}

/** Rows of these products as they are now, with their markets; products that are not listed are left out. */
export async function rowsOfProducts(
  pool: pg.Pool,
  productIds: readonly string[],
): Promise<{ marketId: string; row: IndexRow }[]> {
  const { rows } = await pool.query<Texts>({
    name: 'search-rows-of',
    text: `select d.market_id, ${columns} from jsonb_array_elements_text($1::jsonb) wanted(id)
      cross join lateral (select * from search_documents where product_id = wanted.id offset 0) d`,
    values: [JSON.stringify(productIds)],
    rowMode: 'array',
    types: asText,
  })
  return rows.map((row) => ({ marketId: row[0] ?? '', row: rowOf(row, 1) }))
}
