/** What the cards of a proposal show: the approval card, the news to the proposer, the letter task. */
import { and, eq, sql } from "drizzle-orm";
import { findProposal } from "../../../db/queries/proposals.ts";
import { arrangement, customer, incident, ladderStep, letter } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { approvalNeeds } from "../../policy/approval/approval-needs.ts";
import { askedAgain, holdsApproval } from "../../policy/approval/holds-approval.ts";
import { asDecider, mayDecide } from "../../policy/approval/may-decide.ts";
import { approvalsCounted, decidedBefore } from "../../policy/approval/seats.ts";
import { stillDecidable } from "../../policy/approval/still-decidable.ts";
import { arrangementSentences } from "../../policy/arrangement/arrangement-sentence.ts";
import { KIND_WORDS } from "../../policy/arrangement/plain-words.ts";
import { openPoints } from "../../policy/gates/ask-gates.ts";
import { GATE_WORDS } from "../../policy/gates/gate-words.ts";
import type { Channel, GateName } from "../../policy/vocabulary.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Context } from "../context.ts";
import { adjustmentsAsked } from "../propose/answer-adjustments.ts";
import { type Assessed, assessIn } from "../propose/assess.ts";
import type { Scene } from "./copy-scene.ts";

export type When = { readonly now: Date; readonly chats: Context["chats"] };

export async function loadAssessed(tx: Tx, scene: Scene, { now }: When): Promise<Assessed | undefined> {
  const row = await findProposal(tx, scene.copy.organisationId, scene.copy.subjectId);
  return row && (await assessIn(scene, tx, { row, now }));
}

/** Facts of an approval card. A card of an earlier round is closed: the proposal was changed after it went out. */
export async function approvalFacts(tx: Tx, scene: Scene, when: When) {
  const assessed = await loadAssessed(tx, scene, when);
  if (!assessed) return undefined;
  const { row, parts, gates, restrictions, record, nameOf } = assessed;
  const { moment, copy } = scene;
  return {
    target: { id: row.id, version: row.version },
    ref: row.ref,
    months: record.months,
    askedBy: nameOf(row.proposedBy),
    service: row.service,
    asked: moment(row.submittedAt ?? row.startedAt),
    arrangement: sentencesOf(assessed),
    kinds: restrictions.map(({ kind }) => KIND_WORDS[kind]),
    reportRefs: parts.incidents.flatMap(({ ref, explains }) => (explains.length > 0 ? [ref] : [])),
    open: [...(row.services ? [] : ["applies to every service"]), ...openPoints(askedAgain(gates))],
    // "applies to every service" stands with what is open: it is not a pass as well.
    passed: gates.flatMap(({ code, gate }) =>
      code === "pass" && (gate !== "scope" || row.services) ? passedWords(gate, assessed) : [],
    ),
    quorum: row.quorum,
    approvals: approvalsCounted(record).map(({ by, at }) => ({ by: nameOf(by), when: moment(at) })),
    ...datesOf(assessed),
    state: mine(roundState(assessed, scene, when)),
  };

  /** Whoever may not decide, or has decided, sees no buttons, and afterwards what others decided. */
  function mine(state: ReturnType<typeof roundState>) {
    return state.code === "open" && assessed ? (heldBack(assessed, copy.officerId) ?? state) : state;
  }
}

/** What keeps the holder of a card from deciding while the proposal waits; nothing when they may. */
function heldBack({ parts, staff, record, pack, nameOf }: Assessed, holder: string | null) {
  const asked = parts.approvers.find(({ officerId }) => officerId === holder);
  const officer = staff.find(({ id }) => id === holder);
  if (asked?.interestDeclaredAt) return { code: "not-deciding" } as const;
  if (approvalsCounted(record).some(({ by }) => by === holder)) return { code: "decided" } as const;
  if (!officer) return undefined;
  const decider = asDecider(officer, staff);
  const before = decidedBefore(record, decider, pack);
  if (before && before.by !== holder) return { code: "decided-as-one", by: nameOf(before.by) } as const;
  return before || mayDecide(record, decider, pack) ? ({ code: "cannot-now" } as const) : undefined;
}

/**
 * Without a warning the card says so: "warned" would be a lie, and so would "it went on". Of steps from before nobody
 * here knows what lay between them.
 */
function passedWords(gate: GateName, { row: { bypass }, parts: { steps }, question }: Assessed): readonly string[] {
  if (gate === "social_work") return [socialWorkWords(question)];
  const other = steps.some(({ kind }) => kind === "warning") ? "other " : "";
  if (gate === "warned" && bypass) return [`no ${other}warning needed`];
  if (gate !== "continued") return [GATE_WORDS[gate]];
  if (bypass) return [];
  const fromBefore = steps.filter(({ incidentId }) => incidentId === null);
  return [fromBefore.length > 1 ? "it went on (earlier steps as recorded)" : GATE_WORDS[gate]];
}

/** An attempt lets a proposal go on; it is no answer (CASEWORK section 2). */
function socialWorkWords(question: Assessed["question"]): string {
  if (!question || question.answeredAt || question.attempts.length === 0) return GATE_WORDS.social_work;
  return question.putTo.length > 0 ? "Social Work asked twice, no answer" : "Social Work tried, no answer";
}

/** How the round stands that a card went out in. */
export function roundState(assessed: Assessed, scene: Scene, { now }: When) {
  const { row } = assessed;
  return scene.copy.round < row.round
    ? ({ code: "superseded", when: scene.moment(row.submittedAt ?? now) } as const)
    : stateOf(assessed, scene);
}

function stateOf({ row, record, nameOf }: Assessed, { moment }: Scene) {
  const when = moment(row.decidedAt ?? row.submittedAt ?? row.startedAt);
  const by = row.decidedBy ? nameOf(row.decidedBy) : "";
  switch (row.state) {
    case "draft":
    case "submitted":
      return { code: "open" } as const;
    case "approved":
      return { code: "approved", when, by: approvalsCounted(record).map((one) => nameOf(one.by)) } as const;
    case "returned":
    case "rejected":
      return { code: row.state, when, by } as const;
    case "expired":
    case "withdrawn":
    case "superseded":
      return { code: row.state, when } as const;
  }
}

/**
 * Facts of the news to the proposer. A proposal sent again makes the older news superseded by a newer message, and so
 * does a decision the card that says to whom it was sent.
 */
export async function outcomeFacts(tx: Tx, scene: Scene, when: When) {
  const assessed = await loadAssessed(tx, scene, when);
  if (!assessed) return undefined;
  const { row, record, pack, nameOf, parts } = assessed;
  const by = row.decidedBy ? nameOf(row.decidedBy) : "";
  const withdrawn = row.state === "withdrawn";
  const mine = scene.copy.officerId === row.proposedBy;
  const superseded =
    scene.copy.round < row.round || (scene.copy.kind === "proposal-sent" && row.state !== "submitted" && !withdrawn);
  return {
    target: { id: row.id, version: row.version },
    ref: row.ref,
    when: scene.moment((superseded ? row.submittedAt : row.decidedAt) ?? row.submittedAt ?? row.startedAt),
    outcome: superseded ? ({ code: "closed" } as const) : outcome(),
    owesAdjustments: mine && !superseded && (await adjustmentsAsked(tx, assessed, when.now)),
  };

  function outcome() {
    switch (row.state) {
      case "approved":
        return {
          code: "approved",
          by: approvalsCounted(record).map((one) => nameOf(one.by)),
          ...datesOf(assessed as Assessed),
        } as const;
      case "returned":
      case "rejected":
        return { code: row.state, by } as const;
      case "expired":
        return { code: "expired" } as const;
      case "withdrawn":
        return { code: "withdrawn", by } as const;
      case "draft":
      case "submitted":
      case "superseded":
        return {
          code: "sent",
          asked: parts.approvers.flatMap(({ officerId, interestDeclaredAt }) =>
            interestDeclaredAt ? [] : [nameOf(officerId)],
          ),
          quorum: row.quorum,
          decidedBy: approvalNeeds(record, pack).role,
        } as const;
    }
  }
}

/** Facts of the news that it cannot be approved; it follows until it can, or it is closed. */
export async function stuckFacts(tx: Tx, scene: Scene, when: When) {
  const assessed = await loadAssessed(tx, scene, when);
  if (!assessed) return undefined;
  const { row, record, staff, pack, gates, nameOf } = assessed;
  const { needed, may, enough } = stillDecidable(record, staff, pack);
  const held = holdsApproval(gates);
  const isOpen = row.state === "submitted" && scene.copy.round === row.round;
  return {
    target: { id: row.id, version: row.version },
    ref: row.ref,
    state: isOpen ? openState() : ("closed" as const),
    needed,
    may: may.map(nameOf),
    enough,
    open: openPoints(held),
  };

  function openState() {
    if (held.length > 0) return "held" as const;
    return enough ? ("enough" as const) : ("stuck" as const);
  }
}

/**
 * The one text of an arrangement, as letter and register print it. What is given beside the restrictions says what the
 * customer needs, and who from outside answers, such as a care worker: they stand in dialogs and the letter, and are never
 * posted (DESIGN decision 8). Nor is the way left open, which is written freely and may hold a name or an address.
 */
function sentencesOf({ restrictions, wording, staff, knows, nameOf }: Assessed): readonly string[] {
  const isStaff = (named: string) => staff.some(({ id, email }) => id === named || email === named.toLowerCase());
  const masked = (named: string) => (knows(named) && !isStaff(named) ? "somebody outside the staff" : nameOf(named));
  const openWay = wording.openWay === null ? null : "the way named in the case";
  return arrangementSentences(restrictions, { ...wording, openWay, nameOf: masked, reachOf: masked, provisions: [] });
}

/** The dates of a proposal as ISO dates where the organisation is; empty while they are not entered. */
function datesOf({ row, organisation }: Assessed) {
  const day = (at: Date | null) => (at ? localDate(at, organisation.timeZone) : "");
  return { startsOn: day(row.startsAt), endsOn: day(row.endsAt), reviewOn: row.reviewOn ?? "" };
}

/** Facts of the task to send a letter: of a decision, or the warning. */
export async function letterFacts(tx: Tx, { copy, organisation, nameOf }: Scene) {
  const [found] = await tx
    .select({ letter, arrangement, how: ladderStep.how, reportRef: incident.ref, customerRef: customer.ref })
    .from(letter)
    .leftJoin(
      arrangement,
      and(eq(arrangement.organisationId, letter.organisationId), eq(arrangement.id, letter.arrangementId)),
    )
    .leftJoin(ladderStep, and(eq(ladderStep.organisationId, letter.organisationId), eq(ladderStep.id, letter.stepId)))
    .leftJoin(
      incident,
      and(eq(incident.organisationId, ladderStep.organisationId), eq(incident.id, ladderStep.incidentId)),
    )
    .innerJoin(
      customer,
      and(
        eq(customer.organisationId, letter.organisationId),
        eq(customer.id, sql`coalesce(${arrangement.customerId}, ${ladderStep.customerId})`),
      ),
    )
    .where(and(eq(letter.organisationId, copy.organisationId), eq(letter.id, copy.subjectId)));
  if (!found) return undefined;
  const { sentHow, sentOn, sentBy, id, version } = found.letter;
  return {
    target: { id, version },
    customerRef: found.customerRef,
    about: found.arrangement
      ? ({
          code: "decision",
          proposalRef: found.arrangement.ref,
          startsOn: localDate(found.arrangement.startsAt, organisation.timeZone),
        } as const)
      : ({ code: "warning", reportRef: found.reportRef ?? "", how: found.how } as const),
    state:
      sentHow && sentOn
        ? ({ code: "sent", how: sentHow satisfies Channel, on: sentOn, by: sentBy ? nameOf(sentBy) : "" } as const)
        : ({ code: "open" } as const),
  };
}
