/** A proposal looked at whole: its record, its gates, who may decide it. Read anew at every step. */
import { and, eq } from "drizzle-orm";
import { findDutySenior } from "../../../db/queries/duty-senior.ts";
import { loadNames, type Names } from "../../../db/queries/names.ts";
import { loadOrganisation, type Organisation } from "../../../db/queries/organisation.ts";
import {
  loadProposalParts,
  type ProposalParts,
  type ProposalRow,
  proposalRecord,
  restrictionsOf,
} from "../../../db/queries/proposals.ts";
import { findQuestionOf, type SocialWorkRow } from "../../../db/queries/social-work.ts";
import { loadStaffOn, type StaffMember } from "../../../db/queries/staff.ts";
import { customer } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { approvalNeeds } from "../../policy/approval/approval-needs.ts";
import { eligibleApprovers } from "../../policy/approval/may-decide.ts";
import type { ProposalRecord } from "../../policy/approval/open-proposal.ts";
import { askGates } from "../../policy/gates/ask-gates.ts";
import { type GateFacts, type GateResult, NOTHING_RECORDED, needFacts } from "../../policy/gates/gate.ts";
import type { IncidentFact } from "../../policy/ladder/continued.ts";
import type { NeedFacts } from "../../policy/needs/need-facts.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import type { Restriction } from "../../policy/restrictions/restriction.ts";
import { Need } from "../../policy/vocabulary.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Context } from "../context.ts";
import { packOf } from "../pack-of.ts";
import { asOf, incidentFact, loadCaseFacts, stepTaken } from "../steps/case-facts.ts";
import { whoAnswersNow } from "../who-answers-now.ts";
import { answerFacts, ProposalAnswers } from "./answers.ts";

export type Assessed = Names & {
  readonly row: ProposalRow;
  readonly parts: ProposalParts;
  readonly organisation: Organisation;
  readonly staff: readonly StaffMember[];
  readonly pack: Pack;
  readonly restrictions: readonly Restriction[];
  readonly record: ProposalRecord;
  readonly gates: readonly GateResult[];
  /** What conflicts between needs and restrictions are computed from. */
  readonly needFacts: NeedFacts;
  readonly answers: ProposalAnswers;
  /** To Social Work, when it was asked. */
  readonly question: SocialWorkRow | undefined;
};

/** Loads everything a proposal rests on and asks every gate of its pack. */
export async function assess(
  tx: Tx,
  row: ProposalRow,
  { now, chats }: { now: Date; chats: Context["chats"] },
): Promise<Assessed> {
  const organisation = await loadOrganisation(tx, row.organisationId);
  const staff = await loadStaffOn(tx, row.organisationId, { chats, day: localDate(now, organisation.timeZone) });
  const parts = await loadProposalParts(tx, row);
  const pack = await packOf(tx, row.organisationId, row);
  const restrictions = restrictionsOf(row);
  const dutySenior = await findDutySenior(tx, row.organisationId);
  const record = { ...proposalRecord(row, parts, organisation.timeZone), dutySenior };
  const day = (at: Date | null) => (at ? localDate(at, organisation.timeZone) : null);
  const { today, calendar } = asOf(organisation, now);
  const needs = approvalNeeds(record, pack);
  const incidents = parts.incidents.map((one) => incidentFact(one, organisation));
  const answers = ProposalAnswers.parse(row.answers);
  const question = await findQuestionOf(tx, row.organisationId, row.id);
  const facts: GateFacts = {
    ...NOTHING_RECORDED,
    ...answerFacts(answers),
    // Whoever proposes knows the customer's matter, and can hand the part on in the details.
    support: { ...NOTHING_RECORDED.support, point: pointOf(row, staff) },
    socialWork: question ? socialWorkFact(question, organisation.timeZone) : null,
    restrictions,
    needs: await needsOf(tx, row),
    incidents,
    history: withOwn((await loadCaseFacts(tx, organisation, row.customerId)).incidents, incidents),
    // The incidents of a proposal explain all of it until each restriction names its own.
    links: record.kinds.map((kind) => ({ kind, incidents: incidents.map(({ ref }) => ref) })),
    stepsTaken: parts.steps.map(stepTaken),
    bypass: row.bypass ? { code: row.bypass, reason: row.bypassReason ?? "" } : null,
    startsOn: day(row.startsAt),
    endsOn: day(row.endsAt),
    reviewOn: row.reviewOn,
    scopeReason: row.scopeReason,
    openWay: row.openWay,
    awayWithoutDeputy: awayWithoutDeputy(restrictions, staff),
    eligibleApprovers: eligibleApprovers(record, staff, pack).length,
    quorum: needs.quorum,
    approverRole: needs.role,
    calendar,
  };
  return {
    row,
    parts,
    organisation,
    staff,
    ...(await loadNames(tx, row.organisationId, staff)),
    pack,
    restrictions,
    record,
    gates: askGates(facts, pack, today),
    needFacts: needFacts(facts),
    answers,
    question,
  };
}

/** A report that named nobody is the customer's only when the proposal goes out, and counts before. */
function withOwn(ofCase: readonly IncidentFact[], own: readonly IncidentFact[]): readonly IncidentFact[] {
  return [...ofCase, ...own.filter(({ ref }) => ofCase.every((one) => one.ref !== ref))];
}

/** The proposer as the one officer whom an alternative would name; nobody while they are not at work. */
function pointOf({ proposedBy }: ProposalRow, staff: readonly StaffMember[]) {
  const officer = staff.find(({ id, status }) => id === proposedBy && status === "active");
  return officer ? { officer: officer.email } : null;
}

function socialWorkFact({ askedAt, answeredAt, known, attempts }: SocialWorkRow, timeZone: string) {
  return {
    askedOn: localDate(askedAt, timeZone),
    answer: answeredAt ? { on: localDate(answeredAt, timeZone), known: known ?? false } : null,
    attempts: attempts.map(({ on }) => on),
  };
}

/** What the customer is known to need. */
async function needsOf(tx: Tx, { organisationId, customerId }: ProposalRow): Promise<readonly Need[]> {
  const [row] = await tx
    .select({ needs: customer.needs })
    .from(customer)
    .where(and(eq(customer.organisationId, organisationId), eq(customer.id, customerId)));
  return (row?.needs ?? []).map((need) => Need.parse(need));
}

function awayWithoutDeputy(restrictions: readonly Restriction[], staff: readonly StaffMember[]): readonly string[] {
  return restrictions.flatMap((restriction) => {
    if (restriction.kind !== "named_officer") return [];
    const { parameters } = restriction;
    return whoAnswersNow(staff, parameters) === undefined ? [parameters.officer] : [];
  });
}
