/** One contact that is new, with whom it may be about. */
import { storedKey } from "../../../db/queries/customers.ts";
import type { CandidateKeys, Span } from "../../../db/queries/screening/candidates.ts";
import { isUsable } from "../../matching/given.ts";
import type { Contact } from "../../policy/screening/contact.ts";
import { type ContactFacts, contactFacts } from "../../policy/screening/facts.ts";
import { type Given, givenOf, keysOf } from "./given.ts";
import { type BothFound, directoryOf, foundAmong, type Person } from "./people.ts";
import type { Before } from "./surroundings.ts";

export type Fresh = { readonly key: string; readonly contact: Contact };

export type Matched = Fresh &
  BothFound & {
    readonly facts: ContactFacts;
    readonly given: Given;
    /** The source says that it belongs with others; one that does not is a conversation of its own. */
    readonly inConversation: boolean;
  };

/** Who the contacts say they are from, read in a country, and what customers are looked up by for that. */
export type Asked = {
  readonly country: string;
  readonly given: ReadonlyMap<Contact, Given>;
  readonly keys: CandidateKeys;
  readonly span: Span;
};

/** Reads who contacts are from, at least one, as people write it in a country. */
export function askedOf(contacts: readonly Contact[], country: string): Asked {
  const given = new Map(contacts.map((contact) => [contact, givenOf(contact, country)]));
  const times = contacts.map(({ occurredAt }) => Date.parse(occurredAt));
  const span = { from: new Date(least(times)), to: new Date(most(times)) };
  return { country, given, keys: keysOf([...given.values()]), span };
}

/** The contacts as they are while nobody was found whom they may be about. */
export function ofNobody(
  contacts: readonly Fresh[],
  { source, before, asked }: { readonly source: string; readonly before: Before; readonly asked: Asked },
): readonly Matched[] {
  return contacts.map((one) => ({
    ...one,
    facts: factsOf(one.contact, source, before),
    given: asked.given.get(one.contact) ?? givenOf(one.contact, asked.country),
    customer: [],
    representative: [],
    inConversation: (one.contact.conversation ?? "").trim() !== "",
  }));
}

/** Says of each contact which of these people it may be about, and how sure that is. */
export function matchContacts(contacts: readonly Matched[], people: readonly Person[]): readonly Matched[] {
  if (people.length === 0) return contacts;
  const askedFor = directoryOf(people);
  const find = (given: Given["customer"], at: number) =>
    isUsable(given) ? foundAmong(askedFor(given), given, at) : [];
  return contacts.map((contact) => ({
    ...contact,
    customer: find(contact.given.customer, contact.facts.at),
    representative: find(contact.given.representative, contact.facts.at),
  }));
}

/** A conversation's key is in an index, so that a long one is kept as a digest. */
function factsOf(contact: Contact, source: string, { around }: Before): ContactFacts {
  const facts = contactFacts(contact, source, around);
  return { ...facts, conversation: storedKey(facts.conversation) };
}

/** Not `Math.min(...)`: the list may be longer than a call takes arguments. */
export const least = (numbers: readonly number[]): number =>
  numbers.reduce((one, other) => Math.min(one, other), Infinity);
export const most = (numbers: readonly number[]): number =>
  numbers.reduce((one, other) => Math.max(one, other), -Infinity);
