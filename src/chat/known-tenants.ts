/** Whether a workspace or tenant is ours, also while the register is slow. */

/** Asks the register. */
type Ask = (tenant: string) => Promise<boolean>;

/**
 * Milliseconds that the register is waited for about a workspace that was ours before: the report form opens at once,
 * also while the database is away, and the desk still asks who the person is.
 */
const PATIENCE_WHEN_KNOWN = 100;

/** Remembers, beginning with those `known` at the start. Throws as `ask` does about one that it never heard of. */
export function knownTenants(ask: Ask, known: Iterable<string>): Ask {
  const ours = new Set(known);
  const anew = async (tenant: string): Promise<boolean> => {
    const allowed = await ask(tenant);
    if (allowed) ours.add(tenant);
    else ours.delete(tenant);
    return allowed;
  };
  return async (tenant) => {
    if (!ours.has(tenant)) return await anew(tenant);
    return await soon(anew(tenant)).catch(() => true);
  };
}

async function soon(answer: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((done) => {
    timer = setTimeout(() => done(true), PATIENCE_WHEN_KNOWN);
  });
  answer.catch(() => {});
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
