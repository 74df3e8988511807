/** Finding the customer that somebody means. */
import { and, eq, gte, inArray, isNull, or } from "drizzle-orm";
import { referenceKey } from "../../src/policy/reference-key.ts";
import type { IdentifierKind } from "../../src/policy/vocabulary.ts";
import { customer, identifier } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";
import { storedKey } from "./customers.ts";

/** The customer with this reference; case and outer spaces do not matter. */
export async function findCustomerByRef(tx: Tx, organisation: string, ref: string) {
  const [row] = await tx
    .select()
    .from(customer)
    .where(and(eq(customer.organisationId, organisation), eq(customer.refKey, referenceKey(ref))));
  return row;
}

/** An identifier that is one person's own, and still valid on `today` (an ISO date). An address never is (SCREENING section 3). */
export function isOwnOn(today: string) {
  return and(
    eq(identifier.shared, false),
    inArray(identifier.kind, ["phone", "email", "handle"]),
    or(isNull(identifier.validUntil), gte(identifier.validUntil, today)),
  );
}

/** Customers of whom one of these is an exclusive identifier that is still valid on `today` (an ISO date). */
export async function findCustomersByOwnIdentifier(
  tx: Tx,
  organisation: string,
  { identifiers, today }: { identifiers: readonly { kind: IdentifierKind; value: string }[]; today: string },
): Promise<readonly { id: string; ref: string; name: string; aliases: readonly string[] }[]> {
  if (identifiers.length === 0) return [];
  return await tx
    .selectDistinct({ id: customer.id, ref: customer.ref, name: customer.name, aliases: customer.aliases })
    .from(identifier)
    .innerJoin(
      customer,
      and(eq(customer.organisationId, identifier.organisationId), eq(customer.id, identifier.customerId)),
    )
    .where(
      and(
        eq(identifier.organisationId, organisation),
        isOwnOn(today),
        or(
          ...identifiers.map(({ kind, value }) => and(eq(identifier.kind, kind), eq(identifier.key, storedKey(value)))),
        ),
      ),
    );
}
