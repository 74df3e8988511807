/** A proposal looked at whole: its record, its gates, who may decide it. Read anew at every step. */
import type { Names, OutsideContact } from "../../../db/queries/names.ts";
import type { Organisation } from "../../../db/queries/organisation.ts";
import { type ProposalParts, proposalRecord } from "../../../db/queries/proposal-parts.ts";
import { BEING_CHANGED, type ProposalRow, restrictionsOf } from "../../../db/queries/proposals.ts";
import type { StaffMember } from "../../../db/queries/staff.ts";
import type { Tx } from "../../../db/transaction.ts";
import { approvalNeeds } from "../../policy/approval/approval-needs.ts";
import { judgedAs } from "../../policy/approval/judged-as.ts";
import { eligibleApprovers } from "../../policy/approval/may-decide.ts";
import type { ProposalRecord } from "../../policy/approval/open-proposal.ts";
import type { Wording } from "../../policy/arrangement/restriction-words.ts";
import { wordingOf } from "../../policy/arrangement/wording.ts";
import { askGates } from "../../policy/gates/ask-gates.ts";
import { type GateFacts, type GateResult, type Link, NOTHING_RECORDED, needFacts } from "../../policy/gates/gate.ts";
import type { IncidentFact } from "../../policy/ladder/continued.ts";
import { restrictionsIn } from "../../policy/needs/beside.ts";
import { type NeedFacts, pointsOf, readersOf } from "../../policy/needs/need-facts.ts";
import type { Point } from "../../policy/needs/point-of-contact.ts";
import type { Pack } from "../../policy/packs/pack.ts";
import type { Restriction } from "../../policy/restrictions/restriction.ts";
import { personKey } from "../../policy/screening/staff.ts";
import type { Judgement, RestrictionKind } from "../../policy/vocabulary.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Context } from "../context.ts";
import { loadOffice, type Office } from "../office.ts";
import { asOf, incidentFact, stepTaken } from "../steps/case-facts.ts";
import { whoAnswersNow } from "../who-answers-now.ts";
import { answerFacts, ProposalAnswers } from "./answers.ts";
import type { CustomerFacts } from "./customer-facts.ts";
import { type Ground, loadGround } from "./ground.ts";

export type Assessed = Names & {
  readonly row: ProposalRow;
  readonly parts: ProposalParts;
  readonly organisation: Organisation;
  readonly staff: readonly StaffMember[];
  readonly outside: readonly OutsideContact[];
  readonly pack: Pack;
  readonly restrictions: readonly Restriction[];
  readonly record: ProposalRecord;
  readonly gates: readonly GateResult[];
  /** What those who approve it judge the contact to be (7.4): the second screen, the letter and the register say it. */
  readonly judged: readonly Judgement[];
  /** Which reports explain which restriction. */
  readonly links: readonly Link[];
  /** How letter, register and cards put it. */
  readonly wording: Wording;
  /** What is known of the customer. */
  readonly about: CustomerFacts;
  /** What conflicts between needs and restrictions are computed from. */
  readonly needFacts: NeedFacts;
  readonly answers: ProposalAnswers;
  /** To Social Work, when it was asked. */
  readonly question: Ground["question"];
  /** Whom Social Work named as the customer's social or care worker. */
  readonly careWorker: OutsideContact | undefined;
};

/** Loads everything a proposal rests on and asks every gate of its pack. */
export async function assess(
  tx: Tx,
  row: ProposalRow,
  when: { readonly now: Date; readonly chats: Context["chats"] },
): Promise<Assessed> {
  const [office, ground] = await Promise.all([loadOffice(tx, row.organisationId, when), loadGround(tx, row, when.now)]);
  return assessed(row, ground, { office, now: when.now });
}

/** The same for whoever has loaded the organisation in this transaction already. */
export async function assessIn(office: Office, tx: Tx, { row, now }: { row: ProposalRow; now: Date }) {
  return assessed(row, await loadGround(tx, row, now), { office, now });
}

function assessed(
  row: ProposalRow,
  { parts, pack, dutySenior, about, question, reports, beside }: Ground,
  { office, now }: { office: Office; now: Date },
): Assessed {
  const { organisation, staff, outside, nameOf, reachOf, knows } = office;
  const names = { nameOf, reachOf, knows };
  const restrictions = restrictionsOf(row);
  const capacityInDoubt = about.minor === true || about.lacksCapacity === true;
  const record = { ...proposalRecord(row, parts, organisation.timeZone), dutySenior, capacityInDoubt };
  const day = (at: Date | null) => (at ? localDate(at, organisation.timeZone) : null);
  const { today, calendar } = asOf(organisation, now);
  const needs = approvalNeeds(record, pack);
  const incidents = parts.incidents.map((one) => incidentFact(one, organisation));
  const answers = ProposalAnswers.parse(row.answers);
  const careWorker = outside.find(({ id }) => id === question?.careWorker);
  const held = [...restrictions, ...restrictionsIn(beside)];
  const named = [
    ...pointsOf(held),
    ...readersOf(restrictions).map((officer) => ({ officer })),
    ...(row.openWayReader ? [{ officer: row.openWayReader }] : []),
  ];
  const facts: GateFacts = {
    ...NOTHING_RECORDED,
    ...answerFacts(answers),
    ...about,
    // Whoever proposes knows the customer's matter, and can hand the part on in the details.
    support: {
      point: pointOf(row, staff),
      careWorker: careWorker?.id ?? null,
      language: about.language,
      collectionPoint: about.collectionPoint,
    },
    socialWork: question ? socialWorkFact(question, organisation.timeZone) : null,
    restrictions,
    beside,
    incidents,
    history: withOwn(
      reports.map((one) => incidentFact(one, organisation)),
      incidents,
    ),
    links: linksOf(record.kinds, parts),
    stepsTaken: parts.steps.map(stepTaken),
    bypass: row.bypass ? { code: row.bypass, reason: row.bypassReason ?? "" } : null,
    sentOn: BEING_CHANGED.includes(row.state) ? null : day(row.submittedAt),
    startsOn: day(row.startsAt),
    endsOn: day(row.endsAt),
    reviewOn: row.reviewOn,
    scopeReason: row.scopeReason,
    openWay: row.openWay,
    openWayBy: row.openWayBy,
    openWayReader: row.openWayReader,
    awayWithoutDeputy: awayWithoutDeputy(staff, named),
    haveLeft: haveLeft(staff, named),
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
    outside,
    ...names,
    wording: wordingOf({ ...row, provisions: answers.provisions }, { ...names, pack }),
    about,
    pack,
    restrictions,
    record,
    gates: askGates(facts, pack, today),
    judged: judgedAs({ limb: answers.limb, threat: incidents.some(({ seriousThreat }) => seriousThreat) }, pack),
    links: facts.links,
    needFacts: needFacts(facts),
    answers,
    question,
    careWorker,
  };
}

function linksOf(kinds: readonly RestrictionKind[], { incidents }: ProposalParts): readonly Link[] {
  return kinds.map((kind) => ({
    kind,
    incidents: incidents.flatMap(({ ref, explains }) => (explains.includes(kind) ? [ref] : [])),
  }));
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

function socialWorkFact(question: NonNullable<Ground["question"]>, timeZone: string) {
  const { askedAt, answeredAt, known, attempts, putTo, reached } = question;
  return {
    askedOn: localDate(askedAt, timeZone),
    ...(putTo.length > 0 ? {} : ({ insteadOfLiaison: reached ? "register_team" : "nobody" } as const)),
    answer: answeredAt ? { on: localDate(answeredAt, timeZone), known: known ?? false } : null,
    attempts: attempts.map(({ on }) => on),
  };
}

function awayWithoutDeputy(staff: readonly StaffMember[], named: readonly Point[]): readonly string[] {
  return named.flatMap((one) => (whoAnswersNow(staff, one) === undefined ? [one.officer] : []));
}

function haveLeft(staff: readonly StaffMember[], named: readonly Point[]): readonly string[] {
  const left = new Set(staff.filter(({ status }) => status === "left").map(({ email }) => personKey(email)));
  return named.flatMap(({ officer }) => (left.has(personKey(officer)) ? [officer] : []));
}
