/** CASEWORK section 2: a minor, or somebody who lacks capacity, is restricted by the executive and in their own interest. */
import { ROLE_WORDS } from "../arrangement/plain-words.ts";
import { withArticle } from "../arrangement/uk-words.ts";
import { carriesAuthority } from "../packs/approver-needs.ts";
import { isSaid } from "../said.ts";
import type { Gate } from "./gate.ts";

/** Asks when nobody has said; blocks when somebody below the pack's role would decide. Its words say nothing of the customer. */
export const minorOrLacksCapacity: Gate = ({ minor, lacksCapacity, bestInterest, approverRole }, pack) => {
  const gate = {
    gate: "minor_or_lacks_capacity",
    source: pack.capacityDecidedBy.from ?? "CASEWORK section 2",
  } as const;
  const role = pack.capacityDecidedBy.value;
  if (minor === false && lacksCapacity === false) return { code: "pass", ...gate, words: "age and capacity asked" };
  if (minor !== true && lacksCapacity !== true)
    return { code: "ask", ...gate, question: "Is the customer under 18, or is it known that they lack capacity?" };
  if (!carriesAuthority([approverRole], role))
    return {
      code: "block",
      ...gate,
      because: `${withArticle(ROLE_WORDS[role])} has to decide this`,
      opens: `Send it to ${withArticle(ROLE_WORDS[role])}.`,
    };
  return isSaid(bestInterest)
    ? { code: "pass", ...gate, words: "a best-interest reason is on record" }
    : { code: "ask", ...gate, question: "Why is this in the customer’s best interest?" };
};
