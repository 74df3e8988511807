/** Customers as matching and screening want them, from what the register holds. */
import type { PackKey } from "../../../db/queries/packs.ts";
import type { Candidate } from "../../../db/queries/screening/candidates.ts";
import { type GivenPerson, lookupKeys } from "../../matching/given.ts";
import { foldName, nameKey } from "../../matching/names.ts";
import { isDropped } from "../../matching/not-the-same.ts";
import { type KnownPerson, tierOf } from "../../matching/tier.ts";
import { referenceKey } from "../../policy/reference-key.ts";
import { restrictionOf } from "../../policy/restrictions/restriction.ts";
import { endOfLocalDay } from "../../policy/screening/local-time.ts";
import type { RegisteredRestriction } from "../../policy/screening/ready.ts";
import type { Tier } from "../../policy/vocabulary.ts";
import { pairOf } from "./given.ts";

export type Person = {
  readonly id: string;
  readonly known: KnownPerson;
  readonly restrictions: readonly RegisteredRestriction[];
  readonly notTheSame: ReadonlySet<string>;
};

export type FoundPerson = { readonly person: Person; readonly tier: Tier };

/** Whom a contact may be about on either side. */
export type BothFound = { readonly customer: readonly FoundPerson[]; readonly representative: readonly FoundPerson[] };

/** What candidates are read by: the time zone, and the words of each pack that suggest protected contact, folded. */
export type ReadBy = { readonly timeZone: string; readonly phrasesOf: (pack: PackKey) => readonly string[] };

/** One candidate of the register. */
export function personOf(
  { id, ref, name, aliases, identifiers, restrictions, notTheSame }: Candidate,
  { timeZone, phrasesOf }: ReadBy,
): Person {
  return {
    id,
    known: {
      ref,
      names: [name, ...aliases].map(foldName),
      identifiers: identifiers.map(({ kind, value, shared, validUntil }) => {
        return { kind, value, shared, expiresAt: validUntil === null ? null : endOfLocalDay(validUntil, timeZone) };
      }),
    },
    restrictions: restrictions.map(({ id, startsAt, endsAt, liftedAt, ...registered }) => ({
      id,
      // Nothing suspends an arrangement yet; when something does, its instant comes from the register.
      period: { startsAt, endsAt, liftedAt, suspendedAt: null },
      restriction: restrictionOf(registered),
      protectedPhrases: phrasesOf(registered),
    })),
    notTheSame: new Set(notTheSame),
  };
}

/** Finds people by any of their keys without asking each of them: a request may have a thousand contacts. */
export function directoryOf(people: readonly Person[]): (given: GivenPerson) => readonly Person[] {
  const byKey = Map.groupBy(
    people.flatMap((person) => keysOf(person.known).map((key) => ({ key, person }))),
    ({ key }) => key,
  );
  return (given) => {
    const found = new Set<Person>();
    for (const { kind, value } of lookupKeys(given))
      for (const { person } of byKey.get(`${kind} ${value}`) ?? []) found.add(person);
    return [...found];
  };
}

/** Who of the people asked it may be, and how sure that is at that time (epoch milliseconds). */
export function foundAmong(people: readonly Person[], given: GivenPerson, at: number): readonly FoundPerson[] {
  return people.flatMap((person) => {
    const tier = tierOf(given, person.known, at);
    if (tier === undefined) return [];
    const judged = () => person.notTheSame.size > 0 && person.notTheSame.has(pairOf(given));
    return isDropped(given, person.known, judged) ? [] : [{ person, tier }];
  });
}

function keysOf({ ref, names, identifiers }: KnownPerson): readonly string[] {
  return [
    `ref ${referenceKey(ref)}`,
    ...names.map((name) => `name ${nameKey(name)}`),
    ...identifiers.map(({ kind, value }) => `${kind} ${value}`),
  ];
}
