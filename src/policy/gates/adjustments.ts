/** "whether any reasonable adjustments are required": considered, and no restriction against a need on record. */
import { conflicts } from "../needs/conflicts.ts";
import type { Conflict } from "../needs/need-facts.ts";
import { isSaid } from "../said.ts";
import { type Gate, needFacts } from "./gate.ts";
import { withoutHolding } from "./without-holding.ts";

/**
 * Blocks on a conflict, also on the short road: what can be taken with one press holds nobody up. Its words name no
 * need, because they are posted; `conflicts` has them for a dialog.
 */
export const adjustments: Gate = (facts, pack) => {
  const gate = { gate: "adjustments", source: pack.checks.from ?? "CASEWORK section 2" } as const;
  const found = conflicts(needFacts(facts), pack);
  const conflicting = found.filter(({ code }) => code !== "point_of_contact");
  if (conflicting.length > 0)
    return {
      code: "block",
      ...gate,
      because: "a restriction conflicts with a need on record",
      opens: opening(conflicting),
    };
  if (!isSaid(facts.adjustments))
    return withoutHolding(facts, pack, {
      code: "ask",
      ...gate,
      question: "Which reasonable adjustments were considered, and what came of it?",
    });
  if (facts.lacking)
    return withoutHolding(facts, pack, {
      code: "block",
      ...gate,
      because: "the restrictions do not give what is needed",
      opens: "Give it, then say again what was considered and what came of it.",
    });
  if (found.length > 0)
    return withoutHolding(facts, pack, {
      code: "ask",
      ...gate,
      question: "Could somebody outside the staff be the point of contact? Take what is offered, or say why not.",
    });
  return { code: "pass", ...gate, words: "adjustments considered" };
};

/**
 * What can be done: an alternative that there is, or what is missing for one. The conflict says which, where a need may be
 * named; without its language nothing helps somebody who needs an interpreter, whatever is restricted.
 */
function opening(found: readonly Conflict[]): string {
  const unsaid = found.find(({ code, offers }) => code === "language" && offers.length === 0);
  if (unsaid) return unsaid.opens;
  return found.some(({ offers }) => offers.length > 0)
    ? "Take the alternative that is offered, or change the restriction."
    : "Do what the form says about it, or change the restriction.";
}
