/** What becomes of each contact of a request, before anything is looked up about people. */
import type { Contact } from "../../policy/screening/contact.ts";
import { type ContactFault, contactId, type ReadContact, readContact } from "../../policy/screening/read-contact.ts";
import type { KeptAnswer } from "./result.ts";

/** One contact as read. `key`: its id as PostgreSQL can hold it; undefined when it could never have been stored. */
export type RawContact = {
  readonly id: string | undefined;
  readonly key: string | undefined;
  readonly read: ReadContact;
};

export type Planned =
  /** It was answered before. */
  | { readonly code: "known"; readonly id: string; readonly answer: KeptAnswer }
  /** It is in this request already. */
  | { readonly code: "repeated"; readonly id: string; readonly key: string }
  | { readonly code: "rejected"; readonly id: string | undefined; readonly errors: readonly ContactFault[] }
  | { readonly code: "fresh"; readonly key: string; readonly contact: Contact };

/** Ids are at most 200 characters of up to two units. */
const LONGEST_ID = 400;

/** Reads every contact of a request; a bad one does not lose the others. */
export function readContacts(contacts: readonly unknown[]): readonly RawContact[] {
  return contacts.map((raw) => {
    const id = contactId(raw);
    return { id, key: id === undefined ? undefined : storable(id), read: readContact(raw) };
  });
}

/** A lone surrogate cannot be stored as it is; a null character cannot be stored at all. */
function storable(id: string): string | undefined {
  return id.length > LONGEST_ID || id.includes("\u0000") ? undefined : id.toWellFormed();
}

/**
 * A known id is a duplicate whatever the rest says (SCREENING section 1); so is the second of two equal ids in one
 * request, unless the first was rejected.
 */
export function plan(contacts: readonly RawContact[], answered: ReadonlyMap<string, unknown>): readonly Planned[] {
  const taken = new Set<string>();
  return contacts.map(({ id, key, read }): Planned => {
    if (id !== undefined && key !== undefined && answered.has(key))
      return { code: "known", id, answer: answered.get(key) as KeptAnswer };
    if (id !== undefined && key !== undefined && taken.has(key)) return { code: "repeated", id, key };
    if (read.status === "rejected") return { code: "rejected", id, errors: read.errors };
    const fresh = key ?? read.contact.id;
    taken.add(fresh);
    return { code: "fresh", key: fresh, contact: read.contact };
  });
}
