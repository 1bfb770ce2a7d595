-- What makes a market impossible is refused when the transaction that would make it commits: rows of a market may be written in
-- any order, and the whole must fit. Each refusal has a name of its own (server/modules/markets/index.ts maps it to a problem).
create extension if not exists btree_gist;
--> statement-breakpoint
alter table booth_leases add constraint booth_leases_no_overlap
  exclude using gist (venue_id with =, booth_id with =, period with &&);
--> statement-breakpoint
create function refuse_market(p_constraint text, p_market text) returns void language plpgsql as $$
begin
  raise exception 'market % breaks %', p_market, p_constraint using errcode = '23514', constraint = p_constraint;
end $$;
--> statement-breakpoint
create function check_market(p_market text) returns void language plpgsql as $$
declare
  m markets%rowtype;
begin
  select * into m from markets where id = p_market;
  if not found then return; end if;

  if m.ownership = 'government_sponsored' then
    if not exists (select from market_parties p join organisations o on o.id = p.organisation_id
                   where p.market_id = m.id and p.role = 'initiator' and o.kind = 'government_body') then
      perform refuse_market('markets_sponsored_needs_initiator', m.id);
    end if;
    if not exists (select from market_parties p join organisations o on o.id = p.organisation_id
                   where p.market_id = m.id and p.role = 'supervisor' and o.kind = 'government_body') then
      perform refuse_market('markets_sponsored_needs_supervisor', m.id);
    end if;
  elsif not exists (select from market_parties p join organisations o on o.id = p.organisation_id
                    where p.market_id = m.id and p.role = 'lead_enterprise' and o.kind = 'enterprise') then
    perform refuse_market('markets_enterprise_led_needs_lead', m.id);
  end if;
  if m.operation = 'entrusted' and not exists (
      select from market_parties where market_id = m.id and role = 'operator') then
    perform refuse_market('markets_entrusted_needs_operator', m.id);
  end if;

  -- A power is held when a role that decides by it has somebody in it.
  if exists (
      select from unnest(array['admit_shops', 'review_listings', 'set_fees', 'publish_rules', 'inspect', 'sanction', 'arbitrate',
                               'hear_appeals', 'settle', 'view_statistics', 'amend_charter']) as needed(power)
      where not exists (
        select from market_powers h join market_parties p on p.market_id = h.market_id and p.role = h.role
        where h.market_id = m.id and h.power = needed.power and h.manner in ('decide', 'vote', 'approve', 'other_official'))) then
    perform refuse_market('markets_power_without_holder', m.id);
  end if;

  -- Nobody hears the appeal against their own sanction. A government body may, through another official, and says so.
  if exists (
      select from market_powers s join market_parties sp on sp.market_id = s.market_id and sp.role = s.role
      join market_powers h on h.market_id = s.market_id and h.power = 'hear_appeals'
      join market_parties hp on hp.market_id = h.market_id and hp.role = h.role and hp.organisation_id = sp.organisation_id
      join organisations o on o.id = hp.organisation_id
      where s.market_id = m.id and s.power = 'sanction'
        and not (h.manner = 'other_official' and o.kind = 'government_body')) then
    perform refuse_market('markets_judge_in_own_cause', m.id);
  end if;

  if (select coalesce(sum(share_bps), 10000) from market_parties where market_id = m.id and share_bps is not null) <> 10000 then
    perform refuse_market('markets_shares_not_whole', m.id);
  end if;

  -- One tree changes at a time: two that are hung below each other at the same moment would both look right.
  if m.parent_id is not null then
    perform pg_advisory_xact_lock(hashtextextended('jishi market tree', 0));
  end if;
  if exists (
      with recursive above(id, depth) as (
        select m.parent_id, 1 where m.parent_id is not null
        union all
        select p.parent_id, depth + 1 from markets p join above a on p.id = a.id where p.parent_id is not null and depth < 100)
      select from above where id = m.id or depth >= 100) then
    perform refuse_market('markets_own_ancestor', m.id);
  end if;
end $$;
--> statement-breakpoint
create function check_touched_market() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform check_market(case tg_table_name when 'markets' then to_jsonb(old) ->> 'id' else to_jsonb(old) ->> 'market_id' end);
  end if;
  if tg_op <> 'DELETE' then
    perform check_market(case tg_table_name when 'markets' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'market_id' end);
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger markets_whole after insert or update on markets
  deferrable initially deferred for each row execute function check_touched_market();
--> statement-breakpoint
create constraint trigger market_parties_whole after insert or update or delete on market_parties
  deferrable initially deferred for each row execute function check_touched_market();
--> statement-breakpoint
create constraint trigger market_powers_whole after insert or update or delete on market_powers
  deferrable initially deferred for each row execute function check_touched_market();
--> statement-breakpoint
-- What an organisation is decides which parties it may be: it never changes.
create function keep_organisation_kind() returns trigger language plpgsql as $$
begin
  if new.kind <> old.kind then
    raise exception 'the kind of an organisation does not change' using errcode = '23514', constraint = 'organisations_kind_stays';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger organisations_kind_stays before update on organisations for each row execute function keep_organisation_kind();
--> statement-breakpoint
-- An organisation that has members has an owner among them, whatever two owners do at the same moment.
create function check_owner() returns trigger language plpgsql as $$
begin
  perform from organisations where id = old.organisation_id for update;
  if exists (select from memberships where organisation_id = old.organisation_id)
     and not exists (select from memberships where organisation_id = old.organisation_id and role = 'owner') then
    raise exception 'organisation % would have no owner', old.organisation_id
      using errcode = '23514', constraint = 'memberships_last_owner';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger memberships_last_owner after update or delete on memberships
  deferrable initially deferred for each row execute function check_owner();
--> statement-breakpoint
-- Records of verification and moves of applications are evidence: written once.
create trigger verifications_append_only before update or delete or truncate on verifications
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger application_moves_append_only before update or delete or truncate on application_moves
  for each statement execute function refuse_change();
