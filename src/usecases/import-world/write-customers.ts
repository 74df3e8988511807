/** Customers, what identifies them, and who speaks for them. */
import { isDeepStrictEqual } from "node:util";
import {
  addCustomers,
  addNameKeys,
  type KnownCustomer,
  loadDecidedIdentifiers,
  passCustomerNumber,
  saveIdentifiers,
  saveRepresentatives,
  updateCustomers,
} from "../../../db/queries/customers.ts";
import { nextReferences } from "../../../db/queries/reference.ts";
import type { Tx } from "../../../db/transaction.ts";
import { foldName, nameKey } from "../../matching/names.ts";
import { referenceKey } from "../../policy/reference-key.ts";
import type { Change } from "./changes.ts";
import { type CustomerRows, customerRows, identifierKey } from "./customer-rows.ts";
import type { Known } from "./known.ts";
import type { CustomerEntry, World } from "./world.ts";

type Pair = { readonly rows: CustomerRows; readonly before: KnownCustomer | undefined };

/** Adds and updates customers; one without a reference is known again by name and identifiers, else gets the next N. */
export async function writeCustomers(
  tx: Tx,
  { organisation, customers }: World,
  known: Known,
): Promise<readonly Change[]> {
  const setting = {
    organisation: known.id,
    country: organisation.country,
    decided: await loadDecidedIdentifiers(tx, known.id),
  };
  const named = await withReferences(tx, customers, { known, country: organisation.country });
  const pairs = named.map((entry) => {
    const before = known.customers.get(referenceKey(entry.ref));
    return { rows: customerRows(entry, before, setting), before };
  });
  const added = pairs.filter(({ before }) => before === undefined);
  const changed = pairs.filter(differs).map(nextVersion);
  await write(tx, added, changed);
  return [...added.map((pair) => changeOf(pair, "added")), ...changed.map((pair) => changeOf(pair, "changed"))];
}

async function write(tx: Tx, added: readonly Pair[], changed: readonly Pair[]): Promise<void> {
  const touched = [...added, ...changed];
  await addCustomers(
    tx,
    added.map(({ rows }) => rows.customer),
  );
  await updateCustomers(
    tx,
    changed.map(({ rows }) => rows.customer),
  );
  await saveIdentifiers(
    tx,
    touched.flatMap(({ rows }) => rows.identifiers),
  );
  await addNameKeys(
    tx,
    touched.flatMap(({ rows }) => rows.nameKeys),
  );
  await saveRepresentatives(
    tx,
    touched.flatMap(({ rows }) => rows.representatives),
  );
}

const changeOf = ({ rows }: Pair, what: Change["what"]): Change => ({ kind: "customer", id: rows.customer.id, what });

/** Whether a known customer has anything otherwise than the file. */
function differs({ rows, before }: Pair): boolean {
  if (!before) return false;
  const { identifiers, representatives, ...customer } = before;
  const has = (list: readonly { readonly id: string }[], row: { readonly id: string }) =>
    list.some((one) => one.id === row.id && isDeepStrictEqual(one, row));
  return !(
    isDeepStrictEqual(rows.customer, customer) &&
    rows.identifiers.every((row) => has(identifiers, row)) &&
    rows.representatives.every((row) => has(representatives, row))
  );
}

/** A change of what a customer is matched by ends a remembered "not the same person" (SCREENING section 3); no other does. */
function nextVersion({ rows, before }: Pair): Pair {
  const version = rows.customer.version + (before && isMatchedAlike(rows, before) ? 0 : 1);
  return { before, rows: { ...rows, customer: { ...rows.customer, version } } };
}

function isMatchedAlike({ customer: { name, aliases }, identifiers }: CustomerRows, before: KnownCustomer): boolean {
  return (
    name === before.name &&
    isDeepStrictEqual(aliases, before.aliases) &&
    identifiers.every((row) => before.identifiers.some((one) => isDeepStrictEqual(one, row)))
  );
}

type Naming = { readonly known: Known; readonly country: string };
type Referenced = CustomerEntry & { readonly ref: string };

async function withReferences(
  tx: Tx,
  customers: readonly CustomerEntry[],
  naming: Naming,
): Promise<readonly Referenced[]> {
  await passCustomerNumber(tx, naming.known.id, Math.max(0, ...customers.map(({ ref }) => numberOf(ref))));
  const known = customers.map((entry) => ({ ...entry, ref: entry.ref ?? knownAgain(entry, naming) }));
  const missing = known.filter(({ ref }) => ref === undefined).length;
  const fresh = missing === 0 ? [] : [...(await nextReferences(tx, naming.known.id, { prefix: "N", count: missing }))];
  return known.map((entry) => ({ ...entry, ref: entry.ref ?? fresh.shift() ?? "" }));
}

/** The number of a reference of our own making; 0 for others and for what is no number of ours. */
function numberOf(ref: string | null | undefined): number {
  const [, digits] = /^N-(\d{4,9})$/i.exec(ref ?? "") ?? [];
  return Number(digits ?? 0);
}

/** The reference that the same entry got at an earlier import: the same name, and no identifier that is new. */
function knownAgain(entry: CustomerEntry, { known, country }: Naming): string | undefined {
  const name = nameKey(foldName(entry.name));
  const keys = entry.identifiers.map((one) => [one.kind, identifierKey(one, country)] as const);
  for (const { ref, name: theirs, identifiers } of known.customers.values()) {
    const alike = numberOf(ref) > 0 && nameKey(foldName(theirs)) === name;
    if (alike && keys.every(([kind, key]) => identifiers.some((one) => one.kind === kind && one.key === key)))
      return ref;
  }
  return undefined;
}
