/** "a pack in which nobody could approve" (CASEWORK section 4): what the present staff cannot decide. */
import { eligibleApprovers } from "../approval/may-decide.ts";
import type { OpenProposal } from "../approval/open-proposal.ts";
import type { Staff } from "../staff/officer.ts";
import { type RestrictionKind, SCOPE_REACHES } from "../vocabulary.ts";
import { type ApproverNeeds, approverNeeds } from "./approver-needs.ts";
import type { Pack } from "./pack.ts";

/** Restrictions that too few people could approve, and how many could. */
export type ApprovalGap = ApproverNeeds & { readonly kinds: readonly RestrictionKind[]; readonly present: number };

/** One gap for each role and quorum that the staff cannot meet, whatever the scope and the length; empty when all can be decided. */
export function approvalGaps(pack: Pack, staff: Staff): ApprovalGap[] {
  const gaps = new Map<string, ApprovalGap>();
  for (const kind of pack.restrictions.value.map((entry) => entry.kind)) {
    for (const shape of shapesOf(kind, pack)) {
      const needs = approverNeeds(shape, pack);
      const present = eligibleApprovers({ ...NOBODY_INVOLVED, ...shape }, staff, pack).length;
      if (present >= needs.quorum) continue;
      const key = `${needs.role}:${needs.quorum}`;
      const kinds = gaps.get(key)?.kinds ?? [];
      gaps.set(key, { ...needs, present, kinds: [...new Set([...kinds, kind])] });
    }
  }
  return [...gaps.values()];
}

/** Every scope, and a length on each side of every threshold. */
function shapesOf(kind: RestrictionKind, { approvers, length }: Pack) {
  const lengths = approvers.map((rule) => rule.longerThanMonths + 1);
  const months = [...new Set([1, ...lengths])].filter((count) => count <= length.maxMonths.value);
  return SCOPE_REACHES.flatMap((reach) => months.map((count) => ({ kinds: [kind], reach, months: count })));
}

const NOBODY_INVOLVED: Omit<OpenProposal, "kinds" | "reach" | "months"> = {
  proposedBy: "",
  reportedBy: [],
  affected: [],
  complainedAbout: [],
  declaredInterest: [],
  capacityInDoubt: false,
  dutySenior: null,
  bypass: null,
};
