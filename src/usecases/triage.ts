/** The service manager looks at a report: nothing further, or a proposal (which starts in start-proposal.ts). */
import { and, eq } from "drizzle-orm";
import { appendAudit } from "../../db/queries/audit.ts";
import { addCopies, refreshCopies } from "../../db/queries/copies.ts";
import { lockProposalsResting } from "../../db/queries/proposal-reports.ts";
import { loadStaffOn, type StaffMember } from "../../db/queries/staff.ts";
import { refreshTriageOf } from "../../db/queries/triage-copies.ts";
import { incident } from "../../db/schema/index.ts";
import { interactive, type Tx } from "../../db/transaction.ts";
import { asDecider } from "../policy/approval/may-decide.ts";
import { mayTriage } from "../policy/staff/may-triage.ts";
import { localDate } from "../policy/working-time/dates.ts";
import type { Actor, Context } from "./context.ts";
import { lookAgain } from "./decide/look-again.ts";

export type TriageRefusal =
  | { readonly code: "unknown-target" }
  | { readonly code: "not-yours" }
  | {
      readonly code: "already-triaged";
      readonly by: string;
      readonly at: Date;
      readonly state: Exclude<IncidentRow["state"], "awaiting_triage">;
    };

export type PreparedTriage = { readonly code: "ready"; readonly ref: string } | TriageRefusal;

export type NoFurtherAction = { readonly actor: Actor; readonly incident: string; readonly reason: string };
export type TriageOutcome =
  | { readonly code: "done"; readonly ref: string }
  | TriageRefusal
  | { readonly code: "reason-missing" };

/** The reporter's receipt is round 1; what became of the report is a new message, so that they see it. */
export const NEWS = 2;

/** Whether this officer may close the report now: for the form that asks why. */
export function prepareTriage({ db, now, chats }: Context) {
  return async ({ actor, incident: id }: { actor: Actor; incident: string }): Promise<PreparedTriage> =>
    await interactive(db, actor.organisation, async (tx) => {
      const row = await lockIncident(tx, actor.organisation, id);
      const refusal = refuseTriage({ actor, row, staff: await staffToday(tx, actor, { now, chats }) });
      return row && !refusal ? { code: "ready", ref: row.ref } : (refusal ?? { code: "unknown-target" });
    });
}

/** Closes a report without more, with a reason that the reporter hears. */
export function noFurtherAction({ db, now, chats }: Context) {
  return async ({ actor, incident: id, reason }: NoFurtherAction): Promise<TriageOutcome> =>
    await interactive(db, actor.organisation, async (tx) => {
      // The proposals before the report, as sending goes: one that rests on it is approved before this, or looked at again.
      const resting = await lockProposalsResting(tx, actor.organisation, id);
      const row = await lockIncident(tx, actor.organisation, id);
      const refusal = refuseTriage({ actor, row, staff: await staffToday(tx, actor, { now, chats }) });
      if (!row || refusal) return refusal ?? { code: "unknown-target" };
      if (!reason) return { code: "reason-missing" };

      const at = now();
      await tx
        .update(incident)
        .set({
          state: "no_further_action",
          triagedBy: actor.officer,
          triagedAt: at,
          triageReason: reason,
          version: row.version + 1,
        })
        .where(and(eq(incident.organisationId, actor.organisation), eq(incident.id, id)));
      await appendAudit(tx, {
        organisation: actor.organisation,
        at,
        event: "incident-closed",
        by: actor.officer,
        subject: { kind: "incident", id },
      });
      await addCopies(tx, { organisation: actor.organisation, chats, now: at }, [
        { kind: "report-receipt", subject: id, officer: row.reporterId, round: NEWS },
      ]);
      await refreshCopies(tx, actor.organisation, [id]);
      await refreshTriageOf(tx, actor.organisation, row.customerId);
      await lookAgain(tx, resting, { at, chats });
      return { code: "done", ref: row.ref };
    });
}

export type IncidentRow = typeof incident.$inferSelect;

/** The incident, locked until the transaction ends: two clicks, one winner. */
export async function lockIncident(tx: Tx, organisation: string, id: string): Promise<IncidentRow | undefined> {
  const [row] = await tx
    .select()
    .from(incident)
    .where(and(eq(incident.organisationId, organisation), eq(incident.id, id)))
    .for("update");
  return row;
}

/** The staff as they are on the actor's day: who is there, and who stands in for whom. */
export async function staffToday(
  tx: Tx,
  actor: Actor,
  { now, chats }: Pick<Context, "now" | "chats">,
): Promise<readonly StaffMember[]> {
  return await loadStaffOn(tx, actor.organisation, { chats, day: localDate(now(), actor.timeZone) });
}

/** Why this officer may not triage this report now, for themselves or for somebody who is away; nothing when they may. */
export function refuseTriage({
  actor,
  row,
  staff,
}: {
  actor: Actor;
  row: IncidentRow | undefined;
  staff: readonly StaffMember[];
}): TriageRefusal | undefined {
  if (!row) return { code: "unknown-target" };
  const officer = staff.find(({ id }) => id === actor.officer);
  if (!officer || !mayTriage(asDecider(officer, staff), row)) return { code: "not-yours" };
  if (row.state === "awaiting_triage" || !row.triagedAt) return undefined;
  return {
    code: "already-triaged",
    by: staff.find(({ id }) => id === row.triagedBy)?.name ?? "",
    at: row.triagedAt,
    state: row.state,
  };
}
