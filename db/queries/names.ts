/** What people are called, by whatever a restriction names them with. */
import { eq, getTableColumns } from "drizzle-orm";
import { prepared } from "../prepared.ts";
import { outsideContact } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";
import type { StaffMember } from "./staff.ts";

export type Names = {
  /** One that is no longer known is called "a colleague": a card never shows a raw id. */
  readonly nameOf: (id: string) => string;
  /**
   * The same, with phone and email of a contact outside the staff, as recorded: "Kit Lowe (Northmoor Care), phone 01632
   * 960111 or email kit@care.example". For dialogs and letters; never posted.
   */
  readonly reachOf: (id: string) => string;
  readonly knows: (id: string) => boolean;
};

/** Names of officers (by id or work e-mail) and of contacts outside the staff (by id or e-mail). */
export async function loadNames(tx: Tx, organisation: string, staff: readonly StaffMember[]): Promise<Names> {
  return namesOf(staff, await loadOutside(tx, organisation));
}

export type OutsideContact = typeof outsideContact.$inferSelect;

const allOutside = prepared(getTableColumns(outsideContact), ["organisation"], (select, { organisation }) =>
  select.from(outsideContact).where(eq(outsideContact.organisationId, organisation)),
);

/** The contacts outside the staff. */
export async function loadOutside(tx: Tx, organisation: string): Promise<readonly OutsideContact[]> {
  return await allOutside(tx, { organisation });
}

/** The same names from people who are loaded already. */
export function namesOf(staff: readonly StaffMember[], outside: readonly OutsideContact[]): Names {
  const known = new Map<string, Known>();
  for (const { id, email, name } of staff) known.set(id, { name, reach: "" }).set(email, { name, reach: "" });
  for (const contact of outside) {
    const person = { name: `${contact.name} (${contact.body})`, reach: reachWords(contact) };
    known.set(contact.id, person);
    if (contact.email) known.set(contact.email.toLowerCase(), person);
  }
  const find = (id: string) => known.get(id) ?? known.get(id.toLowerCase()) ?? NOBODY_KNOWN;
  return {
    nameOf: (id) => find(id).name,
    reachOf: (id) => `${find(id).name}${find(id).reach}`,
    knows: (id) => find(id) !== NOBODY_KNOWN,
  };
}

type Known = { readonly name: string; readonly reach: string };

const NOBODY_KNOWN: Known = { name: "a colleague", reach: "" };

function reachWords({ phone, email }: OutsideContact): string {
  const ways = [...(phone ? [`phone ${phone}`] : []), ...(email ? [`email ${email}`] : [])];
  return ways.length === 0 ? "" : `, ${ways.join(" or ")}`;
}
