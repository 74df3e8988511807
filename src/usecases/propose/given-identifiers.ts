/** What a report says a customer is reached by, on that customer's record (DESIGN decision 7). */
import { and, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { v5 as idFrom, v7 as newId } from "uuid";
import { z } from "zod";
import { appendAudit, factsOnRecord } from "../../../db/queries/audit.ts";
import { storedKey } from "../../../db/queries/customers.ts";
import { isOwnOn } from "../../../db/queries/customers-found.ts";
import { loadOrganisation } from "../../../db/queries/organisation.ts";
import type { TypedCustomer } from "../../../db/schema/casework.ts";
import { customer, identifier, incident, proposal } from "../../../db/schema/index.ts";
import type { Tx } from "../../../db/transaction.ts";
import { normaliseIdentifier } from "../../matching/identifiers.ts";
import { nameAgreement } from "../../matching/name-agreement.ts";
import { foldName } from "../../matching/names.ts";
import { localDate } from "../../policy/working-time/dates.ts";

type Given = {
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
function idOf({ customer, kind, known }: { customer: string; kind: string; known: number }, report: string): string {
  return idFrom([customer, kind, known].join(), report);
}

/** What is given, how often the record knows it, and whether one of those still counts. */
async function comparedWithRecord(tx: Tx, { organisation, customer: id, said, country, today }: Given) {
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
function identifiersIn(said: TypedCustomer, country: string) {
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

type TakenBack = Report & { readonly customer: string; readonly proposal: string; readonly by: string };

const Added = z.object({ identifiers: z.array(z.string()) });

/**
 * What the report added goes off the record of a customer whose it was not. What another report of theirs gives as well
 * stays, and so does what another proposal, or a decision, says is theirs alone.
 */
export async function takeBackReported(tx: Tx, taken: TakenBack): Promise<void> {
  const { organisation, incident: report, customer: id, by, at } = taken;
  // What another report of theirs is about to give is read when it is written, and not taken away.
  await tx
    .select({ id: customer.id })
    .from(customer)
    .where(and(eq(customer.organisationId, organisation), eq(customer.id, id)))
    .for("no key update");
  const subject = { kind: "customer", id };
  const recorded = await factsOnRecord(tx, { organisation, event: "identifiers-added", subject, facts: { report } });
  const added = recorded.flatMap((facts) => Added.parse(facts).identifiers);
  const ids = await nobodyElses(tx, taken, added);
  if (ids.length === 0) return;
  await tx.delete(identifier).where(and(eq(identifier.organisationId, organisation), inArray(identifier.id, [...ids])));
  await tx
    .update(customer)
    .set({ version: sql`${customer.version} + 1` })
    .where(and(eq(customer.organisationId, organisation), eq(customer.id, id)));
  const facts = { identifiers: ids, report };
  await appendAudit(tx, { organisation, at, event: "identifiers-removed", by, subject, facts });
}

/** Those of these that rest on the report alone. */
async function nobodyElses(
  tx: Tx,
  { organisation, customer: id, proposal: own, ...report }: TakenBack,
  added: readonly string[],
): Promise<readonly string[]> {
  if (added.length === 0) return [];
  const [rows, chosen, others, { country }] = await Promise.all([
    tx
      .select({ id: identifier.id, kind: identifier.kind, value: identifier.value, key: identifier.key })
      .from(identifier)
      .where(
        and(
          eq(identifier.organisationId, organisation),
          eq(identifier.customerId, id),
          inArray(identifier.id, [...added]),
          eq(identifier.shared, true),
        ),
      )
      .for("update"),
    tx
      .select({ ids: proposal.exclusiveIdentifiers })
      .from(proposal)
      .where(and(eq(proposal.organisationId, organisation), eq(proposal.customerId, id), ne(proposal.id, own))),
    tx
      .select({ said: incident.typedCustomer })
      .from(incident)
      .where(
        and(eq(incident.organisationId, organisation), eq(incident.customerId, id), ne(incident.id, report.incident)),
      ),
    loadOrganisation(tx, organisation),
  ]);
  const confirmed = chosen.flatMap(({ ids }) => ids);
  const given = others.flatMap(({ said }) => identifiersIn(said, country));
  return rows
    .filter((row) => !confirmed.includes(row.id) && !given.some((one) => isSame(one, row)))
    .map((row) => row.id);
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

/** As it is compared; null when it cannot be used. */
function keyOf(written: { kind: (typeof KINDS)[number]; value: string }, country: string): string | null {
  const found = normaliseIdentifier(written, country);
  return found ? storedKey(found.value) : null;
}
