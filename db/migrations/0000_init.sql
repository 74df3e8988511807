CREATE TYPE "public"."channel" AS ENUM('phone', 'email', 'letter', 'visit', 'meeting', 'home_visit', 'social_media', 'web_form', 'text_message');--> statement-breakpoint
CREATE TYPE "public"."chat" AS ENUM('slack', 'teams');--> statement-breakpoint
CREATE TYPE "public"."direction" AS ENUM('inbound', 'outbound');--> statement-breakpoint
CREATE TYPE "public"."identifier_kind" AS ENUM('phone', 'email', 'handle', 'address', 'uprn');--> statement-breakpoint
CREATE TYPE "public"."officer_status" AS ENUM('active', 'absent', 'left');--> statement-breakpoint
CREATE TYPE "public"."outcome" AS ENUM('breach', 'conditional', 'permitted', 'possible_match', 'clear', 'not_checked');--> statement-breakpoint
CREATE TYPE "public"."restriction_kind" AS ENUM('third_party_only', 'no_email', 'premises_by_appointment', 'named_officer', 'call_times', 'witnessed', 'topic_closed', 'social_media', 'home_visits', 'no_contact_with_officers', 'channels_only', 'all_contact');--> statement-breakpoint
CREATE TABLE "approver" (
	"organisation_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"officer_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"interest_declared_at" timestamp with time zone,
	"verdict" text,
	"verdict_at" timestamp with time zone,
	"reason" text,
	"seat_id" uuid,
	CONSTRAINT "approver_organisation_id_proposal_id_officer_id_pk" PRIMARY KEY("organisation_id","proposal_id","officer_id")
);
--> statement-breakpoint
CREATE TABLE "incident" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ref" text NOT NULL,
	"submission" uuid NOT NULL,
	"customer_id" uuid,
	"typed_customer" jsonb NOT NULL,
	"reporter_id" uuid NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"service" text NOT NULL,
	"channel" "channel",
	"occurred_at" timestamp with time zone NOT NULL,
	"place" text,
	"what_happened" text NOT NULL,
	"opinion" text,
	"behaviours" text[] NOT NULL,
	"matter" text,
	"done_at_once" text,
	"asked_to_moderate" text,
	"serious_threat" boolean NOT NULL,
	"injury" text,
	"evidence" text,
	"affected" uuid[] DEFAULT '{}' NOT NULL,
	"alert_id" uuid,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"triage_officer_id" uuid,
	"triaged_by" uuid,
	"triaged_at" timestamp with time zone,
	"triage_reason" text,
	"limbs" text[] DEFAULT '{}' NOT NULL,
	"shown_by" text,
	CONSTRAINT "incident_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "incident_organisation_id_ref_unique" UNIQUE("organisation_id","ref"),
	CONSTRAINT "incident_organisation_id_submission_unique" UNIQUE("organisation_id","submission"),
	CONSTRAINT "incident_state" CHECK ("state" in ('awaiting_triage', 'no_further_action', 'advice', 'warning', 'proposed')),
	CONSTRAINT "incident_injury" CHECK ("injury" in ('none', 'injured', 'serious'))
);
--> statement-breakpoint
CREATE TABLE "ladder_step" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"incident_id" uuid,
	"proposal_id" uuid,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"owner_id" uuid,
	"what_happened" text,
	"what_to_change" text,
	"how" "channel",
	"given_on" date,
	"given_by" text,
	"said" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"pack_id" text NOT NULL,
	"pack_version" integer NOT NULL,
	CONSTRAINT "ladder_step_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "ladder_step_organisation_id_proposal_id_kind_unique" UNIQUE("organisation_id","proposal_id","kind"),
	CONSTRAINT "ladder_step_organisation_id_incident_id_kind_unique" UNIQUE("organisation_id","incident_id","kind"),
	CONSTRAINT "ladder_step_kind" CHECK ("kind" in ('advice', 'warning')),
	CONSTRAINT "ladder_step_state" CHECK ("state" in ('to_give', 'given')),
	CONSTRAINT "ladder_step_given_has_its_day" CHECK ("state" = 'to_give' or ("given_on" is not null and "how" is not null))
);
--> statement-breakpoint
CREATE TABLE "letter" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"arrangement_id" uuid,
	"step_id" uuid,
	"body" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"owner_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"sent_how" "channel",
	"sent_on" date,
	"sent_by" uuid,
	"recorded_at" timestamp with time zone,
	CONSTRAINT "letter_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "letter_organisation_id_arrangement_id_unique" UNIQUE("organisation_id","arrangement_id"),
	CONSTRAINT "letter_organisation_id_step_id_unique" UNIQUE("organisation_id","step_id"),
	CONSTRAINT "letter_tells_of_one_thing" CHECK (num_nonnulls("arrangement_id", "step_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ref" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"service" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"round" integer DEFAULT 0 NOT NULL,
	"pack_id" text NOT NULL,
	"pack_version" integer NOT NULL,
	"bypass" text,
	"bypass_reason" text,
	"restrictions" jsonb NOT NULL,
	"services" text[],
	"scope_reason" text,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"review_on" date,
	"reason" text,
	"open_way" text,
	"open_way_by" "channel",
	"open_way_reader" text,
	"complained_about" uuid[] DEFAULT '{}' NOT NULL,
	"exclusive_identifiers" uuid[] NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"quorum" integer DEFAULT 1 NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decision_reason" text,
	"exchanges" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "proposal_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "proposal_organisation_id_ref_unique" UNIQUE("organisation_id","ref"),
	CONSTRAINT "proposal_state" CHECK ("state" in ('draft', 'submitted', 'returned', 'approved', 'rejected', 'expired', 'withdrawn', 'superseded'))
);
--> statement-breakpoint
CREATE TABLE "proposal_incident" (
	"organisation_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"incident_id" uuid NOT NULL,
	"proposed_from" boolean NOT NULL,
	"explains" "restriction_kind"[] NOT NULL,
	CONSTRAINT "proposal_incident_organisation_id_proposal_id_incident_id_pk" PRIMARY KEY("organisation_id","proposal_id","incident_id")
);
--> statement-breakpoint
CREATE TABLE "safety_alert" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"incident_id" uuid NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"asked" uuid[] NOT NULL,
	"acknowledged_by" uuid,
	"acknowledged_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "safety_alert_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "safety_alert_organisation_id_incident_id_unique" UNIQUE("organisation_id","incident_id")
);
--> statement-breakpoint
CREATE TABLE "social_work_question" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" uuid NOT NULL,
	"put_to" uuid[] NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"known" boolean,
	"care_worker" text,
	"note" text,
	"attempts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "social_work_question_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "social_work_question_organisation_id_proposal_id_unique" UNIQUE("organisation_id","proposal_id")
);
--> statement-breakpoint
CREATE TABLE "alert" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ref" text NOT NULL,
	"conversation" text NOT NULL,
	"series" text,
	"likeness" text,
	"place" text NOT NULL,
	"gathered_in" uuid,
	"customer_id" uuid NOT NULL,
	"outcome" "outcome" NOT NULL,
	"tier" text NOT NULL,
	"channel" "channel" NOT NULL,
	"direction" "direction" NOT NULL,
	"service" text,
	"occurred_at" timestamp with time zone NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"decided" jsonb NOT NULL,
	"handling" text[] NOT NULL,
	"contacts" integer DEFAULT 1 NOT NULL,
	"handled" boolean DEFAULT false NOT NULL,
	"also_customers" uuid[] DEFAULT '{}' NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"state_by" uuid,
	"state_at" timestamp with time zone,
	"state_reason" text,
	"judgement" text,
	"judged_by" uuid,
	"judged_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "alert_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "alert_organisation_id_ref_unique" UNIQUE("organisation_id","ref"),
	CONSTRAINT "alert_organisation_id_conversation_customer_id_unique" UNIQUE("organisation_id","conversation","customer_id"),
	CONSTRAINT "alert_judgement" CHECK ("judgement" in ('same', 'not_same')),
	CONSTRAINT "alert_state" CHECK ("state" in ('open', 'acknowledged', 'someone_else', 'allowed'))
);
--> statement-breakpoint
CREATE TABLE "alert_recipient" (
	"organisation_id" uuid NOT NULL,
	"alert_id" uuid NOT NULL,
	"officer_id" uuid NOT NULL,
	"part" text NOT NULL,
	"acknowledged_at" timestamp with time zone,
	CONSTRAINT "alert_recipient_organisation_id_alert_id_officer_id_pk" PRIMARY KEY("organisation_id","alert_id","officer_id"),
	CONSTRAINT "alert_recipient_part" CHECK ("part" in ('reached', 'point_of_contact', 'standing_in'))
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"organisation_id" uuid NOT NULL,
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"direction" "direction" NOT NULL,
	"channel" "channel" NOT NULL,
	"service" text,
	"officer_id" uuid,
	"outcome" "outcome" NOT NULL,
	"answer" jsonb NOT NULL,
	"customer_id" uuid,
	"subject" text,
	"seen" jsonb,
	"alert_id" uuid,
	"pair" text,
	"handled_conversation" text,
	CONSTRAINT "contact_organisation_id_source_source_id_pk" PRIMARY KEY("organisation_id","source","source_id")
);
--> statement-breakpoint
CREATE TABLE "look_up" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"officer_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"customer_id" uuid,
	CONSTRAINT "look_up_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "not_same_person" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"key" text NOT NULL,
	"customer_version" integer NOT NULL,
	"alert_id" uuid NOT NULL,
	"judged_by" uuid NOT NULL,
	"judged_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "not_same_person_organisation_id_customer_id_key_pk" PRIMARY KEY("organisation_id","customer_id","key"),
	CONSTRAINT "not_same_person_organisation_id_id_unique" UNIQUE("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "week_call" (
	"organisation_id" uuid NOT NULL,
	"restriction_id" uuid NOT NULL,
	"conversation" text NOT NULL,
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	CONSTRAINT "week_call_organisation_id_restriction_id_source_source_id_pk" PRIMARY KEY("organisation_id","restriction_id","source","source_id")
);
--> statement-breakpoint
CREATE TABLE "copy" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"officer_id" uuid,
	"channel" text,
	"chat" "chat" NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"wanted" integer DEFAULT 1 NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"conversation_id" text,
	"service_url" text,
	"message_id" text,
	"gathered_in" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"sent_at" timestamp with time zone,
	CONSTRAINT "copy_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "copy_once" UNIQUE NULLS NOT DISTINCT("organisation_id","kind","subject_id","officer_id","chat","round"),
	CONSTRAINT "copy_kind" CHECK ("kind" in ('report-receipt', 'triage', 'safety-alert', 'safety-alert-channel', 'approval', 'approval-reminder', 'approval-channel', 'proposal-sent', 'proposal-stuck', 'proposal-outcome', 'delegation', 'social-work-question', 'social-work-reminder', 'social-work-news', 'advice-task', 'advice-reminder', 'letter-task', 'letter-reminder', 'alert-officer', 'alert-channel', 'someone-else', 'review-due', 'arrangement-ended', 'channel-chosen', 'channel-fault', 'senior-channel-fault', 'many-checks', 'work-handed', 'named-away')),
	CONSTRAINT "copy_channel" CHECK ("channel" in ('register', 'seniors')),
	CONSTRAINT "copy_has_one_place" CHECK (("officer_id" is null) <> ("channel" is null)),
	CONSTRAINT "copy_state" CHECK ("state" in ('pending', 'sent', 'unknown', 'failed', 'blocked'))
);
--> statement-breakpoint
CREATE TABLE "due" (
	"organisation_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "due_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "due_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "due_organisation_id_kind_subject_id_due_at_unique" UNIQUE("organisation_id","kind","subject_id","due_at"),
	CONSTRAINT "due_kind" CHECK ("kind" in ('safety-unacknowledged', 'alert-unacknowledged', 'proposal-remind', 'proposal-escalate', 'proposal-expire', 'staff-change', 'arrangement-end', 'letter-unsent', 'triage-waiting', 'advice-waiting', 'social-work-waiting', 'nobody-answers'))
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"event" text NOT NULL,
	"by" uuid,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"facts" jsonb NOT NULL,
	CONSTRAINT "audit_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "chat_account" (
	"organisation_id" uuid NOT NULL,
	"chat" "chat" NOT NULL,
	"tenant" text NOT NULL,
	"account" text NOT NULL,
	"officer_id" uuid NOT NULL,
	"conversation_id" text,
	"service_url" text,
	CONSTRAINT "chat_account_chat_tenant_account_pk" PRIMARY KEY("chat","tenant","account"),
	CONSTRAINT "chat_account_organisation_id_officer_id_chat_unique" UNIQUE("organisation_id","officer_id","chat")
);
--> statement-breakpoint
CREATE TABLE "chat_channel" (
	"organisation_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"chat" "chat" NOT NULL,
	"tenant" text NOT NULL,
	"conversation_id" text NOT NULL,
	"service_url" text,
	"chosen_by" uuid,
	"chosen_at" timestamp with time zone NOT NULL,
	"faults" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "chat_channel_organisation_id_purpose_pk" PRIMARY KEY("organisation_id","purpose"),
	CONSTRAINT "chat_channel_one_purpose" UNIQUE("organisation_id","chat","tenant","conversation_id"),
	CONSTRAINT "chat_channel_purpose" CHECK ("purpose" in ('register', 'seniors'))
);
--> statement-breakpoint
CREATE TABLE "chat_tenant" (
	"organisation_id" uuid NOT NULL,
	"chat" "chat" NOT NULL,
	"tenant" text NOT NULL,
	CONSTRAINT "chat_tenant_chat_tenant_pk" PRIMARY KEY("chat","tenant")
);
--> statement-breakpoint
CREATE TABLE "delegation" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"officer_id" uuid NOT NULL,
	"delegate_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "delegation_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "delegation_runs_forward" CHECK ("starts_on" <= "ends_on" and "officer_id" <> "delegate_id")
);
--> statement-breakpoint
CREATE TABLE "duty_senior" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"officer_id" uuid NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "holiday" (
	"organisation_id" uuid NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "holiday_organisation_id_day_pk" PRIMARY KEY("organisation_id","day")
);
--> statement-breakpoint
CREATE TABLE "intake_token" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"sources" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "intake_token_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "intake_token_hash_unique" UNIQUE("hash"),
	CONSTRAINT "intake_token_organisation_id_name_unique" UNIQUE("organisation_id","name")
);
--> statement-breakpoint
CREATE TABLE "officer" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"service" text NOT NULL,
	"roles" text[] NOT NULL,
	"extension" text,
	"extension_key" text GENERATED ALWAYS AS (lower(extension collate "C")) STORED,
	"line_manager" uuid,
	"status" "officer_status" NOT NULL,
	"deputy" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "officer_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "officer_organisation_id_email_unique" UNIQUE("organisation_id","email")
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"time_zone" text NOT NULL,
	"calendar" text NOT NULL,
	"pack_id" text NOT NULL,
	"pack_version" integer NOT NULL,
	"sandbox" boolean DEFAULT false NOT NULL,
	CONSTRAINT "organisation_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "outside_contact" (
	"organisation_id" uuid NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"body" text NOT NULL,
	"phone" text,
	"email" text,
	CONSTRAINT "outside_contact_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "policy_pack" (
	"organisation_id" uuid NOT NULL,
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"adopted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "policy_pack_organisation_id_id_version_pk" PRIMARY KEY("organisation_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "reference_counter" (
	"organisation_id" uuid NOT NULL,
	"prefix" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "reference_counter_organisation_id_prefix_pk" PRIMARY KEY("organisation_id","prefix")
);
--> statement-breakpoint
CREATE TABLE "arrangement" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ref" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"proposal_id" uuid,
	"decided_at" timestamp with time zone NOT NULL,
	"decided_by" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"review_on" date NOT NULL,
	"reason" text NOT NULL,
	"judged" text[] DEFAULT '{}' NOT NULL,
	"open_way" text,
	"open_way_reader" text,
	"provisions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"stand_ins" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"pack_id" text NOT NULL,
	"pack_version" integer NOT NULL,
	"told_at" timestamp with time zone,
	"lifted_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"arranged" boolean GENERATED ALWAYS AS (true) STORED NOT NULL,
	CONSTRAINT "arrangement_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "arrangement_organisation_id_ref_unique" UNIQUE("organisation_id","ref"),
	CONSTRAINT "arrangement_organisation_id_proposal_id_unique" UNIQUE("organisation_id","proposal_id")
);
--> statement-breakpoint
CREATE TABLE "customer" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ref" text NOT NULL,
	"ref_key" text GENERATED ALWAYS AS (upper(ref collate "C")) STORED NOT NULL,
	"name" text NOT NULL,
	"aliases" text[] NOT NULL,
	"needs" text[] NOT NULL,
	"language" text,
	"collection_point" text,
	"minor" boolean,
	"lacks_capacity" boolean,
	"version" integer DEFAULT 1 NOT NULL,
	"arranged" boolean DEFAULT false NOT NULL,
	CONSTRAINT "customer_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "customer_organisation_id_ref_key_unique" UNIQUE("organisation_id","ref_key"),
	CONSTRAINT "customer_arranged" UNIQUE("organisation_id","id","arranged")
);
--> statement-breakpoint
CREATE TABLE "identifier" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"kind" "identifier_kind" NOT NULL,
	"value" text NOT NULL,
	"platform" text,
	"key" text,
	"shared" boolean NOT NULL,
	"valid_until" date,
	"arranged" boolean DEFAULT false NOT NULL,
	CONSTRAINT "identifier_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "name_key" (
	"organisation_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"key" text NOT NULL,
	"arranged" boolean DEFAULT false NOT NULL,
	CONSTRAINT "name_key_organisation_id_key_customer_id_pk" PRIMARY KEY("organisation_id","key","customer_id")
);
--> statement-breakpoint
CREATE TABLE "representative" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"name" text NOT NULL,
	"relationship" text NOT NULL,
	"phone" text,
	"email" text,
	"name_key" text NOT NULL,
	"phone_key" text,
	"email_key" text,
	CONSTRAINT "representative_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "restriction" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"arrangement_id" uuid NOT NULL,
	"kind" "restriction_kind" NOT NULL,
	"clause" text,
	"services" text[],
	"parameters" jsonb NOT NULL,
	CONSTRAINT "restriction_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "review" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"arrangement_id" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	"because" text NOT NULL,
	"cause_id" uuid NOT NULL,
	CONSTRAINT "review_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "review_organisation_id_arrangement_id_because_cause_id_unique" UNIQUE("organisation_id","arrangement_id","because","cause_id"),
	CONSTRAINT "review_because" CHECK ("because" in ('late_answer'))
);
--> statement-breakpoint
ALTER TABLE "approver" ADD CONSTRAINT "approver_organisation_id_seat_id_officer_organisation_id_id_fk" FOREIGN KEY ("organisation_id","seat_id") REFERENCES "public"."officer"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approver" ADD CONSTRAINT "approver_organisation_id_proposal_id_proposal_organisation_id_id_fk" FOREIGN KEY ("organisation_id","proposal_id") REFERENCES "public"."proposal"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approver" ADD CONSTRAINT "approver_organisation_id_officer_id_officer_organisation_id_id_fk" FOREIGN KEY ("organisation_id","officer_id") REFERENCES "public"."officer"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_organisation_id_customer_id_customer_organisation_id_id_fk" FOREIGN KEY ("organisation_id","customer_id") REFERENCES "public"."customer"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_organisation_id_reporter_id_officer_organisation_id_id_fk" FOREIGN KEY ("organisation_id","reporter_id") REFERENCES "public"."officer"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_step" ADD CONSTRAINT "ladder_step_organisation_id_customer_id_customer_organisation_id_id_fk" FOREIGN KEY ("organisation_id","customer_id") REFERENCES "public"."customer"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_step" ADD CONSTRAINT "ladder_step_organisation_id_incident_id_incident_organisation_id_id_fk" FOREIGN KEY ("organisation_id","incident_id") REFERENCES "public"."incident"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_organisation_id_arrangement_id_arrangement_organisation_id_id_fk" FOREIGN KEY ("organisation_id","arrangement_id") REFERENCES "public"."arrangement"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_organisation_id_step_id_ladder_step_organisation_id_id_fk" FOREIGN KEY ("organisation_id","step_id") REFERENCES "public"."ladder_step"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_organisation_id_customer_id_customer_organisation_id_id_fk" FOREIGN KEY ("organisation_id","customer_id") REFERENCES "public"."customer"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_organisation_id_proposed_by_officer_organisation_id_id_fk" FOREIGN KEY ("organisation_id","proposed_by") REFERENCES "public"."officer"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_incident" ADD CONSTRAINT "proposal_incident_organisation_id_proposal_id_proposal_organisation_id_id_fk" FOREIGN KEY ("organisation_id","proposal_id") REFERENCES "public"."proposal"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_incident" ADD CONSTRAINT "proposal_incident_organisation_id_incident_id_incident_organisation_id_id_fk" FOREIGN KEY ("organisation_id","incident_id") REFERENCES "public"."incident"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safety_alert" ADD CONSTRAINT "safety_alert_organisation_id_incident_id_incident_organisation_id_id_fk" FOREIGN KEY ("organisation_id","incident_id") REFERENCES "public"."incident"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "social_work_question" ADD CONSTRAINT "social_work_question_organisation_id_proposal_id_proposal_organisation_id_id_fk" FOREIGN KEY ("organisation_id","proposal_id") REFERENCES "public"."proposal"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_organisation_id_customer_id_customer_organisation_id_id_fk" FOREIGN KEY ("organisation_id","customer_id") REFERENCES "public"."customer"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_organisation_id_gathered_in_alert_organisation_id_id_fk" FOREIGN KEY ("organisation_id","gathered_in") REFERENCES "public"."alert"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_recipient" ADD CONSTRAINT "alert_recipient_organisation_id_alert_id_alert_organisation_id_id_fk" FOREIGN KEY ("organisation_id","alert_id") REFERENCES "public"."alert"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "week_call" ADD CONSTRAINT "week_call_organisation_id_restriction_id_restriction_organisation_id_id_fk" FOREIGN KEY ("organisation_id","restriction_id") REFERENCES "public"."restriction"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "copy" ADD CONSTRAINT "copy_organisation_id_officer_id_officer_organisation_id_id_fk" FOREIGN KEY ("organisation_id","officer_id") REFERENCES "public"."officer"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_account" ADD CONSTRAINT "chat_account_organisation_id_officer_id_officer_organisation_id_id_fk" FOREIGN KEY ("organisation_id","officer_id") REFERENCES "public"."officer"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_organisation_id_officer_id_officer_organisation_id_id_fk" FOREIGN KEY ("organisation_id","officer_id") REFERENCES "public"."officer"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_organisation_id_delegate_id_officer_organisation_id_id_fk" FOREIGN KEY ("organisation_id","delegate_id") REFERENCES "public"."officer"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_senior" ADD CONSTRAINT "duty_senior_organisation_id_officer_id_officer_organisation_id_id_fk" FOREIGN KEY ("organisation_id","officer_id") REFERENCES "public"."officer"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "officer" ADD CONSTRAINT "officer_organisation_id_line_manager_officer_organisation_id_id_fk" FOREIGN KEY ("organisation_id","line_manager") REFERENCES "public"."officer"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "officer" ADD CONSTRAINT "officer_organisation_id_deputy_officer_organisation_id_id_fk" FOREIGN KEY ("organisation_id","deputy") REFERENCES "public"."officer"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrangement" ADD CONSTRAINT "arrangement_customer" FOREIGN KEY ("organisation_id","customer_id","arranged") REFERENCES "public"."customer"("organisation_id","id","arranged") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrangement" ADD CONSTRAINT "arrangement_organisation_id_decided_by_officer_organisation_id_id_fk" FOREIGN KEY ("organisation_id","decided_by") REFERENCES "public"."officer"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identifier" ADD CONSTRAINT "identifier_customer" FOREIGN KEY ("organisation_id","customer_id","arranged") REFERENCES "public"."customer"("organisation_id","id","arranged") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "name_key" ADD CONSTRAINT "name_key_customer" FOREIGN KEY ("organisation_id","customer_id","arranged") REFERENCES "public"."customer"("organisation_id","id","arranged") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "representative" ADD CONSTRAINT "representative_organisation_id_customer_id_customer_organisation_id_id_fk" FOREIGN KEY ("organisation_id","customer_id") REFERENCES "public"."customer"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restriction" ADD CONSTRAINT "restriction_organisation_id_arrangement_id_arrangement_organisation_id_id_fk" FOREIGN KEY ("organisation_id","arrangement_id") REFERENCES "public"."arrangement"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_organisation_id_arrangement_id_arrangement_organisation_id_id_fk" FOREIGN KEY ("organisation_id","arrangement_id") REFERENCES "public"."arrangement"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "incident_organisation_id_customer_id_index" ON "incident" USING btree ("organisation_id","customer_id");--> statement-breakpoint
CREATE INDEX "ladder_step_organisation_id_customer_id_index" ON "ladder_step" USING btree ("organisation_id","customer_id");--> statement-breakpoint
CREATE INDEX "proposal_organisation_id_customer_id_index" ON "proposal" USING btree ("organisation_id","customer_id");--> statement-breakpoint
CREATE INDEX "alert_alike" ON "alert" USING btree ("organisation_id","place","occurred_at") WHERE state = 'open' and judgement is null and (series is not null or likeness is not null and gathered_in is null);--> statement-breakpoint
CREATE INDEX "alert_gathered" ON "alert" USING btree ("organisation_id","gathered_in") WHERE gathered_in is not null;--> statement-breakpoint
CREATE INDEX "contact_organisation_id_alert_id_index" ON "contact" USING btree ("organisation_id","alert_id") WHERE alert_id is not null;--> statement-breakpoint
CREATE INDEX "contact_organisation_id_handled_conversation_index" ON "contact" USING btree ("organisation_id","handled_conversation") WHERE handled_conversation is not null;--> statement-breakpoint
CREATE INDEX "contact_swept" ON "contact" USING btree ("organisation_id","received_at") WHERE outcome in ('clear', 'not_checked');--> statement-breakpoint
CREATE INDEX "contact_unjudged" ON "contact" USING btree ("organisation_id","received_at") WHERE pair is not null;--> statement-breakpoint
CREATE INDEX "contact_arrived" ON "contact" USING btree ("organisation_id","source","received_at");--> statement-breakpoint
CREATE INDEX "look_up_organisation_id_officer_id_at_index" ON "look_up" USING btree ("organisation_id","officer_id","at");--> statement-breakpoint
CREATE INDEX "week_call_organisation_id_restriction_id_occurred_at_index" ON "week_call" USING btree ("organisation_id","restriction_id","occurred_at");--> statement-breakpoint
CREATE INDEX "copy_organisation_id_subject_id_index" ON "copy" USING btree ("organisation_id","subject_id");--> statement-breakpoint
CREATE INDEX "copy_waiting" ON "copy" USING btree ("organisation_id","created_at") WHERE message_id is null and state = 'pending';--> statement-breakpoint
CREATE INDEX "copy_behind" ON "copy" USING btree ("state") WHERE sent < wanted or state <> 'sent';--> statement-breakpoint
CREATE INDEX "due_open" ON "due" USING btree ("organisation_id","due_at") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "audit_organisation_id_subject_kind_subject_id_index" ON "audit" USING btree ("organisation_id","subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "chat_tenant_organisation_id_index" ON "chat_tenant" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "delegation_open" ON "delegation" USING btree ("organisation_id","ends_on") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "officer_organisation_id_extension_key_index" ON "officer" USING btree ("organisation_id","extension_key");--> statement-breakpoint
CREATE INDEX "officer_organisation_id_service_index" ON "officer" USING btree ("organisation_id","service");--> statement-breakpoint
CREATE INDEX "officer_managing" ON "officer" USING btree ("organisation_id","service") WHERE 'service_manager' = any (roles);--> statement-breakpoint
CREATE INDEX "arrangement_organisation_id_customer_id_ends_at_index" ON "arrangement" USING btree ("organisation_id","customer_id","ends_at");--> statement-breakpoint
CREATE INDEX "identifier_found" ON "identifier" USING btree ("organisation_id","key","customer_id");--> statement-breakpoint
CREATE INDEX "identifier_screened" ON "identifier" USING btree ("organisation_id","key","customer_id") WHERE arranged;--> statement-breakpoint
CREATE INDEX "identifier_organisation_id_customer_id_index" ON "identifier" USING btree ("organisation_id","customer_id");--> statement-breakpoint
CREATE INDEX "name_key_screened" ON "name_key" USING btree ("organisation_id","key","customer_id") WHERE arranged;--> statement-breakpoint
CREATE INDEX "name_key_organisation_id_customer_id_index" ON "name_key" USING btree ("organisation_id","customer_id");--> statement-breakpoint
CREATE INDEX "representative_organisation_id_name_key_index" ON "representative" USING btree ("organisation_id","name_key");--> statement-breakpoint
CREATE INDEX "representative_organisation_id_phone_key_index" ON "representative" USING btree ("organisation_id","phone_key");--> statement-breakpoint
CREATE INDEX "representative_organisation_id_email_key_index" ON "representative" USING btree ("organisation_id","email_key");--> statement-breakpoint
CREATE INDEX "restriction_organisation_id_arrangement_id_index" ON "restriction" USING btree ("organisation_id","arrangement_id");