/** A request in two parts: while the register is looked through for one of them, the other is read, decided on or stored. */
import type { Candidate } from "../../../db/queries/screening/candidates.ts";
import { type ContactRow, contactRow } from "../../../db/queries/screening/keep.ts";
import type { Contact } from "../../policy/screening/contact.ts";
import { type Decided, decideInOrder } from "./decided.ts";
import { isMatched, NOTHING } from "./earlier.ts";
import { keptContact } from "./kept.ts";
import { type Asked, type Fresh, type Matched, matchContacts, ofNobody } from "./matched.ts";
import { nobodyNear } from "./near.ts";
import type { PackReader } from "./packs-read.ts";
import { personOf } from "./people.ts";
import type { Before } from "./surroundings.ts";

/**
 * Which part a contact is in follows from its id alone: two requests with the same contacts store them in the same order,
 * and never wait for each other.
 */
export function partsOf(contacts: readonly Contact[]): readonly (readonly Contact[])[] {
  const parts = Map.groupBy(contacts, ({ id }) => sumOf(id) % 2);
  return [parts.get(0) ?? [], parts.get(1) ?? []].filter((part) => part.length > 0);
}

function sumOf(id: string): number {
  let sum = 0;
  for (let place = 0; place < id.length; place++) sum += id.charCodeAt(place);
  return sum;
}

/** Whom the contacts of a part may be about, as soon as the register has answered. */
export type Search = { readonly asked: Asked; readonly finding: Promise<readonly Candidate[]> };

export type ScreenedPart = {
  /** Those that may be about somebody, not decided on yet: that takes what came before them. */
  readonly somebody: readonly Matched[];
  readonly ofNobody: readonly Decided[];
  /** Of the latter, to be stored. */
  readonly rows: readonly ContactRow[];
};

type Surrounded = {
  readonly fresh: readonly Fresh[];
  readonly source: string;
  readonly before: Before;
  readonly packs: PackReader;
};

/**
 * Most contacts are about nobody on record: all of a part are decided on as if they were, while the register is looked
 * through.
 */
export async function screenPart(
  { asked, finding }: Search,
  { fresh, source, before, packs }: Surrounded,
): Promise<ScreenedPart> {
  const own = fresh.filter(({ contact }) => asked.given.has(contact));
  const strangers = ofNobody(own, { source, before, asked });
  const alone = decideInOrder(strangers, { before, nearby: nobodyNear(before), earlier: NOTHING }).decided;
  const rows = alone.map((contact) => contactRow(keptContact(contact, before)));
  const candidates = await finding;
  const readBy = { timeZone: before.settings.timeZone, phrasesOf: await packs.phrasesFor(candidates) };
  const people = candidates.map((candidate) => personOf(candidate, readBy));
  const matched = matchContacts(strangers, people);
  const isOfNobody = matched.map((contact) => !isMatched(contact));
  return {
    somebody: matched.filter(isMatched),
    ofNobody: alone.filter((_, place) => isOfNobody[place]),
    rows: rows.filter((_, place) => isOfNobody[place]),
  };
}

/** In the order of the request, in which each bears on those after it. */
export function inOrder(fresh: readonly Fresh[], parts: readonly ScreenedPart[]): readonly Matched[] {
  const somebody = new Map(parts.flatMap((part) => part.somebody.map((contact) => [contact.key, contact] as const)));
  return fresh.flatMap(({ key }) => somebody.get(key) ?? []);
}
