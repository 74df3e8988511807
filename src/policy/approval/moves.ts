/** Which state of a proposal may follow which. A table (CASEWORK section 4). */
import type { ProposalState } from "../vocabulary.ts";

const MOVES: Readonly<Record<ProposalState, readonly ProposalState[]>> = {
  draft: ["submitted", "withdrawn"],
  submitted: ["approved", "returned", "rejected", "expired", "withdrawn", "superseded"],
  returned: ["submitted", "withdrawn"],
  // A time-out is not a rejection: the proposer can send it again.
  expired: ["submitted", "withdrawn"],
  approved: [],
  rejected: [],
  withdrawn: [],
  superseded: [],
};

/** Whether a proposal in one state may go to the other. */
export function mayMove(from: ProposalState, to: ProposalState): boolean {
  return MOVES[from].includes(to);
}
