import { eq } from "drizzle-orm";
import { holiday, organisation } from "../schema/index.ts";
import type { Tx } from "../transaction.ts";

/** The organisation of this transaction, with its own added holidays as ISO dates. */
export async function loadOrganisation(tx: Tx, id: string) {
  const [[row], days] = await Promise.all([
    tx.select().from(organisation).where(eq(organisation.id, id)),
    tx.select({ day: holiday.day }).from(holiday).where(eq(holiday.organisationId, id)),
  ]);
  if (!row) throw new Error("the organisation of this transaction does not exist");
  return { ...row, holidays: days.map(({ day }) => day) };
}

export type Organisation = Awaited<ReturnType<typeof loadOrganisation>>;
