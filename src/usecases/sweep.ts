/** What has fallen due by the product's clock, done one by one (DESIGN decision 3). */
import { and, asc, eq, isNull, lte, notInArray } from "drizzle-orm";
import { deleteEndedNotSame } from "../../db/queries/not-same.ts";
import { due } from "../../db/schema/index.ts";
import { background } from "../../db/transaction.ts";
import type { Context } from "./context.ts";
import { requeueStuck } from "./delivery/requeue-stuck.ts";
import { adviceWaiting } from "./due/advice-waiting.ts";
import { alertUnacknowledged } from "./due/alert-unacknowledged.ts";
import { arrangementEnd, letterUnsent } from "./due/arrangement-end.ts";
import type { DueHandler, DueRow } from "./due/due-handler.ts";
import { nobodyAnswers } from "./due/nobody-answers.ts";
import { proposalEscalate, proposalExpire, proposalRemind } from "./due/open-proposal.ts";
import { safetyUnacknowledged } from "./due/safety-unacknowledged.ts";
import { socialWorkWaiting } from "./due/social-work-waiting.ts";
import { staffChange } from "./due/staff-change.ts";
import { triageWaiting } from "./due/triage-waiting.ts";
import { sweepContacts } from "./screen-contacts/sweep-contacts.ts";

const HANDLERS: Readonly<Record<DueRow["kind"], DueHandler>> = {
  "safety-unacknowledged": safetyUnacknowledged,
  "alert-unacknowledged": alertUnacknowledged,
  "proposal-remind": proposalRemind,
  "proposal-escalate": proposalEscalate,
  "proposal-expire": proposalExpire,
  "staff-change": staffChange,
  "arrangement-end": arrangementEnd,
  "letter-unsent": letterUnsent,
  "triage-waiting": triageWaiting,
  "advice-waiting": adviceWaiting,
  "social-work-waiting": socialWorkWaiting,
  "nobody-answers": nobodyAnswers,
};

/**
 * Does everything that is due in every organisation, the oldest first. Two processes may sweep at once: each entry is
 * taken by one of them. One that fails holds nothing else up, and is tried again by the next sweep. Once a minute cards
 * that are stuck are enqueued again.
 * @returns how many entries were done
 * @throws the first failure, when everything else is done
 */
export function sweep(context: Context) {
  const unstick = requeueStuck(context);
  return async (): Promise<number> => {
    const now = context.now();
    const rows = await context.db
      .sql`select organisation_id from app.due_organisations(${now.toISOString()}::timestamptz)`;
    const swept = { done: 0, failures: [] as unknown[] };
    await unstick().catch((error: unknown) => swept.failures.push(error));
    for (const { organisation_id: organisation } of rows) {
      const { done, failures } = await sweepOne(context, String(organisation), now);
      swept.done += done;
      swept.failures.push(...failures);
    }
    if (swept.failures.length > 0) throw swept.failures[0];
    return swept.done;
  };
}

async function sweepOne(context: Context, organisation: string, now: Date) {
  const failed = new Map<number, unknown>();
  let done = 0;
  for (;;) {
    const taken = await takeOne(context, organisation, { now, passedOver: [...failed.keys()] });
    if (taken.code === "nothing-left") return { done, failures: [...failed.values()] };
    if (taken.code === "failed") failed.set(taken.id, taken.error);
    else done += 1;
  }
}

type Taken =
  | { readonly code: "nothing-left" }
  | { readonly code: "done" }
  | { readonly code: "failed"; readonly id: number; readonly error: unknown };

async function takeOne(
  context: Context,
  organisation: string,
  { now, passedOver }: { now: Date; passedOver: readonly number[] },
): Promise<Taken> {
  const taken: { id?: number } = {};
  try {
    return await background(context.db, organisation, async (tx) => {
      const [row] = await tx
        .select()
        .from(due)
        .where(
          and(
            eq(due.organisationId, organisation),
            isNull(due.doneAt),
            lte(due.dueAt, now),
            notInArray(due.id, [...passedOver]),
          ),
        )
        .orderBy(asc(due.dueAt), asc(due.id))
        .limit(1)
        .for("update", { skipLocked: true });
      if (!row) return { code: "nothing-left" };
      taken.id = row.id;
      await HANDLERS[row.kind](tx, row, { ...context, at: now });
      await tx
        .update(due)
        .set({ doneAt: now })
        .where(and(eq(due.organisationId, organisation), eq(due.id, row.id)));
      return { code: "done" };
    });
  } catch (error) {
    // Without an entry in hand it is the database that failed, not an entry.
    if (taken.id === undefined) throw error;
    return { code: "failed", id: taken.id, error };
  }
}

/** Deletes what may no longer be kept, in every organisation. */
export function sweepOldContacts(context: Context) {
  return async (): Promise<void> => {
    const rows = await context.db.sql`select id from app.organisations()`;
    for (const { id } of rows) {
      const organisation = String(id);
      await sweepContacts(context)(organisation);
      await background(context.db, organisation, (tx) => deleteEndedNotSame(tx, organisation, context.now()));
    }
  };
}
