/** "a later answer that matters opens a review that day" (CASEWORK section 3). */
import type { Pack } from "../packs/pack.ts";
import { conflicts } from "./conflicts.ts";
import type { Conflict, NeedFacts } from "./need-facts.ts";

/** The conflicts that came with the answer. */
export type LateAnswer =
  | { readonly code: "opens-review"; readonly conflicts: readonly Conflict[] }
  | { readonly code: "filed" };

/** An answer after the decision matters when what is in force now conflicts with something that was not known. */
export function lateAnswer(before: NeedFacts, after: NeedFacts, pack: Pack): LateAnswer {
  const known = conflicts(before, pack).map(({ code, needs }) => `${code} ${needs.join(" ")}`);
  const found = conflicts(after, pack).filter(({ code, needs }) => !known.includes(`${code} ${needs.join(" ")}`));
  return found.length > 0 && pack.shortRoad.lateAnswerOpensReview.value
    ? { code: "opens-review", conflicts: found }
    : { code: "filed" };
}
