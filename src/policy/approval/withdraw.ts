/** Takes a proposal back, or changes one that is out already (CASEWORK section 4: withdrawn; superseded). */
import { isTheirs, type Proposer } from "../staff/left-to-the-team.ts";
import type { Decider } from "./may-decide.ts";
import { mayMove } from "./moves.ts";
import type { Decision, ProposalRecord } from "./open-proposal.ts";

export type WithdrawRefusal =
  | { readonly code: "closed"; readonly state: ProposalRecord["state"]; readonly decisions: readonly Decision[] }
  | { readonly code: "not-yours"; readonly proposedBy: string };

/**
 * Why it stays: only the proposer takes it back, or whoever stands in for them; the register team when they have left and
 * nobody took it over. `undefined` when they may.
 */
export function refuseWithdrawal(
  proposal: ProposalRecord,
  officer: Decider,
  proposer: Proposer,
): WithdrawRefusal | undefined {
  const { state, decisions, proposedBy } = proposal;
  if (!mayMove(state, "withdrawn")) return { code: "closed", state, decisions };
  return isProposer(proposal, officer) || isTheirs({ proposedBy, proposer }, officer)
    ? undefined
    : { code: "not-yours", proposedBy };
}

export type Change =
  /** Nobody holds a card of it: the same proposal, a version on. */
  | { readonly code: "in-place"; readonly version: number }
  /** Cards are out: this one is closed as superseded, and the change is a new draft. */
  | { readonly code: "supersede" }
  | WithdrawRefusal;

/** How a change is made, so that nobody decides on something that they did not read. */
export function howToChange(proposal: ProposalRecord, officer: Decider): Change {
  const { state, decisions, proposedBy, version } = proposal;
  if (!isProposer(proposal, officer)) return { code: "not-yours", proposedBy };
  if (mayMove(state, "superseded")) return { code: "supersede" };
  return mayMove(state, "submitted")
    ? { code: "in-place", version: version + 1 }
    : { code: "closed", state, decisions };
}

function isProposer({ proposedBy }: ProposalRecord, officer: Decider): boolean {
  return officer.id === proposedBy || officer.actsFor.some(({ id }) => id === proposedBy);
}
