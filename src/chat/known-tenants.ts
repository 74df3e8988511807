/** Whether a workspace or tenant is ours, also while the register is slow. */

/** Milliseconds. */
const ASK_AGAIN_AFTER = 10_000;

/** Asks the register. */
type Ask = (tenant: string) => Promise<boolean>;

/**
 * Remembers, beginning with those `known` at the start. One that was ours before is not waited for: the desk asks the
 * register who the person is in any case, and the report form opens at once, also while the database is away. It is asked
 * about meanwhile, at most every 10 s, so that one that is ours no longer is soon refused.
 * Throws as `ask` does about one that it never heard of.
 */
export function knownTenants(ask: Ask, known: Iterable<string>): Ask {
  const ours = new Set(known);
  const askedAt = new Map<string, number>();
  const anew = async (tenant: string): Promise<boolean> => {
    const allowed = await ask(tenant);
    if (allowed) ours.add(tenant);
    else ours.delete(tenant);
    return allowed;
  };
  return async (tenant) => {
    if (!ours.has(tenant)) return await anew(tenant);
    const now = performance.now();
    if (now - (askedAt.get(tenant) ?? Number.NEGATIVE_INFINITY) > ASK_AGAIN_AFTER) {
      askedAt.set(tenant, now);
      anew(tenant).catch(() => {});
    }
    return true;
  };
}
