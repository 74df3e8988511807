/** An organisation as it is at an instant: itself, its staff on that day, and what everybody is called. */
import { loadDelegations } from "../../db/queries/delegations.ts";
import { loadOutside, type Names, namesOf, type OutsideContact } from "../../db/queries/names.ts";
import { loadOrganisation, type Organisation } from "../../db/queries/organisation.ts";
import { loadStaff, type StaffMember } from "../../db/queries/staff.ts";
import type { Tx } from "../../db/transaction.ts";
import { staffOn } from "../policy/staff/delegation.ts";
import { localDate } from "../policy/working-time/dates.ts";
import type { Context } from "./context.ts";

export type Office = Names & {
  readonly organisation: Organisation;
  /** Whoever has a delegation is away, and the delegate is their deputy. */
  readonly staff: readonly StaffMember[];
  readonly outside: readonly OutsideContact[];
};

/**
 * Sent together: somebody waits for it, and each round trip costs as much as what it asks for. Each is one statement: a
 * second one would be sent after ROLLBACK when another of them fails.
 */
export async function loadOffice(
  tx: Tx,
  id: string,
  { now, chats }: { readonly now: Date; readonly chats: Context["chats"] },
): Promise<Office> {
  const [organisation, listed, delegations, outside] = await Promise.all([
    loadOrganisation(tx, id),
    loadStaff(tx, id, chats),
    loadDelegations(tx, id),
    loadOutside(tx, id),
  ]);
  const staff = staffOn(listed, delegations, localDate(now, organisation.timeZone));
  return { organisation, staff, outside, ...namesOf(staff, outside) };
}
