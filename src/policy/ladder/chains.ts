import type { Counting } from "./step-standings.ts";

/**
 * Every choice of one record for each step in which each is still valid when the next follows, and the last on the day
 * that is asked about. `records`: those of each step, the latest first, in the order of the steps.
 */
export function chainsOf(records: readonly (readonly Counting[])[], moment: string): Counting[][] {
  const last = records.at(-1);
  if (last === undefined) return [[]];
  const valid = last.filter(({ on, until }) => on <= moment && moment <= until);
  return valid.flatMap((record) => chainsOf(records.slice(0, -1), record.on).map((before) => [...before, record]));
}
