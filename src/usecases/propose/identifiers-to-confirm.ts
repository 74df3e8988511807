import { and, eq, notInArray } from "drizzle-orm";
import { identifier } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";

/**
 * The identifiers of a customer of which it is asked whether they are theirs alone: what is not yet and could be. An
 * address never is (SCREENING section 3).
 */
export async function identifiersOf(tx: Tx, organisation: string, customer: string) {
  return await tx
    .select()
    .from(identifier)
    .where(
      and(
        eq(identifier.organisationId, organisation),
        eq(identifier.customerId, customer),
        eq(identifier.shared, true),
        notInArray(identifier.kind, ["address", "uprn"]),
      ),
    );
}
