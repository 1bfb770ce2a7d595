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
