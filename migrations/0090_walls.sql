-- Row-level security, the second wall: every table whose rows live in a market shows only the rows of the markets that the
-- transaction named in `app.markets` (server/platform/db.ts). Public documents are exempt: they hold what anybody may read.
do $$
declare
  t record;
begin
  for t in
    select c.relname
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'market_id' and not a.attisdropped
    where n.nspname = 'public' and c.relkind = 'r'
      and c.relname not in ('markets', 'market_parties', 'market_powers', 'charters', 'venue_links', 'product_documents', 'shop_documents', 'search_documents', 'search_terms', 'search_changes')
  loop
    execute format('alter table %I enable row level security', t.relname);
    execute format('alter table %I force row level security', t.relname);
    execute format('create policy in_named_markets on %I using (market_id = any (string_to_array(current_setting(''app.markets'', true), '','')))
      with check (market_id = any (string_to_array(current_setting(''app.markets'', true), '','')))', t.relname);
  end loop;
end $$;
