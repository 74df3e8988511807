/** What a simulation says of one case; and arrangements in force, which stay as they were decided. */
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { arrangement } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { Setting } from "./put-in-force.ts";

/** One live case, by its reference alone. `keeps`: it goes on under the version it has. */
export type SimulatedCase = {
  readonly ref: string;
  readonly what:
    | "arrangement"
    | "proposal_sent"
    | "proposal_not_sent"
    | "step_given"
    | "advice_not_given"
    | "warning_not_sent"
    | "report";
  readonly packId: string;
  readonly packVersion: number;
  readonly keeps: boolean;
  /** What would be different under the new pack, in plain words; empty: nothing. */
  readonly changes: readonly string[];
};

export async function runningArrangements(tx: Tx, { own, at }: Setting): Promise<readonly SimulatedCase[]> {
  const rows = await tx
    .select({ ref: arrangement.ref, packId: arrangement.packId, packVersion: arrangement.packVersion })
    .from(arrangement)
    .where(and(eq(arrangement.organisationId, own.id), gt(arrangement.endsAt, at), isNull(arrangement.liftedAt)))
    .orderBy(asc(arrangement.ref));
  return rows.map((row) => ({ ...row, what: "arrangement", keeps: true, changes: [] }) as const);
}
