/** One contact that is new, with whom it may be about. */
import type { Sql } from "../../../db/connect.ts";
import { storedKey } from "../../../db/queries/customers.ts";
import { type Candidate, type CandidateSearch, loadCandidates } from "../../../db/queries/screening/candidates.ts";
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

/** Who the contacts say they are from, read in a country, and what customers are looked up by for that. */
export type Asked = {
  readonly country: string;
  readonly given: ReadonlyMap<Contact, Given>;
  readonly search: CandidateSearch;
};

/** Reads who the contacts are from as people write it in a country. */
export function askedOf(contacts: readonly Contact[], country: string): Asked {
  const given = new Map(contacts.map((contact) => [contact, givenOf(contact, country)]));
  const times = contacts.map(({ occurredAt }) => Date.parse(occurredAt));
  const span = contacts.length === 0 ? NEVER : { from: new Date(least(times)), to: new Date(most(times)) };
  return { country, given, search: { ...keysOf([...given.values()]), ...span } };
}

const NEVER = { from: new Date(0), to: new Date(0) };

type Request = { readonly organisation: string; readonly source: string; readonly now: Date };
type Read = {
  readonly fresh: readonly Fresh[];
  readonly before: Before;
  readonly asked: Asked;
  /** Ids of the customers found. */
  readonly found: readonly string[];
};

/** Says of each contact whom it may be about, and how sure that is. */
export async function matchContacts(
  sql: Sql,
  { organisation, source, now }: Request,
  { fresh, before, asked, found }: Read,
): Promise<readonly Matched[]> {
  const { from, to } = asked.search;
  const candidates = found.length === 0 ? [] : await loadCandidates(sql, organisation, { ids: found, from, to, now });
  const find = finder(candidates, before.settings.timeZone);
  return fresh.map((one) => {
    const facts = factsOf(one.contact, source, before);
    const given = asked.given.get(one.contact) ?? givenOf(one.contact, asked.country);
    return {
      ...one,
      facts,
      given,
      customer: find(given.customer, facts.at),
      representative: find(given.representative, facts.at),
      inConversation: (one.contact.conversation ?? "").trim() !== "",
    };
  });
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

/** Not `Math.min(...)`: the list may be longer than a call takes arguments. */
export const least = (numbers: readonly number[]): number =>
  numbers.reduce((one, other) => Math.min(one, other), Infinity);
export const most = (numbers: readonly number[]): number =>
  numbers.reduce((one, other) => Math.max(one, other), -Infinity);
