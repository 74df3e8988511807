/** To the owner and the register team: a review is due before its day, because an answer came after the decision (CASEWORK section 3). */
import { ukDate } from "../src/policy/arrangement/uk-words.ts";
import { line, note, opens } from "./blocks.ts";
import type { Day } from "./dates.ts";
import type { Card, Target } from "./model.ts";

export type ReviewDueFacts = {
  /** The proposal that it was decided by: its case holds the answer. */
  readonly proposal: Target;
  readonly ref: string;
  readonly customerRef: string;
  readonly dueOn: Day;
};

/** Which question it was, and what was answered, stands in the case only. */
export function reviewDue({ proposal, ref, customerRef, dueOn }: ReviewDueFacts): Card {
  return {
    title: `Review ${ref} today`,
    notification: "A review is due.",
    body: [
      line(`A question that the decision about customer ${customerRef} did not wait for is answered now.`),
      line("Read the answer in the case, and look again at what is in force. Until then it stays as it was decided."),
      note(`The review is due ${ukDate(dueOn)}.`),
    ],
    buttons: [opens("proposal-read", "Read the case", proposal)],
  };
}
