-- The oracle (reliability.md 2.1): one row per thing that must never be. `id` names the invariant, `what` the fault, `subject` where.
-- Run as the owner; an empty answer is a healthy database. Read by server/platform/testing/oracle.ts after every test that trades.

-- I1 no oversell: reserved within on hand, reserved = sum of open holds, on hand and reserved = sums of movements.
select 'I1' as id, 'stock beyond its bounds' as what, sku_id as subject from stock where reserved < 0 or reserved > on_hand
union all
select 'I1', 'reserved is not what orders hold', s.sku_id from stock s
  left join (select market_id, sku_id, sum(quantity - shipped - released) as held from stock_reservations group by 1, 2) r
    on r.market_id = s.market_id and r.sku_id = s.sku_id
  where s.reserved <> coalesce(r.held, 0)
union all
select 'I1', 'stock is not the sum of its movements', s.sku_id from stock s
  join (select market_id, sku_id, sum(on_hand) as on_hand, sum(reserved) as reserved from stock_movements group by 1, 2) m
    on m.market_id = s.market_id and m.sku_id = s.sku_id
  where s.on_hand <> m.on_hand or s.reserved <> m.reserved
union all
select 'I1', 'an order holds other stock than it ordered', l.order_id from (
  select o.market_id, o.purchase_id, l.sku_id, min(l.order_id) as order_id,
    sum(case when o.state in ('cancelled', 'expired') then 0 else l.quantity - l.shipped end) as open
  from orders o join order_lines l on l.market_id = o.market_id and l.order_id = o.id group by 1, 2, 3) l
  left join stock_reservations r on r.market_id = l.market_id and r.order_ref = l.purchase_id and r.sku_id = l.sku_id
  where l.open <> coalesce(r.quantity - r.shipped - r.released, 0)

-- I2 the books balance.
union all
select 'I2', 'journal does not balance', j.id::text from ledger.journals j left join ledger.postings p on p.journal_id = j.id
  group by j.id having count(p.line) < 2 or exists (
    select from ledger.postings q where q.journal_id = j.id group by q.currency having sum(q.amount) <> 0)
union all
select 'I2', 'cached balance is not the sum of postings', a.id::text from ledger.accounts a
  left join ledger.postings p on p.account_id = a.id group by a.id having a.balance <> coalesce(sum(p.amount), 0)
union all
select 'I2', 'balance beyond its floor or ceiling', a.id::text from ledger.accounts a
  where a.balance < coalesce(a.floor, a.balance) or a.balance > coalesce(a.ceiling, a.balance)
union all
select 'I2', 'a market does not sum to nought', market_id || ' ' || currency from ledger.accounts
  group by market_id, currency having sum(balance) <> 0

-- I3 one capture per paid purchase, and totals that agree.
union all
select 'I3', 'a paid purchase without exactly one success', p.id from purchases p where p.state = 'paid' and
  (select count(*) from payments y where y.market_id = p.market_id and y.purchase_id = p.id and y.state = 'succeeded') <> 1
union all
select 'I3', 'captured is not the accepted total', y.id from payments y join purchases p on p.market_id = y.market_id and p.id = y.purchase_id
  where y.amount <> p.total or y.currency <> p.currency
union all
select 'I3', 'a success without its capture in the books', y.id from payments y where y.state in ('succeeded', 'surplus') and
  (select count(*) from ledger.journals j where j.idem_key = 'capture:' || y.id) <> 1
union all
select 'I3', 'a capture in the books without a success', j.idem_key from ledger.journals j where j.kind = 'capture' and not exists (
  select from payments y where 'capture:' || y.id = j.idem_key and y.state in ('succeeded', 'surplus'))
union all
select 'I3', 'orders do not sum to their purchase', p.id from purchases p join orders o on o.market_id = p.market_id and o.purchase_id = p.id
  group by p.market_id, p.id having sum(o.total) <> p.total or sum(o.goods) <> p.goods or sum(o.freight) <> p.freight
union all
select 'I3', 'a purchase without orders', p.id from purchases p where not exists (
  select from orders o where o.market_id = p.market_id and o.purchase_id = p.id)
union all
select 'I3', 'shares do not sum to their payment', y.id from payments y left join payment_shares s on s.market_id = y.market_id and s.payment_id = y.id
  group by y.market_id, y.id, y.amount having coalesce(sum(s.amount), 0) <> y.amount

-- I4 escrow is conserved, order by order: captured = held + released + refunded, in the books as in the tables.
union all
select 'I4', 'books hold another sum than captured less released and refunded', s.order_id from payment_shares s
  join payments y on y.market_id = s.market_id and y.id = s.payment_id and y.state = 'succeeded'
  where s.amount - s.released - s.refunded <> coalesce((select -sum(p.amount) from ledger.postings p
    join ledger.accounts a on a.id = p.account_id and a.code = 'escrow_held' and a.market_id = s.market_id
    where p.order_id = s.order_id), 0)
union all
select 'I4', 'an order says other money than its share', o.id from orders o join payment_shares s on s.market_id = o.market_id and s.order_id = o.id
  join payments y on y.market_id = s.market_id and y.id = s.payment_id and y.state = 'succeeded'
  where o.released <> s.released or o.refunded <> s.refunded
union all
select 'I4', 'payouts are not what was released', s.order_id from payment_shares s
  where s.released <> coalesce((select sum(gross) from payouts x where x.market_id = s.market_id and x.order_id = s.order_id and x.payment_id = s.payment_id), 0)
union all
select 'I4', 'money was sent to a shop that has no account', x.id from payouts x
  where x.method = 'stripe' and x.state in ('instructed', 'paid') and not exists (select from provider_accounts a
    where a.market_id = x.market_id and a.shop_id = x.shop_id and a.account_id is not null)
union all
select 'I4', 'refunds are not what was taken back', s.order_id from payment_shares s
  where s.refunded <> coalesce((select sum(amount) from refunds x where x.market_id = s.market_id and x.order_id = s.order_id and x.payment_id = s.payment_id), 0)
union all
select 'I4', 'released while a shortage is open', o.id from orders o
  where o.short_state = 'open' and o.released + o.refunded > o.total - o.short_amount
union all
select 'I4', 'ended with money still held', o.id from orders o join payment_shares s on s.market_id = o.market_id and s.order_id = o.id
  join payments y on y.market_id = s.market_id and y.id = s.payment_id and y.state = 'succeeded'
  where o.state in ('completed', 'cancelled') and o.released + o.refunded <> o.total and o.short_state <> 'open'

-- I5 states are where their histories lead. The table of moves as in server/modules/trade/domain/moves.ts.
union all
select 'I5', 'history does not lead to the state', o.id from orders o
  where o.state is distinct from (select e.after from order_events e where e.market_id = o.market_id and e.order_id = o.id order by e.seq desc limit 1)
union all
select 'I5', 'a step does not begin where the one before ended', e.order_id from (
  select order_id, before, lag(after) over (partition by market_id, order_id order by seq) as previous, seq from order_events) e
  where e.before is distinct from e.previous
union all
select 'I5', 'a move that is not in the table: ' || e.what, e.order_id from order_events e
  where e.before is distinct from e.after and not exists (select from (values
    ('place', null, 'placed'), ('settle', 'placed', 'secured'), ('start_production', 'secured', 'in_production'),
    ('ship_part', 'secured', 'partly_shipped'), ('ship_part', 'in_production', 'partly_shipped'),
    ('ship_rest', 'secured', 'shipped'), ('ship_rest', 'in_production', 'shipped'), ('ship_rest', 'partly_shipped', 'shipped'),
    ('confirm', 'shipped', 'received'), ('auto_confirm', 'shipped', 'received'), ('release', 'received', 'completed'),
    ('cancel', 'placed', 'cancelled'), ('cancel', 'secured', 'cancelled'), ('cancel', 'in_production', 'cancelled'),
    ('expire', 'placed', 'expired')) as m(what, before, after)
    where m.what = e.what and m.before is not distinct from e.before and m.after = e.after)
union all
select 'I5', 'purchase and orders disagree', p.id from purchases p join orders o on o.market_id = p.market_id and o.purchase_id = p.id
  where (p.state = 'awaiting_payment') <> (o.state = 'placed') or (p.state = 'expired') <> (o.state = 'expired')
    or (p.state = 'cancelled' and o.state <> 'cancelled')

-- I6 the audit log is a chain.
union all
select 'I6', 'audit row does not carry the hash of the one before', a.stream || ' ' || a.seq from (
  select *, lag(hash, 1, '\x'::bytea) over w as before, lag(seq, 1, 0::bigint) over w as last from audit_log window w as (partition by stream order by seq)) a
  where a.prev <> a.before or a.seq <> a.last + 1 or a.hash <> sha256(a.prev || convert_to(jsonb_build_array(a.stream, a.seq,
    to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), a.actor_person_id, a.actor_organisation_id, a.action, a.subject, a.facts)::text, 'UTF8'))

-- I9 a key has one effect: its answer stands beside it, and the purchase that it names exists.
union all
select 'I9', 'a claim without an answer', scope || ' ' || key from idempotency_keys where answer is null
union all
select 'I9', 'an answer names a purchase that is not there', key from idempotency_keys k
  where k.answer ->> 'purchaseId' is not null and not exists (select from purchases p where p.id = k.answer ->> 'purchaseId')
union all
select 'I9', 'one purchase for two keys', min(k.key) from idempotency_keys k where k.answer ->> 'purchaseId' is not null
  group by k.answer ->> 'purchaseId' having count(*) > 1

-- I10 nothing crosses a tenant: lines are of the order's shop, orders of the purchase's buyer.
union all
select 'I10', 'a line of another shop', l.id from order_lines l join orders o on o.market_id = l.market_id and o.id = l.order_id
  join products p on p.id = l.product_id where p.market_id <> l.market_id or p.shop_id <> o.shop_id
union all
select 'I10', 'an order of another buyer', o.id from orders o join purchases p on p.market_id = o.market_id and p.id = o.purchase_id where p.buyer_id <> o.buyer_id

-- I11 money adds up from the order's own lines.
union all
select 'I11', 'goods are not the sum of lines', o.id from orders o join order_lines l on l.market_id = o.market_id and l.order_id = o.id
  group by o.market_id, o.id, o.goods, o.quantity having sum(l.amount) <> o.goods or sum(l.quantity) <> o.quantity
union all
select 'I11', 'currencies mixed', o.id from orders o join purchases p on p.market_id = o.market_id and p.id = o.purchase_id where p.currency <> o.currency
union all
select 'I11', 'shipped or received is not the sum of shipments', l.id from order_lines l left join (
    select market_id, order_line_id, sum(quantity) as shipped, coalesce(sum(received), 0) as received from shipment_lines group by 1, 2) s
    on s.market_id = l.market_id and s.order_line_id = l.id
  where l.shipped <> coalesce(s.shipped, 0) or l.received <> coalesce(s.received, 0)
union all
select 'I11', 'the order counts other pieces than its lines', o.id from orders o join order_lines l on l.market_id = o.market_id and l.order_id = o.id
  group by o.market_id, o.id, o.shipped, o.received having sum(l.shipped) <> o.shipped or sum(l.received) <> o.received

-- I12 limits hold: samples counted per company and product are those of its orders that stand, and never more than was allowed.
union all
select 'I12', 'samples counted are not those of standing orders', coalesce(u.product_id, l.product_id) from sample_uses u
  full join (select o.market_id, o.buyer_id, l.product_id, sum(l.quantity) as quantity from orders o
      join order_lines l on l.market_id = o.market_id and l.order_id = o.id
      where l.kind = 'sample' and o.state not in ('cancelled', 'expired') group by 1, 2, 3) l
    on l.market_id = u.market_id and l.buyer_id = u.buyer_id and l.product_id = u.product_id
  where coalesce(u.quantity, 0) <> coalesce(l.quantity, 0)
union all
select 'I12', 'more samples than the limit', product_id from sample_uses where quantity > sample_limit
