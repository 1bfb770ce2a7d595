create extension if not exists pg_trgm;
--> statement-breakpoint
create index search_terms_similar on search_terms using gin (term gin_trgm_ops);
--> statement-breakpoint
create unique index search_terms_once on search_terms (market_id, kind, ref_id, term);
