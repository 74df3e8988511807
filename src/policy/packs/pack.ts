/**
 * One organisation's policy as data. A long file on purpose: it is the table of CASEWORK section 6, axis by axis.
 * No axis is optional: a policy that is silent on one says so with "assumed".
 */
import { z } from "zod";
import {
  Behaviour,
  Calendar,
  Channel,
  DecidingRole,
  GateName,
  Judgement,
  LadderRole,
  Limb,
  Need,
  RestrictionKind,
  ScopeReach,
  Step,
  Weekday,
} from "../vocabulary.ts";
import { axis } from "./axis.ts";
import { PackText, TextLine, TextPart } from "./pack-text.ts";

const Words = z.string().trim().min(1);
const Count = z.int().min(1);
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "is a time such as 09:00");

const Code = z.string().regex(/^[a-z]+(_[a-z]+)*$/, "is lower-case words joined by underscores");
const PackId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is lower-case words joined by hyphens");

/** A rung before the proposal: who takes it, how, and for how long it counts. */
export const PackStep = z.strictObject({
  step: Step,
  by: axis(z.array(LadderRole).min(1)),
  how: axis(z.array(Channel).min(1)),
  validMonths: axis(Count),
  /** When it begins to count: on the day it was given, or when the customer has it (`deemedReceiptWorkingDays`). */
  countsFrom: axis(z.enum(["day_given", "receipt"])),
  /** What the policy's text has it say. */
  contains: axis(z.array(TextPart).min(1)),
  /** What it says beside that. */
  alsoContains: axis(z.array(TextPart)),
  /** What to say, in order; null where it is never given by phone or in person. */
  script: axis(z.array(TextLine).min(1).nullable()),
  /** What to send; null where it is never given in writing. */
  written: axis(z.strictObject({ subject: PackText, lines: z.array(TextLine).min(1) }).nullable()),
  enclosesPolicy: axis(z.boolean()),
  appeal: axis(z.enum(["none", "on_facts"])),
});
export type PackStep = z.infer<typeof PackStep>;

/** A reason for which the earlier steps may be left out. The right of appeal is unaffected. */
const PackBypass = z.strictObject({
  code: Code,
  words: Words,
  /** Who approves it, with a written reason; null when the fact itself is enough, and whoever decides anyhow does. */
  reasonBy: DecidingRole.nullable(),
  appealKept: z.boolean(),
  /** Whether clocks run day and night and questions do not hold the decision (CASEWORK section 3). */
  shortRoad: z.boolean(),
});
export type PackBypass = z.infer<typeof PackBypass>;

/** A ground on which the policy applies, as it is asked at triage (7.2: persistently abusive, or persistent). */
const PackLimb = z.strictObject({
  code: Limb,
  words: Words,
  /** What those who decide judge the contact to be when this ground is upheld (7.4). */
  judgedAs: Judgement,
  /** What has to be shown from the record: how many contacts, how long they took, how many officers they reached. */
  shownBy: z.array(z.enum(["contacts", "minutes", "officers"])),
});
export type PackLimb = z.infer<typeof PackLimb>;

/** How grave an incident is: it decides how long its record is kept after the end. */
const Severity = z.enum(["verbal", "threatening", "physical"]);

const CatalogueEntry = z.strictObject({ kind: RestrictionKind, clause: Words.nullable() });
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

/** Who decides: the strictest of all rules that apply to a proposal's kinds, scope and length. */
export const ApproverRule = z.strictObject({
  kinds: z.array(RestrictionKind).min(1),
  scopes: z.array(ScopeReach).min(1),
  /** The rule applies to proposals longer than this many months; 0 means of any length. */
  longerThanMonths: z.int().min(0),
  role: axis(DecidingRole),
  quorum: axis(Count),
  /** How many eligible people are asked at first. */
  asks: axis(Count),
});
export type ApproverRule = z.infer<typeof ApproverRule>;

export const Pack = z.strictObject({
  id: PackId,
  version: Count,
  title: Words,
  effective: z.strictObject({ from: z.iso.date(), until: z.iso.date().nullable() }),
  text: z.strictObject({ reference: Words, sections: Words }),
  policyDocument: axis(z.strictObject({ name: Words, where: Words, version: Words })),
  appliesTo: axis(z.array(Words).min(1)),
  atOnce: axis(z.array(Words).min(1)),
  safety: z.strictObject({
    /** The organisation's procedure for violence at work or for protecting staff. */
    procedure: axis(Words),
    procedureAt: axis(Words),
    /** What the officer is reminded of when somebody may be in danger. */
    police: axis(Words),
  }),
  limbs: axis(z.array(PackLimb).min(1)),
  behaviours: axis(z.array(z.strictObject({ behaviour: Behaviour, severity: Severity })).min(1)),
  steps: z.array(PackStep),
  bypass: axis(z.array(PackBypass)),
  /** The role of the senior who is asked on the short road; the organisation names the person. */
  dutySenior: axis(DecidingRole.nullable()),
  shortRoad: z.strictObject({
    clocks: axis(z.enum(["day_and_night", "working_hours"])),
    /** Gates that ask and do not hold the decision. */
    asksWithoutHolding: axis(z.array(GateName)),
    lateAnswerOpensReview: axis(z.boolean()),
  }),
  proposedBy: axis(z.array(DecidingRole).min(1)),
  restrictions: axis(z.array(CatalogueEntry).min(1)),
  /** What the form offers before the rest, in this order. */
  offeredFirst: axis(z.array(RestrictionKind)),
  pointOfContact: z.strictObject({
    /** A social or care worker, for a customer with one of these needs. */
    careWorker: axis(
      z.strictObject({ needs: z.array(Need).min(1), onlyWhenKnownToSocialWork: z.boolean() }).nullable(),
    ),
  }),
  socialWork: z.strictObject({
    asked: axis(z.enum(["always", "when_a_need_suggests"])),
    /** Needs that suggest it. */
    needs: axis(z.array(Need)),
  }),
  approvers: z.array(ApproverRule).min(1),
  checks: axis(z.array(Words).min(1)),
  gates: axis(z.array(GateName).min(1)),
  /** Who decides about a restriction that would reach council meetings or polling. */
  meetingsDecidedBy: axis(DecidingRole),
  /** Who decides about a customer who is a minor or lacks capacity. */
  capacityDecidedBy: axis(DecidingRole),
  length: z.strictObject({
    maxMonths: axis(Count),
    defaultMonths: axis(Count),
    inLetter: axis(z.enum(["always", "where_relevant"])),
  }),
  review: z.strictObject({ everyMonths: axis(Count.nullable()), monthsBeforeEnd: axis(Count) }),
  contactOutside: axis(z.enum(["as_the_restriction_says", "disregarded"])),
  closedTopics: axis(z.enum(["read_and_not_acknowledged"])),
  appeal: z.strictObject({
    lodgeWorkingDays: axis(Count),
    answerWorkingDays: axis(Count),
    decidedBy: axis(DecidingRole),
    clockStarts: axis(z.enum(["letter_date", "receipt"])),
    alsoWithoutWarning: axis(z.boolean()),
  }),
  recorded: axis(z.strictObject({ team: Words, what: z.array(Words).min(1) })),
  judgedBy: axis(z.array(Words).min(1)),
  warningEnoughMonths: axis(Count),
  /** What the policy expects of a warning; how often it was enough is counted either way. */
  warningEffect: axis(Words.nullable()),
  openProposal: z.strictObject({
    remindWorkingDays: axis(Count),
    escalateWorkingDays: axis(Count),
    expireWorkingDays: axis(Count),
    reasonFor: axis(z.array(z.enum(["approve", "return", "reject"]))),
    maskedCardInSeniorChannel: axis(z.boolean()),
  }),
  acknowledgeMinutes: axis(Count),
  socialWorkAttemptWorkingDays: axis(Count.nullable()),
  deemedReceiptWorkingDays: axis(Count),
  protectedWords: axis(z.array(Words).min(1)),
  retentionMonths: axis(z.strictObject({ verbal: Count, threatening: Count, physical: Count })),
  calendar: axis(Calendar),
  workingHours: axis(z.strictObject({ days: z.array(Weekday).min(1), from: ClockTime, to: ClockTime })),
  ombudsman: axis(z.strictObject({ name: Words, address: z.array(Words).min(1), telephone: Words, website: Words })),
});
export type Pack = z.infer<typeof Pack>;
