-- What was promised, what prices were and how stock moved is only ever appended.
create trigger snapshots_append_only before update or delete or truncate on snapshots for each statement execute function refuse_change();
--> statement-breakpoint
create trigger price_history_append_only before update on price_history for each statement execute function refuse_change();
--> statement-breakpoint
create trigger stock_movements_append_only before update on stock_movements for each statement execute function refuse_change();
--> statement-breakpoint
-- A moment as the API writes it.
create function iso_moment(at timestamptz) returns text immutable parallel safe language sql as $$
  select to_char($1 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;
