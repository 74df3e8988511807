/** Lengths, reviews, clocks and hours that contradict each other. */
import type { Pack } from "../pack.ts";
import { type PackFault, rule } from "./fault.ts";

export const lengthFaults = rule(["length", "review"], ({ length, review }) => {
  const [usual, most] = [length.defaultMonths.value, length.maxMonths.value];
  const every = review.everyMonths.value;
  const before = review.monthsBeforeEnd.value;
  return [
    ...fault("length.defaultMonths", usual > most && `${usual} months by default is beyond the maximum of ${most}`),
    ...fault("review.monthsBeforeEnd", before >= most && "the review would fall before the longest arrangement starts"),
    ...fault(
      "review.monthsBeforeEnd",
      before < most && before >= usual && "the review would fall before an arrangement of the usual length starts",
    ),
    ...fault(
      "review.everyMonths",
      every !== null && every >= most && `a review after ${every} months comes after the longest arrangement has ended`,
    ),
  ];
});

export const clockFaults = rule(["openProposal"], ({ openProposal }) => {
  const { remindWorkingDays: remind, escalateWorkingDays: escalate, expireWorkingDays: expire } = openProposal;
  const inOrder = remind.value <= escalate.value && escalate.value < expire.value;
  return fault("openProposal", !inOrder && "a proposal is reminded of, then escalated, then expires, in that order");
});

export const hourFaults = rule(["workingHours"], ({ workingHours: { value } }) =>
  fault("workingHours", value.from >= value.to && "the working day ends before it starts"),
);

export const effectiveFaults = rule(["effective"], ({ effective: { from, until } }) =>
  fault("effective.until", until !== null && until < from && "ends before it starts"),
);

/** An incident that is kept for a shorter time the graver it was. */
export const retentionFaults = rule(["retentionMonths"], ({ retentionMonths: { value } }) =>
  fault("retentionMonths", !rising(value) && "what is graver is not kept for a shorter time"),
);

const rising = ({ verbal, threatening, physical }: Pack["retentionMonths"]["value"]): boolean =>
  verbal <= threatening && threatening <= physical;

function fault(path: string, message: string | false): readonly PackFault[] {
  return message === false ? [] : [{ path, message }];
}
