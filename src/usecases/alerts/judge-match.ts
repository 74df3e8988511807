/** "Same person", "Not the same person": the register team says whose contact it was, and that is remembered. */
import { and, eq, inArray, sql } from "drizzle-orm";
import { type AlertRow, lockSharedCard } from "../../../db/queries/alerts.ts";
import { appendAudit } from "../../../db/queries/audit.ts";
import { refreshCopies } from "../../../db/queries/copies.ts";
import { hasRemembered } from "../../../db/queries/not-same.ts";
import { forgetSeenOf, rememberNotSame } from "../../../db/queries/screening/judged.ts";
import { loadStaff } from "../../../db/queries/staff.ts";
import { alert } from "../../../db/schema/index.ts";
import { interactive, sqlOf, type Tx } from "../../../db/transaction.ts";
import { NOT_THE_SAME_DAYS } from "../../matching/not-the-same.ts";
import type { Actor, Context } from "../context.ts";

export type JudgeOutcome =
  /** `remembered`: what was given was still kept, so that the same is not asked about again. */
  | { readonly code: "done"; readonly ref: string; readonly remembered: boolean }
  | { readonly code: "already-answered"; readonly by: string; readonly at: Date }
  /** A later contact says who it is: the card they pressed on is from before it. */
  | { readonly code: "not-asked" }
  | { readonly code: "not-yours" }
  | { readonly code: "unknown-target" };

/** Whether it is the register team's to say who it was: of a possible match, and when an officer says that it is someone else. */
export function asksWho({ outcome, state, judgement }: Pick<AlertRow, "outcome" | "state" | "judgement">): boolean {
  return judgement === null && (outcome === "possible_match" || state === "someone_else");
}

/** Records the register team's judgement, of all that stand in the alert's card; the first one counts. */
export function judgeMatch({ db, now, chats }: Context) {
  return async ({ actor, alert: id, same }: { actor: Actor; alert: string; same: boolean }): Promise<JudgeOutcome> =>
    await interactive(db, actor.organisation, async (tx) => {
      if (!actor.roles.includes("register_team")) return { code: "not-yours" };
      const card = await lockSharedCard(tx, { organisation: actor.organisation, id });
      if (!card) return { code: "unknown-target" };
      const row = card.head;
      if (row.judgement && row.judgedAt) {
        const staff = await loadStaff(tx, actor.organisation, chats);
        return {
          code: "already-answered",
          by: staff.find((officer) => officer.id === row.judgedBy)?.name ?? "",
          at: row.judgedAt,
        };
      }
      if (!asksWho(row)) return { code: "not-asked" };
      const at = now();
      const ids = card.all.map((one) => one.id);
      await tx
        .update(alert)
        .set({
          judgement: same ? "same" : "not_same",
          judgedBy: actor.officer,
          judgedAt: at,
          version: sql`${alert.version} + 1`,
        })
        .where(and(eq(alert.organisationId, actor.organisation), inArray(alert.id, ids)));
      await keep(tx, { actor, alert: row.id, alerts: ids, same, at });
      await appendAudit(
        tx,
        ...ids.map((one) => ({
          organisation: actor.organisation,
          at,
          event: same ? "match-same" : "match-not-same",
          by: actor.officer,
          subject: { kind: "alert", id: one },
        })),
      );
      await refreshCopies(tx, actor.organisation, [row.id]);
      return { code: "done", ref: row.ref, remembered: await hasRemembered(tx, row) };
    });
}

/** What was seen is kept until it is judged and no longer (DESIGN decision 14); who it is not is remembered instead. */
async function keep(
  tx: Tx,
  {
    actor,
    alert,
    alerts,
    same,
    at,
  }: { actor: Actor; alert: string; alerts: readonly string[]; same: boolean; at: Date },
): Promise<void> {
  const until = new Date(at.getTime() + NOT_THE_SAME_DAYS * 86_400_000);
  if (!same) await rememberNotSame(sqlOf(tx), actor.organisation, { alert, alerts, by: actor.officer, at, until });
  await forgetSeenOf(sqlOf(tx), actor.organisation, alerts);
}
