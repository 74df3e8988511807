/** References that people read out on the phone: R-2031, P-0311, A-0917. */
import { sql } from "drizzle-orm";
import { referenceCounter } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";

/** Those of alerts, "A", are taken where alerts are inserted: `addAlerts`. */
export type ReferencePrefix = "R" | "P" | "N" | "D";

/**
 * The next `count` references of a kind, in order, four digits at least. Locks the counter until the
 * transaction ends, so take references late in it.
 */
export async function nextReferences(
  tx: Tx,
  organisation: string,
  { prefix, count }: { prefix: ReferencePrefix; count: number },
): Promise<readonly string[]> {
  const [row] = await tx
    .insert(referenceCounter)
    .values({ organisationId: organisation, prefix, last: count })
    .onConflictDoUpdate({
      target: [referenceCounter.organisationId, referenceCounter.prefix],
      set: { last: sql`${referenceCounter.last} + ${count}` },
    })
    .returning({ last: referenceCounter.last });
  const last = row?.last ?? count;
  return Array.from({ length: count }, (_, index) => `${prefix}-${String(last - count + 1 + index).padStart(4, "0")}`);
}
