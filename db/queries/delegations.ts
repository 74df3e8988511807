/** Who stands in for whom, recorded ahead. */
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Delegation } from "../../src/policy/staff/delegation.ts";
import { prepared } from "../prepared.ts";
import { delegation } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";

export type DelegationRow = typeof delegation.$inferSelect;

const notEnded = prepared(
  {
    from: delegation.officerId,
    to: delegation.delegateId,
    startsOn: delegation.startsOn,
    endsOn: delegation.endsOn,
  },
  ["organisation"],
  (select, { organisation }) =>
    select
      .from(delegation)
      .where(and(eq(delegation.organisationId, organisation), isNull(delegation.endedAt)))
      .orderBy(asc(delegation.startsOn), asc(delegation.id)),
);

/** Those that nobody has ended, past ones too; the earliest first. */
export async function loadDelegations(tx: Tx, organisation: string): Promise<readonly Delegation[]> {
  return await notEnded(tx, { organisation });
}

/** One by its id, ended or not; `lock` until the transaction ends. */
export async function findDelegation(
  tx: Tx,
  organisation: string,
  { id, lock = false }: { id: string; lock?: boolean },
): Promise<DelegationRow | undefined> {
  const query = tx
    .select()
    .from(delegation)
    .where(and(eq(delegation.organisationId, organisation), eq(delegation.id, id)));
  const [row] = lock ? await query.for("update") : await query;
  return row;
}
