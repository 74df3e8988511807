/** What every card loader is given: the copy, and the organisation around it. */

import type { TakenCopy } from "../../../db/queries/deliveries.ts";
import type { Tx } from "../../../db/transaction.ts";
import type { Context } from "../context.ts";
import { loadOffice, type Office } from "../office.ts";

export type Scene<Copy = TakenCopy> = Office & {
  readonly copy: Copy;
  /** An instant as cards print it. */
  readonly moment: (at: Date) => { readonly at: Date; readonly timeZone: string };
};

export async function loadScene<Copy extends Pick<TakenCopy, "organisationId">>(
  tx: Tx,
  copy: Copy,
  when: { readonly now: Date; readonly chats: Context["chats"] },
): Promise<Scene<Copy>> {
  const office = await loadOffice(tx, copy.organisationId, when);
  return { ...office, copy, moment: (at) => ({ at, timeZone: office.organisation.timeZone }) };
}
