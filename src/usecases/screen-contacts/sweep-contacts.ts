/** The daily deletion (DESIGN decision 14). */
import { deleteContacts, forgetSeen, type Taken } from "../../../db/queries/screening/sweep.ts";
import { background, sqlOf } from "../../../db/transaction.ts";
import type { Context } from "../context.ts";

const KEPT_DAYS = 30;
/**
 * Rows in one transaction: short enough that nobody waits for it. What is deleted lies together, as it was received; a row
 * that is changed is written anew in every index, each time in another place.
 */
const DELETED_AT_ONCE = 5_000;
const FORGOTTEN_AT_ONCE = 500;

export type Swept = { readonly deleted: number; readonly forgotten: number };

/** Deletes clear and unchecked contacts and forgets what was given by others and not judged, both after 30 days. */
export function sweepContacts({ db, now }: Pick<Context, "db" | "now">) {
  return async (organisation: string): Promise<Swept> => {
    const before = new Date(now().getTime() - KEPT_DAYS * 86_400_000);
    const each = (step: typeof deleteContacts, most: number) =>
      untilDone(most, (from) =>
        background(db, organisation, async (tx) => await step(sqlOf(tx), organisation, { from, before, most })),
      );
    return {
      deleted: await each(deleteContacts, DELETED_AT_ONCE),
      forgotten: await each(forgetSeen, FORGOTTEN_AT_ONCE),
    };
  };
}

/** Each batch begins where the last one ended: from the beginning it would pass everything that was just deleted. */
async function untilDone(most: number, step: (from: Date) => Promise<Taken>): Promise<number> {
  let all = 0;
  let from = new Date(0);
  for (;;) {
    const { count, last } = await step(from);
    all += count;
    if (count < most || last === null) return all;
    from = last;
  }
}
