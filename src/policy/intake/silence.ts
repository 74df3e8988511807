/**
 * Whether a source of contacts has gone silent: no contact for more than three times its median gap. What a source does
 * not send is not checked, and nobody would notice (DESIGN section 7: a missing answer is not a clear answer).
 */
export type Silence =
  /** Nothing of it is kept. */
  | { readonly code: "never" }
  /** Too few gaps to speak of a rhythm. */
  | { readonly code: "cannot-tell"; readonly last: Date }
  | Heard<"heard">
  | Heard<"silent">;

/** `gap`: the median, in milliseconds, as it was counted. */
type Heard<Code> = { readonly code: Code; readonly last: Date; readonly gap: number };

const TIMES_THE_MEDIAN = 3;
/** The fewest of which the middle one says more than the last one does. */
const ENOUGH_GAPS = 3;
/** So that nothing is called silent within a minute: a source may send 500 contacts a second, and pauses for breath. */
const SHORTEST_GAP_MS = 20_000;

/**
 * Judges a source by when its last requests arrived. Contacts of one request arrive at one instant and count as one: a
 * gateway that hands in its mail every hour has a gap of an hour, not of nothing. Nights and weekends are gaps like
 * any other, and too rare to move the median: a line that rests at night is silent then, and by this rule is said to
 * be. So it is a figure to look at, with the time of the last contact beside it, and rings at nobody.
 */
export function silenceOf(arrivals: readonly Date[], now: Date): Silence {
  const times = [...new Set(arrivals.map((at) => at.getTime()))].toSorted((one, other) => other - one);
  const [newest] = times;
  if (newest === undefined) return { code: "never" };

  const last = new Date(newest);
  const gaps = times.slice(1).map((time, n) => (times[n] ?? time) - time);
  if (gaps.length < ENOUGH_GAPS) return { code: "cannot-tell", last };
  const gap = Math.max(SHORTEST_GAP_MS, median(gaps));
  return { code: now.getTime() - newest > TIMES_THE_MEDIAN * gap ? "silent" : "heard", last, gap };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [lower = 0, upper = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (lower + upper) / 2;
}
