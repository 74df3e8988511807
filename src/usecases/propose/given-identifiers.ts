/** What a report says a customer is reached by, on that customer's record (DESIGN decision 7). */
import { and, eq, gte, inArray, isNull, or, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { appendAudit } from "../../../db/queries/audit.ts";
import { storedKey } from "../../../db/queries/customers.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import type { TypedCustomer } from "../../../db/schema/casework.ts";
import { customer, identifier, incident } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { normaliseIdentifier } from "../../matching/identifiers.ts";
import { nameAgreement } from "../../matching/name-agreement.ts";
import { foldName } from "../../matching/names.ts";
import { localDate } from "../../policy/working-time/dates.ts";

type Given = {
  readonly organisation: string;
  readonly customer: string;
  readonly said: TypedCustomer;
  readonly country: string;
  /** An ISO date: what was valid until an earlier day is given anew. */
  readonly today: string;
};

const KINDS = ["phone", "email", "address"] as const;

/**
 * Adds what is not on the record, as shared: it counts as the customer's alone only when a manager has confirmed it.
 * @returns the ids of what was added
 */
export async function addIdentifiers(
  tx: Tx,
  { organisation, customer: id, said, country, today }: Given,
): Promise<readonly string[]> {
  const given = KINDS.flatMap((kind) => {
    const value = said[kind];
    return value ? [{ kind, value, key: keyOf({ kind, value }, country) }] : [];
  });
  if (given.length === 0) return [];
  const known = await tx
    .select({ kind: identifier.kind, value: identifier.value, key: identifier.key })
    .from(identifier)
    .where(
      and(
        eq(identifier.organisationId, organisation),
        eq(identifier.customerId, id),
        inArray(identifier.kind, [...KINDS]),
        or(isNull(identifier.validUntil), gte(identifier.validUntil, today)),
      ),
    );
  const isKnown = ({ kind, value, key }: (typeof given)[number]): boolean =>
    known.some((one) => one.kind === kind && (key === null ? one.value === value : one.key === key));
  const added = given
    .filter((one) => !isKnown(one))
    .map((one) => ({ ...one, organisationId: organisation, id: newId(), customerId: id, shared: true }));
  if (added.length > 0) await tx.insert(identifier).values(added);
  return added.map((one) => one.id);
}

type Report = {
  readonly organisation: string;
  readonly incident: string;
  readonly by: string;
  readonly at: Date;
};

/**
 * The same of a report, for its customer; of a name that is not theirs nothing is taken over. What was judged of the
 * customer by what was known before no longer holds, so they are a version on.
 */
export async function addReported(tx: Tx, { organisation, incident: report, by, at }: Report): Promise<void> {
  const [row] = await tx
    .select({ said: incident.typedCustomer, id: customer.id, name: customer.name, aliases: customer.aliases })
    .from(incident)
    .innerJoin(customer, and(eq(customer.organisationId, organisation), eq(customer.id, incident.customerId)))
    .where(and(eq(incident.organisationId, organisation), eq(incident.id, report)))
    // Two reports of one customer at the same moment: the second sees what the first added. An alert need not wait for it.
    .for("no key update", { of: customer });
  if (!row || nameAgreement(foldName(row.said.name ?? ""), [row.name, ...row.aliases].map(foldName)) === "contradicts")
    return;
  const { country, timeZone } = await loadOrganisation(tx, organisation);
  const given = { organisation, customer: row.id, said: row.said, country, today: localDate(at, timeZone) };
  const added = await addIdentifiers(tx, given);
  if (added.length === 0) return;
  await tx
    .update(customer)
    .set({ version: sql`${customer.version} + 1` })
    .where(and(eq(customer.organisationId, organisation), eq(customer.id, row.id)));
  const subject = { kind: "customer", id: row.id };
  await appendAudit(tx, { organisation, at, event: "identifiers-added", by, subject, facts: { identifiers: added } });
}

/** As it is compared; null when it cannot be used. */
function keyOf(written: { kind: (typeof KINDS)[number]; value: string }, country: string): string | null {
  const found = normaliseIdentifier(written, country);
  return found ? storedKey(found.value) : null;
}
