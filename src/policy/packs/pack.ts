/**
 * One organisation's policy as data. A long file on purpose: it is the table of CASEWORK section 6, axis by axis.
 * No axis is optional: a policy that is silent on one says so with "assumed".
 */
import { z } from "zod";
import {
  Calendar,
  Channel,
  DecidingRole,
  GateName,
  RestrictionKind,
  Role,
  ScopeReach,
  Step,
  Weekday,
} from "../vocabulary.ts";
import { axis } from "./axis.ts";

const Words = z.string().trim().min(1);
const Count = z.int().min(1);
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "is a time such as 09:00");

const PackId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is lower-case words joined by hyphens");

/** A rung before the proposal: who takes it, how, and for how long it counts. */
export const PackStep = z.strictObject({
  step: Step,
  by: axis(z.array(Role).min(1)),
  how: axis(z.array(Channel).min(1)),
  validMonths: axis(Count),
  enclosesPolicy: axis(z.boolean()),
  appeal: axis(z.enum(["none", "on_facts"])),
});
export type PackStep = z.infer<typeof PackStep>;

/** A reason for which the earlier steps may be left out. The right of appeal is unaffected. */
const PackBypass = z.strictObject({
  code: z.string().regex(/^[a-z]+(_[a-z]+)*$/, "is lower-case words joined by underscores"),
  words: Words,
  /** Who must have written the reason down; null when the fact itself is enough. */
  reasonBy: DecidingRole.nullable(),
  appealKept: z.boolean(),
  /** Whether clocks run day and night and questions do not hold the decision (CASEWORK section 3). */
  shortRoad: z.boolean(),
});
export type PackBypass = z.infer<typeof PackBypass>;

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
  steps: z.array(PackStep),
  bypass: axis(z.array(PackBypass)),
  dutySenior: axis(DecidingRole.nullable()),
  restrictions: axis(z.array(CatalogueEntry).min(1)),
  approvers: z.array(ApproverRule).min(1),
  checks: axis(z.array(Words).min(1)),
  gates: axis(z.array(GateName).min(1)),
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
