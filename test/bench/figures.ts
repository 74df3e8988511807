/** What a measurement comes to: the same figure of both sides in each round, and the median over the rounds. */

/** One round: the milliseconds of each try, of the baseline and of the product, taken side by side. */
export type Round = { readonly baseline: readonly number[]; readonly ours: readonly number[] };

type Figure = (times: readonly number[]) => number;

/** What a figure counts: milliseconds, seconds, megabytes, things in a second, or things. */
export type Unit = "ms" | "s" | "MB" | "a second" | "count";

/** What a ratio, or the product's own figure, must keep to. */
type Target =
  | { readonly of: "ratio" | Unit; readonly most: number }
  | { readonly of: "ratio" | Unit; readonly least: number };

/** A line of the table. */
export type Line = {
  readonly what: string;
  readonly unit: Unit;
  readonly baseline: number | undefined;
  readonly ours: number;
  readonly ratio: number | undefined;
  readonly target: Target | undefined;
};

/** The time that so many hundredths of the tries did not exceed. */
export const percentile =
  (hundredths: number): Figure =>
  (times) =>
    times.toSorted((one, other) => one - other)[Math.ceil((hundredths / 100) * times.length) - 1] ?? Number.NaN;

export const median = percentile(50);

export const mean: Figure = (times) => times.reduce((sum, time) => sum + time, 0) / times.length;

/** A line of times. The ratio is taken inside each round, where both sides met the same machine. */
export function lineOf(
  what: string,
  rounds: readonly Round[],
  { figure, target }: { figure: Figure; target?: Target },
): Line {
  const each = rounds.map(({ baseline, ours }) => ({ baseline: figure(baseline), ours: figure(ours) }));
  return {
    what,
    unit: "ms",
    baseline: median(each.map(({ baseline }) => baseline)),
    ours: median(each.map(({ ours }) => ours)),
    ratio: median(each.map(({ baseline, ours }) => ours / baseline)),
    target,
  };
}

type Measured = { readonly unit: Unit; readonly ours: number; readonly baseline?: number; readonly target?: Target };

/** A line of one figure, with something to hold it against or without. */
export function plainLine(what: string, { unit, ours, baseline, target }: Measured): Line {
  return { what, unit, baseline, ours, ratio: baseline === undefined ? undefined : ours / baseline, target };
}

/** Whether the target is kept; without one there is nothing to miss. */
export function isKept({ ours, ratio, target }: Line): boolean {
  if (target === undefined) return true;
  const figure = target.of === "ratio" ? (ratio ?? Number.NaN) : ours;
  return "most" in target ? figure <= target.most : figure >= target.least;
}
