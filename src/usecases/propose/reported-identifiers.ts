/** What a report says its customer is reached by: asked about while it is proposed from, and added when it is linked. */
import { and, eq, isNull, or, sql } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import type { TypedCustomer } from "../../../db/schema/casework.ts";
import { customer, incident } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { nameAgreement } from "../../matching/name-agreement.ts";
import { foldName } from "../../matching/names.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import { addIdentifiers, comparedWithRecord, type Given, idOf } from "./given-identifiers.ts";

type Report = { readonly organisation: string; readonly incident: string; readonly at: Date };

/**
 * What this report gives of a customer, by every id under which its proposal may have asked about it. `isNew`: it will be
 * on the record by this id when the report is linked; the others were meant to be, and something came first.
 */
export async function reportedIdentifiers(tx: Tx, report: Report & { readonly customer: string }) {
  const { organisation, incident: id } = report;
  const [row] = await tx
    .select(REPORTED)
    .from(incident)
    .innerJoin(customer, and(eq(customer.organisationId, organisation), eq(customer.id, report.customer)))
    .where(
      and(
        eq(incident.organisationId, organisation),
        eq(incident.id, id),
        or(isNull(incident.customerId), eq(incident.customerId, report.customer)),
      ),
    );
  if (!row || !isOfTheirs(row)) return [];
  const compared = await comparedWithRecord(tx, await givenIn(tx, report, row));
  return compared.flatMap(({ known: now, counts, ...one }) =>
    Array.from({ length: now + 1 }, (_, known) => ({
      ...one,
      id: idOf({ customer: row.id, kind: one.kind, known }, id),
      isNew: !counts && known === now,
    })),
  );
}

/**
 * Adds what a report says to the record of its customer; of a name that is not theirs nothing is taken over. What was
 * judged of the customer by what was known before no longer holds, so they are a version on.
 */
export async function addReported(tx: Tx, { by, ...report }: Report & { readonly by: string }): Promise<void> {
  const { organisation, incident: id, at } = report;
  const [row] = await tx
    .select(REPORTED)
    .from(incident)
    .innerJoin(customer, and(eq(customer.organisationId, organisation), eq(customer.id, incident.customerId)))
    .where(and(eq(incident.organisationId, organisation), eq(incident.id, id)))
    // Two reports of one customer at the same moment: the second sees what the first added. An alert need not wait for it.
    .for("no key update", { of: customer });
  if (!row || !isOfTheirs(row)) return;
  const added = await addIdentifiers(tx, await givenIn(tx, report, row));
  if (added.length === 0) return;
  await tx
    .update(customer)
    .set({ version: sql`${customer.version} + 1` })
    .where(and(eq(customer.organisationId, organisation), eq(customer.id, row.id)));
  const subject = { kind: "customer", id: row.id };
  await appendAudit(tx, {
    organisation,
    at,
    event: "identifiers-added",
    by,
    subject,
    facts: { identifiers: added, report: id },
  });
}

const REPORTED = {
  said: incident.typedCustomer,
  id: customer.id,
  arranged: customer.arranged,
  name: customer.name,
  aliases: customer.aliases,
};

type Reported = {
  readonly said: TypedCustomer;
  readonly id: string;
  readonly arranged: boolean;
  readonly name: string;
  readonly aliases: readonly string[];
};

function isOfTheirs({ said, name, aliases }: Reported): boolean {
  return nameAgreement(foldName(said.name ?? ""), [name, ...aliases].map(foldName)) !== "contradicts";
}

async function givenIn(
  tx: Tx,
  { organisation, incident: report, at }: Report,
  { id, arranged, said }: Reported,
): Promise<Given> {
  const { country, timeZone } = await loadOrganisation(tx, organisation);
  return { organisation, customer: id, arranged, said, country, today: localDate(at, timeZone), report };
}
