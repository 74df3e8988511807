/** What people are called, by whatever a restriction names them with. */
import { eq } from "drizzle-orm";
import { outsideContact } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";
import type { StaffMember } from "./staff.ts";

export type Names = {
  /** One that is no longer known is called "a colleague": a card never shows a raw id. */
  readonly nameOf: (id: string) => string;
  readonly knows: (id: string) => boolean;
};

/** Names of officers (by id or work e-mail) and of contacts outside the staff (by id or e-mail). */
export async function loadNames(tx: Tx, organisation: string, staff: readonly StaffMember[]): Promise<Names> {
  return namesOf(staff, await loadOutside(tx, organisation));
}

export type OutsideContact = typeof outsideContact.$inferSelect;

/** The contacts outside the staff. */
export async function loadOutside(tx: Tx, organisation: string): Promise<readonly OutsideContact[]> {
  return await tx.select().from(outsideContact).where(eq(outsideContact.organisationId, organisation));
}

/** The same names from people who are loaded already. */
export function namesOf(staff: readonly StaffMember[], outside: readonly OutsideContact[]): Names {
  const names = new Map<string, string>();
  for (const { id, email, name } of staff) names.set(id, name).set(email, name);
  for (const { id, email, name, body } of outside) {
    names.set(id, `${name} (${body})`);
    if (email) names.set(email.toLowerCase(), `${name} (${body})`);
  }
  const find = (id: string) => names.get(id) ?? names.get(id.toLowerCase());
  return { nameOf: (id) => find(id) ?? "a colleague", knows: (id) => find(id) !== undefined };
}
