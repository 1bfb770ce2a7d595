-- A payment belongs to a purchase and its shares to orders of the same market. Payments are below trade, so the tables say it here.
alter table payments add constraint payments_of_purchase foreign key (market_id, purchase_id) references purchases (market_id, id);
--> statement-breakpoint
alter table payment_shares add constraint payment_shares_of_order foreign key (market_id, order_id) references orders (market_id, id);
--> statement-breakpoint
-- What happened stays: the history of an order is only ever added to.
create trigger order_events_append_only before update or delete or truncate on order_events for each statement execute function refuse_change();
--> statement-breakpoint
-- No reference crosses a market: what an order names lives in the order's own market.
alter table purchases add constraint purchases_market foreign key (market_id) references markets (id),
  add constraint purchases_buyer foreign key (buyer_id) references organisations (id);
--> statement-breakpoint
alter table orders add constraint orders_shop foreign key (market_id, shop_id) references shops (market_id, id);
--> statement-breakpoint
alter table order_lines add constraint order_lines_sku foreign key (market_id, sku_id) references skus (market_id, id),
  add constraint order_lines_snapshot foreign key (market_id, snapshot_id) references snapshots (market_id, hash);
--> statement-breakpoint
alter table cart_cells add constraint cart_cells_sku foreign key (market_id, sku_id) references skus (market_id, id) on delete cascade;
--> statement-breakpoint
alter table payments add constraint payments_buyer foreign key (buyer_id) references organisations (id);
--> statement-breakpoint
-- Nobody settles a matter of their own: who belongs to the company that pays, or to a shop that is paid, neither records that the money
-- came nor that it went out. The argument names the column of the person (server/modules/payments/policy.ts says it first and in words).
create function refuse_own_matter() returns trigger language plpgsql as $$
declare
  person text := to_jsonb(new) ->> tg_argv[0];
  of_order text := to_jsonb(new) ->> 'order_id';
begin
  if person is null or new.payment_id is null then return new; end if;
  if exists (
      select from memberships m where m.person_id = person and m.organisation_id in (
        select p.buyer_id from payments p where p.market_id = new.market_id and p.id = new.payment_id
        union all
        select s.organisation_id from payment_shares x join shops s on s.market_id = x.market_id and s.id = x.shop_id
        where x.market_id = new.market_id and x.payment_id = new.payment_id and (of_order is null or x.order_id = of_order))) then
    raise exception 'person % has a part in payment %', person, new.payment_id
      using errcode = '23514', constraint = 'payments_own_matter';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger bank_receipts_own_matter before insert or update of recorded_by, payment_id on bank_receipts
  for each row execute function refuse_own_matter('recorded_by');
--> statement-breakpoint
create trigger bank_receipts_own_return before insert or update of returned_by on bank_receipts
  for each row execute function refuse_own_matter('returned_by');
--> statement-breakpoint
create trigger payouts_own_matter before insert or update of settled_by on payouts
  for each row execute function refuse_own_matter('settled_by');
--> statement-breakpoint
create trigger refunds_own_matter before insert or update of settled_by on refunds
  for each row execute function refuse_own_matter('settled_by');
