/**
 * "in around half of all cases, a warning letter has the desired effect": how often it was so (CASEWORK section 7: "no
 * further incident within the pack's period").
 */
import { counted } from "../arrangement/uk-words.ts";
import { type AsOf, receiptOf } from "../ladder/step-standings.ts";
import type { Pack } from "../packs/pack.ts";
import type { Channel } from "../vocabulary.ts";
import { addMonths } from "../working-time/dates.ts";

/** A warning that was given here: what was put on record because it had failed would count against warnings. */
export type WarningGiven = {
  /** The ISO date on which it was sent. */
  readonly on: string;
  readonly how: Channel;
  /** ISO dates of what was reported of the customer since; nothing that was found to be nobody's fault. */
  readonly incidents: readonly string[];
};

export type WarningEffect = {
  /** How many are old enough: the pack's months have passed since the customer had them. */
  readonly judged: number;
  /** After how many of these nothing more happened in that time. */
  readonly enough: number;
  readonly months: number;
};

/** Counts each warning by itself, also where one customer had several. `asOf` needs the days off of every year in question. */
export function warningEffect(warnings: readonly WarningGiven[], pack: Pack, asOf: AsOf): WarningEffect {
  const months = pack.warningEnoughMonths.value;
  const periods = warnings.map((warning) => {
    const from = receivedOn(warning, pack, asOf);
    return { from, until: addMonths(from, months), incidents: warning.incidents };
  });
  const over = periods.filter(({ until }) => until < asOf.today);
  const enough = over.filter(({ from, until, incidents }) => !incidents.some((on) => on > from && on <= until));
  return { judged: over.length, enough: enough.length, months };
}

function receivedOn({ on, how }: WarningGiven, pack: Pack, asOf: AsOf): string {
  const step = pack.steps.find((one) => one.step === "warning");
  return step ? receiptOf(step, { on, how, receivedOn: null }, { pack, asOf }) : on;
}

/** The figure in one sentence, and what it means in the next. */
export function warningEffectWords({ judged, enough, months }: WarningEffect): readonly [string, string] {
  const period = counted(months, "month");
  return [
    judged === 0
      ? "Warnings: none is old enough to judge yet."
      : `Warnings: of ${judged} old enough to judge, ${enough} ${enough === 1 ? "was" : "were"} enough.`,
    `A warning was enough when no further incident was reported within ${period} of its receipt; it is old enough once these have passed. Warnings from before this register are not counted.`,
  ];
}
