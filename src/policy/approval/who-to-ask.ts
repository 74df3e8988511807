/** Whom the approval cards go to: the nearest in the proposer's line first (CASEWORK section 4). */
import { approverNeeds, carriesAuthority } from "../packs/approver-needs.ts";
import type { Pack } from "../packs/pack.ts";
import { byName, officerById, type Staff } from "../staff/officer.ts";
import { lineOf } from "../staff/stand-in.ts";
import { type Decider, eligibleApprovers } from "./may-decide.ts";
import type { OpenProposal } from "./open-proposal.ts";

export type WhoToAsk = {
  /** To be asked now, the nearest first. */
  readonly ask: readonly Decider[];
  /** The next in the same order, one at each escalation. */
  readonly next: readonly Decider[];
  readonly quorum: number;
  /** Whether as many may decide as must approve. */
  readonly enough: boolean;
};

/** The pack's number of people (`asks`), and those after them for escalation. */
export function whoToAsk(proposal: OpenProposal, staff: Staff, pack: Pack): WhoToAsk {
  const { quorum, asks } = approverNeeds(proposal, pack);
  const ranked = rankedApprovers(proposal, staff, pack);
  return { ask: ranked.slice(0, asks), next: ranked.slice(asks), quorum, enough: ranked.length >= quorum };
}

/** All who may decide, the nearest in the proposer's line first; out of the line, the proposer's service, then by name. */
function rankedApprovers(proposal: OpenProposal, staff: Staff, pack: Pack): Decider[] {
  const proposer = officerById(staff, proposal.proposedBy);
  const line = proposer ? lineOf(staff, proposer).map(({ id }) => id) : [];
  const { role } = approverNeeds(proposal, pack);

  /** A delegate stands where the person stands for whom they act. */
  const distance = (officer: Decider): number => {
    const seats = [officer, ...officer.actsFor].filter(({ roles }) => carriesAuthority(roles, role));
    const inLine = seats.map(({ id }) => line.indexOf(id)).filter((step) => step >= 0);
    if (inLine.length > 0) return Math.min(...inLine);
    return line.length + (seats.some(({ service }) => service === proposer?.service) ? 0 : 1);
  };
  return eligibleApprovers(proposal, staff, pack).toSorted(
    (one, other) => distance(one) - distance(other) || byName(one, other),
  );
}
