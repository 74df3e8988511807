/** What is typed that a customer is reached by, compared with their record and added to it (DESIGN decision 7). */
import { and, eq, inArray, ne } from "drizzle-orm";
import { v5 as idFrom, v7 as newId } from "uuid";
import { storedKey } from "../../../db/queries/customers.ts";
import { isOwnOn } from "../../../db/queries/customers-found.ts";
import type { TypedCustomer } from "../../../db/schema/casework.ts";
import { identifier } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { normaliseIdentifier } from "../../matching/identifiers.ts";

export type Given = {
  readonly organisation: string;
  readonly customer: string;
  /** An arrangement was ever made with them. */
  readonly arranged: boolean;
  readonly said: TypedCustomer;
  readonly country: string;
  /** An ISO date: what was valid until an earlier day is given anew. */
  readonly today: string;
  /** The report that says so; what it adds has an id before it is added, so that a form can ask about it. */
  readonly report?: string;
};

const KINDS = ["phone", "email", "address"] as const;

/**
 * Adds what is not on the record, as shared: it counts as the customer's alone only when a manager has confirmed it.
 * @returns the ids of what was added
 */
export async function addIdentifiers(tx: Tx, given: Given): Promise<readonly string[]> {
  const added = await notOnRecord(tx, given);
  if (added.length > 0) await tx.insert(identifier).values([...added]);
  return added.map((one) => one.id);
}

async function notOnRecord(tx: Tx, given: Given) {
  const { organisation, customer: customerId, arranged, report } = given;
  const compared = await comparedWithRecord(tx, given);
  return compared.flatMap(({ kind, value, key, known, counts }) => {
    if (counts) return [];
    const id = report ? idOf({ customer: customerId, kind, known }, report) : newId();
    return [{ kind, value, key, organisationId: organisation, id, customerId, arranged, shared: true }];
  });
}

/** Not made of the value: ids stand in the audit, which nobody can erase. */
export function idOf(
  { customer, kind, known }: { customer: string; kind: string; known: number },
  report: string,
): string {
  return idFrom([customer, kind, known].join(), report);
}

/** What is given, how often the record knows it, and whether one of those still counts. */
export async function comparedWithRecord(tx: Tx, { organisation, customer: id, said, country, today }: Given) {
  const given = await notAnothers(tx, identifiersIn(said, country), { organisation, customer: id, today });
  if (given.length === 0) return [];
  const onRecord = await tx
    .select({ kind: identifier.kind, value: identifier.value, key: identifier.key, until: identifier.validUntil })
    .from(identifier)
    .where(
      and(
        eq(identifier.organisationId, organisation),
        eq(identifier.customerId, id),
        inArray(identifier.kind, [...KINDS]),
      ),
    );
  return given.map((one) => {
    const same = onRecord.filter((other) => isSame(one, other));
    return { ...one, known: same.length, counts: same.some(({ until }) => until === null || until >= today) };
  });
}

/** A number that is somebody else's alone becomes nobody else's by being typed beside another name (SCREENING section 3). */
async function notAnothers(
  tx: Tx,
  given: ReturnType<typeof identifiersIn>,
  { organisation, customer: id, today }: Pick<Given, "organisation" | "customer" | "today">,
) {
  const keys = given.flatMap(({ key }) => (key === null ? [] : [key]));
  if (keys.length === 0) return given;
  const owned = await tx
    .select({ kind: identifier.kind, value: identifier.value, key: identifier.key })
    .from(identifier)
    .where(
      and(
        eq(identifier.organisationId, organisation),
        ne(identifier.customerId, id),
        inArray(identifier.key, keys),
        isOwnOn(today),
      ),
    );
  return given.filter((one) => !owned.some((other) => isSame(one, other)));
}

/** What is typed, as it is written and as it is compared. */
export function identifiersIn(said: TypedCustomer, country: string) {
  return KINDS.flatMap((kind) => {
    const value = said[kind];
    return value ? [{ kind, value, key: keyOf({ kind, value }, country) }] : [];
  });
}

type Compared = Pick<typeof identifier.$inferSelect, "kind" | "value" | "key">;

/** Whether two are one number, address or e-mail, however each is written. */
export function isSame(one: Compared, other: Compared): boolean {
  return one.kind === other.kind && (one.key === null ? one.value === other.value : one.key === other.key);
}

/** As it is compared; null when it cannot be used. */
function keyOf(written: { kind: (typeof KINDS)[number]; value: string }, country: string): string | null {
  const found = normaliseIdentifier(written, country);
  return found ? storedKey(found.value) : null;
}
