/** Who a contact says it is from, in the form in which the register keeps its keys. */
import { createHash } from "node:crypto";
import { storedKey } from "../../../db/queries/customers.ts";
import type { CandidateKeys } from "../../../db/queries/screening/candidates.ts";
import { type GivenPerson, givenPerson, isUsable, lookupKeys } from "../../matching/given.ts";
import { nameKey } from "../../matching/names.ts";
import { givenKey } from "../../matching/not-the-same.ts";
import type { Contact } from "../../policy/screening/contact.ts";

/** The customer's side and the representative's; a side that says nothing has nothing in it. */
export type Given = { readonly customer: GivenPerson; readonly representative: GivenPerson; readonly usable: boolean };

/** Reads both sides in the organisation's country. */
export function givenOf({ customer, onBehalf }: Pick<Contact, "customer" | "onBehalf">, country: string): Given {
  const sides = { customer: givenPerson(customer, country), representative: givenPerson(onBehalf ?? {}, country) };
  const usable = isUsable(sides.customer) || isUsable(sides.representative);
  return { customer: asStored(sides.customer), representative: asStored(sides.representative), usable };
}

function asStored(given: GivenPerson): GivenPerson {
  return { ...given, identifiers: given.identifiers.map(({ kind, value }) => ({ kind, value: storedKey(value) })) };
}

/** The keys that customers are looked up by, each once. */
export function keysOf(all: readonly Given[]): CandidateKeys {
  const people = all.flatMap(({ customer, representative }) => [customer, representative]);
  return {
    identifiers: each(people.flatMap(({ identifiers }) => identifiers.map(({ value }) => value))),
    names: each(people.flatMap(({ name }) => (name.length > 0 ? [storedKey(nameKey(name))] : []))),
    refs: each(people.flatMap(({ ref }) => (ref === undefined ? [] : [ref]))),
  };
}

/**
 * What was given about one person as it is kept when the register team says "not the same person": its kinds, so that a
 * person can be told what was judged, and a digest of the whole.
 */
export function pairOf(given: GivenPerson): string {
  const kinds = each(lookupKeys(given).map(({ kind }) => kind)).toSorted();
  return `${kinds.join(",")}:${createHash("sha256").update(givenKey(given)).digest("hex")}`;
}

function each(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
