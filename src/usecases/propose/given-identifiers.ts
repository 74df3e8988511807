/** What a report or the manager says a customer is reached by, on that customer's record (DESIGN decision 7). */
import { and, eq, inArray, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { storedKey } from "../../../db/queries/customers.ts";
import type { TypedCustomer } from "../../../db/schema/casework.ts";
import { customer, identifier } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { normaliseIdentifier } from "../../matching/identifiers.ts";

type Given = {
  readonly organisation: string;
  readonly customer: string;
  readonly said: TypedCustomer;
  readonly country: string;
};

const KINDS = ["phone", "email", "address"] as const;

/**
 * Adds what is not on the record yet, as shared: it counts as the customer's alone only when a manager has confirmed it.
 * @returns how many were added
 */
export async function addIdentifiers(tx: Tx, { organisation, customer: id, said, country }: Given): Promise<number> {
  const given = KINDS.flatMap((kind) => {
    const value = said[kind];
    return value ? [{ kind, value, key: keyOf({ kind, value }, country) }] : [];
  });
  if (given.length === 0) return 0;
  const known = await tx
    .select({ kind: identifier.kind, value: identifier.value, key: identifier.key })
    .from(identifier)
    .where(
      and(
        eq(identifier.organisationId, organisation),
        eq(identifier.customerId, id),
        inArray(identifier.kind, [...KINDS]),
      ),
    );
  const isKnown = ({ kind, value, key }: (typeof given)[number]): boolean =>
    known.some((one) => one.kind === kind && (key === null ? one.value === value : one.key === key));
  const added = given.filter((one) => !isKnown(one));
  if (added.length === 0) return 0;
  await tx
    .insert(identifier)
    .values(added.map((one) => ({ ...one, organisationId: organisation, id: newId(), customerId: id, shared: true })));
  return added.length;
}

/** The same for somebody who is on the register: what was judged of them by what was known before no longer holds. */
export async function addToKnown(tx: Tx, given: Given): Promise<boolean> {
  if ((await addIdentifiers(tx, given)) === 0) return false;
  await tx
    .update(customer)
    .set({ version: sql`${customer.version} + 1` })
    .where(and(eq(customer.organisationId, given.organisation), eq(customer.id, given.customer)));
  return true;
}

/** As it is compared; null when it cannot be used. */
function keyOf(written: { kind: (typeof KINDS)[number]; value: string }, country: string): string | null {
  const found = normaliseIdentifier(written, country);
  return found ? storedKey(found.value) : null;
}
