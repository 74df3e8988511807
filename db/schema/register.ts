/** The register: customers, what identifies them, and the arrangements that were decided. A table file, long on purpose. */
import { sql } from "drizzle-orm";
import {
  boolean,
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
import type { Provision } from "../../src/policy/needs/offer.ts";
import { id, identifierKindEnum, instant, oneOf, organisationId, restrictionKindEnum } from "./columns.ts";
import { officer } from "./organisation.ts";

export const customer = pgTable(
  "customer",
  {
    organisationId: organisationId(),
    id: id(),
    ref: text("ref").notNull(),
    /** As it is compared: people type it in any case. */
    refKey: text("ref_key").notNull().generatedAlwaysAs(sql`upper(ref collate "C")`),
    name: text("name").notNull(),
    aliases: text("aliases").array().notNull(),
    /** Reasonable adjustments on record. */
    needs: text("needs").array().notNull(),
    /** The language of somebody who needs an interpreter, and where letters can be collected. */
    language: text("language"),
    collectionPoint: text("collection_point"),
    /** Under 18, or known to lack capacity; null while nobody has said. */
    minor: boolean("minor"),
    lacksCapacity: boolean("lacks_capacity"),
    /** Goes up when name, aliases or identifiers change: it ends a remembered "not the same person". */
    version: integer("version").notNull().default(1),
    /** An arrangement was made with them, now or ever: contacts are looked up among these customers alone. */
    arranged: boolean("arranged").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique().on(t.organisationId, t.refKey),
    unique("customer_arranged").on(t.organisationId, t.id, t.arranged),
  ],
);

/** What `arranged` is of the customer. The foreign key keeps it so: a copy that were behind would be a missed alert. */
const customersArranged = () => boolean("arranged").notNull().default(false);

/**
 * What a contact can be matched by: the customer's identifiers, and their folded names as rows of their own,
 * so that one look-up by (kind, key) finds every candidate.
 */
export const identifier = pgTable(
  "identifier",
  {
    organisationId: organisationId(),
    id: id(),
    customerId: uuid("customer_id").notNull(),
    kind: identifierKindEnum("kind").notNull(),
    /** As it was given. */
    value: text("value").notNull(),
    platform: text("platform"),
    /** As it is compared; null when it cannot be used. */
    key: text("key"),
    /** Several people may use it. Typed into a report it counts as shared until a manager says otherwise. */
    shared: boolean("shared").notNull(),
    /** The last local day on which it counts as this customer's. */
    validUntil: date("valid_until", { mode: "string" }),
    arranged: customersArranged(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    // Without the kind: row-level security keeps an enum out of an index condition (its equality is not leakproof).
    // With the customer, whom alone the look-up wants: among millions each row of the table would be a read from the disk.
    index("identifier_found").on(t.organisationId, t.key, t.customerId),
    index("identifier_screened").on(t.organisationId, t.key, t.customerId).where(sql`arranged`),
    index().on(t.organisationId, t.customerId),
    foreignKey({
      name: "identifier_customer",
      columns: [t.organisationId, t.customerId, t.arranged],
      foreignColumns: [customer.organisationId, customer.id, customer.arranged],
    })
      .onDelete("cascade")
      .onUpdate("cascade"),
  ],
);

/** A folded name or alias, its tokens sorted: the look-up for a name that agrees in full. */
export const nameKey = pgTable(
  "name_key",
  {
    organisationId: organisationId(),
    customerId: uuid("customer_id").notNull(),
    key: text("key").notNull(),
    arranged: customersArranged(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.key, t.customerId] }),
    index("name_key_screened").on(t.organisationId, t.key, t.customerId).where(sql`arranged`),
    index().on(t.organisationId, t.customerId),
    foreignKey({
      name: "name_key_customer",
      columns: [t.organisationId, t.customerId, t.arranged],
      foreignColumns: [customer.organisationId, customer.id, customer.arranged],
    })
      .onDelete("cascade")
      .onUpdate("cascade"),
  ],
);

/** Who acts for a customer, with the keys that a search finds them by: as those of a customer, in columns. */
export const representative = pgTable(
  "representative",
  {
    organisationId: organisationId(),
    id: id(),
    customerId: uuid("customer_id").notNull(),
    name: text("name").notNull(),
    relationship: text("relationship").notNull(),
    phone: text("phone"),
    email: text("email"),
    /** The folded name, its tokens sorted; empty when nothing is left of it. */
    nameKey: text("name_key").notNull(),
    /** As they are compared; null when there is none, or it cannot be used. */
    phoneKey: text("phone_key"),
    emailKey: text("email_key"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index().on(t.organisationId, t.nameKey),
    index().on(t.organisationId, t.phoneKey),
    index().on(t.organisationId, t.emailKey),
    foreignKey({
      columns: [t.organisationId, t.customerId],
      foreignColumns: [customer.organisationId, customer.id],
    }).onDelete("cascade"),
  ],
);

export const arrangement = pgTable(
  "arrangement",
  {
    organisationId: organisationId(),
    id: id(),
    ref: text("ref").notNull(),
    customerId: uuid("customer_id").notNull(),
    /** Null for what was decided before the product was there. */
    proposalId: uuid("proposal_id"),
    decidedAt: instant("decided_at").notNull(),
    decidedBy: uuid("decided_by").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    reviewOn: date("review_on", { mode: "string" }).notNull(),
    reason: text("reason").notNull(),
    /** What the contact was judged to be (7.4); empty for what was decided before the product was there. */
    judged: text("judged").array().notNull().default([]),
    openWay: text("open_way"),
    openWayReader: text("open_way_reader"),
    /** Given beside the restrictions: the language of letters and calls, where letters are collected. */
    provisions: jsonb("provisions").$type<readonly Provision[]>().notNull().default([]),
    /** Who stands in for those it names, as the register team was last told (CASEWORK section 5). */
    standIns: jsonb("stand_ins").$type<readonly StandsIn[]>().notNull().default([]),
    packId: text("pack_id").notNull(),
    packVersion: integer("pack_version").notNull(),
    /** When the customer was written to; until then officers explain and do not refuse. */
    toldAt: instant("told_at"),
    liftedAt: instant("lifted_at"),
    /** When the end was noticed and told; screening goes by the dates alone. */
    endedAt: instant("ended_at"),
    /** What their customer must be: with the foreign key there is no arrangement that screening would not find. */
    arranged: boolean("arranged").notNull().generatedAlwaysAs(sql`true`),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique().on(t.organisationId, t.ref),
    unique().on(t.organisationId, t.proposalId),
    index().on(t.organisationId, t.customerId, t.endsAt),
    foreignKey({
      name: "arrangement_customer",
      columns: [t.organisationId, t.customerId, t.arranged],
      foreignColumns: [customer.organisationId, customer.id, customer.arranged],
    }),
    foreignKey({ columns: [t.organisationId, t.decidedBy], foreignColumns: [officer.organisationId, officer.id] }),
  ],
);

/** Somebody whom an arrangement names is away. By id; `by` is null when nobody stands in. */
export type StandsIn = {
  readonly part: "answers" | "reads" | "reads_open_way";
  readonly of: string;
  readonly by: string | null;
};

export const restriction = pgTable(
  "restriction",
  {
    organisationId: organisationId(),
    id: id(),
    arrangementId: uuid("arrangement_id").notNull(),
    kind: restrictionKindEnum("kind").notNull(),
    /** The clause of the policy, or null where the policy numbers none. */
    clause: text("clause"),
    /** Null: the whole organisation. */
    services: text("services").array(),
    parameters: jsonb("parameters").$type<Readonly<Record<string, unknown>>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index().on(t.organisationId, t.arrangementId),
    foreignKey({
      columns: [t.organisationId, t.arrangementId],
      foreignColumns: [arrangement.organisationId, arrangement.id],
    }).onDelete("cascade"),
  ],
);

const REVIEW_CAUSES = ["late_answer"] as const;

/**
 * A review that is due before the day of the decision, because of something that came up since: an answer that the short
 * road did not wait for (CASEWORK section 3). The decision itself is never changed.
 */
export const review = pgTable(
  "review",
  {
    organisationId: organisationId(),
    id: id(),
    arrangementId: uuid("arrangement_id").notNull(),
    openedAt: instant("opened_at").notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    because: text("because", { enum: REVIEW_CAUSES }).notNull(),
    /** What opened it, such as the question that was answered late. */
    causeId: uuid("cause_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique().on(t.organisationId, t.arrangementId, t.because, t.causeId),
    oneOf("review_because", "because", REVIEW_CAUSES),
    foreignKey({
      columns: [t.organisationId, t.arrangementId],
      foreignColumns: [arrangement.organisationId, arrangement.id],
    }),
  ],
);
