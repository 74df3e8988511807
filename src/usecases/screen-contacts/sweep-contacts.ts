/** The daily deletion (DESIGN decision 14). */
import { deleteContacts, forgetSeen } from "../../../db/queries/screening/sweep.ts";
import { background, sqlOf } from "../../../db/transaction.ts";
import type { Context } from "../context.ts";

const KEPT_DAYS = 30;
/** Rows in one transaction: short enough that nobody waits for it. */
const AT_ONCE = 5_000;

export type Swept = { readonly deleted: number; readonly forgotten: number };

/** Deletes clear and unchecked contacts and forgets identifiers of possible matches, both after 30 days. */
export function sweepContacts({ db, now }: Pick<Context, "db" | "now">) {
  return async (organisation: string): Promise<Swept> => {
    const before = new Date(now().getTime() - KEPT_DAYS * 86_400_000);
    const each = (step: typeof deleteContacts) =>
      untilDone(() =>
        background(db, organisation, async (tx) => await step(sqlOf(tx), organisation, { before, most: AT_ONCE })),
      );
    return { deleted: await each(deleteContacts), forgotten: await each(forgetSeen) };
  };
}

async function untilDone(step: () => Promise<number>): Promise<number> {
  let all = 0;
  for (;;) {
    const some = await step();
    all += some;
    if (some < AT_ONCE) return all;
  }
}
