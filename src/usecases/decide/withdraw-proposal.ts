/** The proposer, or the register team for one who has left, takes a proposal back (CASEWORK section 4). What led to it can then be dealt with in another way. */
import { and, eq } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addDue, cancelDue } from "../../../db/queries/due.ts";
import { findProposal, lockProposalsOfCase } from "../../../db/queries/proposals.ts";
import { incident, proposal } from "../../../db/schema/index.ts";
import { interactive, type Tx } from "../../../db/transaction.ts";
import { asDecider } from "../../policy/approval/may-decide.ts";
import { refuseWithdrawal, type WithdrawRefusal } from "../../policy/approval/withdraw.ts";
import { addWorkingDaysOfTime } from "../../policy/working-time/add-working-time.ts";
import { workingClock } from "../../policy/working-time/working-clock.ts";
import type { Actor, Context } from "../context.ts";
import { holidaysOf } from "../holidays-of.ts";
import { type Assessed, assess } from "../propose/assess.ts";
import { refreshCardsOf } from "../propose/refresh-cards.ts";
import { type Stays, staysAfter, unlinkReport } from "../propose/unlink-report.ts";
import { lookAgain } from "./look-again.ts";

export type WithdrawProposal = {
  readonly actor: Actor;
  readonly proposal: string;
  /** For the seniors and the record; nobody has to say why. */
  readonly reason: string | null;
};

export type WithdrawRefused =
  | { readonly code: "unknown-target" }
  | {
      readonly code: "refused";
      readonly refusal: WithdrawRefusal;
      /** Who closed it and when; the proposer, for whoever may not withdraw it. */
      readonly by: string;
      readonly at: Date | null;
    };

export type WithdrawOutcome =
  | {
      readonly code: "withdrawn";
      readonly ref: string;
      /** The reports that wait to be dealt with again. */
      readonly open: readonly string[];
      /** Those that stay their customer's, because something else rests on them. */
      readonly stays: readonly Stays[];
    }
  | WithdrawRefused;

export type PreparedWithdrawal =
  | { readonly code: "ready"; readonly ref: string; readonly stays: readonly Stays[] }
  | WithdrawRefused;

/** Whether this officer may withdraw it now, and what would stay as it is: for the form that asks again. */
export function prepareWithdrawal({ db, now, chats }: Context) {
  return async ({ actor, proposal: id }: { actor: Actor; proposal: string }): Promise<PreparedWithdrawal> =>
    await interactive(db, actor.organisation, async (tx) => {
      const row = await findProposal(tx, actor.organisation, id);
      if (!row) return { code: "unknown-target" };
      const assessed = await assess(tx, row, { now: now(), chats });
      const { incidents } = assessed.parts;
      const stays = async () =>
        await Promise.all(
          incidents.map(({ id: of }) => staysAfter(tx, { organisation: row.organisationId, id: of }, id)),
        );
      return (
        refused(assessed, actor) ?? {
          code: "ready",
          ref: row.ref,
          stays: (await stays()).filter((one) => one !== undefined),
        }
      );
    });
}

/** Closes it as withdrawn. Whoever presses too late, here or on an approval card, reads who was first. */
export function withdrawProposal({ db, now, chats }: Context) {
  return async (command: WithdrawProposal): Promise<WithdrawOutcome> =>
    await interactive(db, command.actor.organisation, async (tx) => {
      const at = now();
      // With the others of the customer, in whose history its reports count.
      const ofCase = await lockProposalsOfCase(tx, command.actor.organisation, command.proposal);
      const row = ofCase.find(({ id }) => id === command.proposal);
      if (!row) return { code: "unknown-target" };
      const assessed = await assess(tx, row, { now: at, chats });
      const refusal = refused(assessed, command.actor);
      if (refusal) return refusal;

      await close(tx, assessed, { command, at });
      // A draft dealt with no report: there is nothing to open again.
      const reopened =
        row.state === "draft" ? [] : await reopenReports(tx, assessed, { by: command.actor.officer, at });
      const stays = await unlinkReports(tx, assessed, { by: command.actor.officer, at });
      await lookAgain(
        tx,
        ofCase.filter(({ id }) => id !== row.id),
        { at, chats },
      );
      await refreshCardsOf(tx, assessed);
      return { code: "withdrawn", ref: row.ref, open: reopened, stays };
    });
}

function refused(
  { row, record, staff, nameOf }: Assessed,
  actor: Actor,
): Extract<WithdrawRefused, { code: "refused" }> | { readonly code: "unknown-target" } | undefined {
  const officer = staff.find(({ id }) => id === actor.officer);
  if (!officer) return { code: "unknown-target" };
  const proposer = staff.find(({ id }) => id === row.proposedBy);
  const refusal = refuseWithdrawal(record, asDecider(officer, staff), proposer);
  if (!refusal) return undefined;
  const by = refusal.code === "not-yours" ? row.proposedBy : row.decidedBy;
  return { code: "refused", refusal, by: by ? nameOf(by) : "", at: row.decidedAt };
}

async function close(
  tx: Tx,
  { row, question }: Assessed,
  { command, at }: { command: WithdrawProposal; at: Date },
): Promise<void> {
  const organisation = row.organisationId;
  await tx
    .update(proposal)
    .set({
      state: "withdrawn",
      version: row.version + 1,
      decidedAt: at,
      decidedBy: command.actor.officer,
      decisionReason: command.reason?.trim() || null,
    })
    .where(and(eq(proposal.organisationId, organisation), eq(proposal.id, row.id)));
  await cancelDue(tx, organisation, {
    subject: row.id,
    kinds: ["proposal-remind", "proposal-escalate", "proposal-expire"],
    now: at,
  });
  if (question) await cancelDue(tx, organisation, { subject: question.id, kinds: ["social-work-waiting"], now: at });
  await appendAudit(tx, {
    organisation,
    at,
    event: "proposal-withdrawn",
    by: command.actor.officer,
    subject: { kind: "proposal", id: row.id },
    facts: { from: row.state, round: row.round },
  });
}

/**
 * What led to it waits for triage again, and the register team hears of it if nobody does: withdrawing a proposal says
 * that this restriction is not asked for, not that nothing happened.
 */
async function reopenReports(
  tx: Tx,
  { row, parts, pack, organisation }: Assessed,
  { by, at }: { by: string; at: Date },
): Promise<readonly string[]> {
  const clock = workingClock(pack, { timeZone: organisation.timeZone, holidays: holidaysOf(organisation, at) });
  const opened: string[] = [];
  for (const { id, ref } of parts.dealtWith) {
    const [changed] = await tx
      .update(incident)
      .set({ state: "awaiting_triage", triagedBy: null, triagedAt: null, triageReason: null })
      .where(and(eq(incident.organisationId, row.organisationId), eq(incident.id, id), eq(incident.state, "proposed")))
      .returning({ id: incident.id });
    if (!changed) continue;
    opened.push(ref);
    await addDue(tx, row.organisationId, [
      { kind: "triage-waiting", subject: id, at: addWorkingDaysOfTime(at, 1, clock) },
    ]);
    await appendAudit(tx, {
      organisation: row.organisationId,
      at,
      event: "incident-reopened",
      by,
      subject: { kind: "incident", id },
    });
  }
  return opened;
}

/** Whoever deals with them next may know better whose they are; this may be the last that rested on a report of another. */
async function unlinkReports(
  tx: Tx,
  { row, parts }: Assessed,
  { by, at }: { by: string; at: Date },
): Promise<readonly Stays[]> {
  const stays: Stays[] = [];
  for (const { id } of parts.incidents) {
    const unlinked = await unlinkReport(tx, { organisation: row.organisationId, id, by, at });
    if (unlinked.code === "stays") stays.push(unlinked.stays);
  }
  return stays;
}
