/** Whether an open proposal can still be approved: people leave, or are excluded, while it waits (CASEWORK section 4). */
import type { Pack } from "../packs/pack.ts";
import type { Staff } from "../staff/officer.ts";
import { approvalsNeeded } from "./count-decision.ts";
import { eligibleApprovers } from "./may-decide.ts";
import type { ProposalRecord } from "./open-proposal.ts";
import { decidedBefore } from "./seats.ts";

/** How many more must approve, and who of those present may. Nobody's approval is asked twice, also not of who stands in for them. */
export type StillDecidable = {
  readonly needed: number;
  readonly may: readonly string[];
  /** False: it is stuck until somebody comes back, is linked, or is given the role. */
  readonly enough: boolean;
};

/** Read at the moment; a proposal that nobody can approve is told to its proposer before it expires. */
export function stillDecidable(proposal: ProposalRecord, staff: Staff, pack: Pack): StillDecidable {
  const may = eligibleApprovers(proposal, staff, pack)
    .filter((officer) => decidedBefore(proposal, officer, pack) === undefined)
    .map(({ id }) => id);
  const needed = approvalsNeeded(proposal, pack);
  return { needed, may, enough: may.length >= needed };
}
