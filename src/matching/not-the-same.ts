import { type GivenPerson, lookupKeys } from "./given.ts";
import { isByRef, type KnownPerson } from "./tier.ts";

/** How long "not the same person" is remembered, in days (SCREENING section 3). */
export const NOT_THE_SAME_DAYS = 90;

/**
 * The contact's side of a pair that was judged: one key for the normalised identifiers and the folded name as given,
 * in whatever order or spelling they came. It holds identifiers: keep a digest of it, never the key.
 */
export function givenKey(given: GivenPerson): string {
  const asGiven = lookupKeys(given).map(({ kind, value }) => JSON.stringify([kind, value]));
  return asGiven.sort().join(" ");
}

/**
 * Whether the register team's judgement drops a match to none. `judged` answers for this customer as they are now:
 * a judgement lapses when the name, an alias or an identifier changes. A match by reference is never dropped.
 */
export function isDropped(given: GivenPerson, known: KnownPerson, judged: (givenKey: string) => boolean): boolean {
  return !isByRef(given, known) && judged(givenKey(given));
}
