/** What a measurement comes to: the same figure of both sides in each round, and the median over the rounds. */

/** One round: the milliseconds of each try, of the baseline and of the product, taken side by side. */
export type Round = { readonly baseline: readonly number[]; readonly ours: readonly number[] };

type Figure = (times: readonly number[]) => number;

/** The most that a ratio, or the product's own figure in milliseconds, may be. */
type Target = { readonly of: "ratio" | "ms"; readonly most: number };

/** A line of the table. Times in milliseconds. */
export type Line = {
  readonly what: string;
  readonly baseline: number;
  readonly ours: number;
  readonly ratio: number;
  readonly target: Target | undefined;
};

/** The time that so many hundredths of the tries did not exceed. */
export const percentile =
  (hundredths: number): Figure =>
  (times) =>
    times.toSorted((one, other) => one - other)[Math.ceil((hundredths / 100) * times.length) - 1] ?? Number.NaN;

export const median = percentile(50);

export const mean: Figure = (times) => times.reduce((sum, time) => sum + time, 0) / times.length;

/** The ratio is taken inside each round, where both sides met the same machine. */
export function lineOf(
  what: string,
  rounds: readonly Round[],
  { figure, target }: { figure: Figure; target?: Target },
): Line {
  const each = rounds.map(({ baseline, ours }) => ({ baseline: figure(baseline), ours: figure(ours) }));
  return {
    what,
    baseline: median(each.map(({ baseline }) => baseline)),
    ours: median(each.map(({ ours }) => ours)),
    ratio: median(each.map(({ baseline, ours }) => ours / baseline)),
    target,
  };
}

/** Whether the target is kept; without one there is nothing to miss. */
export function isKept({ ours, ratio, target }: Line): boolean {
  return target === undefined || (target.of === "ratio" ? ratio : ours) <= target.most;
}
