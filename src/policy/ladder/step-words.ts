/** Why a step does not count, and what would open the way, in words for cards. */
import { counted, listOf, ukDate } from "../arrangement/uk-words.ts";
import type { Pack } from "../packs/pack.ts";
import type { Step } from "../vocabulary.ts";
import { bypassWords } from "./bypass.ts";
import type { Gap } from "./continued.ts";
import type { Missing } from "./step-standings.ts";

/** "no advice is on record", "the warning is older than 12 months". */
export function becauseMissing({ step, why }: Missing): string {
  switch (why) {
    case "none":
      return `no ${step.step} is on record`;
    case "undated":
      return `the ${step.step} has no date`;
    case "in_future":
      return `the ${step.step} has a date in the future`;
    case "too_old":
      return `the ${step.step} is older than ${counted(step.validMonths.value, "month")}`;
    case "before_earlier_step":
      return `the ${step.step} is from before the step that leads to it`;
  }
}

const WHEN_TAKEN: Readonly<Record<Step, string>> = {
  advice: "when the customer was asked to moderate their behaviour",
  warning: "when the warning letter was sent",
};

/** "when the customer was asked to moderate their behaviour and when the warning letter was sent". */
export const whenTaken = (steps: readonly Step[]): string => listOf(steps.map((step) => WHEN_TAKEN[step]));

/** "Record when the warning letter was sent, or why not: …". */
export function opensMissing(missing: readonly Missing[], pack: Pack): string {
  const steps = whenTaken(missing.map(({ step }) => step.step));
  const reasons = pack.bypass.value.map(bypassWords);
  return `Record ${steps}${reasons.length === 0 ? "" : `, or why not: ${listOf(reasons, "or")}`}.`;
}

/** "nothing is on record between the advice and the warning". */
export function becauseGap({ after, next }: Gap): string {
  const { step } = after.step;
  return step === "warning"
    ? `nothing is on record since they had the warning, ${ukDate(after.receivedOn)}`
    : `nothing is on record between the ${step} and the ${next}`;
}

/** What closes the gap; one before an earlier step is not closed by what happens now. */
export function opensGap({ next }: Pick<Gap, "next">): string {
  return next === "warning"
    ? "Report what happened between them, or send the warning again after it has happened again."
    : "If the behaviour continues, report what happened; this opens then.";
}

/** Where the policy's text sets the earlier steps: "7.2.1 and 7.2.2". */
export function stepsSource({ steps }: Pack): string {
  return listOf([...new Set(steps.map(({ how }) => how.from ?? "CASEWORK section 2"))]) || "CASEWORK section 2";
}
