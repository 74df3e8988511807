/** Whose tenants an activity names (PLATFORM 2.8, point 2). A good token says nothing of that. */
import { errorName, type Log } from "../log.ts";
import { within } from "../wait.ts";

/** `unclear`: the register could not say in time, and had not said before. */
export type Verdict = "ours" | "foreign" | "unclear";
export type Tenancy = (tenants: readonly string[]) => Promise<Verdict>;

/** The answer to the person must still fit in after it. */
const PATIENCE_MS = 1_000;
/** A tenant that was ours a moment ago is let through while the register is slow: the desk still asks who it is. */
const PATIENCE_WHEN_KNOWN_MS = 300;

/** Asks about every tenant named; all must be ours. */
export function createTenancy(tenantAllowed: (tenant: string) => Promise<boolean>, log: Log): Tenancy {
  const known = new Set<string>();
  const ask = async (tenant: string): Promise<boolean> => {
    const allowed = await tenantAllowed(tenant);
    if (allowed) known.add(tenant);
    else known.delete(tenant);
    return allowed;
  };
  return async (tenants) => {
    const before = tenants.every((tenant) => known.has(tenant));
    try {
      const asked = await within(before ? PATIENCE_WHEN_KNOWN_MS : PATIENCE_MS, Promise.all(tenants.map(ask)));
      if (asked !== undefined) return asked.every((allowed) => allowed) ? "ours" : "foreign";
    } catch (error) {
      log.error({ error: errorName(error) }, "teams-tenant-check-failed");
    }
    return before ? "ours" : "unclear";
  };
}
