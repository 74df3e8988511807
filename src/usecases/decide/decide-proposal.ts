/** One senior's decision on a proposal. One transaction; the loser of a race reads who decided and when. */
import { and, eq, inArray } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies } from "../../../db/queries/copies.ts";
import { cancelDue } from "../../../db/queries/due.ts";
import { findProposal, lockProposalsOfCase } from "../../../db/queries/proposals.ts";
import { approver, proposal } from "../../../db/schema/index.ts";
import { interactive, type Tx } from "../../../db/transaction.ts";
import type { Counted, NotCounted } from "../../policy/approval/count-decision.ts";
import type { Held } from "../../policy/approval/holds-approval.ts";
import { asDecider } from "../../policy/approval/may-decide.ts";
import { approvalsCounted } from "../../policy/approval/seats.ts";
import type { Verdict } from "../../policy/vocabulary.ts";
import type { Actor, Context } from "../context.ts";
import { type Assessed, assess } from "../propose/assess.ts";
import { refreshCardsOf } from "../propose/refresh-cards.ts";
import { NEWS } from "../triage.ts";
import { countPress } from "./count-press.ts";
import { enact } from "./enact.ts";
import { lookAgain } from "./look-again.ts";

export type DecideProposal = {
  readonly actor: Actor;
  readonly proposal: string;
  /** The version that the card showed. */
  readonly version: number;
  readonly verdict: Verdict;
  readonly reason: string | null;
};

/** `by` and `at`: who decided and when, for whoever came too late; `by` also for whoever decided before. `deciders`: who was asked. */
export type DecideOutcome =
  | { readonly code: "counted"; readonly ref: string; readonly state: Counted["state"]; readonly stillNeeded: number }
  | {
      readonly code: "refused";
      readonly ref: string;
      readonly refusal: NotCounted | Held;
      readonly by: string;
      readonly at: Date | null;
      readonly deciders: readonly string[];
    }
  | { readonly code: "not-asked"; readonly ref: string }
  | { readonly code: "unknown-target" };

/**
 * Records a decision. A refusal writes nothing. Whoever comes too late is answered without the lock: twenty who press at
 * once wait for one decision, and not for nineteen answers.
 */
export function decideProposal(context: Context) {
  const [decide, answerLate] = [decideFirst(context), answerTooLate(context)];
  return async (command: DecideProposal): Promise<DecideOutcome> =>
    (await decide(command)) ?? (await answerLate(command));
}

/** Who decided and when; nothing has to be locked to read that. */
function answerTooLate({ db, now, chats }: Context) {
  return async (command: DecideProposal): Promise<DecideOutcome> =>
    await interactive(db, command.actor.organisation, async (tx) => {
      const at = now();
      const row = await findProposal(tx, command.actor.organisation, command.proposal);
      if (!row) return { code: "unknown-target" };
      const assessed = await assess(tx, row, { now: at, chats });
      const counted = pressOf(assessed, command, at);
      // It was sent again between the two looks: this card is from before that.
      return counted === undefined || counted.code === "counted"
        ? { code: "not-asked", ref: row.ref }
        : refusedDecision(assessed, counted);
    });
}

/** What this press would count for; nothing when the officer is not on the staff list any more. */
function pressOf(assessed: Assessed, { actor, version, verdict, reason }: DecideProposal, at: Date) {
  const officer = assessed.staff.find(({ id }) => id === actor.officer);
  return officer && countPress(assessed, { officer: asDecider(officer, assessed.staff), version, verdict, reason, at });
}

/** Nothing when the proposal does not wait for a decision any more. */
function decideFirst({ db, now, chats }: Context) {
  return async (command: DecideProposal): Promise<DecideOutcome | undefined> =>
    await interactive(db, command.actor.organisation, async (tx) => {
      const at = now();
      // With the others of the customer: two that leave no way together are not approved at the same moment.
      const ofCase = await lockProposalsOfCase(tx, command.actor.organisation, command.proposal);
      const row = ofCase.find(({ id }) => id === command.proposal);
      if (!row) return { code: "unknown-target" };
      if (row.state !== "submitted") return undefined;
      const assessed = await assess(tx, row, { now: at, chats });
      const officer = command.actor.officer;
      const counted = pressOf(assessed, command, at);
      if (!counted) return { code: "unknown-target" };
      if (counted.code !== "counted") return refusedDecision(assessed, counted);
      if (!assessed.parts.approvers.some(({ officerId }) => officerId === officer))
        return { code: "not-asked", ref: row.ref };

      await save(tx, assessed, { command, counted, at });
      if (counted.state === "approved") {
        await enact(tx, assessed, { decidedBy: command.actor.officer, at, chats });
        // What the others ask for would stand beside it from now on.
        await lookAgain(
          tx,
          ofCase.filter(({ id }) => id !== row.id),
          { at, chats },
        );
      }
      if (counted.state !== "submitted") await tell(tx, assessed, { state: counted.state, at, chats });
      await refreshCardsOf(tx, assessed);
      return { code: "counted", ref: row.ref, state: counted.state, stillNeeded: counted.stillNeeded };
    });
}

async function save(
  tx: Tx,
  { row, record }: Assessed,
  { command, counted, at }: { command: DecideProposal; counted: Counted; at: Date },
): Promise<void> {
  const { actor, verdict } = command;
  const reason = command.reason?.trim() || null;
  const seatId = counted.decisions.find(({ by }) => by === actor.officer)?.seat ?? null;
  await tx
    .update(approver)
    .set({ verdict, verdictAt: at, reason, seatId })
    .where(
      and(
        eq(approver.organisationId, row.organisationId),
        eq(approver.proposalId, row.id),
        eq(approver.officerId, actor.officer),
      ),
    );
  if (counted.state === "approved") await keepCounted(tx, { row, record });
  const closed =
    counted.state === "submitted" ? {} : { decidedAt: at, decidedBy: actor.officer, decisionReason: reason };
  const asked =
    verdict === "return" && reason
      ? [...row.exchanges, { by: actor.officer, question: reason, version: row.version, answer: null }]
      : row.exchanges;
  await tx
    .update(proposal)
    .set({ state: counted.state, ...closed, exchanges: asked })
    .where(and(eq(proposal.organisationId, row.organisationId), eq(proposal.id, row.id)));
  if (counted.state !== "submitted")
    await cancelDue(tx, row.organisationId, {
      subject: row.id,
      kinds: ["proposal-remind", "proposal-escalate", "proposal-expire"],
      now: at,
    });
  await appendAudit(tx, {
    organisation: row.organisationId,
    at,
    event: `proposal-${verdict === "approve" ? "approved" : verdict === "return" ? "returned" : "rejected"}`,
    by: actor.officer,
    subject: { kind: "proposal", id: row.id },
    facts: { state: counted.state, version: command.version, round: row.round },
  });
}

/** Who approved it, for cards and register, is whoever was counted; the audit keeps every press. */
async function keepCounted(tx: Tx, { row, record }: Pick<Assessed, "row" | "record">): Promise<void> {
  const counted = approvalsCounted(record);
  const others = record.decisions.filter((one) => !counted.includes(one)).map(({ by }) => by);
  if (others.length === 0) return;
  await tx
    .update(approver)
    .set({ verdict: null, verdictAt: null, seatId: null })
    .where(
      and(
        eq(approver.organisationId, row.organisationId),
        eq(approver.proposalId, row.id),
        inArray(approver.officerId, others),
      ),
    );
}

/** The proposer is told by a new message; the reporters too when it is over: people stop reporting when nothing visible happens. */
async function tell(
  tx: Tx,
  { row, parts }: Assessed,
  { state, at, chats }: { state: Counted["state"]; at: Date; chats: Context["chats"] },
): Promise<void> {
  const reporters =
    state === "returned" ? [] : parts.dealtWith.filter(({ reporterId }) => reporterId !== row.proposedBy);
  await addCopies(tx, { organisation: row.organisationId, chats, now: at }, [
    { kind: "proposal-outcome", subject: row.id, officer: row.proposedBy, round: row.round },
    ...reporters.map(
      ({ id, reporterId }) => ({ kind: "report-receipt", subject: id, officer: reporterId, round: NEWS }) as const,
    ),
  ]);
}

/** Why a decision was not counted: who decided and when for whoever came too late, and who may decide it. */
export function refusedDecision(
  { row, record, parts, nameOf }: Assessed,
  refusal: NotCounted | Held,
): Extract<DecideOutcome, { code: "refused" }> {
  const open = parts.approvers.filter(({ interestDeclaredAt }) => !interestDeclaredAt);
  const approved = approvalsCounted(record).map((one) => nameOf(one.by));
  const closedBy = row.state === "approved" ? approved.join(" and ") : row.decidedBy ? nameOf(row.decidedBy) : "";
  const by = refusal.code === "decided-before" ? nameOf(refusal.decision.by) : closedBy;
  return {
    code: "refused",
    ref: row.ref,
    refusal,
    by,
    at: row.decidedAt,
    deciders: open.map(({ officerId }) => nameOf(officerId)),
  };
}
