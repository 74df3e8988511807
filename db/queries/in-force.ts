/** What is in force for a customer at an instant. */
import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import { restrictionOf } from "../../src/policy/restrictions/restriction.ts";
import { arrangement, restriction } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";

/**
 * Each restriction in force with its arrangement, in the order they were decided in; half-open, `startsAt <= at < endsAt`,
 * and not lifted by then (SCREENING section 4).
 */
export async function loadInForce(
  tx: Tx,
  { organisation, customer, at }: { organisation: string; customer: string; at: Date },
) {
  const rows = await tx
    .select({ restriction, arrangement })
    .from(arrangement)
    .innerJoin(
      restriction,
      and(eq(restriction.organisationId, arrangement.organisationId), eq(restriction.arrangementId, arrangement.id)),
    )
    .where(
      and(
        eq(arrangement.organisationId, organisation),
        eq(arrangement.customerId, customer),
        lte(arrangement.startsAt, at),
        gt(arrangement.endsAt, at),
        or(isNull(arrangement.liftedAt), gt(arrangement.liftedAt, at)),
      ),
    )
    .orderBy(asc(arrangement.decidedAt), asc(arrangement.id), asc(restriction.id));
  return rows.map((row) => ({ arrangement: row.arrangement, restriction: restrictionOf(row.restriction) }));
}
