/** Who has to approve this proposal, and how many: by its kinds, scope and length, and by whom it is about. */
import { type ApproverNeeds, approverNeeds } from "../packs/approver-needs.ts";
import type { Pack } from "../packs/pack.ts";
import { DECIDING_ROLES } from "../vocabulary.ts";
import type { OpenProposal } from "./open-proposal.ts";

/** The pack's rules; raised to the role that the pack names for a minor or somebody who lacks capacity. */
export function approvalNeeds(proposal: OpenProposal, pack: Pack): ApproverNeeds {
  const needs = approverNeeds(proposal, pack);
  const apart = pack.capacityDecidedBy.value;
  const isHigher = DECIDING_ROLES.indexOf(apart) > DECIDING_ROLES.indexOf(needs.role);
  return proposal.capacityInDoubt && isHigher ? { ...needs, role: apart } : needs;
}
