-- The queue's own schema belongs to the migrating role; the application may only add jobs, through this function.
create function jobs_enqueue(task text, payload json, job_key text, run_at timestamptz) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  select graphile_worker.add_job(
    identifier := task, payload := payload, job_key := job_key,
    run_at := run_at, max_attempts := 12, job_key_mode := 'replace')
$$;
--> statement-breakpoint
-- Appends to a stream of the audit log: each row carries the hash of the one before, so an edit, a deletion or a swap shows.
-- The lock is per stream and ends with the transaction; callers call this last.
create function audit_append(p_stream text, p_person text, p_organisation text, p_action text, p_subject text, p_facts jsonb)
  returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_seq bigint;
  v_prev bytea;
  v_at timestamptz := date_trunc('milliseconds', clock_timestamp());
begin
  perform pg_advisory_xact_lock(hashtextextended('audit:' || p_stream, 0));
  select seq, hash into v_seq, v_prev from audit_log where stream = p_stream order by seq desc limit 1;
  v_seq := coalesce(v_seq, 0) + 1;
  v_prev := coalesce(v_prev, '\x'::bytea);
  insert into audit_log (stream, seq, at, actor_person_id, actor_organisation_id, action, subject, facts, prev, hash)
  values (p_stream, v_seq, v_at, p_person, p_organisation, p_action, p_subject, p_facts, v_prev,
    sha256(v_prev || convert_to(jsonb_build_array(p_stream, v_seq, to_char(v_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'),
      p_person, p_organisation, p_action, p_subject, p_facts)::text, 'UTF8')));
  return v_seq;
end $$;
--> statement-breakpoint
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = '42501';
end $$;
--> statement-breakpoint
create trigger audit_log_append_only before update or delete or truncate on audit_log for each statement execute function refuse_change();
