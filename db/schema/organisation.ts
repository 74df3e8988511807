/** Organisations, their staff, and the chat accounts that belong to them. A table file, long on purpose. */
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
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
import { CHANNEL_PURPOSES } from "../../src/policy/channel/channel-purposes.ts";
import { chatEnum, id, instant, officerStatusEnum, oneOf, organisationId } from "./columns.ts";

export const organisation = pgTable("organisation", {
  id: uuid("id").primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  /** ISO 3166 alpha-2: how telephone numbers without a prefix are read. */
  country: text("country").notNull(),
  timeZone: text("time_zone").notNull(),
  calendar: text("calendar").notNull(),
  packId: text("pack_id").notNull(),
  packVersion: integer("pack_version").notNull(),
  /** Fictional, for the sandbox and for tests: the only kind that test clocks and local chats may touch. */
  sandbox: boolean("sandbox").notNull().default(false),
});

/** A day off that no calendar library knows, such as a proclaimed holiday. */
export const holiday = pgTable(
  "holiday",
  { organisationId: organisationId(), day: date("day", { mode: "string" }).notNull() },
  (t) => [primaryKey({ columns: [t.organisationId, t.day] })],
);

/** A Slack workspace or a Teams tenant. It belongs to one organisation (DESIGN decision 7). */
export const chatTenant = pgTable(
  "chat_tenant",
  { organisationId: organisationId(), chat: chatEnum("chat").notNull(), tenant: text("tenant").notNull() },
  (t) => [primaryKey({ columns: [t.chat, t.tenant] }), index().on(t.organisationId)],
);

export const officer = pgTable(
  "officer",
  {
    organisationId: organisationId(),
    id: id(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    service: text("service").notNull(),
    roles: text("roles").array().notNull(),
    extension: text("extension"),
    /** As it is compared: a telephone system may write it in another case. */
    extensionKey: text("extension_key").generatedAlwaysAs(sql`lower(extension collate "C")`),
    lineManager: uuid("line_manager"),
    status: officerStatusEnum("status").notNull(),
    deputy: uuid("deputy"),
    /** Goes up at each change of the entry or its accounts; a form opened before is refused. */
    version: integer("version").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique().on(t.organisationId, t.email),
    index().on(t.organisationId, t.extensionKey),
    index().on(t.organisationId, t.service),
    // Few of a service's officers manage it, and an alert asks for those alone.
    index("officer_managing").on(t.organisationId, t.service).where(sql`'service_manager' = any (roles)`),
    foreignKey({ columns: [t.organisationId, t.lineManager], foreignColumns: [t.organisationId, t.id] }),
    foreignKey({ columns: [t.organisationId, t.deputy], foreignColumns: [t.organisationId, t.id] }),
  ],
);

/** One person's account in one chat. No joining by e-mail or display name (DESIGN decision 7). */
export const chatAccount = pgTable(
  "chat_account",
  {
    organisationId: organisationId(),
    chat: chatEnum("chat").notNull(),
    tenant: text("tenant").notNull(),
    account: text("account").notNull(),
    officerId: uuid("officer_id").notNull(),
    /** The direct conversation with the bot, once one was opened. Teams also needs the address of its service. */
    conversationId: text("conversation_id"),
    serviceUrl: text("service_url"),
  },
  (t) => [
    primaryKey({ columns: [t.chat, t.tenant, t.account] }),
    unique().on(t.organisationId, t.officerId, t.chat),
    foreignKey({ columns: [t.organisationId, t.officerId], foreignColumns: [officer.organisationId, officer.id] }),
  ],
);

/** The channels of an organisation's register team and of its senior staff (DESIGN decision 8, CASEWORK section 4). */
export const chatChannel = pgTable(
  "chat_channel",
  {
    organisationId: organisationId(),
    purpose: text("purpose", { enum: CHANNEL_PURPOSES }).notNull(),
    chat: chatEnum("chat").notNull(),
    tenant: text("tenant").notNull(),
    conversationId: text("conversation_id").notNull(),
    serviceUrl: text("service_url"),
    chosenBy: uuid("chosen_by"),
    chosenAt: instant("chosen_at").notNull(),
    /** Why nothing is posted there at the moment: fixed codes, empty while the channel is usable. */
    faults: text("faults").array().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.purpose] }),
    // Who reads the one is not who reads the other.
    unique("chat_channel_one_purpose").on(t.organisationId, t.chat, t.tenant, t.conversationId),
    oneOf("chat_channel_purpose", "purpose", CHANNEL_PURPOSES),
  ],
);

/**
 * A policy pack that an organisation has put in force, as it was on that day. Never changed: decisions name it by id and
 * version. Packs that come with the product are not kept here.
 */
export const policyPack = pgTable(
  "policy_pack",
  {
    organisationId: organisationId(),
    id: text("id").notNull(),
    version: integer("version").notNull(),
    content: jsonb("content").$type<unknown>().notNull(),
    adoptedAt: instant("adopted_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.id, t.version] })],
);

/** The senior whom the organisation has chosen for the short road (CASEWORK section 3), one for an organisation. */
export const dutySenior = pgTable(
  "duty_senior",
  {
    organisationId: organisationId().primaryKey(),
    officerId: uuid("officer_id").notNull(),
    chosenAt: instant("chosen_at").notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.organisationId, t.officerId], foreignColumns: [officer.organisationId, officer.id] }),
  ],
);

/**
 * Somebody is away from one day to another, both included, and who stands in for them (CASEWORK section 4). One that is
 * ended early keeps its row: it says who could decide, and when.
 */
export const delegation = pgTable(
  "delegation",
  {
    organisationId: organisationId(),
    id: id(),
    officerId: uuid("officer_id").notNull(),
    delegateId: uuid("delegate_id").notNull(),
    startsOn: date("starts_on", { mode: "string" }).notNull(),
    endsOn: date("ends_on", { mode: "string" }).notNull(),
    /** Null: at the command line. */
    madeBy: uuid("made_by"),
    madeAt: instant("made_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index("delegation_open").on(t.organisationId, t.endsOn).where(sql`ended_at is null`),
    check("delegation_runs_forward", sql`"starts_on" <= "ends_on" and "officer_id" <> "delegate_id"`),
    foreignKey({ columns: [t.organisationId, t.officerId], foreignColumns: [officer.organisationId, officer.id] }),
    foreignKey({ columns: [t.organisationId, t.delegateId], foreignColumns: [officer.organisationId, officer.id] }),
  ],
);

/** Somebody outside the staff who may be a point of contact, such as a care worker. */
export const outsideContact = pgTable(
  "outside_contact",
  {
    organisationId: organisationId(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    body: text("body").notNull(),
    phone: text("phone"),
    email: text("email"),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.id] })],
);

/** A source's key to POST /v1/contacts. Only the hash is kept. */
export const intakeToken = pgTable(
  "intake_token",
  {
    organisationId: organisationId(),
    id: id(),
    name: text("name").notNull(),
    hash: text("hash").notNull().unique(),
    /** Empty: any source. */
    sources: text("sources").array().notNull().default([]),
    createdAt: instant("created_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.id] }), unique().on(t.organisationId, t.name)],
);

/** The next number of each kind of reference: "R" for reports, "P" for proposals, "A" for alerts, "N" for customers. */
export const referenceCounter = pgTable(
  "reference_counter",
  { organisationId: organisationId(), prefix: text("prefix").notNull(), last: integer("last").notNull() },
  (t) => [primaryKey({ columns: [t.organisationId, t.prefix] })],
);

/** Append-only. Ids and codes, never text about a person, so that erasure never touches it (DESIGN decision 10). */
export const audit = pgTable(
  "audit",
  {
    organisationId: organisationId(),
    id: id(),
    at: instant("at").notNull(),
    event: text("event").notNull(),
    /** The officer who did it, or null when the product did. */
    by: uuid("by"),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    /** Codes and ids only. */
    facts: jsonb("facts")
      .$type<Readonly<Record<string, string | number | boolean | null | readonly string[]>>>()
      .notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.id] }), index().on(t.organisationId, t.subjectKind, t.subjectId)],
);
