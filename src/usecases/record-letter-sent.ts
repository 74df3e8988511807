import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { appendAudit } from "../../db/queries/audit.ts";
import { refreshCopies } from "../../db/queries/copies.ts";
import { cancelDue } from "../../db/queries/due.ts";
import { lockStep } from "../../db/queries/steps.ts";
import { alert, arrangement, ladderStep, letter } from "../../db/schema/index.ts";
import { interactive, type Tx } from "../../db/transaction.ts";
import type { Channel } from "../policy/vocabulary.ts";
import { localDate } from "../policy/working-time/dates.ts";
import type { Actor, Context } from "./context.ts";
import { tellReporter } from "./steps/advice-task.ts";

export type RecordLetterSent = {
  readonly actor: Actor;
  readonly letter: string;
  readonly how: Channel;
  /** ISO date. */
  readonly on: string;
};

export type LetterOutcome =
  | { readonly code: "recorded" }
  | { readonly code: "already-recorded"; readonly at: Date }
  | { readonly code: "in-the-future" }
  | { readonly code: "before-it-was-written" }
  | { readonly code: "not-yours" }
  | { readonly code: "unknown-target" };

/**
 * The customer has been written to: a warning counts from now on, and of a decision officers' cards no longer say that
 * the customer may not know.
 */
export function recordLetterSent({ db, now, chats }: Context) {
  return async ({ actor, letter: id, how, on }: RecordLetterSent): Promise<LetterOutcome> =>
    await interactive(db, actor.organisation, async (tx) => {
      const at = now();
      const mine = and(eq(letter.organisationId, actor.organisation), eq(letter.id, id));
      const [row] = await tx.select().from(letter).where(mine).for("update");
      if (!row) return { code: "unknown-target" };
      if (row.ownerId !== actor.officer && !actor.roles.includes("register_team")) return { code: "not-yours" };
      if (row.recordedAt) return { code: "already-recorded", at: row.recordedAt };
      if (on > localDate(at, actor.timeZone)) return { code: "in-the-future" };
      if (on < localDate(row.writtenAt, actor.timeZone)) return { code: "before-it-was-written" };

      await tx
        .update(letter)
        .set({ sentHow: how, sentOn: on, sentBy: actor.officer, recordedAt: at, version: row.version + 1 })
        .where(mine);
      if (row.stepId) await stepGiven(tx, row.stepId, { actor, how, on, at, chats });
      const [told] = row.arrangementId
        ? await tx
            .update(arrangement)
            .set({ toldAt: at })
            .where(
              and(
                eq(arrangement.organisationId, actor.organisation),
                eq(arrangement.id, row.arrangementId),
                isNull(arrangement.toldAt),
              ),
            )
            .returning({ id: arrangement.id, customer: arrangement.customerId })
        : [];
      await cancelDue(tx, actor.organisation, { subject: id, kinds: ["letter-unsent"], now: at });
      await appendAudit(tx, {
        organisation: actor.organisation,
        at,
        event: "letter-sent",
        by: actor.officer,
        subject: { kind: "letter", id },
        facts: { how },
      });
      const shown = told
        ? await tx
            .select({ id: alert.id })
            .from(alert)
            .where(
              and(
                eq(alert.organisationId, actor.organisation),
                eq(alert.customerId, told.customer),
                // Of this arrangement alone: cards of years would hold up the alerts behind them.
                sql`exists (select from restriction r where r.organisation_id = ${alert.organisationId}
                  and r.arrangement_id = ${told.id} and ${alert.decided} @> jsonb_build_array(jsonb_build_object('id', r.id)))`,
                // What these say the officer still goes by; the others are closed.
                or(
                  inArray(alert.state, ["open", "acknowledged"]),
                  and(eq(alert.state, "someone_else"), eq(alert.judgement, "same")),
                ),
              ),
            )
        : [];
      await refreshCopies(tx, actor.organisation, [id, ...shown.map((one) => one.id)]);
      return { code: "recorded" };
    });
}

type Sent = {
  readonly actor: Actor;
  readonly how: Channel;
  readonly on: string;
  readonly at: Date;
  readonly chats: Context["chats"];
};

/** The warning is given by its letter; the reporter is told. */
async function stepGiven(tx: Tx, id: string, { actor, how, on, at, chats }: Sent): Promise<void> {
  const row = await lockStep(tx, actor.organisation, id);
  if (!row) return;
  await tx
    .update(ladderStep)
    .set({ state: "given", how, givenOn: on, givenBy: actor.name, version: row.version + 1 })
    .where(and(eq(ladderStep.organisationId, actor.organisation), eq(ladderStep.id, id)));
  await appendAudit(tx, {
    organisation: actor.organisation,
    at,
    event: `${row.kind}-given`,
    by: actor.officer,
    subject: { kind: "step", id },
    facts: { how },
  });
  await tellReporter(tx, row, { at, chats });
}
