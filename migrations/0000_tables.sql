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
CREATE TABLE "documents" (
	"organisation_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"file_key" text NOT NULL,
	"content_type" text NOT NULL,
	"size" bigint NOT NULL,
	"valid_until" date,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"in_evidence" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "documents_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
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
ALTER TABLE "application_moves" ADD CONSTRAINT "application_moves_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_moves" ADD CONSTRAINT "application_moves_application" FOREIGN KEY ("market_id","application_id") REFERENCES "public"."applications"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_market_id_markets_id_fk" FOREIGN KEY ("market_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shop_terms" ADD CONSTRAINT "shop_terms_shop" FOREIGN KEY ("market_id","shop_id") REFERENCES "public"."shops"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shops" ADD CONSTRAINT "shops_market_id_markets_id_fk" FOREIGN KEY ("market_id") REFERENCES "public"."markets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shops" ADD CONSTRAINT "shops_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shops" ADD CONSTRAINT "shops_application" FOREIGN KEY ("market_id","application_id") REFERENCES "public"."applications"("market_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_subject" ON "audit_log" USING btree ("subject","at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "mails_newest" ON "mails" USING btree ("created_at");--> statement-breakpoint
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
CREATE UNIQUE INDEX "identities_verified_code" ON "identities" USING btree ("verified_code");--> statement-breakpoint
CREATE INDEX "identities_next_due" ON "identities" USING btree ("next_due_at");--> statement-breakpoint
CREATE INDEX "booth_leases_organisation" ON "booth_leases" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "market_parties_organisation" ON "market_parties" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "markets_cluster" ON "markets" USING btree ("cluster_id");--> statement-breakpoint
CREATE INDEX "markets_parent_id" ON "markets" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "venue_links_venue" ON "venue_links" USING btree ("venue_id");--> statement-breakpoint
CREATE UNIQUE INDEX "applications_open" ON "applications" USING btree ("market_id","organisation_id") WHERE "applications"."status" in ('draft', 'submitted', 'returned', 'verified');--> statement-breakpoint
CREATE INDEX "applications_queue" ON "applications" USING btree ("market_id","status","submitted_at","id");--> statement-breakpoint
CREATE INDEX "applications_organisation" ON "applications" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "shops_newest" ON "shops" USING btree ("market_id","admitted_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "shops_owner" ON "shops" USING btree ("organisation_id");