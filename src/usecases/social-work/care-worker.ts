/**
 * "that customer's social or care worker may be an appropriate point of contact" (paragraph 7): whom the liaison names is
 * a contact of the organisation, with name, body, phone and e-mail (CASEWORK section 5).
 */
import { v7 as newId } from "uuid";
import { appendAudit } from "../../../db/queries/audit.ts";
import { loadOutside } from "../../../db/queries/names.ts";
import { saveOutsideContact } from "../../../db/queries/organisations.ts";
import type { Tx } from "../../../db/transaction.ts";
import { normaliseEmail, normalisePhone } from "../../matching/identifiers.ts";
import { foldName } from "../../matching/names.ts";

/** Somebody outside the staff, as the liaison gave them. */
export type CareWorker = {
  readonly name: string | null;
  /** For whom they work. */
  readonly body: string | null;
  readonly phone: string | null;
  readonly email: string | null;
};

export type CareWorkerFault = "no-name" | "no-body" | "no-way-to-reach" | "bad-phone" | "bad-email";

/** What is missing so that an officer or the customer could reach them. `country`: ISO 3166, for a phone number. */
export function careWorkerFaults({ name, body, phone, email }: CareWorker, country: string): CareWorkerFault[] {
  return [
    ...(name === null ? (["no-name"] as const) : []),
    ...(body === null ? (["no-body"] as const) : []),
    ...(phone === null && email === null ? (["no-way-to-reach"] as const) : []),
    ...(phone !== null && !normalisePhone(phone, country) ? (["bad-phone"] as const) : []),
    ...(email !== null && !normaliseEmail(email) ? (["bad-email"] as const) : []),
  ];
}

/**
 * Puts them among the contacts outside the staff; one who is there already keeps their
 * entry, and gets what it lacked: arrangements in force name them. Gives back its id.
 */
export async function recordCareWorker(
  tx: Tx,
  { name, body, phone, email }: CareWorker & { readonly name: string; readonly body: string },
  { organisation, by, at }: { organisation: string; by: string; at: Date },
): Promise<string> {
  const address = email === null ? null : (normaliseEmail(email) ?? null);
  const known = (await loadOutside(tx, organisation)).find(
    (one) =>
      folded(one.name) === folded(name) &&
      folded(one.body) === folded(body) &&
      (address === null || one.email === null || one.email.toLowerCase() === address),
  );
  const id = known?.id ?? newId();
  await saveOutsideContact(tx, {
    organisationId: organisation,
    id,
    name: known?.name ?? name,
    body: known?.body ?? body,
    phone: known?.phone ?? phone,
    email: known?.email ?? address,
  });
  await appendAudit(tx, {
    organisation,
    at,
    event: known ? "outside-contact-changed" : "outside-contact-added",
    by,
    subject: { kind: "outside_contact", id },
  });
  return id;
}

const folded = (words: string): string => foldName(words).join(" ");
