/** What is posted where, and what falls due. */
import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { CHANNEL_PURPOSES } from "../../src/policy/channel/channel-purposes.ts";
import { chatEnum, id, instant, oneOf, organisationId } from "./columns.ts";
import { officer } from "./organisation.ts";

/** Every message the product posts, by what it is about. */
export const COPY_KINDS = [
  "report-receipt",
  "triage",
  "safety-alert",
  "safety-alert-channel",
  "approval",
  "approval-reminder",
  "approval-channel",
  "proposal-sent",
  "proposal-stuck",
  "proposal-outcome",
  "delegation",
  "social-work-question",
  "social-work-reminder",
  "social-work-news",
  "advice-task",
  "advice-reminder",
  "letter-task",
  "letter-reminder",
  "alert-officer",
  "alert-channel",
  "someone-else",
  "review-due",
  "arrangement-ended",
  "channel-chosen",
  "channel-fault",
  "senior-channel-fault",
  "many-checks",
  "work-handed",
  "named-away",
] as const;
export type CopyKind = (typeof COPY_KINDS)[number];

const COPY_STATES = ["pending", "sent", "unknown", "failed", "blocked"] as const;

/**
 * The delivery ledger (DESIGN decision 5): one row for each copy of a card.
 * A copy is up to date when `sent` equals `wanted`; a job brings it there.
 */
export const copy = pgTable(
  "copy",
  {
    organisationId: organisationId(),
    id: id(),
    kind: text("kind", { enum: COPY_KINDS }).notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** A person, or null for a channel. */
    officerId: uuid("officer_id"),
    /** Which of the organisation's channels, or null for a person. */
    channel: text("channel", { enum: CHANNEL_PURPOSES }),
    chat: chatEnum("chat").notNull(),
    /** A proposal sent again, or news of a report, is a new message: 1 for the first. */
    round: integer("round").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    /** Bumped by each change of what the card shows. */
    wanted: integer("wanted").notNull().default(1),
    sent: integer("sent").notNull().default(0),
    state: text("state", { enum: COPY_STATES }).notNull().default("pending"),
    conversationId: text("conversation_id"),
    serviceUrl: text("service_url"),
    messageId: text("message_id"),
    /** The copy whose card shows this one too: beyond a channel's rate, alerts gather in one card that counts. */
    gatheredIn: uuid("gathered_in"),
    attempts: integer("attempts").notNull().default(0),
    /** A fixed code, never a provider's text. */
    lastError: text("last_error"),
    sentAt: instant("sent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique("copy_once").on(t.organisationId, t.kind, t.subjectId, t.officerId, t.chat, t.round).nullsNotDistinct(),
    index().on(t.organisationId, t.subjectId),
    // Copies that are up to date, which is nearly all of them, are in none of these.
    index("copy_waiting").on(t.organisationId, t.createdAt).where(sql`message_id is null and state = 'pending'`),
    index("copy_behind").on(t.state).where(sql`sent < wanted or state <> 'sent'`),
    oneOf("copy_kind", "kind", COPY_KINDS),
    oneOf("copy_channel", "channel", CHANNEL_PURPOSES),
    check("copy_has_one_place", sql`("officer_id" is null) <> ("channel" is null)`),
    oneOf("copy_state", "state", COPY_STATES),
    foreignKey({ columns: [t.organisationId, t.officerId], foreignColumns: [officer.organisationId, officer.id] }),
  ],
);

export const DUE_KINDS = [
  "safety-unacknowledged",
  "alert-unacknowledged",
  "proposal-remind",
  "proposal-escalate",
  "proposal-expire",
  "staff-change",
  "arrangement-end",
  "letter-unsent",
  "triage-waiting",
  "advice-waiting",
  "social-work-waiting",
  "nobody-answers",
] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** Something to do at a time of the product's own clock; swept, never scheduled elsewhere (DESIGN decision 3). */
export const due = pgTable(
  "due",
  {
    organisationId: organisationId(),
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity(),
    kind: text("kind", { enum: DUE_KINDS }).notNull(),
    subjectId: uuid("subject_id").notNull(),
    dueAt: instant("due_at").notNull(),
    doneAt: instant("done_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique().on(t.organisationId, t.kind, t.subjectId, t.dueAt),
    index("due_open").on(t.organisationId, t.dueAt).where(sql`done_at is null`),
    oneOf("due_kind", "kind", DUE_KINDS),
  ],
);
