import { and, eq, isNull } from "drizzle-orm";
import { appendAudit } from "../../db/queries/audit.ts";
import { refreshCopies } from "../../db/queries/copies.ts";
import { cancelDue } from "../../db/queries/due.ts";
import { loadStaff } from "../../db/queries/staff.ts";
import { safetyAlert } from "../../db/schema/index.ts";
import { interactive } from "../../db/transaction.ts";
import type { Actor, Context } from "./context.ts";

export type SafetyOutcome =
  | { readonly code: "done" }
  | { readonly code: "unknown-target" }
  | { readonly code: "not-yours" }
  | { readonly code: "already-acknowledged"; readonly by: string; readonly at: Date };

/** Somebody who was asked, or anybody of the register team, has the threat in hand; nobody else is asked then. */
export function acknowledgeSafetyAlert({ db, now, chats }: Context) {
  return async ({ actor, alert: id }: { actor: Actor; alert: string }): Promise<SafetyOutcome> =>
    await interactive(db, actor.organisation, async (tx) => {
      const at = now();
      const mine = and(eq(safetyAlert.organisationId, actor.organisation), eq(safetyAlert.id, id));
      const [row] = await tx.select().from(safetyAlert).where(mine);
      if (!row) return { code: "unknown-target" };
      if (!row.asked.includes(actor.officer) && !actor.roles.includes("register_team")) return { code: "not-yours" };

      const [won] = await tx
        .update(safetyAlert)
        .set({ acknowledgedBy: actor.officer, acknowledgedAt: at, version: row.version + 1 })
        .where(and(mine, isNull(safetyAlert.acknowledgedAt)))
        .returning();
      if (!won) return await alreadyAcknowledged();

      await cancelDue(tx, actor.organisation, { subject: id, kinds: ["safety-unacknowledged"], now: at });
      await appendAudit(tx, {
        organisation: actor.organisation,
        at,
        event: "safety-alert-acknowledged",
        by: actor.officer,
        subject: { kind: "safety-alert", id },
      });
      await refreshCopies(tx, actor.organisation, [id]);
      return { code: "done" };

      async function alreadyAcknowledged(): Promise<SafetyOutcome> {
        const [now] = await tx.select().from(safetyAlert).where(mine);
        const staff = await loadStaff(tx, actor.organisation, chats);
        const by = staff.find(({ id: officer }) => officer === now?.acknowledgedBy)?.name ?? "";
        return { code: "already-acknowledged", by, at: now?.acknowledgedAt ?? at };
      }
    });
}
