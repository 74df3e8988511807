/** The register's writing side: customers, what identifies them, and arrangements that were decided elsewhere. */
import { createHash } from "node:crypto";
import { and, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import {
  arrangement,
  customer,
  identifier,
  nameKey,
  proposal,
  referenceCounter,
  representative,
  restriction,
} from "../schema/index.ts";
import type { Tx } from "../transaction.ts";
import { inPortions } from "./officers.ts";

/** What is written of a customer; the key is made from it. */
const { refKey: _made, ...written } = getTableColumns(customer);
export type CustomerRow = Omit<typeof customer.$inferSelect, "refKey">;
export type IdentifierRow = typeof identifier.$inferSelect;
export type RepresentativeRow = typeof representative.$inferSelect;
export type NameKeyRow = typeof nameKey.$inferSelect;
export type ArrangementRow = typeof arrangement.$inferInsert;
export type RestrictionRow = typeof restriction.$inferInsert;

/** Longer keys would not fit an index entry. */
const LONGEST_KEY = 200;

/** A look-up key of src/matching as the columns `identifier.key` and `name_key.key` hold it: a long one as its SHA-256. */
export function storedKey(key: string): string {
  return key.length > LONGEST_KEY && [...key].length > LONGEST_KEY
    ? `sha256:${createHash("sha256").update(key).digest("hex")}`
    : key;
}

/**
 * All customers of an organisation with their identifiers and representatives. Locked, so that what is added to them agrees
 * with them: nobody makes the first arrangement with one of them meanwhile.
 */
export async function loadCustomers(tx: Tx, organisation: string) {
  const customers = await tx
    .select(written)
    .from(customer)
    .where(eq(customer.organisationId, organisation))
    .orderBy(customer.ref)
    .for("key share");
  const identifiers = await tx.select().from(identifier).where(eq(identifier.organisationId, organisation));
  const representatives = await tx.select().from(representative).where(eq(representative.organisationId, organisation));
  const theirs = Map.groupBy(identifiers, (row) => row.customerId);
  const helpers = Map.groupBy(representatives, (row) => row.customerId);
  return customers.map((row) => ({
    ...row,
    identifiers: theirs.get(row.id) ?? [],
    representatives: helpers.get(row.id) ?? [],
  }));
}

export type KnownCustomer = Awaited<ReturnType<typeof loadCustomers>>[number];

/** Identifiers that an approved proposal made the customer's alone: an import does not take that back. */
export async function loadDecidedIdentifiers(tx: Tx, organisation: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ ids: proposal.exclusiveIdentifiers })
    .from(proposal)
    .where(and(eq(proposal.organisationId, organisation), eq(proposal.state, "approved")));
  return new Set(rows.flatMap(({ ids }) => ids));
}

/** Adds customers. */
export async function addCustomers(tx: Tx, rows: readonly CustomerRow[]): Promise<void> {
  for (const portion of inPortions(rows)) await tx.insert(customer).values(portion);
}

/** Writes name, aliases, needs and version of customers that are there. */
export async function updateCustomers(tx: Tx, rows: readonly CustomerRow[]): Promise<void> {
  for (const { organisationId, id, name, aliases, needs, version } of rows) {
    const these = and(eq(customer.organisationId, organisationId), eq(customer.id, id));
    await tx.update(customer).set({ name, aliases, needs, version }).where(these);
  }
}

/** Adds identifiers; those that are there get `shared` and the last valid date. */
export async function saveIdentifiers(tx: Tx, rows: readonly IdentifierRow[]): Promise<void> {
  const target = [identifier.organisationId, identifier.id];
  const set = { shared: sql`excluded.shared`, validUntil: sql`excluded.valid_until` };
  for (const portion of inPortions(rows))
    await tx.insert(identifier).values(portion).onConflictDoUpdate({ target, set });
}

/** Adds the folded names that customers are looked up by. */
export async function addNameKeys(tx: Tx, rows: readonly NameKeyRow[]): Promise<void> {
  for (const portion of inPortions(rows)) await tx.insert(nameKey).values(portion).onConflictDoNothing();
}

/** Adds representatives; those that are there get telephone and e-mail, and the keys of both. */
export async function saveRepresentatives(tx: Tx, rows: readonly RepresentativeRow[]): Promise<void> {
  const target = [representative.organisationId, representative.id];
  const set = {
    phone: sql`excluded.phone`,
    phoneKey: sql`excluded.phone_key`,
    email: sql`excluded.email`,
    emailKey: sql`excluded.email_key`,
  };
  for (const portion of inPortions(rows))
    await tx.insert(representative).values(portion).onConflictDoUpdate({ target, set });
}

/** Keeps the counter of customer references ahead of a number that came from elsewhere. */
export async function passCustomerNumber(tx: Tx, organisation: string, number: number): Promise<void> {
  await tx
    .insert(referenceCounter)
    .values({ organisationId: organisation, prefix: "N", last: number })
    .onConflictDoUpdate({
      target: [referenceCounter.organisationId, referenceCounter.prefix],
      set: { last: sql`greatest(${referenceCounter.last}, ${number})` },
    });
}

/** All arrangements of an organisation with their restrictions. */
export async function loadArrangements(tx: Tx, organisation: string) {
  const rows = await tx.select().from(arrangement).where(eq(arrangement.organisationId, organisation));
  const restrictions = await tx.select().from(restriction).where(eq(restriction.organisationId, organisation));
  const theirs = Map.groupBy(restrictions, (row) => row.arrangementId);
  return rows.map((row) => ({ ...row, restrictions: theirs.get(row.id) ?? [] }));
}

export type KnownArrangement = Awaited<ReturnType<typeof loadArrangements>>[number];

/** Adds arrangements of an organisation with their restrictions. Their customers are screened for from now on. */
export async function addArrangements(
  tx: Tx,
  rows: readonly ArrangementRow[],
  restrictions: readonly RestrictionRow[],
): Promise<void> {
  for (const portion of inPortions(rows)) await markArranged(tx, portion);
  for (const portion of inPortions(rows)) await tx.insert(arrangement).values(portion);
  for (const portion of inPortions(restrictions)) await tx.insert(restriction).values(portion);
}

async function markArranged(tx: Tx, rows: readonly ArrangementRow[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const customers = rows.map(({ customerId }) => customerId);
  const theirs = and(eq(customer.organisationId, first.organisationId), inArray(customer.id, customers));
  await tx
    .update(customer)
    .set({ arranged: true })
    .where(and(theirs, eq(customer.arranged, false)));
}

/** Records when a customer was written to, where that was not recorded yet. */
export async function recordTold(
  tx: Tx,
  organisation: string,
  { id, at }: { readonly id: string; readonly at: Date },
): Promise<void> {
  const untold = and(
    eq(arrangement.organisationId, organisation),
    eq(arrangement.id, id),
    sql`${arrangement.toldAt} is null`,
  );
  await tx.update(arrangement).set({ toldAt: at }).where(untold);
}
