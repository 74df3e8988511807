/** "a later answer that matters opens a review that day" (CASEWORK section 3). */
import type { Pack } from "../packs/pack.ts";
import { isSaid } from "../said.ts";
import type { Need } from "../vocabulary.ts";

/** What Social Work answered: whether they know the customer, and what should be taken into account. */
export type SocialWorkAnswer = { readonly known: boolean; readonly note: string | null };

/**
 * Whether an answer that came after the decision opens a review: it says something that those who decided did not know,
 * that Social Work knows the customer, or a need.
 */
export function opensReview({ known, note }: SocialWorkAnswer, { shortRoad }: Pack): boolean {
  return shortRoad.lateAnswerOpensReview.value && (known || isSaid(note));
}

/** What the proposer answered: needs that were not on record, and whether the restrictions do not give what is needed. */
export type AdjustmentsAnswer = { readonly newNeeds: readonly Need[]; readonly lacking: boolean };

/** The same of an answer about adjustments: none was needed, and nothing has to be looked at again. */
export function adjustmentsMatter({ newNeeds, lacking }: AdjustmentsAnswer, { shortRoad }: Pack): boolean {
  return shortRoad.lateAnswerOpensReview.value && (lacking || newNeeds.length > 0);
}
