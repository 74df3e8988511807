/** Whom an identifier that is one customer's alone means, with the name that was given beside it (SCREENING section 3). */
import { findCustomersByOwnIdentifier } from "../../db/queries/customers-found.ts";
import type { TypedCustomer } from "../../db/schema/casework.ts";
import type { Tx } from "../../db/transaction.ts";
import { givenPerson } from "../matching/given.ts";
import { nameAgreement } from "../matching/name-agreement.ts";
import { foldName } from "../matching/names.ts";

/** `perhaps`: the name given is not theirs, so that is only probable, and a person says who it is. */
export type Owner = { readonly code: "theirs" | "perhaps"; readonly id: string; readonly ref: string };

/** As of `today`, an ISO date, in the organisation's country. Nobody, too, when it would mean several. */
export async function ownerOf(
  tx: Tx,
  organisation: string,
  { typed, country, today }: { typed: TypedCustomer; country: string; today: string },
): Promise<Owner | undefined> {
  const { identifiers, name } = givenPerson(typed, country);
  const [match, ...others] = await findCustomersByOwnIdentifier(tx, organisation, { identifiers, today });
  if (!match || others.length > 0) return undefined;
  const contradicts = nameAgreement(name, [match.name, ...match.aliases].map(foldName)) === "contradicts";
  return { code: contradicts ? "perhaps" : "theirs", id: match.id, ref: match.ref };
}
