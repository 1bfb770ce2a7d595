create extension if not exists pg_trgm;
--> statement-breakpoint
create index search_terms_similar on search_terms using gin (term gin_trgm_ops);
--> statement-breakpoint
create unique index search_terms_once on search_terms (market_id, kind, ref_id, term);
--> statement-breakpoint
-- Puts the search table into the order of popularity: a bitmap scan walks the heap in physical order, so a capped scan then meets the
-- best matches first. Readers go on meanwhile; writers wait, and their jobs are tried again. Needs the owner's rights, hence definer.
create function search_reorder() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  lock table search_documents in share mode;
  drop table if exists search_documents_next;
  create table search_documents_next (like search_documents including defaults including constraints including storage);
  insert into search_documents_next select * from search_documents order by popularity desc, product_id;
  alter table search_documents_next add constraint search_documents_next_pkey primary key (product_id);
  create index search_documents_next_tokens on search_documents_next using gin (tokens);
  create index search_documents_next_popular on search_documents_next (market_id, popularity, product_id);
  create index search_documents_next_popular_in on search_documents_next (market_id, category, popularity, product_id);
  create index search_documents_next_newest_in on search_documents_next (market_id, category, listed_at, product_id);
  create index search_documents_next_newest on search_documents_next (listed_at, product_id);
  create index search_documents_next_cheapest on search_documents_next (price, product_id);
  grant select, insert, update, delete on search_documents_next to jishi_app;
  analyze search_documents_next;
  drop table search_documents;
  alter table search_documents_next rename to search_documents;
  alter table search_documents rename constraint search_documents_next_pkey to search_documents_pkey;
  alter index search_documents_next_tokens rename to search_documents_tokens;
  alter index search_documents_next_popular rename to search_documents_popular;
  alter index search_documents_next_popular_in rename to search_documents_popular_in;
  alter index search_documents_next_newest_in rename to search_documents_newest_in;
  alter index search_documents_next_newest rename to search_documents_newest;
  alter index search_documents_next_cheapest rename to search_documents_cheapest;
end $$;
