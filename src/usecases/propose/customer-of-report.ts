/** Whose file a proposal goes into: the customer of the report, or the one the manager names. */
import { and, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { appendAudit } from "../../../db/queries/audit.ts";
import { storedKey } from "../../../db/queries/customers.ts";
import { findCustomerByRef, findCustomersByOwnIdentifier } from "../../../db/queries/customers-found.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import { nextReferences } from "../../../db/queries/reference.ts";
import type { TypedCustomer } from "../../../db/schema/casework.ts";
import { customer, identifier, incident, nameKey } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { givenPerson } from "../../matching/given.ts";
import { normaliseIdentifier } from "../../matching/identifiers.ts";
import { foldName, nameKey as keyOfName } from "../../matching/names.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { IncidentRow } from "../triage.ts";

export type CustomerFault = "who-missing" | "unknown-reference";
type Outcome =
  | { readonly code: "found"; readonly customer: string }
  | { readonly code: "fault"; readonly fault: CustomerFault };

/**
 * Finds the customer, or makes a new entry with a reference of its own. What was typed counts as shared until the
 * manager confirms that it is the customer's alone (DESIGN decision 7).
 */
export async function customerOfReport(
  tx: Tx,
  { row, typed, by, at }: { row: IncidentRow; typed: TypedCustomer; by: string; at: Date },
): Promise<Outcome> {
  if (row.customerId) return { code: "found", customer: row.customerId };
  const linked = (id: string) => link(tx, row, { id, by, at });

  const said: TypedCustomer = { ...row.typedCustomer, ...typed };
  if (typed.ref) {
    const known = await findCustomerByRef(tx, row.organisationId, typed.ref);
    return known ? await linked(known.id) : { code: "fault", fault: "unknown-reference" };
  }
  const { country, timeZone } = await loadOrganisation(tx, row.organisationId);
  const { identifiers } = givenPerson(said, country);
  const [match, ...others] = await findCustomersByOwnIdentifier(tx, row.organisationId, {
    identifiers,
    today: localDate(at, timeZone),
  });
  if (match && others.length === 0) return await linked(match.id);
  if (!said.name) return { code: "fault", fault: "who-missing" };
  const id = await newCustomer(tx, { organisation: row.organisationId, said: { ...said, name: said.name }, country });
  await appendAudit(tx, {
    organisation: row.organisationId,
    at,
    event: "customer-added",
    by,
    subject: { kind: "customer", id },
  });
  return await linked(id);
}

async function link(
  tx: Tx,
  { organisationId, id: incidentId }: IncidentRow,
  { id, by, at }: { id: string; by: string; at: Date },
): Promise<Outcome> {
  await tx
    .update(incident)
    .set({ customerId: id })
    .where(and(eq(incident.organisationId, organisationId), eq(incident.id, incidentId)));
  await appendAudit(tx, {
    organisation: organisationId,
    at,
    event: "incident-linked",
    by,
    subject: { kind: "incident", id: incidentId },
    facts: { customer: id },
  });
  return { code: "found", customer: id };
}

async function newCustomer(
  tx: Tx,
  { organisation, said, country }: { organisation: string; said: TypedCustomer & { name: string }; country: string },
): Promise<string> {
  const id = newId();
  const [ref = ""] = await nextReferences(tx, organisation, { prefix: "N", count: 1 });
  await tx.insert(customer).values({ organisationId: organisation, id, ref, name: said.name, aliases: [], needs: [] });
  await tx
    .insert(nameKey)
    .values({ organisationId: organisation, customerId: id, key: storedKey(keyOfName(foldName(said.name))) });
  const given = (["phone", "email", "address"] as const).flatMap((kind) =>
    said[kind] ? [{ kind, value: said[kind] }] : [],
  );
  if (given.length > 0) {
    await tx.insert(identifier).values(
      given.map(({ kind, value }) => ({
        organisationId: organisation,
        id: newId(),
        customerId: id,
        kind,
        value,
        key: keyOf({ kind, value }, country),
        shared: true,
      })),
    );
  }
  return id;
}

function keyOf(written: { kind: "phone" | "email" | "address"; value: string }, country: string): string | null {
  const found = normaliseIdentifier(written, country);
  return found ? storedKey(found.value) : null;
}
