-- A payment belongs to a purchase and its shares to orders of the same market. Payments are below trade, so the tables say it here.
alter table payments add constraint payments_of_purchase foreign key (market_id, purchase_id) references purchases (market_id, id);
--> statement-breakpoint
alter table payment_shares add constraint payment_shares_of_order foreign key (market_id, order_id) references orders (market_id, id);
--> statement-breakpoint
-- What happened stays: the history of an order is only ever added to.
create trigger order_events_append_only before update or delete or truncate on order_events for each statement execute function refuse_change();
