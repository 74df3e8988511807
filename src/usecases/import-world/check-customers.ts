/** What can be known of customers only by reading them with the country, and with each other. */
import { normaliseIdentifier } from "../../matching/identifiers.ts";
import { foldName, nameKey } from "../../matching/names.ts";
import { referenceKey } from "../../policy/reference-key.ts";
import type { IdentifierKind } from "../../policy/vocabulary.ts";
import { entriesOf, type WorldDraft } from "./draft.ts";
import { fault, type WorldFault } from "./fault.ts";
import { repeats } from "./repeats.ts";

type CustomerDraft = NonNullable<NonNullable<WorldDraft["customers"]>[number]>;
type IdentifierDraft = NonNullable<NonNullable<CustomerDraft["identifiers"]>[number]>;

/** Faults of customers; the messages never repeat what was written about a person. */
export function customerFaults({ organisation, customers }: WorldDraft): readonly WorldFault[] {
  const country = organisation?.country ?? "";
  const entries = entriesOf(customers);
  return [
    ...repeats(entries.map(([i, { ref }]) => [i, ref ? referenceKey(ref) : undefined])).map(({ index, first }) =>
      fault(["customers", index, "ref"], `is also the reference of customers[${first}]`),
    ),
    ...entries.flatMap(([i, customer]) => nameFaults(i, customer)),
    ...entries.flatMap(([i, customer]) => identifierFaults(i, customer, country)),
    ...twins(entries, country),
  ];
}

function nameFaults(index: number, { name, aliases }: CustomerDraft): readonly WorldFault[] {
  const unusable = entriesOf(aliases).filter(([, alias]) => foldName(alias).length === 0);
  return [
    ...(name !== undefined && foldName(name).length === 0 ? [fault(["customers", index, "name"], UNUSABLE_NAME)] : []),
    ...unusable.map(([i]) => fault(["customers", index, "aliases", i], UNUSABLE_NAME)),
  ];
}

const UNUSABLE_NAME = "has no word to find somebody by";

const UNUSABLE: Readonly<Record<IdentifierKind, string>> = {
  phone: "is not a telephone number that can be used in the organisation's country",
  email: "is not an e-mail address",
  handle: "is not the name of an account",
  address: "has no word to compare",
  uprn: "has no digits",
};

function identifierFaults(index: number, { identifiers }: CustomerDraft, country: string): readonly WorldFault[] {
  const entries = entriesOf(identifiers);
  const faults = entries.flatMap(([i, { kind, value, platform }]) => {
    const at = ["customers", index, "identifiers", i];
    if (kind === undefined) return [];
    if (kind === "handle" && !platform)
      return platform === undefined || platform === null ? [fault([...at, "platform"], "is missing")] : [];
    if (kind !== "handle" && platform) return [fault([...at, "platform"], "belongs to a handle only")];
    return value !== undefined && country !== "" && keyOf({ kind, value, platform }, country) === undefined
      ? [fault([...at, "value"], UNUSABLE[kind])]
      : [];
  });
  const again = repeats(entries.map(([i, identifier]) => [i, keyOf(identifier, country)]));
  return [
    ...faults,
    ...again.map(({ index: i, first }) =>
      fault(["customers", index, "identifiers", i], `is the same as identifiers[${first}] of this customer`),
    ),
  ];
}

function keyOf({ kind, value, platform }: IdentifierDraft, country: string): string | undefined {
  if (kind === undefined || value === undefined) return undefined;
  const read = normaliseIdentifier({ kind, value, platform: platform ?? undefined }, country);
  return read && `${read.kind} ${read.value}`;
}

/** Without a reference a customer is known again by name and identifiers: two must not be alike. */
function twins(entries: readonly (readonly [number, CustomerDraft])[], country: string): readonly WorldFault[] {
  const keys = entries.map(([i, { ref, name, identifiers }]) => {
    if (ref || name === undefined) return [i, undefined] as const;
    const keysOf = entriesOf(identifiers).map(([, identifier]) => keyOf(identifier, country) ?? "");
    return [i, JSON.stringify([nameKey(foldName(name)), keysOf.toSorted()])] as const;
  });
  return repeats(keys).map(({ index, first }) =>
    fault(["customers", index], `has the name and identifiers of customers[${first}]. Give each a ref, or remove one`),
  );
}
