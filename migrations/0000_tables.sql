CREATE TABLE "audit_log" (
	"stream" text NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_person_id" text,
	"actor_organisation_id" text,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"facts" jsonb NOT NULL,
	"prev" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_log_stream_seq_pk" PRIMARY KEY("stream","seq")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"answer" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_scope_key_pk" PRIMARY KEY("scope","key"),
	CONSTRAINT "idempotency_key_length" CHECK (length("idempotency_keys"."key") between 16 and 255)
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" text PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"dedupe_key" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mails_dedupe_key" UNIQUE("dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "stored_files" (
	"key" text PRIMARY KEY NOT NULL,
	"content_type" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"is_public" boolean DEFAULT false NOT NULL,
	CONSTRAINT "stored_files_size" CHECK ("stored_files"."size" > 0)
);
--> statement-breakpoint
CREATE TABLE "import_products" (
	"market_id" text NOT NULL,
	"import_id" text NOT NULL,
	"position" integer NOT NULL,
	"style_no" text NOT NULL,
	"draft" jsonb,
	"problems" jsonb NOT NULL,
	"state" text NOT NULL,
	"product_id" text,
	"problem" text,
	CONSTRAINT "import_products_market_id_import_id_position_pk" PRIMARY KEY("market_id","import_id","position")
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"market_id" text NOT NULL,
	"import_id" text NOT NULL,
	"row" integer NOT NULL,
	"state" text NOT NULL,
	"cells" jsonb NOT NULL,
	"preview" jsonb NOT NULL,
	CONSTRAINT "import_rows_market_id_import_id_row_pk" PRIMARY KEY("market_id","import_id","row")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"market_id" text NOT NULL,
	"id" text NOT NULL,
	"shop_id" text NOT NULL,
	"person_id" text NOT NULL,
	"file_key" text NOT NULL,
	"file_name" text NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"layout" jsonb,
	"mapping" jsonb,
	"corrections" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"refusal" jsonb,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"progress" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"cursor" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "imports_market_id_id_pk" PRIMARY KEY("market_id","id"),
	CONSTRAINT "imports_state" CHECK ("imports"."state" in ('checking', 'ready', 'refused', 'importing', 'done', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "media" (
	"market_id" text NOT NULL,
	"id" text NOT NULL,
	"shop_id" text NOT NULL,
	"alt" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "media_market_id_id_pk" PRIMARY KEY("market_id","id")
);
--> statement-breakpoint
CREATE TABLE "media_sources" (
	"media_id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"object_key" text,
	"drawing" jsonb,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	CONSTRAINT "media_sources_one" CHECK (("media_sources"."object_key" is null) <> ("media_sources"."drawing" is null)),
	CONSTRAINT "media_sources_size" CHECK ("media_sources"."width" > 0 and "media_sources"."height" > 0)
);
--> statement-breakpoint
CREATE TABLE "price_history" (
	"market_id" text NOT NULL,
	"product_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"unit_price" bigint NOT NULL,
	"from_quantity" integer NOT NULL,
	"tiers" jsonb NOT NULL,
	"highest_sku" bigint,
	CONSTRAINT "price_history_market_id_product_id_at_pk" PRIMARY KEY("market_id","product_id","at")
);
--> statement-breakpoint
CREATE TABLE "price_tiers" (
	"market_id" text NOT NULL,
	"product_id" text NOT NULL,
	"min_quantity" integer NOT NULL,
	"unit_price" bigint NOT NULL,
	CONSTRAINT "price_tiers_market_id_product_id_min_quantity_pk" PRIMARY KEY("market_id","product_id","min_quantity"),
	CONSTRAINT "price_tiers_positive" CHECK ("price_tiers"."min_quantity" >= 1 and "price_tiers"."unit_price" >= 1)
);
--> statement-breakpoint
CREATE TABLE "product_documents" (
	"product_id" text PRIMARY KEY NOT NULL,
	"market_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"body" text NOT NULL,
	"etag" text NOT NULL,
	"prepared_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "product_media" (
	"market_id" text NOT NULL,
	"product_id" text NOT NULL,
	"position" integer NOT NULL,
	"media_id" text NOT NULL,
	CONSTRAINT "product_media_market_id_product_id_position_pk" PRIMARY KEY("market_id","product_id","position")
);
--> statement-breakpoint
CREATE TABLE "products" (
	"market_id" text NOT NULL,
	"id" text NOT NULL,
	"shop_id" text NOT NULL,
	"style_no" text NOT NULL,
	"category_id" text NOT NULL,
	"title" jsonb NOT NULL,
	"description" jsonb NOT NULL,
	"attributes" jsonb NOT NULL,
	"unit" text NOT NULL,
	"quote_mode" text NOT NULL,
	"moq" integer NOT NULL,
	"pack_size" integer NOT NULL,
	"pack_note" jsonb NOT NULL,
	"mixed_batch" boolean NOT NULL,
	"sample_price" bigint,
	"sample_limit" integer NOT NULL,
	"lead_time_days" integer NOT NULL,
	"origin" jsonb NOT NULL,
	"hs_code" text,
	"customisable" boolean NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"pending" jsonb,
	"change" text,
	"remarks" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"sold30d" integer DEFAULT 0 NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"reviewed_at" timestamp (3) with time zone,
	"listed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "products_market_id_id_pk" PRIMARY KEY("market_id","id"),
	CONSTRAINT "products_style_no" UNIQUE("market_id","shop_id","style_no"),
	CONSTRAINT "products_status" CHECK ("products"."status" in ('draft', 'in_review', 'sent_back', 'listed', 'withdrawn')),
	CONSTRAINT "products_change" CHECK (("products"."change" is null) = ("products"."pending" is null)),
	CONSTRAINT "products_moq" CHECK ("products"."moq" >= 1 and "products"."pack_size" >= 1),
	CONSTRAINT "products_listed_at" CHECK ("products"."status" <> 'listed' or "products"."listed_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "remembered_mappings" (
	"market_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"signature" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"used_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "remembered_mappings_market_id_shop_id_signature_pk" PRIMARY KEY("market_id","shop_id","signature")
);
--> statement-breakpoint
CREATE TABLE "skus" (
	"market_id" text NOT NULL,
	"id" text NOT NULL,
	"product_id" text NOT NULL,
	"position" integer NOT NULL,
	"cell" text NOT NULL,
	"colour" jsonb NOT NULL,
	"colour_hex" text,
	"size" text NOT NULL,
	"article_no" text NOT NULL,
	"unit_price" bigint,
	"weight_grams" integer,
	"barcode" text,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "skus_market_id_id_pk" PRIMARY KEY("market_id","id"),
	CONSTRAINT "skus_unit_price" CHECK ("skus"."unit_price" > 0)
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"market_id" text NOT NULL,
	"hash" text NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "snapshots_market_id_hash_pk" PRIMARY KEY("market_id","hash")
);
--> statement-breakpoint
CREATE TABLE "stock" (
	"market_id" text NOT NULL,
	"sku_id" text NOT NULL,
	"on_hand" integer NOT NULL,
	"reserved" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "stock_market_id_sku_id_pk" PRIMARY KEY("market_id","sku_id"),
	CONSTRAINT "stock_reserved_within" CHECK ("stock"."reserved" >= 0 and "stock"."reserved" <= "stock"."on_hand")
);
--> statement-breakpoint
CREATE TABLE "stock_movements" (
	"market_id" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "stock_movements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"sku_id" text NOT NULL,
	"kind" text NOT NULL,
	"on_hand" integer NOT NULL,
	"reserved" integer NOT NULL,
	"order_ref" text,
	"person_id" text,
	"reason" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stock_movements_market_id_id_pk" PRIMARY KEY("market_id","id")
);
--> statement-breakpoint
CREATE TABLE "stock_reservations" (
	"market_id" text NOT NULL,
	"order_ref" text NOT NULL,
	"sku_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"shipped" integer DEFAULT 0 NOT NULL,
	"released" integer DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stock_reservations_market_id_order_ref_sku_id_pk" PRIMARY KEY("market_id","order_ref","sku_id"),
	CONSTRAINT "stock_reservations_within" CHECK ("stock_reservations"."quantity" > 0 and "stock_reservations"."shipped" >= 0 and "stock_reservations"."released" >= 0 and "stock_reservations"."shipped" + "stock_reservations"."released" <= "stock_reservations"."quantity"),
	CONSTRAINT "stock_reservations_state" CHECK ("stock_reservations"."state" = case when "stock_reservations"."shipped" + "stock_reservations"."released" < "stock_reservations"."quantity" then 'open' when "stock_reservations"."shipped" > 0 then 'committed' else 'released' end)
);
--> statement-breakpoint
CREATE TABLE "test_reports" (
	"market_id" text NOT NULL,
	"id" text NOT NULL,
	"shop_id" text NOT NULL,
	"number" text NOT NULL,
	"lab" text NOT NULL,
	"issued_on" date NOT NULL,
	"expires_on" date,
	"style_nos" text[] NOT NULL,
	"media_id" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "test_reports_market_id_id_pk" PRIMARY KEY("market_id","id"),
	CONSTRAINT "test_reports_number" UNIQUE("market_id","shop_id","number"),
	CONSTRAINT "test_reports_dates" CHECK ("test_reports"."expires_on" > "test_reports"."issued_on")
);
--> statement-breakpoint
CREATE TABLE "bank_accounts" (
	"market_id" text PRIMARY KEY NOT NULL,
	"institution" jsonb NOT NULL,
	"account_name" text NOT NULL,
	"account_number" text NOT NULL,
	"bank_name" text NOT NULL,
	"bank_code" text,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bank_receipts" (
	"market_id" text NOT NULL,
	"id" text NOT NULL,
	"bank_ref" text NOT NULL,
	"reference" text NOT NULL,
	"payer" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"received_on" date NOT NULL,
	"note" text NOT NULL,
	"state" text NOT NULL,
	"payment_id" text,
	"recorded_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bank_receipts_market_id_id_pk" PRIMARY KEY("market_id","id"),
	CONSTRAINT "bank_receipts_once" UNIQUE("market_id","bank_ref"),
	CONSTRAINT "bank_receipts_amount" CHECK ("bank_receipts"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "payment_shares" (
	"market_id" text NOT NULL,
	"payment_id" text NOT NULL,
	"order_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"released" bigint DEFAULT 0 NOT NULL,
	"refunded" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "payment_shares_market_id_payment_id_order_id_pk" PRIMARY KEY("market_id","payment_id","order_id"),
	CONSTRAINT "payment_shares_within" CHECK ("payment_shares"."amount" > 0 and "payment_shares"."released" >= 0 and "payment_shares"."refunded" >= 0 and "payment_shares"."released" + "payment_shares"."refunded" <= "payment_shares"."amount")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"market_id" text NOT NULL,
	"id" text NOT NULL,
	"purchase_id" text NOT NULL,
	"method" text NOT NULL,
	"state" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"reference" text,
	"session_id" text,
	"session_url" text,
	"intent_id" text,
	"failure" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"pay_before" timestamp (3) with time zone NOT NULL,
	"succeeded_at" timestamp (3) with time zone,
	CONSTRAINT "payments_market_id_id_pk" PRIMARY KEY("market_id","id"),
	CONSTRAINT "payments_reference" UNIQUE("reference"),
	CONSTRAINT "payments_session" UNIQUE("session_id"),
	CONSTRAINT "payments_intent" UNIQUE("intent_id"),
	CONSTRAINT "payments_amount" CHECK ("payments"."amount" > 0),
	CONSTRAINT "payments_state" CHECK ("payments"."state" in ('awaiting','succeeded','surplus','failed','closed')),
	CONSTRAINT "payments_time" CHECK (("payments"."state" in ('succeeded','surplus')) = ("payments"."succeeded_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "payouts" (
	"market_id" text NOT NULL,
	"id" text NOT NULL,
	"payment_id" text NOT NULL,
	"order_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"part" integer NOT NULL,
	"method" text NOT NULL,
	"state" text NOT NULL,
	"gross" bigint NOT NULL,
	"commission" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"provider_id" text,
	"failure" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"paid_at" timestamp (3) with time zone,
	CONSTRAINT "payouts_market_id_id_pk" PRIMARY KEY("market_id","id"),
	CONSTRAINT "payouts_once" UNIQUE("market_id","order_id","part"),
	CONSTRAINT "payouts_provider" UNIQUE("provider_id"),
	CONSTRAINT "payouts_sum" CHECK ("payouts"."gross" = "payouts"."amount" + "payouts"."commission" and "payouts"."amount" > 0 and "payouts"."commission" >= 0),
	CONSTRAINT "payouts_state" CHECK ("payouts"."state" in ('instructed','paid','failed'))
);
--> statement-breakpoint
CREATE TABLE "provider_accounts" (
	"market_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"account_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provider_accounts_market_id_shop_id_pk" PRIMARY KEY("market_id","shop_id"),
	CONSTRAINT "provider_accounts_account" UNIQUE("account_id")
);
--> statement-breakpoint
CREATE TABLE "provider_events" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"object_id" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "provider_events_state" CHECK ("provider_events"."state" in ('received','applied','ignored','quarantined'))
);
--> statement-breakpoint
CREATE TABLE "reconciliation_breaks" (
	"market_id" text NOT NULL,
	"id" text NOT NULL,
	"subject" text NOT NULL,
	"kind" text NOT NULL,
	"facts" jsonb NOT NULL,
	"found_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "reconciliation_breaks_market_id_id_pk" PRIMARY KEY("market_id","id"),
	CONSTRAINT "reconciliation_breaks_once" UNIQUE("market_id","subject","kind")
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"market_id" text NOT NULL,
	"id" text NOT NULL,
	"payment_id" text NOT NULL,
	"order_id" text,
	"cause" text NOT NULL,
	"method" text NOT NULL,
	"state" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"reason" text NOT NULL,
	"provider_id" text,
	"failure" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"paid_at" timestamp (3) with time zone,
	CONSTRAINT "refunds_market_id_id_pk" PRIMARY KEY("market_id","id"),
	CONSTRAINT "refunds_once" UNIQUE NULLS NOT DISTINCT("market_id","payment_id","order_id","cause"),
	CONSTRAINT "refunds_provider" UNIQUE("provider_id"),
	CONSTRAINT "refunds_amount" CHECK ("refunds"."amount" > 0),
	CONSTRAINT "refunds_state" CHECK ("refunds"."state" in ('instructed','paid','failed'))
);
--> statement-breakpoint
CREATE TABLE "search_cards" (
	"product_id" text PRIMARY KEY NOT NULL,
	"card" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_documents" (
	"product_id" text PRIMARY KEY NOT NULL,
	"market_id" text NOT NULL,
	"tokens" integer[] NOT NULL,
	"title_tokens" smallint NOT NULL,
	"facets" integer[] NOT NULL,
	"tier_mins" integer[] NOT NULL,
	"tier_prices" bigint[] NOT NULL,
	"moq" integer NOT NULL,
	"lead_time_days" smallint NOT NULL,
	"price" bigint NOT NULL,
	"popularity" integer NOT NULL,
	"sold30d" integer NOT NULL,
	"listed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_terms" (
	"market_id" text NOT NULL,
	"term" text NOT NULL,
	"kind" text NOT NULL,
	"ref_id" text DEFAULT '' NOT NULL,
	"frequency" integer NOT NULL,
	"pinyin" text NOT NULL,
	"initials" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_values" (
	"token" integer PRIMARY KEY NOT NULL,
	"facet" text NOT NULL,
	"value" text NOT NULL,
	"name" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cart_cells" (
	"market_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"product_id" text NOT NULL,
	"kind" text NOT NULL,
	"sku_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"seen_price" bigint,
	"seen_available" integer NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cart_cells_market_id_buyer_id_product_id_kind_sku_id_pk" PRIMARY KEY("market_id","buyer_id","product_id","kind","sku_id"),
	CONSTRAINT "cart_cells_quantity" CHECK ("cart_cells"."quantity" between 1 and 1000000),
	CONSTRAINT "cart_cells_kind" CHECK ("cart_cells"."kind" in ('stock','sample'))
);
--> statement-breakpoint
CREATE TABLE "carts" (
	"market_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "carts_market_id_buyer_id_pk" PRIMARY KEY("market_id","buyer_id")
);
--> statement-breakpoint
CREATE TABLE "order_events" (
	"market_id" text NOT NULL,
	"order_id" text NOT NULL,
	"seq" smallint NOT NULL,
	"what" text NOT NULL,
	"before" text,
	"after" text NOT NULL,
	"side" text NOT NULL,
	"person_id" text,
	"person_name" text,
	"organisation_id" text,
	"reason" text DEFAULT '' NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "order_events_market_id_order_id_seq_pk" PRIMARY KEY("market_id","order_id","seq"),
	CONSTRAINT "order_events_side" CHECK ("order_events"."side" in ('buyer','shop','market','system'))
);
--> statement-breakpoint
CREATE TABLE "order_lines" (
	"market_id" text NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"position" smallint NOT NULL,
	"product_id" text NOT NULL,
	"sku_id" text NOT NULL,
	"kind" text NOT NULL,
	"snapshot_id" text NOT NULL,
	"title" jsonb NOT NULL,
	"style_no" text NOT NULL,
	"image_url" text,
	"unit" text NOT NULL,
	"article_no" text NOT NULL,
	"colour" jsonb NOT NULL,
	"colour_hex" text,
	"size" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"shipped" integer DEFAULT 0 NOT NULL,
	"received" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "order_lines_market_id_id_pk" PRIMARY KEY("market_id","id"),
	CONSTRAINT "order_lines_position" UNIQUE("market_id","order_id","position"),
	CONSTRAINT "order_lines_amount" CHECK ("order_lines"."amount" = "order_lines"."quantity" * "order_lines"."unit_price" and "order_lines"."quantity" > 0 and "order_lines"."unit_price" > 0),
	CONSTRAINT "order_lines_counts" CHECK (0 <= "order_lines"."received" and "order_lines"."received" <= "order_lines"."shipped" and "order_lines"."shipped" <= "order_lines"."quantity")
);
--> statement-breakpoint
CREATE TABLE "order_number_days" (
	"market_id" text NOT NULL,
	"day" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "order_number_days_market_id_day_pk" PRIMARY KEY("market_id","day")
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"market_id" text NOT NULL,
	"id" text NOT NULL,
	"purchase_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"number" text NOT NULL,
	"state" text NOT NULL,
	"currency" text NOT NULL,
	"goods" bigint NOT NULL,
	"freight" bigint NOT NULL,
	"total" bigint NOT NULL,
	"commission_bps" integer NOT NULL,
	"freight_mode" text NOT NULL,
	"lead_time_days" integer NOT NULL,
	"shop_name" jsonb NOT NULL,
	"buyer_name" text NOT NULL,
	"buyer_place" text NOT NULL,
	"title" jsonb NOT NULL,
	"image_url" text,
	"products" integer NOT NULL,
	"colours" integer NOT NULL,
	"sizes" integer NOT NULL,
	"quantity" integer NOT NULL,
	"shipped" integer DEFAULT 0 NOT NULL,
	"received" integer DEFAULT 0 NOT NULL,
	"short_amount" bigint DEFAULT 0 NOT NULL,
	"short_state" text DEFAULT 'none' NOT NULL,
	"released" bigint DEFAULT 0 NOT NULL,
	"commission" bigint DEFAULT 0 NOT NULL,
	"refunded" bigint DEFAULT 0 NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"secured_at" timestamp (3) with time zone,
	"ship_before" timestamp (3) with time zone,
	"first_shipped_at" timestamp (3) with time zone,
	"shipped_at" timestamp (3) with time zone,
	"auto_confirm_at" timestamp (3) with time zone,
	"received_at" timestamp (3) with time zone,
	"completed_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "orders_market_id_id_pk" PRIMARY KEY("market_id","id"),
	CONSTRAINT "orders_number" UNIQUE("market_id","number"),
	CONSTRAINT "orders_one_per_shop" UNIQUE("market_id","purchase_id","shop_id"),
	CONSTRAINT "orders_sum" CHECK ("orders"."total" = "orders"."goods" + "orders"."freight" and "orders"."goods" > 0 and "orders"."freight" >= 0),
	CONSTRAINT "orders_counts" CHECK ("orders"."received" <= "orders"."shipped" and "orders"."shipped" <= "orders"."quantity"),
	CONSTRAINT "orders_money" CHECK ("orders"."released" + "orders"."refunded" <= "orders"."total" and "orders"."short_amount" <= "orders"."goods" and "orders"."commission" <= "orders"."released"),
	CONSTRAINT "orders_state" CHECK ("orders"."state" in ('placed','secured','in_production','partly_shipped','shipped','received','completed','cancelled','expired'))
);
--> statement-breakpoint
CREATE TABLE "purchases" (
	"market_id" text NOT NULL,
	"id" text NOT NULL,
	"number" text NOT NULL,
	"buyer_id" text NOT NULL,
	"buyer_name" text NOT NULL,
	"placed_by" text NOT NULL,
	"state" text NOT NULL,
	"currency" text NOT NULL,
	"goods" bigint NOT NULL,
	"freight" bigint NOT NULL,
	"total" bigint NOT NULL,
	"ship_to" jsonb NOT NULL,
	"remark" text NOT NULL,
	"buyer_reference" text NOT NULL,
	"cart_version" integer,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"pay_before" timestamp (3) with time zone NOT NULL,
	"paid_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "purchases_market_id_id_pk" PRIMARY KEY("market_id","id"),
	CONSTRAINT "purchases_number" UNIQUE("market_id","number"),
	CONSTRAINT "purchases_cart" UNIQUE("market_id","buyer_id","cart_version"),
	CONSTRAINT "purchases_sum" CHECK ("purchases"."total" = "purchases"."goods" + "purchases"."freight" and "purchases"."goods" > 0 and "purchases"."freight" >= 0),
	CONSTRAINT "purchases_state" CHECK ("purchases"."state" in ('awaiting_payment','paid','cancelled','expired')),
	CONSTRAINT "purchases_paid" CHECK (("purchases"."state" = 'paid') = ("purchases"."paid_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "shipment_lines" (
	"market_id" text NOT NULL,
	"shipment_id" text NOT NULL,
	"order_line_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"received" integer,
	CONSTRAINT "shipment_lines_market_id_shipment_id_order_line_id_pk" PRIMARY KEY("market_id","shipment_id","order_line_id"),
	CONSTRAINT "shipment_lines_counts" CHECK ("shipment_lines"."quantity" > 0 and "shipment_lines"."received" between 0 and "shipment_lines"."quantity")
);
--> statement-breakpoint
CREATE TABLE "shipments" (
	"market_id" text NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"no" smallint NOT NULL,
	"state" text NOT NULL,
	"carrier" text NOT NULL,
	"tracking_no" text NOT NULL,
	"cartons" integer,
	"note" text NOT NULL,
	"shipped_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone,
	"by_clock" boolean DEFAULT false NOT NULL,
	CONSTRAINT "shipments_market_id_id_pk" PRIMARY KEY("market_id","id"),
	CONSTRAINT "shipments_no" UNIQUE("market_id","order_id","no"),
	CONSTRAINT "shipments_state" CHECK ("shipments"."state" in ('shipped','received'))
);
--> statement-breakpoint
ALTER TABLE "import_products" ADD CONSTRAINT "import_products_import" FOREIGN KEY ("market_id","import_id") REFERENCES "public"."imports"("market_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import" FOREIGN KEY ("market_id","import_id") REFERENCES "public"."imports"("market_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_id_media_sources_media_id_fk" FOREIGN KEY ("id") REFERENCES "public"."media_sources"("media_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_history" ADD CONSTRAINT "price_history_product" FOREIGN KEY ("market_id","product_id") REFERENCES "public"."products"("market_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_tiers" ADD CONSTRAINT "price_tiers_product" FOREIGN KEY ("market_id","product_id") REFERENCES "public"."products"("market_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_media" ADD CONSTRAINT "product_media_product" FOREIGN KEY ("market_id","product_id") REFERENCES "public"."products"("market_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_media" ADD CONSTRAINT "product_media_media" FOREIGN KEY ("market_id","media_id") REFERENCES "public"."media"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skus" ADD CONSTRAINT "skus_product" FOREIGN KEY ("market_id","product_id") REFERENCES "public"."products"("market_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock" ADD CONSTRAINT "stock_sku" FOREIGN KEY ("market_id","sku_id") REFERENCES "public"."skus"("market_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_sku" FOREIGN KEY ("market_id","sku_id") REFERENCES "public"."stock"("market_id","sku_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_reservations" ADD CONSTRAINT "stock_reservations_sku" FOREIGN KEY ("market_id","sku_id") REFERENCES "public"."stock"("market_id","sku_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_reports" ADD CONSTRAINT "test_reports_media" FOREIGN KEY ("market_id","media_id") REFERENCES "public"."media"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_receipts" ADD CONSTRAINT "bank_receipts_payment" FOREIGN KEY ("market_id","payment_id") REFERENCES "public"."payments"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_shares" ADD CONSTRAINT "payment_shares_payment" FOREIGN KEY ("market_id","payment_id") REFERENCES "public"."payments"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_share" FOREIGN KEY ("market_id","payment_id","order_id") REFERENCES "public"."payment_shares"("market_id","payment_id","order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment" FOREIGN KEY ("market_id","payment_id") REFERENCES "public"."payments"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_cells" ADD CONSTRAINT "cart_cells_cart" FOREIGN KEY ("market_id","buyer_id") REFERENCES "public"."carts"("market_id","buyer_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_events" ADD CONSTRAINT "order_events_order" FOREIGN KEY ("market_id","order_id") REFERENCES "public"."orders"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_order" FOREIGN KEY ("market_id","order_id") REFERENCES "public"."orders"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_purchase" FOREIGN KEY ("market_id","purchase_id") REFERENCES "public"."purchases"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_lines" ADD CONSTRAINT "shipment_lines_shipment" FOREIGN KEY ("market_id","shipment_id") REFERENCES "public"."shipments"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_lines" ADD CONSTRAINT "shipment_lines_line" FOREIGN KEY ("market_id","order_line_id") REFERENCES "public"."order_lines"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipments" ADD CONSTRAINT "shipments_order" FOREIGN KEY ("market_id","order_id") REFERENCES "public"."orders"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_subject" ON "audit_log" USING btree ("subject","at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "mails_newest" ON "mails" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "import_rows_by_state" ON "import_rows" USING btree ("market_id","import_id","state","row");--> statement-breakpoint
CREATE INDEX "imports_of_shop" ON "imports" USING btree ("market_id","shop_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "media_of_shop" ON "media" USING btree ("market_id","shop_id","id");--> statement-breakpoint
CREATE INDEX "product_documents_of_shop" ON "product_documents" USING btree ("shop_id");--> statement-breakpoint
CREATE INDEX "products_of_shop" ON "products" USING btree ("market_id","shop_id","updated_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "products_of_shop_by_status" ON "products" USING btree ("market_id","shop_id","status","updated_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "products_waiting" ON "products" USING btree ("market_id","submitted_at","id") WHERE "products"."status" = 'in_review' or "products"."change" = 'waiting';--> statement-breakpoint
CREATE INDEX "products_listed" ON "products" USING btree ("market_id","category_id") WHERE "products"."status" = 'listed';--> statement-breakpoint
CREATE UNIQUE INDEX "skus_cell" ON "skus" USING btree ("market_id","product_id","cell") WHERE "skus"."removed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "skus_article_no" ON "skus" USING btree ("market_id","product_id","article_no") WHERE "skus"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "stock_movements_of_sku" ON "stock_movements" USING btree ("market_id","sku_id","id");--> statement-breakpoint
CREATE INDEX "stock_reservations_of_sku" ON "stock_reservations" USING btree ("market_id","sku_id");--> statement-breakpoint
CREATE INDEX "test_reports_styles" ON "test_reports" USING gin ("style_nos");--> statement-breakpoint
CREATE INDEX "bank_receipts_list" ON "bank_receipts" USING btree ("market_id","state","id");--> statement-breakpoint
CREATE INDEX "payment_shares_order" ON "payment_shares" USING btree ("market_id","order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_success" ON "payments" USING btree ("market_id","purchase_id") WHERE "payments"."state" = 'succeeded';--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_open" ON "payments" USING btree ("market_id","purchase_id","method") WHERE "payments"."state" = 'awaiting';--> statement-breakpoint
CREATE INDEX "payments_purchase" ON "payments" USING btree ("market_id","purchase_id");--> statement-breakpoint
CREATE INDEX "payments_waiting" ON "payments" USING btree ("created_at") WHERE "payments"."state" = 'awaiting';--> statement-breakpoint
CREATE INDEX "payouts_list" ON "payouts" USING btree ("market_id","state","id");--> statement-breakpoint
CREATE INDEX "payouts_shop" ON "payouts" USING btree ("market_id","shop_id","id");--> statement-breakpoint
CREATE INDEX "provider_events_open" ON "provider_events" USING btree ("received_at") WHERE "provider_events"."state" in ('received','quarantined');--> statement-breakpoint
CREATE INDEX "refunds_list" ON "refunds" USING btree ("market_id","state","id");--> statement-breakpoint
CREATE INDEX "search_documents_tokens" ON "search_documents" USING gin ("tokens") WITH (fastupdate=true);--> statement-breakpoint
CREATE INDEX "search_documents_newest" ON "search_documents" USING btree ("listed_at" DESC NULLS LAST,"product_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "search_documents_cheapest" ON "search_documents" USING btree ("price","product_id");--> statement-breakpoint
CREATE INDEX "search_terms_of_market" ON "search_terms" USING btree ("market_id","kind","ref_id");--> statement-breakpoint
CREATE INDEX "search_terms_prefix" ON "search_terms" USING btree ("market_id","term" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "search_terms_pinyin" ON "search_terms" USING btree ("market_id","pinyin" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "search_terms_initials" ON "search_terms" USING btree ("market_id","initials" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "order_lines_sku" ON "order_lines" USING btree ("market_id","sku_id");--> statement-breakpoint
CREATE INDEX "orders_of_buyer" ON "orders" USING btree ("market_id","buyer_id","id");--> statement-breakpoint
CREATE INDEX "orders_of_shop" ON "orders" USING btree ("market_id","shop_id","id");--> statement-breakpoint
CREATE INDEX "orders_of_shop_by_state" ON "orders" USING btree ("market_id","shop_id","state","id");--> statement-breakpoint
CREATE INDEX "orders_to_confirm" ON "orders" USING btree ("auto_confirm_at") WHERE "orders"."state" = 'shipped';--> statement-breakpoint
CREATE INDEX "orders_to_release" ON "orders" USING btree ("received_at") WHERE "orders"."state" = 'received';--> statement-breakpoint
CREATE INDEX "purchases_unpaid" ON "purchases" USING btree ("pay_before") WHERE "purchases"."state" = 'awaiting_payment';--> statement-breakpoint
CREATE INDEX "shipment_lines_of_line" ON "shipment_lines" USING btree ("market_id","order_line_id");