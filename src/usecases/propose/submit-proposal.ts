/** The last step: the proposal goes out to the seniors, if every gate lets it. */
import { and, eq, isNull } from "drizzle-orm";
import { appendAudit } from "../../../db/queries/audit.ts";
import { addCopies, type WantedCopy } from "../../../db/queries/copies.ts";
import { addStaffChange, putBackDue } from "../../../db/queries/due.ts";
import { loadProposalParts } from "../../../db/queries/proposal-parts.ts";
import { lockProposal, type ProposalRow } from "../../../db/queries/proposals.ts";
import { approver, incident, proposal } from "../../../db/schema/index.ts";
import { interactive, type Tx } from "../../../db/transaction.ts";
import { approvalNeeds } from "../../policy/approval/approval-needs.ts";
import { proposalClock } from "../../policy/approval/proposal-clock.ts";
import { sendProposal } from "../../policy/approval/send.ts";
import { whoToAsk } from "../../policy/approval/who-to-ask.ts";
import type { GateResult } from "../../policy/gates/gate.ts";
import { isSaid } from "../../policy/said.ts";
import type { DecidingRole } from "../../policy/vocabulary.ts";
import { startOfDay } from "../../policy/working-time/dates.ts";
import type { Actor, Context } from "../context.ts";
import { askSeniors } from "../decide/ask-seniors.ts";
import { holidaysOf } from "../holidays-of.ts";
import { lockIncident, refuseTriage, staffToday, type TriageRefusal } from "../triage.ts";
import { type Assessed, assess } from "./assess.ts";
import { linkReport } from "./customer-of-report.ts";
import { refreshCardsOf } from "./refresh-cards.ts";
import { mayNotPropose, notEditable, type ProposalGone } from "./refuse-proposer.ts";

export type SubmitProposal = {
  readonly actor: Actor;
  readonly proposal: string;
  /** The version that the proposer read back. */
  readonly version: number;
  /** What they say to the questions with which it was returned; null when nothing, or when it was not. */
  readonly answer?: string | null;
};

export type SubmitOutcome =
  /** `decidedBy`: the role that it takes. */
  | {
      readonly code: "submitted";
      readonly ref: string;
      readonly asked: readonly string[];
      readonly quorum: number;
      readonly decidedBy: DecidingRole;
    }
  | { readonly code: "gates"; readonly gates: readonly GateResult[] }
  | { readonly code: "changed" }
  /** Returned with questions that neither a word nor a change answers. */
  | { readonly code: "questions-open"; readonly questions: readonly string[] }
  | ProposalGone
  | TriageRefusal;

/** Asks the seniors. Sent twice, the second hears that it went out. What does not go out keeps the answer for the next try. */
export function submitProposal({ db, now, chats }: Context) {
  return async ({ actor, proposal: id, version, answer = null }: SubmitProposal): Promise<SubmitOutcome> =>
    await interactive(db, actor.organisation, async (tx) => {
      const at = now();
      const row = await lockProposal(tx, actor.organisation, id);
      if (row?.state === "submitted" && row.proposedBy === actor.officer)
        return await alreadyOut(tx, row, { now: at, chats });
      if (!row) return { code: "unknown-target" };
      const gone = notEditable(row, actor);
      if (gone) return gone;
      if (row.version !== version) {
        await keepAnswer(tx, row, answer);
        return { code: "changed" };
      }
      const refusal =
        (await dealtWithMeanwhile(tx, row, { actor, now, chats })) ??
        (await mayNotPropose(tx, row, { actor, now, chats }));
      if (refusal) return refusal;

      const assessed = await assess(tx, row, { now: at, chats });
      // A kind that was added and never described would be left out in silence.
      if (assessed.restrictions.length < row.restrictions.length) {
        await keepAnswer(tx, row, answer);
        return { code: "changed" };
      }
      const returnedAt = row.exchanges.at(-1)?.version ?? null;
      const sent = sendProposal(
        { ...assessed.record, returnedAt },
        { by: actor.officer, version, answer },
        assessed.gates,
      );
      switch (sent.code) {
        case "gates":
          await keepAnswer(tx, row, answer);
          return sent;
        case "questions-open":
        case "changed":
        case "not-yours":
          return sent;
        case "closed":
          return { code: "not-editable", state: sent.state };
        case "sent":
          break;
      }

      const { ask, quorum } = whoToAsk(assessed.record, assessed.staff, assessed.pack);
      await send(tx, assessed, { asked: ask.map((officer) => officer.id), quorum, answer, at });
      const round = row.round + 1;
      await addCopies(tx, { organisation: actor.organisation, chats, now: at }, [
        ...ask.map((officer) => ({ kind: "approval", subject: id, officer: officer.id, round }) as const),
        { kind: "proposal-sent", subject: id, officer: row.proposedBy, round },
        ...inChannel(assessed, round),
      ]);
      await refreshCardsOf(tx, assessed);
      const decidedBy = approvalNeeds(assessed.record, assessed.pack).role;
      return { code: "submitted", ref: row.ref, asked: ask.map(({ name }) => name), quorum, decidedBy };
    });
}

/** A masked card in the senior staff's channel, where the pack asks for it. */
function inChannel({ row, pack }: Assessed, round: number): readonly WantedCopy[] {
  if (!pack.openProposal.maskedCardInSeniorChannel.value) return [];
  return [{ kind: "approval-channel", subject: row.id, officer: "senior-channel", round }];
}

/**
 * A report is dealt with once: closed, or sent in another proposal, it cannot go out in a draft from before, nor in that
 * of somebody who may not deal with it any more. One that is sent again was dealt with by this proposal, and stays with its
 * proposer to the end, also when they stood in for somebody who is back.
 */
async function dealtWithMeanwhile(
  tx: Tx,
  row: ProposalRow,
  { actor, ...when }: { actor: Actor } & Pick<Context, "now" | "chats">,
): Promise<TriageRefusal | undefined> {
  const staff = await staffToday(tx, actor, when);
  const { dealtWith } = await loadProposalParts(tx, row);
  for (const { id } of dealtWith) {
    const report = await lockIncident(tx, row.organisationId, id);
    if (!report) return { code: "unknown-target" };
    const refusal = refuseTriage({ actor, row: report, staff });
    if (refusal && row.state === "draft") return refusal;
  }
  return undefined;
}

async function send(
  tx: Tx,
  { row, parts, pack, organisation }: Assessed,
  { asked, quorum, answer, at }: { asked: readonly string[]; quorum: number; answer: string | null; at: Date },
): Promise<void> {
  const org = row.organisationId;
  await tx
    .update(proposal)
    .set({
      state: "submitted",
      submittedAt: at,
      version: row.version + 1,
      round: row.round + 1,
      quorum,
      decidedAt: null,
      decidedBy: null,
      decisionReason: null,
      ...(row.state === "returned" ? { exchanges: answered(row.exchanges, answer) } : {}),
    })
    .where(and(eq(proposal.organisationId, org), eq(proposal.id, row.id)));
  // A new round asks anew, and whoever is not asked again may not decide; what was decided before is in the audit.
  // Declared interests stay.
  await tx
    .delete(approver)
    .where(and(eq(approver.organisationId, org), eq(approver.proposalId, row.id), isNull(approver.interestDeclaredAt)));
  await askSeniors(tx, { organisation: org, proposal: row.id, officers: asked, at });
  for (const { id } of parts.dealtWith) {
    await tx
      .update(incident)
      .set({ state: "proposed", triagedBy: row.proposedBy, triagedAt: at })
      .where(and(eq(incident.organisationId, org), eq(incident.id, id)));
    await linkReport(tx, id, { ...row, proposal: row.id, at });
  }

  const clock = proposalClock({ submittedAt: at, bypass: row.bypass }, pack, {
    timeZone: organisation.timeZone,
    holidays: holidaysOf(organisation, at),
  });
  // Sent again before the working day begins, it falls due when it did before.
  await putBackDue(tx, org, [
    { kind: "proposal-remind", subject: row.id, at: clock.remindAt },
    { kind: "proposal-escalate", subject: row.id, at: clock.escalateAt },
    { kind: "proposal-expire", subject: row.id, at: earlier(clock.expireAt, row.endsAt) },
  ]);
  await lookAgainOnReviewDay(tx, row, { timeZone: organisation.timeZone, before: clock.expireAt });
  await appendAudit(tx, {
    organisation: org,
    at,
    event: "proposal-submitted",
    by: row.proposedBy,
    subject: { kind: "proposal", id: row.id },
    facts: { asked, quorum, packId: row.packId, packVersion: row.packVersion },
  });
}

/** Nobody types it twice: the last form shows it again. Seniors read it when the proposal goes out. */
async function keepAnswer(tx: Tx, row: ProposalRow, answer: string | null): Promise<void> {
  if (row.state !== "returned" || !isSaid(answer)) return;
  await tx
    .update(proposal)
    .set({ exchanges: answered(row.exchanges, answer) })
    .where(and(eq(proposal.organisationId, row.organisationId), eq(proposal.id, row.id)));
}

/** From the day of its review on nobody can approve it: its cards say so then, and its proposer is told. */
async function lookAgainOnReviewDay(
  tx: Tx,
  { organisationId, reviewOn }: ProposalRow,
  { timeZone, before }: { timeZone: string; before: Date },
): Promise<void> {
  const day = reviewOn ? startOfDay(reviewOn, timeZone) : null;
  if (day && day < before) await addStaffChange(tx, organisationId, day);
}

/** The answer belongs to the newest questions. */
const answered = (exchanges: ProposalRow["exchanges"], answer: string | null): ProposalRow["exchanges"] =>
  exchanges.map((one, place) => (place === exchanges.length - 1 ? { ...one, answer: answer?.trim() || null } : one));

/** What was asked for a few days only is over when those days are. */
const earlier = (expireAt: Date, endsAt: Date | null): Date => (endsAt && endsAt < expireAt ? endsAt : expireAt);

async function alreadyOut(
  tx: Tx,
  row: ProposalRow,
  at: { now: Date; chats: Context["chats"] },
): Promise<SubmitOutcome> {
  const { parts, nameOf, record, pack } = await assess(tx, row, at);
  return {
    code: "submitted",
    ref: row.ref,
    asked: parts.approvers.flatMap(({ officerId, interestDeclaredAt }) =>
      interestDeclaredAt ? [] : [nameOf(officerId)],
    ),
    quorum: row.quorum,
    decidedBy: approvalNeeds(record, pack).role,
  };
}
