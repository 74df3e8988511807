/** What is wrong with a pack although every axis is there: the values contradict each other. */
import { SCOPE_REACHES } from "../vocabulary.ts";
import type { Pack } from "./pack.ts";

/** One fault: where in the file, in dots and numbers, and what to do about it in plain words. */
export type PackFault = { readonly path: string; readonly message: string };

/** Every contradiction in a pack whose shape is right; empty when there is none (CASEWORK section 6). */
export function contradictions(pack: Pack): PackFault[] {
  return [
    ...catalogueFaults(pack),
    ...stepFaults(pack),
    ...approverFaults(pack),
    ...bypassFaults(pack),
    ...dateFaults(pack),
  ];
}

function catalogueFaults({ restrictions }: Pack): PackFault[] {
  return restrictions.value.flatMap((entry, index) => {
    const before = restrictions.value.slice(0, index);
    const at = `restrictions.value.${index}`;
    const faults: PackFault[] = [];
    if (entry.clause !== null && before.some(({ clause }) => clause === entry.clause))
      faults.push({ path: `${at}.clause`, message: `clause ${entry.clause} is used twice` });
    if (before.some(({ kind }) => kind === entry.kind))
      faults.push({ path: `${at}.kind`, message: `${entry.kind} is offered twice` });
    return faults;
  });
}

function stepFaults({ steps }: Pack): PackFault[] {
  return steps.flatMap(({ step }, index) =>
    steps.slice(0, index).some((earlier) => earlier.step === step)
      ? [{ path: `steps.${index}.step`, message: `${step} is on the ladder twice` }]
      : [],
  );
}

/** Each kind on offer has somebody who decides it, whatever the scope and the length. */
function approverFaults(pack: Pack): PackFault[] {
  const uncovered = pack.restrictions.value.flatMap(({ kind }, index) =>
    SCOPE_REACHES.every((scope) =>
      pack.approvers.some(
        (rule) => rule.kinds.includes(kind) && rule.scopes.includes(scope) && rule.longerThanMonths === 0,
      ),
    )
      ? []
      : [
          {
            path: `restrictions.value.${index}`,
            message: `nobody is named who decides ${kind} of every scope and length`,
          },
        ],
  );
  const tooFew = pack.approvers.flatMap(({ quorum, asks }, index) =>
    asks.value < quorum.value
      ? [{ path: `approvers.${index}.asks`, message: `asks ${asks.value} people when ${quorum.value} have to decide` }]
      : [],
  );
  return [...uncovered, ...tooFew];
}

function bypassFaults({ bypass, appeal }: Pack): PackFault[] {
  const skipping = bypass.value.flatMap(({ code, appealKept }, index) =>
    appealKept
      ? []
      : [
          {
            path: `bypass.value.${index}.appealKept`,
            message: `${code} leaves out the appeal; a bypass may leave out the warning only`,
          },
        ],
  );
  if (bypass.value.length > 0 && !appeal.alsoWithoutWarning.value)
    skipping.push({
      path: "appeal.alsoWithoutWarning",
      message: "a restriction without a warning can be appealed too",
    });
  return skipping;
}

function dateFaults({ length, review, openProposal, workingHours, effective }: Pack): PackFault[] {
  const faults: PackFault[] = [];
  const fault = (path: string, message: string) => faults.push({ path, message });
  const { remindWorkingDays: remind, escalateWorkingDays: escalate, expireWorkingDays: expire } = openProposal;

  if (length.defaultMonths.value > length.maxMonths.value)
    fault(
      "length.defaultMonths",
      `${length.defaultMonths.value} months by default is beyond the maximum of ${length.maxMonths.value}`,
    );
  if (review.monthsBeforeEnd.value >= length.maxMonths.value)
    fault("review.monthsBeforeEnd", "the review would fall before the longest arrangement starts");
  if (!(remind.value <= escalate.value && escalate.value < expire.value))
    fault("openProposal", "a proposal is reminded of, then escalated, then expires, in that order");
  if (workingHours.value.from >= workingHours.value.to) fault("workingHours", "the working day ends before it starts");
  if (effective.until !== null && effective.until < effective.from) fault("effective.until", "ends before it starts");
  return faults;
}
