/** A step as its script and its letter are written from it. */
import { and, desc, eq, sql } from "drizzle-orm";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import { loadStaff } from "../../../db/queries/staff.ts";
import { findStep } from "../../../db/queries/steps.ts";
import { customer, identifier, incident } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { type StepRecord, stepLetter } from "../../letters/step-words.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import { packOf } from "../pack-of.ts";

type Wanted = { readonly step: string; readonly at: Date };

/** The record of a step that a report led to; nothing for one that was only put on record. */
export async function loadStepRecord(
  tx: Tx,
  organisation: string,
  { step: id, at }: Wanted,
): Promise<(StepRecord & { readonly customerRef: string }) | undefined> {
  const row = await findStep(tx, organisation, id);
  if (!row?.incidentId) return undefined;
  const own = await loadOrganisation(tx, organisation);
  const pack = await packOf(tx, organisation, row);
  const packStep = pack.steps.find(({ step }) => step === row.kind);
  const [report] = await tx
    .select({ ref: incident.ref, service: incident.service })
    .from(incident)
    .where(and(eq(incident.organisationId, organisation), eq(incident.id, row.incidentId)));
  const [person] = await tx
    .select({ ref: customer.ref, name: customer.name })
    .from(customer)
    .where(and(eq(customer.organisationId, organisation), eq(customer.id, row.customerId)));
  if (!packStep || !report || !person) return undefined;
  const staff = await loadStaff(tx, organisation, new Set());
  return {
    pack,
    step: packStep,
    organisation: { name: own.name },
    customer: { name: person.name, address: await addressOf(tx, organisation, row.customerId) },
    customerRef: person.ref,
    officer: staff.find((officer) => officer.id === row.ownerId)?.name ?? "",
    service: report.service,
    reference: report.ref,
    whatHappened: row.whatHappened ?? "",
    whatToChange: row.whatToChange ?? "",
    writtenOn: localDate(at, own.timeZone),
  };
}

/**
 * The text of a step's letter.
 * @throws when the pack has no text for it: a pack that gives a step by letter has one, or is refused
 */
export async function letterOf(tx: Tx, organisation: string, wanted: Wanted): Promise<string> {
  const record = await loadStepRecord(tx, organisation, wanted);
  const text = record && stepLetter(record);
  if (!text) throw new Error("a step that is given by letter has no text");
  return text;
}

/** Where letters to a customer go: an address that still counts before one that is past, and of those the newest. */
export async function addressOf(tx: Tx, organisation: string, customerId: string): Promise<readonly string[]> {
  const [address] = await tx
    .select({ value: identifier.value })
    .from(identifier)
    .where(
      and(
        eq(identifier.organisationId, organisation),
        eq(identifier.customerId, customerId),
        eq(identifier.kind, "address"),
      ),
    )
    .orderBy(sql`${identifier.validUntil} desc nulls first`, desc(identifier.id))
    .limit(1);
  return address ? [address.value] : [];
}
