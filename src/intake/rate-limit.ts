/**
 * How many contacts a token may send. Counted in this process alone: behind a load balancer N processes let through up to
 * N times as many, which protects each of them just as well and costs no round trip to the database.
 */
export type Rate = {
  /** Contacts a second for each token. */
  readonly perSecond: number;
  /** Milliseconds of a clock that never goes back. */
  readonly clock?: () => number;
};

export type Pass = { readonly code: "pass" } | { readonly code: "wait"; readonly seconds: number };

/** Tokens remembered; those that are full again are forgotten first. */
const MOST_TOKENS = 10_000;

/**
 * A bucket for each token that holds one second's worth and may run into debt, so that a request of 1,000 contacts passes
 * once and then has to be waited out.
 */
export function rateLimit({
  perSecond,
  clock = () => performance.now(),
}: Rate): (token: string, contacts: number) => Pass {
  const buckets = new Map<string, { left: number; at: number }>();

  const leftNow = ({ left, at }: { left: number; at: number }): number =>
    Math.min(perSecond, left + ((clock() - at) / 1_000) * perSecond);

  return (token, contacts) => {
    const left = leftNow(buckets.get(token) ?? { left: perSecond, at: clock() });
    if (left < Math.min(contacts, perSecond)) {
      return { code: "wait", seconds: Math.max(1, Math.ceil((Math.min(contacts, perSecond) - left) / perSecond)) };
    }
    if (buckets.size >= MOST_TOKENS)
      for (const [id, bucket] of buckets) if (leftNow(bucket) >= perSecond) buckets.delete(id);
    buckets.set(token, { left: left - contacts, at: clock() });
    return { code: "pass" };
  };
}
