import { and, eq } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import { refreshCopies } from "../../../db/queries/copies.ts";
import { findDelegation } from "../../../db/queries/delegations.ts";
import { addStaffChange } from "../../../db/queries/due.ts";
import { refreshTriageCopies } from "../../../db/queries/triage-copies.ts";
import { delegation } from "../../../db/schema/index.ts";
import { interactive } from "../../../db/transaction.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Actor, Context } from "../context.ts";
import { mayDelegate } from "./make-delegation.ts";

export type EndOutcome =
  | { readonly code: "ended" }
  /** Somebody ended it before, or its last day is past. */
  | { readonly code: "over-already" }
  | { readonly code: "not-entitled" }
  | { readonly code: "unknown-target" };

/** Whoever was to be away decides for themselves again, from this moment. What the delegate decided stands. */
export function endDelegation({ db, now }: Pick<Context, "db" | "now">) {
  return async ({ actor, delegation: id }: { actor: Actor; delegation: string }): Promise<EndOutcome> =>
    await interactive(db, actor.organisation, async (tx) => {
      const at = now();
      const row = await findDelegation(tx, actor.organisation, { id, lock: true });
      if (!row) return { code: "unknown-target" };
      if (!mayDelegate(actor, row.officerId)) return { code: "not-entitled" };
      if (row.endedAt || row.endsOn < localDate(at, actor.timeZone)) return { code: "over-already" };

      await tx
        .update(delegation)
        .set({ endedAt: at })
        .where(and(eq(delegation.organisationId, actor.organisation), eq(delegation.id, id)));
      await addStaffChange(tx, actor.organisation, at);
      await appendAudit(tx, {
        organisation: actor.organisation,
        at,
        event: "delegation-ended",
        by: actor.officer,
        subject: { kind: "officer", id: row.officerId },
        facts: { delegation: id },
      });
      await refreshCopies(tx, actor.organisation, [id]);
      await refreshTriageCopies(tx, actor.organisation, [row.officerId, row.delegateId]);
      return { code: "ended" };
    });
}
