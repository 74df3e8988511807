/** Contacts as they come in, what screening said, and the alerts. A table file, long on purpose. */
import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { channelEnum, directionEnum, id, instant, oneOf, organisationId, outcomeEnum } from "./columns.ts";
import { customer, restriction } from "./register.ts";

/**
 * One contact. Of clear and not-checked ones nothing about the customer is kept (DESIGN decision 14);
 * the answer is kept so that the same record sent twice gets the first answer again.
 */
export const contact = pgTable(
  "contact",
  {
    organisationId: organisationId(),
    source: text("source").notNull(),
    sourceId: text("source_id").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    receivedAt: instant("received_at").notNull(),
    direction: directionEnum("direction").notNull(),
    channel: channelEnum("channel").notNull(),
    service: text("service"),
    officerId: uuid("officer_id"),
    outcome: outcomeEnum("outcome").notNull(),
    answer: jsonb("answer").$type<unknown>().notNull(),
    customerId: uuid("customer_id"),
    /** Only where it decided the outcome. */
    subject: text("subject"),
    /** Identifiers of a possible match, until it is judged. */
    seen: jsonb("seen").$type<unknown>(),
    alertId: uuid("alert_id"),
    /** Kinds and a digest of what was given about the person who was matched, until it is judged: what "not the same person" remembers. */
    pair: text("pair"),
    /** The conversation of a contact that reached the named officer: the matter is in hand. */
    handledConversation: text("handled_conversation"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.source, t.sourceId] }),
    // Most contacts are clear: they are in no index but the sweep's and the one of arrivals.
    index().on(t.organisationId, t.alertId).where(sql`alert_id is not null`),
    index().on(t.organisationId, t.handledConversation).where(sql`handled_conversation is not null`),
    index("contact_swept").on(t.organisationId, t.receivedAt).where(sql`outcome in ('clear', 'not_checked')`),
    index("contact_unjudged").on(t.organisationId, t.receivedAt).where(sql`pair is not null`),
    // Whether a source has gone silent is asked of its last arrivals, however many contacts there are.
    index("contact_arrived").on(t.organisationId, t.source, t.receivedAt),
  ],
);

/** A call that uses up the week of a `maxPerWeek` restriction: one row for a conversation (SCREENING section 4). */
export const weekCall = pgTable(
  "week_call",
  {
    organisationId: organisationId(),
    restrictionId: uuid("restriction_id").notNull(),
    conversation: text("conversation").notNull(),
    source: text("source").notNull(),
    sourceId: text("source_id").notNull(),
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.restrictionId, t.source, t.sourceId] }),
    index().on(t.organisationId, t.restrictionId, t.occurredAt),
    foreignKey({
      columns: [t.organisationId, t.restrictionId],
      foreignColumns: [restriction.organisationId, restriction.id],
    }).onDelete("cascade"),
  ],
);

const ALERT_STATES = ["open", "acknowledged", "someone_else", "allowed"] as const;
const JUDGEMENTS = ["same", "not_same"] as const;

/**
 * What is posted about an outcome: one for a conversation and customer, however many officers it reached. Several that say
 * the same share one card.
 */
export const alert = pgTable(
  "alert",
  {
    organisationId: organisationId(),
    id: id(),
    ref: text("ref").notNull(),
    /** `source` and `conversation`, or the contact itself when there is none. */
    conversation: text("conversation").notNull(),
    /** Contacts of one customer without a conversation, to the same place in the same way: those of an hour are one alert. */
    series: text("series"),
    /** The same of a conversation, while all its contacts say one thing: what alike says so too may stand in one card. */
    likeness: text("likeness"),
    /** Of whom, by which way and to whom its first contact came: both of these begin with it, and are looked up by it. */
    place: text("place").notNull(),
    /** It stands in the card of this one, which is about the same customer, reached the same people and says the same. */
    gatheredIn: uuid("gathered_in"),
    customerId: uuid("customer_id").notNull(),
    outcome: outcomeEnum("outcome").notNull(),
    tier: text("tier").notNull(),
    channel: channelEnum("channel").notNull(),
    direction: directionEnum("direction").notNull(),
    service: text("service"),
    occurredAt: instant("occurred_at").notNull(),
    raisedAt: instant("raised_at").notNull(),
    /** The restrictions that decided, with clause, kind and outcome. */
    decided: jsonb("decided").$type<readonly AlertRestriction[]>().notNull(),
    handling: text("handling").array().notNull(),
    /** How many contacts are in it. */
    contacts: integer("contacts").notNull().default(1),
    /** The named officer or reader got it: the others are told so. */
    handled: boolean("handled").notNull().default(false),
    /** Other customers it may be, for the register team. */
    alsoCustomers: uuid("also_customers").array().notNull().default([]),
    state: text("state", { enum: ALERT_STATES }).notNull().default("open"),
    stateBy: uuid("state_by"),
    stateAt: instant("state_at"),
    stateReason: text("state_reason"),
    /** What the register team said about whose contact it was. */
    judgement: text("judgement", { enum: JUDGEMENTS }),
    judgedBy: uuid("judged_by"),
    judgedAt: instant("judged_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    oneOf("alert_judgement", "judgement", JUDGEMENTS),
    unique().on(t.organisationId, t.ref),
    unique().on(t.organisationId, t.conversation, t.customerId),
    index("alert_alike")
      .on(t.organisationId, t.place, t.occurredAt)
      .where(
        sql`state = 'open' and judgement is null and (series is not null or likeness is not null and gathered_in is null)`,
      ),
    index("alert_gathered").on(t.organisationId, t.gatheredIn).where(sql`gathered_in is not null`),
    oneOf("alert_state", "state", ALERT_STATES),
    foreignKey({ columns: [t.organisationId, t.customerId], foreignColumns: [customer.organisationId, customer.id] }),
    foreignKey({ columns: [t.organisationId, t.gatheredIn], foreignColumns: [t.organisationId, t.id] }),
  ],
);

export type AlertRestriction = {
  readonly id: string;
  readonly kind: string;
  readonly clause: string | null;
  readonly outcome: string;
};

export const ALERT_PARTS = ["reached", "point_of_contact", "standing_in"] as const;

/** Who was told of an alert, and as what: the officer reached, the named officer or reader, or a manager standing in. */
export const alertRecipient = pgTable(
  "alert_recipient",
  {
    organisationId: organisationId(),
    alertId: uuid("alert_id").notNull(),
    officerId: uuid("officer_id").notNull(),
    part: text("part", { enum: ALERT_PARTS }).notNull(),
    acknowledgedAt: instant("acknowledged_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.alertId, t.officerId] }),
    oneOf("alert_recipient_part", "part", ALERT_PARTS),
    foreignKey({ columns: [t.organisationId, t.alertId], foreignColumns: [alert.organisationId, alert.id] }),
  ],
);

/** "Not the same person": a remembered judgement, until it runs out or either side changes (SCREENING section 3). */
export const notSamePerson = pgTable(
  "not_same_person",
  {
    organisationId: organisationId(),
    /** Of this judgement: the same pair judged anew has another. */
    id: id(),
    customerId: uuid("customer_id").notNull(),
    /** The normalised identifiers and folded name as given: their kinds, and a digest of their values. */
    key: text("key").notNull(),
    customerVersion: integer("customer_version").notNull(),
    /** The alert that was judged. */
    alertId: uuid("alert_id").notNull(),
    judgedBy: uuid("judged_by").notNull(),
    judgedAt: instant("judged_at").notNull(),
    until: instant("until").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.customerId, t.key] }), unique().on(t.organisationId, t.id)],
);

/** A look-up by `/check-contact`: who asked, when and why. Never what was typed. */
export const lookUp = pgTable(
  "look_up",
  {
    organisationId: organisationId(),
    id: id(),
    officerId: uuid("officer_id").notNull(),
    at: instant("at").notNull(),
    reason: text("reason").notNull(),
    customerId: uuid("customer_id"),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.id] }), index().on(t.organisationId, t.officerId, t.at)],
);
