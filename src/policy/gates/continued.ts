/** 7.2.2, "If the disruptive behaviour continues"; "If this is not done": each step follows on something new. */
import { listOf } from "../arrangement/uk-words.ts";
import { bypassOf } from "../ladder/bypass.ts";
import { onTrust } from "../ladder/continued.ts";
import { standingOf } from "../ladder/standing.ts";
import { becauseGap, opensGap, stepsSource } from "../ladder/step-words.ts";
import type { Gate } from "./gate.ts";

const TRUSTED = "it went on after the last step; between the steps from before, their record is believed";

/**
 * Blocks when nothing happened after the advice before the warning, or after receipt of the warning. Steps count as of the
 * day the seniors were asked; what happened counts up to today, so that what is reported while they have it counts too.
 */
export const continued: Gate = (facts, pack, today) => {
  const gate = { gate: "continued", source: stepsSource(pack) } as const;
  if (bypassOf(facts.bypass?.code ?? null, pack))
    return { code: "pass", ...gate, words: "no earlier step to wait for" };

  const record = { stepsTaken: facts.stepsTaken, incidents: facts.history };
  const { steps, missing, gaps } = standingOf(record, pack, {
    today: facts.sentOn ?? today,
    happenedUntil: today,
    calendar: facts.calendar,
  });
  if (missing.length > 0)
    return { code: "block", ...gate, because: "an earlier step is not on record", opens: "Record it first." };
  const [first] = gaps;
  const trusted = steps.some((step, place) => onTrust(step, steps[place + 1]));
  return first === undefined
    ? { code: "pass", ...gate, words: trusted ? TRUSTED : "it went on after each step" }
    : { code: "block", ...gate, because: listOf(gaps.map(becauseGap)), opens: opensGap(first) };
};
