import { referenceKey } from "../policy/reference-key.ts";
import { TIERS, type Tier } from "../policy/vocabulary.ts";
import type { GivenPerson } from "./given.ts";
import type { Identifier } from "./identifiers.ts";
import { type KnownNames, type NameAgreement, nameAgreement } from "./name-agreement.ts";

/** An identifier on the register. `expiresAt`: the instant after its last valid local day, epoch milliseconds. */
export type KnownIdentifier = Identifier & { readonly shared: boolean; readonly expiresAt: number | null };

/** A customer of the register in comparable form. */
export type KnownPerson = {
  readonly ref: string;
  readonly names: KnownNames;
  readonly identifiers: readonly KnownIdentifier[];
};

/** How sure a contact at `at` (epoch milliseconds) is this customer's; undefined for none (SCREENING section 3). */
export function tierOf(given: GivenPerson, known: KnownPerson, at: number): Tier | undefined {
  const name = nameAgreement(given.name, known.names);
  const tiers = known.identifiers
    .filter((identifier) => matches(given, identifier))
    .map((identifier) => tierByIdentifier(identifier, name, at));
  if (isByRef(given, known)) tiers.push(name === "contradicts" ? "probable" : "identified");
  if (name === "in-full") tiers.push("possible");
  return TIERS.find((tier) => tiers.includes(tier));
}

/** Whether the customer's own reference was given: such a match is never dropped. */
export function isByRef(given: GivenPerson, known: KnownPerson): boolean {
  return given.ref === referenceKey(known.ref);
}

function matches(given: GivenPerson, { kind, value }: Identifier): boolean {
  return given.identifiers.some((identifier) => identifier.kind === kind && identifier.value === value);
}

function tierByIdentifier(identifier: KnownIdentifier, name: NameAgreement, at: number): Tier | undefined {
  const expired = identifier.expiresAt !== null && at >= identifier.expiresAt;
  if (expired && identifier.shared) return undefined;
  if (!expired && isOnesOwn(identifier)) return name === "contradicts" ? "probable" : "identified";
  if (name === "contradicts") return undefined;
  return name === "not-given" ? "possible" : "probable";
}

/** People live together: an address or a property is never one person's own, whatever the register says. */
function isOnesOwn({ kind, shared }: KnownIdentifier): boolean {
  return !shared && kind !== "address" && kind !== "uprn";
}
