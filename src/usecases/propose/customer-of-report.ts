/**
 * Whose file a proposal goes into: the customer of the report, or the one the manager names. What a manager names stands
 * in their draft, where they can correct it; it is written on the report when the proposal goes out.
 */
import { and, desc, eq, isNull } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { appendAudit } from "../../../db/queries/audit.ts";
import { refreshCopies } from "../../../db/queries/copies.ts";
import { storedKey } from "../../../db/queries/customers.ts";
import { findCustomerByRef } from "../../../db/queries/customers-found.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import { submittedAbout } from "../../../db/queries/proposal-reports.ts";
import { nextReferences } from "../../../db/queries/reference.ts";
import { refreshTriageOf } from "../../../db/queries/triage-copies.ts";
import type { TypedCustomer } from "../../../db/schema/casework.ts";
import { customer, incident, nameKey, proposal, proposalIncident } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { foldName, nameKey as keyOfName } from "../../matching/names.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import { type Owner, ownerOf } from "../own-identifier.ts";
import type { IncidentRow } from "../triage.ts";
import { addIdentifiers } from "./given-identifiers.ts";
import { addReported } from "./reported-identifiers.ts";

/** Who it is, as a manager says it. */
export type SaidCustomer = TypedCustomer & {
  /** It is nobody who has a number or an email address of the report as theirs alone. */
  readonly another?: boolean;
};

/**
 * `of-another`: the reference is of somebody else than the customer whose report it is already. `perhaps`: a number or an
 * email address is the own of the customer with this reference, who has another name; it has to be said whether it is them.
 */
export type CustomerFault =
  | "who-missing"
  | "unknown-reference"
  | "of-another"
  | { readonly code: "perhaps"; readonly ref: string };
type Outcome =
  | { readonly code: "found"; readonly customer: string }
  | { readonly code: "fault"; readonly fault: CustomerFault };

/**
 * Finds the customer, or makes a new entry with a reference of its own. What was typed of a new one counts as shared until
 * the manager confirms that it is the customer's alone (DESIGN decision 7).
 */
export async function customerOfReport(tx: Tx, asked: Asked): Promise<Outcome> {
  const { by, at, row } = asked;
  const organisation = row.organisationId;
  const look = await lookOf(tx, asked);
  const known = await knownCustomer(tx, look);
  if (known) return known;
  const { name } = look.said;
  if (!name) return { code: "fault", fault: "who-missing" };
  const id = await newCustomer(tx, { ...look, organisation, said: { ...look.said, name } });
  await appendAudit(tx, { organisation, at, by, event: "customer-added", subject: { kind: "customer", id } });
  return found(id);
}

/** Whether what was typed means somebody else than this customer, or somebody who is not on the register. Nobody is added. */
export async function isAnother(tx: Tx, asked: Asked, customer: string): Promise<boolean> {
  const look = await lookOf(tx, asked);
  const known = await knownCustomer(tx, look);
  return known === undefined ? look.said.name !== undefined : known.code === "found" && known.customer !== customer;
}

/** `draft`: the customer of the manager's own draft, if there is one. */
type Asked = { row: IncidentRow; draft?: string; typed: SaidCustomer; by: string; at: Date };

async function lookOf(tx: Tx, asked: Asked): Promise<Look> {
  const { row, at } = asked;
  const { another: _, ...typed } = asked.typed;
  const { country, timeZone } = await loadOrganisation(tx, row.organisationId);
  return { ...asked, said: { ...row.typedCustomer, ...typed }, country, today: localDate(at, timeZone) };
}

type Look = Asked & { readonly said: TypedCustomer; readonly country: string; readonly today: string };

/** Somebody on the register; undefined when there is nobody yet. */
async function knownCustomer(tx: Tx, { row, draft, typed, said, country, today }: Look): Promise<Outcome | undefined> {
  if (typed.ref) {
    const known = await findCustomerByRef(tx, row.organisationId, typed.ref);
    if (!known) return { code: "fault", fault: "unknown-reference" };
    return row.customerId && row.customerId !== known.id ? { code: "fault", fault: "of-another" } : found(known.id);
  }
  if (row.customerId) return found(row.customerId);
  const owner = await ownerOf(tx, row.organisationId, { typed: said, country, today });
  if (owner?.code === "theirs") return found(owner.id);
  // The step sent again, or begun anew, makes no second entry of the same person: what is on record of them stays theirs.
  const before = draft ?? (await namedBefore(tx, row))?.id;
  if (before && said.name && (await nameOf(tx, row.organisationId, before)) === said.name) return found(before);
  return owner && !typed.another ? { code: "fault", fault: { code: "perhaps", ref: owner.ref } } : undefined;
}

/** Whom a report that names nobody on record may be about, by a number or an address of theirs beside another name. */
export async function perhapsOf(tx: Tx, { row, at }: Pick<Asked, "row" | "at">): Promise<Owner | undefined> {
  if (row.customerId !== null) return undefined;
  const { country, timeZone } = await loadOrganisation(tx, row.organisationId);
  const of = { typed: row.typedCustomer, country, today: localDate(at, timeZone) };
  const owner = await ownerOf(tx, row.organisationId, of);
  return owner?.code === "perhaps" ? owner : undefined;
}

const found = (customer: string): Outcome => ({ code: "found", customer });

async function nameOf(tx: Tx, organisation: string, id: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ name: customer.name })
    .from(customer)
    .where(and(eq(customer.organisationId, organisation), eq(customer.id, id)));
  return row?.name;
}

/** Whom the newest proposal from this report was about, withdrawn or not: whoever begins again means them, or says who it is. */
export async function namedBefore(tx: Tx, { organisationId: organisation, id }: IncidentRow) {
  const [row] = await tx
    .select({ id: customer.id, ref: customer.ref, name: customer.name })
    .from(proposalIncident)
    .innerJoin(proposal, and(eq(proposal.organisationId, organisation), eq(proposal.id, proposalIncident.proposalId)))
    .innerJoin(customer, and(eq(customer.organisationId, organisation), eq(customer.id, proposal.customerId)))
    .where(
      and(
        eq(proposalIncident.organisationId, organisation),
        eq(proposalIncident.incidentId, id),
        eq(proposalIncident.proposedFrom, true),
      ),
    )
    .orderBy(desc(proposal.startedAt), desc(proposal.id))
    .limit(1);
  return row;
}

/**
 * Writes on a report whose it is; one that says so already stays as it is. What it says the customer is reached by goes on
 * their record with it, and not before: a draft can be corrected.
 */
export async function linkReport(tx: Tx, incidentId: string, linked: Linked): Promise<void> {
  const { organisationId, customerId: id, proposedBy: by, proposal = null, at } = linked;
  const known = await tx
    .update(incident)
    .set({ customerId: id })
    .where(and(eq(incident.organisationId, organisationId), eq(incident.id, incidentId), isNull(incident.customerId)))
    .returning({ id: incident.id });
  if (known.length > 0) {
    const subject = { kind: "incident", id: incidentId };
    await appendAudit(tx, {
      organisation: organisationId,
      at,
      event: "incident-linked",
      by,
      subject,
      facts: { customer: id, proposal },
    });
    // A proposal of theirs may have been held for want of just this: its cards say so no longer.
    await refreshCopies(tx, organisationId, await submittedAbout(tx, organisationId, id));
    await refreshTriageOf(tx, organisationId, id);
  }
  await addReported(tx, { organisation: organisationId, incident: incidentId, by, at });
}

type Linked = {
  readonly organisationId: string;
  readonly customerId: string;
  readonly proposedBy: string;
  /** The proposal that says whose it is, where it is one: withdrawn, it takes that back (`unlinkReport`). */
  readonly proposal?: string;
  readonly at: Date;
};

type NewCustomer = {
  readonly organisation: string;
  readonly said: TypedCustomer & { readonly name: string };
  readonly country: string;
  readonly today: string;
};

async function newCustomer(tx: Tx, { organisation, said, country, today }: NewCustomer): Promise<string> {
  const id = newId();
  const [ref = ""] = await nextReferences(tx, organisation, { prefix: "N", count: 1 });
  await tx.insert(customer).values({ organisationId: organisation, id, ref, name: said.name, aliases: [], needs: [] });
  await tx
    .insert(nameKey)
    .values({ organisationId: organisation, customerId: id, key: storedKey(keyOfName(foldName(said.name))) });
  await addIdentifiers(tx, { organisation, customer: id, arranged: false, said, country, today });
  return id;
}
