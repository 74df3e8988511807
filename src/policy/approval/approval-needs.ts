/** Who has to approve this proposal, and how many: by its kinds, scope and length, by whom it is about, and by what leaves out the warning. */
import { writtenReasonBy } from "../ladder/bypass.ts";
import { type ApproverNeeds, approverNeeds } from "../packs/approver-needs.ts";
import type { Pack } from "../packs/pack.ts";
import { DECIDING_ROLES, type DecidingRole } from "../vocabulary.ts";
import type { OpenProposal } from "./open-proposal.ts";

/** What raises the role, whatever is proposed for how long. */
type Raised = Pick<OpenProposal, "capacityInDoubt" | "bypass">;

/**
 * The pack's rules; raised to the role that the pack names for a minor or somebody who lacks capacity, and to the one whose
 * written reason leaves out the warning (CASEWORK sections 2 and 3). The strictest of all that apply.
 */
export function approvalNeeds(proposal: OpenProposal, pack: Pack): ApproverNeeds {
  const needs = approverNeeds(proposal, pack);
  return { ...needs, role: highest([needs.role, ...raisedTo(proposal, pack)]) ?? needs.role };
}

function raisedTo({ capacityInDoubt, bypass }: Raised, pack: Pack): readonly DecidingRole[] {
  const written = writtenReasonBy(bypass, pack);
  return [...(capacityInDoubt ? [pack.capacityDecidedBy.value] : []), ...(written === null ? [] : [written])];
}

const highest = (roles: readonly DecidingRole[]): DecidingRole | undefined =>
  DECIDING_ROLES.findLast((role) => roles.includes(role));
