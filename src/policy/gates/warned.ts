/** 7.2.1 and 7.2.2; "Customers will be issued with a warning letter": the earlier steps come first. */
import { STEP_WORDS } from "../arrangement/plain-words.ts";
import { counted, listOf, ukDate } from "../arrangement/uk-words.ts";
import type { Pack, PackStep } from "../packs/pack.ts";
import { addMonths } from "../working-time/dates.ts";
import { type GateFacts, type GateResult, isSaid, type StepTaken } from "./gate.ts";

type Missing = { readonly step: PackStep; readonly why: "none" | "undated" | "in_future" | "too_old" };

/** Passes when each step of the pack is on record, dated and still valid, or a bypass reason of the pack applies. */
export function warned(facts: GateFacts, pack: Pack, today: string): GateResult {
  const gate = { gate: "warned", source: sourceOf(pack) } as const;
  if (facts.bypass) return bypassed(facts.bypass, pack);

  const missing = pack.steps.flatMap((step) => missingStep(step, facts.stepsTaken, today));
  if (missing.length === 0) {
    const dates = facts.stepsTaken.flatMap(({ step, on }) => (on === null ? [] : [`${step} ${ukDate(on)}`]));
    return { code: "pass", ...gate, words: `earlier steps on record: ${listOf(dates)}` };
  }
  return { code: "block", ...gate, because: listOf(missing.map(becauseOf)), opens: opensOf(missing, pack) };
}

function bypassed({ code, reason }: NonNullable<GateFacts["bypass"]>, pack: Pack): GateResult {
  const gate = { gate: "warned", source: pack.bypass.from ?? "CASEWORK section 3" } as const;
  const bypass = pack.bypass.value.find((offered) => offered.code === code);
  if (!bypass) {
    const steps = listOf(pack.steps.map(({ step }) => STEP_WORDS[step]));
    return {
      code: "block",
      ...gate,
      because: "this policy does not leave out the earlier steps for that reason",
      opens: `Record first: ${steps}.`,
    };
  }
  if (bypass.reasonBy !== null && !isSaid(reason))
    return { code: "ask", ...gate, question: `Write down why ${bypass.words}.` };
  return { code: "pass", ...gate, words: `no warning needed: ${bypass.words}` };
}

/** The latest record of a step decides: an old advice does not spoil a newer one. */
function missingStep(step: PackStep, taken: readonly StepTaken[], today: string): Missing[] {
  const records = taken.filter((record) => record.step === step.step);
  const dates = records.flatMap(({ on }) => (on === null ? [] : [on]));
  const past = dates.filter((on) => on <= today);
  const latest = past.toSorted().at(-1);

  if (records.length === 0) return [{ step, why: "none" }];
  if (dates.length === 0) return [{ step, why: "undated" }];
  if (latest === undefined) return [{ step, why: "in_future" }];
  return addMonths(latest, step.validMonths.value) < today ? [{ step, why: "too_old" }] : [];
}

function becauseOf({ step, why }: Missing): string {
  switch (why) {
    case "none":
      return `no ${step.step} is on record`;
    case "undated":
      return `the ${step.step} has no date`;
    case "in_future":
      return `the ${step.step} has a date in the future`;
    case "too_old":
      return `the ${step.step} is older than ${counted(step.validMonths.value, "month")}`;
  }
}

function opensOf(missing: readonly Missing[], pack: Pack): string {
  const steps = missing.map(({ step }) => `the ${STEP_WORDS[step.step]}, with its date`);
  const reasons = pack.bypass.value.map(({ words }) => words);
  return `Record ${listOf(steps)}${reasons.length === 0 ? "" : `, or give the reason to go without: ${listOf(reasons, "or")}`}.`;
}

function sourceOf(pack: Pack): string {
  return listOf([...new Set(pack.steps.map(({ how }) => how.from ?? "CASEWORK section 2"))]);
}
