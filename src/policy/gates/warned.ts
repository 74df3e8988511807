/** 7.2.1 and 7.2.2; "Customers will be issued with a warning letter": the earlier steps come first. */
import { ROLE_WORDS } from "../arrangement/plain-words.ts";
import { listOf, sentenceCase, ukDate, withArticle } from "../arrangement/uk-words.ts";
import { bypassOf, bypassWords, restsOnWords } from "../ladder/bypass.ts";
import { standingOf } from "../ladder/standing.ts";
import { becauseMissing, opensMissing, stepsSource, whenTaken } from "../ladder/step-words.ts";
import type { Pack } from "../packs/pack.ts";
import { isSaid } from "../said.ts";
import type { Gate, GateFacts, GateResult } from "./gate.ts";

/** Passes when each step of the pack is on record, dated and still valid, or a bypass reason of the pack applies. */
export const warned: Gate = (facts, pack, today) => {
  const gate = { gate: "warned", source: stepsSource(pack) } as const;
  if (facts.bypass) return bypassed(facts.bypass, facts, pack);

  const record = { stepsTaken: facts.stepsTaken, incidents: facts.history };
  const { steps, missing } = standingOf(record, pack, { today, calendar: facts.calendar });
  if (steps.length === 0) return { code: "pass", ...gate, words: "this policy has no earlier step" };
  if (missing.length === 0) {
    const dates = steps.flatMap((one) => (one.code === "counts" ? [`${one.step.step} ${ukDate(one.on)}`] : []));
    return { code: "pass", ...gate, words: `earlier steps on record: ${listOf(dates)}` };
  }
  return { code: "block", ...gate, because: listOf(missing.map(becauseMissing)), opens: opensMissing(missing, pack) };
};

function bypassed(
  { code, reason }: NonNullable<GateFacts["bypass"]>,
  { incidents, stepsTaken }: GateFacts,
  pack: Pack,
): GateResult {
  const gate = { gate: "warned", source: pack.bypass.from ?? "CASEWORK section 3" } as const;
  const bypass = bypassOf(code, pack);
  if (!bypass) {
    return {
      code: "block",
      ...gate,
      because: "that reason does not replace the earlier steps",
      opens: `Record first ${whenTaken(pack.steps.map(({ step }) => step))}.`,
    };
  }
  if (restsOnWords(bypass, incidents) && !isSaid(reason))
    return {
      code: "ask",
      ...gate,
      question:
        bypass.reasonBy === null
          ? `No report records that ${bypass.words}. Write down what happened.`
          : `Write down why ${bypass.words}. ${sentenceCase(withArticle(ROLE_WORDS[bypass.reasonBy]))} has to approve it, and to write down why as well.`,
    };
  const other = stepsTaken.some(({ step }) => step === "warning") ? "other " : "";
  return { code: "pass", ...gate, words: `no ${other}warning needed: ${bypassWords(bypass)}` };
}
