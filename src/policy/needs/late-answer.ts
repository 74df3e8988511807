/** "a later answer that matters opens a review that day" (CASEWORK section 3). */
import type { Pack } from "../packs/pack.ts";
import { isSaid } from "../said.ts";

/** What Social Work answered: whether they know the customer, and what should be taken into account. */
export type SocialWorkAnswer = { readonly known: boolean; readonly note: string | null };

/**
 * Whether an answer that came after the decision opens a review: it says something that those who decided did not know,
 * that Social Work knows the customer, or a need.
 */
export function opensReview({ known, note }: SocialWorkAnswer, { shortRoad }: Pack): boolean {
  return shortRoad.lateAnswerOpensReview.value && (known || isSaid(note));
}
