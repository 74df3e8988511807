/** Section 3: the table of tiers, for one person given and one customer. */
import { knownAs, seenOf } from "./identifiers.ts";
import { type Agreement, agreement } from "./names.ts";
import type { CustomerFile, IdentifierFile, Person, Tier } from "./shapes.ts";

/** Where and on which local day the contact happened. */
export type Place = { readonly country: string; readonly day: string };

/** How sure it is that `person` is `customer`; `undefined` when nothing says so. */
export function tierOf(person: Person, customer: CustomerFile, place: Place): Tier | undefined {
  const name = agreement(person.name, [customer.name, ...customer.aliases]);
  const matching = customer.identifiers.filter((known) => matches(person, known, place.country));
  const own = person.ref?.trim() === customer.ref || matching.some((known) => isOwn(known, place.day));
  if (own) return name === "contradicts" ? "probable" : "identified";
  const counts = matching.some((known) => !known.shared || isCurrent(known, place.day));
  return counts ? byHousehold(name) : name === "in full" ? "possible" : undefined;
}

/** A shared identifier, an address, a UPRN or somebody's former number. */
function byHousehold(name: Agreement): Tier | undefined {
  if (name === "contradicts") return undefined;
  return name === "not given" ? "possible" : "probable";
}

function matches(person: Person, known: IdentifierFile, country: string): boolean {
  const key = knownAs(known, country);
  return seenOf(person, country).some((seen) => seen.kind === key?.kind && seen.key === key.key);
}

function isOwn(known: IdentifierFile, day: string): boolean {
  return !known.shared && ["phone", "email", "handle"].includes(known.kind) && isCurrent(known, day);
}

/** The last valid day, local, is included. */
function isCurrent({ validUntil }: IdentifierFile, day: string): boolean {
  return typeof validUntil !== "string" || day <= validUntil;
}
