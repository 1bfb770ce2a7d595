-- The books (reliability.md 3.8). Double entry, per market and currency; `ledger.post` is the only way in. Credit balances are
-- negative: what is owed to shops or buyers. A ceiling of 0 on such an account means it cannot be overdrawn.
create schema ledger;
--> statement-breakpoint
create table ledger.account_kinds (
  code text primary key,
  per_shop boolean not null,
  floor bigint,
  ceiling bigint,
  meaning text not null
);
--> statement-breakpoint
insert into ledger.account_kinds values
  ('psp_clearing', false, 0, null, 'money at Stripe for this market'),
  ('bank_clearing', false, 0, null, 'money at the licensed institution''s account for this market'),
  ('escrow_held', true, null, 0, 'secured for a buyer until a shop has delivered'),
  ('shop_payable', true, null, 0, 'released to a shop and not yet paid out'),
  ('commission', false, null, 0, 'earned by the market'),
  ('refund_clearing', false, null, 0, 'on its way back to buyers');
--> statement-breakpoint
create table ledger.accounts (
  id uuid primary key default gen_random_uuid(),
  market_id text not null,
  code text not null references ledger.account_kinds (code),
  shop_id text,
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  floor bigint,
  ceiling bigint,
  balance bigint not null default 0,
  version bigint not null default 0,
  constraint accounts_once unique nulls not distinct (market_id, code, shop_id, currency),
  constraint accounts_floor check (floor is null or balance >= floor),
  constraint accounts_ceiling check (ceiling is null or balance <= ceiling)
);
--> statement-breakpoint
create table ledger.journals (
  id uuid primary key default gen_random_uuid(),
  market_id text not null,
  kind text not null check (kind in ('capture','release','refund','refund_paid','payout','correction')),
  idem_key text not null unique,
  lines_hash bytea not null,
  order_id text,
  reverses uuid unique references ledger.journals (id),
  created_at timestamptz(3) not null default now()
);
--> statement-breakpoint
create table ledger.postings (
  journal_id uuid not null references ledger.journals (id),
  line smallint not null,
  account_id uuid not null references ledger.accounts (id),
  currency char(3) not null,
  amount bigint not null check (amount <> 0),
  order_id text,
  primary key (journal_id, line)
);
--> statement-breakpoint
create index postings_account on ledger.postings (account_id, journal_id);
--> statement-breakpoint
create index journals_order on ledger.journals (order_id);
--> statement-breakpoint
create index journals_market on ledger.journals (market_id, created_at);
--> statement-breakpoint
-- At commit every journal has at least two lines and sums to nought in each currency.
create function ledger.check_journal() returns trigger language plpgsql set search_path = ledger, pg_temp as $$
declare
  v_id uuid;
begin
  if tg_table_name = 'journals' then v_id := new.id; else v_id := new.journal_id; end if;
  if (select count(*) from postings p where p.journal_id = v_id) < 2
     or exists (select from postings p where p.journal_id = v_id group by p.currency having sum(p.amount) <> 0) then
    raise exception 'journal % does not balance', v_id using errcode = '23514', constraint = 'journal_balanced';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger journals_balanced after insert on ledger.journals deferrable initially deferred
  for each row execute function ledger.check_journal();
--> statement-breakpoint
create constraint trigger postings_balanced after insert on ledger.postings deferrable initially deferred
  for each row execute function ledger.check_journal();
--> statement-breakpoint
create trigger journals_append_only before update or delete or truncate on ledger.journals for each statement execute function refuse_change();
--> statement-breakpoint
create trigger postings_append_only before update or delete or truncate on ledger.postings for each statement execute function refuse_change();
--> statement-breakpoint
-- Posts one journal. `p_lines`: [{"account": code, "shop": id or null, "currency": "CNY", "amount": minor units, "order": id or null}].
-- The same key again returns the first journal; the same key with other lines raises 22023. Accounts come into being on first use
-- and are locked in id order, so that two postings never wait for each other in a circle.
create function ledger.post(p_market text, p_kind text, p_key text, p_lines jsonb, p_order text default null, p_reverses uuid default null)
  returns table (journal_id uuid, replayed boolean)
  language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  v_hash bytea := sha256(convert_to(jsonb_build_array(p_market, p_kind, p_lines, p_order, p_reverses)::text, 'UTF8'));
  v_id uuid;
  v_found ledger.journals;
begin
  -- On a connection that never named a market the setting is null, and so is the comparison: null must refuse too.
  if (p_market = any (string_to_array(current_setting('app.markets', true), ','))) is not true then
    raise exception 'market % is not named by this transaction', p_market using errcode = '42501';
  end if;
  if jsonb_typeof(p_lines) is distinct from 'array' or jsonb_array_length(p_lines) < 2 then
    raise exception 'a journal has at least two lines' using errcode = '23514', constraint = 'journal_balanced';
  end if;
  if exists (select from jsonb_array_elements(p_lines) l
             where jsonb_typeof(l -> 'amount') is distinct from 'number' or l ->> 'amount' !~ '^-?[0-9]{1,18}$' or l ->> 'amount' ~ '^-?0+$') then
    raise exception 'amounts are whole minor units and not nought' using errcode = '22023';
  end if;
  if exists (select from jsonb_array_elements(p_lines) l left join account_kinds k on k.code = l ->> 'account'
             where k.code is null or k.per_shop is distinct from (l ->> 'shop' is not null)) then
    raise exception 'unknown account' using errcode = '22023';
  end if;
  if exists (select from jsonb_array_elements(p_lines) l group by l ->> 'currency' having sum((l ->> 'amount')::bigint) <> 0) then
    raise exception 'journal % does not balance', p_key using errcode = '23514', constraint = 'journal_balanced';
  end if;
  insert into journals (market_id, kind, idem_key, lines_hash, order_id, reverses)
    values (p_market, p_kind, p_key, v_hash, p_order, p_reverses)
    on conflict (idem_key) do nothing returning id into v_id;
  if v_id is null then
    select * into v_found from journals where idem_key = p_key;
    if v_found.lines_hash is distinct from v_hash then
      raise exception 'key % was used for another journal', p_key using errcode = '22023';
    end if;
    return query select v_found.id, true;
    return;
  end if;
  insert into accounts (market_id, code, shop_id, currency, floor, ceiling)
    select distinct p_market, k.code, l ->> 'shop', l ->> 'currency', k.floor, k.ceiling
    from jsonb_array_elements(p_lines) l join account_kinds k on k.code = l ->> 'account'
    where not exists (select from accounts a where a.market_id = p_market and a.code = k.code
                      and a.shop_id is not distinct from l ->> 'shop' and a.currency = l ->> 'currency')
    order by 2, 3, 4
    on conflict do nothing;
  perform a.id from accounts a
    where exists (select from jsonb_array_elements(p_lines) l where a.market_id = p_market and a.code = l ->> 'account'
                  and a.shop_id is not distinct from l ->> 'shop' and a.currency = l ->> 'currency')
    order by a.id for update;
  insert into postings (journal_id, line, account_id, currency, amount, order_id)
    select v_id, l.ordinality, a.id, a.currency, (l.value ->> 'amount')::bigint, coalesce(l.value ->> 'order', p_order)
    from jsonb_array_elements(p_lines) with ordinality l
    join accounts a on a.market_id = p_market and a.code = l.value ->> 'account'
      and a.shop_id is not distinct from l.value ->> 'shop' and a.currency = l.value ->> 'currency';
  update accounts a set balance = a.balance + s.amount, version = a.version + 1
    from (select account_id, sum(amount)::bigint as amount from postings p where p.journal_id = v_id group by account_id) s
    where a.id = s.account_id;
  return query select v_id, false;
end $$;
--> statement-breakpoint
-- Readers see the books of the markets that their transaction named. The owner, whom `ledger.post` acts as, is not bound.
alter table ledger.accounts enable row level security;
--> statement-breakpoint
alter table ledger.journals enable row level security;
--> statement-breakpoint
alter table ledger.postings enable row level security;
--> statement-breakpoint
create policy in_named_markets on ledger.accounts for select using (market_id = any (string_to_array(current_setting('app.markets', true), ',')));
--> statement-breakpoint
create policy in_named_markets on ledger.journals for select using (market_id = any (string_to_array(current_setting('app.markets', true), ',')));
--> statement-breakpoint
create policy in_named_markets on ledger.postings for select using (exists (select from ledger.accounts a where a.id = account_id));
--> statement-breakpoint
revoke all on schema ledger from public;
--> statement-breakpoint
revoke all on all functions in schema ledger from public;
--> statement-breakpoint
grant usage on schema ledger to jishi_app;
--> statement-breakpoint
grant select on ledger.accounts, ledger.journals, ledger.postings, ledger.account_kinds to jishi_app;
--> statement-breakpoint
grant execute on function ledger.post(text, text, text, jsonb, text, uuid) to jishi_app;
