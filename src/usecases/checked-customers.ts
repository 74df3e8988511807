/** Whom a check of the register is about, by the rules of screening (SCREENING section 3). */
import { findCustomerByRef } from "../../db/queries/customers-found.ts";
import { loadOrganisation } from "../../db/queries/organisation.ts";
import { findCandidates } from "../../db/queries/screening/candidates.ts";
import { sqlOf, type Tx } from "../../db/transaction.ts";
import { isUsable } from "../matching/given.ts";
import { notAReference, readsAsName } from "../matching/typed-reference.ts";
import type { Actor } from "./context.ts";
import { givenOf, keysOf } from "./screen-contacts/given.ts";
import { type FoundPerson, foundAmong, personOf } from "./screen-contacts/people.ts";

export type Checked =
  /** These customers, by id; what they have in force is all kept to. */
  | { readonly code: "sure"; readonly customers: readonly string[] }
  /** It may be one of these: nothing about them is said to the asker. */
  | { readonly code: "possible"; readonly customers: readonly string[] }
  /** Nobody with anything in force. */
  | { readonly code: "nobody"; readonly customers: readonly string[] }
  | { readonly code: "name-only" }
  | { readonly code: "nothing-given" }
  /** What was typed there is no number, or no address, that anything could be looked up by. */
  | { readonly code: "unreadable"; readonly fields: readonly TypedField[] };

export type TypedField = "phone" | "email";

type Given = {
  readonly actor: Actor;
  readonly ref: string | null;
  readonly phone: string | null;
  readonly email: string | null;
};

/** Everything given counts, not the first of it: a reference with a slip in it does not hide a number that is known. */
export async function whoIsChecked(tx: Tx, { actor, ref, phone, email }: Given, at: Date): Promise<Checked> {
  const { organisation } = actor;
  const [own, { country, timeZone }] = await Promise.all([
    ref === null ? undefined : findCustomerByRef(tx, organisation, ref),
    loadOrganisation(tx, organisation),
  ]);
  const instead = own || ref === null ? {} : notAReference(ref);
  const written = { ref: own?.ref, phone: phone ?? instead.phone, email: email ?? instead.email };
  const given = givenOf({ customer: written }, country);
  const typed = { phone, email };
  const unreadable = (["phone", "email"] as const).filter(
    (kind) => typed[kind] !== null && !given.customer.identifiers.some((one) => one.kind === kind),
  );
  if (unreadable.length > 0) return { code: "unreadable", fields: unreadable };
  const number = isUsable({ ...given.customer, ref: undefined });
  if (!number && !own && ref !== null && readsAsName(ref)) return { code: "name-only" };
  if (!number && ref === null) return { code: "nothing-given" };

  const span = { from: at, to: at };
  const candidates = await findCandidates(sqlOf(tx), organisation, {
    keys: keysOf([given]),
    alone: true,
    span,
    now: at,
  });
  // Only who they are is asked here; no contact is judged.
  const people = candidates.map((candidate) => personOf(candidate, { timeZone, phrasesOf: () => [] }));
  return ranked(foundAmong(people, given.customer, at.getTime()), own?.id);
}

/** The best tier wins. No name is given here, so that nobody is found who is only probable. */
function ranked(found: readonly FoundPerson[], own: string | undefined): Checked {
  const sure = found.filter(({ tier }) => tier !== "possible");
  if (sure.length > 0) return { code: "sure", customers: sure.map(({ person }) => person.id) };
  if (found.length > 0) return { code: "possible", customers: found.map(({ person }) => person.id) };
  return { code: "nobody", customers: own === undefined ? [] : [own] };
}
