/** One contact that is new, with whom it may be about. */
import type { Sql } from "../../../db/connect.ts";
import { storedKey } from "../../../db/queries/customers.ts";
import { type Candidate, findCandidates } from "../../../db/queries/screening/candidates.ts";
import type { Contact } from "../../policy/screening/contact.ts";
import { type ContactFacts, contactFacts } from "../../policy/screening/facts.ts";
import { type Given, givenOf, keysOf } from "./given.ts";
import { directoryOf, type FoundPerson, foundAmong, personOf } from "./people.ts";
import type { Before } from "./surroundings.ts";

export type Fresh = { readonly key: string; readonly contact: Contact };

export type Matched = Fresh & {
  readonly facts: ContactFacts;
  readonly given: Given;
  readonly customer: readonly FoundPerson[];
  readonly representative: readonly FoundPerson[];
  /** The source says that it belongs with others; one that does not is a conversation of its own. */
  readonly inConversation: boolean;
};

type Request = { readonly organisation: string; readonly source: string; readonly now: Date };

/** Finds everybody the contacts may be about, in one statement. */
export async function matchContacts(
  sql: Sql,
  { organisation, source, now }: Request,
  { fresh, before }: { readonly fresh: readonly Fresh[]; readonly before: Before },
): Promise<readonly Matched[]> {
  const read = fresh.map((one) => ({
    ...one,
    facts: factsOf(one.contact, source, before),
    given: givenOf(one.contact, before.settings.country),
  }));
  const times = read.map(({ facts }) => facts.at);
  const keys = keysOf(read.map(({ given }) => given));
  const [from, to] = [new Date(least(times)), new Date(most(times))];
  const candidates = isEmpty(keys) ? [] : await findCandidates(sql, organisation, { ...keys, from, to, now });
  const find = finder(candidates, before.settings.timeZone);
  return read.map((one) => ({
    ...one,
    customer: find(one.given.customer, one.facts.at),
    representative: find(one.given.representative, one.facts.at),
    inConversation: (one.contact.conversation ?? "").trim() !== "",
  }));
}

/** A conversation's key is in an index, so that a long one is kept as a digest. */
function factsOf(contact: Contact, source: string, { around }: Before): ContactFacts {
  const facts = contactFacts(contact, source, around);
  return { ...facts, conversation: storedKey(facts.conversation) };
}

function finder(candidates: readonly Candidate[], timeZone: string) {
  if (candidates.length === 0) return () => [];
  const askedFor = directoryOf(candidates.map((candidate) => personOf(candidate, timeZone)));
  return (given: Given["customer"], at: number) => foundAmong(askedFor(given), given, at);
}

const isEmpty = (keys: ReturnType<typeof keysOf>): boolean =>
  keys.identifiers.length + keys.names.length + keys.refs.length === 0;

/** Not `Math.min(...)`: the list may be longer than a call takes arguments. */
export const least = (numbers: readonly number[]): number =>
  numbers.reduce((one, other) => Math.min(one, other), Infinity);
export const most = (numbers: readonly number[]): number =>
  numbers.reduce((one, other) => Math.max(one, other), -Infinity);
