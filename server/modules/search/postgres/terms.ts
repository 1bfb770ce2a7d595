import type pg from 'pg'
import type { Completion } from '../port.ts'
import { pinyinOf } from './pinyin.ts'

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

const completions = {
  name: 'search-suggest',
  text: `with hit as (
      (select * from search_terms where market_id = any($1) and term like $2 order by frequency desc limit 60)
      union all
      (select * from search_terms where market_id = any($1) and pinyin like $3 and $3 <> '%' order by frequency desc limit 60)
      union all
      (select * from search_terms where market_id = any($1) and initials like $3 and $3 <> '%' order by frequency desc limit 60))
    select term as text, kind, ref_id as "refId", max(frequency)::int as count from hit group by term, kind, ref_id
    order by kind <> 'category', kind <> 'word', max(frequency) desc, length(term), term limit $4`,
}

/** Words of these markets that begin with `prefix`, or whose pinyin or initials do. */
export async function complete(
  pool: pg.Pool,
  marketIds: readonly string[],
  prefix: string,
  limit: number,
): Promise<Completion[]> {
  const plain = prefix.normalize('NFKC').toLowerCase()
  const latin = /^[a-z ]+$/.test(plain) ? plain.replaceAll(' ', '') : ''
  const { rows } = await pool.query<Completion>({
    ...completions,
    values: [[...marketIds], `${escaped(plain)}%`, `${escaped(latin)}%`, limit],
  })
  return rows
}

// A repair must be like the word and common: likeness counts first, then how often it occurs.
const corrections = {
  name: 'search-correct',
  text: `select asked.word, best.term from unnest($2::text[], $3::text[]) as asked(word, pinyin)
    cross join lateral (
      select term, score from (
        select t.term, similarity(t.term, asked.word) * ln(2 + t.frequency) as score from search_terms t
          where asked.pinyin = '' and t.market_id = any($1) and t.term % asked.word and t.kind = 'word'
        union all
        select t.term, 1 + ln(2 + t.frequency) from search_terms t
          where asked.pinyin <> '' and t.market_id = any($1) and t.pinyin = asked.pinyin and t.kind <> 'shop'
        union all
        select t.term, ln(2 + t.frequency) from search_terms t
          where asked.pinyin = '' and t.market_id = any($1) and t.pinyin = asked.word and t.kind <> 'shop') near
      where term <> asked.word order by score desc, term limit 1) best
    where not exists (select from search_terms t where t.market_id = any($1) and t.term = asked.word)`,
}

/** What unknown words were probably meant to be: a word spelt alike, or one that sounds the same. */
export async function correct(
  pool: pg.Pool,
  marketIds: readonly string[],
  words: readonly string[],
): Promise<Map<string, string>> {
  if (words.length === 0) return new Map()
  const { rows } = await pool.query<{ word: string; term: string }>({
    ...corrections,
    values: [[...marketIds], [...words], words.map((word) => pinyinOf(word).pinyin)],
  })
  return new Map(rows.map((row) => [row.word, row.term]))
}
