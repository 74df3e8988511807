/** Where a case stands: the earlier steps, and what has happened between and after them. */
import type { Pack } from "../packs/pack.ts";
import { type Gap, gaps, type IncidentFact } from "./continued.ts";
import {
  type AsOf,
  type Missing,
  type StepStanding,
  type StepTaken,
  standingsToday,
  wholeLadders,
} from "./step-standings.ts";

export type Standing = {
  /** One for each step of the pack, in its order. */
  readonly steps: readonly StepStanding[];
  readonly missing: readonly Missing[];
  readonly gaps: readonly Gap[];
};

/** What is on record about the customer. */
export type Ladder = { readonly stepsTaken: readonly StepTaken[]; readonly incidents: readonly IncidentFact[] };

/** The records that make the ladder with the fewest gaps; where none do, what is missing. */
export function standingOf({ stepsTaken, incidents }: Ladder, pack: Pack, asOf: AsOf): Standing {
  const whole = wholeLadders(stepsTaken, pack, asOf).map((steps) => ({
    steps,
    missing: [],
    gaps: gaps(steps, incidents, asOf.happenedUntil ?? asOf.today),
  }));
  const [best] = whole.toSorted((one, other) => one.gaps.length - other.gaps.length);
  return best ?? afresh({ stepsTaken, incidents }, pack, asOf);
}

/** Each step by itself, as it is for whoever takes the next one now. */
export function afresh({ stepsTaken, incidents }: Ladder, pack: Pack, asOf: AsOf): Standing {
  const steps = standingsToday(stepsTaken, pack, asOf);
  const missing = steps.filter((step) => step.code === "missing");
  return { steps, missing, gaps: gaps(steps, incidents, asOf.happenedUntil ?? asOf.today) };
}
