/** What every card loader is given: the copy, the organisation, its staff. */

import { loadDelegations } from "../../../db/queries/delegations.ts";
import type { TakenCopy } from "../../../db/queries/deliveries.ts";
import { loadOutside, type Names, namesOf } from "../../../db/queries/names.ts";
import { loadOrganisation, type Organisation } from "../../../db/queries/organisation.ts";
import { loadStaff, type StaffMember } from "../../../db/queries/staff.ts";
import type { Tx } from "../../../db/transaction.ts";
import { staffOn } from "../../policy/staff/delegation.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Context } from "../context.ts";

export type Scene<Copy = TakenCopy> = Names & {
  readonly copy: Copy;
  readonly organisation: Organisation;
  readonly staff: readonly StaffMember[];
  /** An instant as cards print it. */
  readonly moment: (at: Date) => { readonly at: Date; readonly timeZone: string };
};

export async function loadScene<Copy extends Pick<TakenCopy, "organisationId">>(
  tx: Tx,
  copy: Copy,
  { now, chats }: { readonly now: Date; readonly chats: Context["chats"] },
): Promise<Scene<Copy>> {
  const [organisation, listed, delegations, outside] = await Promise.all([
    loadOrganisation(tx, copy.organisationId),
    loadStaff(tx, copy.organisationId, chats),
    loadDelegations(tx, copy.organisationId),
    loadOutside(tx, copy.organisationId),
  ]);
  const staff = staffOn(listed, delegations, localDate(now, organisation.timeZone));
  return {
    copy,
    organisation,
    staff,
    ...namesOf(staff, outside),
    moment: (at) => ({ at, timeZone: organisation.timeZone }),
  };
}
