/** What has fallen due by the product's clock, done one by one (DESIGN decision 3). */
import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { due } from "../../db/schema/index.ts";
import { background } from "../../db/transaction.ts";
import type { Context } from "./context.ts";
import { alertUnacknowledged } from "./due/alert-unacknowledged.ts";
import { arrangementEnd, letterUnsent } from "./due/arrangement-end.ts";
import type { DueHandler, DueRow } from "./due/due-handler.ts";
import { proposalEscalate, proposalExpire, proposalRemind } from "./due/open-proposal.ts";
import { safetyUnacknowledged } from "./due/safety-unacknowledged.ts";
import { sweepContacts } from "./screen-contacts/sweep-contacts.ts";

const HANDLERS: Readonly<Record<DueRow["kind"], DueHandler>> = {
  "safety-unacknowledged": safetyUnacknowledged,
  "alert-unacknowledged": alertUnacknowledged,
  "proposal-remind": proposalRemind,
  "proposal-escalate": proposalEscalate,
  "proposal-expire": proposalExpire,
  "arrangement-end": arrangementEnd,
  "letter-unsent": letterUnsent,
};

/**
 * Does everything that is due in every organisation, the oldest first. Two processes may sweep at once: each entry is
 * taken by one of them. @returns how many entries were done
 */
export function sweep(context: Context) {
  return async (): Promise<number> => {
    const now = context.now();
    const rows = await context.db
      .sql`select organisation_id from app.due_organisations(${now.toISOString()}::timestamptz)`;
    let done = 0;
    for (const { organisation_id: organisation } of rows)
      while (await takeOne(context, String(organisation), now)) done += 1;
    return done;
  };
}

async function takeOne(context: Context, organisation: string, now: Date): Promise<boolean> {
  return await background(context.db, organisation, async (tx) => {
    const [row] = await tx
      .select()
      .from(due)
      .where(and(eq(due.organisationId, organisation), isNull(due.doneAt), lte(due.dueAt, now)))
      .orderBy(asc(due.dueAt), asc(due.id))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!row) return false;
    await HANDLERS[row.kind](tx, row, { ...context, at: now });
    await tx
      .update(due)
      .set({ doneAt: now })
      .where(and(eq(due.organisationId, organisation), eq(due.id, row.id)));
    return true;
  });
}

/** Deletes what may no longer be kept, in every organisation. */
export function sweepOldContacts(context: Context) {
  return async (): Promise<void> => {
    const rows = await context.db.sql`select id from app.organisations()`;
    for (const { id } of rows) await sweepContacts(context)(String(id));
  };
}
