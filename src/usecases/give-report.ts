/** A report goes to senior staff: the pack gives a rung of the ladder to them (CASEWORK section 1). */
import { and, eq } from "drizzle-orm";
import { appendAudit } from "../../db/queries/audit.ts";
import { addCopies, refreshCopies } from "../../db/queries/copies.ts";
import { addDue } from "../../db/queries/due.ts";
import { nextTriageRound } from "../../db/queries/triage-copies.ts";
import { incident } from "../../db/schema/index.ts";
import { interactive, type Tx } from "../../db/transaction.ts";
import { asDecider } from "../policy/approval/may-decide.ts";
import { seniorWithIt } from "../policy/ladder/open-to.ts";
import { nearestSenior } from "../policy/ladder/senior-staff.ts";
import type { Actor, Context } from "./context.ts";
import { packOf } from "./pack-of.ts";
import { aboutReport } from "./steps/prepare-step.ts";
import { lockIncident, refuseTriage, staffToday, type TriageRefusal } from "./triage.ts";
import { triageDueAt } from "./triage-due.ts";

export type GiveReport = { readonly actor: Actor; readonly incident: string };

export type GiveOutcome =
  | { readonly code: "given"; readonly ref: string; readonly to: string }
  /** A senior has it already: whoever gives it, or who holds it, by name. */
  | { readonly code: "with-senior"; readonly ref: string; readonly by: string }
  /** Nobody of senior staff to whom the pack gives a rung can be reached and had no part in what happened. */
  | { readonly code: "no-senior" }
  | TriageRefusal;

/**
 * The nearest senior has it in hand and gets its card, and the register team hears of it after one more working day. A
 * service manager of its service may still deal with it.
 */
export function giveReport({ db, now, chats }: Context) {
  return async ({ actor, incident: id }: GiveReport): Promise<GiveOutcome> =>
    await interactive(db, actor.organisation, async (tx) => {
      const at = now();
      const row = await lockIncident(tx, actor.organisation, id);
      const staff = await staffToday(tx, actor, { now, chats });
      const refusal = refuseTriage({ actor, row, staff });
      const giver = staff.find((officer) => officer.id === actor.officer);
      if (!row || !giver || refusal) return refusal ?? { code: "unknown-target" };

      const pack = await packOf(tx, actor.organisation, actor);
      const about = aboutReport(row);
      const senior = seniorWithIt(asDecider(giver, staff), { about, pack, staff });
      if (senior) return { code: "with-senior", ref: row.ref, by: senior.name };
      const to = nearestSenior(staff, { by: actor.officer, metBy: about.metBy, pack });
      if (!to) return { code: "no-senior" };

      await hand(tx, actor, { id, to: to.id, at });
      await addDue(tx, actor.organisation, [
        { kind: "triage-waiting", subject: id, at: await triageDueAt(tx, actor, at) },
      ]);
      // They may have had its card before, as whoever stood in or the senior before last.
      const round = await nextTriageRound(tx, actor.organisation, id);
      await addCopies(tx, { organisation: actor.organisation, chats, now: at }, [
        { kind: "triage", subject: id, officer: to.id, round },
      ]);
      // The receipt says who looks at it; the card of whoever gave it, with whom it is.
      await refreshCopies(tx, actor.organisation, [id]);
      return { code: "given", ref: row.ref, to: to.name };
    });
}

async function hand(tx: Tx, actor: Actor, { id, to, at }: { id: string; to: string; at: Date }): Promise<void> {
  await tx
    .update(incident)
    .set({ triageOfficerId: to })
    .where(and(eq(incident.organisationId, actor.organisation), eq(incident.id, id)));
  await appendAudit(tx, {
    organisation: actor.organisation,
    at,
    event: "incident-given",
    by: actor.officer,
    subject: { kind: "incident", id },
    facts: { to },
  });
}
