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
CREATE INDEX "search_documents_tokens" ON "search_documents" USING gin ("tokens") WITH (fastupdate=true);--> statement-breakpoint
CREATE INDEX "search_documents_newest" ON "search_documents" USING btree ("listed_at" DESC NULLS LAST,"product_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "search_documents_cheapest" ON "search_documents" USING btree ("price","product_id");--> statement-breakpoint
CREATE INDEX "search_terms_of_market" ON "search_terms" USING btree ("market_id","kind","ref_id");--> statement-breakpoint
CREATE INDEX "search_terms_prefix" ON "search_terms" USING btree ("market_id","term" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "search_terms_pinyin" ON "search_terms" USING btree ("market_id","pinyin" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "search_terms_initials" ON "search_terms" USING btree ("market_id","initials" text_pattern_ops);