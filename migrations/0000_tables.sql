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
	"owner" text,
	"made_from" text,
	"claimed_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "stored_files_size" CHECK ("stored_files"."size" > 0)
);
--> statement-breakpoint
CREATE TABLE "addresses" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"recipient" text NOT NULL,
	"phone" text NOT NULL,
	"place" jsonb NOT NULL,
	"street" text NOT NULL,
	"postal_code" text NOT NULL,
	"is_default" boolean NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "attempt_counters" (
	"key" varchar(255) PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"invited_by" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_token" UNIQUE("token_hash"),
	CONSTRAINT "invitations_role" CHECK ("invitations"."role" in ('owner', 'manager', 'staff', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "known_devices" (
	"person_id" text NOT NULL,
	"hash" "bytea" NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "known_devices_person_id_hash_pk" PRIMARY KEY("person_id","hash")
);
--> statement-breakpoint
CREATE TABLE "mail_tokens" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"email" text NOT NULL,
	"person_id" text,
	"payload" jsonb,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_tokens_purpose" CHECK ("mail_tokens"."purpose" in ('registration', 'password_reset'))
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"organisation_id" text NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_organisation_id_person_id_pk" PRIMARY KEY("organisation_id","person_id"),
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('owner', 'manager', 'staff', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_kind" CHECK ("organisations"."kind" in ('enterprise', 'buyer_company', 'government_body', 'operator', 'association')),
	CONSTRAINT "organisations_name" CHECK ("organisations"."name"->>'zh' <> '' or "organisations"."name"->>'en' <> '')
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"locale" text NOT NULL,
	"password_hash" text NOT NULL,
	"session_version" integer DEFAULT 1 NOT NULL,
	"platform_admin" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_locale" CHECK ("people"."locale" in ('zh', 'en'))
);
--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"parent_hash" "bytea",
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"acting_organisation_id" text,
	"succession_key" "bytea" NOT NULL,
	"user_agent" text NOT NULL,
	"network" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"idle_until" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text,
	CONSTRAINT "sessions_ended" CHECK (("sessions"."ended_at" is null) = ("sessions"."end_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"kid" text PRIMARY KEY NOT NULL,
	"private_key" text NOT NULL,
	"public_key" text NOT NULL,
	"signs_from" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
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
	"submit" boolean DEFAULT false NOT NULL,
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
CREATE TABLE "documents" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"file_key" text,
	"content_type" text NOT NULL,
	"size" bigint NOT NULL,
	"valid_until" date,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"in_evidence" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "documents_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "documents_removed" CHECK (("documents"."file_key" is null) = ("documents"."removed_at" is not null)),
	CONSTRAINT "documents_kind" CHECK ("documents"."kind" in ('business_licence', 'representative_id', 'authorisation', 'other'))
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"organisation_id" text PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"stated" jsonb NOT NULL,
	"credit_code" text NOT NULL,
	"credit_code_level" text NOT NULL,
	"verified" jsonb,
	"verified_code" text,
	"verified_at" timestamp (3) with time zone,
	"next_due_at" timestamp (3) with time zone,
	"change_due_on" date,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "identities_status" CHECK ("identities"."status" in ('draft', 'pending', 'verified', 'rejected')),
	CONSTRAINT "identities_level" CHECK ("identities"."credit_code_level" in ('ok', 'review')),
	CONSTRAINT "identities_verified_whole" CHECK (("identities"."verified" is null) = ("identities"."verified_at" is null) and ("identities"."verified" is null) = ("identities"."next_due_at" is null) and ("identities"."verified" is null) = ("identities"."verified_code" is null)),
	CONSTRAINT "identities_verified_status" CHECK ("identities"."status" <> 'verified' or "identities"."verified" is not null)
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"in_market" text NOT NULL,
	"by_person_id" text,
	"method" text NOT NULL,
	"result" text NOT NULL,
	"reason" text NOT NULL,
	"identity" jsonb NOT NULL,
	"document_ids" text[] NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"next_due_at" timestamp (3) with time zone,
	CONSTRAINT "verifications_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "verifications_method" CHECK ("verifications"."method" in ('document', 'registry', 'on_site')),
	CONSTRAINT "verifications_result" CHECK ("verifications"."result" in ('verified', 'rejected')),
	CONSTRAINT "verifications_due" CHECK (("verifications"."result" = 'verified') = ("verifications"."next_due_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "booth_leases" (
	"venue_id" text NOT NULL,
	"booth_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"period" daterange NOT NULL,
	CONSTRAINT "booth_leases_venue_id_booth_id_period_pk" PRIMARY KEY("venue_id","booth_id","period"),
	CONSTRAINT "booth_leases_period" CHECK (not isempty("booth_leases"."period") and not lower_inf("booth_leases"."period"))
);
--> statement-breakpoint
CREATE TABLE "booths" (
	"venue_id" text NOT NULL,
	"id" text NOT NULL,
	"floor_id" text NOT NULL,
	"code" text NOT NULL,
	"area_square_metres" numeric(8, 2),
	CONSTRAINT "booths_venue_id_id_pk" PRIMARY KEY("venue_id","id"),
	CONSTRAINT "booths_code" UNIQUE("venue_id","floor_id","code")
);
--> statement-breakpoint
CREATE TABLE "charters" (
	"market_id" text NOT NULL,
	"version" integer NOT NULL,
	"preamble" jsonb NOT NULL,
	"adopted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "charters_market_id_version_pk" PRIMARY KEY("market_id","version"),
	CONSTRAINT "charters_version" CHECK ("charters"."version" >= 1)
);
--> statement-breakpoint
CREATE TABLE "clusters" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" jsonb NOT NULL,
	"county_code" text NOT NULL,
	"goods" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "clusters_slug" UNIQUE("slug"),
	CONSTRAINT "clusters_county_code" CHECK ("clusters"."county_code" ~ '^[0-9]{6}$')
);
--> statement-breakpoint
CREATE TABLE "floors" (
	"venue_id" text NOT NULL,
	"id" text NOT NULL,
	"hall_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"level" integer NOT NULL,
	CONSTRAINT "floors_venue_id_id_pk" PRIMARY KEY("venue_id","id"),
	CONSTRAINT "floors_level" UNIQUE("venue_id","hall_id","level")
);
--> statement-breakpoint
CREATE TABLE "halls" (
	"venue_id" text NOT NULL,
	"id" text NOT NULL,
	"name" jsonb NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "halls_venue_id_id_pk" PRIMARY KEY("venue_id","id")
);
--> statement-breakpoint
CREATE TABLE "market_parties" (
	"market_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"role" text NOT NULL,
	"share_bps" integer,
	"since" date DEFAULT current_date NOT NULL,
	CONSTRAINT "market_parties_market_id_organisation_id_role_pk" PRIMARY KEY("market_id","organisation_id","role"),
	CONSTRAINT "market_parties_role" CHECK ("market_parties"."role" in ('lead_enterprise', 'management_group_member', 'initiator', 'investor', 'supervisor', 'operator', 'regulator', 'association')),
	CONSTRAINT "market_parties_share" CHECK ("market_parties"."share_bps" is null or ("market_parties"."role" = 'management_group_member' and "market_parties"."share_bps" between 1 and 10000))
);
--> statement-breakpoint
CREATE TABLE "market_powers" (
	"market_id" text NOT NULL,
	"power" text NOT NULL,
	"role" text NOT NULL,
	"manner" text NOT NULL,
	CONSTRAINT "market_powers_market_id_power_role_pk" PRIMARY KEY("market_id","power","role"),
	CONSTRAINT "market_powers_power" CHECK ("market_powers"."power" in ('admit_shops', 'review_listings', 'set_fees', 'publish_rules', 'inspect', 'sanction', 'arbitrate', 'hear_appeals', 'settle', 'view_statistics', 'amend_charter')),
	CONSTRAINT "market_powers_manner" CHECK ("market_powers"."manner" in ('decide', 'vote', 'propose', 'approve', 'consent', 'order', 'other_official'))
);
--> statement-breakpoint
CREATE TABLE "markets" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" jsonb NOT NULL,
	"tagline" jsonb NOT NULL,
	"introduction" jsonb NOT NULL,
	"cluster_id" text NOT NULL,
	"currency" text NOT NULL,
	"ownership" text NOT NULL,
	"operation" text NOT NULL,
	"formation" text NOT NULL,
	"goods" text NOT NULL,
	"parent_id" text,
	"status" text NOT NULL,
	"category_ids" text[] NOT NULL,
	"operator_of_record_id" text NOT NULL,
	"contact" jsonb NOT NULL,
	"registrations" jsonb NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "markets_slug" UNIQUE("slug"),
	CONSTRAINT "markets_ownership" CHECK ("markets"."ownership" in ('enterprise_led', 'government_sponsored')),
	CONSTRAINT "markets_operation" CHECK ("markets"."operation" in ('self_built', 'entrusted')),
	CONSTRAINT "markets_only_sponsored_is_entrusted" CHECK ("markets"."operation" = 'self_built' or "markets"."ownership" = 'government_sponsored'),
	CONSTRAINT "markets_formation" CHECK ("markets"."formation" in ('market_formed', 'government_promoted')),
	CONSTRAINT "markets_goods" CHECK ("markets"."goods" in ('terminal_products', 'production_materials')),
	CONSTRAINT "markets_status" CHECK ("markets"."status" in ('preparing', 'open', 'closed')),
	CONSTRAINT "markets_opened" CHECK ("markets"."status" = 'preparing' or "markets"."opened_at" is not null),
	CONSTRAINT "markets_slug_shape" CHECK ("markets"."slug" ~ '^[a-z][a-z0-9-]{1,40}$')
);
--> statement-breakpoint
CREATE TABLE "venue_links" (
	"market_id" text NOT NULL,
	"venue_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "venue_links_market_id_venue_id_pk" PRIMARY KEY("market_id","venue_id")
);
--> statement-breakpoint
CREATE TABLE "venues" (
	"id" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"address" jsonb NOT NULL,
	"opening_hours" jsonb NOT NULL,
	"division_code" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
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
	"returned_by" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bank_receipts_market_id_id_pk" PRIMARY KEY("market_id","id"),
	CONSTRAINT "bank_receipts_once" UNIQUE("market_id","bank_ref"),
	CONSTRAINT "bank_receipts_amount" CHECK ("bank_receipts"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "market_commissions" (
	"market_id" text PRIMARY KEY NOT NULL,
	"bps" integer NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "market_commissions_bps" CHECK ("market_commissions"."bps" between 0 and 2000)
);
--> statement-breakpoint
CREATE TABLE "payment_shares" (
	"market_id" text NOT NULL,
	"payment_id" text NOT NULL,
	"order_id" text NOT NULL,
	"order_number" text NOT NULL,
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
	"buyer_id" text NOT NULL,
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
	"attempt" integer DEFAULT 1 NOT NULL,
	"settled_by" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"instructed_at" timestamp (3) with time zone,
	"paid_at" timestamp (3) with time zone,
	CONSTRAINT "payouts_market_id_id_pk" PRIMARY KEY("market_id","id"),
	CONSTRAINT "payouts_once" UNIQUE("market_id","order_id","part"),
	CONSTRAINT "payouts_provider" UNIQUE("market_id","provider_id"),
	CONSTRAINT "payouts_sum" CHECK ("payouts"."gross" = "payouts"."amount" + "payouts"."commission" and "payouts"."amount" > 0 and "payouts"."commission" >= 0),
	CONSTRAINT "payouts_state" CHECK ("payouts"."state" in ('waiting','instructed','paid','failed')),
	CONSTRAINT "payouts_instructed" CHECK (("payouts"."state" = 'waiting') = ("payouts"."instructed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "provider_accounts" (
	"market_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"business_name" text NOT NULL,
	"account_id" text,
	"state" text NOT NULL,
	"requirements" text[] DEFAULT '{}' NOT NULL,
	"disabled_reason" text,
	"version" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"checked_at" timestamp (3) with time zone,
	"active_since" timestamp (3) with time zone,
	CONSTRAINT "provider_accounts_market_id_shop_id_pk" PRIMARY KEY("market_id","shop_id"),
	CONSTRAINT "provider_accounts_account" UNIQUE("account_id"),
	CONSTRAINT "provider_accounts_state" CHECK ("provider_accounts"."state" in ('pending','active','restricted')),
	CONSTRAINT "provider_accounts_known" CHECK ("provider_accounts"."state" = 'pending' or ("provider_accounts"."account_id" is not null and "provider_accounts"."checked_at" is not null)),
	CONSTRAINT "provider_accounts_time" CHECK (("provider_accounts"."state" = 'active') = ("provider_accounts"."active_since" is not null))
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
	"settled_by" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"paid_at" timestamp (3) with time zone,
	CONSTRAINT "refunds_market_id_id_pk" PRIMARY KEY("market_id","id"),
	CONSTRAINT "refunds_once" UNIQUE NULLS NOT DISTINCT("market_id","payment_id","order_id","cause"),
	CONSTRAINT "refunds_provider" UNIQUE("market_id","provider_id"),
	CONSTRAINT "refunds_amount" CHECK ("refunds"."amount" > 0),
	CONSTRAINT "refunds_state" CHECK ("refunds"."state" in ('instructed','paid','failed'))
);
--> statement-breakpoint
CREATE TABLE "search_cards" (
	"product_id" text PRIMARY KEY NOT NULL,
	"card" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_changes" (
	"transaction" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"market_id" text NOT NULL,
	"product_id" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_documents" (
	"product_id" text PRIMARY KEY NOT NULL,
	"market_id" text NOT NULL,
	"category" text NOT NULL,
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
CREATE TABLE "application_documents" (
	"market_id" text NOT NULL,
	"application_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"document_id" text NOT NULL,
	CONSTRAINT "application_documents_market_id_application_id_document_id_pk" PRIMARY KEY("market_id","application_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "application_moves" (
	"market_id" text NOT NULL,
	"application_id" text NOT NULL,
	"seq" integer NOT NULL,
	"from" text,
	"to" text NOT NULL,
	"person_id" text,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "application_moves_market_id_application_id_seq_pk" PRIMARY KEY("market_id","application_id","seq")
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"market_id" text NOT NULL,
	"id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"status" text NOT NULL,
	"shop_name" jsonb NOT NULL,
	"introduction" jsonb NOT NULL,
	"category_ids" text[] NOT NULL,
	"contact_name" text NOT NULL,
	"contact_phone" text NOT NULL,
	"booth_wish" text NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "applications_market_id_id_pk" PRIMARY KEY("market_id","id"),
	CONSTRAINT "applications_owner" UNIQUE("market_id","id","organisation_id"),
	CONSTRAINT "applications_status" CHECK ("applications"."status" in ('draft', 'submitted', 'returned', 'verified', 'admitted', 'refused', 'withdrawn')),
	CONSTRAINT "applications_submitted" CHECK ("applications"."status" in ('draft', 'withdrawn') or "applications"."submitted_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "shop_terms" (
	"market_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"terms" jsonb NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "shop_terms_market_id_shop_id_pk" PRIMARY KEY("market_id","shop_id")
);
--> statement-breakpoint
CREATE TABLE "shops" (
	"market_id" text NOT NULL,
	"id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"application_id" text,
	"status" text NOT NULL,
	"name" jsonb NOT NULL,
	"introduction" jsonb NOT NULL,
	"category_ids" text[] NOT NULL,
	"ship_from" jsonb,
	"opening_hours" jsonb NOT NULL,
	"contact_phone" text NOT NULL,
	"logo_key" text,
	"banner_key" text,
	"admitted_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "shops_market_id_id_pk" PRIMARY KEY("market_id","id"),
	CONSTRAINT "shops_organisation" UNIQUE("market_id","organisation_id"),
	CONSTRAINT "shops_status" CHECK ("shops"."status" in ('open', 'suspended', 'closed'))
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
CREATE TABLE "clock_failures" (
	"market_id" text NOT NULL,
	"subject" text NOT NULL,
	"failures" integer NOT NULL,
	"retry_at" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "clock_failures_market_id_subject_pk" PRIMARY KEY("market_id","subject"),
	CONSTRAINT "clock_failures_count" CHECK ("clock_failures"."failures" > 0)
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
	"media_id" text,
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
	"media_id" text,
	"products" integer NOT NULL,
	"colours" integer NOT NULL,
	"sizes" integer NOT NULL,
	"quantity" integer NOT NULL,
	"shipped" integer DEFAULT 0 NOT NULL,
	"received" integer DEFAULT 0 NOT NULL,
	"open_shipments" integer DEFAULT 0 NOT NULL,
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
CREATE TABLE "sample_uses" (
	"market_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"product_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"sample_limit" integer NOT NULL,
	CONSTRAINT "sample_uses_market_id_buyer_id_product_id_pk" PRIMARY KEY("market_id","buyer_id","product_id"),
	CONSTRAINT "sample_uses_within" CHECK ("sample_uses"."quantity" between 0 and "sample_uses"."sample_limit")
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
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "known_devices" ADD CONSTRAINT "known_devices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_tokens" ADD CONSTRAINT "mail_tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_acting_organisation_id_organisations_id_fk" FOREIGN KEY ("acting_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_products" ADD CONSTRAINT "import_products_import" FOREIGN KEY ("market_id","import_id") REFERENCES "public"."imports"("market_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import" FOREIGN KEY ("market_id","import_id") REFERENCES "public"."imports"("market_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_shop" FOREIGN KEY ("market_id","shop_id") REFERENCES "public"."shops"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_id_media_sources_media_id_fk" FOREIGN KEY ("id") REFERENCES "public"."media_sources"("media_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_history" ADD CONSTRAINT "price_history_product" FOREIGN KEY ("market_id","product_id") REFERENCES "public"."products"("market_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_tiers" ADD CONSTRAINT "price_tiers_product" FOREIGN KEY ("market_id","product_id") REFERENCES "public"."products"("market_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_media" ADD CONSTRAINT "product_media_product" FOREIGN KEY ("market_id","product_id") REFERENCES "public"."products"("market_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_media" ADD CONSTRAINT "product_media_media" FOREIGN KEY ("market_id","media_id") REFERENCES "public"."media"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_shop" FOREIGN KEY ("market_id","shop_id") REFERENCES "public"."shops"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remembered_mappings" ADD CONSTRAINT "remembered_mappings_shop" FOREIGN KEY ("market_id","shop_id") REFERENCES "public"."shops"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skus" ADD CONSTRAINT "skus_product" FOREIGN KEY ("market_id","product_id") REFERENCES "public"."products"("market_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock" ADD CONSTRAINT "stock_sku" FOREIGN KEY ("market_id","sku_id") REFERENCES "public"."skus"("market_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_sku" FOREIGN KEY ("market_id","sku_id") REFERENCES "public"."stock"("market_id","sku_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_reservations" ADD CONSTRAINT "stock_reservations_sku" FOREIGN KEY ("market_id","sku_id") REFERENCES "public"."stock"("market_id","sku_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_reports" ADD CONSTRAINT "test_reports_shop" FOREIGN KEY ("market_id","shop_id") REFERENCES "public"."shops"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_reports" ADD CONSTRAINT "test_reports_media" FOREIGN KEY ("market_id","media_id") REFERENCES "public"."media"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_file_key_stored_files_key_fk" FOREIGN KEY ("file_key") REFERENCES "public"."stored_files"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booth_leases" ADD CONSTRAINT "booth_leases_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booth_leases" ADD CONSTRAINT "booth_leases_booth" FOREIGN KEY ("venue_id","booth_id") REFERENCES "public"."booths"("venue_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booths" ADD CONSTRAINT "booths_floor" FOREIGN KEY ("venue_id","floor_id") REFERENCES "public"."floors"("venue_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charters" ADD CONSTRAINT "charters_market_id_markets_id_fk" FOREIGN KEY ("market_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "floors" ADD CONSTRAINT "floors_hall" FOREIGN KEY ("venue_id","hall_id") REFERENCES "public"."halls"("venue_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "halls" ADD CONSTRAINT "halls_venue_id_venues_id_fk" FOREIGN KEY ("venue_id") REFERENCES "public"."venues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "market_parties" ADD CONSTRAINT "market_parties_market_id_markets_id_fk" FOREIGN KEY ("market_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "market_parties" ADD CONSTRAINT "market_parties_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "market_powers" ADD CONSTRAINT "market_powers_market_id_markets_id_fk" FOREIGN KEY ("market_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "markets" ADD CONSTRAINT "markets_cluster_id_clusters_id_fk" FOREIGN KEY ("cluster_id") REFERENCES "public"."clusters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "markets" ADD CONSTRAINT "markets_operator_of_record_id_organisations_id_fk" FOREIGN KEY ("operator_of_record_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "markets" ADD CONSTRAINT "markets_parent" FOREIGN KEY ("parent_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "venue_links" ADD CONSTRAINT "venue_links_market_id_markets_id_fk" FOREIGN KEY ("market_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "venue_links" ADD CONSTRAINT "venue_links_venue_id_venues_id_fk" FOREIGN KEY ("venue_id") REFERENCES "public"."venues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_receipts" ADD CONSTRAINT "bank_receipts_payment" FOREIGN KEY ("market_id","payment_id") REFERENCES "public"."payments"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_shares" ADD CONSTRAINT "payment_shares_payment" FOREIGN KEY ("market_id","payment_id") REFERENCES "public"."payments"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_share" FOREIGN KEY ("market_id","payment_id","order_id") REFERENCES "public"."payment_shares"("market_id","payment_id","order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment" FOREIGN KEY ("market_id","payment_id") REFERENCES "public"."payments"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_documents" ADD CONSTRAINT "application_documents_application" FOREIGN KEY ("market_id","application_id","organisation_id") REFERENCES "public"."applications"("market_id","id","organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_documents" ADD CONSTRAINT "application_documents_document" FOREIGN KEY ("organisation_id","document_id") REFERENCES "public"."documents"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_moves" ADD CONSTRAINT "application_moves_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_moves" ADD CONSTRAINT "application_moves_application" FOREIGN KEY ("market_id","application_id") REFERENCES "public"."applications"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_market_id_markets_id_fk" FOREIGN KEY ("market_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shop_terms" ADD CONSTRAINT "shop_terms_shop" FOREIGN KEY ("market_id","shop_id") REFERENCES "public"."shops"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shops" ADD CONSTRAINT "shops_market_id_markets_id_fk" FOREIGN KEY ("market_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shops" ADD CONSTRAINT "shops_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shops" ADD CONSTRAINT "shops_application" FOREIGN KEY ("market_id","application_id") REFERENCES "public"."applications"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "stored_files_owner" ON "stored_files" USING btree ("owner") WHERE "stored_files"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "stored_files_made_from" ON "stored_files" USING btree ("made_from") WHERE "stored_files"."made_from" is not null;--> statement-breakpoint
CREATE INDEX "stored_files_going" ON "stored_files" USING btree ("removed_at") WHERE "stored_files"."removed_at" is not null;--> statement-breakpoint
CREATE INDEX "stored_files_unclaimed" ON "stored_files" USING btree ("created_at") WHERE "stored_files"."claimed_at" is null;--> statement-breakpoint
CREATE INDEX "addresses_organisation" ON "addresses" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "addresses_default" ON "addresses" USING btree ("organisation_id") WHERE "addresses"."is_default" and "addresses"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "attempt_counters_expire" ON "attempt_counters" USING btree ("expire");--> statement-breakpoint
CREATE INDEX "invitations_organisation" ON "invitations" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "mail_tokens_email" ON "mail_tokens" USING btree (lower("email"),"purpose");--> statement-breakpoint
CREATE INDEX "memberships_person" ON "memberships" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "refresh_tokens_parent" ON "refresh_tokens" USING btree ("parent_hash");--> statement-breakpoint
CREATE INDEX "refresh_tokens_session" ON "refresh_tokens" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "import_rows_by_state" ON "import_rows" USING btree ("market_id","import_id","state","row");--> statement-breakpoint
CREATE INDEX "imports_of_shop" ON "imports" USING btree ("market_id","shop_id","id");--> statement-breakpoint
CREATE INDEX "media_of_shop" ON "media" USING btree ("market_id","shop_id","id");--> statement-breakpoint
CREATE INDEX "product_documents_of_shop" ON "product_documents" USING btree ("shop_id");--> statement-breakpoint
CREATE INDEX "products_of_shop" ON "products" USING btree ("market_id","shop_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "products_of_shop_by_status" ON "products" USING btree ("market_id","shop_id","status","updated_at","id");--> statement-breakpoint
CREATE INDEX "products_waiting" ON "products" USING btree ("market_id","submitted_at","id") WHERE "products"."status" = 'in_review' or "products"."change" = 'waiting';--> statement-breakpoint
CREATE INDEX "products_listed" ON "products" USING btree ("market_id","category_id") WHERE "products"."status" = 'listed';--> statement-breakpoint
CREATE UNIQUE INDEX "skus_cell" ON "skus" USING btree ("market_id","product_id","cell") WHERE "skus"."removed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "skus_article_no" ON "skus" USING btree ("market_id","product_id","article_no") WHERE "skus"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "stock_movements_of_sku" ON "stock_movements" USING btree ("market_id","sku_id","id");--> statement-breakpoint
CREATE INDEX "stock_reservations_of_sku" ON "stock_reservations" USING btree ("sku_id");--> statement-breakpoint
CREATE INDEX "test_reports_styles" ON "test_reports" USING gin ("style_nos");--> statement-breakpoint
CREATE UNIQUE INDEX "identities_verified_code" ON "identities" USING btree ("verified_code");--> statement-breakpoint
CREATE INDEX "identities_next_due" ON "identities" USING btree ("next_due_at");--> statement-breakpoint
CREATE INDEX "booth_leases_organisation" ON "booth_leases" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "market_parties_organisation" ON "market_parties" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "markets_cluster" ON "markets" USING btree ("cluster_id");--> statement-breakpoint
CREATE INDEX "markets_parent_id" ON "markets" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "venue_links_venue" ON "venue_links" USING btree ("venue_id");--> statement-breakpoint
CREATE INDEX "bank_receipts_list" ON "bank_receipts" USING btree ("market_id","state","id");--> statement-breakpoint
CREATE INDEX "payment_shares_order" ON "payment_shares" USING btree ("market_id","order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_success" ON "payments" USING btree ("market_id","purchase_id") WHERE "payments"."state" = 'succeeded';--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_open" ON "payments" USING btree ("market_id","purchase_id","method") WHERE "payments"."state" = 'awaiting';--> statement-breakpoint
CREATE INDEX "payments_purchase" ON "payments" USING btree ("market_id","purchase_id");--> statement-breakpoint
CREATE INDEX "payments_waiting" ON "payments" USING btree ("created_at") WHERE "payments"."state" = 'awaiting';--> statement-breakpoint
CREATE INDEX "payouts_list" ON "payouts" USING btree ("market_id","state","id");--> statement-breakpoint
CREATE INDEX "payouts_shop" ON "payouts" USING btree ("market_id","shop_id","id");--> statement-breakpoint
CREATE INDEX "payouts_waiting" ON "payouts" USING btree ("market_id","shop_id") WHERE "payouts"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "provider_events_open" ON "provider_events" USING btree ("received_at") WHERE "provider_events"."state" in ('received','quarantined');--> statement-breakpoint
CREATE INDEX "refunds_list" ON "refunds" USING btree ("market_id","state","id");--> statement-breakpoint
CREATE INDEX "search_changes_since" ON "search_changes" USING btree ("transaction");--> statement-breakpoint
CREATE INDEX "search_changes_at" ON "search_changes" USING btree ("at");--> statement-breakpoint
CREATE INDEX "search_documents_tokens" ON "search_documents" USING gin ("tokens") WITH (fastupdate=true);--> statement-breakpoint
CREATE INDEX "search_documents_popular" ON "search_documents" USING btree ("market_id","popularity","product_id");--> statement-breakpoint
CREATE INDEX "search_documents_popular_in" ON "search_documents" USING btree ("market_id","category","popularity","product_id");--> statement-breakpoint
CREATE INDEX "search_documents_newest_in" ON "search_documents" USING btree ("market_id","category","listed_at","product_id");--> statement-breakpoint
CREATE INDEX "search_documents_newest" ON "search_documents" USING btree ("listed_at","product_id");--> statement-breakpoint
CREATE INDEX "search_documents_cheapest" ON "search_documents" USING btree ("price","product_id");--> statement-breakpoint
CREATE INDEX "search_terms_of_market" ON "search_terms" USING btree ("market_id","kind","ref_id");--> statement-breakpoint
CREATE INDEX "search_terms_prefix" ON "search_terms" USING btree ("market_id","term" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "search_terms_pinyin" ON "search_terms" USING btree ("market_id","pinyin" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "search_terms_initials" ON "search_terms" USING btree ("market_id","initials" text_pattern_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "applications_open" ON "applications" USING btree ("market_id","organisation_id") WHERE "applications"."status" in ('draft', 'submitted', 'returned', 'verified');--> statement-breakpoint
CREATE INDEX "applications_queue" ON "applications" USING btree ("market_id","status","submitted_at","id");--> statement-breakpoint
CREATE INDEX "applications_organisation" ON "applications" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "shops_newest" ON "shops" USING btree ("market_id","admitted_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "shops_owner" ON "shops" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "order_lines_sku" ON "order_lines" USING btree ("market_id","sku_id");--> statement-breakpoint
CREATE INDEX "orders_of_buyer" ON "orders" USING btree ("market_id","buyer_id","id");--> statement-breakpoint
CREATE INDEX "orders_of_shop" ON "orders" USING btree ("market_id","shop_id","id");--> statement-breakpoint
CREATE INDEX "orders_of_shop_by_state" ON "orders" USING btree ("market_id","shop_id","state","id");--> statement-breakpoint
CREATE INDEX "orders_to_confirm" ON "orders" USING btree ("auto_confirm_at") WHERE "orders"."state" = 'shipped';--> statement-breakpoint
CREATE INDEX "orders_to_release" ON "orders" USING btree ("received_at") WHERE "orders"."state" = 'received';--> statement-breakpoint
CREATE INDEX "purchases_unpaid" ON "purchases" USING btree ("pay_before") WHERE "purchases"."state" = 'awaiting_payment';--> statement-breakpoint
CREATE INDEX "shipment_lines_of_line" ON "shipment_lines" USING btree ("market_id","order_line_id");