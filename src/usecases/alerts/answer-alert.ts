/** What an officer does with their alert: acknowledge, "It is someone else", "It was allowed". */
import { and, eq, inArray, sql } from "drizzle-orm";
import { type AlertRow, lockSharedCard, type SharedCard } from "../../../db/queries/alerts.ts";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies, refreshCopies } from "../../../db/queries/copies.ts";
import { cancelDue } from "../../../db/queries/due.ts";
import { loadStaff } from "../../../db/queries/staff.ts";
import { alert, alertRecipient } from "../../../db/schema/index.ts";
import { interactive, type Tx } from "../../../db/transaction.ts";
import type { Actor, Context } from "../context.ts";

export type AlertAnswer = "acknowledged" | "someone_else" | "allowed";

export type AnswerAlert = {
  readonly actor: Actor;
  readonly alert: string;
  readonly answer: AlertAnswer;
  readonly reason: string | null;
};

export type AnswerOutcome =
  | { readonly code: "done"; readonly ref: string }
  | { readonly code: "already-answered"; readonly by: string; readonly at: Date }
  | { readonly code: "not-yours" }
  | { readonly code: "unknown-target" };

/**
 * Answers an alert, and all that stand in its card. An acknowledged alert may still turn out to be somebody else or allowed; those two are final.
 * "It is someone else" asks the register team whose contact it was.
 */
export function answerAlert({ db, now, chats }: Context) {
  return async (command: AnswerAlert): Promise<AnswerOutcome> =>
    await interactive(db, command.actor.organisation, async (tx) => {
      const at = now();
      const card = await lockSharedCard(tx, { organisation: command.actor.organisation, id: command.alert });
      if (!card) return { code: "unknown-target" };
      const row = card.head;
      if (!(await wasTold(tx, row, command.actor))) return { code: "not-yours" };
      if (!mayStillAnswer(row, command.answer)) return await alreadyAnswered(tx, row, chats);

      await save(tx, card, { command, at });
      if (command.answer === "someone_else")
        await addCopies(tx, { organisation: row.organisationId, chats, now: at }, [
          { kind: "someone-else", subject: row.id, officer: "register-team" },
        ]);
      await refreshCopies(tx, row.organisationId, [row.id]);
      return { code: "done", ref: row.ref };
    });
}

async function wasTold(tx: Tx, row: AlertRow, actor: Actor): Promise<boolean> {
  const told = await tx
    .select({ officer: alertRecipient.officerId })
    .from(alertRecipient)
    .where(
      and(
        eq(alertRecipient.organisationId, row.organisationId),
        eq(alertRecipient.alertId, row.id),
        eq(alertRecipient.officerId, actor.officer),
      ),
    );
  return told.length > 0;
}

function mayStillAnswer({ state }: AlertRow, answer: AlertAnswer): boolean {
  return state === "open" || (state === "acknowledged" && answer !== "acknowledged");
}

async function save(
  tx: Tx,
  { head: row, all }: SharedCard,
  { command, at }: { command: AnswerAlert; at: Date },
): Promise<void> {
  const { actor, answer, reason } = command;
  const ids = all.map(({ id }) => id);
  await tx
    .update(alert)
    .set({
      state: answer,
      stateBy: actor.officer,
      stateAt: at,
      stateReason: reason,
      version: sql`${alert.version} + 1`,
    })
    .where(and(eq(alert.organisationId, row.organisationId), inArray(alert.id, ids)));
  await cancelDue(tx, row.organisationId, { subject: row.id, kinds: ["alert-unacknowledged"], now: at });
  await appendAudit(
    tx,
    ...ids.map((id) => ({
      organisation: row.organisationId,
      at,
      event: `alert-${answer.replace("_", "-")}`,
      by: actor.officer,
      subject: { kind: "alert", id },
    })),
  );
}

async function alreadyAnswered(tx: Tx, row: AlertRow, chats: Context["chats"]): Promise<AnswerOutcome> {
  const staff = await loadStaff(tx, row.organisationId, chats);
  return {
    code: "already-answered",
    by: staff.find(({ id }) => id === row.stateBy)?.name ?? "",
    at: row.stateAt ?? row.raisedAt,
  };
}
