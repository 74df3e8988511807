/** "a pack in which nobody could approve" (CASEWORK section 4): what the present staff cannot decide. */
import { approvalNeeds } from "../approval/approval-needs.ts";
import { eligibleApprovers } from "../approval/may-decide.ts";
import type { OpenProposal } from "../approval/open-proposal.ts";
import type { Staff } from "../staff/officer.ts";
import { type RestrictionKind, SCOPE_REACHES } from "../vocabulary.ts";
import { type ApproverNeeds, approverNeeds, type ProposalShape } from "./approver-needs.ts";
import type { Pack, PackBypass } from "./pack.ts";

/** Restrictions that too few people could approve, and how many could. */
export type ApprovalGap = ApproverNeeds & {
  readonly kinds: readonly RestrictionKind[];
  readonly present: number;
  /** The reason for leaving out the warning, in words, where it takes these people only then. */
  readonly bypass?: string;
};

/** One gap for each role and quorum that the staff cannot meet, whatever the scope and the length; empty when all can be decided. */
export function approvalGaps(pack: Pack, staff: Staff): ApprovalGap[] {
  const gaps = new Map<string, ApprovalGap>();
  for (const { kind } of pack.restrictions.value) {
    for (const { bypass, ...shape } of [...shapesOf(kind, pack), ...withoutWarning(kind, pack)]) {
      const proposal = { ...NOBODY_INVOLVED, ...shape, bypass: bypass?.code ?? null };
      const needs = approvalNeeds(proposal, pack);
      const present = eligibleApprovers(proposal, staff, pack).length;
      if (present >= needs.quorum) continue;
      const key = `${needs.role}:${needs.quorum}:${bypass?.code ?? ""}`;
      const kinds = [...new Set([...(gaps.get(key)?.kinds ?? []), kind])];
      gaps.set(key, { ...needs, present, kinds, ...(bypass ? { bypass: bypass.words } : {}) });
    }
  }
  return [...gaps.values()];
}

type Shape = ProposalShape & { readonly bypass: PackBypass | null };

/** The same again for each reason that takes a higher role than a warning would. */
function withoutWarning(kind: RestrictionKind, pack: Pack): readonly Shape[] {
  return pack.bypass.value.flatMap((bypass) =>
    shapesOf(kind, pack).flatMap((shape) => {
      const proposal = { ...NOBODY_INVOLVED, ...shape, bypass: bypass.code };
      const isRaised = approvalNeeds(proposal, pack).role !== approverNeeds(shape, pack).role;
      return isRaised ? [{ ...shape, bypass }] : [];
    }),
  );
}

/** Every scope, and a length on each side of every threshold. */
function shapesOf(kind: RestrictionKind, { approvers, length }: Pack): readonly Shape[] {
  const lengths = approvers.map((rule) => rule.longerThanMonths + 1);
  const months = [...new Set([1, ...lengths])].filter((count) => count <= length.maxMonths.value);
  return SCOPE_REACHES.flatMap((reach) =>
    months.map((count) => ({ kinds: [kind], reach, months: count, bypass: null })),
  );
}

const NOBODY_INVOLVED: Omit<OpenProposal, keyof Shape> = {
  proposedBy: "",
  reportedBy: [],
  affected: [],
  complainedAbout: [],
  declaredInterest: [],
  capacityInDoubt: false,
  dutySenior: null,
};
