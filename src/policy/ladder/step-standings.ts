/** 7.2.1 and 7.2.2: which of the earlier steps on record count, and why one does not. */
import type { Pack, PackStep } from "../packs/pack.ts";
import type { Channel, Step } from "../vocabulary.ts";
import { deemedReceipt } from "../working-time/appeal-by.ts";
import { addMonths } from "../working-time/dates.ts";
import { type Holidays, workingClock } from "../working-time/working-clock.ts";
import { chainsOf } from "./chains.ts";

/** A step that is on record: the informal advice, or the warning letter. */
export type StepTaken = {
  readonly step: Step;
  /** The ISO date on which it was said or sent; null when it is said to have happened, without a date. */
  readonly on: string | null;
  readonly how: Channel | null;
  /** The ISO date on which the customer is known to have it, such as a signature; null when only deemed. */
  readonly receivedOn: string | null;
  /** Put on record as having happened before, by somebody's word: the product keeps no reports from between two such. */
  readonly fromBefore: boolean;
};

/** A day, and the days off around it on which deemed receipt does not count. */
export type AsOf = {
  readonly today: string;
  /** The last day on which something may have happened after the last step; `today` where it is left out. */
  readonly happenedUntil?: string;
  readonly calendar: Holidays;
};

/** A step that is valid, or was so when the next one followed on it. */
export type Counting = {
  readonly code: "counts";
  readonly step: PackStep;
  readonly on: string;
  /** When the customer had it, known or deemed. */
  readonly receivedOn: string;
  /** The last day on which it counts. */
  readonly until: string;
  readonly fromBefore: boolean;
};

export type Missing = {
  readonly code: "missing";
  readonly step: PackStep;
  readonly why: "none" | "undated" | "in_future" | "too_old" | "before_earlier_step";
};

export type StepStanding = Counting | Missing;

/**
 * Every way in which the records make the whole ladder, the latest first: each step after the one before, while that one
 * was still valid, and the last one valid today. An advice that ran out after the warning it led to has done its work.
 */
export function wholeLadders(taken: readonly StepTaken[], pack: Pack, asOf: AsOf): Counting[][] {
  const records = pack.steps.map((step) => datedOf(step, taken, { pack, asOf }));
  return chainsOf(records, asOf.today);
}

/** One standing for each step of the pack, in its order, each looked at by itself: where the ladder is not whole. */
export function standingsToday(taken: readonly StepTaken[], pack: Pack, asOf: AsOf): StepStanding[] {
  let earlier = "";
  return pack.steps.map((step) => {
    const found = datedOf(step, taken, { pack, asOf }).find(({ on }) => on <= asOf.today);
    const own = taken.filter((record) => record.step === step.step);
    if (!found) return { code: "missing", step, why: whyNone(own) };
    if (found.until < asOf.today) return { code: "missing", step, why: "too_old" };
    if (found.on < earlier) return { code: "missing", step, why: "before_earlier_step" };
    earlier = found.on;
    return found;
  });
}

function whyNone(own: readonly StepTaken[]): Missing["why"] {
  if (own.length === 0) return "none";
  return own.every(({ on }) => on === null) ? "undated" : "in_future";
}

type Scene = { readonly pack: Pack; readonly asOf: AsOf };

/** The records of one step that have a date, the latest first. */
function datedOf(step: PackStep, taken: readonly StepTaken[], scene: Scene): Counting[] {
  return taken
    .flatMap((record) => {
      const { on, fromBefore } = record;
      if (record.step !== step.step || on === null) return [];
      const until = addMonths(on, step.validMonths.value);
      const receivedOn = receiptOf(step, { ...record, on }, scene);
      return [{ code: "counts", step, on, receivedOn, until, fromBefore } as const];
    })
    .toSorted((one, other) => (one.on < other.on ? 1 : -1));
}

/** Where the pack counts from receipt, a letter is deemed received after its working days; anything else at once. */
export function receiptOf(
  step: PackStep,
  { on, how, receivedOn }: Pick<StepTaken, "how" | "receivedOn"> & { readonly on: string },
  { pack, asOf }: Scene,
): string {
  if (receivedOn !== null) return receivedOn;
  const posted = step.countsFrom.value === "receipt" && (how === "letter" || how === null);
  return posted ? deemedReceipt(on, pack, workingClock(pack, asOf.calendar)) : on;
}
