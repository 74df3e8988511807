import { sql } from "drizzle-orm";
import type { Tx } from "../../../db/transaction.ts";
import type { CopyKey } from "./take-delivery.ts";

/** Milliseconds, whatever the chat says: one that says 0 would be asked without a stop. */
const SHORTEST_WAIT = 500;

/**
 * Has a copy taken up again after so many milliseconds: of the wall clock, not of the product's, since the platform said
 * how long to wait.
 */
export async function tryAgain(tx: Tx, { organisation, copy }: CopyKey, delayMs: number): Promise<void> {
  await tx.execute(sql`
    select jobs.enqueue(jsonb_agg(to_jsonb(copy)), ${Math.max(SHORTEST_WAIT, Math.ceil(delayMs))}::integer)
    from copy where organisation_id = ${organisation}::uuid and id = ${copy}::uuid`);
}
