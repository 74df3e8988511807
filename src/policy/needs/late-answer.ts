/** "a later answer that matters opens a review that day" (CASEWORK section 3). */
import type { Pack } from "../packs/pack.ts";
import { isSaid } from "../said.ts";
import type { Need, OfficerStatus, Role } from "../vocabulary.ts";

/** What Social Work answered: whether they know the customer, and what should be taken into account. */
export type SocialWorkAnswer = { readonly known: boolean; readonly note: string | null };

/**
 * Whether an answer that came after the decision opens a review: it says something that those who decided did not know,
 * that Social Work knows the customer, or a need.
 */
export function opensReview({ known, note }: SocialWorkAnswer, { shortRoad }: Pack): boolean {
  return shortRoad.lateAnswerOpensReview.value && (known || isSaid(note));
}

/**
 * Who answers the question about adjustments that a decision on the short road did not wait for (CASEWORK section 3): the
 * proposer, who asked the customer; when they have left and nobody took the proposal over, the register team.
 */
export function mayAnswerAfterwards(
  {
    proposedBy,
    proposer,
  }: { readonly proposedBy: string; readonly proposer: { readonly status: OfficerStatus } | undefined },
  { id, roles }: { readonly id: string; readonly roles: readonly Role[] },
): boolean {
  return proposedBy === id || (proposer?.status === "left" && roles.includes("register_team"));
}

/** What the proposer answered: needs that were not on record, and whether the restrictions do not give what is needed. */
export type AdjustmentsAnswer = { readonly newNeeds: readonly Need[]; readonly lacking: boolean };

/** The same of an answer about adjustments: none was needed, and nothing has to be looked at again. */
export function adjustmentsMatter({ newNeeds, lacking }: AdjustmentsAnswer, { shortRoad }: Pack): boolean {
  return shortRoad.lateAnswerOpensReview.value && (lacking || newNeeds.length > 0);
}
