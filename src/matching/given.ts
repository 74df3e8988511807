import { referenceKey } from "../policy/reference-key.ts";
import type { IdentifierKind } from "../policy/vocabulary.ts";
import { type Handle, type Identifier, normaliseHandle, normaliseIdentifier } from "./identifiers.ts";
import { foldName, nameKey } from "./names.ts";

/** What a contact says about one person, as the source wrote it (SCREENING section 1: `customer`, `onBehalf`). */
export type WrittenPerson = {
  readonly ref?: string | undefined;
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly address?: string | undefined;
  readonly uprn?: string | undefined;
  readonly handle?: Handle | undefined;
};

/** The same, in comparable form; what could not be used is left out. */
export type GivenPerson = {
  readonly ref: string | undefined;
  readonly identifiers: readonly Identifier[];
  readonly name: readonly string[];
};

/** A value to look customers up by; a name's is its key, for names that agree in full. */
export type LookupKey = { readonly kind: IdentifierKind | "ref" | "name"; readonly value: string };

const TEXTS = ["phone", "email", "address", "uprn"] as const;

/** Reads what a contact says about a person, in the organisation's country (ISO 3166). */
export function givenPerson(written: WrittenPerson, country: string): GivenPerson {
  const identifiers: Identifier[] = [];
  for (const kind of TEXTS) {
    const value = written[kind];
    const found = value === undefined ? undefined : normaliseIdentifier({ kind, value }, country);
    if (found) identifiers.push(found);
  }
  const handle = written.handle && normaliseHandle(written.handle);
  if (handle !== undefined) identifiers.push({ kind: "handle", value: handle });
  return {
    ref: referenceKey(written.ref ?? "") || undefined,
    identifiers,
    name: written.name === undefined ? [] : foldName(written.name),
  };
}

/** Every customer with a tier above none is found by at least one of these keys. */
export function lookupKeys(given: GivenPerson): readonly LookupKey[] {
  const keys: LookupKey[] = [...given.identifiers];
  if (given.ref !== undefined) keys.push({ kind: "ref", value: given.ref });
  if (given.name.length > 0) keys.push({ kind: "name", value: nameKey(given.name) });
  return keys;
}

/** Whether there was anything to look up. Nobody who gave nothing usable is called clear (SCREENING section 2). */
export function isUsable({ ref, identifiers, name }: GivenPerson): boolean {
  return ref !== undefined || identifiers.length > 0 || name.length > 0;
}
