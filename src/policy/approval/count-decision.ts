/** One press on an approval card: counted, or refused with what happened before (CASEWORK section 4). */
import { writtenReasonBy } from "../ladder/bypass.ts";
import type { Pack } from "../packs/pack.ts";
import type { ProposalState } from "../vocabulary.ts";
import { approvalNeeds } from "./approval-needs.ts";
import { type Decider, mayDecide, type Refusal } from "./may-decide.ts";
import type { Decision, ProposalRecord } from "./open-proposal.ts";
import { approvalsCounted, decidedBefore, seatToUse } from "./seats.ts";

export type Press = Omit<Decision, "by" | "seat"> & {
  readonly officer: Decider;
  /** The version of the proposal that the card showed. */
  readonly version: number;
};

export type Counted = {
  readonly code: "counted";
  /** What the proposal is now: still submitted while more must approve. */
  readonly state: Extract<ProposalState, "submitted" | "approved" | "returned" | "rejected">;
  readonly decisions: readonly Decision[];
  readonly stillNeeded: number;
};

export type NotCounted =
  | {
      readonly code: "closed";
      readonly state: Exclude<ProposalState, "submitted">;
      readonly decisions: readonly Decision[];
    }
  | { readonly code: "card-too-old"; readonly version: number }
  /** By themselves, or from the same seat by somebody else. */
  | { readonly code: "decided-before"; readonly decision: Decision }
  | { readonly code: "reason-missing" }
  | Refusal;

/**
 * The count is over people: whoever approved in one chat is counted already in the other, and so is whoever was away when
 * somebody approved in their place. One return or one rejection closes the proposal; approval takes the pack's quorum.
 */
export function countDecision(proposal: ProposalRecord, press: Press, pack: Pack): Counted | NotCounted {
  const { officer, verdict, at } = press;
  const before = decidedBefore(proposal, officer, pack);
  if (proposal.state !== "submitted") return { code: "closed", state: proposal.state, decisions: proposal.decisions };
  if (press.version !== proposal.version) return { code: "card-too-old", version: proposal.version };
  if (before) return { code: "decided-before", decision: before };

  const refusal = mayDecide(proposal, officer, pack);
  if (refusal) return refusal;
  const reason = press.reason?.trim() || null;
  if (reason === null && needsReason(proposal, press, pack)) return { code: "reason-missing" };
  return counted(proposal, { by: officer.id, seat: seatToUse(proposal, officer, pack), verdict, reason, at }, pack);
}

function counted(proposal: ProposalRecord, decision: Decision, pack: Pack): Counted {
  const decisions = [...proposal.decisions, decision];
  switch (decision.verdict) {
    case "return":
      return { code: "counted", state: "returned", decisions, stillNeeded: 0 };
    case "reject":
      return { code: "counted", state: "rejected", decisions, stillNeeded: 0 };
    case "approve": {
      const stillNeeded = approvalsNeeded({ ...proposal, decisions }, pack);
      return { code: "counted", state: stillNeeded === 0 ? "approved" : "submitted", decisions, stillNeeded };
    }
  }
}

/** How many more people must approve, each from a seat of their own. */
export function approvalsNeeded(proposal: ProposalRecord, pack: Pack): number {
  return Math.max(0, approvalNeeds(proposal, pack).quorum - approvalsCounted(proposal).length);
}

/** "with a senior officer's written reason": a bypass that rests on one asks the approver for it too. */
export function needsReason(
  { bypass }: Pick<ProposalRecord, "bypass">,
  { verdict }: Pick<Press, "verdict">,
  pack: Pack,
): boolean {
  const isWritten = writtenReasonBy(bypass, pack) !== null;
  return verdict !== "approve" || isWritten || pack.openProposal.reasonFor.value.includes(verdict);
}
