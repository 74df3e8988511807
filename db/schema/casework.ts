/** From a report to a decision and its letter. A table file, long on purpose. */
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
import { INJURIES, PROPOSAL_STATES, STEPS, VERDICTS } from "../../src/policy/vocabulary.ts";
import { channelEnum, id, instant, oneOf, organisationId, restrictionKindEnum } from "./columns.ts";
import { officer } from "./organisation.ts";
import { arrangement, customer } from "./register.ts";

const INCIDENT_STATES = ["awaiting_triage", "no_further_action", "advice", "warning", "proposed"] as const;

/** One event that an officer reported. */
export const incident = pgTable(
  "incident",
  {
    organisationId: organisationId(),
    id: id(),
    ref: text("ref").notNull(),
    /** The form it came from: a form sent twice is one report. */
    submission: uuid("submission").notNull(),
    customerId: uuid("customer_id"),
    /** What the reporter typed about who it was: fact as given, not yet matched. */
    typedCustomer: jsonb("typed_customer").$type<TypedCustomer>().notNull(),
    reporterId: uuid("reporter_id").notNull(),
    reportedAt: instant("reported_at").notNull(),
    service: text("service").notNull(),
    channel: channelEnum("channel"),
    occurredAt: instant("occurred_at").notNull(),
    place: text("place"),
    whatHappened: text("what_happened").notNull(),
    opinion: text("opinion"),
    behaviours: text("behaviours").array().notNull(),
    matter: text("matter"),
    doneAtOnce: text("done_at_once"),
    askedToModerate: text("asked_to_moderate"),
    seriousThreat: boolean("serious_threat").notNull(),
    /** Whether anybody was hurt; null: nobody has said. */
    injury: text("injury", { enum: INJURIES }),
    /** What evidence there is and where it is kept: the files stay there. */
    evidence: text("evidence"),
    /** Officers it happened to, beside the reporter: they decide nothing about it. */
    affected: uuid("affected").array().notNull().default([]),
    alertId: uuid("alert_id"),
    state: text("state", { enum: INCIDENT_STATES }).notNull(),
    version: integer("version").notNull().default(1),
    triageOfficerId: uuid("triage_officer_id"),
    triagedBy: uuid("triaged_by"),
    triagedAt: instant("triaged_at"),
    triageReason: text("triage_reason"),
    /** On which grounds of the policy it was dealt with, and what shows it (7.2). */
    limbs: text("limbs").array().notNull().default([]),
    shownBy: text("shown_by"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique().on(t.organisationId, t.ref),
    unique().on(t.organisationId, t.submission),
    index().on(t.organisationId, t.customerId),
    oneOf("incident_state", "state", INCIDENT_STATES),
    oneOf("incident_injury", "injury", INJURIES),
    foreignKey({ columns: [t.organisationId, t.customerId], foreignColumns: [customer.organisationId, customer.id] }),
    foreignKey({ columns: [t.organisationId, t.reporterId], foreignColumns: [officer.organisationId, officer.id] }),
  ],
);

export type TypedCustomer = {
  readonly ref?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
};

/** A serious threat: who was alerted and who has it in hand (CASEWORK section 1). */
export const safetyAlert = pgTable(
  "safety_alert",
  {
    organisationId: organisationId(),
    id: id(),
    incidentId: uuid("incident_id").notNull(),
    raisedAt: instant("raised_at").notNull(),
    /** Who has been asked so far, in the order of the chain. */
    asked: uuid("asked").array().notNull(),
    acknowledgedBy: uuid("acknowledged_by"),
    acknowledgedAt: instant("acknowledged_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique().on(t.organisationId, t.incidentId),
    foreignKey({ columns: [t.organisationId, t.incidentId], foreignColumns: [incident.organisationId, incident.id] }),
  ],
);

const STEP_STATES = ["to_give", "given"] as const;

/**
 * Advice or a warning: what a service manager asked for and somebody has still to give, or what was given; also what a
 * proposer put on record because it happened before, in or outside the product.
 */
export const ladderStep = pgTable(
  "ladder_step",
  {
    organisationId: organisationId(),
    id: id(),
    customerId: uuid("customer_id").notNull(),
    /** The report that led to it; null for one that a proposer put on record. */
    incidentId: uuid("incident_id"),
    /** The proposal it was put on record with; null for one that a report led to. */
    proposalId: uuid("proposal_id"),
    kind: text("kind", { enum: STEPS }).notNull(),
    state: text("state", { enum: STEP_STATES }).notNull(),
    /** Goes up at each change; a card made before is refused. */
    version: integer("version").notNull().default(1),
    /** Whose task it is; null for one that was given before. */
    ownerId: uuid("owner_id"),
    /** For the customer: what happened, and what they are asked to change. */
    whatHappened: text("what_happened"),
    whatToChange: text("what_to_change"),
    how: channelEnum("how"),
    givenOn: date("given_on", { mode: "string" }),
    givenBy: text("given_by"),
    /** What was said, and what the customer answered. */
    said: text("said"),
    recordedBy: uuid("recorded_by").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    packId: text("pack_id").notNull(),
    packVersion: integer("pack_version").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique().on(t.organisationId, t.proposalId, t.kind),
    unique().on(t.organisationId, t.incidentId, t.kind),
    index().on(t.organisationId, t.customerId),
    oneOf("ladder_step_kind", "kind", STEPS),
    oneOf("ladder_step_state", "state", STEP_STATES),
    check("ladder_step_given_has_its_day", sql`"state" = 'to_give' or ("given_on" is not null and "how" is not null)`),
    foreignKey({ columns: [t.organisationId, t.customerId], foreignColumns: [customer.organisationId, customer.id] }),
    foreignKey({ columns: [t.organisationId, t.incidentId], foreignColumns: [incident.organisationId, incident.id] }),
  ],
);

export type ProposedRestriction = {
  readonly kind: string;
  readonly clause: string | null;
  readonly parameters: Readonly<Record<string, unknown>>;
};

/** One return: who asked what, at which version, and the proposer's answer; null while none was given. */
export type Exchange = {
  readonly by: string;
  readonly question: string;
  readonly version: number;
  readonly answer: string | null;
};

/** Restrictions, dates, reasons, waiting for a decision. */
export const proposal = pgTable(
  "proposal",
  {
    organisationId: organisationId(),
    id: id(),
    ref: text("ref").notNull(),
    customerId: uuid("customer_id").notNull(),
    service: text("service").notNull(),
    proposedBy: uuid("proposed_by").notNull(),
    startedAt: instant("started_at").notNull(),
    submittedAt: instant("submitted_at"),
    state: text("state", { enum: PROPOSAL_STATES }).notNull(),
    /** Goes up at each change; a card made before is refused. */
    version: integer("version").notNull().default(1),
    /** How often it was sent to the seniors; their cards of an earlier round are closed. */
    round: integer("round").notNull().default(0),
    packId: text("pack_id").notNull(),
    packVersion: integer("pack_version").notNull(),
    bypass: text("bypass"),
    bypassReason: text("bypass_reason"),
    restrictions: jsonb("restrictions").$type<readonly ProposedRestriction[]>().notNull(),
    /** Null: the whole organisation. */
    services: text("services").array(),
    scopeReason: text("scope_reason"),
    startsAt: instant("starts_at"),
    endsAt: instant("ends_at"),
    reviewOn: date("review_on", { mode: "string" }),
    reason: text("reason"),
    /** The way that stays open under a ban on all contact: an address or representative, its channel, and who reads it. */
    openWay: text("open_way"),
    openWayBy: channelEnum("open_way_by"),
    /** As a restriction names people: a work e-mail. */
    openWayReader: text("open_way_reader"),
    /** Officers whom the customer complained about: they do not decide. */
    complainedAbout: uuid("complained_about").array().notNull().default([]),
    /** Identifiers that the proposer says are the customer's alone: made exclusive by the decision. */
    exclusiveIdentifiers: uuid("exclusive_identifiers").array().notNull(),
    /** What the proposer answered to the gates (CASEWORK section 2); its shape: ProposalAnswers. */
    answers: jsonb("answers").$type<unknown>().notNull().default({}),
    quorum: integer("quorum").notNull().default(1),
    decidedAt: instant("decided_at"),
    decidedBy: uuid("decided_by"),
    decisionReason: text("decision_reason"),
    /** What seniors asked when they returned it, and what the proposer said to that; the oldest first. */
    exchanges: jsonb("exchanges").$type<readonly Exchange[]>().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique().on(t.organisationId, t.ref),
    index().on(t.organisationId, t.customerId),
    oneOf("proposal_state", "state", PROPOSAL_STATES),
    foreignKey({ columns: [t.organisationId, t.customerId], foreignColumns: [customer.organisationId, customer.id] }),
    foreignKey({ columns: [t.organisationId, t.proposedBy], foreignColumns: [officer.organisationId, officer.id] }),
  ],
);

/** "Is this customer known to Social Work Services?": asked about a proposal, answered by a liaison, or tried again. */
export const socialWorkQuestion = pgTable(
  "social_work_question",
  {
    organisationId: organisationId(),
    id: id(),
    proposalId: uuid("proposal_id").notNull(),
    askedAt: instant("asked_at").notNull(),
    askedBy: uuid("asked_by").notNull(),
    /** The liaisons it was put to. */
    putTo: uuid("put_to").array().notNull(),
    version: integer("version").notNull().default(1),
    answeredAt: instant("answered_at"),
    answeredBy: uuid("answered_by"),
    known: boolean("known"),
    /** The customer's social or care worker, among the contacts outside the staff, and what the liaison adds. */
    careWorker: text("care_worker"),
    note: text("note"),
    /** When somebody tried again, ISO dates, and how. */
    attempts: jsonb("attempts")
      .$type<readonly { readonly on: string; readonly how: string; readonly by: string }[]>()
      .notNull()
      .default([]),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique().on(t.organisationId, t.proposalId),
    foreignKey({ columns: [t.organisationId, t.proposalId], foreignColumns: [proposal.organisationId, proposal.id] }),
  ],
);

/**
 * The reports of a proposal: the one it was proposed from, and those that explain its restrictions. A link that is taken
 * back is a row that explains nothing.
 */
export const proposalIncident = pgTable(
  "proposal_incident",
  {
    organisationId: organisationId(),
    proposalId: uuid("proposal_id").notNull(),
    incidentId: uuid("incident_id").notNull(),
    /** The decision deals with this report; the others were dealt with in their own way. */
    proposedFrom: boolean("proposed_from").notNull(),
    /** The kinds of restriction that it explains; a proposal has one of a kind. */
    explains: restrictionKindEnum("explains").array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.proposalId, t.incidentId] }),
    foreignKey({ columns: [t.organisationId, t.proposalId], foreignColumns: [proposal.organisationId, proposal.id] }),
    foreignKey({ columns: [t.organisationId, t.incidentId], foreignColumns: [incident.organisationId, incident.id] }),
  ],
);

/** A senior who was asked, and what they said. One row a person: two accounts are one person. */
export const approver = pgTable(
  "approver",
  {
    organisationId: organisationId(),
    proposalId: uuid("proposal_id").notNull(),
    officerId: uuid("officer_id").notNull(),
    askedAt: instant("asked_at").notNull(),
    interestDeclaredAt: instant("interest_declared_at"),
    verdict: text("verdict", { enum: VERDICTS }),
    verdictAt: instant("verdict_at"),
    reason: text("reason"),
    /** Whose right to decide the verdict used: their own, or that of somebody away for whom they stood in. */
    seatId: uuid("seat_id"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.proposalId, t.officerId] }),
    foreignKey({ columns: [t.organisationId, t.seatId], foreignColumns: [officer.organisationId, officer.id] }),
    foreignKey({ columns: [t.organisationId, t.proposalId], foreignColumns: [proposal.organisationId, proposal.id] }),
    foreignKey({ columns: [t.organisationId, t.officerId], foreignColumns: [officer.organisationId, officer.id] }),
  ],
);

/** A letter to the customer, written from the record of a decision or a warning, and the task to send it. */
export const letter = pgTable(
  "letter",
  {
    organisationId: organisationId(),
    id: id(),
    /** What it tells the customer of: a decision, or a step such as the warning. */
    arrangementId: uuid("arrangement_id"),
    stepId: uuid("step_id"),
    body: text("body").notNull(),
    writtenAt: instant("written_at").notNull(),
    ownerId: uuid("owner_id").notNull(),
    version: integer("version").notNull().default(1),
    sentHow: channelEnum("sent_how"),
    sentOn: date("sent_on", { mode: "string" }),
    sentBy: uuid("sent_by"),
    recordedAt: instant("recorded_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique().on(t.organisationId, t.arrangementId),
    unique().on(t.organisationId, t.stepId),
    check("letter_tells_of_one_thing", sql`num_nonnulls("arrangement_id", "step_id") = 1`),
    foreignKey({
      columns: [t.organisationId, t.arrangementId],
      foreignColumns: [arrangement.organisationId, arrangement.id],
    }),
    foreignKey({ columns: [t.organisationId, t.stepId], foreignColumns: [ladderStep.organisationId, ladderStep.id] }),
  ],
);
