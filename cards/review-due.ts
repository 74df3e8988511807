/** To the owner and the register team: a review is due before its day, because an answer came after the decision (CASEWORK section 3). */
import { ukDate } from "../src/policy/arrangement/uk-words.ts";
import { line, opens } from "./blocks.ts";
import type { Day } from "./dates.ts";
import type { Card, Target } from "./model.ts";

export type ReviewDueFacts = {
  /** The proposal that it was decided by: its case holds the answer. */
  readonly proposal: Target;
  readonly ref: string;
  readonly customerRef: string;
  readonly dueOn: Day;
};

/** Why stands in the case only: that there is a reason says what Social Work answered (DESIGN decision 8). */
export function reviewDue({ proposal, ref, customerRef, dueOn }: ReviewDueFacts): Card {
  return {
    title: `Review ${ref}`,
    notification: "A review is due.",
    body: [
      line(`The arrangement of customer ${customerRef} is due for review on ${ukDate(dueOn)}.`),
      line("The case says why. Until the review it stays as it was decided."),
    ],
    buttons: [opens("proposal-read", "Read the case", proposal)],
  };
}
