/** Advice as a task: its words, and what was said in the end (7.2.1). */
import { and, eq } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies, refreshCopies } from "../../../db/queries/copies.ts";
import { cancelDue } from "../../../db/queries/due.ts";
import { findStep, type LadderStepRow, lockStep } from "../../../db/queries/steps.ts";
import { refreshTriageOf } from "../../../db/queries/triage-copies.ts";
import { incident, ladderStep } from "../../../db/schema/index.ts";
import { interactive, type Tx } from "../../../db/transaction.ts";
import { stepLetter, stepScript } from "../../letters/step-words.ts";
import type { Channel } from "../../policy/vocabulary.ts";
import { localDate } from "../../policy/working-time/dates.ts";
import type { Actor, Context } from "../context.ts";
import { loadStepRecord } from "./step-record.ts";

type Gone = { readonly code: "unknown-target" } | { readonly code: "not-yours" };

/** What is said or written, for whoever has the task and the register team. The opening is recorded. */
export function readAdvice({ db, now }: Context) {
  return async ({ actor, step: id }: { actor: Actor; step: string }) =>
    await interactive(db, actor.organisation, async (tx) => {
      const at = now();
      const row = await findStep(tx, actor.organisation, id);
      const gone = notTheirs(row, actor);
      const record = await loadStepRecord(tx, actor.organisation, { step: id, at });
      if (!row || gone || !record) return gone ?? ({ code: "unknown-target" } as const);
      await appendAudit(tx, {
        organisation: actor.organisation,
        at,
        event: "advice-opened",
        by: actor.officer,
        subject: { kind: "step", id },
      });
      return {
        code: "opened",
        customerRef: record.customerRef,
        script: stepScript(record),
        text: stepLetter(record),
        how: row.how,
        ways: record.step.how.value,
        given: row.state === "given",
        today: localDate(at, actor.timeZone),
      } as const;
    });
}
export type ReadAdvice = Awaited<ReturnType<ReturnType<typeof readAdvice>>>;

export type RecordAdvice = {
  readonly actor: Actor;
  readonly step: string;
  readonly how: Channel;
  /** ISO date. */
  readonly on: string;
  readonly said: string;
};
export type AdviceOutcome =
  | { readonly code: "recorded" }
  | { readonly code: "already-recorded" }
  | { readonly code: "in-the-future" }
  | { readonly code: "before-it-was-asked-for" }
  | Gone;

/** The third message to a reporter: what was asked for has been done. */
const DONE_NEWS = 3;

/** The customer has been asked to moderate; the reporter is told. */
export function recordAdvice({ db, now, chats }: Context) {
  return async ({ actor, step: id, how, on, said }: RecordAdvice): Promise<AdviceOutcome> =>
    await interactive(db, actor.organisation, async (tx) => {
      const at = now();
      const row = await lockStep(tx, actor.organisation, id);
      const gone = notTheirs(row, actor);
      if (!row || gone) return gone ?? { code: "unknown-target" };
      if (row.state === "given") return { code: "already-recorded" };
      if (on > localDate(at, actor.timeZone)) return { code: "in-the-future" };
      if (on < localDate(row.recordedAt, actor.timeZone)) return { code: "before-it-was-asked-for" };

      await tx
        .update(ladderStep)
        .set({ state: "given", how, givenOn: on, givenBy: actor.name, said, version: row.version + 1 })
        .where(and(eq(ladderStep.organisationId, actor.organisation), eq(ladderStep.id, id)));
      await cancelDue(tx, actor.organisation, { subject: id, kinds: ["advice-waiting"], now: at });
      await appendAudit(tx, {
        organisation: actor.organisation,
        at,
        event: "advice-given",
        by: actor.officer,
        subject: { kind: "step", id },
        facts: { how },
      });
      await tellReporter(tx, row, { at, chats });
      return { code: "recorded" };
    });
}

/**
 * A new message to the reporter, and every card of the step and of its report as it is now; the cards of the customer's
 * other reports say what this step opens.
 */
export async function tellReporter(
  tx: Tx,
  {
    organisationId,
    id,
    incidentId,
    customerId,
  }: Pick<LadderStepRow, "organisationId" | "id" | "incidentId" | "customerId">,
  { at, chats }: { at: Date; chats: Context["chats"] },
): Promise<void> {
  if (incidentId) {
    const [report] = await tx
      .select({ reporter: incident.reporterId })
      .from(incident)
      .where(and(eq(incident.organisationId, organisationId), eq(incident.id, incidentId)));
    if (report)
      await addCopies(tx, { organisation: organisationId, chats, now: at }, [
        { kind: "report-receipt", subject: incidentId, officer: report.reporter, round: DONE_NEWS },
      ]);
  }
  await refreshCopies(tx, organisationId, [id, ...(incidentId ? [incidentId] : [])]);
  await refreshTriageOf(tx, organisationId, customerId);
}

function notTheirs(row: LadderStepRow | undefined, actor: Actor): Gone | undefined {
  if (row?.kind !== "advice") return { code: "unknown-target" };
  return row.ownerId === actor.officer || actor.roles.includes("register_team") ? undefined : { code: "not-yours" };
}
